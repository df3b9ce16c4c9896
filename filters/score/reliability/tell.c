/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tell: what all forms share. */
#include "tell.h"

#include "../../lib/memory.h"

const struct tell_method tell_methods[] = {
	{ "alpha", "Cronbach's alpha",
	    "Cronbach 1951, from the covariances of the items as the scale scores them (reversed, "
	    "weighted, rescaled); of boxes and counts: 1 in the box, else 0" },
	{ "alpha_interval", "95% interval",
	    "Feldt, Woodruff and Salih 1987, with quantiles of F from Rmath; n is the fewest "
	    "records of any two items" },
	{ "alpha_standardised", "Standardised alpha", "from the average inter-item correlation" },
	{ "correlations", "Correlations",
	    "the covariance over the root of both variances; they may pass 1 where much is "
	    "missing" },
	{ "missing", "Missing answers",
	    "pairwise, as in R's psych::alpha: a covariance is over the records that answer both "
	    "items, a variance over all that answer the item; don't know, not applicable and "
	    "refused count as missing" },
	{ "item_rest", "Item-rest correlation",
	    "with the sum of the other items (corrected for overlap)" },
	{ "item_total", "Item-total correlation", "with the sum of all items" },
	{ "if_dropped", "If dropped", "of the scale without the item" },
	{ "item_values", "Means of items",
	    "of answers as scored (turned round where the item is reversed), before weights; "
	    "standard deviations are with n - 1; minimum and maximum are those that the item can "
	    "have" },
	{ "scores", "Scores", "of the records that have one, rounded to 12 decimals" },
	{ NULL, NULL, NULL },
};

struct statistic
tell_records(const struct tell *tell)
{
	uint64_t records = tell->sums->records;

	return statistic_count(records, records, statistic_hides(tell->rule, records, records));
}

void
tell_all(const struct tell *tell, const struct tell_form *form)
{
	form->begin(tell);
	for (size_t i = 0; i < tell->sums->instrument->scale_count; i++) {
		struct account account;

		account_open(&account, tell->sums, i, tell->rule);
		account_warn(&account);
		for (size_t j = 0; j < account.warning_count; j++)
			diag_warning("%s: %s", account.scale->name, account.warnings[j]);
		form->scale(tell, &account);
		account_release(&account);
	}
	form->end(tell);
}
