/* SPDX-License-Identifier: GPL-3.0-or-later */
/* funnel_shape: the points' shapes and what they mean. */
#include "../canvas/key.h"
#include "funnel_layout.h"

#include <stdlib.h>

#define TRIANGLE 7.0 /* of the middle size */

double
funnel_radius(const struct funnel_point *point)
{
	return point->verdict == FUNNEL_OUTSIDE998 ? 8 : point->verdict == FUNNEL_OUTSIDE95 ? 7 : 5;
}

static void
triangle(struct canvas *canvas, double x, double y, double radius, bool up, uint32_t colour)
{
	/* those of one point have their weight in one place */
	double shift = (TRIANGLE - radius) / 3;

	canvas_triangle(canvas, x, up ? y + shift : y - shift, 0, up ? -radius : radius, colour);
}

void
funnel_draw_ring(struct canvas *canvas, double x, double y)
{
	canvas_circle(canvas, x, y, 13, canvas->theme->own);
	canvas_circle(canvas, x, y, 10.5, canvas->theme->paper);
}

void
funnel_draw_shape(
    struct canvas *canvas, double x, double y, enum funnel_verdict verdict, bool above, bool own)
{
	const struct theme *theme = canvas->theme;
	uint32_t colour = own ? theme->own : theme->figure;

	if (verdict == FUNNEL_OUTSIDE998) {
		triangle(canvas, x, y, 9, above, theme->paper);
		triangle(canvas, x, y, 7.5, above, colour);
	} else if (verdict == FUNNEL_OUTSIDE95) {
		triangle(canvas, x, y, 8, above, theme->paper);
		triangle(canvas, x, y, 6.5, above, colour);
		triangle(canvas, x, y, 3, above, theme->paper);
	} else {
		canvas_circle(canvas, x, y, 5, theme->paper);
		canvas_circle(canvas, x, y, 4, own ? theme->own : theme->bar);
	}
}

static void
key_shape(struct canvas *canvas, const struct key_entry *entry, double x, double y)
{
	bool own = entry->number == FUNNEL_UNJUDGED;
	double middle = x + KEY_SAMPLE / 2;

	if (entry->number == FUNNEL_OUTSIDE95 || entry->number == FUNNEL_OUTSIDE998) {
		/* either way up */
		funnel_draw_shape(
		    canvas, middle - 7, y, (enum funnel_verdict)entry->number, true, false);
		funnel_draw_shape(
		    canvas, middle + 8, y, (enum funnel_verdict)entry->number, false, false);
	} else {
		if (own)
			funnel_draw_ring(canvas, middle, y);
		funnel_draw_shape(canvas, middle, y, FUNNEL_WITHIN, true, own);
	}
}

double
funnel_draw_key(struct canvas *canvas, const struct selection *selection,
    const struct funnel_layout *layout, double y)
{
	struct key_entry entries[4];
	size_t count = 0;
	char *own = NULL;

	for (size_t i = 0; i < layout->count && own == NULL; i++)
		if (selection_own(selection, layout->points[i].row->unit))
			own = words_unit(selection, layout->points[i].row->unit);
	if (layout->lines.any) {
		entries[count++] = (struct key_entry){ .colour = canvas->theme->bar,
			.text = "within the limits",
			.draw = key_shape,
			.number = FUNNEL_WITHIN };
		if (funnel_count(selection, FUNNEL_OUTSIDE95) != 0)
			entries[count++] = (struct key_entry){
				.text = "outside 95%", .draw = key_shape, .number = FUNNEL_OUTSIDE95
			};
		if (funnel_count(selection, FUNNEL_OUTSIDE998) != 0)
			entries[count++] = (struct key_entry){ .text = "outside 99.8%",
				.draw = key_shape,
				.number = FUNNEL_OUTSIDE998 };
	}
	if (own != NULL)
		entries[count++] =
		    (struct key_entry){ .text = own, .draw = key_shape, .number = FUNNEL_UNJUDGED };
	y = key_draw(canvas, entries, count, THEME_MARGIN, y, canvas->width - 2 * THEME_MARGIN);
	free(own);
	return y;
}
