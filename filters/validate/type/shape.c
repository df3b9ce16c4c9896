/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shape: a simple pattern matched over a table. */
#include "shape.h"

#include "../../lib/ascii.h"

/* One class of the pattern with its repeat. */
struct part {
	unsigned char class;
	size_t least;
	size_t largest; /* SIZE_MAX: no end */
};

struct source {
	const char *at;
	const char *end;
};

static bool
more(const struct source *source)
{
	return source->at < source->end;
}

static void
add_range(struct shape *shape, unsigned char class, unsigned char first, unsigned char last)
{
	for (unsigned byte = first; byte <= last; byte++)
		shape->member[byte] |= (uint32_t)1 << class;
}

/* A character of the pattern that stands for itself; a backslash may stand
 * before punctuation only, since before a letter it has a meaning. */
static bool
read_literal(struct source *source, const char *special, unsigned char *byte)
{
	char c = *source->at;

	if (c == '\\') {
		if (++source->at == source->end)
			return false;
		c = *source->at;
		if (ascii_is_letter(c) || ascii_is_digit(c))
			return false;
	} else if (strchr(special, c) != NULL) {
		return false;
	}
	if (c < ' ' || c > '~')
		return false;
	*byte = (unsigned char)c;
	source->at++;
	return true;
}

static bool
read_digit_class(struct source *source, struct shape *shape, unsigned char class)
{
	if (source->end - source->at < 2 || source->at[0] != '\\' || source->at[1] != 'd')
		return false;
	source->at += 2;
	add_range(shape, class, '0', '9');
	return true;
}

/* What stands between brackets: characters, ranges, \d. */
static bool
read_class(struct source *source, struct shape *shape, unsigned char class)
{
	bool empty = true;

	for (source->at++; more(source); empty = false) {
		unsigned char first;
		unsigned char last;

		if (*source->at == ']') {
			source->at++;
			return !empty;
		}
		if (read_digit_class(source, shape, class)) {
			if (more(source) && *source->at == '-')
				return false;
			continue;
		}
		/* '^' and '[' have meanings of their own here; a bare '-' is only taken in a range
		 */
		if (!read_literal(source, "^[]-", &first))
			return false;
		last = first;
		if (source->end - source->at >= 2 && source->at[0] == '-' && source->at[1] != ']') {
			source->at++;
			if (!read_literal(source, "^[]-", &last) || last < first)
				return false;
		}
		add_range(shape, class, first, last);
	}
	return false;
}

static bool
read_count(struct source *source, size_t *count)
{
	const char *start = source->at;

	for (*count = 0; more(source) && ascii_is_digit(*source->at); source->at++)
		if (source->at - start > 3)
			return false;
		else
			*count = *count * 10 + (size_t)(*source->at - '0');
	return source->at != start;
}

/* {n}, {n,} or {n,m} */
static bool
read_braces(struct source *source, struct part *part)
{
	source->at++;
	if (!read_count(source, &part->least) || !more(source))
		return false;
	part->largest = part->least;
	if (*source->at == ',') {
		source->at++;
		part->largest = SIZE_MAX;
		if (more(source) && *source->at != '}' && !read_count(source, &part->largest))
			return false;
	}
	return more(source) && *source->at++ == '}' && part->least <= part->largest;
}

static bool
read_repeat(struct source *source, struct part *part)
{
	part->least = 1;
	part->largest = 1;
	if (!more(source) || strchr("?*+{", *source->at) == NULL)
		return true;
	if (*source->at == '{') {
		if (!read_braces(source, part))
			return false;
	} else {
		part->least = *source->at == '+';
		part->largest = *source->at == '?' ? 1 : SIZE_MAX;
		source->at++;
	}
	/* lazy and possessive repeats are left to PCRE2 */
	return !more(source) || strchr("?*+{", *source->at) == NULL;
}

static bool
add_part(struct shape *shape, struct part part, bool *variable)
{
	if (part.least != part.largest) {
		if (*variable)
			return false;
		*variable = true;
		shape->middle = part.class;
		shape->least += part.least;
		shape->largest = part.largest; /* of the variable part, until all is read */
		return true;
	}
	for (size_t i = 0; i < part.least; i++) {
		unsigned char *classes = *variable ? shape->after : shape->before;
		size_t *length = *variable ? &shape->after_length : &shape->before_length;

		if (*length == SHAPE_POSITIONS_MAX)
			return false;
		classes[(*length)++] = part.class;
		shape->least++;
	}
	return true;
}

bool
shape_compile(struct shape *shape, struct field pattern)
{
	struct source source = { pattern.data, pattern.data + pattern.length };
	bool variable = false;
	size_t fixed;

	*shape = (struct shape){ 0 };
	if (more(&source) && *source.at == '^')
		source.at++;
	for (unsigned char class = 0; more(&source); class ++) {
		struct part part = { .class = class };
		unsigned char byte;

		if (*source.at == '$' && source.at + 1 == source.end)
			break;
		if (class == SHAPE_CLASSES_MAX)
			return false;
		if (*source.at == '[') {
			if (!read_class(&source, shape, class))
				return false;
		} else if (!read_digit_class(&source, shape, class)) {
			if (!read_literal(&source, "^$.[]|()?*+{}", &byte))
				return false;
			add_range(shape, class, byte, byte);
		}
		if (!read_repeat(&source, &part) || !add_part(shape, part, &variable))
			return false;
	}
	fixed = shape->before_length + shape->after_length;
	if (!variable)
		shape->largest = fixed;
	else if (shape->largest != SIZE_MAX)
		shape->largest += fixed;
	return true;
}
