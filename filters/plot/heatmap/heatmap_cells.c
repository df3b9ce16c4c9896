/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heatmap_cells: what the cells of a heat map say and how dark they are. */
#include "heatmap_cells.h"

#include "../../lib/memory.h"
#include "../canvas/theme.h"

#include <math.h>
#include <stdlib.h>

struct heatmap_span {
	double low;
	double high;
};

bool
heatmap_ends(const struct selection *selection, size_t column, const struct series_row **least,
    const struct series_row **greatest)
{
	*least = NULL;
	*greatest = NULL;
	for (size_t unit = 0; unit < selection->unit_count; unit++)
		for (size_t i = 0; i < selection->column_count; i++) {
			const struct series_row *row = selection_cell(selection, unit, i);

			if ((column != NAMES_NONE && i != column) || row == NULL
			    || !series_shown(row, SERIES_VALUE)
			    || selection_apart(selection, row->unit))
				continue;
			if (*least == NULL
			    || series_number(row, SERIES_VALUE)
			        < series_number(*least, SERIES_VALUE))
				*least = row;
			if (*greatest == NULL
			    || series_number(row, SERIES_VALUE)
			        > series_number(*greatest, SERIES_VALUE))
				*greatest = row;
		}
	return *least != NULL;
}

/* Means and percentages stand on scales that say nothing of each other. */
void
heatmap_measure(struct heatmap *heatmap, const struct selection *selection)
{
	const char *scale = selection->wish->scale;

	for (size_t i = 1; i < selection->unit_count && selection->series->part_count != 0; i++)
		heatmap->grouped |= !heatmap_begins(selection, i);
	heatmap->signs = words_kind(selection) == NULL;
	heatmap->columns_apart = scale == NULL ? heatmap->signs : strcmp(scale, "column") == 0;
	heatmap->spans = xcalloc(selection->column_count + 1, sizeof(heatmap->spans[0]));
	for (size_t i = 0; i < selection->column_count; i++) {
		const struct series_row *ends[2];

		if (heatmap_ends(
		        selection, heatmap->columns_apart ? i : NAMES_NONE, &ends[0], &ends[1]))
			heatmap->spans[i] =
			    (struct heatmap_span){ series_number(ends[0], SERIES_VALUE),
				    series_number(ends[1], SERIES_VALUE) };
	}
}

void
heatmap_release(struct heatmap *heatmap)
{
	free(heatmap->spans);
}

double
heatmap_share(const struct heatmap *heatmap, size_t column, double value)
{
	const struct heatmap_span *span = &heatmap->spans[column];

	/* a total may lie beyond its units */
	return span->high > span->low
	    ? fmax(0, fmin(1, (value - span->low) / (span->high - span->low)))
	    : 0.5;
}

char *
heatmap_cell_text(const struct heatmap *heatmap, const struct series_row *row)
{
	struct buffer out = { 0 };

	if (row == NULL || row->figures[SERIES_VALUE].state == SERIES_EMPTY)
		return xstrdup("\xe2\x80\x93");
	if (heatmap->signs)
		words_figure(&out, row, SERIES_VALUE);
	else
		words_number(&out, row->figures[SERIES_VALUE].text);
	return words_take(&out);
}

static bool
lower_is_better(const struct selection *selection, size_t column)
{
	return !selection->by_period
	    && words_polarity(selection, selection->columns[column]) == LABELS_LOWER;
}

bool
heatmap_any_lower(const struct selection *selection)
{
	for (size_t i = 0; i < selection->column_count; i++)
		if (lower_is_better(selection, i))
			return true;
	return false;
}

char *
heatmap_column(const struct selection *selection, size_t column)
{
	struct buffer out = { 0 };
	char *name;

	if (selection->by_period) {
		const char *period = words_period(selection, selection->columns[column]);

		return label_clean(field_of(period[0] != '\0'
		        ? period
		        : selection->series->periods.texts[selection->columns[column]]));
	}
	name = words_measure_head(selection, selection->columns[column]);
	buffer_format(
	    &out, "%s%s", lower_is_better(selection, column) ? "\xe2\x86\x93 " : "", name);
	free(name);
	return words_take(&out);
}

char *
heatmap_unit(const struct heatmap *heatmap, const struct selection *selection, size_t unit)
{
	const struct series *series = selection->series;
	struct buffer out = { 0 };

	if (!heatmap->grouped)
		return words_unit(selection, unit);
	for (size_t i = 0; i < series->part_count; i++) {
		const char *code = series_unit_part(series, unit, i);
		const char *name = labels_find(selection->wish->labels, code);

		buffer_format(&out, "%s%s", i == 0 ? "" : " / ",
		    name != NULL          ? name
		        : code[0] == '\0' ? "not stated"
		                          : code);
	}
	return words_take(&out);
}

void
heatmap_name(const struct heatmap *heatmap, const struct selection *selection, size_t unit,
    struct label *label)
{
	bool own = selection_own(selection, unit);
	char *name = heatmap_unit(heatmap, selection, unit);
	double width =
	    heatmap->above ? heatmap->width - 2 * THEME_MARGIN - heatmap->mark : heatmap->names;

	/* as it will be drawn: bold letters wrap elsewhere */
	label_wrap(label, name, THEME_TEXT, own, width, heatmap->name_lines);
	free(name);
}

char *
heatmap_base(const struct selection *selection, size_t unit)
{
	const char *code = selection->series->bases.texts[selection->series->base[unit]];
	const char *name = labels_find(selection->wish->labels, code);

	return label_clean(field_of(name == NULL ? code : name));
}

void
heatmap_group(const struct heatmap *heatmap, const struct selection *selection, size_t unit,
    struct label *label)
{
	char *text = heatmap_base(selection, unit);

	label_wrap(label, text, THEME_TEXT, true, heatmap->width - 2 * THEME_MARGIN, 3);
	free(text);
}

double
heatmap_row_height(const struct heatmap *heatmap, size_t lines)
{
	if (heatmap->above)
		return (double)lines * HEATMAP_LINE + heatmap->row + 10;
	return fmax(heatmap->row, (double)lines * HEATMAP_LINE + (lines > 1 ? 9 : 3));
}

bool
heatmap_begins(const struct selection *selection, size_t place)
{
	const size_t *base = selection->series->base;

	return place == 0 || base[selection->units[place]] != base[selection->units[place - 1]];
}
