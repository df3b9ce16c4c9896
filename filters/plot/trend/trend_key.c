/* SPDX-License-Identifier: GPL-3.0-or-later */
/* trend_key: what the lines and bands of a trend chart mean. */
#include "trend.h"

#include "../canvas/key.h"
#include "../canvas/theme.h"
#include "../words/sentence.h"

static bool
any_interval(const struct selection *selection)
{
	return sentence_any(selection, SERIES_LOWER) && sentence_any(selection, SERIES_UPPER);
}

/* A dashed line as the median's is. */
static void
draw_median(struct canvas *canvas, const struct key_entry *entry, double x, double y)
{
	canvas_dashed(canvas, x, y, x + KEY_SAMPLE, y, 2, 4, entry->colour);
}

static void
draw_others(struct canvas *canvas, const struct key_entry *entry, double x, double y)
{
	canvas_line(canvas, x, y + 4, x + KEY_SAMPLE, y - 3, 0.7, entry->colour);
	canvas_line(canvas, x, y - 5, x + KEY_SAMPLE, y + 2, 0.7, entry->colour);
}

double
trend_key(
    struct canvas *canvas, const struct selection *selection, bool own, bool context, double y)
{
	const struct theme *theme = canvas->theme;
	struct key_entry entries[6];
	size_t count = 0;

	if (any_interval(selection))
		entries[count++] = (struct key_entry){
			.mark = KEY_BAND, .colour = theme->band, .text = "95% interval"
		};
	if (own)
		entries[count++] = (struct key_entry){
			.mark = KEY_POINTER, .colour = theme->own, .text = "own unit"
		};
	if (context && sentence_any(selection, SERIES_VALUE))
		entries[count++] = (struct key_entry){
			.colour = theme->edge, .text = "the other units", .draw = draw_others
		};
	if (sentence_any(selection, SERIES_MEDIAN))
		entries[count++] = (struct key_entry){
			.colour = theme->centre, .text = "median", .draw = draw_median
		};
	if (selection->suppressed != 0)
		entries[count++] = (struct key_entry){
			.mark = KEY_HATCH, .colour = theme->ink, .text = "held back"
		};
	return key_draw(canvas, entries, count, THEME_MARGIN, y, canvas->width - 2 * THEME_MARGIN);
}
