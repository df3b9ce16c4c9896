/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pair_put: a pair's limits as columns, and their methods as words. */
#include "pair_put.h"

#include <math.h>

/* Two methods in one number. */
#define BASE 16

enum pair_method
pair_put(struct compare_set *set, size_t member, const struct pair *pair, pair_limits *limits,
    const enum compare_column columns_of_limits[4])
{
	static const double confidences[] = { 0.95, 0.998 };
	enum pair_method method = PAIR_NONE;

	for (size_t i = 0; i < sizeof(confidences) / sizeof(confidences[0]); i++) {
		struct interval interval;

		method = limits(pair, confidences[i], &interval);
		if (method == PAIR_NONE)
			return method;
		compare_put(set, member, columns_of_limits[2 * i], interval.lower);
		if (isfinite(interval.upper))
			compare_put(set, member, columns_of_limits[2 * i + 1], interval.upper);
	}
	return method;
}

double
pair_note(enum pair_method ratio, enum pair_method difference)
{
	if (ratio == PAIR_NONE && difference == PAIR_NONE)
		return NAN;
	return (double)(ratio + BASE * difference);
}

void
pair_words(double note, struct buffer *text)
{
	unsigned both = (unsigned)note;
	enum pair_method methods[] = { (enum pair_method)(both % BASE),
		(enum pair_method)(both / BASE) };

	for (size_t i = 0; i < sizeof(methods) / sizeof(methods[0]); i++) {
		if (methods[i] == PAIR_NONE)
			continue;
		if (text->length != 0)
			buffer_append_text(text, " ");
		buffer_append_text(text, pair_method_name(methods[i]));
	}
}
