/* SPDX-License-Identifier: GPL-3.0-or-later */
/* validate: what a starter schema is guessed from. */
#include "../../filters/validate/infer/column.h"
#include "../../filters/validate/infer/heading.h"
#include "unit.h"

#include <stdlib.h>

static const struct form *
form_of(const char *type, const char *format)
{
	for (size_t i = 0; i < FORMS; i++)
		if (strcmp(forms[i].type, type) == 0
		    && (format == NULL
		            ? forms[i].format == NULL
		            : forms[i].format != NULL && strcmp(forms[i].format, format) == 0))
			return &forms[i];
	return NULL;
}

static bool
fits(const char *type, const char *format, const char *value)
{
	const struct form *form = form_of(type, format);

	return form != NULL && form_fits(form, field_of(value));
}

static void
test_forms(void)
{
	CHECK(fits("date", NULL, "2026-02-28"));
	CHECK(!fits("date", NULL, "2026-02-30"));
	CHECK(!fits("date", NULL, "2026-02-28 "));
	CHECK(!fits("date", NULL, "2026-02"));
	CHECK(!fits("date", NULL, ""));
	CHECK(fits("date", "%d/%m/%Y", "29/02/2024"));
	CHECK(fits("date", "%d/%m/%Y", "1/3/2024"));
	CHECK(!fits("date", "%d/%m/%Y", "29/02/2023"));
	CHECK(!fits("date", "%d/%m/%Y", "1/13/2024"));
	CHECK(!fits("date", "%d/%m/%Y", "1/1/24"));
	CHECK(fits("date", "%m/%d/%Y", "1/13/2024"));
	CHECK(fits("date", "%d/%m/%y", "1/1/24"));
	CHECK(fits("date", "%d %b %Y", "14 Mar 2026"));
	CHECK(fits("date", "%d %b %Y", "14 MAR 2026"));
	CHECK(!fits("date", "%d %b %Y", "14 Mxr 2026"));
	CHECK(fits("date", "%d %B %Y", "1 September 2026"));
	CHECK(!fits("date", "%d %b %Y", "14 Ma"));
	CHECK(fits("date", "%Y%m%d", "20260314"));
	CHECK(!fits("date", "%Y%m%d", "2026031"));
	CHECK(!fits("date", "%Y%m%d", "30260314"));
	CHECK(fits("datetime", NULL, "2026-03-14T23:59:59Z") == false);
	CHECK(form_fits(&forms[FORM_DIGITS], field_of("19991231")));
	CHECK(fits("datetime", "%Y-%m-%d %H:%M", "2026-03-14 23:59"));
	CHECK(!fits("datetime", "%Y-%m-%d %H:%M", "2026-03-14 24:00"));
	CHECK(fits("time", NULL, "09:05:00"));
	CHECK(fits("time", "%H:%M", "09:05"));
	CHECK(!fits("time", "%H:%M", "9:60"));
	CHECK(fits("yearmonth", NULL, "2026-12"));
	CHECK(!fits("yearmonth", NULL, "2026-13"));
	/* each form with the day first has its twin behind it */
	for (size_t i = 0; i < FORMS; i++)
		if (forms[i].day_first)
			CHECK(i + 1 < FORMS && strcmp(forms[i].type, forms[i + 1].type) == 0
			    && strncmp(forms[i].pattern, "%d", 2) == 0
			    && strncmp(forms[i + 1].pattern, "%m", 2) == 0);
}

/* The kind of a column in which each value stands so many times. */
static enum kind
kind_of(const char *const *values, size_t times, uint64_t *misfits, bool *doubtful)
{
	struct kinds kinds;

	kinds_init(&kinds);
	for (size_t i = 0; i < times; i++)
		for (size_t j = 0; values[j] != NULL; j++)
			(void)kinds_add(&kinds, field_of(values[j]));
	return kinds_choose(&kinds, misfits, doubtful);
}

#define KIND(times, ...)                                                                           \
	kind_of((const char *const[]){ __VA_ARGS__, NULL }, (times), &misfits, &doubtful)

static void
test_kinds(void)
{
	uint64_t misfits;
	bool doubtful;
	struct kinds kinds;

	CHECK(KIND(1, "1", "-2", " 3 ", "0") == KIND_INTEGER);
	CHECK(KIND(1, "1", "2.50", "0.5") == KIND_NUMBER);
	CHECK(KIND(1, "1", "2.", "3") == KIND_TEXT);
	CHECK(KIND(1, ".5") == KIND_TEXT);
	CHECK(KIND(1, "-") == KIND_TEXT);
	CHECK(KIND(1, "1e5") == KIND_TEXT);
	CHECK(KIND(1, "1.2.3") == KIND_TEXT);
	CHECK(KIND(1, "999999999999999") == KIND_INTEGER);
	CHECK(KIND(1, "true", "FALSE") == KIND_BOOLEAN);
	CHECK(KIND(1, "0", "1") == KIND_INTEGER);
	CHECK(KIND(1, "yes", "no") == KIND_TEXT);
	/* one code among a thousand numbers, and they are codes */
	CHECK(KIND(1000, "000835") == KIND_TEXT);
	CHECK(KIND(1, "+447700900123") == KIND_TEXT);
	CHECK(KIND(1, "1234567890123456") == KIND_TEXT);
	CHECK(KIND(1, "02026-03-14") == KIND_TEXT);
	/* few numbers of eight digits are numbers */
	CHECK(KIND(3, "20260314") == KIND_INTEGER);
	CHECK(KIND(10, "20260314") == FORM_DIGITS);
	CHECK(KIND(1, "01/02/2026") < FORMS && doubtful);
	CHECK(strcmp(forms[KIND(1, "01/02/2026", "13/02/2026")].format, "%d/%m/%Y") == 0);
	CHECK(!doubtful);
	CHECK(strcmp(forms[KIND(1, "01/02/2026", "02/13/2026")].format, "%m/%d/%Y") == 0);
	CHECK(KIND(1, "14/02/2026", "02/14/2026") == KIND_TEXT);

	kinds_init(&kinds);
	CHECK(kinds_choose(&kinds, &misfits, &doubtful) == KIND_TEXT);
	CHECK(!kinds_mixed(&kinds));
	(void)kinds_add(&kinds, field_of("14/02/2026"));
	(void)kinds_add(&kinds, field_of("02/14/2026"));
	CHECK(kinds_mixed(&kinds));
	(void)kinds_add(&kinds, field_of("2026-02-14"));
	CHECK(!kinds_mixed(&kinds));

	/* one of a hundred may be at fault, two may not */
	kinds_init(&kinds);
	for (unsigned i = 0; i < 99; i++)
		CHECK(kinds_add(&kinds, field_of("7")));
	CHECK(!kinds_add(&kinds, field_of("seven")));
	CHECK(kinds_choose(&kinds, &misfits, &doubtful) == KIND_INTEGER && misfits == 1);
	CHECK(!kinds_add(&kinds, field_of("eight")));
	CHECK(kinds_choose(&kinds, &misfits, &doubtful) == KIND_TEXT && misfits == 0);
	kinds_init(&kinds);
	for (unsigned i = 0; i < 1000; i++)
		(void)kinds_add(&kinds, field_of("7"));
	(void)kinds_add(&kinds, field_of("007"));
	CHECK(kinds_choose(&kinds, &misfits, &doubtful) == KIND_TEXT);
}

