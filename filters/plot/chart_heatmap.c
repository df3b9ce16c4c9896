/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart_heatmap: units by measures or by periods, each figure printed in its cell. */
#include "axis.h"
#include "chart.h"
#include "label.h"
#include "theme.h"

#include <math.h>
#include <stdlib.h>

#define NAME_WIDTH 250.0
#define MARK_WIDTH 22.0
#define CELL_MAX   130.0
#define CELL_PAD   10.0
/* Wider than this, cells no longer hold their figures. */
#define FIGURES_WIDTH_MAX 2400.0
#define HEADER_LINES_MAX  4

struct span {
	double low;
	double high;
};

struct layout {
	double left;        /* of the first cell */
	double cell;        /* its width */
	bool figures;       /* printed in the cells */
	bool columns_apart; /* each column has a scale of its own */
	struct span *spans; /* of each column, or one for all */
};

static void
widen(struct span *span, double value)
{
	span->low = fmin(span->low, value);
	span->high = fmax(span->high, value);
}

/* Means and percentages stand on scales that say nothing of each other. */
static void
measure_spans(const struct selection *selection, struct layout *layout)
{
	layout->columns_apart = words_kind(selection) == NULL;
	layout->spans = xcalloc(selection->column_count + 1, sizeof(layout->spans[0]));
	for (size_t i = 0; i < selection->column_count; i++)
		layout->spans[i] = (struct span){ INFINITY, -INFINITY };
	for (size_t column = 0; column < selection->column_count; column++)
		for (size_t unit = 0; unit < selection->unit_count; unit++) {
			const struct series_row *row = selection_cell(selection, unit, column);

			if (row != NULL && series_shown(row, SERIES_VALUE))
				widen(&layout->spans[layout->columns_apart ? column : 0],
				    series_number(row, SERIES_VALUE));
		}
}

static double
share_of(const struct layout *layout, size_t column, double value)
{
	const struct span *span = &layout->spans[layout->columns_apart ? column : 0];

	return span->high > span->low ? (value - span->low) / (span->high - span->low) : 0.5;
}

/* The figure in the cell.  Where all are percentages the signs would fill the
 * map, and the key has them. */
static char *
cell_text(const struct layout *layout, const struct series_row *row)
{
	struct buffer out = { 0 };

	if (row == NULL || row->figures[SERIES_VALUE].state == SERIES_EMPTY)
		return xstrdup("\xe2\x80\x93");
	if (!layout->columns_apart)
		return label_clean(field_of(row->figures[SERIES_VALUE].text));
	words_figure(&out, row, SERIES_VALUE);
	return words_take(&out);
}

static char *
column_name(const struct selection *selection, size_t column)
{
	return selection->by_period
	    ? label_clean(field_of(words_period(selection, selection->columns[column])[0] == '\0'
	            ? selection->series->periods.texts[selection->columns[column]]
	            : words_period(selection, selection->columns[column])))
	    : words_measure(selection, selection->columns[column]);
}

static void
lay(const struct selection *selection, struct canvas *canvas, struct layout *layout)
{
	double names = 80;
	double need = 44;
	double room;

	for (size_t i = 0; i < selection->unit_count; i++) {
		char *name = words_unit(selection, selection->units[i]);
		struct label label;

		label_wrap(&label, name, THEME_TEXT, true, NAME_WIDTH, 3);
		names = fmax(names, label.width);
		label_release(&label);
		free(name);
	}
	for (size_t i = 0; i < selection->count; i++) {
		char *text = cell_text(layout, selection->rows[i]);

		need = fmax(need, label_width(field_of(text), THEME_TEXT, false) + CELL_PAD);
		free(text);
	}
	layout->left = THEME_MARGIN + MARK_WIDTH + names + 14;
	room = THEME_WIDTH - THEME_MARGIN - layout->left;
	layout->figures = need * (double)selection->column_count <= FIGURES_WIDTH_MAX;
	layout->cell = fmin(CELL_MAX, room / (double)selection->column_count);
	layout->cell = fmax(layout->cell, layout->figures ? need : 9);
	/* names of measures stand above each column and need their room */
	if (!selection->by_period)
		layout->cell = fmax(layout->cell, 84);
	canvas->width = fmax(THEME_WIDTH,
	    ceil(layout->left + layout->cell * (double)selection->column_count + THEME_MARGIN));
}

