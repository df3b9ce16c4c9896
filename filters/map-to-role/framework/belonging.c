/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "belonging.h"

#include <stdlib.h>
#include <string.h>

static bool
cell_fault(
    const struct table *table, size_t row, const char *name, struct fault *fault, const char *what)
{
	return fault_at(
	    fault, table_path(table), table_line(table, row), 0, "column '%s': %s", name, what);
}

/* The category that a cell names, itself or by one of its functions. */
static bool
find_role(const struct framework *framework, const struct table *table, size_t row, size_t column,
    const char *name, size_t *role, struct fault *fault)
{
	size_t found = framework_find(framework, table_cell(table, row, column));

	if (found == FRAMEWORK_NONE)
		return cell_fault(
		    table, row, name, fault, "the framework has no such function or category");
	*role = framework->rows[found].category;
	return true;
}

/* The codes of a category stand in one field, divided by blanks. */
static bool
is_code(struct field text)
{
	return text.length != 0 && memchr(text.data, ' ', text.length) == NULL;
}

/* A code stands once, whatever functions of the category it has. */
static void
add_code(struct belonging *belonging, size_t role, struct field code)
{
	struct buffer *codes = &belonging->codes[role];
	size_t start = 0;

	for (size_t i = 0; i <= codes->length; i++) {
		if (i != codes->length && codes->data[i] != ' ')
			continue;
		if (codes->length != 0
		    && field_equals((struct field){ codes->data + start, i - start }, code))
			return;
		start = i + 1;
	}
	if (codes->length != 0)
		buffer_append(codes, " ", 1);
	buffer_append(codes, code.data, code.length);
}

static void
prepare(struct belonging *belonging, const struct framework *framework)
{
	belonging->count = framework->count;
	belonging->codes = xcalloc(framework->count, sizeof *belonging->codes);
}

static bool
read_statements(struct belonging *belonging, const struct framework *framework,
    const struct table *table, struct fault *fault)
{
	size_t group, category, reference, anomaly, role = FRAMEWORK_NONE;
	struct buffer code = { 0 };
	bool good = table_require(table, "role_code", &group, fault)
	    && table_require(table, "category", &category, fault)
	    && table_require(table, "ref", &reference, fault)
	    && table_require(table, "anomaly", &anomaly, fault);

	for (size_t row = 0; good && row < table_rows(table); row++) {
		struct field parts[2] = { table_cell(table, row, group),
			table_cell(table, row, reference) };

		for (size_t i = 0; good && i < 2; i++)
			good = is_code(parts[i])
			    || cell_fault(table, row, i == 0 ? "role_code" : "ref", fault,
			        "a code is missing, or holds a blank");
		good = good && find_role(framework, table, row, category, "category", &role, fault);
		if (!good)
			break;
		buffer_clear(&code);
		buffer_append(&code, parts[0].data, parts[0].length);
		buffer_append(&code, ":", 1);
		buffer_append(&code, parts[1].data, parts[1].length);
		if (table_cell(table, row, anomaly).length != 0)
			buffer_append(&code, "?", 1);
		add_code(belonging, role, (struct field){ code.data, code.length });
	}
	buffer_release(&code);
	return good;
}

static bool
read_outcomes(struct belonging *belonging, const struct framework *framework,
    const struct table *table, struct fault *fault)
{
	size_t code, function, role = FRAMEWORK_NONE;

	if (!table_require(table, "code", &code, fault)
	    || !table_require(table, "function", &function, fault))
		return false;
	for (size_t row = 0; row < table_rows(table); row++) {
		if (table_cell(table, row, function).length == 0)
			continue;
		if (!find_role(framework, table, row, function, "function", &role, fault))
			return false;
		if (!is_code(table_cell(table, row, code)))
			return cell_fault(
			    table, row, "code", fault, "a code is missing, or holds a blank");
		add_code(belonging, role, table_cell(table, row, code));
	}
	return true;
}

static bool
load(struct belonging *belonging, const struct framework *framework, const char *path,
    bool (*read)(
        struct belonging *, const struct framework *, const struct table *, struct fault *),
    struct fault *fault)
{
	struct table *table = table_load(path, fault);
	bool good;

	if (table == NULL)
		return false;
	prepare(belonging, framework);
	good = read(belonging, framework, table, fault);
	table_free(table);
	return good;
}

bool
belonging_load_statements(struct belonging *belonging, const struct framework *framework,
    const char *path, struct fault *fault)
{
	return load(belonging, framework, path, read_statements, fault);
}

bool
belonging_load_outcomes(struct belonging *belonging, const struct framework *framework,
    const char *path, struct fault *fault)
{
	return load(belonging, framework, path, read_outcomes, fault);
}

struct field
belonging_of(const struct belonging *belonging, size_t role)
{
	if (role == FRAMEWORK_NONE)
		return field_of("");
	return (struct field){ belonging->codes[role].data, belonging->codes[role].length };
}

void
belonging_release(struct belonging *belonging)
{
	for (size_t i = 0; i < belonging->count; i++)
		buffer_release(&belonging->codes[i]);
	free(belonging->codes);
	*belonging = (struct belonging){ 0 };
}
