/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scale_plan: works out, once for each scale, the whole numbers that its sums are made
 * with, how far it reaches, and whether its results are so few that they are remembered.
 */
#include "scale_parts.h"

#include "../../lib/memory.h"

/* Past this the exact sums might not fit. */
#define FACTOR_MAX ((decimal_wide)1000000000000000)
#define MEMO_MAX   8192

static decimal_wide
greatest_divisor(decimal_wide a, decimal_wide b)
{
	while (b != 0) {
		decimal_wide rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

/* The most decimals of any weight. */
static unsigned
weight_places(const struct scale *scale)
{
	unsigned places = 0;

	for (size_t i = 0; i < scale->count; i++)
		if (scale->parts[i].weight.scale > places)
			places = scale->parts[i].weight.scale;
	return places;
}

static unsigned
range_places(const struct scale *scale, const struct item *items)
{
	unsigned places = 0;

	for (size_t i = 0; i < scale->count; i++) {
		const struct item *item = &items[scale->parts[i].index];

		if (item->minimum.scale > places)
			places = item->minimum.scale;
		if (item->maximum.scale > places)
			places = item->maximum.scale;
	}
	return places;
}

/* The least multiple of all ranges, so that unlike ranges add up exactly; 0 where it is
 * too large. */
static decimal_wide
common_range(const struct scale *scale, const struct item *items)
{
	decimal_wide multiple = 1;

	for (size_t i = 0; i < scale->count; i++) {
		const struct item *item = &items[scale->parts[i].index];
		decimal_wide range = number_digits(item->maximum, scale->places)
		    - number_digits(item->minimum, scale->places);

		range /= greatest_divisor(range, multiple);
		if (range > FACTOR_MAX / multiple)
			return 0;
		multiple *= range;
	}
	return multiple;
}

/* One part's numbers; false where they are too long. */
static bool
plan_part(const struct scale *scale, struct scale_part *part, const struct item *item,
    decimal_wide multiple, unsigned places)
{
	decimal_wide weight = number_digits(part->weight, places);
	decimal_wide factor = weight, base = weight;

	if (scale->method == SCALE_LINEAR) {
		part->offset = (int64_t)number_digits(item->minimum, scale->places);
		factor *= multiple / (number_digits(item->maximum, scale->places) - part->offset);
	} else if (scale->method == SCALE_PERCENT) {
		base *= number_digits(item->maximum, scale->places);
	}
	if (factor > FACTOR_MAX || factor < -FACTOR_MAX || base > FACTOR_MAX * 1000)
		return false;
	part->factor = (int64_t)factor;
	part->base = (int64_t)base;
	return true;
}

bool
scale_parts_plan(struct scale *scale, const struct config_node *node,
    const struct scale_world *world, struct fault *fault)
{
	unsigned places = weight_places(scale);
	decimal_wide multiplier = 1, divisor = 1, common;

	if (scale->method == SCALE_LINEAR || scale->method == SCALE_PERCENT)
		scale->places = range_places(scale, world->items);
	if (scale->method == SCALE_LINEAR)
		divisor = common_range(scale, world->items);
	if (scale->method == SCALE_SUM)
		divisor = decimal_powers[places];
	for (size_t i = 0; i < scale->count; i++) {
		struct scale_part *part = &scale->parts[i];
		const struct item *item = scale->of_scales ? NULL : &world->items[part->index];

		if (scale->method == SCALE_PERCENT && item->maximum.digits <= 0)
			return config_fault(node, fault,
			    "is a percent of the maximum, but the maximum of '%s' is not above 0",
			    item->name);
		if (scale->prorate && part->weight.digits < 0)
			return config_fault(
			    node, fault, "cannot be prorated with a weight under 0");
		if (divisor == 0 || !plan_part(scale, part, item, divisor, places))
			return config_fault(node, fault,
			    "joins items whose ranges are too unlike for exact arithmetic, or "
			    "weights with too many digits");
		scale->bases += part->base;
	}
	if (scale->averaged && scale->method != SCALE_MEAN && scale->method != SCALE_WEIGHTED_MEAN)
		multiplier = 100 * (decimal_wide)decimal_powers[scale->places];
	common = greatest_divisor(multiplier, divisor);
	scale->multiplier = (int64_t)(multiplier / common);
	scale->divisor = (int64_t)(divisor / common);
	return true;
}

/* From here on: how far a scale reaches. */

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

/* Of a sum: all parts at their least, or missing where answers may be missing. */
static bool
sum_reach(const struct scale *scale, const struct scale_world *world, struct reach *out)
{
	bool missing = scale->minimum_kind != MINIMUM_ALL;
	struct reach sum = { { 0, 1 }, { 0, 1 } };

	for (size_t i = 0; i < scale->count; i++) {
		const struct scale_part *part = &scale->parts[i];
		struct reach one = part_reach(scale, part, world);
		struct ratio weight = ratio_of(part->weight);

		if (part->weight.digits < 0)
			one = (struct reach){ one.most, one.least };
		if (!ratio_multiply(&one.least, weight) || !ratio_multiply(&one.most, weight))
			return false;
		if (!(missing && one.least.numerator > 0) && !ratio_add(&sum.least, one.least))
			return false;
		if (!(missing && one.most.numerator < 0) && !ratio_add(&sum.most, one.most))
			return false;
	}
	*out = sum;
	return true;
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
scale_parts_range(struct scale *scale, const struct config_node *node,
    const struct scale_world *world, struct fault *fault)
{
	struct reach reach = { { 0, 1 }, { 100, 1 } };
	bool fits = true;

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

/* From here on: remembered results. */

/* An average, or a prorated sum, hangs on how many were answered and not on which. */
static bool
uniform(const struct scale *scale)
{
	for (size_t i = 1; i < scale->count; i++)
		if (scale->parts[i].base != scale->parts[0].base)
			return !scale->averaged && !scale->prorate;
	return true;
}

/* Bytes of "value,band,answered" at most, where the value has at most 10 digits. */
static size_t
text_size(const struct scale *scale)
{
	size_t label = 0;

	for (size_t i = 0; i < scale->bands.count; i++)
		if (strlen(scale->bands.list[i].label) > label)
			label = strlen(scale->bands.list[i].label);
	return 1 + 10 + 1 + scale->decimals + 1 + label + 1 + 4;
}

void
scale_parts_plan_memo(struct scale *scale, const struct scale_world *world)
{
	decimal_wide least = 0, most = 0, cells;

	if (scale->of_scales || scale->places != 0 || !uniform(scale)
	    || text_size(scale) > SCALE_MEMO_TEXT)
		return;
	for (size_t i = 0; i < scale->count; i++) {
		const struct scale_part *part = &scale->parts[i];
		const struct item *item = &world->items[part->index];
		int64_t below = decimal_powers[item->minimum.scale];
		int64_t above = decimal_powers[item->maximum.scale];
		decimal_wide low = item->minimum.digits / below,
		             high = item->maximum.digits / above;

		/* the whole numbers around a range whose ends are none */
		low -= item->minimum.digits % below < 0;
		high += item->maximum.digits % above > 0;
		low = scale->boxed ? 0 : (low - part->offset) * part->factor;
		high = scale->boxed ? part->factor : (high - part->offset) * part->factor;
		least += low < high ? (low < 0 ? low : 0) : (high < 0 ? high : 0);
		most += low < high ? (high > 0 ? high : 0) : (low > 0 ? low : 0);
	}
	cells = (most - least + 1) * (decimal_wide)(scale->count + 1);
	if (cells > MEMO_MAX)
		return;
	scale->smallest = (int64_t)least;
	scale->width = (size_t)(most - least + 1);
	for (size_t i = 0; i < scale->count; i++)
		scale->parts[i].start = scale->parts[i].offset * scale->parts[i].factor;
	scale->memo = xcalloc((size_t)cells, sizeof scale->memo[0]);
}
