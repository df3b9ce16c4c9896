/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svg_tag: gnuplot's SVG as its tags, their attributes and figures. */
#include "svg_tag.h"

#define DIGITS_MAX 7

static void
skip(struct field *rest, size_t length)
{
	rest->data += length;
	rest->length -= length;
}

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

void
svg_tag_blanks(struct field *rest)
{
	while (rest->length != 0 && is_blank(rest->data[0]))
		skip(rest, 1);
}

bool
svg_tag_is_blank(struct field text)
{
	svg_tag_blanks(&text);
	return text.length == 0;
}

/* Takes what stands before one of the ends and before a blank. */
static struct field
take_name(struct field *rest, const char *ends)
{
	struct field name = { rest->data, 0 };

	while (rest->length != 0 && !is_blank(rest->data[0]) && rest->data[0] != '\0'
	    && strchr(ends, rest->data[0]) == NULL) {
		name.length++;
		skip(rest, 1);
	}
	return name;
}

bool
svg_tag_skip(struct field *rest, const char *text)
{
	size_t length = strlen(text);

	if (rest->length < length || memcmp(rest->data, text, length) != 0)
		return false;
	skip(rest, length);
	return true;
}

/* How far the tag's end is, past values in quotes; the whole length where there is none. */
static size_t
to_end(struct field rest)
{
	char quote = '\0';
	size_t at = 0;

	for (; at < rest.length; at++) {
		char byte = rest.data[at];

		if (quote != '\0')
			quote = byte == quote ? '\0' : quote;
		else if (byte == '"' || byte == '\'')
			quote = byte;
		else if (byte == '>')
			break;
	}
	return at;
}

bool
svg_tag_next(struct field *rest, struct svg_tag *tag)
{
	const char *next;
	size_t end;

	*tag = (struct svg_tag){ 0 };
	if (!svg_tag_skip(rest, "<"))
		return false;
	tag->closes = svg_tag_skip(rest, "/");
	tag->name = take_name(rest, "/>");
	end = to_end(*rest);
	if (tag->name.length == 0 || end == rest->length)
		return false;
	tag->attributes = (struct field){ rest->data, end };
	skip(rest, end + 1);
	if (end != 0 && (tag->attributes.data[end - 1] == '/' || tag->name.data[0] == '?')) {
		tag->attributes.length--;
		tag->empty = true;
	}
	tag->text = *rest;
	next = rest->length == 0 ? NULL : memchr(rest->data, '<', rest->length);
	if (next != NULL)
		tag->text.length = (size_t)(next - rest->data);
	skip(rest, tag->text.length);
	return true;
}

bool
svg_tag_attribute(struct field *rest, struct field *name, struct field *value)
{
	struct field at = *rest;
	const char *end;

	svg_tag_blanks(&at);
	*rest = at;
	*name = take_name(&at, "=");
	svg_tag_blanks(&at);
	if (name->length == 0 || !svg_tag_skip(&at, "="))
		return false;
	svg_tag_blanks(&at);
	if (at.length < 2 || (at.data[0] != '"' && at.data[0] != '\''))
		return false;
	end = memchr(at.data + 1, at.data[0], at.length - 1);
	if (end == NULL)
		return false;
	*value = (struct field){ at.data + 1, (size_t)(end - at.data - 1) };
	skip(&at, value->length + 2);
	*rest = at;
	return true;
}

struct field
svg_tag_value(const struct svg_tag *tag, const char *name)
{
	struct field rest = tag->attributes;
	struct field found;
	struct field value;

	while (svg_tag_attribute(&rest, &found, &value))
		if (field_is(found, name))
			return value;
	return field_of("");
}

/* Takes digits; how many there were. */
static size_t
take_digits(struct field *rest, double *number, double *unit)
{
	size_t count = 0;

	for (; rest->length != 0 && rest->data[0] >= '0' && rest->data[0] <= '9'; count++) {
		*number = *number * 10 + (rest->data[0] - '0');
		*unit *= 10;
		skip(rest, 1);
	}
	return count;
}

bool
svg_tag_number(struct field *rest, double *number)
{
	double unit = 1;
	size_t digits;
	bool negative;

	*number = 0;
	svg_tag_blanks(rest);
	negative = svg_tag_skip(rest, "-");
	digits = take_digits(rest, number, &unit);
	unit = 1;
	if (digits == 0 || digits > DIGITS_MAX
	    || (svg_tag_skip(rest, ".") && take_digits(rest, number, &unit) > DIGITS_MAX))
		return false;
	*number = (negative ? -*number : *number) / unit;
	return true;
}

/* The value of a hexadecimal digit, or -1. */
static int
hexadecimal(char digit)
{
	if (digit >= '0' && digit <= '9')
		return digit - '0';
	digit |= 0x20;
	return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

bool
svg_tag_colour(struct field value, uint32_t *colour)
{
	static const char *const before[] = { "rgb(", ",", "," };

	*colour = 0;
	if (svg_tag_skip(&value, "#")) {
		for (size_t i = 0; i < value.length && i < 6; i++) {
			int digit = hexadecimal(value.data[i]);

			if (digit < 0)
				return false;
			*colour = *colour << 4 | (uint32_t)digit;
		}
		return value.length == 6;
	}
	for (size_t i = 0; i < 3; i++) {
		double part;

		if (!svg_tag_skip(&value, before[i]) || !svg_tag_number(&value, &part) || part < 0
		    || part > 255)
			return false;
		*colour = *colour << 8 | (uint32_t)part;
	}
	return field_is(value, ")");
}
