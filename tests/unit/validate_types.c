/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * validate, types: the fast check agrees with the judge, and comparisons are
 * those of the values.
 */
#include "../../filters/validate/schema/check.h"
#include "../../filters/validate/schema/judge.h"

#include "draw.h"
#include "open_schema.h"
#include "unit.h"

/* Fields that a fast check may or may not take. */
static const char *const fields[] = {
	"\"constraints\":{\"pattern\":\"P[0-9]{6}\",\"maxLength\":7}",
	"\"constraints\":{\"enum\":[\"carer\",\"family\"],\"required\":true}",
	"\"constraints\":{\"enum\":[\"carer\",\"family\",\"A\"],\"minLength\":2}",
	"\"constraints\":{\"enum\":[\"carer\",\"family\"],\"maxLength\":6}",
	"\"categories\":[\"carer\",{\"value\":\"family\",\"label\":\"kin\"},\"A\"]",
	"\"categories\":[\"carer\",\"family\",\"A\"],\"constraints\":{\"enum\":[\"A\",\"carer\"]}",
	"\"constraints\":{\"minLength\":3,\"maxLength\":8}",
	"\"missingValues\":[]",
	"\"type\":\"any\"",
	"\"type\":\"any\",\"constraints\":{\"enum\":[\"7\",\"carer\"]}",
	"\"type\":\"integer\"",
	"\"type\":\"integer\",\"missingValues\":[\"\",\"-9\",\"7\"],"
	"\"constraints\":{\"minimum\":-12,\"maximum\":123456}",
	"\"type\":\"integer\",\"constraints\":{\"exclusiveMinimum\":0,\"exclusiveMaximum\":12}",
	"\"type\":\"integer\",\"constraints\":{\"minimum\":1,\"exclusiveMinimum\":0,"
	"\"maximum\":7,\"exclusiveMaximum\":1000}",
	"\"type\":\"integer\",\"constraints\":{\"exclusiveMinimum\":-9223372036854775807,"
	"\"exclusiveMaximum\":9223372036854775807}",
	"\"type\":\"integer\",\"groupChar\":\",\",\"bareNumber\":false",
	"\"type\":\"integer\",\"constraints\":{\"enum\":[1,5,7,\"007\"]}",
	"\"type\":\"integer\",\"constraints\":{\"enum\":[1,5,7],\"minimum\":5}",
	"\"type\":\"integer\",\"categories\":[1,5,{\"value\":7,\"label\":\"x\"}]",
	"\"type\":\"integer\",\"missingValues\":[\"\",\"5\"],\"constraints\":{\"enum\":[1,5,7]}",
	"\"type\":\"number\"",
	"\"type\":\"number\",\"constraints\":{\"minimum\":0.5,\"maximum\":\"123456.5\"}",
	"\"type\":\"number\",\"constraints\":{\"exclusiveMinimum\":0,\"maximum\":7}",
	"\"type\":\"number\",\"groupChar\":\",\",\"bareNumber\":false",
	"\"type\":\"number\",\"groupChar\":\".\",\"decimalChar\":\",\"",
	"\"type\":\"number\",\"constraints\":{\"enum\":[0.5,7,\"NaN\"]}",
	"\"type\":\"boolean\"",
	"\"type\":\"boolean\",\"constraints\":{\"enum\":[true]}",
	"\"type\":\"boolean\",\"trueValues\":[\"carer\",\"-\"],\"falseValues\":[\"no\"],"
	"\"missingValues\":[\"\",\"-\"]",
	"\"type\":\"date\"",
	"\"type\":\"date\",\"constraints\":{\"minimum\":\"2024-02-01\"}",
	"\"type\":\"date\",\"constraints\":{\"exclusiveMinimum\":\"2024-02-28\","
	"\"exclusiveMaximum\":\"2024-12-29\"}",
	"\"type\":\"date\",\"format\":\"%Y-%m-%d\"",
	"\"type\":\"date\",\"constraints\":{\"enum\":[\"2024-02-28\"]}",
	"\"type\":\"yearmonth\",\"constraints\":{\"maximum\":\"2024-12\"}",
	"\"type\":\"yearmonth\",\"constraints\":{\"exclusiveMaximum\":\"2024-12\"}",
	"\"type\":\"year\"",
	"\"type\":\"datetime\"",
	"\"type\":\"time\"",
	"\"type\":\"duration\"",
	"\"type\":\"list\",\"itemType\":\"integer\"",
	"\"type\":\"string\",\"format\":\"email\"",
	"\"type\":\"string\",\"format\":\"uri\"",
	"\"type\":\"string\",\"format\":\"binary\"",
	"\"type\":\"string\",\"format\":\"uuid\"",
};

