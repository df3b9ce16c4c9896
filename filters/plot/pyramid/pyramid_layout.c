/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pyramid_layout: where the sides of a pyramid stand and how long its bars are. */
#include "pyramid_layout.h"

#include "../canvas/label.h"
#include "../canvas/theme.h"

#include <math.h>
#include <stdlib.h>

/* Bars shorter than this say little: the names then stand above them. */
#define SIDE_MIN 150.0

char *
pyramid_figure(const struct series_row *row)
{
	struct buffer out = { 0 };

	words_figure(&out, row, SERIES_VALUE);
	return words_take(&out);
}

static double
figure_width(const struct selection *selection)
{
	double widest = 20;

	for (size_t i = 0; i < selection->count; i++) {
		char *text = pyramid_figure(selection->rows[i]);

		widest = fmax(widest, label_width(field_of(text), THEME_TEXT, false));
		free(text);
	}
	return widest;
}

static void
reach(const struct selection *selection, double width, struct pyramid_layout *layout)
{
	static const enum series_column ends[] = { SERIES_VALUE, SERIES_LOWER, SERIES_UPPER };
	double low = 0; /* a bar's length speaks only from zero */
	double high = 0;

	for (size_t i = 0; i < selection->count; i++)
		for (size_t j = 0; j < 3; j++)
			if (series_shown(selection->rows[i], ends[j])) {
				low = fmin(low, series_number(selection->rows[i], ends[j]));
				high = fmax(high, series_number(selection->rows[i], ends[j]));
			}
	if (low == 0 && high == 0)
		high = 1;
	for (size_t side = 0; side < 2; side++) {
		struct axis *axis = &layout->axes[side];

		axis_make(axis, low, high, (size_t)(width / 80));
		axis->percent = words_percent(selection);
		axis->from = side == 0 ? layout->left : layout->right;
		axis->to = side == 0 ? layout->left - width : layout->right + width;
	}
}

void
pyramid_lay(const struct selection *selection, double width, struct pyramid_layout *layout)
{
	double figures = figure_width(selection) + PYRAMID_GAP;
	double middle = width / 2;
	double names = 40;
	double side;

	for (size_t i = 0; i < layout->pyramid.band_count; i++) {
		char *name = pyramid_name(selection, layout->pyramid.bands[i]);
		struct label label;

		label_wrap(&label, name, THEME_TEXT, false, PYRAMID_NAME_MAX, 3);
		names = fmax(names, label.width);
		label_release(&label);
		free(name);
	}
	side = (width - 2 * THEME_MARGIN - names - 4 * PYRAMID_GAP) / 2 - figures;
	layout->above = side < fmin(SIDE_MIN, width / 4 - 20);
	if (layout->above) {
		names = 0;
		side = (width - 2 * THEME_MARGIN) / 2 - figures - PYRAMID_GAP / 2;
	}
	layout->left =
	    layout->above ? middle - PYRAMID_GAP / 2 : middle - names / 2 - 2 * PYRAMID_GAP;
	layout->right = 2 * middle - layout->left;
	reach(selection, side, layout);
}
