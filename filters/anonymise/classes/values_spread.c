/* SPDX-License-Identifier: GPL-3.0-or-later */
/* values: how evenly people are spread over the values, and how far from the whole. */
#include "values.h"

#include "../../lib/memory.h"

#include <stdlib.h>

double
values_entropy(const struct values *values)
{
	double sum = 0;

	for (size_t i = 0; i < values->touched_count; i++)
		sum += measures_entropy(
		    (double)values->list[values->touched[i]].count / (double)values->total);
	return sum;
}

static double
equal_distance(const struct values *values)
{
	struct measures_equal equal = { 0, 0 };

	for (size_t i = 0; i < values->touched_count; i++) {
		const struct value *value = &values->list[values->touched[i]];

		measures_equal_add(&equal, (double)value->count / (double)values->total,
		    (double)value->reference / (double)values->reference_total);
	}
	return measures_equal_end(&equal);
}

static int
compare_ranks(const void *a, const void *b, void *context)
{
	const struct values *values = context;
	uint32_t left = values->list[*(const uint32_t *)a].rank;
	uint32_t right = values->list[*(const uint32_t *)b].rank;

	return (left > right) - (left < right);
}

static double
ordered_distance(struct values *values)
{
	struct measures_ordered ordered = { .scale = &values->scale };

	qsort_r(
	    values->touched, values->touched_count, sizeof *values->touched, compare_ranks, values);
	for (size_t i = 0; i < values->touched_count; i++) {
		const struct value *value = &values->list[values->touched[i]];

		measures_ordered_add(
		    &ordered, value->rank, (double)value->count / (double)values->total);
	}
	return measures_ordered_end(&ordered);
}

double
values_distance(struct values *values)
{
	if (values->total == 0 || values->reference_total == 0)
		return 0;
	return values->ordered ? ordered_distance(values) : equal_distance(values);
}

void
values_reference_forget(struct values *values)
{
	values->reference_total = 0;
	for (size_t i = 0; i < values->count; i++)
		values->list[i].reference = 0;
}

void
values_reference_add(struct values *values)
{
	for (size_t i = 0; i < values->touched_count; i++) {
		struct value *value = &values->list[values->touched[i]];

		value->reference += value->count;
	}
	values->reference_total += values->total;
}

static int
compare_numbers(const void *a, const void *b, void *context)
{
	const struct values *values = context;

	return decimal_compare(
	    values->numbers[*(const uint32_t *)a], values->numbers[*(const uint32_t *)b]);
}

/* Equal numbers have one rank, however they are written; only values that some record
 * still has are ranked. */
void
values_reference_ready(struct values *values)
{
	uint32_t *order;
	size_t numbers = 0;
	uint32_t rank = 0;

	if (!values->ordered || values->capacity == 0)
		return;
	order = xcalloc(values->capacity, sizeof *order);
	measures_scale_init(&values->scale, values->capacity + 1);
	for (size_t i = 0; i < values->count; i++) {
		values->list[i].rank = 0;
		if (!values->numeric[i])
			measures_scale_add(&values->scale, 0, values->list[i].reference);
		else if (values->list[i].reference > 0)
			order[numbers++] = (uint32_t)i;
	}
	qsort_r(order, numbers, sizeof *order, compare_numbers, values);
	for (size_t i = 0; i < numbers; i++) {
		struct value *value = &values->list[order[i]];

		if (i == 0
		    || decimal_compare(values->numbers[order[i - 1]], values->numbers[order[i]])
		        != 0)
			rank++;
		value->rank = rank;
		measures_scale_add(&values->scale, rank, value->reference);
	}
	free(order);
	measures_scale_ready(&values->scale, values->reference_total);
}
