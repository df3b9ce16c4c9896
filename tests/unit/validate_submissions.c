/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * submissions: the last file of an organisation and period counts; what is told
 * and listed of the others, against a list of those expected.
 */
#include "../../filters/validate/submission/submission.h"

#include "unit.h"

#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/mhsw-unit-XXXXXX";
static char schema_file[64];
static char expected_file[64];
static char list_file[64];

static void
put(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0)
		exit(2);
}

static const char fields_text[] =
    "{\"fields\":[{\"name\":\"org\"},{\"name\":\"month\",\"type\":\"yearmonth\"},"
    "{\"name\":\"sent\",\"type\":\"date\"},"
    "{\"name\":\"key\",\"mhsw\":{\"sensitive\":true}}],\"mhsw\":{\"submissions\":%s}}";

static void
open_schema(struct schema *schema, const char *rule)
{
	struct fault fault = { "" };
	char text[1024];

	snprintf(text, sizeof text, fields_text, rule);
	put(schema_file, text);
	if (!CHECK(schema_open(schema, schema_file, &fault)))
		printf("# %s\n", fault.message);
}

/* "" is missing, "!" is bad. */
static struct cells
cells_of(const char *org, const char *month, const char *sent)
{
	static struct field values[4];
	static unsigned char states[4];
	const char *const texts[] = { org, month, sent, "" };

	for (size_t i = 0; i < 4; i++) {
		values[i] = field_of(texts[i]);
		states[i] = texts[i][0] == '\0' ? CELL_MISSING
		    : texts[i][0] == '!'        ? CELL_BAD
		                                : CELL_VALUE;
	}
	return (struct cells){ values, states };
}

static bool
survey(struct submissions *submissions, size_t file, const char *name, const char *org,
    const char *month, const char *sent)
{
	struct cells cells = cells_of(org, month, sent);
	struct fault fault;

	return submissions_survey(submissions, file, name, &cells, &fault);
}

static bool
replaced(struct submissions *submissions, size_t file, const char *org, const char *month)
{
	struct cells cells = cells_of(org, month, "");

	return submissions_replaced(submissions, file, &cells);
}

static void
listen(void *context, const struct breach *breach, uint64_t count, const char *file,
    const char *detail)
{
	buffer_format(context, "%s %" PRIu64 " %s: %s\n", finding_name(breach->code), count,
	    file != NULL ? file : "-", detail);
}

/* What is told of the submissions. */
static const char *
told(const struct submissions *submissions)
{
	static char out[4096];
	struct buffer text = { 0 };

	submissions_report(submissions, listen, &text);
	snprintf(out, sizeof out, "%.*s", (int)text.length, text.length != 0 ? text.data : "");
	buffer_release(&text);
	return out;
}

/* What is listed, without the header. */
static const char *
listed(const struct submissions *submissions)
{
	static const char header[] = "organisation,period,status,file,records,received,due\n";
	static char out[4096];
	struct writer writer;
	struct fault fault;
	FILE *file = fopen(list_file, "w+");
	size_t length;

	if (file == NULL)
		exit(2);
	writer_open(&writer, fileno(file), list_file);
	submissions_write(submissions, &writer);
	CHECK(writer_flush(&writer, &fault));
	writer_close(&writer);
	rewind(file);
	length = fread(out, 1, sizeof out - 1, file);
	fclose(file);
	out[length] = '\0';
	CHECK(strncmp(out, header, strlen(header)) == 0);
	return strlen(out) < strlen(header) ? out : out + strlen(header);
}

static void
test_passes(void)
{
	struct schema schema;
	struct submissions all;
	struct fault fault;

	open_schema(
	    &schema, "{\"organisation\":\"org\",\"period\":\"month\",\"received\":\"sent\"}");
	CHECK(submissions_open(&all, &schema, NULL, &fault));
	CHECK(submissions_present(&all));
	CHECK(survey(&all, 0, "a.csv", "R2", "2026-03", "2026-04-02"));
	CHECK(survey(&all, 0, "a.csv", "R2", "2026-03", "2026-04-12"));
	CHECK(survey(&all, 0, "a.csv", "R2", "2026-03", "!"));
	CHECK(survey(&all, 0, "a.csv", "R1", "2026-03", "2026-04-01"));
	CHECK(survey(&all, 0, "a.csv", "", "2026-03", "2026-04-01"));
	CHECK(survey(&all, 0, "a.csv", "R1", "!", "2026-04-01"));
	CHECK(survey(&all, 1, "b.csv", "R2", "2026-03", ""));
	CHECK(survey(&all, 1, "b.csv", "R2", "2026-04", ""));
	CHECK(survey(&all, 2, "b.csv", "R2", "2026-03", "2026-04-20"));
	/* the second pass */
	CHECK(replaced(&all, 0, "R2", "2026-03") && replaced(&all, 1, "R2", "2026-03"));
	CHECK(!replaced(&all, 2, "R2", "2026-03") && !replaced(&all, 1, "R2", "2026-04"));
	CHECK(!replaced(&all, 0, "R1", "2026-03"));
	CHECK(!replaced(&all, 0, "", "2026-03") && !replaced(&all, 0, "R2", "!"));
	CHECK(!replaced(&all, 0, "R3", "2026-03"));
	/* lengths tell ("R", "12026-03") from ("R1", "2026-03") */
	CHECK(!replaced(&all, 0, "R", "22026-03"));
	CHECK_TEXT(told(&all),
	    "W401 3 a.csv: 3 records, replaced by b.csv\n"
	    "W401 1 b.csv: 1 record, replaced by b.csv\n");
	CHECK_TEXT(listed(&all),
	    "R1,2026-03,received,a.csv,1,2026-04-01,\n"
	    "R2,2026-03,replaced,a.csv,3,2026-04-12,\n"
	    "R2,2026-03,replaced,b.csv,1,,\n"
	    "R2,2026-03,received,b.csv,1,2026-04-20,\n"
	    "R2,2026-04,received,b.csv,1,,\n");
	submissions_close(&all);
	schema_close(&schema);
}

