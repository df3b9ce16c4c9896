/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table: what a table of the report file asks for: rows and columns of a stream. */
#include "rows.h"

#include <stdlib.h>

struct choice {
	const struct table_request *request;
	const struct stream *stream;
	size_t *columns;
	size_t column_count;
	size_t *rows;
	size_t row_count;
};

static bool
require(const struct choice *choice, const struct config_node *node, const char *name,
    size_t *column, struct fault *fault)
{
	struct fault reason = { 0 };

	return table_require(choice->stream->table, name, column, &reason)
	    || config_fault(node, fault, "%s", reason.message);
}

static bool
choose_columns(struct choice *choice, struct fault *fault)
{
	const struct config_node *list = &choice->request->columns;

	if (!config_present(list)) {
		choice->column_count = table_columns(choice->stream->table);
		choice->columns = xcalloc(choice->column_count + 1, sizeof *choice->columns);
		for (size_t i = 0; i < choice->column_count; i++)
			choice->columns[i] = i;
		return true;
	}
	choice->columns = xcalloc(config_size(list), sizeof *choice->columns);
	for (size_t i = 0; i < config_size(list); i++) {
		struct config_node element = config_element(list, i);
		const char *name = NULL;

		if (!config_text_required(&element, &name, fault)
		    || !require(choice, &element, name, &choice->columns[i], fault))
			return false;
		choice->column_count++;
	}
	return true;
}

/* One condition of the report file: column: value or values.  Its values are owned. */
static bool
read_condition(
    const struct choice *choice, size_t index, struct condition *condition, struct fault *fault)
{
	struct config_node node;
	const char *name = config_key(&choice->request->rows, index, &node);
	bool many = config_is_array(&node);
	size_t count = many ? config_size(&node) : 1;
	struct field *values = xcalloc(count + 1, sizeof *values);

	*condition = (struct condition){ .values = values, .count = count };
	for (size_t i = 0; i < count; i++) {
		struct config_node element = many ? config_element(&node, i) : node;
		const char *value = "";

		if (!config_text(&element, &value, fault))
			return false;
		values[i] = field_of(value);
	}
	return require(choice, &node, name, &condition->column, fault);
}

static bool
choose_rows(struct choice *choice, struct fault *fault)
{
	const struct table *table = choice->stream->table;
	bool all = !config_present(&choice->request->rows);
	size_t count = all ? 0 : config_size(&choice->request->rows);
	struct condition *conditions = xcalloc(count + 1, sizeof *conditions);
	bool good = true;

	for (size_t i = 0; good && i < count; i++)
		good = read_condition(choice, i, &conditions[i], fault);
	choice->rows = xcalloc(table_rows(table) + 1, sizeof *choice->rows);
	for (size_t row = 0; good && row < table_rows(table); row++)
		if (streams_meets(table, row, conditions, count))
			choice->rows[choice->row_count++] = row;
	for (size_t i = 0; i < count; i++)
		free((struct field *)conditions[i].values);
	free(conditions);
	return good;
}

/* A row is held back where one of its cells in the table is. */
static void
count_rows(struct page *page, const struct choice *choice)
{
	for (size_t r = 0; r < choice->row_count; r++) {
		bool held = false;

		for (size_t c = 0; c < choice->column_count; c++)
			held = held
			    || field_is_suppressed(table_cell(
			        choice->stream->table, choice->rows[r], choice->columns[c]));
		*(held ? &page->suppressed : &page->used) += 1;
	}
	page->excluded += table_rows(choice->stream->table) - choice->row_count;
}

static bool
write_table(struct page *page, const struct choice *choice, struct fault *fault)
{
	struct rows rows = { choice->stream->table, choice->columns, choice->column_count,
		choice->rows, choice->row_count };
	struct buffer text = { 0 };
	struct buffer caption = { 0 };
	size_t number = ++page->tables_done;
	char digits[24];
	struct grid grid;
	bool good = placeholder_fill(page->placeholders, &choice->request->caption.node,
	    choice->request->caption.text, &text, fault);

	if (good) {
		strings_fill(page->strings, &caption, "table.caption",
		    (struct field[]){ page_number(digits, number), { text.data, text.length } }, 2);
		grid_open(&grid, page, choice->column_count,
		    (struct field){ caption.data, caption.length });
		rows_write(&grid, &rows);
		grid_close(&grid);
		if (choice->row_count == 0)
			page_element(page, "p", "note", "table.empty");
		page_link(page, "table.download", "table.stream", number, choice->stream);
	}
	buffer_release(&text);
	buffer_release(&caption);
	return good;
}

bool
page_rows(struct page *page, const struct table_request *request, struct fault *fault)
{
	struct fault reason = { 0 };
	struct choice choice = { .request = request,
		.stream = streams_get(page->placeholders->streams, request->stream.text, &reason) };
	bool good;

	if (choice.stream == NULL)
		return config_fault(&request->stream.node, fault, "%s", reason.message);
	good = choose_columns(&choice, fault) && choose_rows(&choice, fault);
	if (good) {
		count_rows(page, &choice);
		good = write_table(page, &choice, fault);
	}
	free(choice.columns);
	free(choice.rows);
	return good;
}
