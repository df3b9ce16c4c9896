/* SPDX-License-Identifier: GPL-3.0-or-later */
/* component: what a scale adds up. */
#include "component.h"

#include "../../lib/memory.h"

#include <stdlib.h>

static const decimal_unsigned one = (decimal_unsigned)1000000000000000; /* 10^15 */

static struct component
make_component(const struct instrument *instrument, size_t scale_index, size_t part_index)
{
	const struct scale *scale = &instrument->scales[scale_index];
	const struct scale_part *part = &scale->parts[part_index];
	const struct item *item = &instrument->items[part->index];
	struct component component = { .item = part->index,
		.scale = scale_index,
		.boxed = scale->boxed,
		.part = *part,
		.range = one,
		.whole = true,
		.small_maximum = 1 };
	decimal_unsigned range;

	if (scale->boxed)
		return component;
	component.minimum = item->minimum;
	range = (decimal_unsigned)(number_digits(item->maximum, COMPONENT_PLACES)
	    - number_digits(item->minimum, COMPONENT_PLACES));
	component.range = range;
	component.whole = item->minimum.scale == 0;
	component.whole_minimum = item->minimum.digits;
	component.small_maximum = -1;
	if (component.whole && range % one == 0 && range / one <= COMPONENT_SMALL)
		component.small_maximum = (int16_t)(range / one);
	return component;
}

static bool
same(const struct component *a, const struct component *b)
{
	return a->item == b->item && a->boxed == b->boxed
	    && (!a->boxed
	        || (decimal_compare(a->part.least, b->part.least) == 0
	            && decimal_compare(a->part.most, b->part.most) == 0));
}

/* The place of a component in the list, to which it is added where it is new. */
static size_t
place(struct components *components, const struct component *component)
{
	for (size_t i = 0; i < components->count; i++)
		if (same(&components->list[i], component))
			return i;
	components->list =
	    xreallocarray(components->list, components->count + 1, sizeof *components->list);
	components->list[components->count] = *component;
	return components->count++;
}

static int
compare_pairs(const void *a, const void *b)
{
	const struct component_pair *left = a, *right = b;

	if (left->first != right->first)
		return left->first < right->first ? -1 : 1;
	return (left->second > right->second) - (left->second < right->second);
}

/* The pairs of one more scale; each stands once. */
static void
add_pairs(struct components *components, const size_t *parts, size_t count)
{
	size_t unique = 0, length = components->pair_count;

	components->pairs = xreallocarray(
	    components->pairs, length + count * (count + 1) / 2, sizeof *components->pairs);
	for (size_t i = 0; i < count; i++)
		for (size_t j = i; j < count; j++) {
			size_t low = parts[i] < parts[j] ? parts[i] : parts[j];
			size_t high = parts[i] < parts[j] ? parts[j] : parts[i];

			components->pairs[length++] =
			    (struct component_pair){ (uint32_t)low, (uint32_t)high };
		}
	qsort(components->pairs, length, sizeof *components->pairs, compare_pairs);
	for (size_t i = 0; i < length; i++)
		if (i == 0 || compare_pairs(&components->pairs[i], &components->pairs[i - 1]) != 0)
			components->pairs[unique++] = components->pairs[i];
	components->pair_count = unique;
}

bool
components_make(
    struct components *components, const struct instrument *instrument, struct fault *fault)
{
	components->scales = xcalloc(instrument->scale_count, sizeof *components->scales);
	components->scale_count = instrument->scale_count;
	for (size_t i = 0; i < instrument->scale_count; i++) {
		const struct scale *scale = &instrument->scales[i];

		if (scale->of_scales)
			continue;
		components->scales[i] = xcalloc(scale->count, sizeof **components->scales);
		for (size_t j = 0; j < scale->count; j++) {
			struct component component = make_component(instrument, i, j);

			components->scales[i][j] = place(components, &component);
		}
		add_pairs(components, components->scales[i], scale->count);
		if (components->pair_count > COMPONENT_PAIRS_MAX)
			return fault_at(fault, instrument->file.path, 0, 0,
			    "has more than %d pairs of items that a scale joins: leave some "
			    "scales out",
			    COMPONENT_PAIRS_MAX);
	}
	return true;
}

void
components_release(struct components *components)
{
	for (size_t i = 0; i < components->scale_count; i++)
		free(components->scales[i]);
	free(components->scales);
	free(components->pairs);
	free(components->list);
	*components = (struct components){ 0 };
}

size_t
components_pair(const struct components *components, size_t one_index, size_t other)
{
	struct component_pair key = { (uint32_t)(one_index < other ? one_index : other),
		(uint32_t)(one_index < other ? other : one_index) };
	const struct component_pair *found = bsearch(&key, components->pairs,
	    components->pair_count, sizeof *components->pairs, compare_pairs);

	return found == NULL ? components->pair_count : (size_t)(found - components->pairs);
}

static bool
inside(const struct component *component, const struct answer *answer)
{
	struct decimal value = { answer->digits, answer->scale };

	if (answer->scale == 0)
		return answer->digits >= component->part.whole_least
		    && answer->digits <= component->part.whole_most;
	return decimal_compare(value, component->part.least) >= 0
	    && decimal_compare(value, component->part.most) <= 0;
}

decimal_unsigned
component_value(const struct component *component, const struct answer *answer)
{
	struct decimal value = { answer->digits, answer->scale };

	if (component->boxed)
		return inside(component, answer) ? one : 0;
	return (decimal_unsigned)(number_digits(value, COMPONENT_PLACES)
	    - number_digits(component->minimum, COMPONENT_PLACES));
}

int
component_small(const struct component *component, const struct answer *answer)
{
	uint64_t value;

	if (component->boxed)
		return inside(component, answer);
	if (answer->scale != 0 || !component->whole)
		return -1;
	value = (uint64_t)answer->digits - (uint64_t)component->whole_minimum;
	return value <= COMPONENT_SMALL ? (int)value : -1;
}