/* Periods too narrow for their names are marked at round places instead. */
static double
draw_period_marks(
    struct canvas *canvas, const struct selection *selection, const struct layout *layout, double y)
{
	double apart = 0;
	double next = -INFINITY;
	struct axis_mark marks[AXIS_MARKS_MAX];
	double from = layout->left + layout->cell / 2;
	double to = from + layout->cell * (double)(selection->column_count - 1);
	size_t count;

	for (size_t i = 0; i < selection->column_count; i++) {
		char *name = column_name(selection, i);

		apart = fmax(apart, label_width(field_of(name), THEME_TEXT, false));
		free(name);
	}
	count = axis_marks(selection, from, to, apart + 16, marks);
	for (size_t i = 0; i < count; i++) {
		/* columns are evenly spaced, whatever the calendar leaves out */
		for (size_t column = 0; column < selection->column_count; column++) {
			double x = from + layout->cell * (double)column;

			if (axis_time(selection, column, from, to) != marks[i].pixel || x < next)
				continue;
			canvas_line(canvas, x, y + 14, x, y + 20, 1.5, THEME_INK);
			canvas_word(canvas, x, y, CANVAS_CENTRE, THEME_TEXT, false, THEME_INK,
			    marks[i].label);
			next = x + apart + 12;
		}
	}
	return y + 22;
}

static double
draw_header(
    struct canvas *canvas, const struct selection *selection, const struct layout *layout, double y)
{
	size_t most = 1;
	bool split = false;

	for (size_t i = 0; i < selection->column_count; i++) {
		char *name = column_name(selection, i);
		struct label label;

		label_wrap(&label, name, THEME_TEXT, true, layout->cell - 8, HEADER_LINES_MAX);
		most = label.count > most ? label.count : most;
		split |= label.count > 2;
		label_release(&label);
		free(name);
	}
	if (selection->by_period && split)
		return draw_period_marks(canvas, selection, layout, y);
	for (size_t i = 0; i < selection->column_count; i++) {
		char *name = column_name(selection, i);
		struct label label;

		label_wrap(&label, name, THEME_TEXT, true, layout->cell - 8, HEADER_LINES_MAX);
		for (size_t line = 0; line < label.count; line++)
			canvas_word(canvas, layout->left + layout->cell * ((double)i + 0.5),
			    y + (double)(most - label.count + line) * 19, CANVAS_CENTRE, THEME_TEXT,
			    true, THEME_INK, label.lines[line]);
		label_release(&label);
		free(name);
	}
	return y + (double)most * 19;
}

static void
draw_cell(struct canvas *canvas, const struct layout *layout, const struct series_row *row,
    size_t column, double x, double y, double height)
{
	double gap = layout->cell > 20 ? 1 : 0.25;
	double left = x + gap;
	double right = x + layout->cell - gap;
	double top = y + 1;
	double bottom = y + height - 1;
	double middle = (left + right) / 2;
	uint32_t ink = THEME_INK;

	if (row != NULL && series_shown(row, SERIES_VALUE)) {
		uint32_t colour =
		    theme_ramp(share_of(layout, column, series_number(row, SERIES_VALUE)));

		canvas_box(canvas, left, top, right, bottom, colour);
		ink = theme_ink_on(colour);
	} else if (row != NULL && row->figures[SERIES_VALUE].state == SERIES_SUPPRESSED) {
		canvas_hatch(canvas, left + 0.5, top + 0.5, right - 0.5, bottom - 0.5, THEME_EDGE);
		if (layout->figures)
			canvas_box(canvas, middle - 9, y + height / 2 - 9, middle + 9,
			    y + height / 2 + 9, THEME_WHITE);
	}
	if (layout->figures) {
		char *text = cell_text(layout, row);

		/* an asterisk hangs high */
		canvas_word(canvas, middle, y + height / 2 + (text[0] == '*' ? 3 : 0),
		    CANVAS_CENTRE, THEME_TEXT, false, ink, text);
		free(text);
	}
}

