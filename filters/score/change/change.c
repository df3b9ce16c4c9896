/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change: the records of two rounds into pairs, and their figures. */
#include "change.h"

#include "../../lib/memory.h"
#include "../options.h"
#include "first_round.h"
#include "pairs.h"
#include "report.h"

#include <inttypes.h>
#include <stdlib.h>

struct change {
	size_t round; /* columns */
	size_t keys[FILTER_LIST_MAX];
	struct buffer key; /* of the record at hand */
	struct pairs pairs;
	struct first_round first;
	uint64_t records[ROUNDS];
	uint64_t other_rounds; /* records */
	uint64_t without_key;
	uint64_t too_long; /* scores */
};

static bool
begin(struct work *work, struct fault *fault)
{
	struct change *change = xcalloc(1, sizeof *change);

	work->state = change;
	pairs_init(&change->pairs, work->instrument.scale_count);
	if (!first_round_open(&change->first, &work->instrument, work->outcomes, fault))
		return false;
	if (work->filter->reader.columns == 0)
		return true;
	if (!intake_find(&work->intake, options.change, &change->round, fault))
		return false;
	for (size_t i = 0; i < options.pair.count; i++)
		if (!intake_find(&work->intake, options.pair.values[i], &change->keys[i], fault))
			return false;
	return true;
}

/* The values of the pair columns; false: one of them is missing. */
static bool
take_key(struct change *change, const struct intake *intake)
{
	buffer_clear(&change->key);
	for (size_t i = 0; i < options.pair.count; i++) {
		struct field value = intake_value(intake, change->keys[i]);

		if (value.length == 0 || field_is_suppressed(value) || field_is_symbol(value))
			return false;
		buffer_append(&change->key, value.data, value.length);
		buffer_append(&change->key, "", 1);
	}
	return true;
}

/* The record counts as none: its line, or all those that it was gathered from. */
static bool
exclude(struct work *work, uint64_t *why)
{
	intake_exclude(&work->intake);
	++*why;
	return true;
}

static bool
record(struct work *work, struct fault *fault)
{
	struct change *change = work->state;
	struct field value = intake_value(&work->intake, change->round);
	enum pair_round round = field_is(value, options.from) ? ROUND_FIRST : ROUND_SECOND;
	unsigned too_long;

	if (round == ROUND_SECOND && !field_is(value, options.to))
		return exclude(work, &change->other_rounds);
	if (!take_key(change, &work->intake))
		return exclude(work, &change->without_key);
	work_score(work);
	if (!pairs_add(&change->pairs, (struct field){ change->key.data, change->key.length },
	        round, work->scores, &too_long))
		return fault_set(fault,
		    "there are more than %d pairs: ask for part of the records at a time",
		    PAIRS_MAX);
	if (round == ROUND_FIRST)
		first_round_add(&change->first, work->intake.answers, work->scores);
	change->records[round]++;
	change->too_long += too_long;
	return true;
}

/* What became of the records. */
static void
say(const struct work *work)
{
	const struct change *change = work->state;
	struct runrecord *record = &work->filter->record;

	runrecord_count(record, "records of the first round", change->records[ROUND_FIRST]);
	runrecord_count(record, "records of the second round", change->records[ROUND_SECOND]);
	runrecord_count(record, "records of other rounds", change->other_rounds);
	runrecord_count(record, "records without a pair's key", change->without_key);
	if (change->records[ROUND_FIRST] == 0)
		diag_warning("no record is of the first round: check --from, and the column that "
		             "--change names");
	if (change->records[ROUND_SECOND] == 0)
		diag_warning("no record is of the second round: check --to, and the column that "
		             "--change names");
	if (change->without_key != 0)
		diag_warning("records left out, since a column that --pair names is empty in them: "
		             "%" PRIu64,
		    change->without_key);
}

static void
say_pairs(const struct work *work, const struct change_figures *figures)
{
	const struct change *change = work->state;
	uint64_t several = (uint64_t)figures[0].list[FIGURE_SEVERAL_RECORDS].number;

	runrecord_count(&work->filter->record, "keys of pairs", change->pairs.count);
	runrecord_count(&work->filter->record, "pairs with several records in one round", several);
	if (several != 0)
		diag_warning(
		    "pairs left out, since they have several records in one round: %" PRIu64
		    "; keep one record of each, or name further columns with --pair",
		    several);
	if (change->too_long == 0)
		return;
	diag_warning("scores left out, since they have more than 18 digits with %d decimals: "
	             "%" PRIu64 "; give the answers a larger unit",
	    PAIR_PLACES, change->too_long);
	if (work->filter->status == STATUS_DONE)
		work->filter->status = STATUS_DATA_FAILED;
}

static bool
end(struct work *work, struct fault *fault)
{
	struct change *change = work->state;
	size_t scales = work->instrument.scale_count;
	struct change_figures *figures = xcalloc(scales, sizeof figures[0]);
	struct scale_reliability *reliabilities = xcalloc(scales, sizeof reliabilities[0]);
	bool rule = options.disclosure == NULL || strcmp(options.disclosure, "none") != 0;
	const struct change_report report = { &work->instrument, figures, reliabilities,
		!work->filter->no_header };

	(void)fault;
	first_round_settle(&change->first);
	say(work);
	for (size_t i = 0; i < scales; i++) {
		const struct scale *scale = &work->instrument.scales[i];

		reliabilities[i] =
		    first_round_reliability(&change->first, &work->instrument, i, rule);
		change_figures_take(&figures[i], &change->pairs, i, scale, &reliabilities[i]);
	}
	say_pairs(work, figures);
	if (rule)
		change_figures_hide(figures, scales);
	if (options.format == NULL || strcmp(options.format, "text") == 0)
		change_report_text(&report, &work->filter->writer);
	else if (strcmp(options.format, "json") == 0)
		change_report_json(&report, &work->filter->writer);
	else
		change_report_csv(&report, &work->filter->writer);
	for (size_t i = 0; i < scales; i++)
		change_figures_release(&figures[i]);
	free(figures);
	free(reliabilities);
	return true;
}

static void
release(struct work *work)
{
	struct change *change = work->state;

	if (change == NULL)
		return;
	pairs_release(&change->pairs);
	first_round_release(&change->first);
	buffer_release(&change->key);
	free(change);
}

const struct way change_way = { .begin = begin, .record = record, .end = end, .release = release };
