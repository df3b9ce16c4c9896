/* SPDX-License-Identifier: GPL-3.0-or-later */
/* side_figures: the figures drawn, as CSV. */
#include "side.h"

#include "../chart/chart.h"

/* What every chart draws. */
static const enum series_column common[] = { SERIES_VALUE, SERIES_LOWER, SERIES_UPPER,
	SERIES_COLUMNS };

/* Texts of the comparisons; each stands where a row has one. */
static const struct {
	const char *name;
	size_t offset;
} remarks[] = {
	{ "signal", offsetof(struct series_row, signal) },
	{ "band", offsetof(struct series_row, band) },
	{ "variation", offsetof(struct series_row, variation) },
	{ "assurance", offsetof(struct series_row, assurance) },
};

#define REMARKS (sizeof(remarks) / sizeof(remarks[0]))

static const char *
remark(const struct series_row *row, size_t which)
{
	return *(const char *const *)((const char *)row + remarks[which].offset);
}

static bool
is_common(enum series_column column)
{
	for (size_t i = 0; common[i] != SERIES_COLUMNS; i++)
		if (common[i] == column)
			return true;
	return false;
}

/* The columns of the chart that the stream has, without those that all charts have. */
static size_t
chart_columns(const struct selection *selection, enum series_column columns[SERIES_COLUMNS])
{
	const enum series_column *figures =
	    selection->chart == NULL ? NULL : selection->chart->figures;
	size_t count = 0;

	for (size_t i = 0; figures != NULL && figures[i] != SERIES_COLUMNS; i++)
		if (selection->series->has[figures[i]] && !is_common(figures[i]))
			columns[count++] = figures[i];
	return count;
}

static void
write_head(const struct selection *selection, const enum series_column *columns, size_t count,
    const bool said[REMARKS], struct writer *writer)
{
	static const char *const names[] = { "period", "measure", "kind", "n" };

	writer_text(writer, "unit");
	for (size_t i = 0; i < selection->series->part_count; i++)
		writer_text(writer, selection->series->part_names.texts[i]);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		writer_text(writer, names[i]);
	for (size_t i = 0; common[i] != SERIES_COLUMNS; i++)
		writer_text(writer, series_column_name(common[i]));
	for (size_t i = 0; i < count; i++)
		writer_text(writer, series_column_name(columns[i]));
	for (size_t i = 0; i < REMARKS; i++)
		if (said[i])
			writer_text(writer, remarks[i].name);
	writer_end(writer);
}

void
side_figures(const struct selection *selection, struct writer *writer)
{
	const struct series *series = selection->series;
	enum series_column columns[SERIES_COLUMNS];
	size_t count = chart_columns(selection, columns);
	bool said[REMARKS] = { false };

	for (size_t i = 0; i < selection->count; i++)
		for (size_t j = 0; j < REMARKS; j++)
			said[j] = said[j] || remark(selection->rows[i], j)[0] != '\0';
	write_head(selection, columns, count, said, writer);
	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];

		writer_text(writer, series->bases.texts[series->base[row->unit]]);
		for (size_t j = 0; j < series->part_count; j++)
			writer_text(writer, series_part(series, row, j));
		writer_text(writer, series->periods.texts[row->period]);
		writer_text(writer, series->measures.texts[row->measure]);
		writer_text(writer, row->kind);
		writer_text(writer, words_count(row)->text);
		for (size_t j = 0; common[j] != SERIES_COLUMNS; j++)
			writer_text(writer, row->figures[common[j]].text);
		for (size_t j = 0; j < count; j++)
			writer_text(writer, row->figures[columns[j]].text);
		for (size_t j = 0; j < REMARKS; j++)
			if (said[j])
				writer_text(writer, remark(row, j));
		writer_end(writer);
	}
}
