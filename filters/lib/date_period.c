/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * date: the periods of the record stream: their names, their texts, which lies
 * in which, and which comes next.
 */
#include "date.h"

#define APRIL 4 /* a financial year's first month */

bool
date_period_named(struct field name, enum date_period *period)
{
	static const char *const names[] = {
		[DATE_DAY] = "day",
		[DATE_MONTH] = "month",
		[DATE_QUARTER] = "quarter",
		[DATE_YEAR] = "year",
		[DATE_FINANCIAL_QUARTER] = "fquarter",
		[DATE_FINANCIAL_YEAR] = "fyear",
	};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		if (field_is(name, names[i])) {
			*period = (enum date_period)i;
			return true;
		}
	}
	return false;
}

bool
date_period_contains(enum date_period period, enum date_period from)
{
	/* What each period may be written from, besides itself.  A financial quarter
	 * is a calendar quarter too; neither year lies in the other. */
	static const unsigned inside[] = {
		[DATE_DAY] = 0,
		[DATE_MONTH] = 1U << DATE_DAY,
		[DATE_QUARTER] = 1U << DATE_DAY | 1U << DATE_MONTH | 1U << DATE_FINANCIAL_QUARTER,
		[DATE_YEAR] = 1U << DATE_DAY | 1U << DATE_MONTH | 1U << DATE_QUARTER
		    | 1U << DATE_FINANCIAL_QUARTER,
		[DATE_FINANCIAL_QUARTER] = 1U << DATE_DAY | 1U << DATE_MONTH | 1U << DATE_QUARTER,
		[DATE_FINANCIAL_YEAR] = 1U << DATE_DAY | 1U << DATE_MONTH | 1U << DATE_QUARTER
		    | 1U << DATE_FINANCIAL_QUARTER,
	};

	return period == from || (inside[period] & 1U << from) != 0;
}

/* count digits with leading zeros. */
static char *
put(char *at, int value, size_t count)
{
	for (size_t i = count; i-- > 0; value /= 10)
		at[i] = (char)('0' + value % 10);
	return at + count;
}

size_t
date_period_write(struct date date, enum date_period period, char out[DATE_TEXT_MAX])
{
	bool financial = period == DATE_FINANCIAL_YEAR || period == DATE_FINANCIAL_QUARTER;
	int year = date.year - (financial && date.month < APRIL);
	char *at = put(out, year, 4);

	if (financial) {
		*at++ = '/';
		at = put(at, (year + 1) % 100, 2);
	}
	if (period == DATE_DAY || period == DATE_MONTH) {
		*at++ = '-';
		at = put(at, date.month, 2);
	}
	if (period == DATE_DAY) {
		*at++ = '-';
		at = put(at, date.day, 2);
	}
	if (period == DATE_QUARTER || period == DATE_FINANCIAL_QUARTER) {
		int start = financial ? APRIL : 1;

		*at++ = '-';
		*at++ = 'Q';
		at = put(at, (date.month - start + 12) % 12 / 3 + 1, 1);
	}
	*at = '\0';
	return (size_t)(at - out);
}

struct date
date_period_next(struct date date, enum date_period period)
{
	int months = 1;

	switch (period) {
	case DATE_DAY:
		return date_from_days(date_days(date) + 1);
	case DATE_MONTH:
		break;
	case DATE_QUARTER:
	case DATE_FINANCIAL_QUARTER:
		months = 3 - (date.month - 1) % 3;
		break;
	case DATE_YEAR:
		months = 13 - date.month;
		break;
	case DATE_FINANCIAL_YEAR:
		months = 12 - (date.month - APRIL + 12) % 12;
		break;
	}
	date.month += months;
	date.day = 1;
	if (date.month > 12) {
		date.month -= 12;
		date.year++;
	}
	return date;
}
