/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables: cells, lines, look-ups, and files that are refused.
 */
#include "unit.h"

#include "../../filters/lib/table.h"

#include <stdlib.h>
#include <unistd.h>

static struct fault fault;
static char path[] = P_tmpdir "/unit-table-XXXXXX";

static struct table *
load(const char *content)
{
	FILE *file = fopen(path, "w");

	fault.message[0] = '\0';
	if (!CHECK(file != NULL))
		return NULL;
	fputs(content, file);
	fclose(file);
	return table_load(path, &fault);
}

static void
test_cells(void)
{
	struct table *table = load("\xEF\xBB\xBF"
	                           "code,label,note\r\n"
	                           "A.i,\"first, \"\"quoted\"\"\",\r\n"
	                           "A.ii,\"two\nlines\",x\r\n"
	                           "000835,third,\"\"\r\n");
	size_t column = 9;

	if (!CHECK(table != NULL)) {
		printf("# %s\n", fault.message);
		return;
	}
	CHECK_TEXT(table_path(table), path);
	CHECK(table_rows(table) == 3 && table_columns(table) == 3);
	CHECK(table_column(table, "label") == 1 && table_column(table, "lab") == TABLE_NONE);
	CHECK(table_require(table, "code", &column, &fault) && column == 0);
	CHECK_FIELD(table_cell(table, 0, 1), "first, \"quoted\"");
	CHECK_FIELD(table_cell(table, 0, 2), "");
	CHECK_FIELD(table_cell(table, 1, 1), "two\nlines");
	CHECK_FIELD(table_cell(table, 2, 0), "000835");
	CHECK_FIELD(table_cell(table, 2, 2), "");
	CHECK(table_line(table, 0) == 2 && table_line(table, 1) == 3 && table_line(table, 2) == 5);
	CHECK(!table_require(table, "labl", &column, &fault));
	CHECK(strstr(fault.message, "'label'") != NULL);
	table_free(table);
}

static void
test_index(void)
{
	struct table *table = load("code,group\nA,1\nB,1\n,2\n");

	CHECK(table_find(table, field_of("A")) == TABLE_NONE);
	CHECK(table_index(table, 0, &fault));
	CHECK(table_find(table, field_of("A")) == 0);
	CHECK(table_find(table, field_of("B")) == 1);
	CHECK(table_find(table, (struct field){ NULL, 0 }) == 2);
	CHECK(table_find(table, field_of("a")) == TABLE_NONE);
	CHECK(table_find(table, field_of("AB")) == TABLE_NONE);
	CHECK(!table_index(table, 1, &fault));
	CHECK(strstr(fault.message, ":3: ") != NULL && strstr(fault.message, "line 2") != NULL);
	CHECK(table_index(table, 0, &fault));
	CHECK(table_find(table, field_of("B")) == 1);
	table_free(table);
}

static void
test_many(void)
{
	FILE *file = fopen(path, "w");
	struct table *table;
	unsigned wrong = 0;

	fputs("code,value\n", file);
	for (int i = 0; i < 20000; i++)
		fprintf(file, "C%05d,%d\n", i, i * 7);
	fclose(file);
	table = table_load(path, &fault);
	CHECK(table != NULL && table_rows(table) == 20000 && table_index(table, 0, &fault));
	for (int i = 0; i < 20000; i++) {
		char code[16];
		char value[16];
		size_t row;

		snprintf(code, sizeof code, "C%05d", i);
		snprintf(value, sizeof value, "%d", i * 7);
		row = table_find(table, field_of(code));
		wrong += row != (size_t)i || !field_is(table_cell(table, row, 1), value)
		    || table_line(table, row) != (size_t)i + 2;
	}
	CHECK(wrong == 0);
	table_free(table);
}

static void
test_refused(void)
{
	static const char *const refused[] = { "a,b\n1\n", "a,b\n1,2,3\n", "a,a\n1,2\n",
		"a,\n1,2\n", "a,b\n1,\"2\n", "a,b\n1,x\"2\n", "a,b\n1,\xFF\n", "a,b\n\n1,2\n" };
	struct table *table;

	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
		CHECK(load(refused[i]) == NULL);
		CHECK(strncmp(fault.message, path, strlen(path)) == 0);
	}
	table = load("");
	CHECK(table != NULL && table_rows(table) == 0 && table_columns(table) == 0);
	table_free(table);
	table = load("a,b\n");
	CHECK(table != NULL && table_rows(table) == 0 && table_columns(table) == 2);
	CHECK(table_index(table, 0, &fault) && table_find(table, field_of("x")) == TABLE_NONE);
	table_free(table);
	unlink(path);
	CHECK(table_load(path, &fault) == NULL);
	table_free(NULL);
}

int
main(void)
{
	int descriptor = mkstemp(path);

	CHECK(descriptor >= 0);
	close(descriptor);
	test_cells();
	test_index();
	test_many();
	test_refused();
	return unit_done();
}
