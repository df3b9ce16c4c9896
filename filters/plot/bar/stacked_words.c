/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stacked_words: what a stacked chart says. */
#include "bar.h"

#include "../words/sentence.h"

#include <stdlib.h>
#include <string.h>

/* More rows are not read out one by one. */
#define ALT_ROWS ((size_t)6)

/* "46% men, 50% women, others held back" */
static void
add_parts(const struct levels *levels, const struct levels_row *row, struct buffer *out)
{
	bool first = true;

	for (size_t i = 0; i < levels->count; i++) {
		char *text;

		if (row->cells[i] == NULL)
			continue;
		text = levels_text(row, i);
		buffer_append_text(out, first ? "" : ", ");
		if (levels_held(row, i))
			buffer_format(out, "%s held back", levels->list[i].name);
		else
			buffer_format(out, "%s %s", levels->list[i].name,
			    text[0] == '\0' ? "no figure" : text);
		free(text);
		first = false;
	}
}

/* The row and level of the greatest figure; false where none is shown. */
static bool
greatest(const struct levels *levels, size_t *row, size_t *level)
{
	bool found = false;

	for (size_t i = 0; i < levels->row_count; i++)
		for (size_t j = 0; j < levels->count; j++) {
			if (levels->rows[i].total || !levels_shown(&levels->rows[i], j)
			    || (found
			        && levels_figure(&levels->rows[i], j)->number
			            <= levels_figure(&levels->rows[*row], *level)->number))
				continue;
			*row = i;
			*level = j;
			found = true;
		}
	return found;
}

/* "Ethnic group in Riverside: largest is white British, 61%", or that of all rows. */
void
bar_stacked_title(const struct selection *selection, struct buffer *out)
{
	struct levels levels;
	const struct levels_row *own;
	size_t row = 0;
	size_t level = 0;

	bar_stacked_levels(&levels, selection);
	buffer_clear(out);
	buffer_append_text(out, levels.subject[0] == '\0' ? "Parts" : levels.subject);
	own = levels.group_count == 1 && !levels.by_item ? levels_own(&levels) : NULL;
	if (own != NULL) {
		struct levels one = levels;

		if (strcmp(own->name, "All") != 0)
			buffer_format(out, " in %s", own->name);
		one.rows = levels.rows + (own - levels.rows);
		one.row_count = 1;
		if (greatest(&one, &row, &level)) {
			char *text = levels_text(own, level);

			buffer_format(
			    out, ": the largest part is %s, %s", levels.list[level].name, text);
			free(text);
		} else {
			buffer_append_text(out, ": no figure can be shown");
		}
	} else if (greatest(&levels, &row, &level)) {
		char *text = levels_text(&levels.rows[row], level);

		buffer_format(out, ": the largest part is %s, %s in %s", levels.list[level].name,
		    text, levels.rows[row].name);
		free(text);
	} else {
		buffer_append_text(out, ": no figure can be shown");
	}
	sentence_when(selection, out);
	levels_release(&levels);
}

void
bar_stacked_subtitle(const struct selection *selection, struct buffer *out)
{
	struct levels levels;

	bar_stacked_levels(&levels, selection);
	buffer_append_text(out,
	    levels.percent
	        ? "Percentages of each whole; n is the number behind them; rounded shares "
	          "may not add up to 100%"
	        : "Numbers in each part of the whole");
	levels_release(&levels);
}

void
bar_stacked_alternative(const struct selection *selection, struct buffer *out)
{
	struct levels levels;
	size_t row;
	size_t level;

	bar_stacked_levels(&levels, selection);
	for (size_t i = 0; i < levels.row_count; i++) {
		if (levels.row_count > ALT_ROWS && !levels.rows[i].own)
			continue;
		buffer_format(
		    out, " %s%s", levels.rows[i].own ? "Highlighted: " : "", levels.rows[i].name);
		if (levels.groups[levels.rows[i].group][0] != '\0')
			buffer_format(out, ", %s", levels.groups[levels.rows[i].group]);
		buffer_append_text(out, ": ");
		add_parts(&levels, &levels.rows[i], out);
		buffer_append_text(out, ".");
	}
	if (levels.row_count > ALT_ROWS && greatest(&levels, &row, &level)) {
		buffer_format(out, " %s, with the largest part of all: ", levels.rows[row].name);
		add_parts(&levels, &levels.rows[row], out);
		buffer_append_text(out, ".");
	}
	levels_release(&levels);
}
