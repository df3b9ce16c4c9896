/* SPDX-License-Identifier: GPL-3.0-or-later */
/* validate_rules: what a rule makes of a record, and the limits of a table. */
#include "rules_table.h"

/* Whether the first rule lets the record be; breach is set where not. */
static bool
passes(struct table *table, const char *cells, struct breach *breach)
{
	struct record record;

	record_set(&record, cells);
	*breach = (struct breach){ 0 };
	return rules_judge(&table->rules, 0, &record.cells, breach);
}

static void
test_judging(void)
{
	struct table table;
	struct breach breach;
	struct buffer text = { 0 };

	table_open(&table,
	    "\"rules\":[{\"id\":\"end-after-start\",\"message\":\"e is before d\","
	    "\"if\":{\"field\":\"i\",\"op\":\"eq\",\"value\":1},"
	    "\"then\":{\"all\":[{\"field\":\"s\",\"op\":\"present\"},"
	    "{\"field\":\"e\",\"op\":\"ge\",\"otherField\":\"d\"}]},"
	    "\"else\":{\"field\":\"t\",\"op\":\"blank\"}}]");
	CHECK(table.good && table.rules.count == 1);
	CHECK(passes(&table, "i=1;s=x;d=2024-01-01;e=2024-01-01", &breach));
	CHECK(!passes(&table, "i=1;s=x;d=2024-01-02;e=2024-01-01", &breach));
	CHECK(breach.code == FINDING_RULE && breach.severity == SEVERITY_ERROR);
	CHECK(breach.part == 0 && breach.first == 0);
	CHECK(letters[breach.field] == 'e');
	CHECK(!passes(&table, "i=1;d=2024-01-01", &breach));
	CHECK(letters[breach.field] == 's');
	/* unknown: not broken */
	CHECK(passes(&table, "i=1;s=x;d=2024-01-02;e=!", &breach));
	CHECK(passes(&table, "i=1;s=x", &breach));
	/* else: only where the condition is plainly false */
	CHECK(!passes(&table, "i=2;t=x", &breach));
	CHECK(letters[breach.field] == 't');
	CHECK(passes(&table, "i=2", &breach));
	CHECK(passes(&table, "t=x", &breach));
	CHECK(passes(&table, "i=!;t=x", &breach));
	CHECK(!rules_over(&table.rules, 0, &breach));
	rules_rule(&table.rules, 0, &text);
	CHECK_FIELD(((struct field){ text.data, text.length }), "end-after-start");
	buffer_clear(&text);
	rules_message(&table.rules, 0, &text);
	CHECK_FIELD(((struct field){ text.data, text.length }), "e is before d");
	buffer_release(&text);
	table_close(&table);
}

static void
test_blame(void)
{
	static const struct {
		const char *wanted;
		const char *cells;
		char field;
	} cases[] = {
		{ "{\"any\":[{\"field\":\"s\",\"op\":\"present\"},"
		  "{\"field\":\"t\",\"op\":\"present\"}]}",
		    "", 's' },
		{ "{\"not\":{\"all\":[{\"field\":\"s\",\"op\":\"present\"},"
		  "{\"field\":\"t\",\"op\":\"present\"}]}}",
		    "s=a;t=b", 's' },
		{ "{\"not\":{\"any\":[{\"field\":\"s\",\"op\":\"present\"},"
		  "{\"field\":\"t\",\"op\":\"present\"}]}}",
		    "t=b", 't' },
		{ "{\"all\":[{\"field\":\"s\",\"op\":\"blank\"},"
		  "{\"not\":{\"not\":{\"all\":[{\"field\":\"i\",\"op\":\"present\"},"
		  "{\"field\":\"t\",\"op\":\"present\"}]}}}]}",
		    "i=1", 't' },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buffer extension = { 0 };
		struct table table;
		struct breach breach;

		buffer_format(&extension,
		    "\"rules\":[{\"id\":\"a\",\"message\":\"w\",\"then\":%s}]", cases[i].wanted);
		buffer_append(&extension, "", 1);
		table_open(&table, extension.data);
		CHECK(table.good && !passes(&table, cases[i].cells, &breach)
		    && letters[breach.field] == cases[i].field);
		table_close(&table);
		buffer_release(&extension);
	}
}

