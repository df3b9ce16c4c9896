/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * settle: which form each record leaves in, and which records do not leave.
 *
 * Every class is judged as a whole, by digests that no order of the records and no
 * amount of memory changes, so what comes out hangs on neither.
 */
#include "classes.h"

#include "state.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>

/* What one count over the tuples is for. */
struct pass {
	struct classes *classes;
	bool people; /* classes are people: who has which sensitive value */
	bool trying; /* the rest is tried at the step */
	size_t step;
	bool population;
	struct classes_picture *picture; /* or NULL */
	struct picture_sums sums;
	uint16_t state; /* of the records of the classes that judged chose */
	uint64_t changed;
};

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
	counter_offer(counter, class, person, row, 0, values);
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

static bool
feed(void *context, struct counter *counter, struct fault *fault)
{
	const struct pass *pass = context;

	return feed_records(pass, counter, fault)
	    && (!pass->population || feed_population(pass, counter, fault));
}

/* A picture is taken; who fails is told. */
static bool
judge_standing(void *context, const struct class_facts *facts, bool *rows, struct fault *fault)
{
	struct pass *pass = context;

	(void)fault;
	if (facts->people == 0)
		return true;
	picture_add(pass->picture, &pass->sums, facts);
	*rows = facts->lacks != 0;
	return true;
}

static bool
judge_tried(void *context, const struct class_facts *facts, bool *rows, struct fault *fault)
{
	(void)context;
	(void)fault;
	*rows = facts->lacks == 0;
	return true;
}

static bool
judge_person(void *context, const struct class_facts *facts, bool *rows, struct fault *fault)
{
	const struct pass *pass = context;

	(void)facts;
	(void)fault;
	*rows = false;
	diversity_reference_add(pass->classes->diversity);
	return true;
}

static bool
change_row(void *context, uint32_t row, struct fault *fault)
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

static uint64_t
count_staying(const struct classes *classes)
{
	uint64_t staying = 0;

	for (uint64_t row = 0; row < classes->rows; row++)
		staying += classes->states[row] < STATE_OUT;
	return staying;
}

/* The shares of the sensitive values among who is in the table now. */
static bool
find_reference(struct classes *classes, struct fault *fault)
{
	struct pass pass = { .classes = classes, .people = true };
	const struct counter_job job = { &pass, feed, judge_person, change_row,
		count_staying(classes), true };

	if (!diversity_compares(classes->diversity))
		return true;
	diversity_reference_forget(classes->diversity);
	if (!counter_run(&classes->counter, &job, fault))
		return false;
	diversity_reference_ready(classes->diversity);
	return true;
}

/* Counts all classes as they stand; the records of those that fail get the state. */
static bool
take_picture(
    struct classes *classes, struct classes_picture *picture, uint16_t state, struct fault *fault)
{
	struct pass pass = { .classes = classes,
		.picture = picture,
		.state = state,
		.population = spill_length(&classes->population) > 0 };
	uint64_t staying = count_staying(classes);
	const struct counter_job job = { &pass, feed, judge_standing, change_row, staying,
		classes->layout.values > 0 };

	picture_begin(picture, &pass.sums, staying, pass.population);
	if (!find_reference(classes, fault) || !counter_run(&classes->counter, &job, fault))
		return false;
	picture_end(picture, &pass.sums);
	return true;
}

static bool
try_step(struct classes *classes, size_t step, uint64_t *rest, struct fault *fault)
{
	struct pass pass = {
		.classes = classes, .trying = true, .step = step, .state = (uint16_t)step
	};
	const struct counter_job job = { &pass, feed, judge_tried, change_row, *rest,
		classes->layout.values > 0 };

	if (!counter_run(&classes->counter, &job, fault))
		return false;
	*rest -= pass.changed;
	return true;
}

static void
leave_out_rest(struct classes *classes)
{
	for (uint64_t row = 0; row < classes->rows; row++)
		if (classes->states[row] == STATE_REST)
			classes->states[row] = STATE_OUT;
}

/* Whole classes leave, which changes no other class, but for t what the whole is like:
 * so until all that are left keep the policy. */
static bool
verify(struct classes *classes, struct fault *fault)
{
	do
		if (!take_picture(classes, &classes->after, STATE_OUT, fault))
			return false;
	while (classes->after.failing > 0);
	return true;
}

static void
count_cells(struct classes *classes, const unsigned char *item, uint16_t state)
{
	const struct tuple_layout *layout = &classes->layout;
	const uint8_t *levels = steps_levels(&classes->steps, state);

	for (size_t i = 0; i < layout->quasi; i++) {
		struct class_digest came = tuple_digest(item, layout->first[i]);

		if (levels[i] == classes->steps.forms[i])
			classes->suppressed_cells[i] += !class_equals(came, classes->stars[i]);
		else if (levels[i] != 0)
			classes->coarser_cells[i] +=
			    !class_equals(came, tuple_digest(item, layout->first[i] + levels[i]));
	}
}

static bool
count_changed_cells(struct classes *classes, struct fault *fault)
{
	struct spill_cursor cursor;
	const unsigned char *item;
	uint64_t row = 0;
	bool good;

	if (classes->layout.whole)
		return true;
	spill_cursor_init(&cursor, &classes->tuples);
	for (; (good = spill_next(&cursor, &item, fault)) && item != NULL; row++)
		if (classes->states[row] != STATE_OUT && classes->states[row] != 0)
			count_cells(classes, item, classes->states[row]);
	spill_cursor_release(&cursor);
	return good;
}

/* What the states and the sensitive values leave of the memory. */
static void
make_ready(struct classes *classes)
{
	size_t taken =
	    classes->rows * sizeof *classes->states + diversity_memory(classes->diversity);
	size_t memory = classes->settings.memory > taken ? classes->settings.memory - taken : 0;

	classes->states = xcalloc(classes->rows + 1, sizeof *classes->states);
	counter_init(&classes->counter, classes->privacy.k, classes->diversity,
	    classes->layout.values, memory,
	    classes->rows + spill_length(&classes->population) / classes->layout.size);
}

bool
classes_settle(struct classes *classes, struct fault *fault)
{
	uint64_t rest;
	bool good;

	make_ready(classes);
	if (!take_picture(classes, &classes->before, STATE_REST, fault))
		return false;
	if (classes->settings.only_check)
		return true;
	rest = classes->rows - count_staying(classes);
	for (size_t step = 1; step < classes->steps.count && rest > 0; step++)
		if (!try_step(classes, step, &rest, fault))
			return false;
	leave_out_rest(classes);
	good = verify(classes, fault) && count_changed_cells(classes, fault);
	counter_release(&classes->counter);
	return good;
}
