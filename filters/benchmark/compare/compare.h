/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * compare: sets each figure beside those of other units, of other periods or of other
 * groups: makes the sets, and keeps what the comparers find.
 */
#ifndef MHSW_COMPARE_H
#define MHSW_COMPARE_H

#include "../../lib/writer.h"
#include "comparer.h"

/* A column of the output. */
struct compare_slot {
	enum compare_column column;
	size_t comparer; /* the first that writes it */
	bool named;      /* with the comparer's name in front */
};

#define COMPARE_SLOTS_MAX (COMPARE_COLUMNS + 64)
#define COMPARE_NO_SLOT   ((size_t)-1)

struct comparison {
	const struct groups *groups;
	const struct measures *measures;
	const struct disclosure *rule;
	const struct compare_options *options;
	struct compare_slot slots[COMPARE_SLOTS_MAX];
	size_t slot_count;
	size_t place[COMPARERS_MAX][COMPARE_COLUMNS]; /* the slot, or COMPARE_NO_SLOT */
	struct {
		size_t sets;
		size_t lacking;
	} counted[COMPARERS_MAX];
	/* For each cell (group * measures + measure) and slot; NaN: nothing was put. */
	double *numbers;
};

/* The set of comparers that a list such as "quartile,rank" names.  False with a fault for
 * one that there is not. */
bool compare_named(const char *list, uint32_t *asked, struct fault *fault);
/* A comparer of those asked goes over units, time, ... */
bool compare_goes_over(uint32_t asked, enum compare_over over);
/* That comparer is one of those asked. */
bool compare_asks(uint32_t asked, const struct comparer *comparer);

/* Lays the columns out; everything is borrowed and outlives the comparison. */
void compare_lay(struct comparison *comparison, const struct compare_options *options,
    const struct disclosure *rule);
/* The name of a slot's column, "control_centre" or "centre", appended. */
void compare_slot_name(const struct comparison *comparison, size_t slot, struct buffer *name);
/* Runs all that are asked for; groups are sorted. */
void compare_all(
    struct comparison *comparison, const struct groups *groups, const struct measures *measures);
/* What the comparers have to say of all sets, as warnings. */
void compare_report(const struct comparison *comparison);
/* Appends what the comparers say to the column method of one cell, each with a blank
 * before. */
void compare_method(const struct comparison *comparison, const struct group *group, size_t measure,
    struct buffer *method);
/* The slot is a column, not a part of the column method. */
bool compare_is_column(const struct comparison *comparison, size_t slot);
/* The columns of one cell.  symbol: what stands where a figure does not show. */
void compare_write(const struct comparison *comparison, struct writer *writer,
    const struct group *group, size_t measure, const struct figure *figure, const char *symbol);
void compare_release(struct comparison *comparison);

#endif
