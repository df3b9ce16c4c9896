/* SPDX-License-Identifier: GPL-3.0-or-later */
/* likert_words: what a diverging chart says. */
#include "likert.h"

#include "../words/sentence.h"

#include <stdlib.h>
#include <string.h>

#define NAMES_LENGTH 60

static bool
is_number(const char *name)
{
	int64_t number;

	return field_to_integer(field_of(name), &number);
}

void
likert_add_level(const char *name, struct buffer *out)
{
	char first = name[0];

	if (first >= 'A' && first <= 'Z' && name[1] >= 'a' && name[1] <= 'z')
		first = (char)(first - 'A' + 'a');
	buffer_append_text(out, is_number(name) ? "answer " : "");
	buffer_append(out, &first, first != '\0');
	buffer_append_text(out, first == '\0' ? "" : name + 1);
}

/* "46% very good, 35% good": the published figures of one side, the strongest first. */
static void
add_side(const struct levels *levels, const struct levels_row *row, enum levels_side side,
    struct buffer *out)
{
	size_t left = 0;
	bool first = true;

	for (size_t i = 0; i < levels->count; i++)
		left += levels->list[i].side == side && row->cells[i] != NULL;
	for (size_t i = 0; i < levels->count; i++) {
		size_t at = side == LEVELS_POSITIVE ? levels->count - 1 - i : i;
		char *text;

		if (levels->list[at].side != side || row->cells[at] == NULL)
			continue;
		left--;
		text = levels_text(row, at);
		buffer_append_text(out, first ? "" : left == 0 ? " and " : ", ");
		if (!levels_held(row, at))
			buffer_format(out, "%s ", text[0] == '\0' ? "no figure for" : text);
		likert_add_level(levels->list[at].name, out);
		if (levels_held(row, at))
			buffer_append_text(out, " held back");
		free(text);
		first = false;
	}
	if (first)
		buffer_append_text(out, "no answer");
}

/* A row's positive side: the published sum, else its levels. */
static void
add_finding(const struct levels *levels, const struct selection *selection,
    const struct levels_row *row, struct buffer *out)
{
	const struct series_row *sum = row->sums[1];
	char *name;

	if (sum == NULL || !series_shown(sum, SERIES_VALUE)) {
		add_side(levels, row, LEVELS_POSITIVE, out);
		return;
	}
	name = likert_sum_name(levels, selection, 1);
	words_figure(out, sum, SERIES_VALUE);
	buffer_append(out, " ", 1);
	likert_add_level(name, out);
	free(name);
}

/* No positive level is held back or missing in any row that shows one, so the order by what
 * is published is the order of the shares. */
static bool
sure(const struct levels *levels)
{
	for (size_t i = 0; i < levels->row_count; i++) {
		const struct levels_row *row = &levels->rows[i];

		if (row->sums[1] != NULL && series_shown(row->sums[1], SERIES_VALUE))
			continue;
		for (size_t j = 0; j < levels->count; j++)
			if (levels->list[j].side == LEVELS_POSITIVE && !levels_shown(row, j))
				return false;
	}
	return true;
}

/* The row with the greatest share, and the one with the least, of units that are no total. */
static const struct levels_row *
end_row(const struct levels *levels, bool last)
{
	const struct levels_row *found = NULL;

	for (size_t i = 0; i < levels->row_count; i++)
		if (!levels->rows[i].total && levels_count_shown(levels, &levels->rows[i]) != 0
		    && (found == NULL || last))
			found = &levels->rows[i];
	return found;
}

/* The first or last level of the scale. */
static const char *
scale_end(const struct levels *levels, bool last)
{
	const char *name = "";

	for (size_t i = 0; i < levels->count; i++)
		if (levels->list[i].side != LEVELS_APART && (last || name[0] == '\0'))
			name = levels->list[i].name;
	return name;
}

/* The most positive level over all rows: ": very good from 21% to 59%". */
static void
add_range(const struct levels *levels, struct buffer *out)
{
	const struct levels_row *ends[2] = { NULL, NULL };
	size_t level = NAMES_NONE;

	for (size_t i = 0; i < levels->count; i++)
		if (levels->list[i].side == LEVELS_POSITIVE)
			level = i;
	for (size_t i = 0; level != NAMES_NONE && i < levels->row_count; i++) {
		const struct levels_row *row = &levels->rows[i];
		double number;

		if (row->total || !levels_shown(row, level))
			continue;
		number = levels_figure(row, level)->number;
		if (ends[0] == NULL || number < levels_figure(ends[0], level)->number)
			ends[0] = row;
		if (ends[1] == NULL || number > levels_figure(ends[1], level)->number)
			ends[1] = row;
	}
	buffer_append_text(out, ": ");
	if (ends[0] == NULL) {
		buffer_append_text(out, "from ");
		likert_add_level(scale_end(levels, false), out);
		buffer_append_text(out, " to ");
		likert_add_level(scale_end(levels, true), out);
		return;
	}
	likert_add_level(levels->list[level].name, out);
	for (size_t i = 0; i < 2; i++) {
		char *text = levels_text(ends[i], level);

		buffer_format(out, "%s%s", i == 0 ? " from " : " to ", text);
		free(text);
	}
}

