/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * validate, values: what each value becomes in the stream, under which note or
 * with which finding, and what a schema may not say of a type.
 */
#include "../../filters/validate/schema/judge.h"
#include "open_schema.h"
#include "unit.h"

/* A value, and what it becomes; NULL: it is bad, and the code says how. */
struct expected {
	const char *value;
	const char *canonical;
	enum finding_code code;
};

#define END                                                                                        \
	{                                                                                          \
		NULL, NULL, FINDING_NONE                                                           \
	}

static void
check_values(const char *members, const struct expected *expected)
{
	struct schema schema;
	struct buffer scratch = { 0 };
	struct fault fault;

	CHECK(open_schema(&schema, members, &fault));
	CHECK_TEXT(fault.message, "");
	for (; schema.count != 0 && expected->value != NULL; expected++) {
		struct judgement judgement;
		bool bad = expected->canonical == NULL;
		bool good;

		schema_judge(&schema.fields[0], field_of(expected->value), &scratch, &judgement);
		good = bad ? judgement.count == 1 && judgement.codes[0] == expected->code
		           : judgement.count == 0 && judgement.note == expected->code
		        && field_is(judgement.canonical, expected->canonical);
		if (!good)
			printf("# %s: '%s' became '%.*s', %zu findings, first %s, note %s\n",
			    members, expected->value, (int)judgement.canonical.length,
			    judgement.canonical.data, judgement.count,
			    judgement.count != 0 ? finding_name(judgement.codes[0]) : "-",
			    judgement.note != FINDING_NONE ? finding_name(judgement.note) : "-");
		CHECK(good);
	}
	buffer_release(&scratch);
	schema_close(&schema);
}

