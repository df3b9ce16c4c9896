/* SPDX-License-Identifier: GPL-3.0-or-later */
/* validate_predicate: predicates about a record, in three-valued logic. */
#include "rules_table.h"

/* The truth of a predicate about a record; -1 where it cannot be loaded. */
static int
truth(const char *source, const char *cells)
{
	struct table table;
	struct config_file file;
	struct predicate predicate = { 0 };
	struct record record;
	struct fault fault = { 0 };
	size_t gave_up = FINDING_NO_FIELD;
	struct config_node root;
	char path[64];
	int descriptor = memory_file(source, strlen(source), path);
	int result = -1;

	table_open(&table, "");
	record_set(&record, cells);
	if (!table.good || !config_open(&file, path, &fault))
		abort();
	root = config_root(&file);
	if (predicate_load(&predicate, &table.schema, &root, &fault))
		result = (int)predicate_judge(&predicate, &record.cells, &gave_up);
	else
		printf("# %s\n", fault.message);
	predicate_release(&predicate);
	config_close(&file);
	table_close(&table);
	close(descriptor);
	return result;
}

#define YES(source, cells)     CHECK(truth(source, cells) == TRUTH_YES)
#define NO(source, cells)      CHECK(truth(source, cells) == TRUTH_NO)
#define UNKNOWN(source, cells) CHECK(truth(source, cells) == TRUTH_UNKNOWN)

static void
test_logic(void)
{
	/* i is 1: yes, 2: no, missing: unknown; and j the same */
	static const char *const left[] = { "i=2", "", "i=1" };
	static const char *const right[] = { "j=2", "", "j=1" };
	static const char both[] = "{\"field\":\"i\",\"op\":\"eq\",\"value\":1},"
	                           "{\"field\":\"j\",\"op\":\"eq\",\"value\":1}";
	char all[256];
	char any[256];
	char not_all[256];

	snprintf(all, sizeof all, "{\"all\":[%s]}", both);
	snprintf(any, sizeof any, "{\"any\":[%s]}", both);
	snprintf(not_all, sizeof not_all, "{\"not\":{\"all\":[%s]}}", both);
	for (int i = TRUTH_NO; i <= TRUTH_YES; i++) {
		for (int j = TRUTH_NO; j <= TRUTH_YES; j++) {
			char cells[32];

			snprintf(cells, sizeof cells, "%s%s%s", left[i],
			    *left[i] != '\0' && *right[j] != '\0' ? ";" : "", right[j]);
			CHECK(truth(all, cells) == (i < j ? i : j));
			CHECK(truth(any, cells) == (i > j ? i : j));
			CHECK(truth(not_all, cells) == TRUTH_YES - (i < j ? i : j));
		}
	}
	YES("{\"not\":{\"not\":{\"field\":\"i\",\"op\":\"eq\",\"value\":1}}}", "i=1");
	/* the parts behind a nested part are found */
	YES("{\"all\":[{\"any\":[{\"field\":\"i\",\"op\":\"eq\",\"value\":9},"
	    "{\"not\":{\"field\":\"i\",\"op\":\"eq\",\"value\":9}}]},"
	    "{\"field\":\"j\",\"op\":\"eq\",\"value\":2}]}",
	    "i=1;j=2");
	NO("{\"all\":[{\"any\":[{\"field\":\"i\",\"op\":\"eq\",\"value\":1},"
	   "{\"field\":\"i\",\"op\":\"eq\",\"value\":9}]},"
	   "{\"field\":\"j\",\"op\":\"eq\",\"value\":3}]}",
	    "i=1;j=2");
}

