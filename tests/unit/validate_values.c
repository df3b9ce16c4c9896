/* SPDX-License-Identifier: GPL-3.0-or-later */
/* validate: texts, lists, and the bounds of all types. */
#include "expected_values.h"

static void
test_strings(void)
{
	const struct expected email[] = {
		{ "name@example.org", "name@example.org", FINDING_NONE },
		{ "a.b+c@sub.example.co.uk", "a.b+c@sub.example.co.uk", FINDING_NONE },
		{ "\"a b@c\"@example.org", "\"a b@c\"@example.org", FINDING_NONE },
		{ "j\xC3\xB6rg@example.org", "j\xC3\xB6rg@example.org", FINDING_NONE },
		{ "name", NULL, FINDING_EMAIL },
		{ "@example.org", NULL, FINDING_EMAIL },
		{ "name@", NULL, FINDING_EMAIL },
		{ "name@localhost", NULL, FINDING_EMAIL },
		{ "name@1.2.3.4", NULL, FINDING_EMAIL },
		{ "name@-a.org", NULL, FINDING_EMAIL },
		{ "name@a-.org", NULL, FINDING_EMAIL },
		{ "name@a..org", NULL, FINDING_EMAIL },
		{ "na..me@example.org", NULL, FINDING_EMAIL },
		{ ".name@example.org", NULL, FINDING_EMAIL },
		{ "na me@example.org", NULL, FINDING_EMAIL },
		{ "a@b@example.org", NULL, FINDING_EMAIL },
		{ "name@example.org ", NULL, FINDING_EMAIL },
		{ "\"a\\\"@example.org", NULL, FINDING_EMAIL },
		END,
	};
	const struct expected uri[] = {
		{ "https://example.org/a?b=c#d", "https://example.org/a?b=c#d", FINDING_NONE },
		{ "http://user:x@[2001:db8::1]:80/", "http://user:x@[2001:db8::1]:80/",
		    FINDING_NONE },
		{ "ftp://[v1.a:b]/", "ftp://[v1.a:b]/", FINDING_NONE },
		{ "mailto:a@example.org", "mailto:a@example.org", FINDING_NONE },
		{ "urn:isbn:0451450523", "urn:isbn:0451450523", FINDING_NONE },
		{ "file:///tmp/a%20b", "file:///tmp/a%20b", FINDING_NONE },
		{ "example.org", NULL, FINDING_URI },
		{ "//example.org", NULL, FINDING_URI },
		{ "http:/example.org", NULL, FINDING_URI },
		{ "http://", NULL, FINDING_URI },
		{ "http://:80/", NULL, FINDING_URI },
		{ "http://a:b/", NULL, FINDING_URI },
		{ "http://[::1/", NULL, FINDING_URI },
		{ "http://[1::2::3]/", NULL, FINDING_URI },
		{ "http://[::1]x/", NULL, FINDING_URI },
		{ "http://example.org/a b", NULL, FINDING_URI },
		{ "http://example.org/%zz", NULL, FINDING_URI },
		{ "http://example.org/%2", NULL, FINDING_URI },
		{ "http://example.org/\xC3\xA9", NULL, FINDING_URI },
		{ "http://example.org/#a#b", NULL, FINDING_URI },
		{ "1http://example.org", NULL, FINDING_URI },
		{ ":", NULL, FINDING_URI },
		END,
	};
	const struct expected uuid[] = {
		{ "123e4567-e89b-12d3-a456-426614174000", "123e4567-e89b-12d3-a456-426614174000",
		    FINDING_NONE },
		{ "123E4567-E89B-12D3-A456-426614174000", "123E4567-E89B-12D3-A456-426614174000",
		    FINDING_NONE },
		{ "{123e4567-e89b-12d3-a456-426614174000}", NULL, FINDING_UUID },
		{ "123e4567e89b12d3a456426614174000", NULL, FINDING_UUID },
		{ "123e4567-e89b-12d3-a456-42661417400g", NULL, FINDING_UUID },
		END,
	};
	const struct expected binary[] = {
		{ "Zg==", "Zg==", FINDING_NONE },
		{ "Zm8=", "Zm8=", FINDING_NONE },
		{ "Zm9v", "Zm9v", FINDING_NONE },
		{ "Zh==", NULL, FINDING_BINARY },
		{ "Zm9=", NULL, FINDING_BINARY },
		{ "Zm9", NULL, FINDING_BINARY },
		{ "Z===", NULL, FINDING_BINARY },
		{ "Zg==Zg==", NULL, FINDING_BINARY },
		{ "Zm_v", NULL, FINDING_BINARY },
		END,
	};
	const struct expected identifier[] = {
		{ "P12", "P12", FINDING_NONE },
		{ "9.43E+09", NULL, FINDING_EXPONENT },
		{ "P1", NULL, FINDING_PATTERN },
		END,
	};
	const struct expected listed[] = {
		{ "1E5", "1E5", FINDING_NONE },
		{ "1E4", NULL, FINDING_EXPONENT },
		{ "x", NULL, FINDING_ENUM },
		END,
	};
	const struct expected categorised[] = {
		{ "low", "low", FINDING_NONE },
		{ "Low", NULL, FINDING_CATEGORY },
		{ "1.0E+05", NULL, FINDING_EXPONENT },
		END,
	};
	const struct expected numbered[] = {
		{ "1", "1", FINDING_NONE },
		{ "01", "01", FINDING_NONE },
		{ "3", NULL, FINDING_CATEGORY },
		{ "1E0", NULL, FINDING_EXPONENT },
		END,
	};
	const struct expected any[] = {
		{ " 1E5 ", " 1E5 ", FINDING_NONE },
		{ "", "", FINDING_NONE },
		END,
	};

	check_values("\"type\":\"string\",\"format\":\"email\"", email);
	check_values("\"type\":\"string\",\"format\":\"uri\"", uri);
	check_values("\"type\":\"string\",\"format\":\"uuid\"", uuid);
	check_values("\"type\":\"string\",\"format\":\"binary\"", binary);
	check_values("\"type\":\"string\",\"constraints\":{\"pattern\":\"P[0-9]{2}\","
	             "\"enum\":[\"P12\",\"P1\"]}",
	    (const struct expected[]){ identifier[0], identifier[1], identifier[2], END });
	check_values("\"constraints\":{\"enum\":[\"1E5\",\"a\"]}", listed);
	check_values("\"type\":\"string\",\"categories\":[\"low\",\"high\"]", categorised);
	check_values("\"type\":\"integer\",\"categories\":[{\"value\":1,\"label\":\"yes\"},"
	             "{\"value\":2}],\"categoriesOrdered\":true",
	    numbered);
	check_values("\"type\":\"any\"", any);
}

