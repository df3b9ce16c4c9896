/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * score: the scales of an instrument, for each record or over all of them.
 *
 * reader -> intake (answers) -> scores -> one way: further columns, further lines, ...
 */
#include "append/append.h"
#include "change/change.h"
#include "describe/describe.h"
#include "options.h"
#include "plan/plan.h"
#include "reliability/reliability.h"
#include "way.h"

static const struct way *
choose_way(void)
{
	if (options.long_form)
		return &append_long;
	if (options.action_plan)
		return &plan_way;
	if (options.reliability)
		return options.merge ? &reliability_merge_way : &reliability_way;
	if (options.change != NULL)
		return &change_way;
	return &append_wide;
}

/* How the data is laid out. */
static void
lay_out(struct work *work)
{
	const struct gather_layout layout = { .record = &options.record,
		.keep = &options.keep,
		.item = options.item,
		.answer = options.answer };

	if (options.record.count != 0)
		intake_gather(&work->intake, &layout);
}

/* The sandbox closes once everything is open, and before the first record. */
static bool
go(struct work *work, const struct way *way, struct fault *fault)
{
	struct filter *filter = work->filter;
	bool going = true;

	if (way->whole != NULL)
		return filter_confine(filter, NULL, 0, fault) && way->whole(work, fault);
	lay_out(work);
	if (!intake_open(&work->intake, filter, &work->instrument, options.rejects, fault)
	    || !way->begin(work, fault)
	    || !filter_confine(filter, &options.rejects, options.rejects != NULL, fault))
		return false;
	while (going && intake_next(&work->intake))
		going = way->record(work, fault);
	if (fault->message[0] != '\0')
		return false;
	work_report(work);
	if (way->end != NULL && filter->status != STATUS_FAILED && !way->end(work, fault))
		return false;
	return intake_close(&work->intake, fault);
}

/* The page of the instrument; no data is read. */
static int
describe(struct filter *filter, const struct instrument *instrument)
{
	struct buffer page = { 0 };
	struct fault fault = { 0 };

	if (!filter_open_output(filter, &fault) || !filter_confine(filter, NULL, 0, &fault))
		return filter_fail(filter, &fault);
	describe_instrument(instrument, &page);
	writer_bytes(&filter->writer, page.data, page.length);
	buffer_release(&page);
	return filter_close(filter);
}

static int
score(struct filter *filter, struct work *work)
{
	const struct way *way = choose_way();
	struct fault fault = { 0 };
	int status;

	if (!options_check(filter, &fault)
	    || !instrument_load(&work->instrument, options.config, &fault)
	    || !filter_configuration(filter, options.config, &fault))
		return filter_fail(filter, &fault);
	if (filter->check_config)
		return filter_checked(filter);
	if (options.describe)
		return describe(filter, &work->instrument);
	work_prepare(work);
	if (!filter_open(filter, &fault) || !go(work, way, &fault))
		status = filter_fail(filter, &fault);
	else
		status = filter_close(filter);
	if (way->release != NULL)
		way->release(work);
	return status;
}

int
main(int argc, char **argv)
{
	struct filter filter = { .name = "score",
		.summary = "the scales of an instrument, for each record or over all of them",
		.synopsis = options_synopsis,
		.examples = options_examples,
		.notes = options_notes,
		.options = option_table,
		.many = true };
	struct work work = { .filter = &filter };
	int status;

	if (!filter_parse(&filter, argc, argv))
		return (int)filter.status;
	status = score(&filter, &work);
	work_release(&work);
	return status;
}