static void
test_cells(void)
{
	static const char *const ops[] = { "{\"field\":\"i\",\"op\":\"eq\",\"value\":1}",
		"{\"field\":\"i\",\"op\":\"ne\",\"value\":1}",
		"{\"field\":\"i\",\"op\":\"lt\",\"value\":1}",
		"{\"field\":\"i\",\"op\":\"ge\",\"otherField\":\"j\"}",
		"{\"field\":\"j\",\"op\":\"ge\",\"otherField\":\"i\"}",
		"{\"field\":\"i\",\"op\":\"in\",\"values\":[1,2]}" };

	for (size_t i = 0; i < sizeof ops / sizeof *ops; i++) {
		UNKNOWN(ops[i], "j=1");
		UNKNOWN(ops[i], "i=!;j=1");
		UNKNOWN(ops[i], "");
	}
	UNKNOWN("{\"field\":\"s\",\"op\":\"matches\",\"pattern\":\".*\"}", "");
	UNKNOWN("{\"field\":\"s\",\"op\":\"matches\",\"pattern\":\".*\"}", "s=!");
	YES("{\"field\":\"i\",\"op\":\"blank\"}", "");
	NO("{\"field\":\"i\",\"op\":\"blank\"}", "i=!");
	NO("{\"field\":\"i\",\"op\":\"blank\"}", "i=1");
	NO("{\"field\":\"i\",\"op\":\"present\"}", "");
	YES("{\"field\":\"i\",\"op\":\"present\"}", "i=!");
	YES("{\"field\":\"i\",\"op\":\"present\"}", "i=1");
}

/* Each of the six against a value that is less, equal and more. */
static void
check_order(
    const char *field, const char *operand, const char *less, const char *equal, const char *more)
{
	static const struct {
		const char *op;
		bool truths[3];
	} ops[] = { { "eq", { false, true, false } }, { "ne", { true, false, true } },
		{ "lt", { true, false, false } }, { "le", { true, true, false } },
		{ "gt", { false, false, true } }, { "ge", { false, true, true } } };
	const char *cells[] = { less, equal, more };

	for (size_t i = 0; i < sizeof ops / sizeof *ops; i++) {
		char source[128];

		snprintf(source, sizeof source, "{\"field\":\"%s\",\"op\":\"%s\",%s}", field,
		    ops[i].op, operand);
		for (size_t j = 0; j < 3; j++)
			CHECK(truth(source, cells[j]) == (ops[i].truths[j] ? TRUTH_YES : TRUTH_NO));
	}
}

