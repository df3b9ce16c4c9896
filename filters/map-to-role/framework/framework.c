/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * framework: reads and checks the role framework.
 */
#include "framework.h"

#include "../../lib/ascii.h"
#include "../../lib/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <strings.h>

#define ROWS_MAX 1000
/* Bytes of a category's code, and of an item. */
#define WORD_MAX ((size_t)16)

struct columns {
	size_t code;
	size_t category;
	size_t item;
	size_t ordinal;
	size_t label;
};

static bool
row_fault(const struct framework *framework, size_t row, struct fault *fault, const char *what)
{
	return fault_at(
	    fault, table_path(framework->table), table_line(framework->table, row), 0, "%s", what);
}

/* Codes stand in lists divided by blanks, and in the names of columns. */
static bool
is_word(struct field text)
{
	for (size_t i = 0; i < text.length; i++)
		if (!ascii_is_letter(text.data[i]) && !ascii_is_digit(text.data[i])
		    && text.data[i] != '-')
			return false;
	return text.length <= WORD_MAX;
}

static bool
same_but_for_capitals(struct field a, struct field b)
{
	return a.length == b.length && strncasecmp(a.data, b.data, a.length) == 0;
}

/* What becomes of the code: none is what people write for no category, and the others are
 * indicators' columns beside the categories' own. */
static bool
check_code(const struct framework *framework, size_t row, struct fault *fault)
{
	static const char *const taken[] = { "none", "mapped", "ambiguous", "unmapped", "all" };
	struct field code = framework->rows[row].code;

	for (size_t i = 0; i < sizeof taken / sizeof taken[0]; i++)
		if (same_but_for_capitals(code, field_of(taken[i])))
			return row_fault(framework, row, fault,
			    "none, mapped, ambiguous, unmapped and all are no codes: they have a "
			    "meaning of their own");
	for (size_t i = 0; i < row; i++)
		if (same_but_for_capitals(code, framework->rows[i].code))
			return row_fault(framework, row, fault,
			    "a row above it has the same code but for capitals");
	return true;
}

/* A function's code is CATEGORY.ITEM: nothing else may stand there. */
static bool
code_fits(struct field code, struct field category, struct field item)
{
	return code.length == category.length + 1 + item.length
	    && memcmp(code.data, category.data, category.length) == 0
	    && code.data[category.length] == '.'
	    && memcmp(code.data + category.length + 1, item.data, item.length) == 0;
}

/* ordinals[category row] is the last ordinal seen in that category. */
static bool
read_row(struct framework *framework, size_t row, const struct columns *columns, int64_t *ordinals,
    struct fault *fault)
{
	const struct table *table = framework->table;
	struct framework_row *out = &framework->rows[row];
	struct field category = table_cell(table, row, columns->category);
	struct field item = table_cell(table, row, columns->item);
	int64_t ordinal;

	out->code = table_cell(table, row, columns->code);
	out->label = table_cell(table, row, columns->label);
	if (out->code.length == 0 || out->label.length == 0)
		return row_fault(framework, row, fault, "code and label must not be empty");
	if (!is_word(category) || !is_word(item))
		return row_fault(framework, row, fault,
		    "category and item hold letters, digits and '-' only, 16 at most");
	if (!check_code(framework, row, fault))
		return false;
	if (!field_to_integer(table_cell(table, row, columns->ordinal), &ordinal))
		return row_fault(framework, row, fault, "ordinal is not a whole number");
	if (item.length == 0) {
		if (!field_equals(out->code, category) || ordinal != 0)
			return row_fault(framework, row, fault,
			    "a category's code is its category, its ordinal 0");
		out->category = row;
		return true;
	}
	out->is_function = true;
	out->category = table_find(table, category);
	if (out->category == TABLE_NONE || out->category >= row
	    || framework->rows[out->category].is_function)
		return row_fault(
		    framework, row, fault, "no row above it is this function's category");
	if (!code_fits(out->code, category, item))
		return row_fault(framework, row, fault, "a function's code is CATEGORY.ITEM");
	if (ordinal != ++ordinals[out->category])
		return row_fault(
		    framework, row, fault, "ordinals of a category's functions run 1, 2, 3 ...");
	framework->functions++;
	return true;
}

static bool
read_rows(struct framework *framework, struct fault *fault)
{
	struct columns columns;
	struct table *table = framework->table;
	int64_t *ordinals;
	bool good = true;

	if (!table_require(table, "code", &columns.code, fault)
	    || !table_require(table, "category", &columns.category, fault)
	    || !table_require(table, "item", &columns.item, fault)
	    || !table_require(table, "ordinal", &columns.ordinal, fault)
	    || !table_require(table, "label", &columns.label, fault)
	    || !table_index(table, columns.code, fault))
		return false;
	framework->count = table_rows(table);
	if (framework->count > ROWS_MAX)
		return fault_at(fault, table_path(table), 0, 0,
		    "a framework has at most %d categories and functions", ROWS_MAX);
	framework->rows = xcalloc(framework->count + 1, sizeof *framework->rows);
	ordinals = xcalloc(framework->count + 1, sizeof *ordinals);
	for (size_t row = 0; good && row < framework->count; row++)
		good = read_row(framework, row, &columns, ordinals, fault);
	free(ordinals);
	if (good && framework->functions == 0)
		return fault_at(fault, table_path(table), 0, 0, "the framework has no function");
	return good;
}

bool
framework_load(struct framework *framework, const char *path, struct fault *fault)
{
	*framework = (struct framework){ 0 };
	framework->table = table_load(path, fault);
	if (framework->table == NULL)
		return false;
	if (!read_rows(framework, fault)) {
		framework_release(framework);
		return false;
	}
	return true;
}

void
framework_release(struct framework *framework)
{
	if (framework->table != NULL)
		table_free(framework->table);
	free(framework->rows);
	*framework = (struct framework){ 0 };
}

size_t
framework_find(const struct framework *framework, struct field code)
{
	size_t row = table_find(framework->table, code);

	return row == TABLE_NONE ? FRAMEWORK_NONE : row;
}
