/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scale_parts: reads which items or scales a scale is made of, their weights, and the
 * answers that a box takes.
 */
#include "scale_parts.h"

#include "../../lib/memory.h"

#include <stdlib.h>

#define PARTS_MAX 1000

static const char *
name_of(const struct scale_world *world, bool of_scales, size_t index)
{
	return of_scales ? world->scales[index].name : world->items[index].name;
}

static size_t
count_of(const struct scale_world *world, bool of_scales)
{
	return of_scales ? world->scale_count : world->item_count;
}

static size_t
find(const struct scale_world *world, bool of_scales, const char *name)
{
	size_t index = 0;

	while (index < count_of(world, of_scales)
	    && strcmp(name_of(world, of_scales, index), name) != 0)
		index++;
	return index;
}

static bool
fault_unknown(const struct config_node *node, const char *name, const struct scale_world *world,
    bool of_scales, struct fault *fault)
{
	const char *what =
	    of_scales ? "no scale that stands before this one" : "no item of the instrument";
	size_t count = count_of(world, of_scales);
	const char **names = xcalloc(count + 1, sizeof names[0]);
	const char *nearest;

	for (size_t i = 0; i < count; i++)
		names[i] = name_of(world, of_scales, i);
	nearest = diag_nearest(name, strlen(name), names, count);
	free(names);
	if (nearest != NULL)
		return config_fault(node, fault, "names '%s', which is %s; did you mean '%s'?",
		    name, what, nearest);
	return config_fault(node, fault, "names '%s', which is %s", name, what);
}

static bool
load_list(struct scale *scale, const struct config_node *node, const struct scale_world *world,
    struct fault *fault)
{
	size_t count;

	if (!config_is_array(node) || config_size(node) == 0)
		return config_fault(node, fault,
		    scale->of_scales ? "must be a list of scales' names"
		                     : "must be a list of items' names");
	count = config_size(node);
	if (count > PARTS_MAX)
		return config_fault(node, fault, "has more than %d names", PARTS_MAX);
	scale->parts = xcalloc(count, sizeof scale->parts[0]);
	for (size_t i = 0; i < count; i++) {
		struct config_node element = config_element(node, i);
		const char *name = NULL;
		size_t index;

		if (!config_text_required(&element, &name, fault))
			return false;
		index = find(world, scale->of_scales, name);
		if (index == count_of(world, scale->of_scales))
			return fault_unknown(&element, name, world, scale->of_scales, fault);
		for (size_t j = 0; j < scale->count; j++)
			if (scale->parts[j].index == index)
				return config_fault(
				    &element, fault, "names '%s' a second time", name);
		scale->parts[scale->count++] =
		    (struct scale_part){ .index = index, .weight = { 1, 0 } };
	}
	return true;
}

/* A weight for every part, or for none: one that was forgotten is not taken for 1. */
static bool
load_weights(struct scale *scale, const struct config_node *node, const struct scale_world *world,
    struct fault *fault)
{
	if (!config_present(node))
		return scale->method != SCALE_WEIGHTED_MEAN
		    || config_fault(
		        node, fault, "is missing: a weighted_mean needs {\"item\": weight}");
	if (scale->method == SCALE_MEAN || scale->method == SCALE_COUNT)
		return config_fault(node, fault,
		    scale->method == SCALE_MEAN ? "is for other methods: use weighted_mean"
		                                : "is not for counts");
	if (!config_is_object(node))
		return config_fault(node, fault, "must be an object: {\"item\": weight}");
	for (size_t i = 0; i < config_size(node); i++) {
		struct config_node member;
		size_t index = find(world, scale->of_scales, config_key(node, i, &member));
		size_t part = 0;

		while (part < scale->count && scale->parts[part].index != index)
			part++;
		if (part == scale->count)
			return config_fault(
			    &member, fault, "is a weight of what is not in the scale");
		if (!number_read(&member, &scale->parts[part].weight, fault))
			return false;
		if (scale->parts[part].weight.digits == 0)
			return config_fault(&member, fault, "is 0: leave the item out instead");
		if (scale->parts[part].weight.digits < 0 && (scale->method != SCALE_SUM))
			return config_fault(
			    &member, fault, "is under 0, which only a sum can have");
	}
	if (config_size(node) != scale->count)
		return config_fault(node, fault,
		    "has to name every part of the scale: %zu of %zu are there", config_size(node),
		    scale->count);
	return true;
}

bool
scale_parts_load(struct scale *scale, const struct config_node *node,
    const struct scale_world *world, struct fault *fault)
{
	struct config_node items = config_member(node, "items");
	struct config_node scales = config_member(node, "scales");
	struct config_node weights = config_member(node, "weights");

	scale->of_scales = config_present(&scales);
	if (config_present(&items) && scale->of_scales)
		return config_fault(
		    &scales, fault, "cannot stand beside items: make two scales of it");
	if (scale->of_scales && (scale->method == SCALE_LINEAR || scale->method == SCALE_PERCENT))
		return config_fault(&scales, fault,
		    "cannot be %s: let the scales be, and take their mean",
		    scale_method_name(scale->method));
	return load_list(scale, scale->of_scales ? &scales : &items, world, fault)
	    && load_weights(scale, &weights, world, fault);
}

/* The whole numbers from least to most. */
static void
set_whole(struct scale_part *part)
{
	int64_t low = decimal_powers[part->least.scale], high = decimal_powers[part->most.scale];

	part->whole_least = part->least.digits / low + (part->least.digits % low > 0);
	part->whole_most = part->most.digits / high - (part->most.digits % high < 0);
}

bool
scale_parts_load_box(struct scale *scale, const struct config_node *node,
    const struct scale_world *world, struct fault *fault)
{
	struct config_node at_least = config_member(node, "at_least");
	struct config_node at_most = config_member(node, "at_most");
	struct decimal least = { -(int64_t)NUMBER_LIMIT * 1000, 0 };
	struct decimal most = { (int64_t)NUMBER_LIMIT * 1000, 0 };
	bool top = scale->method == SCALE_TOP_BOX, bottom = scale->method == SCALE_BOTTOM_BOX;

	if (config_present(&at_least) && (!scale->boxed || bottom))
		return config_fault(&at_least, fault, "is for top_box and count");
	if (config_present(&at_most) && (!scale->boxed || top))
		return config_fault(&at_most, fault, "is for bottom_box and count");
	if (scale->method == SCALE_COUNT && !config_present(&at_least) && !config_present(&at_most))
		return config_fault(node, fault,
		    "is a count: say which answers count by at_least, at_most or both");
	if (scale->boxed && scale->of_scales
	    && ((top && !config_present(&at_least)) || (bottom && !config_present(&at_most))))
		return config_fault(node, fault, "is a box of scales: say at_least or at_most");
	if (config_present(&at_least) && !number_read(&at_least, &least, fault))
		return false;
	if (config_present(&at_most) && !number_read(&at_most, &most, fault))
		return false;
	if (decimal_compare(least, most) > 0)
		return config_fault(&at_most, fault, "is under at_least: no answer would count");
	for (size_t i = 0; i < scale->count; i++) {
		struct scale_part *part = &scale->parts[i];

		part->least = least;
		part->most = most;
		if (top && !config_present(&at_least))
			part->least = world->items[part->index].maximum;
		if (bottom && !config_present(&at_most))
			part->most = world->items[part->index].minimum;
		set_whole(part);
	}
	return true;
}