static void
test_lists(void)
{
	const struct expected texts[] = {
		{ "a,b,,c", "a,b,,c", FINDING_NONE },
		{ "a", NULL, FINDING_TOO_SHORT },
		{ "a,b,c,d,e", NULL, FINDING_TEXT_TOO_LONG },
		END,
	};
	const struct expected whole[] = {
		{ "1; 2 ;3", "1;2;3", FINDING_TRIMMED },
		{ "1;2", "1;2", FINDING_NONE },
		{ "1;;2", NULL, FINDING_LIST },
		{ "1;x", NULL, FINDING_LIST },
		{ "1;", NULL, FINDING_LIST },
		END,
	};
	const struct expected numbers[] = {
		{ "1E2||.5", "100||0.5", FINDING_NUMBER_REWRITTEN },
		{ "1||NaN|| 2", "1||NaN||2", FINDING_SPECIAL_NUMBER },
		{ "1|2", NULL, FINDING_LIST },
		END,
	};
	const struct expected points[] = {
		{ "1.2.3", "1.2.3", FINDING_NONE },
		{ "1E-1", NULL, FINDING_LIST },
		END,
	};
	const struct expected listed[] = {
		{ "01,2", "01,2", FINDING_NONE },
		{ "2,1", NULL, FINDING_ENUM },
		{ "1", NULL, FINDING_ENUM },
		{ "1,2,3", NULL, FINDING_ENUM },
		END,
	};
	const struct expected truths[] = {
		{ "true,0", "true,0", FINDING_NONE },
		{ "TRUE,false", "TRUE,false", FINDING_NONE },
		{ "false,true", NULL, FINDING_ENUM },
		{ "yes", NULL, FINDING_LIST },
		END,
	};
	const struct expected dates[] = {
		{ "2026-03-14,2026-03-15", "2026-03-14,2026-03-15", FINDING_NONE },
		{ "14/03/2026", NULL, FINDING_LIST },
		END,
	};

	check_values("\"type\":\"list\",\"constraints\":{\"minLength\":2,\"maxLength\":4}", texts);
	check_values("\"type\":\"list\",\"delimiter\":\";\",\"itemType\":\"integer\"", whole);
	check_values("\"type\":\"list\",\"delimiter\":\"||\",\"itemType\":\"number\"", numbers);
	check_values("\"type\":\"list\",\"delimiter\":\".\",\"itemType\":\"number\"", points);
	check_values(
	    "\"type\":\"list\",\"itemType\":\"integer\",\"constraints\":{\"enum\":[\"1,2\"]}",
	    listed);
	check_values(
	    "\"type\":\"list\",\"itemType\":\"boolean\",\"constraints\":{\"enum\":[\"1,0\"]}",
	    truths);
	check_values("\"type\":\"list\",\"itemType\":\"date\"", dates);
}

