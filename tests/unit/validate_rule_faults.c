/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * validate_rule_faults: a schema that has its rules or limits wrong is told where
 * and why.
 */
#include "rules_table.h"

static void
test_members(void)
{
	CHECK_TEXT(predicate_fault("[]"), ": an object is expected");
	CHECK_TEXT(predicate_fault("{}"),
	    "/op: is missing: eq, ne, lt, le, gt, ge, in, blank, present, matches or days");
	CHECK_TEXT(
	    predicate_fault("{\"feld\":\"i\"}"), "/feld: unknown key, did you mean 'field'?");
	CHECK_TEXT(predicate_fault("{\"op\":\"blank\"}"), "/field: is missing: a text is expected");
	CHECK_TEXT(predicate_fault("{\"field\":\"none\",\"op\":\"blank\"}"),
	    "/field: no field has this name");
	CHECK_TEXT(predicate_fault("{\"field\":\"i\",\"op\":\"blan\"}"),
	    "/op: is not known here, did you mean 'blank'?");
	CHECK_TEXT(predicate_fault("{\"field\":\"i\",\"op\":\"blank\",\"value\":1}"),
	    "/value: does not stand beside op 'blank'");
	CHECK_TEXT(predicate_fault("{\"field\":\"i\",\"op\":\"eq\",\"values\":[1]}"),
	    "/values: does not stand beside op 'eq'");
	CHECK_TEXT(predicate_fault("{\"field\":\"i\",\"op\":\"eq\"}"),
	    ": op 'eq' takes a value or an otherField");
	CHECK_TEXT(
	    predicate_fault("{\"field\":\"i\",\"op\":\"eq\",\"value\":1,\"otherField\":\"j\"}"),
	    ": op 'eq' takes a value or an otherField");
	CHECK_TEXT(
	    predicate_fault("{\"all\":[],\"any\":[]}"), ": 'any' stands with nothing beside it");
	CHECK_TEXT(predicate_fault("{\"not\":{\"field\":\"i\",\"op\":\"blank\"},\"op\":\"eq\"}"),
	    ": 'not' stands with nothing beside it");
	CHECK_TEXT(predicate_fault("{\"all\":[]}"),
	    "/all: an array with at least one predicate is expected");
	CHECK_TEXT(predicate_fault("{\"not\":[{\"field\":\"i\",\"op\":\"blank\"}]}"),
	    "/not: an object is expected");
	CHECK_TEXT(predicate_fault("{\"any\":[{\"field\":\"i\",\"op\":\"blank\"},"
	                           "{\"not\":{\"field\":\"i\",\"op\":\"xxxxxxxx\"}}]}"),
	    "/any/1/not/op: is not known here; known are eq, ne, lt, le, gt, ge, in, blank, "
	    "present, matches, days");
}

