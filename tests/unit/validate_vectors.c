/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * validate, vectors: the cases that the standard's reference implementation is
 * tested with hold, and each type has the constraints that the matrix gives it.
 */
#include "../../filters/lib/table.h"
#include "../../filters/validate/schema/judge.h"

#include "open_schema.h"
#include "unit.h"

/* The members that make a field of the row's type, format and options. */
static void
row_members(const struct table *table, size_t row, char out[512])
{
	struct field type = table_cell(table, row, table_column(table, "type"));
	struct field form = table_cell(table, row, table_column(table, "format"));
	struct field options = table_cell(table, row, table_column(table, "options"));

	/* the options without their braces */
	snprintf(out, 512, "\"type\":\"%.*s\",\"format\":\"%.*s\"%s%.*s", (int)type.length,
	    type.data, (int)form.length, form.data, options.length > 2 ? "," : "",
	    (int)options.length - 2, options.data + 1);
}

/* Why a row of the casts is left out, NULL: it is not.  All of them are schemas
 * that are refused. */
static const char *
left_out(struct field type, struct field form, struct field expected)
{
	static const char *const nested[] = { "object", "array", "geopoint", "geojson", NULL };

	for (size_t i = 0; nested[i] != NULL; i++)
		if (field_is(type, nested[i]))
			return "a type that is not flat";
	if (field_is(form, "wkt"))
		return "format wkt, which version 2 does not have";
	if (field_is(form, "any") && !field_is(type, "any"))
		return "format any of dates and times";
	if (form.length > 4 && memcmp(form.data, "fmt:", 4) == 0)
		return "fmt: before a pattern";
	if (field_is(form, "invalid") && field_is(expected, "null"))
		return "a missing value under a pattern that is none";
	return NULL;
}

static const char *
outcome(const char *members, struct field value)
{
	struct buffer scratch = { 0 };
	struct judgement judgement;
	struct schema schema;
	struct fault fault;

	if (!open_schema(&schema, members, &fault))
		return "error"; /* under a pattern that is none */
	schema_judge(&schema.fields[0], value, &scratch, &judgement);
	buffer_release(&scratch);
	schema_close(&schema);
	if (judgement.state == CELL_MISSING)
		return "null";
	return judgement.count == 0 ? "ok" : "error";
}

static struct table *
load_table(const char *folder, const char *name)
{
	struct fault fault = { "" };
	struct table *table;
	char path[4096];

	snprintf(path, sizeof path, "%s/table-schema/%s", folder != NULL ? folder : "", name);
	if (folder == NULL || access(path, R_OK) != 0) {
		unit_skip("the open data is not beside this checkout");
		return NULL;
	}
	table = table_load(path, &fault);
	CHECK(table != NULL);
	return table;
}

/* The casts that the standard's reference implementation is tested with. */
static void
test_vectors(const char *folder)
{
	struct table *table = load_table(folder, "cast-vectors.csv");
	unsigned wrong = 0;
	unsigned held = 0;
	unsigned excluded = 0;

	if (table == NULL)
		return;
	for (size_t row = 0; row < table_rows(table); row++) {
		struct field type = table_cell(table, row, table_column(table, "type"));
		struct field form = table_cell(table, row, table_column(table, "format"));
		struct field value = table_cell(table, row, table_column(table, "input"));
		struct field expected = table_cell(table, row, table_column(table, "expected"));
		const char *why = left_out(type, form, expected);
		char members[512];

		row_members(table, row, members);
		if (why != NULL) {
			struct schema schema;
			struct fault fault;
			bool taken = open_schema(&schema, members, &fault);

			CHECK(!taken);
			if (taken)
				schema_close(&schema);
			excluded++;
			continue;
		}
		if (!field_is(expected, outcome(members, value))) {
			printf("# row %zu: %s\n", row, members);
			wrong++;
		}
		held++;
	}
	CHECK(wrong == 0);
	/* not flat: 40, wkt: 16, any: 16, fmt: 14, a pattern that is none: 1 */
	CHECK(table_rows(table) == 247);
	CHECK(held == 160);
	CHECK(excluded == 87);
	table_free(table);
}

/* Which type has which constraint, from the same tests. */
static void
test_matrix(const char *folder)
{
	struct table *table = load_table(folder, "constraint-type-matrix.csv");
	unsigned wrong = 0;
	unsigned nested = 0;

	if (table == NULL)
		return;
	for (size_t row = 0; row < table_rows(table); row++) {
		struct field constraint = table_cell(table, row, table_column(table, "constraint"));
		struct field type = table_cell(table, row, table_column(table, "type"));
		struct field value = table_cell(table, row, table_column(table, "value"));
		bool allowed =
		    field_is(table_cell(table, row, table_column(table, "expected")), "allowed");
		struct schema schema;
		struct fault fault;
		char members[512];
		bool taken;

		snprintf(members, sizeof members,
		    "\"type\":\"%.*s\",\"constraints\":{\"%.*s\":%.*s}", (int)type.length,
		    type.data, (int)constraint.length, constraint.data, (int)value.length,
		    value.data);
		taken = open_schema(&schema, members, &fault);
		if (taken)
			schema_close(&schema);
		if (left_out(type, field_of("default"), field_of("")) != NULL) {
			CHECK(strstr(fault.message, "is not supported") != NULL);
			nested++;
		} else if (taken != allowed) {
			printf("# %s: %s\n", members, fault.message);
			wrong++;
		}
	}
	CHECK(wrong == 0);
	CHECK(table_rows(table) == 75 && nested == 20);
	table_free(table);
}

int
main(void)
{
	test_vectors(getenv("MHSW_SHARED_DATA"));
	test_matrix(getenv("MHSW_SHARED_DATA"));
	return unit_done();
}
