/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control_marks: the shapes of figures, and the icons of variation and assurance. */
#include "control.h"

#include "../canvas/label.h"
#include "../canvas/theme.h"

#include <math.h>

#define ICON       34.0 /* the width of an icon */
#define ICON_APART 8.0
#define APART      18.0 /* from one status to the other on one line */

static uint32_t
colour_of(const struct theme *theme, enum control_way way)
{
	switch (way) {
	case CONTROL_IMPROVEMENT:
		return theme->positive[0];
	case CONTROL_CONCERN:
		return theme->negative[0];
	case CONTROL_HIGH:
	case CONTROL_LOW:
	case CONTROL_SPECIAL:
		return theme->ink_dark;
	case CONTROL_UNJUDGED:
	case CONTROL_COMMON:
	case CONTROL_WAYS:
		break;
	}
	return theme->edge;
}

void
control_figure(
    struct canvas *canvas, double x, double y, double radius, enum control_way way, int direction)
{
	uint32_t colour = colour_of(canvas->theme, way);

	if (way <= CONTROL_COMMON)
		canvas_circle(canvas, x, y, radius, colour);
	else if (direction == 0)
		canvas_diamond(canvas, x, y, radius, colour);
	else
		canvas_triangle(canvas, x, y, 0, direction > 0 ? -radius : radius, colour);
}

/* Figures that stay near their centre, or the last of which leaves it. */
static void
draw_way(struct canvas *canvas, enum control_way way, int good, double x, double y)
{
	uint32_t grey = canvas->theme->edge;
	int direction = control_direction(way, good);
	bool common = way == CONTROL_COMMON;
	double height[4] = { common ? 4.0 : direction * 6.0, common ? -4.0 : direction * 6.0,
		common ? 4.0 : direction * 4.0, common ? -4.0 : direction * -4.0 };

	for (size_t i = 0; i < 4; i++) {
		double at = x + 4 + (double)i * 8;

		if (i != 0)
			canvas_line(
			    canvas, at - 8, y + height[i - 1], at, y + height[i], 1.5, grey);
		if (i < 3 || common)
			canvas_circle(canvas, at, y + height[i], 2.6, grey);
		else
			control_figure(canvas, at, y + height[i], 6, way, direction);
	}
}

/* Figures beyond, short of, or about a dotted line: the target. */
static void
draw_assurance(
    struct canvas *canvas, enum control_assurance assurance, int good, double x, double y)
{
	const struct theme *theme = canvas->theme;
	int side = assurance == CONTROL_HIT_OR_MISS ? 0 : assurance == CONTROL_PASSES ? 1 : -1;
	double line = y + side * (good < 0 ? -5 : 5);

	canvas_dashed(canvas, x, line, x + ICON - 4, line, 2, 2.5, theme->own);
	for (size_t i = 0; i < 3; i++) {
		double off = side != 0 ? y - line : i % 2 == 0 ? 5 : -5;

		canvas_circle(canvas, x + 6 + (double)i * 9, y + off, 3,
		    side == 0      ? theme->edge
		        : side > 0 ? theme->positive[0]
		                   : theme->negative[0]);
	}
}

size_t
control_status(
    struct canvas *canvas, const struct series_row *row, int good, double x, double y, double width)
{
	enum control_way way = control_way(row);
	enum control_assurance assurance = control_assurance(row);
	const char *texts[2] = { control_way_words(way), control_assurance_words(assurance) };
	double at = x;
	size_t used = 0;

	if (way == CONTROL_UNJUDGED && row != NULL)
		texts[0] = row->too_few ? "too few for limits" : "no limits";
	for (size_t i = 0; i < 2; i++) {
		bool icon = i == 1 || way != CONTROL_UNJUDGED;
		double before = icon ? ICON + ICON_APART : 0;
		double need = before + label_width(field_of(texts[i]), THEME_TEXT, false);

		if (texts[i][0] == '\0')
			continue;
		if (used == 0 || at + need > x + width) {
			at = x;
			used++;
		}
		if (canvas != NULL) {
			double line = y + (double)(used - 1) * THEME_LINE;

			if (icon && i == 0)
				draw_way(canvas, way, good, at, line);
			else if (icon)
				draw_assurance(canvas, assurance, good, at, line);
			canvas_word(canvas, at + before, line, CANVAS_LEFT, THEME_TEXT, false,
			    canvas->theme->ink, texts[i]);
		}
		at += need + APART;
	}
	return used;
}
