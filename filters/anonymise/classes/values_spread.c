/* SPDX-License-Identifier: GPL-3.0-or-later */
/* values: how evenly people are spread over the values, and how far from the whole. */
#include "values.h"

#include "../../lib/memory.h"

#include <math.h>
#include <stdlib.h>

double
values_entropy(const struct values *values)
{
	double sum = 0;

	for (size_t i = 0; i < values->touched_count; i++) {
		double share =
		    (double)values->list[values->touched[i]].count / (double)values->total;

		sum -= share * log(share);
	}
	return sum;
}

/* Values that the class has not differ by their share in the whole. */
static double
equal_distance(const struct values *values)
{
	double sum = 0;
	double met = 0;

	for (size_t i = 0; i < values->touched_count; i++) {
		const struct value *value = &values->list[values->touched[i]];
		double reference = (double)value->reference / (double)values->reference_total;

		sum += fabs((double)value->count / (double)values->total - reference);
		met += reference;
	}
	return (sum + 1 - met) / 2;
}

static int
compare_ranks(const void *a, const void *b, void *context)
{
	const struct values *values = context;
	uint32_t left = values->list[*(const uint32_t *)a].rank;
	uint32_t right = values->list[*(const uint32_t *)b].rank;

	return (left > right) - (left < right);
}

/* The sum of |share - shares[i]| from rank start to before rank end: the shares grow, so
 * they are below the share up to some rank and above it from there on. */
static double
sum_stretch(const struct values *values, uint32_t start, uint32_t end, double share)
{
	uint32_t low = start;
	uint32_t high = end;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (values->shares[middle] > share)
			high = middle;
		else
			low = middle + 1;
	}
	return share * (low - start) - (values->sums[low] - values->sums[start])
	    + (values->sums[end] - values->sums[low]) - share * (end - low);
}

/* Between two ranks that the class has, its own sum stands still. */
static double
ordered_distance(struct values *values)
{
	double share = 0;
	double lowest = 0;
	double sum = 0;
	uint32_t start = 0;
	uint32_t different = values->ranks;

	qsort_r(
	    values->touched, values->touched_count, sizeof *values->touched, compare_ranks, values);
	for (size_t i = 0; i < values->touched_count; i++) {
		const struct value *value = &values->list[values->touched[i]];

		sum += sum_stretch(values, start, value->rank, share);
		start = value->rank;
		share += (double)value->count / (double)values->total;
		if (start == 0)
			lowest = share;
	}
	sum += sum_stretch(values, start, values->ranks, share);
	/* rank 0 is one of them only where something is no number */
	if (values->shares[0] <= 0)
		different--;
	lowest = fabs(lowest - values->shares[0]);
	return different < 2 ? lowest : sum / (different - 1) + lowest;
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

/* From how many people have each rank to the shares of those at it or below, and the
 * sums of these. */
static void
add_up(struct values *values)
{
	double people = 0;

	for (uint32_t rank = 0; rank < values->ranks; rank++) {
		people += values->shares[rank];
		values->shares[rank] = people / (double)values->reference_total;
		values->sums[rank + 1] = values->sums[rank] + values->shares[rank];
	}
}

/* Equal numbers have one rank, however they are written; only values that some record
 * still has are ranked. */
void
values_reference_ready(struct values *values)
{
	uint32_t *order;
	size_t numbers = 0;

	if (!values->ordered || values->capacity == 0)
		return;
	order = xcalloc(values->capacity, sizeof *order);
	free(values->shares);
	free(values->sums);
	values->shares = xcalloc(values->capacity + 2, sizeof *values->shares);
	values->sums = xcalloc(values->capacity + 2, sizeof *values->sums);
	for (size_t i = 0; i < values->count; i++) {
		values->list[i].rank = 0;
		if (!values->numeric[i])
			values->shares[0] += (double)values->list[i].reference;
		else if (values->list[i].reference > 0)
			order[numbers++] = (uint32_t)i;
	}
	qsort_r(order, numbers, sizeof *order, compare_numbers, values);
	values->ranks = 1;
	for (size_t i = 0; i < numbers; i++) {
		struct value *value = &values->list[order[i]];

		if (i == 0
		    || decimal_compare(values->numbers[order[i - 1]], values->numbers[order[i]])
		        != 0)
			values->ranks++;
		value->rank = values->ranks - 1;
		values->shares[value->rank] += (double)value->reference;
	}
	free(order);
	add_up(values);
}
