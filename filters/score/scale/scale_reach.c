/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scale_reach: what a score can be, whichever answers are missing or were not asked for;
 * the bands have to cover all of it.
 */
#include "scale_parts.h"

#include "../../lib/memory.h"

#include <stdlib.h>

struct reach {
	struct ratio least;
	struct ratio most;
};

static struct reach
part_reach(
    const struct scale *scale, const struct scale_part *part, const struct scale_world *world)
{
	if (scale->of_scales)
		return (struct reach){ world->scales[part->index].least,
			world->scales[part->index].most };
	return (struct reach){ ratio_of(world->items[part->index].minimum),
		ratio_of(world->items[part->index].maximum) };
}

/* Whether it may be that a part is not for a record. */
static bool
may_not_apply(
    const struct scale *scale, const struct scale_part *part, const struct scale_world *world)
{
	return scale->of_scales ? world->scales[part->index].skippable
	                        : item_may_not_apply(&world->items[part->index]);
}

/* The fewest parts that a score is ever made of. */
static size_t
fewest_parts(const struct scale *scale, const struct scale_world *world)
{
	size_t applicable = 0, fewest;

	if (scale->minimum_kind == MINIMUM_NUMBER)
		return scale->minimum;
	for (size_t i = 0; i < scale->count; i++)
		applicable += !may_not_apply(scale, &scale->parts[i], world);
	fewest = scale->minimum_kind == MINIMUM_PERCENT ? (applicable * scale->minimum + 99) / 100
	                                                : applicable;
	return fewest != 0 ? fewest : 1;
}

/* The least and the most of all parts: where an average can lie whatever is missing. */
static struct reach
widest(const struct scale *scale, const struct scale_world *world)
{
	struct reach all = part_reach(scale, &scale->parts[0], world);

	for (size_t i = 1; i < scale->count; i++) {
		struct reach one = part_reach(scale, &scale->parts[i], world);

		if (ratio_compare(one.least, all.least) < 0)
			all.least = one.least;
		if (ratio_compare(one.most, all.most) > 0)
			all.most = one.most;
	}
	return all;
}

static int
ascending(const void *a, const void *b)
{
	return ratio_compare(*(const struct ratio *)a, *(const struct ratio *)b);
}

/* The least sum of some of the numbers, of so many at least: all that are under 0, and as
 * many more as it takes, from the smallest on. */
static bool
least_sum(struct ratio *numbers, size_t count, size_t fewest, struct ratio *sum)
{
	*sum = (struct ratio){ 0, 1 };
	qsort(numbers, count, sizeof numbers[0], ascending);
	for (size_t i = 0; i < count && (i < fewest || numbers[i].numerator < 0); i++)
		if (!ratio_add(sum, numbers[i]))
			return false;
	return true;
}

/* Of a sum.  The most is the least of the numbers turned round. */
static bool
sum_reach(const struct scale *scale, const struct scale_world *world, struct reach *out)
{
	struct ratio *leasts = xcalloc(scale->count, sizeof leasts[0]);
	struct ratio *mosts = xcalloc(scale->count, sizeof mosts[0]);
	size_t fewest = fewest_parts(scale, world);
	bool fits = true;

	for (size_t i = 0; i < scale->count && fits; i++) {
		const struct scale_part *part = &scale->parts[i];
		struct reach one = part_reach(scale, part, world);
		struct ratio weight = ratio_of(part->weight);

		if (part->weight.digits < 0)
			one = (struct reach){ one.most, one.least };
		fits = ratio_multiply(&one.least, weight) && ratio_multiply(&one.most, weight);
		leasts[i] = one.least;
		mosts[i] = (struct ratio){ -one.most.numerator, one.most.divisor };
	}
	fits = fits && least_sum(leasts, scale->count, fewest, &out->least)
	    && least_sum(mosts, scale->count, fewest, &out->most);
	out->most.numerator = -out->most.numerator;
	free(leasts);
	free(mosts);
	return fits;
}

static bool
prorated_reach(const struct scale *scale, const struct scale_world *world, struct reach *out)
{
	struct ratio weights = { 0, 1 };

	*out = widest(scale, world);
	for (size_t i = 0; i < scale->count; i++)
		if (!ratio_add(&weights, ratio_of(scale->parts[i].weight)))
			return false;
	return ratio_multiply(&out->least, weights) && ratio_multiply(&out->most, weights);
}

/* Of a percent: the least share of its maximum that any item has. */
static bool
percent_reach(const struct scale *scale, const struct scale_world *world, struct reach *out)
{
	*out = (struct reach){ { 1, 1 }, { 100, 1 } };
	for (size_t i = 0; i < scale->count; i++) {
		struct reach one = part_reach(scale, &scale->parts[i], world);

		if (!ratio_divide(&one.least, one.most))
			return false;
		if (ratio_compare(one.least, out->least) < 0)
			out->least = one.least;
	}
	return ratio_multiply(&out->least, (struct ratio){ 100, 1 });
}

static bool
standardise(const struct scale *scale, struct ratio *value)
{
	return ratio_subtract(value, scale->mean) && ratio_multiply(value, scale->slope)
	    && ratio_add(value, scale->center);
}

bool
scale_parts_check_box(const struct scale *scale, const struct config_node *node,
    const struct scale_world *world, struct fault *fault)
{
	for (size_t i = 0; scale->boxed && i < scale->count; i++) {
		const struct scale_part *part = &scale->parts[i];
		struct reach one = part_reach(scale, part, world);

		if (ratio_compare(ratio_of(part->least), one.most) > 0
		    || ratio_compare(ratio_of(part->most), one.least) < 0)
			return config_fault(node, fault,
			    "counts what '%s' can never be: look at at_least and at_most",
			    scale->of_scales ? world->scales[part->index].name
			                     : world->items[part->index].name);
	}
	return true;
}

bool
scale_parts_range(struct scale *scale, const struct config_node *node,
    const struct scale_world *world, struct fault *fault)
{
	struct reach reach = { { 0, 1 }, { 100, 1 } };
	bool fits = true;

	scale->skippable = true;
	for (size_t i = 0; i < scale->count; i++)
		scale->skippable =
		    scale->skippable && may_not_apply(scale, &scale->parts[i], world);
	switch (scale->method) {
	case SCALE_SUM:
		fits = scale->prorate ? prorated_reach(scale, world, &reach)
		                      : sum_reach(scale, world, &reach);
		break;
	case SCALE_MEAN:
	case SCALE_WEIGHTED_MEAN:
		reach = widest(scale, world);
		break;
	case SCALE_PERCENT:
		fits = percent_reach(scale, world, &reach);
		break;
	case SCALE_COUNT:
		reach.most = (struct ratio){ (decimal_wide)scale->count, 1 };
		break;
	case SCALE_LINEAR:
	case SCALE_TOP_BOX:
	case SCALE_BOTTOM_BOX:
	case SCALE_METHODS:
	default:
		break;
	}
	if (fits && scale->standardised)
		fits = standardise(scale, &reach.least) && standardise(scale, &reach.most);
	scale->least = reach.least;
	scale->most = reach.most;
	return fits || config_fault(node, fault, "reaches too far for exact arithmetic");
}
