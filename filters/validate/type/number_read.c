/* SPDX-License-Identifier: GPL-3.0-or-later */
/* number_read: a number as it stands taken apart. */
#include "number_read.h"

#include "../../lib/ascii.h"

#define EXPONENT_MAX 100000 /* far past all that unfolds to NUMBER_EXPANDED_MAX digits */

static bool
is_sign(char byte)
{
	return byte == '-' || byte == '+';
}

static bool
at_digit(const struct number_source *source)
{
	return source->at < source->end && ascii_is_digit(*source->at);
}

bool
number_skip_sign(struct number_source *source)
{
	bool sign = source->at < source->end && is_sign(*source->at);

	source->at += sign;
	return sign;
}

bool
number_skip_digits(struct number_source *source)
{
	const char *start = source->at;

	while (at_digit(source))
		source->at++;
	return source->at != start;
}

/* Steps over the text if it stands here. */
static bool
take(struct number_source *source, const char *text)
{
	size_t length = strlen(text);

	if ((size_t)(source->end - source->at) < length || memcmp(source->at, text, length) != 0)
		return false;
	source->at += length;
	return true;
}

static void
take_digits(struct number_source *source, struct buffer *out)
{
	const char *start = source->at;

	while (at_digit(source))
		source->at++;
	buffer_append(out, start, (size_t)(source->at - start));
}

/* Digits in groups: up to three in the first, then three (or two, as in India),
 * and three in the last.  Anything else between digits is no grouping: 1,5 with
 * a comma as group character is not 15. */
static bool
take_groups(struct number_source *source, const char *group, struct buffer *out)
{
	for (bool first = true;; first = false) {
		size_t before = out->length;
		struct number_source next;
		size_t count;

		take_digits(source, out);
		count = out->length - before;
		next = *source;
		if (group == NULL || count == 0 || !take(&next, group) || !at_digit(&next))
			return first || count == 3;
		if (first ? count > 3 : count != 2 && count != 3)
			return false;
		*source = next;
	}
}

/* E, an optional sign, digits; without these there is none. */
void
number_take_exponent(struct number_source *source, struct number_reading *reading)
{
	struct number_source next = *source;
	bool negative;

	if (next.at == next.end || (*next.at != 'E' && *next.at != 'e'))
		return;
	next.at++;
	negative = next.at < next.end && *next.at == '-';
	if (next.at < next.end && is_sign(*next.at))
		next.at++;
	if (!at_digit(&next))
		return;
	for (; at_digit(&next); next.at++)
		if (reading->exponent < EXPONENT_MAX)
			reading->exponent = reading->exponent * 10 + (*next.at - '0');
	if (negative)
		reading->exponent = -reading->exponent;
	reading->exponential = true;
	*source = next;
}

/* What may be taken off as a unit: no digit, and nothing that says something
 * about the figure (a minus, an accountant's bracket, "90+", "<5", a half). */
static bool
is_unit(const char *start, const char *end)
{
	static const char *const marks[] = { "-", "+", "(", "<", ">", "\xE2\x88\x92",
		"\xE2\x80\x93", "\xE2\x89\xA4", "\xE2\x89\xA5", "\xC2\xBC", "\xC2\xBD", "\xC2\xBE",
		NULL };

	for (const char *at = start; at < end; at++) {
		struct number_source here = { at, end };

		if (ascii_is_digit(*at))
			return false;
		for (const char *const *mark = marks; *mark != NULL; mark++)
			if (take(&here, *mark))
				return false;
	}
	return true;
}

static bool
ends_in(const char *start, const char *end, const char *text)
{
	size_t length = strlen(text);

	return (size_t)(end - start) >= length && memcmp(end - length, text, length) == 0;
}

/* Steps over the sign and what stands before the first digit: in "-£5" the sign
 * comes before the unit, in "£ -5" behind it.  "Rs.50" may be 50 or a half, so
 * it is neither. */
static bool
take_front(struct number_source *source, const struct number_style *style, bool *negative)
{
	const char *decimal = number_point(style);
	struct number_source ahead = *source;
	const char *first = source->at;
	const char *unit_end;
	bool sign = first < source->end && is_sign(*first);

	*negative = sign && *first == '-';
	source->at += sign;
	ahead.at = source->at;
	if (at_digit(source) || (take(&ahead, decimal) && at_digit(&ahead)))
		return true;
	if (!style->units)
		return false;
	first = source->at;
	while (source->at < source->end && !ascii_is_digit(*source->at))
		source->at++;
	unit_end = source->at;
	if (!sign && unit_end > first && is_sign(unit_end[-1])) {
		unit_end--;
		*negative = *unit_end == '-';
	}
	return source->at < source->end && is_unit(first, unit_end)
	    && !ends_in(first, source->at, decimal);
}

bool
number_read(struct number_source *source, const struct number_style *style, bool whole,
    struct number_reading *reading, struct buffer *out)
{
	if (!take_front(source, style, &reading->negative)
	    || !take_groups(source, style->group, out))
		return false;
	reading->whole = out->length;
	if (!whole) {
		if (take(source, number_point(style)))
			take_digits(source, out);
		number_take_exponent(source, reading);
	}
	reading->digits = (struct field){ out->data, out->length };
	return source->at == source->end || (style->units && is_unit(source->at, source->end));
}
