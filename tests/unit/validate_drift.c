/* SPDX-License-Identifier: GPL-3.0-or-later */
/* drift: an earlier run record read again, and what is told against it. */
#include "drift_files.h"

#include <inttypes.h>

struct told {
	struct buffer text;
};

static void
listen(void *context, const struct breach *breach, uint64_t count, const char *file,
    const char *detail)
{
	struct told *told = context;

	buffer_format(&told->text, "%s %s%d %" PRIu64 " %s; ", finding_name(breach->code),
	    file != NULL ? file : "", breach->field == FINDING_NO_FIELD ? -1 : (int)breach->field,
	    count, detail);
}

/* What drift_compare says of profile with the record at record_path. */
static const char *
compared(const struct schema *schema, const struct profile *profile)
{
	static char out[4096];
	struct drift drift;
	struct told told = { 0 };
	struct fault fault = { "" };

	if (!drift_open(&drift, schema, record_path, &fault)) {
		snprintf(out, sizeof out, "%s", fault.message);
	} else {
		drift_compare(&drift, profile, listen, &told);
		snprintf(out, sizeof out, "%.*s", (int)told.text.length, told.text.data);
	}
	buffer_release(&told.text);
	drift_close(&drift);
	return out;
}

static void
fill(struct profile *profile, unsigned records, unsigned missing, const char *team)
{
	for (unsigned i = 0; i < records; i++)
		add(profile,
		    (const char *const[]){
		        i < missing ? "" : "home", team, "1", "text", "secret" });
}

static void
test_compare(void)
{
	struct schema schema;
	struct profile before;
	struct profile now;
	struct profile none;
	struct fault fault;

	open_schema(&schema, schema_text);
	CHECK(profile_open(&before, &schema, &fault) && profile_open(&now, &schema, &fault)
	    && profile_open(&none, &schema, &fault));
	fill(&before, 1500, 0, "T1");
	write_record(&before, record_path, STATUS_DONE);
	CHECK_TEXT(compared(&schema, &before), "");

	fill(&now, 1200, 60, "T1");
	/* 20% less and 5 points more are still within the thresholds */
	CHECK_TEXT(compared(&schema, &now), "");
	add(&now, (const char *const[]){ "", "T2", "2", "", "" });
	add(&now, (const char *const[]){ "", "T3", "3", "", "" });
	CHECK_TEXT(compared(&schema, &now),
	    "W702 0 1 5.2% missing, 0.0% before (+5.2 points); "
	    "W703 1 2 2 of 3 codes are new, 1 before; W703 2 2 2 of 3 codes are new, 1 before; ");
	CHECK_TEXT(compared(&schema, &none), "W701 -1 1 0 records, 1,500 before (-100.0%); ");
	write_record(&none, record_path, STATUS_DONE);
	CHECK_TEXT(compared(&schema, &none), "");
	CHECK_TEXT(compared(&schema, &before),
	    "W701 -1 1 1,500 records, none before; W703 0 1 1 of 1 code is new, 0 before; "
	    "W703 1 1 1 of 1 code is new, 0 before; W703 2 1 1 of 1 code is new, 0 before; ");
	write_record(&now, record_path, STATUS_DONE);
	/* what is gone is no new code */
	CHECK_TEXT(compared(&schema, &before),
	    "W701 -1 1 1,500 records, 1,202 before (+24.8%); "
	    "W702 0 1 0.0% missing, 5.2% before (-5.2 points); ");
	profile_close(&before);
	profile_close(&now);
	profile_close(&none);
	schema_close(&schema);
}

static void
test_columns(void)
{
	struct schema schema;
	struct schema later;
	struct profile before;
	struct profile now;
	struct fault fault;

	open_schema(&schema, "{\"fields\":[{\"name\":\"a\"},{\"name\":\"b\\n\"}]}");
	CHECK(profile_open(&before, &schema, &fault));
	add(&before, (const char *const[]){ "1", "2" });
	write_record(&before, record_path, STATUS_DONE);
	open_schema(&later,
	    "{\"fields\":[{\"name\":\"c\"},{\"name\":\"a\"}],"
	    "\"mhsw\":{\"drift\":{\"recordsPercent\":100,\"missingPoints\":0}}}");
	CHECK(profile_open(&now, &later, &fault));
	add(&now, (const char *const[]){ "1", "" });
	add(&now, (const char *const[]){ "1", "2" });
	CHECK_TEXT(compared(&later, &now),
	    "W704 -1 1 the column 'c' is new; W702 1 1 50.0% missing, 0.0% before (+50.0 points); "
	    "W704 -1 1 the column 'b?' is gone; ");
	profile_close(&before);
	profile_close(&now);
	schema_close(&schema);
	schema_close(&later);
}