static void
test_numbers(void)
{
	const enum finding_code rewritten = FINDING_NUMBER_REWRITTEN;
	const struct expected plain[] = {
		{ "1", "1", FINDING_NONE },
		{ "007", "007", FINDING_NONE },
		{ "+1.50", "+1.50", FINDING_NONE },
		{ "-0", "-0", FINDING_NONE },
		{ " 1\t", "1", FINDING_TRIMMED },
		{ "1.", "1", rewritten },
		{ ".5", "0.5", rewritten },
		{ " -.5", "-0.5", rewritten },
		{ "1E5", "100000", rewritten },
		{ "1e-5", "0.00001", rewritten },
		{ "-12.50E1", "-125.0", rewritten },
		{ "12.345E+1", "123.45", rewritten },
		{ "0E99999999999999999999", "0", rewritten },
		{ "1E59", "100000000000000000000000000000000000000000000000000000000000",
		    rewritten },
		{ "1E60", NULL, FINDING_NUMBER },
		{ "1E-60", "0.000000000000000000000000000000000000000000000000000000000001",
		    rewritten },
		{ "1E-61", NULL, FINDING_NUMBER },
		{ "1E99999999999999999999", NULL, FINDING_NUMBER },
		{ "nan", "NaN", FINDING_SPECIAL_NUMBER },
		{ "NaN", "NaN", FINDING_SPECIAL_NUMBER },
		{ "Inf", "INF", FINDING_SPECIAL_NUMBER },
		{ "-inf", "-INF", FINDING_SPECIAL_NUMBER },
		{ "+INF", NULL, FINDING_NUMBER },
		{ "infinity", NULL, FINDING_NUMBER },
		{ "1,5", NULL, FINDING_NUMBER },
		{ "5%", NULL, FINDING_NUMBER },
		{ "1 000", NULL, FINDING_NUMBER },
		{ "0x10", NULL, FINDING_NUMBER },
		{ "1E", NULL, FINDING_NUMBER },
		{ "E5", NULL, FINDING_NUMBER },
		{ ".", NULL, FINDING_NUMBER },
		{ "-", NULL, FINDING_NUMBER },
		{ "--1", NULL, FINDING_NUMBER },
		{ "1-", NULL, FINDING_NUMBER },
		{ " ", NULL, FINDING_NUMBER },
		{ "\xD9\xA1", NULL, FINDING_NUMBER },
		END,
	};
	const struct expected grouped[] = {
		{ "1,000", "1000", rewritten },
		{ "-12,345,678.90", "-12345678.90", rewritten },
		{ "12,34,567", "1234567", rewritten },
		{ "1000.5", "1000.5", FINDING_NONE },
		{ "1,5", NULL, FINDING_NUMBER },
		{ "1,00", NULL, FINDING_NUMBER },
		{ "1,0000", NULL, FINDING_NUMBER },
		{ "1000,000", NULL, FINDING_NUMBER },
		{ ",100", NULL, FINDING_NUMBER },
		{ "1,,000", NULL, FINDING_NUMBER },
		{ "1,000,", NULL, FINDING_NUMBER },
		{ "1.000,000", NULL, FINDING_NUMBER },
		{ "1,000E2", "100000", rewritten },
		END,
	};
	const struct expected european[] = {
		{ "1.234,5", "1234.5", rewritten },
		{ "1234,5", "1234.5", rewritten },
		{ "1.234", "1234", rewritten },
		{ "1.23", NULL, FINDING_NUMBER },
		{ "12", "12", FINDING_NONE },
		END,
	};
	const struct expected narrow[] = {
		{ "1\xE2\x80\xAF"
		  "234,5",
		    "1234.5", rewritten },
		{ "1 234", NULL, FINDING_NUMBER },
		END,
	};
	const struct expected units[] = {
		{ "\xC2\xA3"
		  "5",
		    "5", rewritten },
		{ "-\xC2\xA3"
		  "5.20",
		    "-5.20", rewritten },
		{ "EUR -5", "-5", rewritten },
		{ "95 %", "95", rewritten },
		{ "12.5kg", "12.5", rewritten },
		{ "12EUR", "12", rewritten },
		{ "1E3 EUR", "1000", rewritten },
		{ "1,234 GBP", "1234", rewritten },
		{ "(5)", NULL, FINDING_NUMBER },
		{ "<5", NULL, FINDING_NUMBER },
		{ "90+", NULL, FINDING_NUMBER },
		{ "5-", NULL, FINDING_NUMBER },
		{ "\xE2\x88\x92"
		  "5",
		    NULL, FINDING_NUMBER },
		{ "5\xC2\xBD", NULL, FINDING_NUMBER },
		{ "- 5-", NULL, FINDING_NUMBER },
		{ "--5", NULL, FINDING_NUMBER },
		{ "-x-5", NULL, FINDING_NUMBER },
		{ "Rs.50", NULL, FINDING_NUMBER },
		{ "5 of 6", NULL, FINDING_NUMBER },
		{ "GBP", NULL, FINDING_NUMBER },
		{ "$.50", NULL, FINDING_NUMBER },
		{ ".50", "0.50", rewritten },
		END,
	};
	const struct expected whole[] = {
		{ "1", "1", FINDING_NONE },
		{ "+00012345678901234567890", "+00012345678901234567890", FINDING_NONE },
		{ " 5 ", "5", FINDING_TRIMMED },
		{ "1.0", NULL, FINDING_INTEGER },
		{ "1E5", NULL, FINDING_EXPONENT },
		{ "9.43E+09", NULL, FINDING_EXPONENT },
		{ "NaN", NULL, FINDING_INTEGER },
		{ "1,000", NULL, FINDING_INTEGER },
		END,
	};
	const struct expected whole_units[] = {
		{ "1,234 people", "1234", rewritten },
		{ "12.5 people", NULL, FINDING_INTEGER },
		{ ".5", NULL, FINDING_INTEGER },
		{ "1E5", NULL, FINDING_EXPONENT },
		END,
	};

	check_values("\"type\":\"number\"", plain);
	check_values("\"type\":\"number\",\"groupChar\":\",\"", grouped);
	check_values("\"type\":\"number\",\"groupChar\":\".\",\"decimalChar\":\",\"", european);
	check_values("\"type\":\"number\",\"groupChar\":\"\\u202f\",\"decimalChar\":\",\"", narrow);
	check_values("\"type\":\"number\",\"bareNumber\":false,\"groupChar\":\",\"", units);
	check_values("\"type\":\"integer\"", whole);
	check_values("\"type\":\"integer\",\"bareNumber\":false,\"groupChar\":\",\"", whole_units);
}

