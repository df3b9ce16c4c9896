/* SPDX-License-Identifier: GPL-3.0-or-later */
/* moment: dates and times in their default form. */
#include "moment.h"

#include "../../lib/ascii.h"

#include <inttypes.h>

#define DATE_LENGTH 10
#define TIME_LENGTH 8
#define OFFSET_MAX  (14 * 60) /* as XML Schema has it */

static size_t
skip_digits(struct field value, size_t at)
{
	while (at < value.length && ascii_is_digit(value.data[at]))
		at++;
	return at;
}

/* The form counts, '9' standing for any digit. */
static bool
has_form(struct field value, const char *form)
{
	if (value.length != strlen(form))
		return false;
	for (size_t i = 0; i < value.length; i++)
		if (form[i] == '9' ? !ascii_is_digit(value.data[i]) : value.data[i] != form[i])
			return false;
	return true;
}

static int
pair(const char *data)
{
	return (data[0] - '0') * 10 + (data[1] - '0');
}

static struct field
behind(struct field value, size_t at)
{
	return (struct field){ value.data + at, value.length - at };
}

/* The first bytes, where there are so many. */
static struct field
front(struct field value, size_t length)
{
	return (struct field){ value.data, value.length < length ? value.length : length };
}

/* Z or +hh:mm or nothing. */
static bool
parse_zone(struct field value, struct moment *moment)
{
	int minutes;

	moment->zoned = value.length != 0;
	moment->offset = 0;
	if (!moment->zoned || (value.length == 1 && value.data[0] == 'Z'))
		return true;
	if (!has_form(behind(value, 1), "99:99") || (value.data[0] != '+' && value.data[0] != '-'))
		return false;
	minutes = pair(value.data + 4);
	moment->offset = pair(value.data + 1) * 60 + minutes;
	if (minutes > 59 || moment->offset > OFFSET_MAX)
		return false;
	if (value.data[0] == '-')
		moment->offset = -moment->offset;
	return true;
}

static bool
is_midnight(const struct moment *moment)
{
	for (size_t i = 0; i < moment->fraction.length; i++)
		if (moment->fraction.data[i] != '0')
			return false;
	return moment->minute == 0 && moment->second == 0;
}

/* The hour may be 24 where all behind it is 0. */
static bool
parse_time(struct field value, struct moment *moment)
{
	size_t at = TIME_LENGTH;

	if (!has_form(front(value, TIME_LENGTH), "99:99:99"))
		return false;
	moment->hour = pair(value.data);
	moment->minute = pair(value.data + 3);
	moment->second = pair(value.data + 6);
	moment->fraction = (struct field){ "", 0 };
	if (at < value.length && value.data[at] == '.') {
		size_t end = skip_digits(value, at + 1);

		if (end == at + 1)
			return false;
		moment->fraction = (struct field){ value.data + at + 1, end - at - 1 };
		at = end;
	}
	return moment->minute <= 59 && moment->second <= 59
	    && (moment->hour <= 23 || (moment->hour == 24 && is_midnight(moment)))
	    && parse_zone(behind(value, at), moment);
}

static enum moment_verdict
parse_date(struct field value, struct date *date)
{
	if (date_parse(value, date))
		return MOMENT_GOOD;
	return has_form(value, "9999-99-99") ? MOMENT_NO_SUCH_DAY : MOMENT_NONE;
}

enum moment_verdict
moment_parse(enum moment_kind kind, struct field value, struct moment *moment, bool *moved)
{
	enum moment_verdict verdict;

	*moment = (struct moment){ .date = { 1, 1, 1 }, .fraction = { "", 0 } };
	*moved = false;
	if (kind == MOMENT_DATE)
		return parse_date(value, &moment->date);
	if (kind == MOMENT_TIME)
		return parse_time(value, moment) && moment->hour != 24 ? MOMENT_GOOD : MOMENT_NONE;
	verdict = parse_date(front(value, DATE_LENGTH), &moment->date);
	if (verdict == MOMENT_NONE || value.length <= DATE_LENGTH || value.data[DATE_LENGTH] != 'T'
	    || !parse_time(behind(value, DATE_LENGTH + 1), moment))
		return MOMENT_NONE;
	if (verdict == MOMENT_GOOD && moment->hour == 24) {
		*moved = true;
		moment->hour = 0;
		moment->date = date_from_days(date_days(moment->date) + 1);
		if (moment->date.year > 9999)
			return MOMENT_NO_SUCH_DAY;
	}
	return verdict;
}

