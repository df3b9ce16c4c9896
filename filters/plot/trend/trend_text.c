/* SPDX-License-Identifier: GPL-3.0-or-later */
/* trend_text: a chart over time for a terminal: a line of blocks for each panel. */
#include "trend.h"

#include "../canvas/label.h"
#include "../terminal/terminal.h"

#include <math.h>
#include <stdlib.h>

/* The four figures of a line: first, last, lowest, highest. */
#define FIGURES 4

struct line {
	const struct series_row *figures[FIGURES];
};

static void
read_line(
    struct line *line, const struct selection *selection, const struct series_row *const *rows)
{
	*line = (struct line){ { panel_end(selection, rows, false),
	    panel_end(selection, rows, true), NULL, NULL } };
	for (size_t i = 0; i < selection->period_count; i++) {
		const struct series_row *row = rows[i];

		if (!panel_shows(row, SERIES_VALUE))
			continue;
		if (line->figures[2] == NULL
		    || series_number(row, SERIES_VALUE)
		        < series_number(line->figures[2], SERIES_VALUE))
			line->figures[2] = row;
		if (line->figures[3] == NULL
		    || series_number(row, SERIES_VALUE)
		        > series_number(line->figures[3], SERIES_VALUE))
			line->figures[3] = row;
	}
}

static char *
figure_of(const struct series_row *row)
{
	return row == NULL ? xstrdup("-") : terminal_value(row);
}

/* One cell for every so many periods, which shows the last figure among them; a star where
 * figures are held back, a point where there is none. */
static void
add_blocks(struct buffer *text, const struct selection *selection,
    const struct series_row *const *rows, const double *span, size_t every)
{
	static const char *const blocks[] = { "\xe2\x96\x81", "\xe2\x96\x82", "\xe2\x96\x83",
		"\xe2\x96\x84", "\xe2\x96\x85", "\xe2\x96\x86", "\xe2\x96\x87", "\xe2\x96\x88" };

	for (size_t i = 0; i < selection->period_count; i += every) {
		const char *cell = "\xc2\xb7";

		for (size_t j = i; j < i + every && j < selection->period_count; j++) {
			const struct series_row *row = rows[j];

			if (panel_shows(row, SERIES_VALUE))
				cell = blocks[terminal_place(
				    series_number(row, SERIES_VALUE), span[0], span[1], 8)];
			else if (row != NULL
			    && row->figures[SERIES_VALUE].state == SERIES_SUPPRESSED)
				cell = "*";
		}
		buffer_append_text(text, cell);
	}
}

static void
widen(const struct series_row *const *rows, size_t count, double *span)
{
	for (size_t i = 0; i < count; i++)
		if (panel_shows(rows[i], SERIES_VALUE)) {
			span[0] = fmin(span[0], series_number(rows[i], SERIES_VALUE));
			span[1] = fmax(span[1], series_number(rows[i], SERIES_VALUE));
		}
}

static void
add_name(struct buffer *text, const struct trend *trend, const struct selection *selection,
    size_t panel, size_t cells)
{
	char *name = trend_name(trend, selection, panel);

	buffer_append_text(text, trend_own(trend, selection, panel) ? "\xe2\x96\xb6 " : "  ");
	label_fit(text, field_of(name), cells);
	free(name);
}

/* The widest figure and name of all lines. */
static void
measure(
    const struct trend *trend, const struct selection *selection, size_t *figures, size_t *names)
{
	*figures = strlen("highest");
	*names = strlen("  ");
	for (size_t i = 0; i < trend->count; i++) {
		char *name = trend_name(trend, selection, i);
		struct line line;

		*names = terminal_larger(*names, label_cells(field_of(name)));
		free(name);
		read_line(&line, selection, trend_rows(trend, selection, i));
		for (size_t j = 0; j < FIGURES; j++) {
			char *value = figure_of(line.figures[j]);

			*figures = terminal_larger(*figures, label_cells(field_of(value)));
			free(value);
		}
	}
}

static void
add_head(struct buffer *text, size_t names, size_t figures, size_t blocks)
{
	static const char *const heads[FIGURES] = { "first", "last", "lowest", "highest" };

	label_fit(text, field_of(""), names + 2);
	for (size_t i = 0; i < FIGURES; i++) {
		terminal_right(text, heads[i], figures + 1);
		if (i == 0)
			label_fit(text, field_of(""), blocks + 1);
	}
	terminal_end_line(text);
}

void
trend_text(const struct selection *selection, size_t columns, struct buffer *text)
{
	struct trend trend;
	double span[2] = { INFINITY, -INFINITY };
	bool shared = selection->measure_count == 1 || words_kind(selection) != NULL;
	size_t figures;
	size_t names;
	size_t room;
	size_t every = 1;
	size_t blocks;

	trend_make(&trend, selection);
	measure(&trend, selection, &figures, &names);
	/* names give way to blocks, down to a third of the line, then several periods share one */
	room = columns - 3 - FIGURES * (figures + 1);
	blocks = selection->period_count;
	if (names + blocks > room)
		names = names > columns / 4
		    ? terminal_larger(columns / 4, room > blocks ? room - blocks : 0)
		    : names;
	while (names + (blocks = (selection->period_count + every - 1) / every) > room)
		every++;
	widen(trend.rows, trend.count * selection->period_count, span);
	add_head(text, names, figures, blocks);
	for (size_t i = 0; i < trend.count; i++) {
		const struct series_row *const *rows = trend_rows(&trend, selection, i);
		double own[2] = { INFINITY, -INFINITY };
		struct line line;

		read_line(&line, selection, rows);
		widen(rows, selection->period_count, own);
		add_name(text, &trend, selection, i, names);
		for (size_t j = 0; j < FIGURES; j++) {
			char *value = figure_of(line.figures[j]);

			terminal_right(text, value, figures + 1);
			free(value);
			if (j != 0)
				continue;
			buffer_append(text, " ", 1);
			add_blocks(text, selection, rows, shared ? span : own, every);
		}
		terminal_end_line(text);
	}
	if (every > 1)
		buffer_format(text, "\nEach block is the last figure of %zu %ss.\n", every,
		    words_step(selection));
	trend_release(&trend);
}
