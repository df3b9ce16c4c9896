/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ends: what the ends of a range tell. */
#include "ends.h"

#include <math.h>
#include <stdlib.h>

/* Places between the ends. */
#define BETWEEN_MAX (ENDS_PLACES_MAX - 2)

static int
ascending(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}

void
ends_set_steps(struct ends *ends, size_t steps)
{
	ends->step = (ends->most - ends->least) / (double)steps;
	if (steps >= ENDS_PLACES_MAX)
		return;
	for (size_t i = 0; i <= steps; i++)
		ends->places[i] = (double)i / (double)steps;
	ends->count = steps + 1;
}

void
ends_set_item(struct ends *ends, const struct item *item, bool turned)
{
	double least = decimal_value(item->minimum);
	double range = decimal_value(item->maximum) - least;

	if (item->allowed == NULL) {
		ends_set_steps(ends, range >= 1 ? (size_t)range : 1);
		/* answers with decimals may lie beside them */
		if (floor(range) < range)
			ends->count = 0;
		return;
	}
	if (item->allowed_count < 2)
		return;
	ends->step = (ends->most - ends->least) / (double)(item->allowed_count - 1);
	if (item->allowed_count > ENDS_PLACES_MAX)
		return;
	ends->count = item->allowed_count;
	for (size_t i = 0; i < ends->count; i++) {
		double place = (decimal_value(item->allowed[i]) - least) / range;

		ends->places[i] = turned ? 1 - place : place;
	}
	qsort(ends->places, ends->count, sizeof ends->places[0], ascending);
}

/* How many answers stand at a place between the ends: the sum over all that do of the
 * polynomial that is 1 at this place and 0 at the others (Lagrange 1795), from the sums
 * of their powers. */
static double
count_at(const struct ends *ends, size_t index, const double powers[BETWEEN_MAX])
{
	double polynomial[BETWEEN_MAX] = { 1 }, divisor = 1, sum = 0;

	for (size_t i = 1; i + 1 < ends->count; i++) {
		if (i == index)
			continue;
		for (size_t j = BETWEEN_MAX; j-- > 0;)
			polynomial[j] =
			    (j > 0 ? polynomial[j - 1] : 0) - ends->places[i] * polynomial[j];
		divisor *= ends->places[index] - ends->places[i];
	}
	for (size_t i = 0; i < BETWEEN_MAX; i++)
		sum += polynomial[i] * powers[i];
	return round(sum / divisor);
}

/* What is told. */
struct telling {
	bool few;         /* some place has 1 to 4 answers */
	bool all_but_few; /* some place has all answers but 1 to 4 */
};

static void
look_at(struct telling *telling, uint64_t count, uint64_t records)
{
	telling->few |= statistic_hides(true, count, count);
	telling->all_but_few |= statistic_hides(true, records - count, records - count);
}

static struct telling
look(const struct ends *ends)
{
	double records = (double)ends->records, high = (double)ends->high;
	double mean = (ends->mean - ends->least) / (ends->most - ends->least);
	double deviation = ends->deviation / (ends->most - ends->least);
	/* without the answers at the ends, which are at 0 and 1 */
	const double powers[BETWEEN_MAX] = { records - (double)ends->low - high,
		records * mean - high,
		(records - 1) * deviation * deviation + records * mean * mean - high };
	struct telling telling = { false, false };

	look_at(&telling, ends->low, ends->records);
	look_at(&telling, ends->high, ends->records);
	for (size_t i = 1; i + 1 < ends->count; i++) {
		double count = count_at(ends, i, powers);

		/* answers beside the places would give any number, or none */
		if (count >= 0 && count <= records)
			look_at(&telling, (uint64_t)count, ends->records);
	}
	return telling;
}

void
ends_fill(
    const struct ends *ends, bool rule, bool hidden, struct statistic statistics[ENDS_STATISTICS])
{
	static const enum statistic_form forms[ENDS_STATISTICS] = { FORM_AMOUNT, FORM_AMOUNT,
		FORM_COUNT, FORM_PERCENT, FORM_COUNT, FORM_PERCENT };
	uint64_t records = ends->records, between = records - ends->low - ends->high;
	struct telling telling = look(ends);
	bool reckoned = telling.few && ends->count >= 3;
	bool both = rule && (reckoned || statistic_hides(true, between, between));
	bool low = both || statistic_hides(rule, ends->low, records);
	bool high = both || statistic_hides(rule, ends->high, records);

	statistics[ENDS_MEAN] = statistic_number(rule, ends->mean, records, ends->none);
	statistics[ENDS_DEVIATION] = statistic_number(rule, ends->deviation, records, ends->one);
	if (rule && telling.all_but_few)
		statistics[ENDS_MEAN].state = STATISTIC_HIDDEN;
	if (rule && (telling.all_but_few || reckoned))
		statistics[ENDS_DEVIATION].state = STATISTIC_HIDDEN;
	statistics[ENDS_LOW] = statistic_count(ends->low, records, low || hidden);
	statistics[ENDS_LOW_PERCENT] = statistic_percent(ends->low, records, low, ends->none);
	statistics[ENDS_HIGH] = statistic_count(ends->high, records, high || hidden);
	statistics[ENDS_HIGH_PERCENT] = statistic_percent(ends->high, records, high, ends->none);
	for (size_t i = 0; hidden && i < ENDS_STATISTICS; i++)
		statistic_hide_records(&statistics[i], forms[i], ends->step);
}