static void
test_comparisons(void)
{
	check_order("i", "\"value\":7", "i=-8", "i=007", "i=10");
	check_order("i", "\"value\":\"+7\"", "i=6", "i=7", "i=99999999999999999999");
	check_order("n", "\"value\":0.5", "n=0.49999999999999999999", "n=.50", "n=1");
	check_order("n", "\"value\":\"100000000000000000000.1\"", "n=100000000000000000000.09",
	    "n=0100000000000000000000.10", "n=100000000000000000000.11");
	check_order("n", "\"value\":-3", "n=-3.1", "n=-3.0", "n=0");
	check_order(
	    "d", "\"value\":\"2024-02-29\"", "d=2024-02-28", "d=2024-02-29", "d=2024-03-01");
	check_order("m", "\"value\":\"2024-02\"", "m=2023-12", "m=2024-02", "m=2024-03");
	check_order("i", "\"otherField\":\"n\"", "i=1;n=1.5", "i=2;n=2.00", "i=3;n=2.99");
	check_order("n", "\"otherField\":\"i\"", "n=-1.5;i=-1", "n=2.0;i=2", "n=2.01;i=2");
	check_order("d", "\"otherField\":\"e\"", "d=2023-12-31;e=2024-01-01",
	    "d=2024-01-01;e=2024-01-01", "d=2024-01-02;e=2024-01-01");
	check_order("a", "\"value\":2024", "a=2023", "a=2024", "a=2025");
	check_order("u", "\"value\":\"2024-02-29T12:00:00Z\"", "u=2024-02-29T12:00:00+00:01",
	    "u=2024-02-29T13:00:00.0+01:00", "u=2024-02-29T12:00:00.001");
	check_order("p", "\"value\":\"P1D\"", "p=PT23H59M", "p=PT24H", "p=P1M");
	/* in the field's own form, or in that of the stream */
	check_order(
	    "f", "\"value\":\"29/02/2024\"", "f=2024-02-28", "f=2024-02-29", "f=2024-03-01");
	check_order(
	    "f", "\"value\":\"2024-02-29\"", "f=2024-02-28", "f=2024-02-29", "f=2024-03-01");
	check_order("d", "\"otherField\":\"f\"", "d=2024-02-28;f=2024-02-29",
	    "d=2024-02-29;f=2024-02-29", "d=2024-03-01;f=2024-02-29");
	check_order("n", "\"value\":1e-10", "n=0", "n=0.0000000001", "n=0.0000000002");
	NO("{\"field\":\"n\",\"op\":\"ge\",\"value\":\"INF\"}", "n=999999999999");
	YES("{\"field\":\"l\",\"op\":\"eq\",\"value\":\"1,02\"}", "l=1,2");
	NO("{\"field\":\"l\",\"op\":\"eq\",\"value\":\"1,2\"}", "l=2,1");
	YES("{\"field\":\"l\",\"op\":\"in\",\"values\":[\"3\",\"2,1\"]}", "l=2,1");
	YES("{\"field\":\"x\",\"op\":\"eq\",\"value\":\"1\"}", "x=1");
	YES("{\"field\":\"s\",\"op\":\"eq\",\"value\":\"caf\xC3\xA9\"}", "s=caf\xC3\xA9");
	NO("{\"field\":\"s\",\"op\":\"eq\",\"value\":\"Cafe\"}", "s=cafe");
	YES("{\"field\":\"s\",\"op\":\"ne\",\"value\":\"a\"}", "s=a ");
	YES("{\"field\":\"s\",\"op\":\"eq\",\"otherField\":\"c\"}", "s=red;c=red");
	YES("{\"field\":\"b\",\"op\":\"eq\",\"value\":true}", "b=TRUE");
	YES("{\"field\":\"b\",\"op\":\"eq\",\"value\":\"1\"}", "b=true");
	NO("{\"field\":\"b\",\"op\":\"eq\",\"value\":false}", "b=1");
	YES("{\"field\":\"y\",\"op\":\"eq\",\"value\":false}", "y=N");
	YES("{\"field\":\"y\",\"op\":\"eq\",\"otherField\":\"b\"}", "y=J;b=True");
	YES("{\"field\":\"b\",\"op\":\"ne\",\"otherField\":\"y\"}", "y=J;b=0");
}

/* It equals itself, and has no order. */
static void
test_nan(void)
{
	static const char *const ops[] = { "lt", "le", "gt", "ge" };

	for (size_t i = 0; i < sizeof ops / sizeof *ops; i++) {
		char source[128];

		snprintf(
		    source, sizeof source, "{\"field\":\"n\",\"op\":\"%s\",\"value\":1}", ops[i]);
		UNKNOWN(source, "n=NaN");
		snprintf(source, sizeof source,
		    "{\"field\":\"i\",\"op\":\"%s\",\"otherField\":\"n\"}", ops[i]);
		UNKNOWN(source, "n=NaN;i=1");
	}
	YES("{\"field\":\"n\",\"op\":\"eq\",\"value\":\"NaN\"}", "n=NaN");
	YES("{\"field\":\"n\",\"op\":\"ne\",\"value\":1}", "n=NaN");
	NO("{\"field\":\"n\",\"op\":\"in\",\"values\":[1,2]}", "n=NaN");
}