/* The fault of a schema's own keys, or "". */
static const char *
schema_fault(const char *field, const char *extension)
{
	static char out[1024];
	struct buffer text = { 0 };
	struct schema schema;
	struct profile profile = { 0 };
	struct drift drift = { 0 };
	struct fault fault = { "" };
	bool good;

	buffer_format(&text, "{\"fields\":[{\"name\":\"a\",\"mhsw\":{%s}}],\"mhsw\":{%s}}%c", field,
	    extension, '\0');
	open_schema(&schema, text.data);
	good = profile_open(&profile, &schema, &fault) && drift_open(&drift, &schema, NULL, &fault);
	if (good)
		drift_compare(&drift, &profile, listen, NULL);
	snprintf(out, sizeof out, "%s", good ? "" : fault.message + strlen(schema_path_text));
	drift_close(&drift);
	profile_close(&profile);
	schema_close(&schema);
	buffer_release(&text);
	return out;
}

static void
test_schema_faults(void)
{
	CHECK_TEXT(schema_fault("\"codes\":true", "\"drift\":{}"), "");
	CHECK_TEXT(schema_fault("\"codes\":1", ""),
	    ": at /fields/0/mhsw/codes: true or false is expected, not a number");
	CHECK_TEXT(schema_fault("\"codes\":true,\"sensitive\":true", ""),
	    ": at /fields/0/mhsw/codes: the codes of a sensitive field are not watched: take one "
	    "of the two away");
	CHECK_TEXT(schema_fault("\"codes\":false,\"sensitive\":true", ""), "");
	CHECK_TEXT(schema_fault("", "\"drift\":{\"recordPercent\":1}"),
	    ": at /mhsw/drift/recordPercent: unknown key, did you mean 'recordsPercent'?");
	CHECK_TEXT(schema_fault("", "\"drift\":{\"recordsPercent\":-1}"),
	    ": at /mhsw/drift/recordsPercent: is too small: the least is 0");
	CHECK_TEXT(schema_fault("", "\"drift\":{\"missingPoints\":100.5}"),
	    ": at /mhsw/drift/missingPoints: is too large: the most is 100");
	CHECK_TEXT(schema_fault("", "\"drift\":{\"missingPoints\":\"5\"}"),
	    ": at /mhsw/drift/missingPoints: a number is expected, not a text");
	CHECK_TEXT(schema_fault("", "\"drift\":[]"), ": at /mhsw/drift: an object is expected");
}

/* The fault of a run record, without the path. */
static const char *
record_fault(const char *text)
{
	struct schema schema;
	struct profile profile;
	struct fault fault;
	const char *said;

	open_schema(&schema, "{\"name\":\"s\",\"fields\":[{\"name\":\"a\"}]}");
	CHECK(profile_open(&profile, &schema, &fault));
	put(record_path, text);
	said = compared(&schema, &profile);
	profile_close(&profile);
	schema_close(&schema);
	return strncmp(said, record_path, strlen(record_path)) == 0 ? said + strlen(record_path)
	                                                            : said;
}

#define RECORD(profile)                                                                            \
	"{\"program\":\"validate\",\"status\":0,\"details\":{\"profile\":" profile "}}"
#define FIELDS(fields)                                                                             \
	RECORD("{\"form\":1,\"schema\":\"s\",\"records\":2,\"fields\":{\"a\":" fields "}}")

