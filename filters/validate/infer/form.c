/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form: the ways in which days and times are written. */
#include "form.h"

#include "../../lib/ascii.h"
#include "../../lib/date.h"

#include <strings.h>

#define DATE(format)                                                                               \
	{                                                                                          \
		"date", format, format, false                                                      \
	}
#define DAY_FIRST(type, format)                                                                    \
	{                                                                                          \
		type, format, format, true                                                         \
	}
#define OF(type, format)                                                                           \
	{                                                                                          \
		type, format, format, false                                                        \
	}
#define OWN(type, pattern)                                                                         \
	{                                                                                          \
		type, NULL, pattern, false                                                         \
	}

const struct form forms[FORMS] = {
	OWN("date", "%Y-%m-%d"),
	DAY_FIRST("date", "%d/%m/%Y"),
	DATE("%m/%d/%Y"),
	DAY_FIRST("date", "%d/%m/%y"),
	DATE("%m/%d/%y"),
	DAY_FIRST("date", "%d-%m-%Y"),
	DATE("%m-%d-%Y"),
	DAY_FIRST("date", "%d-%m-%y"),
	DATE("%m-%d-%y"),
	DATE("%d.%m.%Y"),
	DATE("%d.%m.%y"),
	DATE("%d %b %Y"),
	DATE("%d %B %Y"),
	DATE("%d-%b-%Y"),
	DATE("%d-%b-%y"),
	DATE("%Y/%m/%d"),
	[FORM_DIGITS] = DATE("%Y%m%d"),
	OWN("datetime", "%Y-%m-%dT%H:%M:%S"),
	OWN("datetime", "%Y-%m-%dT%H:%M:%SZ"),
	OF("datetime", "%Y-%m-%d %H:%M:%S"),
	OF("datetime", "%Y-%m-%d %H:%M"),
	DAY_FIRST("datetime", "%d/%m/%Y %H:%M"),
	OF("datetime", "%m/%d/%Y %H:%M"),
	DAY_FIRST("datetime", "%d/%m/%Y %H:%M:%S"),
	OF("datetime", "%m/%d/%Y %H:%M:%S"),
	OWN("time", "%H:%M:%S"),
	OF("time", "%H:%M"),
	OWN("yearmonth", "%Y-%m"),
	OF("datetime", "%Y-%m-%dT%H:%M"),
};

/* The parts that a value has been read into; -1: not in the form. */
struct parts {
	int year;
	int month;
	int day;
	int hour;
	int minute;
	int second;
};

/* From least to most digits at *at; -1 where there are fewer. */
static int
read_digits(struct field value, size_t *at, size_t least, size_t most)
{
	int number = 0;
	size_t count = 0;

	while (count < most && *at < value.length && ascii_is_digit(value.data[*at])) {
		number = number * 10 + (value.data[*at] - '0');
		++*at;
		count++;
	}
	return count >= least ? number : -1;
}

/* A month's English name, whole or its first three letters. */
static int
read_month(struct field value, size_t *at, bool whole)
{
	static const char *const months[] = { "January", "February", "March", "April", "May",
		"June", "July", "August", "September", "October", "November", "December" };

	for (int i = 0; i < 12; i++) {
		size_t length = whole ? strlen(months[i]) : 3;

		if (value.length - *at >= length
		    && strncasecmp(value.data + *at, months[i], length) == 0) {
			*at += length;
			return i + 1;
		}
	}
	return -1;
}

/* False where the value has no such part. */
static bool
read_part(char letter, bool tight, struct field value, size_t *at, struct parts *parts)
{
	/* without a divider behind it a number is as wide as it can be */
	size_t least = tight ? 2 : 1;

	switch (letter) {
	case 'Y':
		return (parts->year = read_digits(value, at, 4, 4)) >= 0;
	case 'y':
		return (parts->year = 2000 + read_digits(value, at, 2, 2)) >= 2000;
	case 'm':
		return (parts->month = read_digits(value, at, least, 2)) >= 0;
	case 'd':
		return (parts->day = read_digits(value, at, least, 2)) >= 0;
	case 'b':
	case 'B':
		return (parts->month = read_month(value, at, letter == 'B')) >= 0;
	case 'H':
		return (parts->hour = read_digits(value, at, 2, 2)) >= 0;
	case 'M':
		return (parts->minute = read_digits(value, at, 2, 2)) >= 0;
	default:
		return (parts->second = read_digits(value, at, 2, 2)) >= 0;
	}
}

static bool
is_day(const struct parts *parts)
{
	struct date date = { parts->year, parts->month, parts->day };
	struct date same;

	if (date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31)
		return false;
	/* the 30th of February comes back as a day of March */
	same = date_from_days(date_days(date));
	return same.day == date.day && same.month == date.month;
}

bool
form_fits(const struct form *form, struct field value)
{
	struct parts parts = { .year = 2000, .month = 1, .day = 1 };
	bool digits = form == &forms[FORM_DIGITS];
	size_t at = 0;

	for (const char *pattern = form->pattern; *pattern != '\0'; pattern++) {
		if (at == value.length)
			return false;
		if (*pattern != '%') {
			if (value.data[at++] != *pattern)
				return false;
			continue;
		}
		pattern++;
		if (!read_part(*pattern, digits, value, &at, &parts))
			return false;
	}
	if (at != value.length || parts.hour > 23 || parts.minute > 59 || parts.second > 59)
		return false;
	/* other numbers of eight digits have a year like these too seldom to matter */
	if (digits && (parts.year < 1900 || parts.year > 2099))
		return false;
	return is_day(&parts);
}
