/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scale_plan: works out, once for each scale, the whole numbers that its sums are made
 * with.
 */
#include "scale_parts.h"

/* Past this the exact sums might not fit. */
#define FACTOR_MAX ((decimal_wide)1000000000000000)

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

/* One part's numbers; false where they are too long.  Only parts that are items have
 * ranges that count. */
static bool
plan_part(const struct scale *scale, struct scale_part *part, const struct item *items,
    decimal_wide multiple, unsigned places)
{
	decimal_wide weight = number_digits(part->weight, places);
	decimal_wide factor = weight, base = weight;

	if (scale->method == SCALE_LINEAR) {
		const struct item *item = &items[part->index];

		part->offset = (int64_t)number_digits(item->minimum, scale->places);
		factor *= multiple / (number_digits(item->maximum, scale->places) - part->offset);
	} else if (scale->method == SCALE_PERCENT) {
		base *= number_digits(items[part->index].maximum, scale->places);
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

		if (scale->method == SCALE_PERCENT && world->items[part->index].maximum.digits <= 0)
			return config_fault(node, fault,
			    "is a percent of the maximum, but the maximum of '%s' is not above 0",
			    world->items[part->index].name);
		if (scale->prorate && part->weight.digits < 0)
			return config_fault(
			    node, fault, "cannot be prorated with a weight under 0");
		if (divisor == 0 || !plan_part(scale, part, world->items, divisor, places))
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
