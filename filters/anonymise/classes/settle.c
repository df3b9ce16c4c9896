/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * settle: which form each record leaves in, and which records do not leave.
 *
 * Every class is judged as a whole, by digests that no order of the records and no
 * amount of memory changes, so what comes out hangs on neither.
 */
#include "classes.h"

#include "input.h"
#include "pass.h"
#include "rest.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>

/* A picture is taken; who fails is told. */
static bool
judge_standing(void *context, const struct class_facts *facts, bool *rows, struct fault *fault)
{
	struct pass *pass = context;

	if (facts->people == 0)
		return true;
	picture_add(pass->picture, &pass->sums, facts);
	*rows = facts->lacks != 0;
	return *rows || pass->state != STATE_REST || !pass->classes->rest.used
	    || rest_settle(pass->classes, facts, fault);
}

/* Who is settled already is not asked again. */
static bool
judge_tried(void *context, const struct class_facts *facts, bool *rows, struct fault *fault)
{
	struct pass *pass = context;

	*rows = facts->people > 0 && (facts->settled || facts->lacks == 0);
	return !*rows || facts->settled || !pass->classes->rest.used
	    || rest_settle(pass->classes, facts, fault);
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
	const struct counter_job job = { .context = &pass,
		.feed = pass_feed,
		.judged = judge_person,
		.row = pass_change,
		.expected = count_staying(classes),
		.values = true,
		.plain = true };

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
	const struct counter_job job = { .context = &pass,
		.feed = pass_feed,
		.judged = judge_standing,
		.row = pass_change,
		.expected = staying,
		.values = classes->layout.values > 0 };

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
	struct counter_job job = { .context = &pass,
		.feed = pass_feed,
		.judged = judge_tried,
		.row = pass_change,
		.expected = *rest,
		.values = classes->layout.values > 0,
		.great = true };

	if (classes->rest.used) {
		if (!rest_gather(classes, *rest, fault))
			return false;
		job.expected = rest_entries(&classes->rest);
	}
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

/* What the states and the sensitive values leave of the memory, but half of it in any
 * case: with a handful of entries a pass there would be no end to the passes. */
static void
make_ready(struct classes *classes)
{
	size_t taken =
	    classes->rows * sizeof *classes->states + diversity_memory(classes->diversity);
	size_t memory = classes->settings.memory / 2;

	if (memory > taken)
		memory = classes->settings.memory - taken;
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
	if (classes->settings.input && !input_count(classes, fault))
		return false;
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