static void
test_expected(void)
{
	struct schema schema;
	struct submissions all;
	struct fault fault = { "" };

	open_schema(
	    &schema, "{\"organisation\":\"org\",\"period\":\"month\",\"received\":\"sent\"}");
	put(expected_file,
	    "due,period,organisation,note\r\n2026-04-10,2026-03,R1,x\r\n2026-04-10,2026-03,R2,\r\n"
	    ",2026-03,R3,\r\n2026-04-10,2026-03,\"R, 4\",\r\n,2026-03,R6,\r\n");
	if (!CHECK(submissions_open(&all, &schema, expected_file, &fault)))
		printf("# %s\n", fault.message);
	CHECK(survey(&all, 0, "a.csv", "R1", "2026-03", "2026-04-11"));
	CHECK(survey(&all, 0, "a.csv", "R2", "2026-03", "2026-04-10"));
	CHECK(survey(&all, 0, "a.csv", "R3", "2026-03", "2030-01-01"));
	CHECK(survey(&all, 0, "a.csv", "R5", "2026-03", "2026-04-01"));
	CHECK(survey(&all, 0, "a.csv", "R5", "2026-03", "2026-04-01"));
	CHECK(survey(&all, 1, "b.csv", "R2", "2026-03", ""));
	CHECK(!replaced(&all, 0, "R6", "2026-03"));
	CHECK_TEXT(told(&all),
	    "W403 1 -: line 5 of expected.csv\n"
	    "W402 1 a.csv: line 2 of expected.csv, 1 day late\n"
	    "W401 1 a.csv: 1 record, replaced by b.csv\n"
	    "W404 1 a.csv: 2 records\n"
	    "W403 1 -: line 6 of expected.csv\n");
	CHECK_TEXT(listed(&all),
	    "\"R, 4\",2026-03,missing,,0,,2026-04-10\n"
	    "R1,2026-03,late,a.csv,1,2026-04-11,2026-04-10\n"
	    "R2,2026-03,replaced,a.csv,1,2026-04-10,2026-04-10\n"
	    "R2,2026-03,received,b.csv,1,,2026-04-10\n"
	    "R3,2026-03,received,a.csv,1,2030-01-01,\n"
	    "R5,2026-03,unexpected,a.csv,2,2026-04-01,\n"
	    "R6,2026-03,missing,,0,,\n");
	submissions_close(&all);
	schema_close(&schema);
}

/* The latest of two moments, by the days on which they were. */
static void
test_moments(void)
{
	struct schema schema;
	struct submissions all;
	struct fault fault;

	put(schema_file,
	    "{\"fields\":[{\"name\":\"org\"},{\"name\":\"month\"},"
	    "{\"name\":\"sent\",\"type\":\"datetime\"},{\"name\":\"key\"}],"
	    "\"mhsw\":{\"submissions\":{\"organisation\":\"org\",\"period\":\"month\","
	    "\"received\":\"sent\"}}}");
	CHECK(schema_open(&schema, schema_file, &fault));
	CHECK(submissions_open(&all, &schema, NULL, &fault));
	CHECK(survey(&all, 0, "a.csv", "R1", "1", "2026-04-10T23:59:59Z"));
	CHECK(survey(&all, 0, "a.csv", "R1", "1", "2026-04-11T00:00:00"));
	CHECK(survey(&all, 0, "a.csv", "R1", "1", "2026-04-09T12:00:00+01:00"));
	CHECK_TEXT(listed(&all), "R1,1,received,a.csv,3,2026-04-11,\n");
	submissions_close(&all);
	schema_close(&schema);
}

