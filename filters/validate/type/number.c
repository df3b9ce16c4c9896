/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * number: reading what files write.  The form is XML Schema's decimal with the
 * three special values and the exponent that Table Schema adds.
 */
#include "number.h"

#include "type.h"

#include <strings.h>

#define EXPONENT_MAX 100000 /* far past all that unfolds to NUMBER_EXPANDED_MAX digits */

/* What is left of the value. */
struct source {
	const char *at;
	const char *end;
};

/* The digits found: whole and fraction stand together in digits. */
struct reading {
	bool negative;
	struct field digits;
	size_t whole;
	bool exponential;
	long exponent;
};

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static bool
is_sign(char byte)
{
	return byte == '-' || byte == '+';
}

static bool
at_digit(const struct source *source)
{
	return source->at < source->end && is_digit(*source->at);
}

/* Steps over the text if it stands here. */
static bool
take(struct source *source, const char *text)
{
	size_t length = strlen(text);

	if ((size_t)(source->end - source->at) < length || memcmp(source->at, text, length) != 0)
		return false;
	source->at += length;
	return true;
}

static void
take_digits(struct source *source, struct buffer *out)
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
take_groups(struct source *source, const char *group, struct buffer *out)
{
	for (bool first = true;; first = false) {
		size_t before = out->length;
		struct source next;
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
static void
take_exponent(struct source *source, struct reading *reading)
{
	struct source next = *source;
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
		struct source here = { at, end };

		if (is_digit(*at))
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
take_front(struct source *source, const struct number_style *style, bool *negative)
{
	const char *decimal = style->decimal != NULL ? style->decimal : ".";
	struct source ahead = *source;
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
	while (source->at < source->end && !is_digit(*source->at))
		source->at++;
	unit_end = source->at;
	if (!sign && unit_end > first && is_sign(unit_end[-1])) {
		unit_end--;
		*negative = *unit_end == '-';
	}
	return source->at < source->end && is_unit(first, unit_end)
	    && !ends_in(first, source->at, decimal);
}

/* The digits go to out, which is empty. */
static bool
read_number(struct source *source, const struct number_style *style, bool whole,
    struct reading *reading, struct buffer *out)
{
	if (!take_front(source, style, &reading->negative)
	    || !take_groups(source, style->group, out))
		return false;
	reading->whole = out->length;
	if (!whole) {
		if (take(source, style->decimal != NULL ? style->decimal : "."))
			take_digits(source, out);
		take_exponent(source, reading);
	}
	reading->digits = (struct field){ out->data, out->length };
	return source->at == source->end || (style->units && is_unit(source->at, source->end));
}

static void
append_zeros(struct buffer *out, size_t count)
{
	while (count-- > 0)
		buffer_append(out, "0", 1);
}

/* Moves the point by the exponent; false where that needs too many digits. */
static bool
unfold(const struct reading *reading, struct buffer *out)
{
	const char *digits = reading->digits.data;
	long count = (long)reading->digits.length;
	long point = (long)reading->whole + reading->exponent;

	for (; count > 0 && *digits == '0'; digits++) {
		count--;
		point--;
	}
	if (count == 0) {
		buffer_append(out, "0", 1);
		return true;
	}
	if (count > NUMBER_EXPANDED_MAX || point > NUMBER_EXPANDED_MAX
	    || count - point > NUMBER_EXPANDED_MAX)
		return false;
	if (reading->negative)
		buffer_append(out, "-", 1);
	if (point <= 0) {
		buffer_append(out, "0.", 2);
		append_zeros(out, (size_t)-point);
		buffer_append(out, digits, (size_t)count);
	} else if (point >= count) {
		buffer_append(out, digits, (size_t)count);
		append_zeros(out, (size_t)(point - count));
	} else {
		buffer_append(out, digits, (size_t)point);
		buffer_append(out, ".", 1);
		buffer_append(out, digits + point, (size_t)(count - point));
	}
	return true;
}

/* The digits as they stand, with what a plain decimal has to have. */
static void
write_plain(const struct reading *reading, struct buffer *out)
{
	struct field digits = reading->digits;

	if (reading->negative)
		buffer_append(out, "-", 1);
	if (reading->whole == 0)
		buffer_append(out, "0", 1);
	buffer_append(out, digits.data, reading->whole);
	if (digits.length > reading->whole) {
		buffer_append(out, ".", 1);
		buffer_append(out, digits.data + reading->whole, digits.length - reading->whole);
	}
}

/* [+-]digits, and behind a point further digits, unless the style gives the
 * point another meaning. */
static bool
is_plain(const struct number_style *style, bool whole, struct field value)
{
	struct source source = { value.data, value.data + value.length };
	const char *start;

	if (source.at < source.end && is_sign(*source.at))
		source.at++;
	start = source.at;
	while (at_digit(&source))
		source.at++;
	if (source.at == start || source.at == source.end)
		return source.at != start;
	if (whole || *source.at != '.'
	    || (style->decimal != NULL && strcmp(style->decimal, ".") != 0))
		return false;
	start = ++source.at;
	while (at_digit(&source))
		source.at++;
	return source.at == source.end && source.at != start;
}

static bool
is_special(struct field value, struct type_cast *cast)
{
	static const char *const names[] = { "NaN", "INF", "-INF", NULL };

	for (const char *const *name = names; *name != NULL; name++)
		if (value.length == strlen(*name)
		    && strncasecmp(value.data, *name, value.length) == 0) {
			*cast = (struct type_cast){ field_of(*name), FINDING_SPECIAL_NUMBER };
			return true;
		}
	return false;
}

bool
number_cast(const struct number_style *style, bool whole, struct field value,
    struct buffer *scratch, struct type_cast *cast)
{
	struct source source = { value.data, value.data + value.length };
	struct reading reading = { 0 };
	bool good;

	if (is_plain(style, whole, value)) {
		*cast = (struct type_cast){ value, FINDING_NONE };
		return true;
	}
	if (!whole && is_special(value, cast))
		return true;
	/* The digits stand in scratch before the result, so it must not move. */
	buffer_reserve(scratch, 2 * value.length + 2 * (NUMBER_EXPANDED_MAX + 4));
	if (!read_number(&source, style, whole, &reading, scratch))
		return false;
	good = true;
	if (reading.exponential)
		good = unfold(&reading, scratch);
	else
		write_plain(&reading, scratch);
	cast->canonical = (struct field){ scratch->data + reading.digits.length,
		scratch->length - reading.digits.length };
	cast->code = FINDING_NUMBER_REWRITTEN;
	return good;
}

bool
number_is_exponential(struct field value)
{
	struct source source = { value.data, value.data + value.length };
	struct reading reading = { 0 };

	if (source.at < source.end && is_sign(*source.at))
		source.at++;
	if (!at_digit(&source))
		return false;
	while (at_digit(&source))
		source.at++;
	if (take(&source, "."))
		while (at_digit(&source))
			source.at++;
	take_exponent(&source, &reading);
	return reading.exponential && source.at == source.end;
}
