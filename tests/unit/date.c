/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dates: days that exist, leap years, months, quarters and financial years.
 */
#include "unit.h"

#include "../../filters/lib/date.h"

static bool
is_date(const char *text)
{
	struct date date = { 0, 0, 0 };

	return date_parse(field_of(text), &date);
}

static struct date
day(const char *text)
{
	struct date date = { 1, 1, 1 };

	CHECK(date_parse(field_of(text), &date));
	return date;
}

static void
test_parse(void)
{
	static const char *const refused[] = { "", "2026", "2026-3-14", "2026-03-14 ",
		" 2026-03-14", "2026-00-10", "2026-13-10", "2026-01-00", "2026-01-32", "2026-04-31",
		"2023-02-29", "1900-02-29", "2100-02-29", "0000-01-01", "2026/03/14", "20260314",
		"14-03-2026", "2026-03-1x", "-026-03-14", "+026-03-14", "2026-03-14T00:00" };
	struct date date = { 7, 7, 7 };

	CHECK(is_date("2026-03-14") && is_date("0001-01-01") && is_date("9999-12-31"));
	CHECK(is_date("2024-02-29") && is_date("2000-02-29") && is_date("1600-02-29"));
	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
		if (date_parse(field_of(refused[i]), &date))
			CHECK_TEXT("taken as a date", refused[i]);
	}
	CHECK(date.year == 7 && date.month == 7 && date.day == 7);
	CHECK(date_parse_month(field_of("2026-03"), &date) && date.month == 3 && date.day == 1);
	CHECK(!date_parse_month(field_of("2026-13"), &date));
	CHECK(!date_parse_month(field_of("2026-03-01"), &date));
	CHECK(!date_parse_month(field_of("2026-Q1"), &date));
}

static void
test_days(void)
{
	struct date last = day("0001-01-01");
	unsigned wrong = 0;

	CHECK(date_days(day("1970-01-01")) == 0);
	CHECK(date_days(day("2000-03-01")) == 11017);
	CHECK(date_days(day("1969-12-31")) == -1);
	CHECK(date_days(day("9999-12-31")) == 2932896);
	for (int64_t days = date_days(last) + 1; days <= 2932896; days++) {
		struct date date = date_from_days(days);
		bool next = date.day == last.day + 1 ? date.month == last.month
		                                     : date.day == 1 && last.day >= 28;

		wrong += date_days(date) != days || !next;
		last = date;
	}
	CHECK(wrong == 0);
}

/* A period's text reads back as its first day and length, and is written so. */
static void
period_is(const char *text, const char *first, enum date_period expected)
{
	struct date date = { 0, 0, 0 };
	enum date_period period = DATE_DAY;
	char out[DATE_TEXT_MAX];

	CHECK(date_parse_period(field_of(text), &date, &period));
	CHECK(period == expected);
	CHECK(date_period_write(date, period, out) == strlen(text));
	CHECK_TEXT(out, text);
	date_period_write(date, DATE_DAY, out);
	CHECK_TEXT(out, first);
}

static void
test_periods(void)
{
	static const char *const refused[] = { "", "2026-Q0", "2026-Q5", "2026-q1", "2026Q1",
		"2025/27", "2025/25", "2025/2026", "2025-26x", "2025/26-Q5", "2025/26-Q0",
		"2025/26Q1x", "0000", "202", "20260", "2025/26-q1", "9999/00-Q4", "2025/26/Q1" };
	struct date date;
	enum date_period period;

	period_is("2026-03-14", "2026-03-14", DATE_DAY);
	period_is("2026-03", "2026-03-01", DATE_MONTH);
	period_is("2026-Q1", "2026-01-01", DATE_QUARTER);
	period_is("2026-Q4", "2026-10-01", DATE_QUARTER);
	period_is("2026", "2026-01-01", DATE_YEAR);
	period_is("2025/26", "2025-04-01", DATE_FINANCIAL_YEAR);
	period_is("1999/00", "1999-04-01", DATE_FINANCIAL_YEAR);
	period_is("2025/26-Q1", "2025-04-01", DATE_FINANCIAL_QUARTER);
	period_is("2025/26-Q3", "2025-10-01", DATE_FINANCIAL_QUARTER);
	period_is("2025/26-Q4", "2026-01-01", DATE_FINANCIAL_QUARTER);
	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
		if (date_parse_period(field_of(refused[i]), &date, &period))
			CHECK_TEXT("taken as a period", refused[i]);
	}
}

static void
writes(const char *text, enum date_period period, const char *expected)
{
	char out[DATE_TEXT_MAX];

	date_period_write(day(text), period, out);
	CHECK_TEXT(out, expected);
}

static void
next_is(const char *text, enum date_period period, const char *expected)
{
	char out[DATE_TEXT_MAX];

	date_period_write(date_period_next(day(text), period), DATE_DAY, out);
	CHECK_TEXT(out, expected);
}

static void
test_write(void)
{
	writes("2026-03-31", DATE_FINANCIAL_YEAR, "2025/26");
	writes("2026-04-01", DATE_FINANCIAL_YEAR, "2026/27");
	writes("2000-03-31", DATE_FINANCIAL_YEAR, "1999/00");
	writes("2026-03-31", DATE_FINANCIAL_QUARTER, "2025/26-Q4");
	writes("2026-06-30", DATE_FINANCIAL_QUARTER, "2026/27-Q1");
	writes("2026-12-31", DATE_FINANCIAL_QUARTER, "2026/27-Q3");
	writes("2026-06-30", DATE_QUARTER, "2026-Q2");
	writes("0987-06-05", DATE_DAY, "0987-06-05");
	next_is("2024-02-28", DATE_DAY, "2024-02-29");
	next_is("2026-12-31", DATE_DAY, "2027-01-01");
	next_is("2026-01-31", DATE_MONTH, "2026-02-01");
	next_is("2026-12-02", DATE_MONTH, "2027-01-01");
	next_is("2026-05-05", DATE_QUARTER, "2026-07-01");
	next_is("2026-11-05", DATE_FINANCIAL_QUARTER, "2027-01-01");
	next_is("2026-11-05", DATE_YEAR, "2027-01-01");
	next_is("2026-03-31", DATE_FINANCIAL_YEAR, "2026-04-01");
	next_is("2026-04-01", DATE_FINANCIAL_YEAR, "2027-04-01");
}

static void
test_relations(void)
{
	enum date_period period = DATE_DAY;

	CHECK(date_period_named(field_of("fyear"), &period) && period == DATE_FINANCIAL_YEAR);
	CHECK(date_period_named(field_of("day"), &period) && period == DATE_DAY);
	CHECK(!date_period_named(field_of("week"), &period));
	CHECK(date_period_contains(DATE_MONTH, DATE_DAY));
	CHECK(date_period_contains(DATE_MONTH, DATE_MONTH));
	CHECK(date_period_contains(DATE_QUARTER, DATE_MONTH));
	CHECK(date_period_contains(DATE_FINANCIAL_YEAR, DATE_QUARTER));
	CHECK(!date_period_contains(DATE_FINANCIAL_YEAR, DATE_YEAR));
	CHECK(!date_period_contains(DATE_YEAR, DATE_FINANCIAL_YEAR));
	CHECK(!date_period_contains(DATE_DAY, DATE_MONTH));
}

int
main(void)
{
	test_parse();
	test_days();
	test_periods();
	test_write();
	test_relations();
	return unit_done();
}