static void
test_bounds(void)
{
	const struct expected numbers[] = {
		{ "0.10000000000000000000000000001", "0.10000000000000000000000000001",
		    FINDING_NONE },
		{ "0.1", NULL, FINDING_EXCLUSIVE_MINIMUM },
		{ "1000", "1000", FINDING_NONE },
		{ "1000.000000000000000000000000001", NULL, FINDING_MAXIMUM },
		{ "INF", NULL, FINDING_MAXIMUM },
		{ "-INF", NULL, FINDING_EXCLUSIVE_MINIMUM },
		END,
	};
	const struct expected own[] = {
		{ "1.500,5", "1500.5", FINDING_NUMBER_REWRITTEN },
		{ "1.500,6", NULL, FINDING_MAXIMUM },
		END,
	};
	const struct expected dates[] = {
		{ "01/04/2025", "2025-04-01", FINDING_DATE_REWRITTEN },
		{ "31/03/2025", NULL, FINDING_MINIMUM },
		{ "31/03/2026", "2026-03-31", FINDING_DATE_REWRITTEN },
		{ "01/04/2026", NULL, FINDING_EXCLUSIVE_MAXIMUM },
		END,
	};
	const struct expected instants[] = {
		{ "2026-03-14T13:00:00+01:00", "2026-03-14T13:00:00+01:00", FINDING_NONE },
		{ "2026-03-14T12:59:59.999+01:00", NULL, FINDING_MINIMUM },
		{ "2026-03-14T12:00:00", "2026-03-14T12:00:00", FINDING_NONE },
		{ "2026-03-14T11:00:00", NULL, FINDING_MINIMUM },
		END,
	};
	const struct expected durations[] = {
		{ "P1M", "P1M", FINDING_NONE },
		{ "P30D", NULL, FINDING_MINIMUM },
		{ "P31D", "P31D", FINDING_NONE },
		{ "P12M", NULL, FINDING_EXCLUSIVE_MAXIMUM },
		{ "-P2Y", NULL, FINDING_MINIMUM },
		END,
	};
	const struct expected years[] = {
		{ "0004", "0004", FINDING_NONE },
		{ "0003", NULL, FINDING_MINIMUM },
		END,
	};
	struct schema schema;
	struct buffer scratch = { 0 };
	struct judgement judgement;
	struct fault fault;

	check_values("\"type\":\"number\",\"constraints\":"
	             "{\"exclusiveMinimum\":0.1,\"maximum\":1e3}",
	    numbers);
	check_values("\"type\":\"number\",\"groupChar\":\".\",\"decimalChar\":\",\","
	             "\"constraints\":{\"maximum\":\"1.500,5\"}",
	    own);
	check_values("\"type\":\"date\",\"format\":\"%d/%m/%Y\",\"constraints\":"
	             "{\"minimum\":\"01/04/2025\",\"exclusiveMaximum\":\"2026-04-01\"}",
	    dates);
	check_values("\"type\":\"datetime\",\"constraints\":{\"minimum\":\"2026-03-14T12:00:00Z\"}",
	    instants);
	check_values("\"type\":\"duration\",\"constraints\":"
	             "{\"minimum\":\"P1M\",\"exclusiveMaximum\":\"P1Y\"}",
	    durations);
	check_values("\"type\":\"year\",\"constraints\":{\"minimum\":4}", years);

	/* NaN breaks every bound */
	CHECK(open_schema(&schema,
	    "\"type\":\"number\",\"constraints\":{\"minimum\":0,\"maximum\":2,"
	    "\"exclusiveMinimum\":-1,\"exclusiveMaximum\":3}",
	    &fault));
	schema_judge(&schema.fields[0], field_of("nan"), &scratch, &judgement);
	CHECK(judgement.count == 4);
	CHECK(judgement.state == CELL_VALUE);
	buffer_release(&scratch);
	schema_close(&schema);
}

/* What a schema may not say, with words of the fault. */
int
main(void)
{
	test_strings();
	test_lists();
	test_bounds();
	return unit_done();
}
