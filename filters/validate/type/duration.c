/* SPDX-License-Identifier: GPL-3.0-or-later */
/* duration: reading, comparing. */
#include "duration.h"

#include "../../lib/ascii.h"
#include "../../lib/decimal.h"

#define DIGITS_MAX   18
#define MONTH        2629746 /* seconds of the mean month: 146097 days in 4800 months */
#define KEY_TEXT_MAX 48

struct duration {
	bool negative;
	decimal_wide months;
	decimal_wide seconds;
	struct field fraction; /* of the seconds, without zeros at its end */
};

struct source {
	const char *at;
	const char *end;
};

/* Digits, and behind a point further digits. */
static bool
take_number(struct source *source, int64_t *number, struct field *fraction)
{
	const char *start = source->at;

	*number = 0;
	*fraction = (struct field){ "", 0 };
	for (; source->at < source->end && ascii_is_digit(*source->at); source->at++) {
		if (source->at - start == DIGITS_MAX)
			return false;
		*number = *number * 10 + (*source->at - '0');
	}
	if (source->at == start)
		return false;
	if (source->at == source->end || *source->at != '.')
		return true;
	start = ++source->at;
	while (source->at < source->end && ascii_is_digit(*source->at))
		source->at++;
	*fraction = (struct field){ start, (size_t)(source->at - start) };
	return fraction->length != 0;
}

/* The numbers with their letters, in the order of letters. */
static bool
take_parts(struct source *source, const char *letters, int64_t numbers[3], struct field *fraction)
{
	for (size_t i = 0; source->at < source->end && *source->at != 'T'; i++) {
		int64_t number;

		if (!take_number(source, &number, fraction) || source->at == source->end)
			return false;
		while (letters[i] != '\0' && letters[i] != *source->at)
			i++;
		if (letters[i] == '\0' || (fraction->length != 0 && letters[i] != 'S'))
			return false;
		numbers[i] = number;
		source->at++;
	}
	return true;
}

static bool
parse(struct field value, struct duration *duration)
{
	struct source source = { value.data, value.data + value.length };
	int64_t date[3] = { 0 };
	int64_t time[3] = { 0 };
	struct field fraction = { "", 0 };

	*duration = (struct duration){ .fraction = fraction };
	duration->negative = source.at < source.end && *source.at == '-';
	source.at += duration->negative;
	if (source.end - source.at < 2 || *source.at++ != 'P'
	    || !take_parts(&source, "YMD", date, &fraction))
		return false;
	if (source.at < source.end) {
		source.at++; /* T */
		if (source.at == source.end || !take_parts(&source, "HMS", time, &fraction)
		    || source.at != source.end)
			return false;
	}
	while (fraction.length != 0 && fraction.data[fraction.length - 1] == '0')
		fraction.length--;
	duration->months = (decimal_wide)date[0] * 12 + date[1];
	duration->seconds = (decimal_wide)date[2] * 86400 + (decimal_wide)time[0] * 3600
	    + (decimal_wide)time[1] * 60 + time[2];
	duration->fraction = fraction;
	if (duration->months == 0 && duration->seconds == 0 && fraction.length == 0)
		duration->negative = false;
	return true;
}

bool
duration_is(struct field value)
{
	struct duration duration;

	return parse(value, &duration);
}

static int
compare_wide(decimal_wide a, decimal_wide b)
{
	return (a > b) - (a < b);
}

int
duration_compare(struct field a, struct field b)
{
	struct duration left;
	struct duration right;
	int order;

	parse(a, &left);
	parse(b, &right);
	if (left.negative != right.negative)
		return left.negative ? -1 : 1;
	order =
	    compare_wide(left.months * MONTH + left.seconds, right.months * MONTH + right.seconds);
	if (order == 0)
		order = field_compare(left.fraction, right.fraction);
	if (order == 0)
		order = compare_wide(left.months, right.months);
	return left.negative ? -order : order;
}

/* The digits of a number that is not negative. */
static void
append_wide(struct buffer *out, decimal_wide number)
{
	char digits[KEY_TEXT_MAX];
	char *first = digits + sizeof digits;

	do {
		*--first = (char)('0' + (int)(number % 10));
		number /= 10;
	} while (number > 0);
	buffer_append(out, first, (size_t)(digits + sizeof digits - first));
}

void
duration_key(struct field value, struct buffer *out)
{
	struct duration duration;

	parse(value, &duration);
	if (duration.negative)
		buffer_append(out, "-", 1);
	append_wide(out, duration.months);
	buffer_append(out, "M", 1);
	append_wide(out, duration.seconds);
	buffer_append(out, ".", 1);
	buffer_append(out, duration.fraction.data, duration.fraction.length);
}
