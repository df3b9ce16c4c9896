/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * moment: dates, times of day and both together, in the default form: that of
 * XML Schema, which is ISO 8601 with all its marks.
 *
 * A moment without a zone is compared as if it were UTC.
 */
#ifndef VALIDATE_MOMENT_H
#define VALIDATE_MOMENT_H

#include "../../lib/date.h"
#include "../../lib/memory.h"

enum moment_kind { MOMENT_DATE, MOMENT_TIME, MOMENT_DATETIME };

struct moment {
	struct date date;
	int hour;
	int minute;
	int second;
	struct field fraction; /* the digits behind the second's point; a view */
	bool zoned;
	int offset; /* of the zone: minutes east of Greenwich */
};

enum moment_verdict {
	MOMENT_GOOD,
	MOMENT_NO_SUCH_DAY, /* the form is right */
	MOMENT_NONE
};

/* YYYY-MM-DD; hh:mm:ss[.f][Z|+hh:mm]; both with a T between.  In a datetime
 * 24:00:00 is the first moment of the next day, and *moved says so. */
enum moment_verdict
moment_parse(enum moment_kind kind, struct field value, struct moment *moment, bool *moved);
/* The day is one that the calendar has, in a year from 1 to 9999. */
bool moment_has_day(const struct moment *moment);
/* Appends the moment in the form that moment_parse reads. */
void moment_write(enum moment_kind kind, const struct moment *moment, struct buffer *out);

/* These take what moment_parse calls good (and moves nothing). */
int moment_compare(enum moment_kind kind, struct field a, struct field b);
/* The calendar day that a date or datetime begins with, in days since 1970-01-01;
 * false where the value does not begin with one. */
bool moment_day(struct field value, int64_t *days);
/* Appends the instant: the same bytes however it is written. */
void moment_key(enum moment_kind kind, struct field value, struct buffer *out);

/* What a value that is none looks like. */
/* Days since 1900, as spreadsheets have them: five digits, in a datetime with a
 * fraction as well. */
bool moment_is_serial(enum moment_kind kind, struct field value);
/* 14/03/2026, 3.4.26 and the like, in a datetime with a time behind it. */
bool moment_is_day_first(enum moment_kind kind, struct field value);

#endif
