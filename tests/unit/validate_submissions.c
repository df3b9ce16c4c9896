/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * submissions: one of an organisation and period counts; what is told and listed
 * of the others, against a list of those expected.
 */
#include "submission_files.h"

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
		/* a file that has none of it has nothing that could be replaced */
		wrong += replaced(&all, 1, name, "2026-03") != (i % 2 == 0 && i % 3 == 0);
		wrong += replaced(&all, 2, name, "2026-03");
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
	open_folder();
	test_passes();
	test_expected();
	test_moments();
	test_in_name();
	test_many();
	close_folder();
	return unit_done();
}
