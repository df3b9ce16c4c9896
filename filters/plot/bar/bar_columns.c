/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bar_columns: where names, bars and figures stand. */
#include "bar.h"

#include "../canvas/frame.h"
#include "../canvas/label.h"

#include <math.h>
#include <stdlib.h>

#define NARROW     560.0
#define MARK_WIDTH 22.0 /* before the names, for the own unit's mark */
#define NAME_LINES 3

void
bar_lay(struct bar_columns *columns, double width, double names, double counts, double values)
{
	columns->narrow = width < NARROW;
	columns->names = THEME_MARGIN + MARK_WIDTH;
	columns->values = values == 0 ? 0 : width - THEME_MARGIN;
	columns->axis.to = width - THEME_MARGIN - (values == 0 ? 12 : values + 16);
	if (columns->narrow) {
		columns->counts = counts == 0 ? 0 : width - THEME_MARGIN;
		columns->name_width =
		    width - THEME_MARGIN - columns->names - (counts == 0 ? 0 : counts + 40);
		columns->axis.from = THEME_MARGIN + 12;
		return;
	}
	columns->name_width = fmin(names, fmin(300, width * 0.32));
	columns->counts =
	    counts == 0 ? 0 : columns->names + columns->name_width + 14 + fmax(counts, 14);
	columns->axis.from =
	    (counts == 0 ? columns->names + columns->name_width : columns->counts) + 20;
}

void
bar_draw_lines(struct canvas *canvas, const struct bar_columns *columns, double top, double bottom)
{
	for (size_t i = 0; i < axis_ticks(&columns->axis); i++) {
		double x = axis_pixel(&columns->axis, axis_tick(&columns->axis, i));

		canvas_line(canvas, x, top, x, bottom, 1, canvas->theme->grid);
	}
}

void
bar_draw_scale(struct canvas *canvas, const struct bar_columns *columns, double y)
{
	double next = -INFINITY;

	for (size_t i = 0; i < axis_ticks(&columns->axis); i++) {
		double x = axis_pixel(&columns->axis, axis_tick(&columns->axis, i));
		char label[AXIS_LABEL_MAX];
		double half;

		axis_label(&columns->axis, i, label);
		half = label_width(field_of(label), THEME_TEXT, false) / 2;
		if (x - half < fmax(0, next) || x + half > canvas->width)
			continue;
		canvas_word(
		    canvas, x, y, CANVAS_CENTRE, THEME_TEXT, false, canvas->theme->ink, label);
		next = x + half + 10;
	}
}

static void
draw_count(struct canvas *canvas, const struct bar_columns *columns, const char *before,
    const char *records, bool own, double y)
{
	struct buffer out = { 0 };
	char *text;

	if (columns->counts == 0 || records == NULL || records[0] == '\0')
		return;
	buffer_format(&out, "%s%s", before, records);
	text = words_take(&out);
	canvas_word(canvas, columns->counts, y, CANVAS_RIGHT, THEME_TEXT, own,
	    own ? canvas->theme->own : canvas->theme->ink, text);
	free(text);
}

double
bar_draw_name(struct canvas *canvas, const struct bar_columns *columns, const char *name,
    const char *records, bool own, double y, double *height)
{
	uint32_t colour = own ? canvas->theme->own : canvas->theme->ink;
	struct label label;
	double first;
	double middle;

	label_wrap(&label, name, THEME_TEXT, own, columns->name_width, NAME_LINES);
	if (!columns->narrow)
		*height = fmax(*height, (double)label.count * BAR_LINE + 5);
	middle = columns->narrow ? y + 12 : y + *height / 2;
	first = columns->narrow ? middle : middle - (double)(label.count - 1) / 2 * BAR_LINE;
	for (size_t i = 0; i < label.count; i++)
		canvas_word(canvas, columns->names, first + (double)i * BAR_LINE, CANVAS_LEFT,
		    THEME_TEXT, own, colour, label.lines[i]);
	if (own)
		canvas_pointer(canvas, THEME_MARGIN + 7, middle, 7, canvas->theme->own);
	draw_count(canvas, columns, columns->narrow ? "n " : "", records, own, middle);
	if (columns->narrow)
		y = first + (double)label.count * BAR_LINE - 6;
	label_release(&label);
	return y;
}

double
bar_draw_group(struct canvas *canvas, const char *name, bool first, double y)
{
	return floor(frame_paragraph(canvas, THEME_MARGIN, y + (first ? 12 : 24),
	                 canvas->width - 2 * THEME_MARGIN, THEME_TEXT, true, canvas->theme->ink,
	                 name, NAME_LINES)
	    - 6);
}
