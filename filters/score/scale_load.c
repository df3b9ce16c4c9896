/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scale_load: reads a scale of the instrument and works out its whole-number
 * factors.
 */
#include "scale.h"

#include "../lib/memory.h"

#include <stdlib.h>

/* Past this the exact sums might not fit. */
#define SCALE_MULTIPLE_MAX ((int64_t)1000000000000000)
#define SCALE_ITEMS_MAX    1000
#define SCALE_MEMO_MAX     4096

static int64_t
greatest_divisor(int64_t a, int64_t b)
{
	while (b != 0) {
		int64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

static size_t
scale_find_item(const char *column, const struct item *items, size_t item_count)
{
	size_t index = 0;

	while (index < item_count && strcmp(items[index].column, column) != 0)
		index++;
	return index;
}

static bool
scale_fault_unknown(const struct config_node *node, const char *column, const struct item *items,
    size_t item_count, struct fault *fault)
{
	const char **names = xcalloc(item_count, sizeof names[0]);
	const char *nearest;

	for (size_t i = 0; i < item_count; i++)
		names[i] = items[i].column;
	nearest = diag_nearest(column, strlen(column), names, item_count);
	free(names);
	if (nearest != NULL)
		return config_fault(node, fault,
		    "names '%s', which is no item of the instrument; did you mean '%s'?", column,
		    nearest);
	return config_fault(node, fault, "names '%s', which is no item of the instrument", column);
}

static bool
scale_load_items(struct scale *scale, const struct config_node *node, const struct item *items,
    size_t item_count, struct fault *fault)
{
	size_t count;

	if (!config_present(node) || !config_is_array(node) || config_size(node) == 0)
		return config_fault(node, fault, "must be a list of items' columns");
	count = config_size(node);
	if (count > SCALE_ITEMS_MAX)
		return config_fault(node, fault, "has more than %d items", SCALE_ITEMS_MAX);
	scale->parts = xcalloc(count, sizeof scale->parts[0]);
	for (size_t i = 0; i < count; i++) {
		struct config_node element = config_element(node, i);
		const char *column = NULL;
		size_t index;

		if (!config_text_required(&element, &column, fault))
			return false;
		index = scale_find_item(column, items, item_count);
		if (index == item_count)
			return scale_fault_unknown(&element, column, items, item_count, fault);
		for (size_t j = 0; j < scale->count; j++)
			if (scale->parts[j].item == index)
				return config_fault(
				    &element, fault, "names '%s' a second time", column);
		scale->parts[scale->count++] = (struct scale_part){ .item = index, .factor = 1 };
	}
	return true;
}

/* "minimum_answered": a number of items, or a share of them such as "60%",
 * rounded up; all of them where it is absent. */
static bool
scale_load_minimum(struct scale *scale, const struct config_node *node, struct fault *fault)
{
	struct fault other = { 0 };
	const char *text = NULL;
	struct field number;
	int64_t percent;
	long items = 0;

	scale->minimum = scale->count;
	if (!config_present(node))
		return true;
	if (!config_text(node, &text, &other)) {
		if (!config_integer(node, 1, (long)scale->count, &items, fault))
			return false;
		scale->minimum = (size_t)items;
		return true;
	}
	number = field_of(text);
	if (number.length == 0 || number.data[number.length - 1] != '%')
		return config_fault(
		    node, fault, "must be a number of items or a share of them such as \"60%%\"");
	number.length--;
	if (!field_to_integer(number, &percent) || percent < 1 || percent > 100)
		return config_fault(node, fault, "must be a whole number from 1%% to 100%%");
	scale->minimum = (scale->count * (size_t)percent + 99) / 100;
	return true;
}

/* linear: every range at the same places, and the least multiple of them all,
 * so that unlike ranges add up exactly. */
static bool
scale_plan_linear(struct scale *scale, const struct config_node *node, const struct item *items,
    struct fault *fault)
{
	int64_t multiple = 1, divisor;

	for (size_t i = 0; i < scale->count; i++) {
		const struct item *item = &items[scale->parts[i].item];

		if (item->minimum.scale > scale->places)
			scale->places = item->minimum.scale;
		if (item->maximum.scale > scale->places)
			scale->places = item->maximum.scale;
	}
	for (size_t i = 0; i < scale->count; i++) {
		struct scale_part *part = &scale->parts[i];
		const struct item *item = &items[part->item];
		int64_t range;

		part->offset = item_digits(item->minimum, scale->places);
		range = item_digits(item->maximum, scale->places) - part->offset;
		part->factor = range;
		range /= greatest_divisor(range, multiple);
		if (range > SCALE_MULTIPLE_MAX / multiple)
			return config_fault(node, fault,
			    "joins items whose ranges are too unlike for exact arithmetic");
		multiple *= range;
	}
	for (size_t i = 0; i < scale->count; i++)
		scale->parts[i].factor = multiple / scale->parts[i].factor;
	scale->multiplier = 100 * item_powers[scale->places];
	divisor = greatest_divisor(scale->multiplier, multiple);
	scale->multiplier /= divisor;
	scale->divisor = multiple / divisor;
	return true;
}

/* Whole-number answers have few sums, each of which is worked out once only: the
 * room for that, where it is small and every text is short. */
static void
scale_plan_memo(struct scale *scale, const struct item *items)
{
	decimal_wide least = 0, most = 0, cells;

	/* at most a sign, 4 digits, a point, 4 decimals, a comma and 4 digits */
	if (scale->places != 0 || scale->decimals > 4)
		return;
	for (size_t i = 0; i < scale->count; i++) {
		const struct scale_part *part = &scale->parts[i];
		const struct item *item = &items[part->item];
		decimal_wide low = item_digits(item->minimum, DECIMAL_SCALE_MAX);
		decimal_wide high = item_digits(item->maximum, DECIMAL_SCALE_MAX);

		/* a range whose ends are no whole numbers is taken a little too wide */
		low = low / item_powers[DECIMAL_SCALE_MAX] - (part->offset + 1);
		high = high / item_powers[DECIMAL_SCALE_MAX] - (part->offset - 1);
		least += low < 0 ? low * part->factor : 0;
		most += high > 0 ? high * part->factor : 0;
	}
	cells = (most - least + 1) * (decimal_wide)(scale->count + 1);
	if (cells > SCALE_MEMO_MAX)
		return;
	scale->least = (int64_t)least;
	scale->width = (size_t)(most - least + 1);
	for (size_t i = 0; i < scale->count; i++)
		scale->parts[i].start = scale->parts[i].offset * scale->parts[i].factor;
	scale->memo = xcalloc((size_t)cells, sizeof scale->memo[0]);
}

bool
scale_load(struct scale *scale, const struct config_node *node, const struct item *items,
    size_t item_count, struct fault *fault)
{
	static const char *const keys[] = { "name", "method", "items", "minimum_answered",
		"prorate", "decimals", NULL };
	static const char *const methods[] = {
		[SCALE_SUM] = "sum", [SCALE_MEAN] = "mean", [SCALE_LINEAR] = "linear", NULL
	};
	struct config_node name, method, parts, minimum, prorate, decimals;
	size_t choice = 0;
	long places = 2;

	scale->multiplier = 1;
	scale->divisor = 1;
	if (!config_only(node, keys, fault))
		return false;
	name = config_member(node, "name");
	method = config_member(node, "method");
	parts = config_member(node, "items");
	minimum = config_member(node, "minimum_answered");
	prorate = config_member(node, "prorate");
	decimals = config_member(node, "decimals");
	if (!item_name(&name, &scale->name, fault))
		return false;
	if (!config_present(&method))
		return config_fault(&method, fault, "is missing: give sum, mean or linear");
	if (!config_choice(&method, methods, &choice, fault)
	    || !scale_load_items(scale, &parts, items, item_count, fault)
	    || !scale_load_minimum(scale, &minimum, fault)
	    || !config_bool(&prorate, &scale->prorate, fault)
	    || !config_integer(&decimals, 0, SCALE_DECIMALS_MAX, &places, fault))
		return false;
	scale->method = (enum scale_method)choice;
	scale->decimals = (unsigned)places;
	if (scale->prorate && scale->method != SCALE_SUM)
		return config_fault(
		    &prorate, fault, "is for sums: a mean stands for the missing answers already");
	if (scale->method == SCALE_LINEAR && !scale_plan_linear(scale, &parts, items, fault))
		return false;
	scale_plan_memo(scale, items);
	return true;
}

void
scale_release(struct scale *scale)
{
	free(scale->memo);
	free(scale->parts);
	scale->memo = NULL;
	scale->parts = NULL;
	scale->count = 0;
}
