/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change: each period beside the one immediately before it. */
#include "../compare/comparer.h"
#include "../compare/comparers.h"
#include "pair_put.h"

static const enum compare_column written[] = { COLUMN_PREVIOUS, COLUMN_CHANGE,
	COLUMN_CHANGE_LOWER95, COLUMN_CHANGE_UPPER95, COLUMN_CHANGE_LOWER998,
	COLUMN_CHANGE_UPPER998, COLUMN_METHOD, COMPARE_COLUMNS };

static const enum compare_column limits[] = { COLUMN_CHANGE_LOWER95, COLUMN_CHANGE_UPPER95,
	COLUMN_CHANGE_LOWER998, COLUMN_CHANGE_UPPER998 };

/* The member whose period ends the day before this one's begins, or set->count.  All are of
 * one length and in time; they may overlap. */
static size_t
find_before(const struct compare_set *set, size_t member)
{
	int64_t day = set->members[member].group->day;

	for (size_t i = member; i-- > 0;) {
		int64_t last = set->members[i].group->last;

		if (last + 1 == day)
			return i;
		if (last < day)
			break;
	}
	return set->count;
}

static void
put_member(struct compare_set *set, size_t member, size_t before)
{
	const struct figure *previous = &set->members[before].figure;
	struct pair pair = pair_of(set->measure, &set->members[member].figure, previous);
	enum pair_method method;

	compare_put(set, member, COLUMN_PREVIOUS, previous->published);
	compare_put(set, member, COLUMN_CHANGE, pair_difference(&pair));
	method = pair_put(set, member, &pair, pair_difference_limits, limits);
	if (method != PAIR_NONE)
		compare_put(set, member, COLUMN_METHOD, method);
}

static bool
is_shown(const struct compare_set *set, size_t member)
{
	return set->members[member].figure.state == FIGURE_SHOWN;
}

static void
run(struct compare_set *set)
{
	for (size_t i = 1; i < set->count; i++) {
		size_t before = find_before(set, i);

		if (before != set->count && is_shown(set, i) && is_shown(set, before))
			put_member(set, i, before);
	}
}

static void
word(const struct compare_options *options, enum compare_column column, double put,
    struct buffer *text)
{
	(void)options;
	(void)column;
	buffer_format(text, "change_%s", pair_method_name((enum pair_method)(unsigned)put));
}

const struct comparer change_comparer = {
	.name = "change", .over = COMPARE_TIME, .columns = written, .run = run, .word = word
};