static void
test_record_faults(void)
{
	CHECK_TEXT(
	    record_fault(FIELDS("{\"missing\":2}")), "W701 -1 1 0 records, 2 before (-100.0%); ");
	CHECK_TEXT(record_fault("a,b\n1,2\n"), ":1:1: not JSON: '[' or '{' expected");
	CHECK_TEXT(record_fault("[]"), ": is no run record (see --run-record)");
	CHECK_TEXT(record_fault("{\"fields\":[]}"), ": is no run record (see --run-record)");
	CHECK_TEXT(record_fault("{\"program\":\"score\",\"status\":0}"),
	    ": at /program: is the run record of another program");
	CHECK_TEXT(record_fault("{\"program\":\"validate\",\"status\":2}"),
	    ": at /status: the earlier run failed, so it has nothing to compare with");
	CHECK_TEXT(record_fault("{\"program\":7,\"status\":2}"),
	    ": at /program: a text is expected, not a number");
	CHECK_TEXT(record_fault("{\"program\":\"validate\",\"status\":3}"),
	    ": at /status: is too large: the most is 2");
	CHECK_TEXT(record_fault("{\"program\":\"validate\",\"status\":0,\"details\":{}}"),
	    ": at /details/profile: is missing: the earlier run had no schema, or validate was an "
	    "older one");
	CHECK_TEXT(record_fault("{\"program\":\"validate\",\"status\":0,\"details\":3}"),
	    ": at /details/profile: is missing: the earlier run had no schema, or validate was an "
	    "older one");
	CHECK_TEXT(record_fault(RECORD("[]")), ": at /details/profile: an object is expected");
	CHECK_TEXT(record_fault(RECORD("{}")),
	    ": at /details/profile/form: is of another version of validate: run it again over the "
	    "earlier file");
	CHECK_TEXT(record_fault(RECORD("{\"form\":2}")),
	    ": at /details/profile/form: is of another version of validate: run it again over the "
	    "earlier file");
	CHECK_TEXT(record_fault(RECORD("{\"form\":1,\"schema\":\"t\"}")),
	    ": at /details/profile/schema: the earlier run was with a schema of another name than "
	    "this one's");
	CHECK_TEXT(record_fault(RECORD("{\"form\":1,\"schema\":\"s\"}")),
	    ": at /details/profile/records: is missing: a whole number is expected");
	CHECK_TEXT(record_fault(RECORD("{\"form\":1,\"schema\":\"s\",\"records\":-1}")),
	    ": at /details/profile/records: is too small: the least is 0");
	CHECK_TEXT(record_fault(RECORD("{\"form\":1,\"schema\":\"s\",\"records\":1}")),
	    ": at /details/profile/fields: an object is expected");
	CHECK_TEXT(record_fault(RECORD("{\"form\":1,\"extra\":1}")),
	    ": at /details/profile/extra: unknown key");
	CHECK_TEXT(record_fault(FIELDS("{\"missing\":3}")),
	    ": at /details/profile/fields/a/missing: is too large: the most is 2");
	CHECK_TEXT(record_fault(FIELDS("{\"missing\":1.5}")),
	    ": at /details/profile/fields/a/missing: a whole number is expected, not a number with "
	    "decimals");
	CHECK_TEXT(
	    record_fault(FIELDS("[]")), ": at /details/profile/fields/a: an object is expected");
}

static void
test_code_faults(void)
{
	static const char *const wrong[] = { "0", "0123456789abcdeg", "0123456789ABCDEF",
		"0123456789abcdef ", "0123456789abcdef0123456789abcdef0",
		"0123456789abcdef,0123456789abcdef", "0123456789abcdef 0123456789abcdee",
		" 0123456789abcdef", "too many codes." };
	static const char *const right[] = { "", "0123456789abcdef", "too many",
		"0123456789abcdef ffffffffffffffff" };
	char text[512];

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		snprintf(text, sizeof text, FIELDS("{\"missing\":0,\"codes\":\"%s\"}"), wrong[i]);
		CHECK_TEXT(record_fault(text),
		    ": at /details/profile/fields/a/codes: sorted digests are expected, with a "
		    "blank between two");
	}
	for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
		snprintf(text, sizeof text, FIELDS("{\"missing\":0,\"codes\":\"%s\"}"), right[i]);
		CHECK_TEXT(record_fault(text), "W701 -1 1 0 records, 2 before (-100.0%); ");
	}
}

int
main(void)
{
	open_folder();
	test_compare();
	test_columns();
	test_schema_faults();
	test_record_faults();
	test_code_faults();
	close_folder();
	return unit_done();
}
