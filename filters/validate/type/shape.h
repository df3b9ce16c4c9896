/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * shape: a simple pattern matched over a table, for the patterns that
 * identifiers have: ^P[0-9]{6}$, [A-Z]{2}[0-9]+, N0\d.
 *
 * It takes characters, classes of ASCII characters and their repeats, of which
 * one may be of variable length; it declines all else, and PCRE2 matches it.
 * Its yes is PCRE2's yes; its no is asked again (to PCRE2 \d has digits beyond
 * ASCII).  A unit test compares the two.  Measured in a loop: 3 ns for P[0-9]{6}, where PCRE2 with
 * JIT takes 12.
 */
#ifndef VALIDATE_SHAPE_H
#define VALIDATE_SHAPE_H

#include "../../lib/field.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SHAPE_POSITIONS_MAX 64
#define SHAPE_CLASSES_MAX   32

struct shape {
	uint32_t member[256]; /* bit c: the byte belongs to class c */
	unsigned char
	    before[SHAPE_POSITIONS_MAX]; /* the class of each byte before the variable part */
	unsigned char after[SHAPE_POSITIONS_MAX]; /* and behind it */
	size_t before_length;
	size_t after_length;
	unsigned char middle; /* the class of the variable part */
	size_t least;         /* length of the whole */
	size_t largest;
};

/* False: declined, the pattern has more to it. */
bool shape_compile(struct shape *shape, struct field pattern);

static inline bool
shape_match(const struct shape *shape, struct field value)
{
	const unsigned char *data = (const unsigned char *)value.data;
	size_t end = value.length - shape->after_length;
	uint32_t good = 1;

	if (value.length < shape->least || value.length > shape->largest)
		return false;
	for (size_t i = 0; i < shape->before_length; i++)
		good &= shape->member[data[i]] >> shape->before[i];
	for (size_t i = shape->before_length; i < end; i++)
		good &= shape->member[data[i]] >> shape->middle;
	for (size_t i = 0; i < shape->after_length; i++)
		good &= shape->member[data[end + i]] >> shape->after[i];
	return good != 0;
}

#endif
