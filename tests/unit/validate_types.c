/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * validate, types: each value becomes what the specification says, the fast
 * check agrees with the judge, and the cases that the standard's reference
 * implementation is tested with hold.
 */
#include "../../filters/lib/table.h"
#include "../../filters/validate/schema/check.h"
#include "../../filters/validate/schema/judge.h"

#include "unit.h"

#include <stdlib.h>
#include <unistd.h>

/* A generator that gives the same everywhere (Knuth's MMIX constants). */
static uint64_t state = 1;

static unsigned
draw(unsigned below)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)((state >> 33) % below);
}

/* A text that is near to what the tests are about. */
static struct field
draw_text(char *out, size_t room)
{
	static const char *const pieces[] = { "P", "R", "000", "123456", "7", "-", ".", "+", "2024",
		"-02", "-29", "-12", "-31", "carer", "family", " ", "A", "z", "_", "\xC3\xA9",
		"\xD9\xA1", "true", "1E5", "5", "0", "ORG", "1", "0000", "-01", "-28", "\n" };
	size_t length = 0;

	for (unsigned i = draw(7); i > 0; i--) {
		const char *piece = pieces[draw(sizeof pieces / sizeof *pieces)];

		if (length + strlen(piece) > room)
			break;
		memcpy(out + length, piece, strlen(piece));
		length += strlen(piece);
	}
	return (struct field){ out, length };
}

static const char schema_text[] =
    "{\"fields\":["
    "{\"name\":\"a\",\"constraints\":{\"pattern\":\"P[0-9]{6}\",\"maxLength\":7}},"
    "{\"name\":\"b\",\"constraints\":{\"enum\":[\"carer\",\"family\"],\"required\":true}},"
    "{\"name\":\"c\",\"type\":\"integer\",\"missingValues\":[\"\",\"-9\",\"7\"],"
    "\"constraints\":{\"minimum\":-12,\"maximum\":123456}},"
    "{\"name\":\"d\",\"type\":\"date\",\"constraints\":{\"minimum\":\"2024-02-01\"}},"
    "{\"name\":\"e\",\"type\":\"yearmonth\",\"constraints\":{\"maximum\":\"2024-12\"}},"
    "{\"name\":\"f\",\"constraints\":{\"minLength\":3,\"maxLength\":8}},"
    "{\"name\":\"g\",\"type\":\"number\",\"constraints\":{\"minimum\":0.5}},"
    "{\"name\":\"h\",\"type\":\"integer\"},"
    "{\"name\":\"i\",\"type\":\"boolean\"},"
    "{\"name\":\"j\",\"type\":\"date\"},"
    "{\"name\":\"k\",\"missingValues\":[]}]}";

static void
test_checks(void)
{
	char path[] = "/tmp/mhsw-unit-XXXXXX";
	int descriptor = mkstemp(path);
	struct schema schema;
	struct fault fault = { "" };
	struct buffer scratch = { 0 };

	CHECK(descriptor >= 0
	    && write(descriptor, schema_text, sizeof schema_text - 1)
	        == (ssize_t)sizeof schema_text - 1);
	CHECK(schema_open(&schema, path, &fault));
	CHECK_TEXT(fault.message, "");
	for (size_t i = 0; i < schema.count; i++) {
		const struct schema_field *field = &schema.fields[i];
		struct check check;
		unsigned wrong = 0;
		unsigned passed = 0;

		check_init(&check, field);
		for (unsigned round = 0; round < 50000; round++) {
			struct judgement judgement;
			char room[32];
			struct field value = draw_text(room, sizeof room);

			if (!check_passes(&check, value))
				continue;
			passed++;
			schema_judge(field, value, &scratch, &judgement);
			wrong += judgement.count != 0 || judgement.note != FINDING_NONE
			    || !field_equals(judgement.canonical, value);
		}
		CHECK(wrong == 0);
		CHECK(passed > 0);
		check_release(&check);
	}
	buffer_release(&scratch);
	schema_close(&schema);
	close(descriptor);
	unlink(path);
}

static int
compare(enum type_kind kind, const char *a, const char *b)
{
	struct type type = { .kind = kind };

	return type_compare(&type, field_of(a), field_of(b));
}

static void
test_compare(void)
{
	CHECK(compare(TYPE_NUMBER, "1", "01.0") == 0);
	CHECK(compare(TYPE_NUMBER, "-0", "0.00") == 0);
	CHECK(compare(TYPE_NUMBER, "+2", "2") == 0);
	CHECK(compare(TYPE_NUMBER, "0.1", "0.09") > 0);
	CHECK(compare(TYPE_NUMBER, "-0.1", "-0.09") < 0);
	CHECK(compare(TYPE_NUMBER, "-1", "1") < 0);
	CHECK(compare(TYPE_NUMBER, "10", "9") > 0);
	CHECK(compare(TYPE_NUMBER, "100000000000000000000001", "100000000000000000000000") > 0);
	CHECK(compare(TYPE_INTEGER, "-100000000000000000000001", "5") < 0);
	CHECK(compare(TYPE_DATE, "2024-02-01", "2024-01-31") > 0);
}

