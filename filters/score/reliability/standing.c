/* SPDX-License-Identifier: GPL-3.0-or-later */
/* standing: the scores of one scale over all records. */
#include "standing.h"

#include "../../lib/memory.h"

#include <math.h>
#include <stdlib.h>

void
standing_open(struct standing *standing, const struct scale *scale)
{
	struct decimal most = { 0 };

	*standing = (struct standing){ .scale = scale, .places = STANDING_PLACES + 1 };
	while (!standing->fits && standing->places > 0) {
		standing->places--;
		standing->fits = ratio_round(scale->least, standing->places, &standing->least)
		    && ratio_round(scale->most, standing->places, &most);
	}
	if (standing->fits)
		standing->range = (uint64_t)(most.digits - standing->least.digits);
	standing->memo = xcalloc(STANDING_MEMO, sizeof *standing->memo);
}

void
standing_release(struct standing *standing)
{
	free(standing->memo);
	*standing = (struct standing){ 0 };
}

static struct standing_memo *
look_up(struct standing *standing, struct ratio value)
{
	uint64_t hash = ((uint64_t)value.numerator * 31 + (uint64_t)value.divisor)
	    * UINT64_C(0x9e3779b97f4a7c15);
	struct standing_memo *memo = &standing->memo[hash >> 57];
	struct decimal rounded = { 0 };

	if (memo->value.numerator == value.numerator && memo->value.divisor == value.divisor)
		return memo;
	*memo = (struct standing_memo){ .value = value };
	/* between the least and the most, and so no longer than they are */
	if (standing->fits && ratio_round(value, standing->places, &rounded))
		memo->above = (uint64_t)(rounded.digits - standing->least.digits);
	memo->at_least = ratio_compare(value, standing->scale->least) == 0;
	memo->at_most = ratio_compare(value, standing->scale->most) == 0;
	return memo;
}

void
standing_add(struct standing *standing, const struct score *score)
{
	const struct standing_memo *memo;

	standing->complete += score->answered == standing->scale->count;
	if (score->outcome != SCORE_GIVEN)
		return;
	memo = look_up(standing, score->value);
	standing->scored++;
	standing->at_least += memo->at_least;
	standing->at_most += memo->at_most;
	standing->sum += memo->above;
	(void)wide_add(&standing->squares, wide_product(memo->above, memo->above));
}

/* The sums as the lib knows them. */
static struct decimal_sum
exact(const struct standing *standing, decimal_wide least)
{
	return (struct decimal_sum){ .count = standing->scored,
		.scale = standing->places,
		.sum = (decimal_wide)standing->sum + (decimal_wide)standing->scored * least,
		.squares = standing->squares };
}

double
standing_mean(const struct standing *standing)
{
	struct decimal_sum sum = exact(standing, standing->least.digits);

	sum.squares = (struct decimal_squares){ 0 };
	return standing->fits ? decimal_sum_mean(&sum) : NAN;
}

double
standing_deviation(const struct standing *standing)
{
	struct decimal_sum sum = exact(standing, 0);

	return standing->fits ? decimal_sum_deviation(&sum) : NAN;
}