static double
draw_unit(struct canvas *canvas, const struct selection *selection, const struct layout *layout,
    size_t unit, double y)
{
	bool own = selection_own(selection, selection->units[unit]);
	uint32_t colour = own ? THEME_PLUM : THEME_INK;
	char *name = words_unit(selection, selection->units[unit]);
	struct label label;
	double height;

	label_wrap(&label, name, THEME_TEXT, own, NAME_WIDTH, 3);
	height = fmax(30, (double)label.count * 19 + 9);
	for (size_t i = 0; i < label.count; i++)
		canvas_word(canvas, THEME_MARGIN + MARK_WIDTH,
		    y + height / 2 + ((double)i - (double)(label.count - 1) / 2) * 19, CANVAS_LEFT,
		    THEME_TEXT, own, colour, label.lines[i]);
	label_release(&label);
	free(name);
	for (size_t i = 0; i < selection->column_count; i++)
		draw_cell(canvas, layout, selection_cell(selection, unit, i), i,
		    layout->left + layout->cell * (double)i, y, height);
	if (own) {
		canvas_pointer(canvas, THEME_MARGIN + 7, y + height / 2, 7, THEME_PLUM);
		canvas_frame(canvas, layout->left, y,
		    layout->left + layout->cell * (double)selection->column_count, y + height, 3,
		    THEME_PLUM);
	}
	return y + height;
}

static double
draw_key(
    struct canvas *canvas, const struct selection *selection, const struct layout *layout, double y)
{
	const struct series_row *least;
	const struct series_row *greatest;
	double x = layout->left;

	if (words_extremes(selection, &least, &greatest)) {
		for (size_t i = 0; i < 2; i++) {
			struct buffer out = { 0 };
			char *text;

			if (layout->columns_apart)
				buffer_append_text(
				    &out, i == 0 ? "lowest in its column" : "highest");
			else
				words_figure(&out, i == 0 ? least : greatest, SERIES_VALUE);
			text = words_take(&out);
			canvas_word(canvas, x, y, CANVAS_LEFT, THEME_TEXT, false, THEME_INK, text);
			x += label_width(field_of(text), THEME_TEXT, false) + 8;
			for (size_t step = 0; i == 0 && step < 20; step++)
				canvas_box(canvas, x + (double)step * 9, y - 9,
				    x + (double)step * 9 + 9, y + 9, theme_ramp((double)step / 19));
			x += i == 0 ? 180 + 8 : 24;
			free(text);
		}
	}
	if (selection->suppressed != 0) {
		canvas_hatch(canvas, x, y - 9, x + 30, y + 9, THEME_EDGE);
		canvas_word(
		    canvas, x + 38, y, CANVAS_LEFT, THEME_TEXT, false, THEME_INK, "* held back");
		x += 38 + 92 + 24;
	}
	return y + THEME_LINE;
}

void
chart_heatmap(const struct selection *selection, const struct words *words, struct canvas *canvas)
{
	struct layout layout = { 0 };
	double y;

	measure_spans(selection, &layout);
	lay(selection, canvas, &layout);
	y = draw_header(canvas, selection, &layout, theme_head(canvas, words));
	for (size_t i = 0; i < selection->unit_count; i++)
		y = draw_unit(canvas, selection, &layout, i, y);
	y = draw_key(canvas, selection, &layout, y + 24);
	free(layout.spans);
	theme_foot(canvas, words, y - 4);
}
