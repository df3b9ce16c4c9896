/* SPDX-License-Identifier: GPL-3.0-or-later */
/* account_warn: what is odd about a scale, in words; nothing that is hidden is hinted at. */
#include "account.h"

#include "../../lib/memory.h"

#include <math.h>

/* What rounding adds to a correlation of 1. */
#define ROUNDING 1e-9

static void
warn(struct account *account, const char *before, const char *name, const char *after)
{
	struct buffer text = { 0 };

	buffer_append_text(&text, before);
	buffer_append_text(&text, name);
	buffer_append_text(&text, after);
	account->warnings =
	    xreallocarray(account->warnings, account->warning_count + 1, sizeof *account->warnings);
	account->warnings[account->warning_count++] = xstrndup(text.data, text.length);
	buffer_release(&text);
}

static bool
given(const struct statistic *statistic)
{
	return statistic->state == STATISTIC_GIVEN;
}

/* Whether some correlation passes 1. */
static bool
passes_one(const struct account *account)
{
	size_t count = account->items != NULL ? account->scale->count : 0;

	for (size_t i = 0; i < count; i++)
		for (size_t j = i + 1; j < count; j++) {
			struct statistic correlation = account_correlation(account, i, j);

			if (given(&correlation) && fabs(correlation.value) > 1 + ROUNDING)
				return true;
		}
	return false;
}

void
account_warn(struct account *account)
{
	const struct statistic *alpha = &account->statistics[SCALE_ALPHA];

	if (given(alpha) && alpha->value < 0)
		warn(account, "alpha of ", account->scale->name,
		    " is under 0: its items contradict one another");
	if (passes_one(account))
		warn(account, "correlations of ", account->scale->name,
		    " pass 1, since its items are answered by different records: look at the "
		    "complete records alone");
	for (size_t i = 0; account->items != NULL && i < account->scale->count; i++) {
		const struct account_item *item = &account->items[i];
		const struct statistic *rest = &item->statistics[ITEM_REST];
		const struct statistic *deviation = &item->statistics[ITEM_DEVIATION];

		if (given(rest) && rest->value < 0)
			warn(account, "", item->name,
			    " goes against the other items (its item-rest correlation is under "
			    "0): should it be reversed?");
		if (given(deviation) && !(deviation->value > 0))
			warn(account, "", item->name,
			    " scores the same in every record: no correlation with it, and no "
			    "alpha of its scale, is defined");
	}
}
