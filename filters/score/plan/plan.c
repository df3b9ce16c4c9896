/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan: the plan of action. */
#include "plan.h"

#include "../../lib/memory.h"
#include "../options.h"
#include "gap.h"

#include <inttypes.h>
#include <stdlib.h>

static const char *const columns[] = { "rank", "item", "label", "scale", "state", "answer",
	"target", "distance", "importance", "priority", NULL };

struct plan {
	const char **scales; /* of each item: the first scale of items that has it, or "" */
	struct gap *gaps;    /* of the record at hand */
	size_t with[FILTER_LIST_MAX];
	uint64_t states[GAP_STATES]; /* lines */
	uint64_t without;            /* records without a line */
};

/* To which part of the instrument an item belongs. */
static const char *
scale_of(const struct instrument *instrument, size_t item)
{
	for (size_t i = 0; i < instrument->scale_count; i++) {
		const struct scale *scale = &instrument->scales[i];

		for (size_t j = 0; !scale->of_scales && j < scale->count; j++)
			if (scale->parts[j].index == item)
				return scale->name;
	}
	return "";
}

/* A column of the answers' lines keeps its name, so that nothing else may have it. */
static bool
add_with(struct work *work, size_t index, struct fault *fault)
{
	struct plan *plan = work->state;
	const char *name = options.with.values[index];

	for (char **other = work->names; *other != NULL; other++)
		if (strcmp(*other, name) == 0)
			return fault_set(fault,
			    "the column '%s' of --with is one of the plan's: give those a --prefix",
			    name);
	for (size_t i = 0; i < index; i++)
		if (strcmp(options.with.values[i], name) == 0)
			return fault_set(fault, "--with names the column '%s' twice", name);
	return intake_new_column(&work->intake, name, fault)
	    && gather_with(&work->intake, name, &plan->with[index], fault);
}

static bool
begin(struct work *work, struct fault *fault)
{
	const struct instrument *instrument = &work->instrument;
	struct plan *plan = xcalloc(1, sizeof *plan);

	work->state = plan;
	plan->scales = xcalloc(instrument->item_count, sizeof plan->scales[0]);
	plan->gaps = xcalloc(instrument->item_count, sizeof plan->gaps[0]);
	for (size_t i = 0; i < instrument->item_count; i++)
		plan->scales[i] = scale_of(instrument, i);
	for (const char *const *column = columns; *column != NULL; column++)
		if (!work_add_column(work, *column, "", fault))
			return false;
	for (size_t i = 0; i < options.with.count; i++)
		if (!add_with(work, i, fault))
			return false;
	work_header(work, &options.with);
	return true;
}

static void
write_number(struct writer *writer, bool known, struct decimal number)
{
	char text[NUMBER_TEXT_MAX] = "";

	if (known)
		number_write(number, text);
	writer_text(writer, text);
}

static bool
write_gap(const struct work *work, const struct gap *gap)
{
	const struct plan *plan = work->state;
	const struct item *item = &work->instrument.items[gap->item];
	struct writer *writer = &work->filter->writer;
	bool known = gap->state == GAP_KNOWN || gap->state == GAP_MET;

	intake_record(&work->intake, writer);
	write_number(writer, gap->state == GAP_KNOWN, (struct decimal){ (int64_t)gap->rank, 0 });
	writer_text(writer, item->name);
	writer_text(writer, item->label);
	writer_text(writer, plan->scales[gap->item]);
	writer_text(writer, gap_state_name(gap->state));
	write_number(writer, known, gap->answer);
	write_number(writer, true, item->target);
	write_number(writer, known, gap->distance);
	write_number(writer, true, item->importance);
	write_number(writer, known, gap->priority);
	for (size_t i = 0; i < options.with.count; i++)
		writer_raw(writer, gather_field(work->intake.gather, gap->item, plan->with[i]));
	return writer_end(writer);
}

static bool
record(struct work *work, struct fault *fault)
{
	struct plan *plan = work->state;
	size_t count =
	    gaps_find(&work->instrument, work->intake.answers, options.every_item, plan->gaps);

	(void)fault;
	/* not written, but told: how many of the records each scale could score */
	work_score(work);
	plan->without += count == 0 || plan->gaps[0].state == GAP_MET;
	for (size_t i = 0; i < count; i++) {
		plan->states[plan->gaps[i].state]++;
		if (!write_gap(work, &plan->gaps[i]))
			return false;
	}
	return true;
}

static bool
end(struct work *work, struct fault *fault)
{
	const struct plan *plan = work->state;
	struct filter *filter = work->filter;

	(void)fault;
	for (size_t i = 0; i < GAP_STATES; i++) {
		struct buffer key = { 0 };

		buffer_format(&key, "plan: %s", gap_state_name((enum gap_state)i));
		buffer_append(&key, "", 1);
		runrecord_count(&filter->record, key.data, plan->states[i]);
		buffer_release(&key);
	}
	runrecord_count(&filter->record, "records without a gap", plan->without);
	diag_note("plan: %" PRIu64 " gaps, %" PRIu64 " don't know, %" PRIu64
	          " not answered, %" PRIu64 " refused; %" PRIu64 " records without any",
	    plan->states[GAP_KNOWN], plan->states[GAP_DONT_KNOW], plan->states[GAP_NOT_ANSWERED],
	    plan->states[GAP_REFUSED], plan->without);
	if (plan->states[GAP_TOO_LONG] == 0)
		return true;
	diag_warning("plan: %" PRIu64 " gaps have more than %d digits and no rank: round the "
	             "answers first",
	    plan->states[GAP_TOO_LONG], GAP_DIGITS_MAX);
	if (filter->status == STATUS_DONE)
		filter->status = STATUS_DATA_FAILED;
	return true;
}

static void
release(struct work *work)
{
	struct plan *plan = work->state;

	if (plan == NULL)
		return;
	free(plan->scales);
	free(plan->gaps);
	free(plan);
	work->state = NULL;
}

const struct way plan_way = { .begin = begin, .record = record, .end = end, .release = release };
