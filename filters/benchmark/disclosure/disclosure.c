/* SPDX-License-Identifier: GPL-3.0-or-later */
/* disclosure: which counts may be seen, and how they are rounded. */
#include "disclosure.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Of the adult social care survey: totals to the nearest 10. */
static const struct disclosure ascs_totals = { "ascs", 0, false, 10, 0, NULL };

static const struct disclosure rules[] = {
	{ "mhsds", 5, false, 5, 0, NULL },
	/* of hospital statistics: 1 to 7 are suppressed, and 0 is not */
	{ "hes", 8, true, 5, 0, NULL },
	{ "ascs", 0, false, 5, 0, &ascs_totals },
	{ "none", 0, false, 1, DISCLOSURE_DECIMALS_FREE, NULL },
};

const struct disclosure disclosure_exact = { "none", 0, false, 1, DISCLOSURE_DECIMALS_FREE, NULL };

const struct disclosure *
disclosure_named(const char *name)
{
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if (strcmp(rules[i].name, name) == 0)
			return &rules[i];
	return NULL;
}

bool
disclosure_choose(
    struct disclosure_choice *choice, const char *text, bool *file, struct fault *fault)
{
	*choice = (struct disclosure_choice){
		.rule = text != NULL ? disclosure_named(text) : &rules[0],
	};
	*file = text != NULL && choice->rule == NULL;
	if (!*file)
		return true;
	if (access(text, F_OK) != 0)
		return fault_set(fault,
		    "--disclosure takes mhsds, hes, ascs or none, or a FILE with another rule: "
		    "there is no '%s'",
		    text);
	if (!disclosure_read(choice, text, fault))
		return false;
	choice->rule = &choice->own;
	return true;
}

void
disclosure_release(struct disclosure_choice *choice)
{
	free(choice->name);
	*choice = (struct disclosure_choice){ 0 };
}

uint64_t
disclosure_count(const struct disclosure *rule, uint64_t count)
{
	return (count + rule->base / 2) / rule->base * rule->base;
}

struct disclosure_range
disclosure_behind(const struct disclosure *rule, uint64_t published)
{
	uint64_t half = rule->base / 2;
	uint64_t lower = published > half ? published - half : 0;
	uint64_t upper = published + rule->base - 1 - half;

	/* 0, and what is rounded to it */
	if (rule->zero && published == 0)
		return (struct disclosure_range){ 0, upper < rule->minimum ? 0 : (int64_t)upper };
	if (lower < rule->minimum)
		lower = rule->minimum;
	return (struct disclosure_range){ (int64_t)lower, (int64_t)upper };
}

struct disclosure_range
disclosure_hidden(const struct disclosure *rule)
{
	return (struct disclosure_range){ rule->zero, (int64_t)rule->minimum - 1 };
}