static void
test_headings(void)
{
	static const char *const personal[] = { "name", "Surname", "first_name", "FirstName",
		"Patient Name", "date_of_birth", "DateOfBirth", "DOB", "NHS Number", "NHSNumber",
		"nhs_no", "person_id", "PersonID2", "Home address 1", "postcode", "E-mail", "email",
		"Mobile phone", "comment", "Comments 2", "case note", "Respondent ID",
		"staff number", "NHS", "Post Code", "home post code", NULL };
	static const char *const others[] = { "MEASURE_NAME", "team_name", "organisation",
		"Comment sentiment", "NHS trust", "nhs_region", "date", "number_of_patients",
		"respondent", "Person identifiable info?", "2024", "", "\xC3\xA9\xC3\xA9", "score",
		"measure id", "unit", "post", "NHS code", NULL };

	for (size_t i = 0; personal[i] != NULL; i++)
		CHECK(heading_is_personal(field_of(personal[i])));
	for (size_t i = 0; others[i] != NULL; i++)
		CHECK(!heading_is_personal(field_of(others[i])));
	CHECK(heading_is_value(field_of("4000000001")));
	CHECK(heading_is_value(field_of("01/02/1950")));
	CHECK(heading_is_value(field_of("1950-01-02 10:00")));
	CHECK(!heading_is_value(field_of("2024")));
	CHECK(!heading_is_value(field_of("")));
	CHECK(!heading_is_value(field_of("2024-25 total")));
	CHECK(!heading_is_value((struct field){ "1\0000", 5 }));
	CHECK(heading_is_identifier(field_of("record_id")));
	CHECK(heading_is_identifier(field_of("RecordID")));
	CHECK(heading_is_identifier(field_of("key_user")));
	CHECK(heading_is_identifier(field_of("Reference no.")));
	CHECK(!heading_is_identifier(field_of("number_of_beds")));
	CHECK(!heading_is_identifier(field_of("")));
	CHECK(!heading_is_personal(field_of(
	    "a b c d e f g h i j k l m n o p q r s t a_word_of_more_letters_than_there_is_room "
	    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz")));
}

static void
add_numbered(struct census *census, unsigned from, unsigned to)
{
	char text[24];

	for (unsigned i = from; i < to; i++) {
		snprintf(text, sizeof text, "value %u", i);
		census_add(census, field_of(text));
	}
}

static void
test_census(void)
{
	char longer[CENSUS_SHORT + 2];
	size_t room = 4096;
	struct census census;

	memset(longer, 'x', sizeof longer - 1);
	longer[sizeof longer - 1] = '\0';
	census_init(&census, CENSUS_VALUES_MAX, &room);
	add_numbered(&census, 0, 1000);
	CHECK(census.count == 1000 && !census.many && !census.again);
	CHECK_FIELD(census_text(&census, &census.values[999]), "value 999");
	add_numbered(&census, 0, 500);
	CHECK(census.count == 1000 && !census.many && census.again);
	CHECK(census.values[0].count == 2 && census.values[999].count == 1);
	CHECK(room == 4096);
	add_numbered(&census, 1000, 1001);
	CHECK(census.many && census.values == NULL);
	census_release(&census);

	/* no more digests than there is room for: then it is not known */
	census_init(&census, CENSUS_VALUES_MAX, &room);
	add_numbered(&census, 0, 1024);
	CHECK(!census.again && census.many);
	add_numbered(&census, 1024, 4096);
	CHECK(census.again && room == 4096);
	census_release(&census);
	CHECK(room == 4096);

	/* of a long value nothing is kept but that it was there */
	census_init(&census, CENSUS_VALUES_MAX, &room);
	census_add(&census, field_of(longer));
	census_add(&census, field_of("short"));
	census_add(&census, field_of(longer));
	CHECK(census.count == 2 && census.values[0].count == 2 && census.again);
	CHECK(census.texts.length == strlen("short"));
	census_release(&census);
}

int
main(void)
{
	test_forms();
	test_kinds();
	test_headings();
	test_census();
	return unit_done();
}
