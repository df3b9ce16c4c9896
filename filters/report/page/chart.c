/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart: a chart of the page: headline, subtitle, picture, notes, figures, stream. */
#include "rows.h"

#include <stdlib.h>
#include <string.h>

/* A paragraph, where there is something to say. */
static void
write_words(struct page *page, const char *class_name, struct field text)
{
	if (text.length == 0)
		return;
	buffer_format(&page->out, "<p class=\"%s\">", class_name);
	page_text(page, text);
	page_put(page, "</p>\n");
}

static void
write_notes(struct page *page, const struct config_node *words)
{
	struct config_node notes = config_member(words, "notes");

	for (size_t i = 0; config_is_object(&notes) && i < config_size(&notes); i++) {
		struct config_node member;
		const char *key = config_key(&notes, i, &member);

		write_words(page, "note", page_said(&notes, key));
	}
	write_words(page, "note", page_said(words, "caption"));
}

/* No row of the column says anything that another one does not. */
static bool
is_idle(const struct table *table, size_t column)
{
	static const char *const context[] = { "unit", "period", "measure", "kind", "method",
		NULL };
	const char *name = table_column_name(table, column);
	struct field first = table_cell(table, 0, column);
	bool alike = true;
	bool empty = true;

	for (size_t row = 0; row < table_rows(table); row++) {
		struct field cell = table_cell(table, row, column);

		alike = alike && field_equals(cell, first);
		empty = empty && (cell.length == 0 || field_is(cell, "[z]"));
	}
	/* the words of the chart say it already */
	for (size_t i = 0; alike && table_rows(table) > 1 && context[i] != NULL; i++)
		if (strcmp(name, context[i]) == 0)
			return true;
	return empty;
}

/* "the figures of chart 3, Trusted, Mar 2026" */
static void
caption_of(
    const struct page *page, const struct chart *chart, size_t number, struct buffer *caption)
{
	struct config_node words = config_root(&chart->words);
	struct config_node measures = config_member(&words, "measures");
	struct buffer about = { 0 };
	char digits[24];
	struct field period = page_said(&words, "period");

	for (size_t i = 0; config_is_array(&measures) && i < config_size(&measures) && i < 4; i++) {
		struct config_node element = config_element(&measures, i);
		struct field name = page_said(&element, "name");

		if (i != 0)
			buffer_append_text(&about, ", ");
		if (i == 3 && config_size(&measures) > 4)
			name = field_of("\xe2\x80\xa6");
		buffer_append(&about, name.data, name.length);
	}
	if (period.length != 0 && about.length != 0)
		buffer_append_text(&about, ", ");
	buffer_append(&about, period.data, period.length);
	strings_fill(page->strings, caption, "chart.caption",
	    (struct field[]){ page_number(digits, number), { about.data, about.length } }, 2);
	buffer_release(&about);
}

static void
write_figures(struct page *page, const struct chart *chart, size_t number)
{
	const struct table *table = chart->figures;
	size_t *numbers = xcalloc(table_rows(table) + table_columns(table) + 1, sizeof *numbers);
	struct rows rows = { table, numbers + table_rows(table), 0, numbers, table_rows(table) };
	char digits[24];
	struct buffer caption = { 0 };
	struct field shown;
	struct grid grid;

	for (size_t row = 0; row < table_rows(table); row++)
		numbers[row] = row;
	for (size_t column = 0; column < table_columns(table) && table_rows(table) != 0; column++)
		if (!is_idle(table, column))
			numbers[table_rows(table) + rows.column_count++] = column;
	if (rows.column_count != 0) {
		shown = page_number(digits, number);
		page_put(page, "<details>\n<summary>");
		page_fill(page, "chart.figures", &shown, 1);
		page_put(page, "</summary>\n");
		caption_of(page, chart, number, &caption);
		grid_open(
		    &grid, page, rows.column_count, (struct field){ caption.data, caption.length });
		rows_write(&grid, &rows);
		grid_close(&grid);
		page_put(page, "</details>\n");
		buffer_release(&caption);
	}
	free(numbers);
}

static void
write_pictures(struct page *page, const struct chart *chart)
{
	for (size_t i = 0; i < CHART_SIZES; i++) {
		buffer_append(&page->out, chart->pictures[i].data, chart->pictures[i].length);
		page_put(page, "\n");
	}
}

bool
page_chart(struct page *page, unsigned level, struct fault *fault)
{
	const struct chart *chart = &page->charts->items[page->charts_done];
	size_t number = ++page->charts_done;
	struct config_node words = config_root(&chart->words);

	if (!config_is_object(&words))
		return config_fault(&words, fault, "an object is expected");
	buffer_format(&page->out,
	    "<figure id=\"chart-%zu\" aria-labelledby=\"chart-%zu-title\">\n<figcaption>\n"
	    "<h%u id=\"chart-%zu-title\">",
	    number, number, level, number);
	page_text(page, page_said(&words, "title"));
	buffer_format(&page->out, "</h%u>\n", level);
	write_words(page, "subtitle", page_said(&words, "subtitle"));
	page_put(page, "</figcaption>\n");
	write_pictures(page, chart);
	write_notes(page, &words);
	write_figures(page, chart, number);
	page_link(page, "chart.download", "chart.stream", number, chart->stream);
	page_put(page, "</figure>\n");
	page->used += chart->used;
	page->suppressed += chart->suppressed;
	page->excluded += chart->excluded;
	return true;
}
