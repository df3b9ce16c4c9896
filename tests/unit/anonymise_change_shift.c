/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of shifted dates: whose days move how far; the days of the message as it is
 * documented were reckoned apart from the program. */
#include "../../filters/anonymise/change/change.h"
#include "../../filters/lib/date.h"

#include "anonymise_change.h"
#include "unit.h"

#define PEOPLE 20000

static struct key key;

static void
open_shift(struct one_change *one, const char *settings, const char *project)
{
	char text[128];

	snprintf(text, sizeof text, "{\"action\":\"shift-date\",%s}", settings);
	open_change(one, text);
	if (one->change == NULL || !change_open(one->change, &key, project, &one->fault))
		abort();
}

static const char *
shifted(const struct one_change *one, const char *person, const char *day)
{
	static char text[16];
	const struct change_record record = { field_of(person), field_of("") };
	struct field out;

	if (change_value(one->change, field_of(day), &record, 0, &out) != CHANGE_DONE)
		return "FAILED";
	memcpy(text, out.data, out.length);
	text[out.length] = '\0';
	return text;
}

static int64_t
days_of(const char *text)
{
	struct date date = { 0 };

	return date_parse(field_of(text), &date) ? date_days(date) : INT64_MIN / 2;
}

static int64_t
offset_of(const struct one_change *one, const char *person, const char *day)
{
	return days_of(shifted(one, person, day)) - days_of(day);
}

static void
test_message(void)
{
	struct one_change days;
	struct one_change weeks;
	struct one_change other;
	struct one_change wide;

	open_shift(&days, "\"window\":30", "demo");
	open_shift(&weeks, "\"window\":30,\"weeks\":true", "demo");
	open_shift(&other, "\"window\":30", "other");
	open_shift(&wide, "\"window\":365", "demo");
	CHECK(change_keyed(days.change));
	CHECK_TEXT(shifted(&days, "P000123", "2024-02-29"), "2024-03-06");
	CHECK_TEXT(shifted(&days, "P000124", "2024-02-29"), "2024-03-20");
	CHECK_TEXT(shifted(&weeks, "P000123", "2024-02-29"), "2024-03-21");
	CHECK_TEXT(shifted(&other, "P000123", "2024-02-29"), "2024-02-13");
	CHECK_TEXT(shifted(&wide, "9434765919", "2024-02-29"), "2023-08-08");
	/* the same again, after somebody else, and from person to person */
	CHECK_TEXT(shifted(&days, "P000123", "2024-02-29"), "2024-03-06");
	CHECK(change_agrees(days.change, other.change));
	CHECK(!change_agrees(days.change, weeks.change));
	CHECK(!change_agrees(days.change, wide.change));
	close_change(&days);
	close_change(&weeks);
	close_change(&other);
	close_change(&wide);
}

static void
test_faults(void)
{
	struct one_change one;

	open_shift(&one, "\"window\":30", "demo");
	CHECK_TEXT(shifted(&one, "", "2024-02-29"), "FAILED");
	CHECK_TEXT(shifted(&one, "P1", "2024-02"), "FAILED");
	CHECK_TEXT(shifted(&one, "P1", "2024-02-30"), "FAILED");
	CHECK_TEXT(shifted(&one, "P1", "2024-02-29T10:00"), "FAILED");
	CHECK_TEXT(shifted(&one, "P000124", "9999-12-31"), "FAILED");
	CHECK(change_settled(one.change, field_of("2024-02-29")));
	CHECK(!change_settled(one.change, field_of("2024-02")));
	close_change(&one);
	/* without a key nothing is shifted, and nothing passes */
	open_change(&one, "{\"action\":\"shift-date\",\"window\":30}");
	CHECK(change_open(one.change, &(const struct key){ 0 }, "demo", &one.fault));
	CHECK_TEXT(shifted(&one, "P1", "2024-02-29"), "FAILED");
	CHECK(change_settled(one.change, field_of("2024-02-29")));
	close_change(&one);
}

/* Offsets of many people: all within the window, each as often as the others (the 0.1%
 * point of chi-squared with 14 degrees of freedom is 36.1), and the same on every day. */
static void
test_spread(void)
{
	struct one_change one;
	struct one_change weeks;
	uint64_t counts[15] = { 0 };
	double expected = (double)PEOPLE / 15;
	double distance = 0;
	bool within = true;
	bool alike = true;
	bool whole = true;

	open_shift(&one, "\"window\":7", "demo");
	open_shift(&weeks, "\"window\":27,\"weeks\":true", "demo");
	for (unsigned i = 0; i < PEOPLE; i++) {
		char person[16];
		int64_t offset;
		int64_t by_week;

		snprintf(person, sizeof person, "P%06u", i);
		offset = offset_of(&one, person, "2024-02-29");
		within = within && offset >= -7 && offset <= 7;
		if (!within)
			break;
		counts[offset + 7]++;
		alike = alike && offset_of(&one, person, "1999-12-31") == offset;
		by_week = offset_of(&weeks, person, "2024-02-29");
		whole = whole && by_week % 7 == 0 && by_week >= -21 && by_week <= 21;
	}
	for (size_t i = 0; i < 15; i++)
		distance +=
		    ((double)counts[i] - expected) * ((double)counts[i] - expected) / expected;
	CHECK(within);
	CHECK(alike);
	CHECK(whole);
	CHECK(distance < 36.1);
	close_change(&one);
	close_change(&weeks);
}

/* Another key: some of a few people move otherwise. */
static void
test_other_key(void)
{
	unsigned char bytes[32] = { 1, 2, 3 };
	const struct key other = { .bytes = bytes, .length = sizeof bytes };
	struct one_change one;
	struct one_change two;

	open_shift(&one, "\"window\":3650", "demo");
	open_change(&two, "{\"action\":\"shift-date\",\"window\":3650}");
	CHECK(change_open(two.change, &other, "demo", &two.fault));
	CHECK(offset_of(&one, "P1", "2024-02-29") != offset_of(&two, "P1", "2024-02-29"));
	CHECK(offset_of(&one, "P2", "2024-02-29") != offset_of(&two, "P2", "2024-02-29"));
	close_change(&one);
	close_change(&two);
}

int
main(void)
{
	unsigned char bytes[32];

	if (sodium_init() < 0)
		abort();
	for (unsigned i = 0; i < sizeof bytes; i++)
		bytes[i] = (unsigned char)(i + 7);
	key = (struct key){ .bytes = bytes, .length = sizeof bytes };
	test_message();
	test_faults();
	test_spread();
	test_other_key();
	return unit_done();
}
