/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pyramid_text: a pyramid for a terminal, one line for each band. */
#include "pyramid.h"

#include "../canvas/label.h"
#include "../terminal/terminal.h"

#include <math.h>
#include <stdlib.h>

struct columns {
	size_t names;
	size_t figures;
	size_t bars;
	double greatest;
};

static struct columns
lay(const struct selection *selection, const struct pyramid *pyramid, size_t columns)
{
	struct columns laid = { 4, 3, 0, 0 };

	for (size_t i = 0; i < pyramid->band_count; i++) {
		char *name = pyramid_name(selection, pyramid->bands[i]);

		laid.names = terminal_larger(laid.names, label_cells(field_of(name)));
		free(name);
	}
	laid.names = laid.names > columns / 3 ? columns / 3 : laid.names;
	for (size_t i = 0; i < selection->count; i++) {
		char *value = terminal_value(selection->rows[i]);

		laid.figures = terminal_larger(laid.figures, label_cells(field_of(value)));
		if (series_shown(selection->rows[i], SERIES_VALUE))
			laid.greatest =
			    fmax(laid.greatest, series_number(selection->rows[i], SERIES_VALUE));
		free(value);
	}
	if (columns > laid.names + 2 * laid.figures + 4)
		laid.bars = (columns - laid.names - 2 * laid.figures - 4) / 2;
	return laid;
}

static void
side(const struct columns *laid, const struct series_row *row, bool left, struct buffer *text)
{
	char *value = row == NULL ? NULL : terminal_value(row);
	size_t full = 0;

	if (row != NULL && series_shown(row, SERIES_VALUE) && laid->greatest > 0)
		full = (size_t)lround(fmax(0, series_number(row, SERIES_VALUE)) / laid->greatest
		    * (double)laid->bars);
	if (left) {
		for (size_t i = full; i < laid->bars; i++)
			buffer_append(text, " ", 1);
		terminal_right(
		    text, value == NULL || value[0] == '\0' ? "-" : value, laid->figures);
		buffer_append(text, " ", 1);
	}
	for (size_t i = 0; i < full; i++)
		buffer_append_text(text, "\xe2\x96\x88");
	if (!left)
		buffer_format(text, " %s", value == NULL || value[0] == '\0' ? "-" : value);
	free(value);
}

static void
line(const struct selection *selection, const struct pyramid *pyramid, const struct columns *laid,
    size_t band, struct buffer *text)
{
	char *name = pyramid_name(selection, pyramid->bands[band]);

	side(laid, pyramid_cell(pyramid, band, 0), true, text);
	buffer_append(text, " ", 1);
	label_fit(text, field_of(name), laid->names);
	buffer_append(text, " ", 1);
	side(laid, pyramid_cell(pyramid, band, 1), false, text);
	terminal_end_line(text);
	free(name);
}

/* The names of the sides above their bars, with what the stream has of all bands. */
static void
head(const struct selection *selection, const struct pyramid *pyramid, const struct columns *laid,
    struct buffer *text)
{
	for (size_t i = 0; i < 2; i++) {
		struct buffer out = { 0 };
		char *name = pyramid_name(selection, pyramid->sides[i]);
		char *title;

		buffer_append_text(&out, name);
		if (pyramid->totals[i] != NULL) {
			buffer_append_text(&out, ": ");
			words_figure(&out, pyramid->totals[i], SERIES_VALUE);
		}
		title = words_take(&out);
		if (i == 0)
			terminal_right(text, title, laid->bars + laid->figures + 1);
		else
			buffer_append_text(text, title);
		for (size_t j = 0; i == 0 && j < laid->names + 2; j++)
			buffer_append(text, " ", 1);
		free(title);
		free(name);
	}
	terminal_end_line(text);
}

void
pyramid_text(const struct selection *selection, size_t columns, struct buffer *text)
{
	struct pyramid pyramid = { 0 };
	struct fault fault = { 0 };

	if (pyramid_find(&pyramid, selection, &fault)) {
		struct columns laid = lay(selection, &pyramid, columns);

		head(selection, &pyramid, &laid, text);
		for (size_t i = pyramid.numbered; i > 0; i--)
			line(selection, &pyramid, &laid, i - 1, text);
		for (size_t i = pyramid.numbered; i < pyramid.band_count; i++)
			line(selection, &pyramid, &laid, i, text);
	}
	pyramid_release(&pyramid);
}