/* A pattern without end breaks the rule where nothing else decides it. */
static void
test_match_limit(void)
{
	static const char slow[] = "{\"field\":\"s\",\"op\":\"matches\",\"pattern\":\"(a+)+$\"}";
	static const char long_text[] = "s=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab";
	struct buffer extension = { 0 };
	struct table table;
	struct breach breach;

	buffer_format(&extension,
	    "\"rules\":[{\"id\":\"a\",\"message\":\"w\",\"if\":%s,"
	    "\"then\":{\"field\":\"i\",\"op\":\"blank\"}}]",
	    slow);
	buffer_append(&extension, "", 1);
	table_open(&table, extension.data);
	CHECK(table.good && !passes(&table, long_text, &breach));
	CHECK(breach.code == FINDING_RULE && letters[breach.field] == 's');
	CHECK(passes(&table, "s=b", &breach));
	table_close(&table);
	buffer_clear(&extension);
	buffer_format(&extension,
	    "\"rules\":[{\"id\":\"a\",\"message\":\"w\","
	    "\"then\":{\"any\":[%s,{\"field\":\"i\",\"op\":\"blank\"}]}}]",
	    slow);
	buffer_append(&extension, "", 1);
	table_open(&table, extension.data);
	CHECK(table.good && passes(&table, long_text, &breach));
	table_close(&table);
	buffer_release(&extension);
}

static void
test_allowed(void)
{
	struct table table;
	struct breach breach;

	table_open(&table,
	    "\"rules\":[{\"id\":\"a\",\"message\":\"w\",\"maxFailures\":2,\"severity\":\"error\","
	    "\"then\":{\"field\":\"i\",\"op\":\"eq\",\"value\":1}}]");
	CHECK(!passes(&table, "i=2", &breach) && breach.severity == SEVERITY_WARNING);
	CHECK(!passes(&table, "i=2", &breach) && !rules_over(&table.rules, 0, &breach));
	CHECK(!passes(&table, "i=2", &breach) && rules_over(&table.rules, 0, &breach));
	CHECK(breach.code == FINDING_RULE_LIMIT && breach.severity == SEVERITY_ERROR
	    && breach.field == FINDING_NO_FIELD && breach.part == 0);
	table_close(&table);

	table_open(&table,
	    "\"rules\":[{\"id\":\"a\",\"message\":\"w\",\"maxPercent\":33.3,"
	    "\"severity\":\"warning\",\"then\":{\"field\":\"i\",\"op\":\"eq\",\"value\":1}}]");
	CHECK(!passes(&table, "i=2", &breach) && rules_over(&table.rules, 0, &breach)
	    && breach.severity == SEVERITY_WARNING);
	CHECK(passes(&table, "i=1", &breach) && passes(&table, "i=1", &breach));
	/* a third is more than 33.3 per cent; records that it cannot judge do not count */
	CHECK(passes(&table, "", &breach) && rules_over(&table.rules, 0, &breach));
	CHECK(passes(&table, "i=1", &breach) && !rules_over(&table.rules, 0, &breach));
	table_close(&table);
}