/* A schema of one field from its type and further members, as a file. */
static bool
open_field(struct schema *schema, const char *path, struct field type, struct field members,
    struct fault *fault)
{
	FILE *file = fopen(path, "w");

	if (file == NULL)
		return false;
	fprintf(file, "{\"fields\":[{\"name\":\"v\",\"type\":\"%.*s\"%s%.*s}]}", (int)type.length,
	    type.data, members.length != 0 ? "," : "", (int)members.length, members.data);
	fclose(file);
	return schema_open(schema, path, fault);
}

static bool
is_known_type(struct field type)
{
	for (enum type_kind kind = TYPE_STRING; kind < TYPE_KINDS; kind++)
		if (field_is(type, type_name(kind)))
			return true;
	return false;
}

/* The casts that the standard's reference implementation is tested with, as far
 * as the types and options are here. */
static void
test_vectors(const char *folder, const char *path)
{
	struct fault fault = { "" };
	struct table *table;
	struct buffer scratch = { 0 };
	char name[4096];
	unsigned wrong = 0;
	unsigned compared = 0;

	snprintf(name, sizeof name, "%s/table-schema/cast-vectors.csv", folder ? folder : "");
	if (folder == NULL || access(name, R_OK) != 0) {
		unit_skip("the open data is not beside this checkout: no cast vectors");
		return;
	}
	table = table_load(name, &fault);
	CHECK(table != NULL);
	for (size_t row = 0; table != NULL && row < table_rows(table); row++) {
		struct field type = table_cell(table, row, table_column(table, "type"));
		struct field form = table_cell(table, row, table_column(table, "format"));
		struct field options = table_cell(table, row, table_column(table, "options"));
		struct field value = table_cell(table, row, table_column(table, "input"));
		struct field expected = table_cell(table, row, table_column(table, "expected"));
		struct judgement judgement;
		struct schema schema = { 0 };
		const char *got;

		/* between the braces */
		options = (struct field){ options.data + 1, options.length - 2 };
		if (!is_known_type(type) || !field_is(form, "default")
		    || memmem(options.data, options.length, "Char", 4) != NULL
		    || memmem(options.data, options.length, "bareNumber", 10) != NULL)
			continue;
		if (!open_field(&schema, path, type, options, &fault)) {
			printf("# %s\n", fault.message);
			wrong++;
			continue;
		}
		schema_judge(&schema.fields[0], value, &scratch, &judgement);
		got = judgement.state == CELL_MISSING ? "null"
		    : judgement.count == 0            ? "ok"
		                                      : "error";
		if (!field_is(expected, got)) {
			printf("# row %zu\n", row);
			wrong++;
		}
		compared++;
		schema_close(&schema);
	}
	CHECK(wrong == 0);
	CHECK(compared > 50);
	buffer_release(&scratch);
	table_free(table);
}

/* Which type has which constraint, from the same tests. */
static void
test_matrix(const char *folder, const char *path)
{
	struct fault fault = { "" };
	struct table *table;
	char name[4096];
	unsigned wrong = 0;

	snprintf(
	    name, sizeof name, "%s/table-schema/constraint-type-matrix.csv", folder ? folder : "");
	if (folder == NULL || access(name, R_OK) != 0) {
		unit_skip("the open data is not beside this checkout: no constraint matrix");
		return;
	}
	table = table_load(name, &fault);
	CHECK(table != NULL);
	for (size_t row = 0; table != NULL && row < table_rows(table); row++) {
		struct field constraint = table_cell(table, row, table_column(table, "constraint"));
		struct field type = table_cell(table, row, table_column(table, "type"));
		struct field value = table_cell(table, row, table_column(table, "value"));
		struct field expected = table_cell(table, row, table_column(table, "expected"));
		struct schema schema = { 0 };
		char members[256];
		bool good;

		if (!is_known_type(type))
			continue;
		snprintf(members, sizeof members, "\"constraints\":{\"%.*s\":%.*s}",
		    (int)constraint.length, constraint.data, (int)value.length, value.data);
		good = open_field(&schema, path, type, field_of(members), &fault);
		wrong += good != field_is(expected, "allowed");
		schema_close(&schema);
	}
	CHECK(wrong == 0);
	table_free(table);
}

int
main(void)
{
	char path[] = "/tmp/mhsw-unit-XXXXXX";
	int descriptor = mkstemp(path);

	CHECK(descriptor >= 0);
	test_vectors(getenv("MHSW_SHARED_DATA"), path);
	test_matrix(getenv("MHSW_SHARED_DATA"), path);
	close(descriptor);
	unlink(path);
	test_checks();
	test_compare();
	return unit_done();
}
