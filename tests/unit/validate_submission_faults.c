/* SPDX-License-Identifier: GPL-3.0-or-later */
/* submissions: what the rule and the list of those expected may not say. */
#include "submission_files.h"

static const char *
rule_fault(const char *rule, const char *expected)
{
	static char out[1024];
	struct schema schema;
	struct submissions all;
	struct fault fault = { "" };
	const char *said = fault.message;

	open_schema(&schema, rule);
	if (expected != NULL)
		put(expected_file, expected);
	CHECK(!submissions_open(&all, &schema, expected != NULL ? expected_file : NULL, &fault));
	submissions_close(&all);
	if (strncmp(said, schema_file, strlen(schema_file)) == 0)
		said += strlen(schema_file);
	else if (strncmp(said, expected_file, strlen(expected_file)) == 0)
		said += strlen(expected_file);
	snprintf(out, sizeof out, "%s", said);
	schema_close(&schema);
	return out;
}

static void
test_rule_faults(void)
{
	CHECK_TEXT(rule_fault("[]", NULL), ": at /mhsw/submissions: an object is expected");
	CHECK_TEXT(rule_fault("{\"period\":\"month\"}", NULL),
	    ": at /mhsw/submissions/organisation: is missing: a text is expected");
	CHECK_TEXT(rule_fault("{\"organisation\":\"orgs\",\"period\":\"month\"}", NULL),
	    ": at /mhsw/submissions/organisation: no field has this name, did you mean 'org'?");
	CHECK_TEXT(rule_fault("{\"organisation\":\"key\",\"period\":\"month\"}", NULL),
	    ": at /mhsw/submissions/organisation: the field is sensitive, and the list of "
	    "submissions shows it");
	CHECK_TEXT(rule_fault("{\"organisation\":\"month\",\"period\":\"month\"}", NULL),
	    ": at /mhsw/submissions: organisation and period are the same field");
	CHECK_TEXT(rule_fault("{" RULE ",\"recieved\":\"sent\"}", NULL),
	    ": at /mhsw/submissions/recieved: unknown key, did you mean 'received'?");
	CHECK_TEXT(rule_fault("{" RULE ",\"received\":\"month\"}", NULL),
	    ": at /mhsw/submissions/received: a field of type date or datetime is expected");
	CHECK_TEXT(rule_fault("{" RULE ",\"received\":\"sent\",\"receivedInName\":\"(a)\"}", NULL),
	    ": at /mhsw/submissions/receivedInName: received stands beside it: one of the two says "
	    "the day");
	CHECK_TEXT(rule_fault("{" RULE ",\"receivedInName\":\"a\"}", NULL),
	    ": at /mhsw/submissions/receivedInName: exactly one group in round brackets is "
	    "expected: the date in the file's name");
	CHECK_TEXT(rule_fault("{" RULE ",\"receivedInName\":\"(a)(?<b>b)\"}", NULL),
	    ": at /mhsw/submissions/receivedInName: exactly one group in round brackets is "
	    "expected: the date in the file's name");
	CHECK_TEXT(rule_fault("{" RULE ",\"receivedInName\":\"(\"}", NULL),
	    ": at /mhsw/submissions/receivedInName: the pattern is wrong near byte 2: missing "
	    "closing parenthesis");
	CHECK_TEXT(rule_fault("{" RULE ",\"receivedInName\":3}", NULL),
	    ": at /mhsw/submissions/receivedInName: a text is expected, not a number");
}

static void
test_list_faults(void)
{
	CHECK_TEXT(rule_fault("{" RULE "}", ""), ":1: no column 'organisation'");
	CHECK_TEXT(rule_fault("{" RULE "}", "organization,period\n"),
	    ":1: no column 'organisation', did you mean 'organization'?");
	CHECK_TEXT(rule_fault("{" RULE "}", "organisation\n"), ":1: no column 'period'");
	CHECK_TEXT(rule_fault("{" RULE "}", "organisation,period\n,2026-03\n"),
	    ":2: organisation is empty");
	CHECK_TEXT(rule_fault("{" RULE "}", "organisation,period\nR1,\n"), ":2: period is empty");
	CHECK_TEXT(rule_fault("{" RULE "}", "organisation,period\nR1,03/2026\n"),
	    ":2: period is no month such as 2026-03");
	CHECK_TEXT(rule_fault("{\"organisation\":\"org\",\"period\":\"sent\"}",
	               "organisation,period\nR1,2026-03\n"),
	    ":2: period is no date such as 2026-03-31");
	CHECK_TEXT(rule_fault("{" RULE "}",
	               "organisation,period,due\nR1,2026-03,\nR2,2026-03,2026-02-30\n"),
	    ":3: due is no date such as 2026-03-31");
	CHECK_TEXT(
	    rule_fault("{" RULE "}", "organisation,period\nR1,2026-03\nR2,2026-03\nR1,2026-03\n"),
	    ":4: has the organisation and period of line 2 again");
	CHECK(strncmp(rule_fault("{" RULE "}", "organisation,period\nR1\n"), ":2:", 3) == 0);
}

/* Without the rule nothing is done, and a list makes no sense. */
static void
test_absent(void)
{
	struct schema schema;
	struct submissions all;
	struct fault fault;

	put(schema_file, "{\"fields\":[{\"name\":\"a\"}]}");
	CHECK(schema_open(&schema, schema_file, &fault));
	CHECK(submissions_open(&all, &schema, NULL, &fault));
	CHECK(!submissions_present(&all));
	CHECK(survey(&all, 0, "a.csv", "R1", "2026-03", ""));
	CHECK(survey(&all, 1, "b.csv", "R1", "2026-03", ""));
	CHECK(!replaced(&all, 0, "R1", "2026-03"));
	CHECK_TEXT(told(&all), "");
	CHECK_TEXT(listed(&all), "");
	submissions_close(&all);
	put(expected_file, "organisation,period\n");
	CHECK(!submissions_open(&all, &schema, expected_file, &fault));
	CHECK_TEXT(fault.message + strlen(schema_file),
	    ": at /mhsw/submissions: is missing: what is expected cannot be told apart");
	submissions_close(&all);
	schema_close(&schema);
}

int
main(void)
{
	open_folder();
	test_rule_faults();
	test_list_faults();
	test_absent();
	close_folder();
	return unit_done();
}