bool
moment_has_day(const struct moment *moment)
{
	const struct date *date = &moment->date;
	struct date again;

	if (date->year < 1 || date->year > 9999 || date->month < 1 || date->month > 12
	    || date->day < 1 || date->day > 31)
		return false;
	again = date_from_days(date_days(*date));
	return again.day == date->day;
}

/* A mark (NUL: none) and a number with leading zeros. */
static void
append_number(struct buffer *out, char mark, int number, size_t digits)
{
	char text[5];
	size_t length = digits + (mark != '\0');

	text[0] = mark;
	for (size_t i = length; i > length - digits; i--) {
		text[i - 1] = (char)('0' + number % 10);
		number /= 10;
	}
	buffer_append(out, text, length);
}

void
moment_write(enum moment_kind kind, const struct moment *moment, struct buffer *out)
{
	int offset = moment->offset < 0 ? -moment->offset : moment->offset;

	if (kind != MOMENT_TIME) {
		append_number(out, '\0', moment->date.year, 4);
		append_number(out, '-', moment->date.month, 2);
		append_number(out, '-', moment->date.day, 2);
	}
	if (kind == MOMENT_DATE)
		return;
	append_number(out, kind == MOMENT_TIME ? '\0' : 'T', moment->hour, 2);
	append_number(out, ':', moment->minute, 2);
	append_number(out, ':', moment->second, 2);
	if (moment->fraction.length != 0) {
		buffer_append(out, ".", 1);
		buffer_append(out, moment->fraction.data, moment->fraction.length);
	}
	if (!moment->zoned)
		return;
	if (offset == 0) {
		buffer_append(out, "Z", 1);
		return;
	}
	append_number(out, moment->offset < 0 ? '-' : '+', offset / 60, 2);
	append_number(out, ':', offset % 60, 2);
}

/* Seconds since 1970 (of a time: since midnight), and what is left of the
 * fraction without zeros at its end. */
static int64_t
instant(enum moment_kind kind, struct field value, struct field *fraction)
{
	struct moment moment;
	bool moved;

	moment_parse(kind, value, &moment, &moved);
	*fraction = moment.fraction;
	while (fraction->length != 0 && fraction->data[fraction->length - 1] == '0')
		fraction->length--;
	return (kind == MOMENT_TIME ? 0 : date_days(moment.date) * 86400)
	    + (int64_t)moment.hour * 3600 + (int64_t)(moment.minute - moment.offset) * 60
	    + moment.second;
}

bool
moment_day(struct field value, int64_t *days)
{
	struct date date;

	if (!date_parse(front(value, DATE_LENGTH), &date))
		return false;
	*days = date_days(date);
	return true;
}

int
moment_compare(enum moment_kind kind, struct field a, struct field b)
{
	struct field fractions[2];
	int64_t left;
	int64_t right;

	if (kind == MOMENT_DATE) /* years have four digits: the texts have the order */
		return field_compare(a, b);
	left = instant(kind, a, &fractions[0]);
	right = instant(kind, b, &fractions[1]);
	if (left != right)
		return left < right ? -1 : 1;
	return field_compare(fractions[0], fractions[1]);
}

void
moment_key(enum moment_kind kind, struct field value, struct buffer *out)
{
	struct field fraction;
	int64_t seconds;

	if (kind == MOMENT_DATE) {
		buffer_append(out, value.data, value.length);
		return;
	}
	seconds = instant(kind, value, &fraction);
	buffer_format(out, "%" PRId64 ".", seconds);
	buffer_append(out, fraction.data, fraction.length);
}

bool
moment_is_serial(enum moment_kind kind, struct field value)
{
	size_t at = skip_digits(value, 0);

	if (kind == MOMENT_TIME || at != 5)
		return false;
	if (kind == MOMENT_DATETIME && at + 1 < value.length && value.data[at] == '.')
		at = skip_digits(value, at + 1);
	return at == value.length;
}

static bool
is_date_separator(char byte)
{
	return byte == '/' || byte == '-' || byte == '.';
}

bool
moment_is_day_first(enum moment_kind kind, struct field value)
{
	size_t first = skip_digits(value, 0);
	size_t second;
	size_t third;

	if (kind == MOMENT_TIME || first == 0 || first > 2 || first == value.length
	    || !is_date_separator(value.data[first]))
		return false;
	second = skip_digits(value, first + 1);
	if (second == first + 1 || second > first + 3 || second == value.length
	    || value.data[second] != value.data[first])
		return false;
	third = skip_digits(value, second + 1);
	if (third - second != 3 && third - second != 5)
		return false;
	if (kind == MOMENT_DATETIME && third < value.length)
		return value.data[third] == ' ' || value.data[third] == 'T';
	return third == value.length;
}