/* The day that is found in a file's name, as the list shows it. */
static const char *
day_in(struct schema *schema, const char *name)
{
	static char out[16];
	struct submissions all;
	struct fault fault;
	const char *text;

	CHECK(submissions_open(&all, schema, NULL, &fault));
	CHECK(survey(&all, 0, name, "R1", "2026-03", "2026-01-01"));
	text = listed(&all);
	snprintf(out, sizeof out, "%.*s", (int)strcspn(strstr(text, ",1,") + 3, ","),
	    strstr(text, ",1,") + 3);
	submissions_close(&all);
	return out;
}

static void
test_in_name(void)
{
	struct schema schema;

	open_schema(&schema,
	    "{\"organisation\":\"org\",\"period\":\"month\","
	    "\"receivedInName\":\"_([0-9-]+)[.]csv$\"}");
	CHECK_TEXT(day_in(&schema, "R1_2026-04-03.csv"), "2026-04-03");
	CHECK_TEXT(day_in(&schema, "in/R1_20260403.csv"), "2026-04-03");
	CHECK_TEXT(day_in(&schema, "R1_20260230.csv"), "");
	CHECK_TEXT(day_in(&schema, "R1_2026-4-3.csv"), "");
	CHECK_TEXT(day_in(&schema, "R1_2026-0-3.csv"), "");
	CHECK_TEXT(day_in(&schema, "R1_-2026040.csv"), "");
	CHECK_TEXT(day_in(&schema, "R1_2026-04-03.csv/data"), "");
	CHECK_TEXT(day_in(&schema, "standard input"), "");
	CHECK_TEXT(day_in(&schema, "\xFF_2026-04-03.csv"), "");
	CHECK_TEXT(day_in(&schema, "\xC3\xA9_2026-04-03.csv"), "2026-04-03");
	schema_close(&schema);
	open_schema(&schema,
	    "{\"organisation\":\"org\",\"period\":\"month\",\"receivedInName\":\"a|(b)\"}");
	CHECK_TEXT(day_in(&schema, "a"), "");
	schema_close(&schema);
}

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

#define RULE "\"organisation\":\"org\",\"period\":\"month\""

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

/* Many of both, in an order that is not that of the list; then too many. */
static void
test_many(void)
{
	struct schema schema;
	struct submissions all;
	struct fault fault = { "" };
	bool good = true;
	unsigned wrong = 0;
	char name[16];

	open_schema(&schema, "{" RULE "}");
	CHECK(submissions_open(&all, &schema, NULL, &fault));
	for (unsigned file = 0; file < 3; file++)
		for (unsigned i = 0; i < 5000; i++) {
			snprintf(name, sizeof name, "R%u", i * 7919 % 5000);
			if (i % (file + 1) == 0)
				good = good && survey(&all, file, "f.csv", name, "2026-03", "");
		}
	CHECK(good && all.group_count == 5000 && all.count == 5000 + 2500 + 1667);
	for (unsigned i = 0; i < 5000; i++) {
		snprintf(name, sizeof name, "R%u", i * 7919 % 5000);
		wrong += replaced(&all, 0, name, "2026-03") != (i % 2 == 0 || i % 3 == 0);
		wrong += i % 2 == 0 && replaced(&all, 1, name, "2026-03") != (i % 3 == 0);
		wrong += i % 3 == 0 && replaced(&all, 2, name, "2026-03");
	}
	CHECK(wrong == 0);
	for (unsigned i = 5000; good && i < SUBMISSIONS_MAX - 4000; i++) {
		snprintf(name, sizeof name, "R%u", i);
		good = survey(&all, 3, "f.csv", name, "2026-03", "");
	}
	CHECK(!good && all.count == SUBMISSIONS_MAX);
	submissions_close(&all);
	CHECK(submissions_open(&all, &schema, NULL, &fault));
	all.group_count = SUBMISSIONS_MAX;
	CHECK(!submissions_survey(&all, 0, "a",
	    &(struct cells){
	        cells_of("R", "2026-01", "").values, cells_of("R", "2026-01", "").states },
	    &fault));
	CHECK_TEXT(fault.message,
	    "more than 1000000 organisations and periods: do the schema's submissions name the "
	    "right fields?");
	submissions_close(&all);
	schema_close(&schema);
}

int
main(void)
{
	if (mkdtemp(folder) == NULL)
		return 2;
	snprintf(schema_file, sizeof schema_file, "%s/schema.json", folder);
	snprintf(expected_file, sizeof expected_file, "%s/expected.csv", folder);
	snprintf(list_file, sizeof list_file, "%s/list.csv", folder);
	test_passes();
	test_expected();
	test_moments();
	test_in_name();
	test_rule_faults();
	test_list_faults();
	test_absent();
	test_many();
	unlink(schema_file);
	unlink(expected_file);
	unlink(list_file);
	rmdir(folder);
	return unit_done();
}
