/* SPDX-License-Identifier: GPL-3.0-or-later */
/* moments: exact sums over records, pair by pair. */
#include "moments.h"

#include "../../lib/memory.h"

#include <math.h>
#include <stdlib.h>

#define BATCH ((size_t)256)
/* 256 products of two small values fit in 31 bits. */
_Static_assert(BATCH *COMPONENT_SMALL *COMPONENT_SMALL < INT32_MAX, "products fit");

static const decimal_unsigned unit = (decimal_unsigned)1000000000000000; /* 10^15 */

static void
open_batch(struct moments_batch *batch, size_t components, bool complete)
{
	batch->values = xcalloc(components, BATCH * sizeof *batch->values);
	if (!complete)
		batch->given = xcalloc(components, BATCH * sizeof *batch->given);
}

void
moments_open(struct moments *moments, const struct components *components)
{
	size_t count = components->count;

	*moments = (struct moments){ .components = components };
	moments->pairs = xcalloc(components->pair_count, sizeof *moments->pairs);
	moments->at_minimum = xcalloc(count, sizeof *moments->at_minimum);
	moments->at_maximum = xcalloc(count, sizeof *moments->at_maximum);
	moments->small = xcalloc(count, sizeof *moments->small);
	moments->totals = xcalloc(count, sizeof *moments->totals);
	moments->values = xcalloc(count, sizeof *moments->values);
	open_batch(&moments->complete, count, true);
	open_batch(&moments->ragged, count, false);
}

void
moments_release(struct moments *moments)
{
	free(moments->pairs);
	free(moments->at_minimum);
	free(moments->at_maximum);
	free(moments->small);
	free(moments->totals);
	free(moments->values);
	free(moments->complete.values);
	free(moments->ragged.values);
	free(moments->ragged.given);
	*moments = (struct moments){ 0 };
}

/* The sum of 256 products. */
static int32_t
dot(const int16_t *a, const int16_t *b)
{
	int32_t sum = 0;

	for (size_t i = 0; i < BATCH; i++)
		sum += a[i] * b[i];
	return sum;
}

static void
add_product(struct moment *moment, decimal_unsigned a, decimal_unsigned b)
{
	/* it fits: 2^40 records of values below 2^82 */
	(void)wide_add(&moment->product, wide_product(a, b));
}

/* The ends of each component's range, and the totals of its values. */
static void
count_ends(struct moments *moments, const struct moments_batch *batch)
{
	for (size_t i = 0; i < moments->components->count; i++) {
		const int16_t *values = batch->values + i * BATCH;
		const int16_t *given = batch->given != NULL ? batch->given + i * BATCH : NULL;
		int16_t most = moments->components->list[i].small_maximum;
		int32_t total = 0, low = 0, high = 0;

		for (size_t j = 0; j < batch->used; j++) {
			int there = given == NULL || given[j];

			total += values[j];
			low += there & (values[j] == 0);
			high += there & (values[j] == most);
		}
		moments->totals[i] = total;
		moments->at_minimum[i] += (uint64_t)low;
		moments->at_maximum[i] += (uint64_t)high;
	}
}

static void
settle_complete(struct moments *moments)
{
	const struct moments_batch *batch = &moments->complete;

	for (size_t i = 0; i < moments->components->pair_count; i++) {
		struct component_pair pair = moments->components->pairs[i];
		struct moment *moment = &moments->pairs[i];
		int32_t product =
		    dot(batch->values + pair.first * BATCH, batch->values + pair.second * BATCH);

		moment->records += batch->used;
		moment->first += (decimal_unsigned)moments->totals[pair.first] * unit;
		moment->second += (decimal_unsigned)moments->totals[pair.second] * unit;
		add_product(moment, (decimal_unsigned)product * unit, unit);
	}
}

static void
settle_ragged(struct moments *moments)
{
	const struct moments_batch *batch = &moments->ragged;

	for (size_t i = 0; i < moments->components->pair_count; i++) {
		struct component_pair pair = moments->components->pairs[i];
		struct moment *moment = &moments->pairs[i];
		const int16_t *first = batch->values + pair.first * BATCH;
		const int16_t *second = batch->values + pair.second * BATCH;
		const int16_t *first_given = batch->given + pair.first * BATCH;
		const int16_t *second_given = batch->given + pair.second * BATCH;

		/* a value that is not given is 0, and adds nothing */
		moment->records += (uint64_t)dot(first_given, second_given);
		moment->first += (decimal_unsigned)dot(first, second_given) * unit;
		moment->second += (decimal_unsigned)dot(second, first_given) * unit;
		add_product(moment, (decimal_unsigned)dot(first, second) * unit, unit);
	}
}

