/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pass: what one count goes over, and the records that it changes. */
#include "pass.h"

#include "rest.h"

#include "../../lib/memory.h"

#include <stdlib.h>

struct class_digest
classes_digest(const struct classes *classes, const unsigned char *item, size_t step)
{
	const struct tuple_layout *layout = &classes->layout;
	const uint8_t *levels = steps_levels(&classes->steps, step);
	struct class_digest sum = { 0, 0 };

	if (layout->whole)
		return tuple_digest(item, 0);
	for (size_t i = 0; i < layout->quasi; i++)
		sum = class_add(sum,
		    levels[i] < classes->steps.forms[i]
		        ? tuple_digest(item, layout->first[i] + levels[i])
		        : classes->stars[i]);
	return sum;
}

/* A settled record may look as one that is tried does only where all cells that are
 * suppressed at the step are stars in it; coarser forms may happen to be the same. */
static bool
may_look_so(const struct classes *classes, const unsigned char *item, uint16_t state, size_t step)
{
	const struct tuple_layout *layout = &classes->layout;
	const uint8_t *tried = steps_levels(&classes->steps, step);
	const uint8_t *settled = steps_levels(&classes->steps, state);

	for (size_t i = 0; i < layout->quasi; i++)
		if (tried[i] == classes->steps.forms[i] && settled[i] != tried[i]
		    && !class_equals(
		        tuple_digest(item, layout->first[i] + settled[i]), classes->stars[i]))
			return false;
	return true;
}

static void
offer_record(
    const struct pass *pass, struct counter *counter, const unsigned char *item, uint32_t row)
{
	const struct classes *classes = pass->classes;
	const unsigned char *values = tuple_values(&classes->layout, item);
	uint64_t person = tuple_who(item);
	uint16_t state = classes->states[row];
	struct class_digest class;

	if (state == STATE_OUT || (state == STATE_REST && !pass->trying))
		return;
	if (pass->people) {
		/* spread evenly, and each its own */
		class = (struct class_digest){ person * 0x9E3779B97F4A7C15u, person };
	} else if (state == STATE_REST) {
		class = classes_digest(classes, item, pass->step);
	} else if (!pass->trying || may_look_so(classes, item, state, pass->step)) {
		class = classes_digest(classes, item, state);
	} else {
		return;
	}
	counter_offer(counter, class, person, row,
	    classes->rest.used && !pass->trying ? rest_stars(classes, item, state) : 0, values);
}

static bool
feed_records(const struct pass *pass, struct counter *counter, struct fault *fault)
{
	struct spill_cursor cursor;
	const unsigned char *item;
	uint32_t row = 0;
	bool good;

	spill_cursor_init(&cursor, &pass->classes->tuples);
	while ((good = spill_next(&cursor, &item, fault)) && item != NULL)
		offer_record(pass, counter, item, row++);
	spill_cursor_release(&cursor);
	return good;
}

/* Nothing is made coarser but by suppression: then the population's classes are known. */
static bool
only_suppresses(const struct classes *classes, size_t step)
{
	const uint8_t *levels = steps_levels(&classes->steps, step);

	for (size_t i = 0; i < classes->layout.quasi; i++)
		if (levels[i] != 0 && levels[i] != classes->steps.forms[i])
			return false;
	return true;
}

static void
find_used_steps(const struct classes *classes, bool *used)
{
	for (uint64_t row = 0; row < classes->rows; row++)
		if (classes->states[row] < classes->steps.count)
			used[classes->states[row]] = true;
	for (size_t step = 0; step < classes->steps.count; step++)
		used[step] = used[step] && only_suppresses(classes, step);
}

static bool
feed_population(const struct pass *pass, struct counter *counter, struct fault *fault)
{
	const struct classes *classes = pass->classes;
	bool *used = xcalloc(classes->steps.count, sizeof *used);
	struct spill_cursor cursor;
	const unsigned char *item;
	uint64_t number = 0;
	bool good;

	find_used_steps(classes, used);
	spill_cursor_init(&cursor, &classes->population);
	for (; (good = spill_next(&cursor, &item, fault)) && item != NULL; number++) {
		uint64_t people = tuple_who(item);

		for (size_t step = 0; step < classes->steps.count; step++)
			if (used[step])
				counter_offer(counter, classes_digest(classes, item, step), number,
				    ROW_POPULATION,
				    people < UINT32_MAX ? (uint32_t)people : UINT32_MAX,
				    tuple_values(&classes->layout, item));
	}
	spill_cursor_release(&cursor);
	free(used);
	return good;
}

bool
pass_feed(void *context, struct counter *counter, struct fault *fault)
{
	const struct pass *pass = context;

	if (pass->trying && pass->classes->rest.used)
		return rest_feed(pass, counter, fault);
	return feed_records(pass, counter, fault)
	    && (!pass->population || feed_population(pass, counter, fault));
}

bool
pass_change(void *context, uint32_t row, struct fault *fault)
{
	struct pass *pass = context;
	uint16_t *state = &pass->classes->states[row];

	(void)fault;
	if (pass->trying && *state != STATE_REST)
		return true;
	*state = pass->state;
	pass->changed++;
	return true;
}
