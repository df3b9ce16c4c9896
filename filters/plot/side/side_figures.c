/* SPDX-License-Identifier: GPL-3.0-or-later */
/* side_figures: the figures drawn, as CSV. */
#include "side.h"

#include "../chart/chart.h"

/* What every chart draws. */
static const enum series_column common[] = { SERIES_VALUE, SERIES_LOWER, SERIES_UPPER,
	SERIES_COLUMNS };

/* Texts of the comparisons; each stands where a row has one. */
enum { SIGNAL, BAND, VARIATION, ASSURANCE, REMARKS };

static const struct {
	const char *name;
	size_t offset;
} remarks[REMARKS] = {
	[SIGNAL] = { "signal", offsetof(struct series_row, signal) },
	[BAND] = { "band", offsetof(struct series_row, band) },
	[VARIATION] = { "variation", offsetof(struct series_row, variation) },
	[ASSURANCE] = { "assurance", offsetof(struct series_row, assurance) },
};

/* The columns besides those that every chart has. */
struct plan {
	enum series_column columns[SERIES_COLUMNS];
	size_t count;
	bool method;
	bool remarks[REMARKS];
};

static const char *
remark(const struct series_row *row, size_t which)
{
	if (which == SIGNAL && (row->too_few || row->overlap))
		return row->too_few ? "too_few" : "overlap";
	return *(const char *const *)((const char *)row + remarks[which].offset);
}

static void
add_column(struct plan *plan, enum series_column column)
{
	for (size_t i = 0; i < plan->count; i++)
		if (plan->columns[i] == column)
			return;
	for (size_t i = 0; common[i] != SERIES_COLUMNS; i++)
		if (common[i] == column)
			return;
	plan->columns[plan->count++] = column;
}

/* The columns of the chart that the stream has. */
static void
add_chart(struct plan *plan, const struct selection *selection)
{
	const enum series_column *figures =
	    selection->chart == NULL ? NULL : selection->chart->figures;

	for (size_t i = 0; figures != NULL && figures[i] != SERIES_COLUMNS; i++)
		if (selection->series->has[figures[i]])
			add_column(plan, figures[i]);
}

/* What else the chart is made of, so that it can be drawn again of these rows: whose peers are
 * none, the intervals of --interval, and the counts that --figure takes. */
static void
add_needed(struct plan *plan, const struct selection *selection)
{
	static const enum series_column counts[] = { SERIES_RECORDS, SERIES_NUMERATOR,
		SERIES_DENOMINATOR };
	const char *interval = selection->wish == NULL ? NULL : selection->wish->interval;

	for (size_t i = 0; i < selection->count; i++)
		if (strcmp(selection->rows[i]->figures[SERIES_UNITS].text, "[z]") == 0)
			add_column(plan, SERIES_UNITS);
	if (interval != NULL && strcmp(interval, "998") == 0) {
		add_column(plan, SERIES_LOWER998);
		add_column(plan, SERIES_UPPER998);
	}
	for (size_t i = 0; words_counted(selection) != NULL && i < 3; i++)
		if (selection->series->has[counts[i]])
			add_column(plan, counts[i]);
}

static void
make_plan(struct plan *plan, const struct selection *selection)
{
	*plan = (struct plan){ 0 };
	add_chart(plan, selection);
	add_needed(plan, selection);
	for (size_t i = 0; i < selection->count; i++) {
		plan->method = plan->method || selection->rows[i]->method[0] != '\0';
		for (size_t j = 0; j < REMARKS; j++)
			plan->remarks[j] =
			    plan->remarks[j] || remark(selection->rows[i], j)[0] != '\0';
	}
	/* where there is none a control chart shows that there is none */
	for (size_t i = 0; i < plan->count; i++)
		if (plan->columns[i] == SERIES_CENTRE)
			plan->remarks[SIGNAL] = selection->series->has_signal;
}

static void
write_head(const struct selection *selection, const struct plan *plan, struct writer *writer)
{
	writer_text(writer, "unit");
	writer_text(writer, "period");
	for (size_t i = 0; i < selection->series->part_count; i++)
		writer_text(writer, selection->series->part_names.texts[i]);
	writer_text(writer, "measure");
	writer_text(writer, "kind");
	if (plan->method)
		writer_text(writer, "method");
	writer_text(writer, "n");
	for (size_t i = 0; common[i] != SERIES_COLUMNS; i++)
		writer_text(writer, series_column_name(common[i]));
	for (size_t i = 0; i < plan->count; i++)
		writer_text(writer, series_column_name(plan->columns[i]));
	for (size_t i = 0; i < REMARKS; i++)
		if (plan->remarks[i])
			writer_text(writer, remarks[i].name);
	writer_end(writer);
}

static void
write_row(const struct selection *selection, const struct plan *plan, const struct series_row *row,
    struct writer *writer)
{
	const struct series *series = selection->series;

	writer_text(writer, series->bases.texts[series->base[row->unit]]);
	writer_text(writer, series->periods.texts[row->period]);
	for (size_t i = 0; i < series->part_count; i++)
		writer_text(writer, series_part(series, row, i));
	writer_text(writer, series->measures.texts[row->measure]);
	writer_text(writer, row->kind);
	if (plan->method)
		writer_text(writer, row->method);
	writer_text(writer, words_count(row)->text);
	for (size_t i = 0; common[i] != SERIES_COLUMNS; i++)
		writer_text(writer, row->figures[common[i]].text);
	for (size_t i = 0; i < plan->count; i++)
		writer_text(writer, row->figures[plan->columns[i]].text);
	for (size_t i = 0; i < REMARKS; i++)
		if (plan->remarks[i])
			writer_text(writer, remark(row, i));
	writer_end(writer);
}

void
side_figures(const struct selection *selection, struct writer *writer)
{
	const struct series *series = selection->series;
	const struct chart *chart = selection->chart;
	struct plan plan;

	make_plan(&plan, selection);
	write_head(selection, &plan, writer);
	for (size_t i = 0; i < selection->count; i++)
		write_row(selection, &plan, selection->rows[i], writer);
	for (size_t i = 0; chart != NULL && chart->beside != NULL && i < series->count; i++)
		if (chart->beside(selection, &series->rows[i]))
			write_row(selection, &plan, &series->rows[i], writer);
}
