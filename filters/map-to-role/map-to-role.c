/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * map-to-role: the role and function of social work that a record speaks of.
 *
 * reader -> a decision (code, or text) -> one way: further columns, an evaluation, ...
 */
#include "agree/agree.h"
#include "append/append.h"
#include "evaluate/evaluate.h"
#include "options.h"
#include "rule/audit.h"
#include "sample/sample.h"
#include "way.h"

static const struct way *
choose_way(void)
{
	if (options.agree.count != 0)
		return &agree_way;
	if (options.evaluate != NULL)
		return &evaluate_way;
	if (options.sample != NULL)
		return &sample_way;
	return &append_way;
}

/* The sandbox closes once everything is open, and before the first record. */
static bool
go(struct work *work, const struct way *way, struct fault *fault)
{
	struct filter *filter = work->filter;
	bool going = true;

	if ((way->decides && !work_bind(work, fault)) || !way->begin(work, fault)
	    || !filter_confine(filter, NULL, 0, fault))
		return false;
	while (going && filter_next(filter))
		going = (!way->decides || work_decide(work, fault)) && way->record(work, fault);
	if (fault->message[0] != '\0')
		return false;
	if (way->decides)
		work_report(work);
	return filter->status == STATUS_FAILED || way->end == NULL || way->end(work, fault);
}

static bool
load(struct work *work, const struct way *way, struct fault *fault)
{
	return options_check(work->filter, fault) && (!way->decides || work_load(work, fault))
	    && (way->load == NULL || way->load(work, fault));
}

static bool
check(struct work *work, struct fault *fault)
{
	return work->rules.count == 0 || audit_rules(&work->rules, fault);
}

static int
run(struct work *work)
{
	struct filter *filter = work->filter;
	const struct way *way = choose_way();
	struct fault fault = { 0 };
	bool good = load(work, way, &fault);
	int status;

	if (good)
		good = filter->check_config ? check(work, &fault)
		                            : filter_open(filter, &fault) && go(work, way, &fault);
	if (!good)
		status = filter_fail(filter, &fault);
	else
		status = filter->check_config ? filter_checked(filter) : filter_close(filter);
	if (way->release != NULL)
		way->release(work);
	return status;
}

int
main(int argc, char **argv)
{
	struct filter filter = { .name = "map-to-role",
		.summary = "the social work role and function that a record speaks of",
		.synopsis = options_synopsis,
		.examples = options_examples,
		.notes = options_notes,
		.options = option_table,
		.many = true };
	struct work work = { .filter = &filter };
	int status;

	if (!filter_parse(&filter, argc, argv))
		return (int)filter.status;
	status = run(&work);
	work_release(&work);
	return status;
}
