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

#include <stdbool.h>
#include <stdint.h>

struct disclosure {
	const char *name;
	uint64_t minimum;   /* counts under it are suppressed; 0: none is */
	uint64_t base;      /* counts are rounded to its nearest multiple; 1: exact */
	bool whole_percent; /* percentages have no decimals */
};

/* The rule of that name, or NULL. */
const struct disclosure *disclosure_named(const char *name);
/* The names, ended by NULL, for messages. */
const char *const *disclosure_names(void);

static inline bool
disclosure_shows(const struct disclosure *rule, uint64_t count)
{
	return count >= rule->minimum;
}

/* Figures that go with the counts are derived from what is published. */
static inline bool
disclosure_rounds(const struct disclosure *rule)
{
	return rule->base > 1;
}

/* The count as published; only for one that shows. */
uint64_t disclosure_count(const struct disclosure *rule, uint64_t count);

#endif