/* What leaves is of the type in its plain form and leaves as it is. */
static bool
is_settled(const struct type *type, struct field canonical)
{
	struct type plain = { .kind = type->kind, .yes = type->yes, .no = type->no };
	struct buffer scratch = { 0 };
	struct type_cast cast;
	bool good;

	plain.format = type->format;
	plain.delimiter = type->delimiter;
	plain.item = type->item;
	good = type_cast(&plain, canonical, &scratch, &cast)
	    && (cast.code == FINDING_NONE || cast.code == FINDING_SPECIAL_NUMBER)
	    && field_equals(cast.canonical, canonical)
	    && type_compare(type, canonical, canonical) == 0;
	buffer_release(&scratch);
	return good;
}

static void
test_check(const char *members)
{
	struct schema schema;
	struct buffer scratch = { 0 };
	struct fault fault;
	struct check check;
	unsigned wrong = 0;
	unsigned passed = 0;
	unsigned good = 0;

	CHECK(open_schema(&schema, members, &fault));
	CHECK_TEXT(fault.message, "");
	if (schema.count == 0)
		return;
	check_init(&check, &schema.fields[0]);
	for (unsigned round = 0; round < 50000; round++) {
		struct judgement judgement;
		char room[40];
		struct field value = draw_text(room, sizeof room);
		bool clean;

		schema_judge(&schema.fields[0], value, &scratch, &judgement);
		clean = judgement.count == 0 && judgement.note == FINDING_NONE
		    && field_equals(judgement.canonical, value);
		good += clean;
		passed += check_passes(&check, value);
		wrong += check_passes(&check, value) && !clean;
		wrong += judgement.state == CELL_VALUE
		    && !is_settled(&schema.fields[0].type, judgement.canonical);
		wrong += judgement.note == FINDING_NONE && judgement.count == 0
		    && !field_equals(judgement.canonical, value);
	}
	if (wrong != 0)
		printf("# %s\n", members);
	CHECK(wrong == 0);
	/* the empty value alone is no test */
	CHECK(good > 0 && (check.kind == CHECK_ASK || passed > 0));
	check_release(&check);
	buffer_release(&scratch);
	schema_close(&schema);
}

static void
test_kinds(void)
{
	static const struct {
		const char *members;
		enum check_kind kind;
	} kinds[] = {
		{ "\"constraints\":{\"enum\":[\"a\",\"b\"]}", CHECK_LIST },
		{ "\"constraints\":{\"enum\":[\"a\",\"b\"],\"pattern\":\"[ab]\"}", CHECK_LIST },
		{ "\"constraints\":{\"enum\":[\"a\",\"bb\"],\"maxLength\":1}", CHECK_ASK },
		{ "\"categories\":[\"a\",\"b\"]", CHECK_LIST },
		{ "\"type\":\"integer\",\"constraints\":{\"enum\":[1,2]}", CHECK_LIST },
		{ "\"type\":\"boolean\"", CHECK_LIST },
		{ "\"type\":\"integer\"", CHECK_INTEGER },
		{ "\"type\":\"number\"", CHECK_DECIMAL },
		{ "\"type\":\"number\",\"decimalChar\":\",\"", CHECK_ASK },
		{ "\"type\":\"date\"", CHECK_DATE },
		{ "\"type\":\"date\",\"format\":\"%d/%m/%Y\"", CHECK_ASK },
		{ "\"type\":\"yearmonth\"", CHECK_MONTH },
		{ "\"constraints\":{\"pattern\":\"P[0-9]{6}\"}", CHECK_SHAPE },
		{ "\"constraints\":{\"pattern\":\"P|Q\"}", CHECK_ASK },
		{ "\"type\":\"string\",\"format\":\"email\"", CHECK_ASK },
		{ "", CHECK_TEXT },
	};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct schema schema;
		struct fault fault;
		struct check check;

		CHECK(open_schema(&schema, kinds[i].members, &fault));
		check_init(&check, &schema.fields[0]);
		CHECK(check.kind == kinds[i].kind);
		check_release(&check);
		schema_close(&schema);
	}
}

/* The order of two values, which holds from both sides and agrees with their
 * equality and their keys; 9 where one of these does not. */
static int
compare(const struct type *type, const char *a, const char *b)
{
	struct field left = field_of(a);
	struct field right = field_of(b);
	struct buffer keys[2] = { { 0 } };
	int order = type_compare(type, left, right);
	bool same;

	type_key(type, left, &keys[0]);
	type_key(type, right, &keys[1]);
	same = field_equals((struct field){ keys[0].data, keys[0].length },
	    (struct field){ keys[1].data, keys[1].length });
	if (type_compare(type, right, left) != -order
	    || type_equal(type, left, right) != (order == 0) || same != (order == 0))
		order = 9;
	buffer_release(&keys[0]);
	buffer_release(&keys[1]);
	return order;
}

