/* SPDX-License-Identifier: GPL-3.0-or-later */
/* additive: ranges of counts that add up, relation by relation. */
#include "additive.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>

/* Ranges that go on shrinking by one at each turn are left as they are: still true. */
#define TURNS_MAX 100

size_t
additive_variable(struct additive *additive, int64_t lower, int64_t upper)
{
	additive->ranges = xgrow(additive->ranges, additive->count, sizeof(*additive->ranges));
	additive->ranges[additive->count] = (struct additive_range){ lower, upper };
	return additive->count++;
}

void
additive_relation(struct additive *additive)
{
	additive->relations =
	    xgrow(additive->relations, additive->relation_count, sizeof(*additive->relations));
	additive->relations[additive->relation_count++] =
	    (struct additive_relation){ additive->term_count, 0 };
}

void
additive_term(struct additive *additive, size_t variable, int sign)
{
	additive->terms = xgrow(additive->terms, additive->term_count, sizeof(*additive->terms));
	additive->terms[additive->term_count++] = (struct additive_term){ variable, sign };
	additive->relations[additive->relation_count - 1].count++;
}

/* What a term adds to the sum, least and most. */
static struct additive_range
part_of(const struct additive *additive, const struct additive_term *term)
{
	struct additive_range range = additive->ranges[term->variable];

	return term->sign > 0 ? range : (struct additive_range){ -range.upper, -range.lower };
}

static struct additive_range
sum_of(const struct additive *additive, const struct additive_relation *relation)
{
	struct additive_range sum = { 0, 0 };

	for (size_t i = 0; i < relation->count; i++) {
		struct additive_range part =
		    part_of(additive, &additive->terms[relation->first + i]);

		sum.lower += part.lower;
		sum.upper += part.upper;
	}
	return sum;
}

bool
additive_contradicts(const struct additive *additive, size_t relation)
{
	struct additive_range sum = sum_of(additive, &additive->relations[relation]);

	return sum.lower > 0 || sum.upper < 0;
}

/* The part lies between what the least and the most of all others leave to it. */
static bool
tighten(struct additive *additive, const struct additive_term *term, struct additive_range *sum)
{
	struct additive_range *range = &additive->ranges[term->variable];
	struct additive_range part = part_of(additive, term);
	struct additive_range fits = { -(sum->upper - part.upper), -(sum->lower - part.lower) };

	if (fits.lower <= part.lower && fits.upper >= part.upper)
		return false;
	if (fits.lower < part.lower)
		fits.lower = part.lower;
	if (fits.upper > part.upper)
		fits.upper = part.upper;
	sum->lower += fits.lower - part.lower;
	sum->upper += fits.upper - part.upper;
	*range = term->sign > 0 ? fits : (struct additive_range){ -fits.upper, -fits.lower };
	return true;
}

bool
additive_propagate(struct additive *additive)
{
	bool changed = true;

	for (size_t turn = 0; changed && turn < TURNS_MAX; turn++) {
		changed = false;
		for (size_t r = 0; r < additive->relation_count; r++) {
			const struct additive_relation *relation = &additive->relations[r];
			struct additive_range sum = sum_of(additive, relation);

			if (sum.lower > 0 || sum.upper < 0)
				return false;
			for (size_t i = 0; i < relation->count; i++)
				changed |=
				    tighten(additive, &additive->terms[relation->first + i], &sum);
		}
	}
	return true;
}

bool
additive_solve(
    struct additive *additive, const struct additive_range *wide, size_t most, int64_t enough)
{
	size_t size = additive->count * sizeof(*wide);
	bool good;

	for (size_t r = 0; r < additive->relation_count; r++) {
		const struct additive_relation *relation = &additive->relations[r];

		if (!additive_contradicts(additive, r))
			continue;
		for (size_t i = 0; i < relation->count; i++) {
			size_t variable = additive->terms[relation->first + i].variable;

			additive->ranges[variable] = wide[variable];
		}
	}
	good = additive_propagate(additive);
	if (!good && additive->count != 0) {
		memcpy(additive->ranges, wide, size);
		good = additive_propagate(additive);
		if (!good)
			memcpy(additive->ranges, wide, size);
	}
	if (good)
		additive_exact(additive, most, enough);
	return good;
}

void
additive_clear(struct additive *additive)
{
	additive->count = 0;
	additive->term_count = 0;
	additive->relation_count = 0;
}

void
additive_release(struct additive *additive)
{
	free(additive->ranges);
	free(additive->terms);
	free(additive->relations);
	*additive = (struct additive){ 0 };
}