/* Puts a batch into the sums and empties it. */
static void
settle(struct moments *moments, struct moments_batch *batch)
{
	size_t count = moments->components->count;

	if (batch->used == 0)
		return;
	count_ends(moments, batch);
	if (batch->given == NULL)
		settle_complete(moments);
	else
		settle_ragged(moments);
	batch->used = 0;
	memset(batch->values, 0, count * BATCH * sizeof *batch->values);
	if (batch->given != NULL)
		memset(batch->given, 0, count * BATCH * sizeof *batch->given);
}

void
moments_settle(struct moments *moments)
{
	settle(moments, &moments->complete);
	settle(moments, &moments->ragged);
}

/* A record with a value that is no small whole number. */
static void
add_large(struct moments *moments, const struct answer *answers)
{
	const struct components *components = moments->components;

	for (size_t i = 0; i < components->count; i++) {
		const struct component *component = &components->list[i];
		const struct answer *answer = &answers[component->item];

		if (answer->kind != ANSWER_GIVEN)
			continue;
		moments->values[i] = component_value(component, answer);
		moments->at_minimum[i] += moments->values[i] == 0;
		moments->at_maximum[i] += moments->values[i] == component->range;
	}
	for (size_t i = 0; i < components->pair_count; i++) {
		struct component_pair pair = components->pairs[i];
		struct moment *moment = &moments->pairs[i];

		if (answers[components->list[pair.first].item].kind != ANSWER_GIVEN
		    || answers[components->list[pair.second].item].kind != ANSWER_GIVEN)
			continue;
		moment->records++;
		moment->first += moments->values[pair.first];
		moment->second += moments->values[pair.second];
		add_product(moment, moments->values[pair.first], moments->values[pair.second]);
	}
}

void
moments_add(struct moments *moments, const struct answer *answers)
{
	size_t count = moments->components->count;
	struct moments_batch *batch;
	bool missing = false;

	for (size_t i = 0; i < count; i++) {
		const struct component *component = &moments->components->list[i];
		const struct answer *answer = &answers[component->item];
		int value = -1;

		if (answer->kind != ANSWER_GIVEN) {
			missing = true;
		} else {
			value = component_small(component, answer);
			if (value < 0) {
				add_large(moments, answers);
				return;
			}
		}
		moments->small[i] = (int16_t)value;
	}
	batch = missing ? &moments->ragged : &moments->complete;
	for (size_t i = 0; i < count; i++) {
		int16_t value = moments->small[i];

		if (value < 0)
			continue;
		batch->values[i * BATCH + batch->used] = value;
		if (missing)
			batch->given[i * BATCH + batch->used] = 1;
	}
	if (++batch->used == BATCH)
		settle(moments, batch);
}

double
moment_covariance(const struct moment *moment)
{
	struct decimal_squares left = moment->product;
	struct decimal_squares right = wide_product(moment->first, moment->second);
	double records = (double)moment->records, size;
	bool negative;

	if (moment->records < 2)
		return NAN;
	/* n sum(xy) - sum(x) sum(y), exact in 256 bits: nothing cancels */
	(void)wide_multiply(&left, moment->records);
	negative = wide_compare(left, right) < 0;
	size = wide_value(negative ? wide_difference(right, left) : wide_difference(left, right));
	size = size / (double)unit / (double)unit / (records * (records - 1));
	return negative ? -size : size;
}

double
moment_mean(const struct moment *moment, const struct component *component)
{
	struct decimal_sum sum = { .count = moment->records, .scale = COMPONENT_PLACES };

	sum.sum = (decimal_wide)moment->first
	    + (decimal_wide)moment->records * number_digits(component->minimum, COMPONENT_PLACES);
	return decimal_sum_mean(&sum);
}

double
moment_deviation(const struct moment *moment)
{
	struct decimal_sum sum = { .count = moment->records,
		.scale = COMPONENT_PLACES,
		.sum = (decimal_wide)moment->first,
		.squares = moment->product };

	return decimal_sum_deviation(&sum);
}