static void
test_compare(void)
{
	static const struct {
		enum type_kind kind;
		int order;
		const char *a;
		const char *b;
	} pairs[] = {
		{ TYPE_NUMBER, 0, "1", "01.0" },
		{ TYPE_NUMBER, 0, "-0", "0.00" },
		{ TYPE_NUMBER, 0, "+2", "2" },
		{ TYPE_NUMBER, 1, "0.1", "0.09" },
		{ TYPE_NUMBER, -1, "-0.1", "-0.09" },
		{ TYPE_NUMBER, -1, "-1", "1" },
		{ TYPE_NUMBER, 1, "10", "9" },
		{ TYPE_NUMBER, 1, "100000000000000000000001", "100000000000000000000000" },
		{ TYPE_NUMBER, 0, "NaN", "NaN" },
		{ TYPE_NUMBER, 1, "NaN", "INF" },
		{ TYPE_NUMBER, 1, "INF", "99999999999999999999999999" },
		{ TYPE_NUMBER, -1, "-INF", "-99999999999999999999999999" },
		{ TYPE_NUMBER, -1, "-INF", "INF" },
		{ TYPE_INTEGER, -1, "-100000000000000000000001", "5" },
		{ TYPE_DATE, 1, "2024-02-01", "2024-01-31" },
		{ TYPE_YEAR, -1, "0999", "1000" },
		{ TYPE_YEARMONTH, -1, "2024-09", "2024-10" },
		{ TYPE_DATETIME, 0, "2026-03-14T12:00:00Z", "2026-03-14T13:00:00+01:00" },
		{ TYPE_DATETIME, 0, "2026-03-14T12:00:00", "2026-03-14T12:00:00.000Z" },
		{ TYPE_DATETIME, -1, "2026-03-14T12:00:00.1", "2026-03-14T12:00:00.11" },
		{ TYPE_DATETIME, 1, "2026-03-14T23:30:00-01:00", "2026-03-15T00:00:00Z" },
		{ TYPE_DATETIME, -1, "0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00Z" },
		{ TYPE_TIME, 0, "12:00:00Z", "13:00:00+01:00" },
		{ TYPE_TIME, -1, "00:30:00+01:00", "00:00:00Z" },
		{ TYPE_DURATION, 0, "P1Y", "P12M" },
		{ TYPE_DURATION, 0, "P1DT12H", "PT36H" },
		{ TYPE_DURATION, 0, "PT1.50S", "PT1.5S" },
		{ TYPE_DURATION, 0, "-PT0S", "P0Y" },
		{ TYPE_DURATION, -1, "P27D", "P1M" },
		{ TYPE_DURATION, 1, "P32D", "P1M" },
		{ TYPE_DURATION, -1, "-P1M", "P0D" },
		{ TYPE_DURATION, 1, "-P1M", "-P32D" },
		{ TYPE_DURATION, 1, "P1M", "PT2629746S" },
		{ TYPE_DURATION, 1, "P999999999999999999Y", "P999999999999999999M" },
		{ TYPE_LIST, 0, "a,b", "a,b" },
		{ TYPE_LIST, -1, "a", "a,b" },
		{ TYPE_LIST, -1, "", "a" },
		{ TYPE_LIST, 1, "b", "a,b" },
		{ TYPE_STRING, -1, "1", "01x" },
	};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		struct type type = { .kind = pairs[i].kind };
		int expected = pairs[i].order;

		if (type.kind == TYPE_STRING)
			expected = strcmp(pairs[i].a, pairs[i].b) < 0 ? -1 : 1;
		CHECK(compare(&type, pairs[i].a, pairs[i].b) == expected);
	}
}

/* The profile has bounds of a duration; the matrix has 4 there, which is none. */
static void
test_profile(void)
{
	static const char *const bounds[] = { "minimum", "maximum", "exclusiveMinimum",
		"exclusiveMaximum" };
	static const struct {
		const char *type;
		const char *value;
	} rows[] = {
		{ "integer", "4" },
		{ "number", "4.5" },
		{ "year", "\"2026\"" },
		{ "yearmonth", "\"2026-03\"" },
		{ "date", "\"2026-03-14\"" },
		{ "datetime", "\"2026-03-14T10:00:00\"" },
		{ "time", "\"10:00:00\"" },
		{ "duration", "\"P4D\"" },
	};

	for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++)
		for (size_t j = 0; j < sizeof rows / sizeof *rows; j++) {
			struct schema schema;
			struct fault fault;
			char members[256];

			snprintf(members, sizeof members,
			    "\"type\":\"%s\",\"constraints\":{\"%s\":%s}", rows[j].type, bounds[i],
			    rows[j].value);
			CHECK(open_schema(&schema, members, &fault));
			CHECK_TEXT(fault.message, "");
			schema_close(&schema);
		}
}

int
main(void)
{
	test_profile();
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		test_check(fields[i]);
	test_kinds();
	test_compare();
	return unit_done();
}