static void
test_values(void)
{
	CHECK_TEXT(predicate_fault("{\"field\":\"i\",\"op\":\"eq\",\"value\":\"abc\"}"),
	    "/value: a value of type integer is expected");
	CHECK_TEXT(predicate_fault("{\"field\":\"i\",\"op\":\"eq\",\"value\":1.5}"),
	    "/value: a whole number is expected, not a number with decimals");
	CHECK_TEXT(predicate_fault("{\"field\":\"i\",\"op\":\"eq\",\"value\":null}"),
	    "/value: a whole number is expected, not null");
	CHECK_TEXT(predicate_fault("{\"field\":\"n\",\"op\":\"eq\",\"value\":1e300}"),
	    "/value: is not exact: write it as a text");
	CHECK_TEXT(predicate_fault("{\"field\":\"n\",\"op\":\"eq\",\"value\":1e-300}"),
	    "/value: is not exact: write it as a text");
	CHECK_TEXT(predicate_fault("{\"field\":\"n\",\"op\":\"eq\",\"value\":0.12345678901234567}"),
	    "/value: is not exact: write it as a text");
	CHECK_TEXT(predicate_fault("{\"field\":\"n\",\"op\":\"eq\",\"value\":-0.0}"), "good");
	CHECK_TEXT(predicate_fault("{\"field\":\"s\",\"op\":\"eq\",\"value\":1}"),
	    "/value: a text is expected, not a number");
	CHECK_TEXT(predicate_fault("{\"field\":\"b\",\"op\":\"eq\",\"value\":1}"),
	    "/value: true or false is expected, not a number");
	CHECK_TEXT(predicate_fault("{\"field\":\"d\",\"op\":\"lt\",\"value\":\"2023-02-29\"}"),
	    "/value: a value of type date is expected");
	CHECK_TEXT(predicate_fault("{\"field\":\"s\",\"op\":\"eq\",\"value\":\"\"}"),
	    "/value: is a missing value of s: ask for blank");
	CHECK_TEXT(predicate_fault("{\"field\":\"c\",\"op\":\"in\",\"values\":[\"red\",\"none\"]}"),
	    "/values/1: is a missing value of c: ask for blank");
	CHECK_TEXT(predicate_fault("{\"field\":\"c\",\"op\":\"ne\",\"value\":\"bleu\"}"),
	    "/value: is not one of the values that c may have");
	CHECK_TEXT(predicate_fault("{\"field\":\"c\",\"op\":\"in\",\"values\":[]}"),
	    "/values: an array with at least one value is expected");
	CHECK_TEXT(predicate_fault("{\"field\":\"c\",\"op\":\"in\"}"),
	    "/values: an array with at least one value is expected");
	CHECK(strncmp(predicate_fault("{\"field\":\"s\",\"op\":\"matches\",\"pattern\":\"(\"}"),
	          "/pattern: the pattern is wrong near byte", 40)
	    == 0);
	CHECK_TEXT(predicate_fault("{\"field\":\"s\",\"op\":\"matches\"}"),
	    "/pattern: is missing: a text is expected");
}

static void
test_types(void)
{
	static const char *const unordered[] = { "s", "b", "l", "x" };
	static const char *const ops[] = { "lt", "le", "gt", "ge" };

	for (size_t i = 0; i < 4; i++)
		for (size_t j = 0; j < 4; j++) {
			char source[64];

			snprintf(source, sizeof source,
			    "{\"field\":\"%s\",\"op\":\"%s\",\"value\":true}", unordered[i],
			    ops[j]);
			CHECK(
			    strstr(predicate_fault(source), "is not for a field of type") != NULL);
		}
	CHECK_TEXT(predicate_fault("{\"field\":\"s\",\"op\":\"gt\",\"value\":\"a\"}"),
	    "/op: op 'gt' is not for a field of type string");
	CHECK_TEXT(predicate_fault("{\"field\":\"i\",\"op\":\"matches\",\"pattern\":\"1\"}"),
	    "/op: op 'matches' is not for a field of type integer");
	CHECK_TEXT(predicate_fault("{\"field\":\"m\",\"op\":\"days\",\"otherField\":\"d\","
	                           "\"minimum\":1}"),
	    "/op: op 'days' is not for a field of type yearmonth");
	CHECK_TEXT(predicate_fault("{\"field\":\"d\",\"op\":\"days\",\"otherField\":\"m\","
	                           "\"minimum\":1}"),
	    "/otherField: is of type yearmonth, which is not compared with type date");
	CHECK_TEXT(predicate_fault("{\"field\":\"d\",\"op\":\"days\",\"otherField\":\"e\"}"),
	    ": op 'days' takes a minimum or a maximum");
	CHECK_TEXT(predicate_fault("{\"field\":\"d\",\"op\":\"days\",\"minimum\":1}"),
	    "/otherField: is missing: a text is expected");
	CHECK_TEXT(predicate_fault("{\"field\":\"d\",\"op\":\"days\",\"otherField\":\"e\","
	                           "\"minimum\":2,\"maximum\":1}"),
	    "/minimum: is larger than the maximum");
	CHECK_TEXT(predicate_fault("{\"field\":\"d\",\"op\":\"days\",\"otherField\":\"e\","
	                           "\"minimum\":0.5}"),
	    "/minimum: a whole number is expected, not a number with decimals");
	CHECK_TEXT(predicate_fault("{\"field\":\"d\",\"op\":\"lt\",\"otherField\":\"m\"}"),
	    "/otherField: is of type yearmonth, which is not compared with type date");
	CHECK_TEXT(predicate_fault("{\"field\":\"i\",\"op\":\"eq\",\"otherField\":\"s\"}"),
	    "/otherField: is of type string, which is not compared with type integer");
	CHECK_TEXT(predicate_fault("{\"field\":\"i\",\"op\":\"eq\",\"otherField\":\"n\"}"), "good");
	CHECK_TEXT(predicate_fault("{\"field\":\"d\",\"op\":\"lt\",\"otherField\":\"u\"}"),
	    "/otherField: is of type datetime, which is not compared with type date");
	CHECK_TEXT(predicate_fault("{\"field\":\"l\",\"op\":\"eq\",\"otherField\":\"g\"}"),
	    "/otherField: is a list of another form");
	CHECK_TEXT(predicate_fault("{\"field\":\"f\",\"op\":\"gt\",\"value\":\"13/13/2024\"}"),
	    "/value: a value of type date is expected");
}