static void
test_percent(void)
{
	struct percent percent = { { 1, 1 } }; /* 0.1 */
	struct buffer text = { 0 };

	CHECK(!percent_exceeded(&percent, 0, 0));
	CHECK(!percent_exceeded(&percent, 1, 1000));
	CHECK(percent_exceeded(&percent, 1, 999));
	CHECK(!percent_exceeded(&percent, UINT64_MAX / 1000, UINT64_MAX));
	CHECK(percent_exceeded(&percent, UINT64_MAX / 1000 + 1, UINT64_MAX));
	percent.value = (struct decimal){ 33300000000, 9 };
	CHECK(!percent_exceeded(&percent, 333, 1000));
	CHECK(percent_exceeded(&percent, 334, 1000));
	CHECK(percent_exceeded(&percent, UINT64_MAX, UINT64_MAX));
	percent_write(&percent, &text);
	CHECK_FIELD(((struct field){ text.data, text.length }), "33.3");
	buffer_clear(&text);
	percent.value = (struct decimal){ 99999999999999999, 15 };
	CHECK(percent_exceeded(&percent, UINT64_MAX - 184, UINT64_MAX));
	CHECK(!percent_exceeded(&percent, UINT64_MAX - 185, UINT64_MAX));
	percent.value = (struct decimal){ 100000000000000000, 15 };
	CHECK(!percent_exceeded(&percent, UINT64_MAX, UINT64_MAX));
	percent.value = (struct decimal){ 100, 0 };
	CHECK(!percent_exceeded(&percent, UINT64_MAX, UINT64_MAX));
	percent_write(&percent, &text);
	CHECK_FIELD(((struct field){ text.data, text.length }), "100");
	buffer_clear(&text);
	percent.value = (struct decimal){ 0, 9 };
	CHECK(percent_exceeded(&percent, 1, UINT64_MAX));
	percent_write(&percent, &text);
	CHECK_FIELD(((struct field){ text.data, text.length }), "0");
	buffer_release(&text);
}

static void
check_limit(const struct limits *limits, size_t index, const char *expected)
{
	struct buffer text = { 0 };

	limits_rule(limits, index, &text);
	CHECK_FIELD(((struct field){ text.data, text.length }), expected);
	buffer_release(&text);
}

static void
test_limits(void)
{
	struct table table;
	struct breach breach;
	uint64_t missing[FIELDS] = { 0 };

	table_open(&table, "\"limits\":{\"minRecords\":2,\"maxRecords\":8}");
	CHECK(table.good && table.limits.count == 3);
	check_limit(&table.limits, 0, "minRecords 2");
	check_limit(&table.limits, 1, "maxRecords 8");
	check_limit(&table.limits, 2, "maxMissingPercent 12.5");
	CHECK(limits_judge(&table.limits, 0, 2, missing, &breach));
	CHECK(!limits_judge(&table.limits, 0, 1, missing, &breach));
	CHECK(breach.code == FINDING_FEW_RECORDS && breach.field == FINDING_NO_FIELD
	    && breach.severity == SEVERITY_ERROR);
	CHECK(limits_judge(&table.limits, 1, 8, missing, &breach));
	CHECK(!limits_judge(&table.limits, 1, 9, missing, &breach));
	CHECK(breach.code == FINDING_MANY_RECORDS);
	CHECK(limits_judge(&table.limits, 2, 0, missing, &breach));
	missing[2] = 1;
	CHECK(limits_judge(&table.limits, 2, 8, missing, &breach));
	CHECK(!limits_judge(&table.limits, 2, 7, missing, &breach));
	CHECK(breach.code == FINDING_MANY_MISSING && letters[breach.field] == 'i');
	table_close(&table);
	CHECK_TEXT(fault_of("\"limits\":{\"minRecords\":2,\"maxRecords\":1}"),
	    "at /mhsw/limits/minRecords: is larger than maxRecords");
	CHECK_TEXT(fault_of("\"limits\":{\"minRecord\":2}"),
	    "at /mhsw/limits/minRecord: unknown key, did you mean 'minRecords'?");
	CHECK_TEXT(fault_of("\"limits\":{\"maxRecords\":-1}"),
	    "at /mhsw/limits/maxRecords: is too small: the least is 0");
	CHECK_TEXT(fault_of("\"limits\":[]"), "at /mhsw/limits: an object is expected");
}

int
main(void)
{
	test_judging();
	test_blame();
	test_match_limit();
	test_allowed();
	test_percent();
	test_limits();
	return unit_done();
}
