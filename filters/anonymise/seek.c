/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seek: the records at all levels, for the search; what is written is the policy with
 * the levels that were found. */
#include "options.h"
#include "work.h"

#include "classes/tuple.h"

#include <stdlib.h>

/* A record at all levels; a change's value lives only until its next one, so all are
 * copied. */
struct ladder {
	struct buffer texts;
	struct buffer folded; /* as it would leave (tuple_folded) */
	struct field *values; /* of the quasi-identifiers at each level, then the sensitive ones */
	size_t *offsets;      /* of values in texts */
	size_t cells;
	size_t count;
};

static void
ladder_init(struct ladder *ladder, const struct work *work)
{
	const struct privacy *privacy = &work->policy.privacy;

	*ladder = (struct ladder){ 0 };
	for (size_t i = 0; i < privacy->quasi_count; i++)
		ladder->cells += work->forms[i];
	ladder->values = xcalloc(ladder->cells + privacy->sensitive_count, sizeof *ladder->values);
	ladder->offsets =
	    xcalloc(ladder->cells + privacy->sensitive_count, sizeof *ladder->offsets);
}

static void
ladder_release(struct ladder *ladder)
{
	buffer_release(&ladder->texts);
	buffer_release(&ladder->folded);
	free(ladder->values);
	free(ladder->offsets);
}

static void
ladder_add(struct ladder *ladder, struct field value)
{
	value = tuple_folded(value, &ladder->folded);
	ladder->offsets[ladder->count] = ladder->texts.length;
	ladder->values[ladder->count++].length = value.length;
	buffer_append(&ladder->texts, value.data, value.length);
}

/* The value of a column at a level; what the change does not know is emptied, as in the
 * output. */
static struct field
value_at(struct work *work, size_t index, unsigned level)
{
	const struct reader *reader = &work->filter->reader;
	const struct column *column = &work->columns.list[index];
	const struct field value = reader_value(reader, index);
	struct change *change = column->rule->change;
	struct change_record record;
	struct field out;

	/* a keyed change is one to one for each person, as far as a search can know */
	if (change == NULL || change_keyed(change) || cell_is_missing(value))
		return value;
	record = columns_change_record(&work->columns, column, reader);
	if (change_value(change, value, &record, level, &out) == CHANGE_FAILED)
		return (struct field){ "", 0 };
	return out;
}

static void
ladder_fill(struct ladder *ladder, struct work *work)
{
	const struct privacy *privacy = &work->policy.privacy;

	buffer_clear(&ladder->texts);
	buffer_append(&ladder->texts, "", 1); /* so that there is something to point at */
	ladder->count = 0;
	for (size_t i = 0; i < privacy->quasi_count; i++)
		for (unsigned level = 0; level < work->forms[i]; level++)
			ladder_add(ladder, value_at(work, work->quasi[i], level));
	for (size_t i = 0; i < privacy->sensitive_count; i++) {
		const struct change *change = work->columns.list[work->sensitive[i]].rule->change;

		ladder_add(ladder,
		    value_at(work, work->sensitive[i], change == NULL ? 0 : change_level(change)));
	}
	for (size_t i = 0; i < ladder->count; i++)
		ladder->values[i].data = ladder->texts.data + ladder->offsets[i];
}

static bool
take_records(struct work *work, struct fault *fault)
{
	struct ladder ladder;
	bool good = true;

	ladder_init(&ladder, work);
	while (good && work_next(work)) {
		ladder_fill(&ladder, work);
		good = search_add(work->search, ladder.values,
		    tuple_folded(
		        columns_person(&work->columns, &work->filter->reader), &ladder.folded),
		    ladder.values + ladder.cells, fault);
		work->filter->record.used++;
	}
	ladder_release(&ladder);
	return good;
}

/* Line by line, each with the program's name before it. */
static void
tell(const struct search_answer *answer, const struct privacy *privacy)
{
	struct buffer text = { 0 };
	size_t start = 0;

	search_tell(answer, privacy, &text);
	for (size_t i = 0; i < text.length; i++)
		if (text.data[i] == '\n') {
			diag_tell("%.*s", (int)(i - start), text.data + start);
			start = i + 1;
		}
	buffer_release(&text);
}

bool
seek_levels(struct work *work, struct fault *fault)
{
	struct filter *filter = work->filter;
	struct search_answer answer;
	struct buffer text = { 0 };
	bool good;

	if (work->search == NULL)
		return fault_set(fault, "the input has no records to search levels for");
	if (!take_records(work, fault))
		return false;
	if (filter->status == STATUS_FAILED)
		return true;
	good = search_best(work->search, &answer, fault)
	    && policy_freeze(&work->policy, answer.levels, &text, fault);
	if (good) {
		writer_bytes(&filter->writer, text.data, text.length);
		tell(&answer, &work->policy.privacy);
	}
	buffer_release(&text);
	return good;
}
