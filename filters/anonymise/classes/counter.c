/* SPDX-License-Identifier: GPL-3.0-or-later */
/* counter: how many different people each class has, pass by pass. */
#include "counter_range.h"
#include "tuple.h"

static void
begin_class(struct counter *counter, const struct entry *entry)
{
	counter->facts = (struct class_facts){ .digest = entry->class, .mark = UINT32_MAX };
	counter->running = true;
	counter->someone = false;
	if (counter->job->values)
		diversity_begin(counter->diversity);
}

static void
count_entry(struct counter *counter, const struct entry *entry)
{
	struct class_facts *facts = &counter->facts;

	if (entry->row == ROW_POPULATION) {
		facts->population += entry->mark;
		return;
	}
	if (entry->row == ROW_SETTLED) {
		facts->settled = true;
		return;
	}
	facts->mark &= entry->mark;
	/* a record of nobody may be one of somebody who is there already */
	if (entry->person == PERSON_NOBODY) {
		facts->nobody = true;
		return;
	}
	if (!counter->someone || counter->last_person != entry->person) {
		facts->people++;
		counter->last_person = entry->person;
		counter->someone = true;
		if (counter->job->values)
			diversity_person(counter->diversity);
	}
	if (counter->job->values)
		diversity_values(counter->diversity, entry->values);
}

/* One more pass for the records of a class that did not fit. */
static bool
look_up(struct counter *counter, struct fault *fault)
{
	bool good;

	counter->looking = true;
	counter->failed = false;
	good = counter->job->feed(counter->job->context, counter, fault);
	counter->looking = false;
	if (good && counter->failed) {
		*fault = counter->fault;
		good = false;
	}
	return good;
}

/* The entries from start to before end are all of the class, or its last part. */
static bool
end_class(struct counter *counter, size_t start, size_t end, struct fault *fault)
{
	const struct counter_job *job = counter->job;
	const bool known = counter->facts.people > 0;
	bool rows = false;

	counter->running = false;
	if (!known && counter->facts.nobody)
		counter->facts.people = 1;
	if (!job->plain && counter->facts.people < counter->k)
		counter->facts.lacks |= SHORT_OF_K;
	if (!job->plain && job->values && known)
		counter->facts.lacks |=
		    diversity_judge(counter->diversity, &counter->facts.columns);
	if (!job->judged(job->context, &counter->facts, &rows, fault))
		return false;
	if (rows && counter->inside && start == 0)
		return look_up(counter, fault);
	for (size_t i = start; rows && i < end; i++) {
		uint32_t row = entry_at(counter->entries, counter->size, i)->row;

		if (row <= ROWS_MAX && !job->row(job->context, row, fault))
			return false;
	}
	return true;
}

/* All classes of the range; the last one goes on where the range was cut inside it. */
static bool
judge_range(struct counter *counter, bool goes_on, struct fault *fault)
{
	size_t start = 0;

	for (size_t i = 0; i < counter->count; i++) {
		const struct entry *entry = entry_at(counter->entries, counter->size, i);

		if (counter->running && !class_equals(counter->facts.digest, entry->class)) {
			if (!end_class(counter, start, i, fault))
				return false;
			start = i;
		}
		if (!counter->running)
			begin_class(counter, entry);
		count_entry(counter, entry);
	}
	return !counter->running || goes_on || end_class(counter, start, counter->count, fault);
}

bool
counter_run(struct counter *counter, const struct counter_job *job, struct fault *fault)
{
	counter->job = job;
	counter->from = (struct class_digest){ 0, 0 };
	counter->from_person = 0;
	counter->from_row = 0;
	counter->inside = false;
	counter->running = false;
	do {
		bool goes_on;

		counter->count = 0;
		range_choose(counter);
		if (!job->feed(job->context, counter, fault))
			return false;
		goes_on =
		    !counter->endless && (counter->until_person != 0 || counter->until_row != 0);
		if (job->great && !goes_on && !counter->inside)
			range_sift(counter);
		range_put_in_order(counter);
		if (!judge_range(counter, goes_on, fault))
			return false;
		counter->inside = goes_on;
		counter->from = counter->until;
		counter->from_person = counter->until_person;
		counter->from_row = counter->until_row;
	} while (!counter->endless);
	return true;
}
