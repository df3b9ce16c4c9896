/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ratio_key: what the lines and shapes of a chart of ratios mean. */
#include "../canvas/key.h"
#include "../canvas/theme.h"
#include "../words/sentence.h"
#include "ratio_layout.h"

#include <stdlib.h>

static void
draw_one(struct canvas *canvas, const struct key_entry *entry, double x, double y)
{
	canvas_line(canvas, x + KEY_SAMPLE / 2, y - 8, x + KEY_SAMPLE / 2, y + 8, 2, entry->colour);
}

static void
draw_arrow(struct canvas *canvas, const struct key_entry *entry, double x, double y)
{
	canvas_line(canvas, x, y, x + KEY_SAMPLE - 6, y, 2, entry->colour);
	canvas_triangle(canvas, x + KEY_SAMPLE - 6, y, 6, 0, entry->colour);
}

/* An interval, or a ratio of 0, leaves the axis. */
static bool
any_cut(const struct ratio_layout *layout)
{
	const struct axis *axis = &layout->axis;

	for (size_t i = 0; i < layout->list.count; i++) {
		const struct series_row *row = layout->list.items[i].row;
		bool lower = series_shown(row, SERIES_RATIO_LOWER);
		bool upper = series_shown(row, SERIES_RATIO_UPPER);

		if ((series_shown(row, SERIES_RATIO) && series_number(row, SERIES_RATIO) <= 0)
		    || (lower && series_number(row, SERIES_RATIO_LOWER) < axis->low)
		    || (upper && series_number(row, SERIES_RATIO_UPPER) > axis->high)
		    || lower != upper)
			return true;
	}
	return false;
}

static bool
any_held(const struct ratio_layout *layout)
{
	for (size_t i = 0; i < layout->list.count; i++)
		if (layout->list.items[i].row->figures[SERIES_RATIO].state == SERIES_SUPPRESSED)
			return true;
	return false;
}

double
ratio_draw_key(struct canvas *canvas, const struct ratio_layout *layout, double y)
{
	const struct theme *theme = canvas->theme;
	struct buffer one = { 0 };
	struct key_entry entries[4];
	double below;
	char *text;

	buffer_format(&one, "1: as for %s", ratio_reference(&layout->list));
	text = words_take(&one);
	entries[0] = (struct key_entry){ .colour = theme->ink, .text = text, .draw = draw_one };
	entries[1] = (struct key_entry){ .mark = KEY_INTERVAL,
		.colour = theme->ink,
		.text = sentence_any(layout->selection, SERIES_RATIO_LOWER) ? "95% interval" : "" };
	entries[2] = (struct key_entry){ .colour = theme->ink,
		.text = any_cut(layout) ? "goes on past the scale" : "",
		.draw = draw_arrow };
	entries[3] = (struct key_entry){ .mark = KEY_HATCH,
		.colour = theme->edge,
		.text = any_held(layout) ? "held back: small numbers" : "" };
	below = key_draw(canvas, entries, 4, THEME_MARGIN, y, layout->figures - THEME_MARGIN);
	free(text);
	return below + 6;
}
