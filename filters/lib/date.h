/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * date: calendar dates and the periods of the record stream.
 *
 * Proleptic Gregorian, years 0001 to 9999, no clock and no time zone.
 * Periods: 2026-03-14, 2026-03, 2026-Q1, 2026, 2025/26 (April to March),
 * 2025/26-Q1 (its quarters: Q1 is April to June).
 */
#ifndef MHSW_DATE_H
#define MHSW_DATE_H

#include "field.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DATE_TEXT_MAX 16

enum date_period {
	DATE_DAY,
	DATE_MONTH,
	DATE_QUARTER,
	DATE_YEAR,
	DATE_FINANCIAL_QUARTER,
	DATE_FINANCIAL_YEAR
};

struct date {
	int year;  /* 1 .. 9999 */
	int month; /* 1 .. 12 */
	int day;   /* 1 .. 31 */
};

/* YYYY-MM-DD as a whole and a day that exists. */
bool date_parse(struct field field, struct date *date);
/* YYYY-MM as a whole; day is 1. */
bool date_parse_month(struct field field, struct date *date);
/* Any period of the stream; date is its first day, period its length. */
bool date_parse_period(struct field field, struct date *date, enum date_period *period);
/* Days since 1970-01-01 (Hinnant, days_from_civil, 2013), and back. */
int64_t date_days(struct date date);
struct date date_from_days(int64_t days);

/* day, month, quarter, year, fquarter, fyear. */
bool date_period_named(struct field name, enum date_period *period);
/* A date in that period may be written from a value that is itself a whole
 * period of length from (a day lies in a month, a month in a quarter). */
bool date_period_contains(enum date_period period, enum date_period from);
/* The period that the date lies in, as text; returns its length. */
size_t date_period_write(struct date date, enum date_period period, char out[DATE_TEXT_MAX]);
/* The first day of the next period. */
struct date date_period_next(struct date date, enum date_period period);

#endif
