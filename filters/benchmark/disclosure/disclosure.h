/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * disclosure: which counts may be seen, and how they are rounded.
 *
 * The default is the rule of the national mental health statistics below
 * national level: a count under 5, 0 included, is suppressed; other counts are
 * rounded to the nearest 5; percentages are whole numbers.
 */
#ifndef MHSW_DISCLOSURE_H
#define MHSW_DISCLOSURE_H

#include "../../lib/diag.h"

#include <stdbool.h>
#include <stdint.h>

/* No rule is about the decimals of percentages. */
#define DISCLOSURE_DECIMALS_FREE 99

struct disclosure {
	const char *name;
	uint64_t minimum;                /* counts under it are suppressed; 0: none is */
	bool zero;                       /* but 0, which is shown */
	uint64_t base;                   /* counts are rounded to its nearest multiple; 1: exact */
	unsigned percent_decimals;       /* that a percentage has at most */
	const struct disclosure *totals; /* the rule of totals; NULL: this one */
};

/* The rule that hides nothing. */
extern const struct disclosure disclosure_exact;

/* A rule by its name or from a file, whose own rules are held here. */
struct disclosure_choice {
	const struct disclosure *rule;
	char *name;
	struct disclosure own;
	struct disclosure totals;
};

/* The rule of that name, or NULL. */
const struct disclosure *disclosure_named(const char *name);
/* A name, or a configuration file; text NULL: the default.  *file: it is a file. */
bool disclosure_choose(
    struct disclosure_choice *choice, const char *text, bool *file, struct fault *fault);
void disclosure_release(struct disclosure_choice *choice);
/* disclosure_read.c: the rule that a configuration file writes. */
bool disclosure_read(struct disclosure_choice *choice, const char *path, struct fault *fault);

/* The rule for a unit, a total over all of them, or the unit that is the nation. */
static inline const struct disclosure *
disclosure_for(const struct disclosure *rule, bool total, bool national)
{
	if (national)
		return &disclosure_exact;
	return total && rule->totals != NULL ? rule->totals : rule;
}

static inline bool
disclosure_shows(const struct disclosure *rule, uint64_t count)
{
	return count >= rule->minimum || (rule->zero && count == 0);
}

/* Figures that go with the counts are derived from what is published. */
static inline bool
disclosure_rounds(const struct disclosure *rule)
{
	return rule->base > 1;
}

/* Counts that are rounded to 0 or up from under half of the base are not suppressed, and an
 * exact share would tell one of 3 from one of 4: it is made of published counts. */
static inline bool
disclosure_shares_published(const struct disclosure *rule)
{
	return rule->base > 1 && rule->minimum < rule->base;
}

/* The decimals of a percentage that asks for so many. */
static inline unsigned
disclosure_decimals(const struct disclosure *rule, unsigned decimals)
{
	return decimals < rule->percent_decimals ? decimals : rule->percent_decimals;
}

/* The true counts that are published as this one; of "*" those that the rule hides. */
struct disclosure_range {
	int64_t lower;
	int64_t upper;
};
struct disclosure_range disclosure_behind(const struct disclosure *rule, uint64_t published);
struct disclosure_range disclosure_hidden(const struct disclosure *rule);
/* How many values a suppressed count may have. */
static inline uint64_t
disclosure_width(const struct disclosure *rule)
{
	return rule->minimum - (rule->zero && rule->minimum > 0);
}

/* The count as published; only for one that shows. */
uint64_t disclosure_count(const struct disclosure *rule, uint64_t count);

#endif
