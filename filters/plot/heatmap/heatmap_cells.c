/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heatmap: where the cells of a heat map stand, what they say, how dark they are. */
#include "heatmap_cells.h"

#include "../../lib/memory.h"
#include "../canvas/label.h"
#include "../canvas/theme.h"
#include "../words/words.h"

#include <math.h>
#include <stdlib.h>

#define CELL_MIN   84.0
#define CELL_MAX   130.0
#define CELL_PAD   10.0
#define CELL_BARE  9.0 /* a cell without its figure */
#define HEADER_MAX 180.0
/* Wider than this, cells no longer hold their figures. */
#define FIGURES_WIDTH_MAX 2400.0

struct heatmap_span {
	double low;
	double high;
};

static void
widen(struct heatmap_span *span, double value)
{
	span->low = fmin(span->low, value);
	span->high = fmax(span->high, value);
}

/* Means and percentages stand on scales that say nothing of each other. */
static void
measure_spans(const struct selection *selection, struct heatmap *heatmap)
{
	heatmap->columns_apart = words_kind(selection) == NULL;
	heatmap->spans = xcalloc(selection->column_count + 1, sizeof(heatmap->spans[0]));
	for (size_t i = 0; i < selection->column_count; i++)
		heatmap->spans[i] = (struct heatmap_span){ INFINITY, -INFINITY };
	for (size_t column = 0; column < selection->column_count; column++)
		for (size_t unit = 0; unit < selection->unit_count; unit++) {
			const struct series_row *row = selection_cell(selection, unit, column);

			if (row != NULL && series_shown(row, SERIES_VALUE))
				widen(&heatmap->spans[heatmap->columns_apart ? column : 0],
				    series_number(row, SERIES_VALUE));
		}
}

double
heatmap_share(const struct heatmap *heatmap, size_t column, double value)
{
	const struct heatmap_span *span = &heatmap->spans[heatmap->columns_apart ? column : 0];

	return span->high > span->low ? (value - span->low) / (span->high - span->low) : 0.5;
}

char *
heatmap_cell_text(const struct heatmap *heatmap, const struct series_row *row)
{
	struct buffer out = { 0 };

	if (row == NULL || row->figures[SERIES_VALUE].state == SERIES_EMPTY)
		return xstrdup("\xe2\x80\x93");
	if (!heatmap->columns_apart)
		return label_clean(field_of(row->figures[SERIES_VALUE].text));
	words_figure(&out, row, SERIES_VALUE);
	return words_take(&out);
}

char *
heatmap_column(const struct selection *selection, size_t column)
{
	return selection->by_period
	    ? label_clean(field_of(words_period(selection, selection->columns[column])[0] == '\0'
	            ? selection->series->periods.texts[selection->columns[column]]
	            : words_period(selection, selection->columns[column])))
	    : words_measure(selection, selection->columns[column]);
}

/* The longest part of a measure's name that has to stand on one line. */
static double
header_need(const struct selection *selection, size_t column)
{
	char *name = heatmap_column(selection, column);
	struct field rest = field_of(name);
	double need = CELL_MIN;

	while (rest.length != 0) {
		size_t length = strcspn(rest.data, " -/_");

		length += length < rest.length;
		need = fmax(need,
		    label_width((struct field){ rest.data, length }, THEME_TEXT, true) + CELL_PAD);
		rest.data += length;
		rest.length -= length;
	}
	free(name);
	return fmin(need, HEADER_MAX);
}

/* Columns as wide as they need, wider where the chart has room to spare. */
static void
lay_columns(const struct selection *selection, struct heatmap *heatmap, double need)
{
	double count = (double)selection->column_count;
	double room = THEME_WIDTH - THEME_MARGIN - heatmap->edges[0];
	double total = 0;
	double spare;

	heatmap->figures = need * count <= FIGURES_WIDTH_MAX;
	need = heatmap->figures ? need : CELL_BARE;
	for (size_t i = 0; i < selection->column_count; i++) {
		double width = selection->by_period ? need : fmax(need, header_need(selection, i));

		heatmap->edges[i + 1] = width;
		total += width;
	}
	spare = fmax(0, (room - total) / count);
	for (size_t i = 0; i < selection->column_count; i++) {
		double width = heatmap->edges[i + 1];

		heatmap->edges[i + 1] =
		    heatmap->edges[i] + fmax(width, fmin(CELL_MAX, width + spare));
	}
}

void
heatmap_lay(struct heatmap *heatmap, const struct selection *selection)
{
	double names = 80;
	double need = 44;

	measure_spans(selection, heatmap);
	heatmap->edges = xcalloc(selection->column_count + 1, sizeof(heatmap->edges[0]));
	for (size_t i = 0; i < selection->unit_count; i++) {
		char *name = words_unit(selection, selection->units[i]);
		struct label label;

		/* as it will be drawn: bold letters wrap elsewhere */
		label_wrap(&label, name, THEME_TEXT, selection_own(selection, selection->units[i]),
		    HEATMAP_NAMES, 3);
		names = fmax(names, label.width);
		label_release(&label);
		free(name);
	}
	for (size_t i = 0; i < selection->count; i++) {
		char *text = heatmap_cell_text(heatmap, selection->rows[i]);

		need = fmax(need, label_width(field_of(text), THEME_TEXT, false) + CELL_PAD);
		free(text);
	}
	heatmap->edges[0] = THEME_MARGIN + HEATMAP_MARK + names + 14;
	lay_columns(selection, heatmap, need);
}

void
heatmap_release(struct heatmap *heatmap)
{
	free(heatmap->spans);
	free(heatmap->edges);
}
