/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * content: what stands in a field where a number is looked for.
 */
#ifndef BENCHMARK_CONTENT_H
#define BENCHMARK_CONTENT_H

#include "../../lib/decimal.h"
#include "kind.h"

/* The empty field and the codes that mean no answer. */
static inline bool
content_is_missing(const struct measure_values *missing, struct field value)
{
	return value.length == 0 || (missing->count != 0 && measure_values_have(missing, value));
}

/* Bytes of a short number: its digits and decimals fit in any case. */
#define CONTENT_SHORT 15

/* A symbol in the place of a value. */
static inline bool
content_is_label(struct field value)
{
	return field_is_suppressed(value) || field_is_symbol(value);
}

/* KIND_TAKEN: *number is set. */
enum kind_taken
content_number(struct field value, const struct measure_values *missing, struct decimal *number);
/* A number from 0 on. */
enum kind_taken
content_amount(struct field value, const struct measure_values *missing, struct decimal *number);
/* A whole number from 0 on, however many zeros are behind its point. */
enum kind_taken
content_count(struct field value, const struct measure_values *missing, uint64_t *count);

/* The same, at once for what most numbers are: a few digits, and perhaps a point between
 * them. */
static inline enum kind_taken
content_short(struct field value, const struct measure_values *missing, struct decimal *number)
{
	int64_t digits = 0;
	size_t point = 0;

	if (value.length - 1 >= CONTENT_SHORT || missing->count != 0)
		return content_number(value, missing, number);
	for (size_t i = 0; i < value.length; i++) {
		unsigned digit = (unsigned)(unsigned char)value.data[i] - '0';

		if (digit <= 9)
			digits = 10 * digits + digit;
		else if (value.data[i] == '.' && point == 0 && i != 0 && i + 1 < value.length)
			point = i + 1;
		else
			return content_number(value, missing, number);
	}
	number->digits = digits;
	number->scale = point != 0 ? (unsigned)(value.length - point) : 0;
	return KIND_TAKEN;
}

/* What two columns hold: the worse of the two, and its column. */
static inline enum kind_taken
content_worse(enum kind_taken first, size_t first_column, enum kind_taken second,
    size_t second_column, size_t *column)
{
	*column = first >= second ? first_column : second_column;
	return first >= second ? first : second;
}

/* Counts that run over stay at the largest, which says so, in any order. */
static inline void
content_add(uint64_t *sum, uint64_t count)
{
	if (__builtin_add_overflow(*sum, count, sum))
		*sum = UINT64_MAX;
}

#endif
