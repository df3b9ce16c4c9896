/* SPDX-License-Identifier: GPL-3.0-or-later */
/* trend_words: what a chart over time says: from the first figure to the last. */
#include "trend.h"

#include "../words/sentence.h"

#include <math.h>
#include <stdlib.h>

/* The alternative tells of so many panels. */
#define NAMED_MAX 5

/* "rose from 61% in Jan 2024 to 72% in Dec 2025" where the intervals of both do not overlap,
 * else "61% in Jan 2024, 64% in Dec 2025". */
static void
add_ends(
    const struct selection *selection, const struct series_row *const *rows, struct buffer *out)
{
	const struct series_row *first = panel_end(selection, rows, false);
	const struct series_row *last = panel_end(selection, rows, true);
	int change = trend_change(first, last);

	if (first == NULL) {
		buffer_append_text(out, "no figure can be shown");
		return;
	}
	if (change != 0)
		buffer_append_text(out, change > 0 ? "rose from " : "fell from ");
	words_figure(out, first, SERIES_VALUE);
	buffer_format(out, " in %s", words_period(selection, first->period));
	if (first == last)
		return;
	buffer_append_text(out, change != 0 ? " to " : ", ");
	words_figure(out, last, SERIES_VALUE);
	buffer_format(out, " in %s", words_period(selection, last->period));
}

/* How many panels rose (1) or fell (-1), and which of all moved most; count if none did. */
static void
count_changes(
    const struct trend *trend, const struct selection *selection, size_t counts[2], size_t *most)
{
	double furthest = 0;

	counts[0] = counts[1] = 0;
	*most = trend->count;
	for (size_t i = 0; i < trend->count; i++) {
		const struct series_row *const *rows = trend_rows(trend, selection, i);
		const struct series_row *first = panel_end(selection, rows, false);
		const struct series_row *last = panel_end(selection, rows, true);
		int change = trend_change(first, last);
		double move;

		if (change == 0)
			continue;
		counts[change > 0 ? 0 : 1]++;
		move = fabs(series_number(last, SERIES_VALUE) - series_number(first, SERIES_VALUE));
		if (move > furthest) {
			furthest = move;
			*most = i;
		}
	}
}

static void
add_changes(const struct trend *trend, const struct selection *selection, struct buffer *out)
{
	size_t counts[2];
	size_t most;

	count_changes(trend, selection, counts, &most);
	if (!sentence_any(selection, SERIES_LOWER) || selection->period_count == 1) {
		/* without intervals no change is told from chance, and of one period there is none
		 */
		if (!trend->by_measure)
			sentence_range(selection, out);
		sentence_when(selection, out);
		return;
	}
	if (counts[0] + counts[1] == 0) {
		buffer_append_text(out, ": none rose or fell beyond its intervals");
		sentence_when(selection, out);
		return;
	}
	if (counts[0] + counts[1] == 1) {
		char *name = trend_name(trend, selection, most);

		buffer_format(out, ": %s ", name);
		add_ends(selection, trend_rows(trend, selection, most), out);
		free(name);
		return;
	}
	buffer_append_text(out, ":");
	if (counts[0] != 0)
		buffer_format(out, " %zu rose", counts[0]);
	if (counts[1] != 0)
		buffer_format(out, "%s %zu fell", counts[0] != 0 ? "," : "", counts[1]);
	/* measures of one unit may have scales that cannot be compared */
	if (!trend->by_measure && most < trend->count) {
		char *name = trend_name(trend, selection, most);
		const struct series_row *const *rows = trend_rows(trend, selection, most);

		buffer_format(out, ", most %s from ", name);
		words_figure(out, panel_end(selection, rows, false), SERIES_VALUE);
		buffer_append_text(out, " to ");
		words_figure(out, panel_end(selection, rows, true), SERIES_VALUE);
		free(name);
	}
	sentence_when(selection, out);
}

void
trend_title(const struct selection *selection, struct buffer *out)
{
	struct trend trend;
	size_t own = 0;
	bool alone;

	trend_make(&trend, selection);
	alone = trend.count == 1;
	while (own < trend.count && !trend_own(&trend, selection, own))
		own++;
	if (trend.by_measure) {
		buffer_format(out, "%zu measures", trend.count);
		sentence_unit(selection, selection->units[0], out);
	} else if (trend.count > 1 && own == trend.count) {
		buffer_format(out, " in %zu units", trend.count);
	} else {
		sentence_unit(selection, selection->units[alone ? 0 : own], out);
	}
	if (selection->suppressed + selection->absent == selection->count) {
		sentence_when(selection, out);
		buffer_append_text(out, ": no figure can be shown");
	} else if (!trend.by_measure && (alone || own < trend.count)) {
		buffer_append_text(out, ": ");
		add_ends(selection, trend_rows(&trend, selection, alone ? 0 : own), out);
	} else {
		add_changes(&trend, selection, out);
	}
	trend_release(&trend);
}

void
trend_subtitle(const struct selection *selection, struct buffer *out)
{
	const char *step = words_step(selection);
	bool kinds = words_kind(selection) != NULL;

	buffer_append_text(out, sentence_kind(selection));
	buffer_format(out, " by %s", step);
	if (sentence_any(selection, SERIES_LOWER)) {
		buffer_append_text(out, " with 95% intervals");
		sentence_add_method(out, sentence_method(selection));
	}
	if (selection->measure_count > 1)
		buffer_append_text(out,
		    kinds ? "; one scale for all measures" : "; each measure has its own scale");
	else if (selection->unit_count > 1)
		buffer_append_text(out, "; one scale for all units");
	buffer_format(out, "; the line breaks where a %s has no figure", step);
}

void
trend_alternative(const struct selection *selection, struct buffer *out)
{
	struct trend trend;
	size_t named = 0;

	trend_make(&trend, selection);
	/* the own unit's ends stand in the title */
	for (size_t i = 0; i < trend.count && trend.count > 1 && named < NAMED_MAX; i++) {
		char *name;

		if (trend_own(&trend, selection, i))
			continue;
		name = trend_name(&trend, selection, i);
		buffer_format(out, " %s: ", name);
		add_ends(selection, trend_rows(&trend, selection, i), out);
		buffer_append_text(out, ".");
		named++;
		free(name);
	}
	if (trend.count > named + 1)
		buffer_format(out, " And %zu more.", trend.count - named);
	if (!trend.by_measure)
		sentence_ends(selection, out);
	trend_release(&trend);
}