static void
test_sets(void)
{
	struct buffer many = { 0 };

	YES("{\"field\":\"i\",\"op\":\"in\",\"values\":[30,\"4\",-5,4]}", "i=04");
	YES("{\"field\":\"i\",\"op\":\"in\",\"values\":[30,\"4\",-5]}", "i=-5");
	NO("{\"field\":\"i\",\"op\":\"in\",\"values\":[30,\"4\",-5]}", "i=5");
	YES("{\"field\":\"s\",\"op\":\"in\",\"values\":[\"z\",\"b\",\"a\"]}", "s=z");
	NO("{\"field\":\"s\",\"op\":\"in\",\"values\":[\"z\",\"b\",\"a\"]}", "s=");
	YES("{\"field\":\"b\",\"op\":\"in\",\"values\":[false,\"True\"]}", "b=TRUE");
	NO("{\"field\":\"b\",\"op\":\"in\",\"values\":[false]}", "b=TRUE");
	YES("{\"field\":\"d\",\"op\":\"in\",\"values\":[\"2024-01-02\",\"2024-01-01\"]}",
	    "d=2024-01-01");
	buffer_append_text(&many, "{\"field\":\"i\",\"op\":\"in\",\"values\":[");
	for (unsigned i = 0; i < PREDICATE_VALUES_MAX; i++)
		buffer_format(&many, "%s%u", i == 0 ? "" : ",", i * 7919 % 10007 * 2);
	buffer_append(&many, "]}", 3);
	YES(many.data, "i=20012");
	NO(many.data, "i=20011");
	buffer_release(&many);
	YES("{\"field\":\"s\",\"op\":\"matches\",\"pattern\":\"[a-z]+|\xC3\xA9\"}", "s=\xC3\xA9");
	NO("{\"field\":\"s\",\"op\":\"matches\",\"pattern\":\"[a-z]+\"}", "s=abc1");
	NO("{\"field\":\"s\",\"op\":\"matches\",\"pattern\":\"a|ab\"}", "s=abc");
}

static void
test_days(void)
{
	static const char week[] = "{\"field\":\"d\",\"op\":\"days\",\"otherField\":\"e\","
	                           "\"minimum\":0,\"maximum\":7}";

	YES(week, "d=2024-03-01;e=2024-02-23");
	YES(week, "d=2024-03-01;e=2024-03-01");
	NO(week, "d=2024-03-02;e=2024-02-23");
	NO(week, "d=2024-02-29;e=2024-03-01");
	UNKNOWN(week, "d=2024-02-29");
	UNKNOWN(week, "d=2024-02-29;e=!");
	/* a datetime by its calendar day */
	NO("{\"field\":\"u\",\"op\":\"days\",\"otherField\":\"e\",\"maximum\":0}",
	    "u=2024-03-01T00:00:00Z;e=2024-02-29");
	YES("{\"field\":\"u\",\"op\":\"days\",\"otherField\":\"v\",\"minimum\":1}",
	    "u=2024-03-01T00:00:01;v=2024-02-29T23:59:59");
	YES("{\"field\":\"f\",\"op\":\"days\",\"otherField\":\"d\",\"minimum\":1}",
	    "f=2024-03-01;d=2024-02-29");
	YES("{\"field\":\"d\",\"op\":\"days\",\"otherField\":\"e\",\"maximum\":-1}",
	    "d=0001-01-01;e=9999-12-31");
	YES("{\"field\":\"d\",\"op\":\"days\",\"otherField\":\"e\",\"minimum\":3652058}",
	    "d=9999-12-31;e=0001-01-01");
	NO("{\"field\":\"d\",\"op\":\"days\",\"otherField\":\"e\",\"minimum\":3652059}",
	    "d=9999-12-31;e=0001-01-01");
}

static void
test_depth(void)
{
	struct buffer deep = { 0 };
	struct buffer deeper = { 0 };

	for (unsigned i = 1; i < PREDICATE_DEPTH_MAX; i++)
		buffer_append_text(&deep, "{\"not\":");
	buffer_format(&deeper, "{\"not\":%.*s", (int)deep.length, deep.data);
	buffer_append_text(&deep, "{\"field\":\"i\",\"op\":\"blank\"}");
	buffer_append_text(&deeper, "{\"field\":\"i\",\"op\":\"blank\"}}");
	for (unsigned i = 1; i < PREDICATE_DEPTH_MAX; i++) {
		buffer_append_text(&deep, "}");
		buffer_append_text(&deeper, "}");
	}
	buffer_append(&deep, "", 1);
	buffer_append(&deeper, "", 1);
	CHECK_TEXT(predicate_fault(deep.data), "good");
	NO(deep.data, "");
	CHECK(
	    strstr(predicate_fault(deeper.data), "/not: is more than 16 predicates deep") != NULL);
	buffer_release(&deep);
	buffer_release(&deeper);
}

int
main(void)
{
	test_logic();
	test_cells();
	test_comparisons();
	test_nan();
	test_sets();
	test_days();
	test_depth();
	return unit_done();
}
