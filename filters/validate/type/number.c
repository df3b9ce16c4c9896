/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * number: what files write becomes a plain decimal.  The form is XML Schema's
 * decimal with the three special values and the exponent that Table Schema adds.
 */
#include "number.h"

#include "number_read.h"
#include "type.h"

#include <strings.h>

static void
append_zeros(struct buffer *out, size_t count)
{
	while (count-- > 0)
		buffer_append(out, "0", 1);
}

/* Moves the point by the exponent; false where that needs too many digits. */
static bool
unfold(const struct number_reading *reading, struct buffer *out)
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
write_plain(const struct number_reading *reading, struct buffer *out)
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
	struct number_source source = { value.data, value.data + value.length };

	number_skip_sign(&source);
	if (!number_skip_digits(&source))
		return false;
	if (source.at == source.end)
		return true;
	if (whole || *source.at != '.' || strcmp(number_point(style), ".") != 0)
		return false;
	source.at++;
	return number_skip_digits(&source) && source.at == source.end;
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
	struct number_source source = { value.data, value.data + value.length };
	struct number_reading reading = { 0 };
	bool good;

	if (is_plain(style, whole, value)) {
		*cast = (struct type_cast){ value, FINDING_NONE };
		return true;
	}
	if (!whole && is_special(value, cast))
		return true;
	/* The digits stand in scratch before the result, so it must not move. */
	buffer_reserve(scratch, 2 * (value.length + NUMBER_EXPANDED_MAX + 4));
	if (!number_read(&source, style, whole, &reading, scratch))
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
	struct number_source source = { value.data, value.data + value.length };
	struct number_reading reading = { 0 };

	number_skip_sign(&source);
	if (!number_skip_digits(&source))
		return false;
	if (source.at < source.end && *source.at == '.') {
		source.at++;
		number_skip_digits(&source);
	}
	number_take_exponent(&source, &reading);
	return reading.exponential && source.at == source.end;
}
