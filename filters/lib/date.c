/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * date: reading dates and periods, and counting days.
 */
#include "date.h"

#define APRIL 4 /* a financial year's first month */

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* count digits at text, or -1. */
static int
number(const char *text, size_t count)
{
	int value = 0;

	for (size_t i = 0; i < count; i++) {
		unsigned digit = (unsigned)(unsigned char)text[i] - '0';

		if (digit > 9)
			return -1;
		value = value * 10 + (int)digit;
	}
	return value;
}

static bool
parse_year(const char *text, int *year)
{
	*year = number(text, 4);
	return *year >= 1;
}

static bool
parse_year_month(const char *text, struct date *date)
{
	date->day = 1;
	date->month = number(text + 5, 2);
	return parse_year(text, &date->year) && text[4] == '-' && date->month >= 1
	    && date->month <= 12;
}

bool
date_parse(struct field field, struct date *date)
{
	struct date read;

	if (field.length != 10 || !parse_year_month(field.data, &read) || field.data[7] != '-')
		return false;
	read.day = number(field.data + 8, 2);
	if (read.day < 1 || read.day > month_days(read.year, read.month))
		return false;
	*date = read;
	return true;
}

bool
date_parse_month(struct field field, struct date *date)
{
	struct date read;

	if (field.length != 7 || !parse_year_month(field.data, &read))
		return false;
	*date = read;
	return true;
}

/* "Q1" to "Q4", or 0. */
static int
quarter(const char *text)
{
	return text[0] == 'Q' && text[1] >= '1' && text[1] <= '4' ? text[1] - '0' : 0;
}

/* "2025/26": the second year follows the first; its last two digits are enough. */
static bool
parse_financial_year(const char *text, struct date *date)
{
	date->month = APRIL;
	date->day = 1;
	return parse_year(text, &date->year) && text[4] == '/'
	    && number(text + 5, 2) == (date->year + 1) % 100;
}

/* The first day of a financial year's quarter. */
static void
move_to_quarter(struct date *date, int which)
{
	date->month += (which - 1) * 3;
	if (date->month > 12) {
		date->month -= 12;
		date->year++;
	}
}

bool
date_parse_period(struct field field, struct date *date, enum date_period *period)
{
	const char *text = field.data;
	struct date read = { 0, 1, 1 };
	enum date_period length;

	switch (field.length) {
	case 4:
		length = DATE_YEAR;
		if (!parse_year(text, &read.year))
			return false;
		break;
	case 7:
		if (text[4] == '/') {
			length = DATE_FINANCIAL_YEAR;
			if (!parse_financial_year(text, &read))
				return false;
		} else if (text[5] == 'Q') {
			length = DATE_QUARTER;
			if (!parse_year(text, &read.year) || text[4] != '-'
			    || quarter(text + 5) == 0)
				return false;
			read.month = (quarter(text + 5) - 1) * 3 + 1;
		} else {
			length = DATE_MONTH;
			if (!date_parse_month(field, &read))
				return false;
		}
		break;
	case 10:
		if (text[4] == '/') {
			length = DATE_FINANCIAL_QUARTER;
			if (!parse_financial_year(text, &read) || text[7] != '-'
			    || quarter(text + 8) == 0)
				return false;
			move_to_quarter(&read, quarter(text + 8));
			if (read.year > 9999)
				return false;
		} else {
			length = DATE_DAY;
			if (!date_parse(field, &read))
				return false;
		}
		break;
	default:
		return false;
	}
	*date = read;
	*period = length;
	return true;
}

/* Howard Hinnant, "chrono-compatible low-level date algorithms" (2013): the
 * year begins in March, so that a leap day is its last. */
int64_t
date_days(struct date date)
{
	int64_t year = date.year - (date.month <= 2);
	int64_t era = (year >= 0 ? year : year - 399) / 400;
	int64_t year_of_era = year - era * 400;
	int64_t day_of_year =
	    (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
	int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

	return era * 146097 + day_of_era - 719468;
}

struct date
date_from_days(int64_t days)
{
	int64_t shifted = days + 719468;
	int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
	int64_t day_of_era = shifted - era * 146097;
	int64_t year_of_era =
	    (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int64_t day_of_year =
	    day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int64_t march_month = (5 * day_of_year + 2) / 153;
	int month = (int)(march_month < 10 ? march_month + 3 : march_month - 9);

	return (struct date){
		.year = (int)(year_of_era + era * 400) + (month <= 2),
		.month = month,
		.day = (int)(day_of_year - (153 * march_month + 2) / 5) + 1,
	};
}