/* "Rating in Riverside: 46% Very good, 35% Good, Mar 2026" */
void
likert_title(const struct selection *selection, struct buffer *out)
{
	struct levels levels;
	const struct levels_row *row;
	const struct levels_row *own;
	bool all;

	likert_levels(&levels, selection);
	levels_sort(&levels);
	/* the only measure's name stands there already; the subject is at least as much */
	buffer_clear(out);
	buffer_append_text(out,
	    levels.subject[0] == '\0' || strcmp(levels.subject, "All") == 0 ? "Answers"
	                                                                    : levels.subject);
	own = levels.group_count == 1 && !levels.by_item ? levels_own(&levels) : NULL;
	row = own != NULL ? own : end_row(&levels, false);
	all = row == own && row != NULL && strcmp(row->name, "All") == 0;
	if (row == NULL || levels_count_shown(&levels, row) == 0) {
		buffer_append_text(out, ": no figure can be shown");
	} else if (own != NULL) {
		buffer_format(out, "%s%s: ", all ? "" : " in ", all ? "" : own->name);
		add_finding(&levels, selection, own, out);
	} else if (levels.percent && sure(&levels) && levels.group_count == 1) {
		buffer_format(
		    out, ": most positive %s %s, ", levels.by_item ? "for" : "in", row->name);
		add_finding(&levels, selection, row, out);
	} else {
		add_range(&levels, out);
	}
	sentence_when(selection, out);
	levels_release(&levels);
}

void
likert_subtitle(const struct selection *selection, struct buffer *out)
{
	struct levels levels;
	bool sorted = likert_levels(&levels, selection);

	buffer_append_text(out, levels.percent ? "Percentages" : "Numbers of answers");
	/* long ones stand in the key */
	if (strlen(scale_end(&levels, false)) + strlen(scale_end(&levels, true)) > NAMES_LENGTH)
		buffer_append_text(out, ", from most negative (left) to most positive (right)");
	else
		buffer_format(out, ", from %s (left) to %s (right)", scale_end(&levels, false),
		    scale_end(&levels, true));
	if (!levels.ordered)
		buffer_append_text(
		    out, ", in the order of the stream, which may not be that of a scale");
	for (size_t i = 0; i < levels.count; i++)
		if (levels.list[i].side == LEVELS_MIDDLE
		    && strlen(levels.list[i].name) < NAMES_LENGTH)
			buffer_format(out, ", %s about the centre", levels.list[i].name);
	if (levels.row_count > 1 && sorted)
		buffer_append_text(out, ", most positive first");
	if (levels.percent)
		buffer_append_text(
		    out, "; n is the number of answers; rounded shares may not add up to 100%");
	levels_release(&levels);
}

static void
add_row(const struct levels *levels, const struct selection *selection,
    const struct levels_row *row, const char *before, struct buffer *out)
{
	buffer_format(out, " %s%s", before, row->name);
	if (levels->groups[row->group][0] != '\0')
		buffer_format(out, ", %s", levels->groups[row->group]);
	buffer_append_text(out, ": ");
	add_finding(levels, selection, row, out);
	buffer_append_text(out, "; on the negative side ");
	add_side(levels, row, LEVELS_NEGATIVE, out);
	buffer_append_text(out, ".");
}

void
likert_alternative(const struct selection *selection, struct buffer *out)
{
	struct levels levels;
	const struct levels_row *first;
	const struct levels_row *last;
	const char *most;
	const char *least;

	likert_levels(&levels, selection);
	levels_sort(&levels);
	first = end_row(&levels, false);
	last = end_row(&levels, true);
	most = !levels.percent ? "Most positive answers: "
	    : sure(&levels)    ? "Most positive: "
	                       : "Most positive of what is published: ";
	least = !levels.percent ? "Fewest positive answers: "
	    : sure(&levels)     ? "Least positive: "
	                        : "Least positive of what is published: ";
	if (first != NULL && first == last)
		add_row(&levels, selection, first, "", out);
	else if (first != NULL && levels.group_count == 1) {
		add_row(&levels, selection, first, most, out);
		add_row(&levels, selection, last, least, out);
	}
	for (size_t i = 0; i < levels.row_count && levels.row_count > 1; i++)
		if (levels.rows[i].own && levels_count_shown(&levels, &levels.rows[i]) != 0)
			add_row(&levels, selection, &levels.rows[i], "Highlighted: ", out);
	levels_release(&levels);
}
