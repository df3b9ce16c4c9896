/* SPDX-License-Identifier: GPL-3.0-or-later */
/* layout: a value read by a pattern. */
#include "layout_parts.h"

#include "../../lib/ascii.h"

#include <strings.h>

#define PIVOT 69 /* %y: from here on the last century, as POSIX has it */

struct source {
	const char *at;
	const char *end;
};

/* What was read, before it is a moment. */
struct reading {
	struct moment *moment;
	int yearday; /* 0: none */
	int weekday; /* 0: Sunday; -1: none */
	bool afternoon;
};

/* A number of so many digits. */
static bool
take_number(struct source *source, size_t least, size_t most, int *number)
{
	const char *start = source->at;

	*number = 0;
	for (; source->at < source->end && ascii_is_digit(*source->at); source->at++) {
		if ((size_t)(source->at - start) == most)
			return false;
		*number = *number * 10 + (*source->at - '0');
	}
	return (size_t)(source->at - start) >= least;
}

/* A tight number has all its digits, and what follows begins behind them. */
static bool
take_digits(
    struct source *source, const struct layout_part *part, size_t least, size_t most, int *number)
{
	struct source own = *source;
	bool good;

	if (!part->tight)
		return take_number(source, least, most, number);
	if ((size_t)(own.end - own.at) < most)
		return false;
	own.end = own.at + most;
	good = take_number(&own, most, most, number);
	source->at = own.end;
	return good;
}

/* The whole name or its first three letters; the index in names. */
static bool
take_name(struct source *source, const char *const *names, int *index)
{
	size_t left = (size_t)(source->end - source->at);

	for (int i = 0; names[i] != NULL; i++) {
		size_t length = strlen(names[i]);

		if (left < 3 || strncasecmp(source->at, names[i], 3) != 0)
			continue;
		if (left < length || strncasecmp(source->at, names[i], length) != 0)
			length = 3;
		source->at += length;
		*index = i;
		return true;
	}
	return false;
}

static bool
take_month(struct source *source, int *month)
{
	static const char *const names[] = { "January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December", NULL };

	if (!take_name(source, names, month))
		return false;
	++*month;
	return true;
}

static bool
take_half(struct source *source, bool *afternoon)
{
	if (source->end - source->at < 2 || strncasecmp(source->at + 1, "M", 1) != 0)
		return false;
	*afternoon = *source->at == 'P' || *source->at == 'p';
	if (!*afternoon && *source->at != 'A' && *source->at != 'a')
		return false;
	source->at += 2;
	return true;
}

static bool
take_fraction(struct source *source, const struct layout_part *part, struct field *fraction)
{
	const char *start = source->at;
	int number;
	bool good = take_digits(source, part, 1, part->tight ? 6 : 9, &number);

	*fraction = (struct field){ start, (size_t)(source->at - start) };
	return good;
}

/* Z, +hhmm or +hh:mm. */
static bool
take_zone(struct source *source, struct moment *moment)
{
	bool west = source->at < source->end && *source->at == '-';
	struct source pair;
	int hours;
	int minutes;

	moment->zoned = true;
	if (source->at < source->end && *source->at == 'Z') {
		source->at++;
		return true;
	}
	if (source->end - source->at < 5 || (!west && *source->at != '+'))
		return false;
	pair = (struct source){ source->at + 1, source->at + 3 };
	if (!take_number(&pair, 2, 2, &hours))
		return false;
	if (*pair.at == ':')
		pair.at++;
	if (source->end - pair.at < 2)
		return false;
	pair.end = pair.at + 2;
	if (!take_number(&pair, 2, 2, &minutes) || minutes > 59 || hours * 60 + minutes > 14 * 60)
		return false;
	moment->offset = hours * 60 + minutes;
	if (west)
		moment->offset = -moment->offset;
	source->at = pair.at;
	return true;
}

static bool
take_weekday(struct source *source, int *weekday)
{
	static const char *const names[] = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday",
		"Friday", "Saturday", NULL };

	return take_name(source, names, weekday);
}

static bool
take_part(struct source *source, const struct layout_part *part, struct reading *reading)
{
	struct moment *moment = reading->moment;

	switch (part->directive) {
	case 'Y':
		return take_digits(source, part, 4, 4, &moment->date.year);
	case 'y':
		if (!take_digits(source, part, 2, 2, &moment->date.year))
			return false;
		moment->date.year += moment->date.year < PIVOT ? 2000 : 1900;
		return true;
	case 'm':
		return take_digits(source, part, 1, 2, &moment->date.month);
	case 'b':
	case 'B':
		return take_month(source, &moment->date.month);
	case 'd':
		return take_digits(source, part, 1, 2, &moment->date.day);
	case 'j':
		return take_digits(source, part, 1, 3, &reading->yearday) && reading->yearday != 0;
	case 'a':
	case 'A':
		return take_weekday(source, &reading->weekday);
	case 'H':
		return take_digits(source, part, 1, 2, &moment->hour) && moment->hour <= 23;
	case 'I':
		return take_digits(source, part, 1, 2, &moment->hour) && moment->hour >= 1
		    && moment->hour <= 12;
	case 'p':
		return take_half(source, &reading->afternoon);
	case 'M':
		return take_digits(source, part, 1, 2, &moment->minute) && moment->minute <= 59;
	case 'S':
		return take_digits(source, part, 1, 2, &moment->second) && moment->second <= 59;
	case 'f':
		return take_fraction(source, part, &moment->fraction);
	case 'z':
		return take_zone(source, moment);
	default:
		return false;
	}
}

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

static bool
take_literal(struct source *source, char literal)
{
	if (source->at == source->end
	    || (literal == ' ' ? !is_blank(*source->at) : *source->at != literal))
		return false;
	source->at++;
	while (literal == ' ' && source->at < source->end && is_blank(*source->at))
		source->at++;
	return true;
}

/* From the day of the year to month and day, and whether the day exists and is
 * the weekday that stands there. */
static bool
find_day(const struct reading *reading)
{
	struct date *date = &reading->moment->date;
	int64_t days;

	if (reading->yearday != 0) {
		int year = date->year;

		if (year == 0)
			return false;
		*date =
		    date_from_days(date_days((struct date){ year, 1, 1 }) + reading->yearday - 1);
		if (date->year != year)
			return false;
	}
	if (!moment_has_day(reading->moment))
		return false;
	/* 1970-01-01 was a Thursday */
	days = (date_days(*date) + 4) % 7;
	return reading->weekday < 0 || reading->weekday == (days + 7) % 7;
}

enum moment_verdict
layout_parse(const struct layout *layout, struct field value, struct moment *moment)
{
	struct source source = { value.data, value.data + value.length };
	struct reading reading = { .moment = moment, .weekday = -1 };

	*moment = (struct moment){ .date = { 1, 1, 1 }, .fraction = { "", 0 } };
	for (size_t i = 0; i < layout->count; i++) {
		const struct layout_part *part = &layout->parts[i];

		if (part->directive == '\0' ? !take_literal(&source, part->literal)
		                            : !take_part(&source, part, &reading))
			return MOMENT_NONE;
	}
	if (source.at != source.end)
		return MOMENT_NONE;
	if ((layout->gives & LAYOUT_HALF) != 0)
		moment->hour = moment->hour % 12 + (reading.afternoon ? 12 : 0);
	return find_day(&reading) ? MOMENT_GOOD : MOMENT_NO_SUCH_DAY;
}