static void
test_dates(void)
{
	const struct expected iso[] = {
		{ "2024-02-29", "2024-02-29", FINDING_NONE },
		{ "2023-02-29", NULL, FINDING_NO_SUCH_DAY },
		{ "0000-01-01", NULL, FINDING_NO_SUCH_DAY },
		{ "45123", NULL, FINDING_SERIAL_DATE },
		{ "14/03/2026", NULL, FINDING_DATE_ORDER },
		{ "3.4.26", NULL, FINDING_DATE_ORDER },
		{ "2026/03/14", NULL, FINDING_DATE },
		{ "2026-03-14T00:00:00", NULL, FINDING_DATE },
		{ " 2026-03-14", NULL, FINDING_DATE },
		{ "20260314", NULL, FINDING_DATE },
		END,
	};
	const struct expected british[] = {
		{ "14/03/2026", "2026-03-14", FINDING_DATE_REWRITTEN },
		{ "4/3/2026", "2026-03-04", FINDING_DATE_REWRITTEN },
		{ "29/02/2024", "2024-02-29", FINDING_DATE_REWRITTEN },
		{ "29/02/2023", NULL, FINDING_NO_SUCH_DAY },
		{ "03/14/2026", NULL, FINDING_NO_SUCH_DAY },
		{ "00/03/2026", NULL, FINDING_NO_SUCH_DAY },
		{ "14/03/0000", NULL, FINDING_NO_SUCH_DAY },
		{ "14/03/26", NULL, FINDING_DATE },
		{ "14/03/202", NULL, FINDING_DATE },
		{ "14/03/20261", NULL, FINDING_DATE },
		{ "014/03/2026", NULL, FINDING_DATE },
		{ "14/03/2026 ", NULL, FINDING_DATE },
		{ "14-03-2026", NULL, FINDING_DATE },
		{ "2026-03-14", NULL, FINDING_DATE },
		{ "45123", NULL, FINDING_SERIAL_DATE },
		{ "+4/03/2026", NULL, FINDING_DATE },
		END,
	};
	const struct expected named[] = {
		{ "Sat 14 March 2026", "2026-03-14", FINDING_DATE_REWRITTEN },
		{ "saturday  14 mar\t2026", "2026-03-14", FINDING_DATE_REWRITTEN },
		{ "Sun 14 March 2026", NULL, FINDING_NO_SUCH_DAY },
		{ "Sat 14 Marc 2026", NULL, FINDING_DATE },
		{ "Sat 14 Ma 2026", NULL, FINDING_DATE },
		{ "Sat14 March 2026", NULL, FINDING_DATE },
		END,
	};
	const struct expected tight[] = {
		{ "20260314", "2026-03-14", FINDING_DATE_REWRITTEN },
		{ "2026314", NULL, FINDING_DATE },
		{ "2026 314", NULL, FINDING_DATE },
		{ "14/03/2026", NULL, FINDING_DATE_ORDER },
		END,
	};
	const struct expected pivot[] = {
		{ "01.01.69", "1969-01-01", FINDING_DATE_REWRITTEN },
		{ "31.12.68", "2068-12-31", FINDING_DATE_REWRITTEN },
		{ "31.12.1968", NULL, FINDING_DATE },
		END,
	};
	const struct expected yearday[] = {
		{ "2024-366", "2024-12-31", FINDING_DATE_REWRITTEN },
		{ "2024-1", "2024-01-01", FINDING_DATE_REWRITTEN },
		{ "2023-366", NULL, FINDING_NO_SUCH_DAY },
		{ "2023-000", NULL, FINDING_DATE },
		{ "0000-001", NULL, FINDING_NO_SUCH_DAY },
		END,
	};
	const struct expected same[] = {
		{ "2026-03-14", "2026-03-14", FINDING_NONE },
		{ "2026-3-14", "2026-03-14", FINDING_DATE_REWRITTEN },
		END,
	};

	check_values("\"type\":\"date\"", iso);
	check_values("\"type\":\"date\",\"format\":\"%d/%m/%Y\"", british);
	check_values("\"type\":\"date\",\"format\":\"%a %d %b %Y\"", named);
	check_values("\"type\":\"date\",\"format\":\"%Y%m%d\"", tight);
	check_values("\"type\":\"date\",\"format\":\"%d.%m.%y\"", pivot);
	check_values("\"type\":\"date\",\"format\":\"%Y-%j\"", yearday);
	check_values("\"type\":\"date\",\"format\":\"%F\"", same);
}