#define BLANK "{\"field\":\"i\",\"op\":\"blank\"}"

static void
test_rule_faults(void)
{
	struct buffer text = { 0 };

	CHECK_TEXT(fault_of("\"rules\":{}"), "at /mhsw/rules: an array of rules is expected");
	CHECK_TEXT(fault_of("\"rules\":[]"), "good");
	CHECK_TEXT(fault_of("\"rules\":[{\"id\":\"a\",\"messag\":\"w\",\"then\":" BLANK "}]"),
	    "at /mhsw/rules/0/messag: unknown key, did you mean 'message'?");
	CHECK_TEXT(fault_of("\"rules\":[{\"message\":\"w\",\"then\":" BLANK "}]"),
	    "at /mhsw/rules/0/id: is missing: a text is expected");
	CHECK_TEXT(fault_of("\"rules\":[{\"id\":\"A b\",\"message\":\"w\",\"then\":" BLANK "}]"),
	    "at /mhsw/rules/0/id: is made of small letters, digits and hyphens, at most 64");
	CHECK_TEXT(fault_of("\"rules\":[{\"id\":\"\",\"message\":\"w\",\"then\":" BLANK "}]"),
	    "at /mhsw/rules/0/id: is made of small letters, digits and hyphens, at most 64");
	CHECK_TEXT(fault_of("\"rules\":[{\"id\":\"a\",\"message\":\"w\",\"then\":" BLANK "},"
	                    "{\"id\":\"a\",\"message\":\"w\",\"then\":" BLANK "}]"),
	    "at /mhsw/rules/1/id: another rule has this id");
	CHECK_TEXT(fault_of("\"rules\":[{\"id\":\"a\",\"then\":" BLANK "}]"),
	    "at /mhsw/rules/0/message: is missing: a text is expected");
	CHECK_TEXT(fault_of("\"rules\":[{\"id\":\"a\",\"message\":\" \",\"then\":" BLANK "}]"),
	    "at /mhsw/rules/0/message: is empty: say what the rule asks for");
	CHECK_TEXT(fault_of("\"rules\":[{\"id\":\"a\",\"message\":\"a\\nb\",\"then\":" BLANK "}]"),
	    "at /mhsw/rules/0/message: is one line of text, without control characters");
	CHECK_TEXT(
	    fault_of("\"rules\":[{\"id\":\"a\",\"message\":\"a\\u009b1m\",\"then\":" BLANK "}]"),
	    "at /mhsw/rules/0/message: is one line of text, without control characters");
	CHECK_TEXT(
	    fault_of("\"rules\":[{\"id\":\"a\",\"message\":\"a\\u2028b\",\"then\":" BLANK "}]"),
	    "at /mhsw/rules/0/message: is one line of text, without control characters");
	buffer_append_text(&text, "\"rules\":[{\"id\":\"a\",\"message\":\"");
	for (unsigned i = 0; i < RULE_MESSAGE_MAX; i++)
		buffer_append_text(&text, "\xC3\xA9");
	buffer_append(&text, "\",\"then\":" BLANK "}]", strlen("\",\"then\":" BLANK "}]") + 1);
	CHECK_TEXT(fault_of(text.data), "good");
	text.length = (size_t)(strstr(text.data, "\",\"then") - text.data);
	buffer_append(&text, "x\",\"then\":" BLANK "}]", strlen("x\",\"then\":" BLANK "}]") + 1);
	CHECK_TEXT(fault_of(text.data), "at /mhsw/rules/0/message: is longer than 200 characters");
	buffer_release(&text);
	CHECK_TEXT(fault_of("\"rules\":[{\"id\":\"a\",\"message\":\"w\",\"if\":" BLANK "}]"),
	    "at /mhsw/rules/0/then: is missing: what has to be so?");
	CHECK_TEXT(fault_of("\"rules\":[{\"id\":\"a\",\"message\":\"w\",\"else\":" BLANK "}]"),
	    "at /mhsw/rules/0/else: stands without an 'if'");
	CHECK_TEXT(fault_of("\"rules\":[{\"id\":\"a\",\"message\":\"w\",\"severity\":\"warn\","
	                    "\"then\":" BLANK "}]"),
	    "at /mhsw/rules/0/severity: is not known here; known are error, warning");
	CHECK_TEXT(fault_of("\"rules\":[{\"id\":\"a\",\"message\":\"w\",\"maxFailures\":1,"
	                    "\"maxPercent\":1,\"then\":" BLANK "}]"),
	    "at /mhsw/rules/0/maxPercent: stands beside maxFailures: one of them is meant");
	CHECK_TEXT(fault_of("\"rules\":[{\"id\":\"a\",\"message\":\"w\",\"maxFailures\":-1,"
	                    "\"then\":" BLANK "}]"),
	    "at /mhsw/rules/0/maxFailures: is too small: the least is 0");
	CHECK_TEXT(fault_of("\"rules\":[{\"id\":\"a\",\"message\":\"w\",\"maxPercent\":100.1,"
	                    "\"then\":" BLANK "}]"),
	    "at /mhsw/rules/0/maxPercent: is a percentage: a number from 0 to 100");
	CHECK_TEXT(
	    fault_of("\"rules\":[{\"id\":\"a\",\"message\":\"w\",\"maxPercent\":0.0123456789012345,"
	             "\"then\":" BLANK "}]"),
	    "at /mhsw/rules/0/maxPercent: has more than 15 decimals");
	CHECK_TEXT(fault_of("\"rules\":[{\"id\":\"a\",\"message\":\"w\",\"maxPercent\":-1e-300,"
	                    "\"then\":" BLANK "}]"),
	    "at /mhsw/rules/0/maxPercent: is a percentage: a number from 0 to 100");
}

static void
test_many_rules(void)
{
	struct buffer text = { 0 };

	buffer_append_text(&text, "\"rules\":[");
	for (unsigned i = 0; i <= RULES_MAX; i++)
		buffer_format(&text, "%s{\"id\":\"r%u\",\"message\":\"w\",\"then\":" BLANK "}",
		    i == 0 ? "" : ",", i);
	buffer_append(&text, "]", 2);
	CHECK_TEXT(fault_of(text.data), "at /mhsw/rules: has more than 1000 rules");
	buffer_release(&text);
}

int
main(void)
{
	test_members();
	test_values();
	test_types();
	test_rule_faults();
	test_many_rules();
	return unit_done();
}
