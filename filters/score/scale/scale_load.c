/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scale_load: reads a scale of the instrument.
 */
#include "scale_parts.h"

#include "../../lib/memory.h"

#include <stdlib.h>

static const char *const methods[] = { [SCALE_SUM] = "sum",
	[SCALE_MEAN] = "mean",
	[SCALE_WEIGHTED_MEAN] = "weighted_mean",
	[SCALE_PERCENT] = "percent",
	[SCALE_LINEAR] = "linear",
	[SCALE_TOP_BOX] = "top_box",
	[SCALE_BOTTOM_BOX] = "bottom_box",
	[SCALE_COUNT] = "count",
	[SCALE_METHODS] = NULL };

const char *
scale_method_name(enum scale_method method)
{
	return methods[method];
}

/* "minimum_answered": a number of items, or a share of those that apply such as "60%",
 * rounded up; all of them where it is absent. */
static bool
load_minimum(struct scale *scale, const struct config_node *node, struct fault *fault)
{
	struct fault other = { 0 };
	const char *text = NULL;
	struct field number;
	int64_t percent;
	long items = 0;

	if (!config_present(node))
		return true;
	if (!config_text(node, &text, &other)) {
		if (!config_integer(node, 1, (long)scale->count, &items, fault))
			return false;
		scale->minimum_kind = MINIMUM_NUMBER;
		scale->minimum = (unsigned)items;
		return true;
	}
	number = field_of(text);
	if (number.length == 0 || number.data[number.length - 1] != '%')
		return config_fault(
		    node, fault, "must be a number of items or a share of them such as \"60%%\"");
	number.length--;
	if (!field_to_integer(number, &percent) || percent < 1 || percent > 100)
		return config_fault(node, fault, "must be a whole number from 1%% to 100%%");
	scale->minimum_kind = MINIMUM_PERCENT;
	scale->minimum = (unsigned)percent;
	return true;
}

/* "base": what the percentage of a box is of. */
static bool
load_base(struct scale *scale, const struct config_node *node, struct fault *fault)
{
	static const char *const bases[] = { "answered", "responded", NULL };
	size_t choice = 0;

	if (!config_choice(node, bases, &choice, fault))
		return false;
	if (config_present(node) && scale->method != SCALE_TOP_BOX
	    && scale->method != SCALE_BOTTOM_BOX)
		return config_fault(node, fault, "is for top_box and bottom_box");
	scale->responded = choice == 1;
	return true;
}

/* "standardise": T (50 + 10 z) or z, with the mean and the standard deviation of a norm. */
static bool
load_standard(struct scale *scale, const struct config_node *node, struct fault *fault)
{
	static const char *const keys[] = { "to", "mean", "deviation", "source", NULL };
	static const char *const targets[] = { "z", "T", NULL };
	struct config_node to, mean, deviation, source;
	struct decimal norm = { 0 }, spread = { 0 };
	const char *text = NULL;
	size_t choice = 0;

	if (!config_present(node))
		return true;
	if (!config_only(node, keys, fault))
		return false;
	to = config_member(node, "to");
	mean = config_member(node, "mean");
	deviation = config_member(node, "deviation");
	source = config_member(node, "source");
	if (!config_present(&to))
		return config_fault(&to, fault, "is missing: give T or z");
	if (!config_choice(&to, targets, &choice, fault) || !number_read(&mean, &norm, fault)
	    || !number_read(&deviation, &spread, fault)
	    || !config_text_required(&source, &text, fault))
		return false;
	if (spread.digits <= 0)
		return config_fault(&deviation, fault, "must be above 0");
	scale->standardised = true;
	scale->mean = ratio_of(norm);
	scale->slope = (struct ratio){ choice == 1 ? 10 : 1, 1 };
	scale->center = (struct ratio){ choice == 1 ? 50 : 0, 1 };
	return ratio_divide(&scale->slope, ratio_of(spread))
	    || config_fault(&deviation, fault, "is too long for exact arithmetic");
}

/* "reliability": given by the instrument's source, for the reliable change index. */
static bool
load_reliability(struct scale *scale, const struct config_node *node, struct fault *fault)
{
	if (!config_number(node, &scale->reliability, fault))
		return false;
	if (config_present(node) && !(scale->reliability > 0 && scale->reliability < 1))
		return config_fault(node, fault, "lies outside 0 to 1");
	return true;
}

static bool
load_words(struct scale *scale, const struct config_node *node, struct fault *fault)
{
	static const char *const polarities[] = { "higher", "lower", NULL };
	struct config_node name = config_member(node, "name");
	struct config_node label = config_member(node, "label");
	struct config_node method = config_member(node, "method");
	struct config_node polarity = config_member(node, "polarity");
	size_t choice = 0, better = 0;

	if (!item_name(&name, &scale->name, fault))
		return false;
	scale->label = scale->name;
	if (config_present(&label) && !item_name(&label, &scale->label, fault))
		return false;
	if (!config_present(&method))
		return config_fault(&method, fault,
		    "is missing: give sum, mean, weighted_mean, percent, linear, top_box, "
		    "bottom_box or count");
	if (!config_choice(&method, methods, &choice, fault)
	    || !config_choice(&polarity, polarities, &better, fault))
		return false;
	scale->method = (enum scale_method)choice;
	scale->lower_better = better == 1;
	scale->boxed = scale->method == SCALE_TOP_BOX || scale->method == SCALE_BOTTOM_BOX
	    || scale->method == SCALE_COUNT;
	scale->averaged = scale->method != SCALE_SUM && scale->method != SCALE_COUNT;
	return true;
}

bool
scale_load(struct scale *scale, const struct config_node *node, const struct scale_world *world,
    struct fault *fault)
{
	static const char *const keys[] = { "name", "label", "method", "items", "scales", "weights",
		"minimum_answered", "prorate", "decimals", "at_least", "at_most", "base", "bands",
		"standardise", "polarity", "reliability", NULL };
	struct config_node minimum, prorate, decimals, base, bands, standardise, reliability;
	long places = 2;

	if (!config_only(node, keys, fault))
		return false;
	minimum = config_member(node, "minimum_answered");
	prorate = config_member(node, "prorate");
	decimals = config_member(node, "decimals");
	base = config_member(node, "base");
	bands = config_member(node, "bands");
	standardise = config_member(node, "standardise");
	reliability = config_member(node, "reliability");
	if (!load_words(scale, node, fault) || !scale_parts_load(scale, node, world, fault)
	    || !scale_parts_load_box(scale, node, world, fault)
	    || !scale_parts_check_box(scale, node, world, fault)
	    || !load_minimum(scale, &minimum, fault)
	    || !config_bool(&prorate, &scale->prorate, fault)
	    || !config_integer(&decimals, 0, SCALE_DECIMALS_MAX, &places, fault)
	    || !load_base(scale, &base, fault) || !load_standard(scale, &standardise, fault)
	    || !load_reliability(scale, &reliability, fault))
		return false;
	scale->decimals = (unsigned)places;
	if (scale->prorate && scale->method != SCALE_SUM)
		return config_fault(
		    &prorate, fault, "is for sums: a mean stands for the missing answers already");
	return scale_parts_plan(scale, node, world, fault)
	    && scale_parts_range(scale, node, world, fault)
	    && bands_load(&scale->bands, &bands, scale->least, scale->most, fault);
}

void
scale_release(struct scale *scale)
{
	bands_release(&scale->bands);
	scale_memo_release(scale);
	free(scale->parts);
	scale->parts = NULL;
	scale->count = 0;
}
