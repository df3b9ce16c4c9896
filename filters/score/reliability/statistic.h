/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * statistic: one number that is told, what it rests on, and why it is not told where it is
 * not; and the rule that says which numbers would tell of single people.
 *
 * Under-5, the rule by default: nothing is told that rests on 1 to 4 records, no count
 * of 1 to 4, and none that leaves 1 to 4 of its whole.
 */
#ifndef SCORE_STATISTIC_H
#define SCORE_STATISTIC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Counts under it are hidden. */
#define STATISTIC_MINIMUM 5

enum statistic_state { STATISTIC_GIVEN, STATISTIC_UNDEFINED, STATISTIC_HIDDEN };

struct statistic {
	double value;     /* where given */
	uint64_t records; /* that it rests on */
	bool records_hidden;
	bool rounded;    /* so that the value does not tell the records */
	unsigned places; /* then: its decimals */
	enum statistic_state state;
	const char *reason; /* where it is undefined, in words */
};

/* How a statistic is written. */
enum statistic_form { FORM_COUNT, FORM_PERCENT, FORM_COEFFICIENT, FORM_AMOUNT };

/* The name of a statistic: its key in JSON and CSV. */
struct statistic_name {
	const char *key;
	enum statistic_form form;
};

/* Whether a count of a whole is hidden; rule: whether there is a rule at all. */
bool statistic_hides(bool rule, uint64_t count, uint64_t whole);
/* Which of the parts of a whole are hidden: the small ones.  The others leave what these
 * are together, which tells them where it is small, or all that they can be: then the
 * smallest of the others goes with them, the first part last of all: it stands elsewhere
 * too, as those who answered do in the scores and in pairs. */
void statistic_hide_parts(bool rule, const uint64_t *parts, size_t count, bool *hidden);

/* A count of so many records. */
struct statistic statistic_count(uint64_t count, uint64_t whole, bool hidden);
/* The same in percent of the whole; empty: why there is none of 0. */
struct statistic statistic_percent(uint64_t count, uint64_t whole, bool hidden, const char *empty);
/* A number that rests on so many records; NaN is undefined for that reason. */
struct statistic statistic_number(bool rule, double value, uint64_t records, const char *reason);

/* Hides how many records it rests on, and takes the digits off that would tell: the
 * quotient of whole numbers gives its divisor away.  step: how far apart the values of an
 * amount are. */
void statistic_hide_records(struct statistic *statistic, enum statistic_form form, double step);

#endif