static void
test_times(void)
{
	const struct expected iso[] = {
		{ "2026-03-14T10:20:30", "2026-03-14T10:20:30", FINDING_NONE },
		{ "2026-03-14T10:20:30.250-05:00", "2026-03-14T10:20:30.250-05:00", FINDING_NONE },
		{ "2026-03-14T10:20:30+14:00", "2026-03-14T10:20:30+14:00", FINDING_NONE },
		{ "2026-03-14T10:20:30+14:01", NULL, FINDING_DATETIME },
		{ "2026-12-31T24:00:00.0Z", "2027-01-01T00:00:00.0Z", FINDING_DATE_REWRITTEN },
		{ "9999-12-31T24:00:00", NULL, FINDING_NO_SUCH_DAY },
		{ "2026-12-31T24:00:01", NULL, FINDING_DATETIME },
		{ "2026-02-30T10:20:30", NULL, FINDING_NO_SUCH_DAY },
		{ "2026-02-30T10:20:60", NULL, FINDING_DATETIME },
		{ "2026-03-14 10:20:30", NULL, FINDING_DATETIME },
		{ "2026-03-14T10:20", NULL, FINDING_DATETIME },
		{ "2026-03-14", NULL, FINDING_DATETIME },
		{ "2026-03-14T10:20:30.", NULL, FINDING_DATETIME },
		{ "2026-03-14T10:20:30+0100", NULL, FINDING_DATETIME },
		{ "2026-03-14T10:20:30z", NULL, FINDING_DATETIME },
		{ "14/03/2026 10:20", NULL, FINDING_DATE_ORDER },
		{ "45123.5", NULL, FINDING_SERIAL_DATE },
		END,
	};
	const struct expected pattern[] = {
		{ "14/03/2026 1:05 PM", "2026-03-14T13:05:00", FINDING_DATE_REWRITTEN },
		{ "14/03/2026 12:05 am", "2026-03-14T00:05:00", FINDING_DATE_REWRITTEN },
		{ "14/03/2026 13:05 PM", NULL, FINDING_DATETIME },
		{ "14/03/2026 0:05 PM", NULL, FINDING_DATETIME },
		{ "14/03/2026 1:05", NULL, FINDING_DATETIME },
		END,
	};
	const struct expected zoned[] = {
		{ "2026-03-14 10:20:30.0000000 +0530", "2026-03-14T10:20:30.0000000+05:30",
		    FINDING_DATE_REWRITTEN },
		{ "2026-03-14 10:20:30.5 -01:00", "2026-03-14T10:20:30.5-01:00",
		    FINDING_DATE_REWRITTEN },
		{ "2026-03-14 10:20:30.5 Z", "2026-03-14T10:20:30.5Z", FINDING_DATE_REWRITTEN },
		{ "2026-03-14 10:20:30.5 +01", NULL, FINDING_DATETIME },
		{ "2026-03-14 10:20:30.5 +01:", NULL, FINDING_DATETIME },
		{ "2026-03-14 10:20:30.5 BST", NULL, FINDING_DATETIME },
		{ "2026-03-14 10:20:30.1234567890 Z", NULL, FINDING_DATETIME },
		END,
	};
	const struct expected time[] = {
		{ "06:00:00", "06:00:00", FINDING_NONE },
		{ "06:00:00.5Z", "06:00:00.5Z", FINDING_NONE },
		{ "24:00:00", NULL, FINDING_TIME },
		{ "6:00:00", NULL, FINDING_TIME },
		{ "06:00", NULL, FINDING_TIME },
		END,
	};
	const struct expected short_time[] = {
		{ "6.05", "06:05:00", FINDING_DATE_REWRITTEN },
		{ "23.59", "23:59:00", FINDING_DATE_REWRITTEN },
		{ "24.00", NULL, FINDING_TIME },
		{ "6.5", "06:05:00", FINDING_DATE_REWRITTEN },
		{ "", "", FINDING_NONE },
		END,
	};
	const struct expected year[] = {
		{ "2026", "2026", FINDING_NONE },
		{ "0000", NULL, FINDING_YEAR },
		{ "26", NULL, FINDING_YEAR },
		{ "-2026", NULL, FINDING_YEAR },
		{ "20261", NULL, FINDING_YEAR },
		END,
	};
	const struct expected month[] = {
		{ "2026-03", "2026-03", FINDING_NONE },
		{ "2026-13", NULL, FINDING_NO_SUCH_DAY },
		{ "2026-3", NULL, FINDING_YEARMONTH },
		{ "Mar-2026", NULL, FINDING_YEARMONTH },
		END,
	};
	const struct expected duration[] = {
		{ "P1Y2M3DT4H5M6.5S", "P1Y2M3DT4H5M6.5S", FINDING_NONE },
		{ "-P1D", "-P1D", FINDING_NONE },
		{ "P1YT5M", "P1YT5M", FINDING_NONE },
		{ "PT0S", "PT0S", FINDING_NONE },
		{ "P", NULL, FINDING_DURATION },
		{ "PT", NULL, FINDING_DURATION },
		{ "P1DT", NULL, FINDING_DURATION },
		{ "P2W", NULL, FINDING_DURATION },
		{ "P1.5D", NULL, FINDING_DURATION },
		{ "PT1.S", NULL, FINDING_DURATION },
		{ "P1M1Y", NULL, FINDING_DURATION },
		{ "P1Y1Y", NULL, FINDING_DURATION },
		{ "P1H", NULL, FINDING_DURATION },
		{ "P1", NULL, FINDING_DURATION },
		{ "P1DT1HT1M", NULL, FINDING_DURATION },
		{ "+P1D", NULL, FINDING_DURATION },
		{ "P1234567890123456789D", NULL, FINDING_DURATION },
		{ "14 days", NULL, FINDING_DURATION },
		END,
	};

	check_values("\"type\":\"datetime\"", iso);
	check_values("\"type\":\"datetime\",\"format\":\"%d/%m/%Y %I:%M %p\"", pattern);
	check_values("\"type\":\"datetime\",\"format\":\"%F %T.%f %z\"", zoned);
	check_values("\"type\":\"time\"", time);
	check_values("\"type\":\"time\",\"format\":\"%H.%M\"", short_time);
	check_values("\"type\":\"year\"", year);
	check_values("\"type\":\"yearmonth\"", month);
	check_values("\"type\":\"duration\"", duration);
}

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
static void
test_faults(void)
{
	static const struct {
		const char *members;
		const char *words;
	} faults[] = {
		{ "\"type\":\"object\"", "/fields/0/type: type 'object' is not supported" },
		{ "\"type\":\"geojson\"", "type 'geojson' is not supported" },
		{ "\"type\":\"text\"", "/fields/0/type" },
		{ "\"type\":\"string\",\"format\":\"wkt\"", "/fields/0/format" },
		{ "\"type\":\"string\",\"format\":\"emial\"", "did you mean 'email'" },
		{ "\"type\":\"integer\",\"format\":\"email\"", "has no other format" },
		{ "\"type\":\"date\",\"format\":\"any\"", "'any' would be a guess" },
		{ "\"type\":\"date\",\"format\":\"fmt:%Y-%m-%d\"",
		    "'fmt:' is of an older version" },
		{ "\"type\":\"date\",\"format\":\"invalid\"", "gives no year" },
		{ "\"type\":\"date\",\"format\":\"\"", "gives no year" },
		{ "\"type\":\"date\",\"format\":\"%m/%Y\"", "gives no whole date" },
		{ "\"type\":\"date\",\"format\":\"%d/%m/%Y %H\"", "a date has no time" },
		{ "\"type\":\"date\",\"format\":\"%d/%m/%Y/%y\"", "'%y' gives what another" },
		{ "\"type\":\"date\",\"format\":\"%d/%m/%Y %j\"", "gives the day twice" },
		{ "\"type\":\"date\",\"format\":\"%x\"", "hangs on the place" },
		{ "\"type\":\"date\",\"format\":\"%Q\"", "'%Q' is not known here" },
		{ "\"type\":\"date\",\"format\":\"%d/%m/%Y%\"", "a letter is expected" },
		{ "\"type\":\"time\",\"format\":\"%Y %H\"", "a time has no date" },
		{ "\"type\":\"time\",\"format\":\"%M\"", "the hour once" },
		{ "\"type\":\"time\",\"format\":\"%I:%M\"", "%I and %p go together" },
		{ "\"type\":\"time\",\"format\":\"%H:%S\"", "leaves out" },
		{ "\"type\":\"datetime\",\"format\":\"%d/%m/%Y\"", "the hour once" },
		{ "\"type\":\"string\",\"groupChar\":\",\"", "/fields/0/groupChar" },
		{ "\"type\":\"integer\",\"decimalChar\":\",\"", "no such member" },
		{ "\"type\":\"number\",\"groupChar\":\".\"", "is the decimal character too" },
		{ "\"type\":\"number\",\"groupChar\":\"\"", "is empty" },
		{ "\"type\":\"number\",\"decimalChar\":\"E\"", "no letter, digit or sign" },
		{ "\"type\":\"number\",\"bareNumber\":\"no\"", "true or false is expected" },
		{ "\"type\":\"list\",\"delimiter\":\"\"", "is empty" },
		{ "\"type\":\"list\",\"itemType\":\"list\"", "/fields/0/itemType" },
		{ "\"type\":\"string\",\"trueValues\":[\"y\"]", "no such member" },
		{ "\"type\":\"boolean\",\"trueValues\":[]", "at least one text is expected" },
		{ "\"type\":\"boolean\",\"trueValues\":[\"0\"]", "both true and false" },
		{ "\"missingValues\":[{\"value\":\"-1\",\"label\":\"x\"},"
		  "{\"value\":\"-2\",\"label\":\"x\"}]",
		    "/fields/0/missingValues/1/label: stands twice" },
		{ "\"type\":\"number\",\"categories\":[1]", "no such member" },
		{ "\"type\":\"string\",\"categoriesOrdered\":true", "no categories" },
		{ "\"type\":\"string\",\"categories\":[]", "at least one value" },
		{ "\"type\":\"string\",\"categories\":[\"a\",\"a\"]", "stands twice" },
		{ "\"type\":\"integer\",\"categories\":[1,{\"value\":1}]", "stands twice" },
		{ "\"type\":\"string\",\"categories\":[1]", "/fields/0/categories/0" },
		{ "\"type\":\"string\",\"categories\":[{\"label\":\"x\"}]", "has no value" },
		{ "\"type\":\"string\",\"categories\":[{\"value\":\"a\",\"label\":\"x\"},"
		  "{\"value\":\"b\",\"label\":\"x\"}]",
		    "/fields/0/categories/1/label: stands twice" },
		{ "\"type\":\"string\",\"categories\":[\"a\"],\"constraints\":{\"enum\":[\"b\"]}",
		    "/fields/0/constraints/enum/0: is none of the categories" },
		{ "\"type\":\"integer\",\"constraints\":{\"jsonSchema\":{}}", "is not supported" },
		{ "\"type\":\"integer\",\"constraints\":{\"minimum\":\"1.5\"}",
		    "a value of type integer is expected" },
		{ "\"type\":\"integer\",\"constraints\":{\"minimum\":1.5}", "a whole number" },
		{ "\"type\":\"number\",\"constraints\":{\"minimum\":\"NaN\"}", "NaN is no bound" },
		{ "\"type\":\"number\",\"constraints\":{\"minimum\":0.12345678901234567}",
		    "write it as a text" },
		{ "\"type\":\"number\",\"constraints\":{\"minimum\":1e300}", "write it as a text" },
		{ "\"type\":\"number\",\"constraints\":{\"minimum\":2,\"maximum\":1}",
		    "is larger than the maximum" },
		{ "\"type\":\"number\",\"constraints\":{\"minimum\":2,\"exclusiveMaximum\":2}",
		    "is not under exclusiveMaximum" },
		{ "\"type\":\"number\",\"constraints\":{\"exclusiveMinimum\":2,\"maximum\":2}",
		    "is not under the maximum" },
		{ "\"type\":\"year\",\"constraints\":{\"minimum\":10000}",
		    "a value of type year is expected" },
		{ "\"type\":\"duration\",\"constraints\":{\"minimum\":4}", "a text is expected" },
		{ "\"type\":\"duration\",\"constraints\":{\"minimum\":\"4\"}",
		    "a value of type duration is expected" },
		{ "\"type\":\"list\",\"constraints\":{\"minimum\":\"4\"}", "no such constraint" },
		{ "\"type\":\"list\",\"constraints\":{\"pattern\":\"4\"}", "no such constraint" },
		{ "\"type\":\"any\",\"constraints\":{\"enum\":[1]}", "a text is expected" },
		{ "\"type\":\"boolean\",\"constraints\":{\"unique\":true}", "no such constraint" },
	};

	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		struct schema schema;
		struct fault fault;
		bool refused = !open_schema(&schema, faults[i].members, &fault);
		bool good = refused && strstr(fault.message, faults[i].words) != NULL;

		if (!good)
			printf("# %s: %s\n", faults[i].members, fault.message);
		CHECK(good);
		if (!refused)
			schema_close(&schema);
	}
}

int
main(void)
{
	test_numbers();
	test_dates();
	test_times();
	test_strings();
	test_lists();
	test_bounds();
	test_faults();
	return unit_done();
}
