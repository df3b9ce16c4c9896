/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * benchmark: figures by unit and period, set beside each other.
 *
 * reader -> intake (groups of cells) -> comparisons -> rows
 */
#include "../lib/filter.h"

#include "attack/attack.h"
#include "control/control_units.h"
#include "disclosure/secondary.h"
#include "figure/figure.h"
#include "group/group_rule.h"
#include "group/intake.h"
#include "group/total.h"
#include "options.h"
#include "peers/peer_list.h"
#include "plan.h"
#include "row/row.h"

/* What became of the group's records; those of a total are the units'.  Rows of a table are
 * used where they make a figure, however few they are. */
static void
account(struct filter *filter, const struct plan *plan, const struct group *group, bool shown)
{
	if (group->total)
		return;
	if (shown || disclosure_shows(group_rule(group, plan->rule), group->records))
		filter->record.used += group->records;
	else
		filter->record.suppressed += group->records;
}

/* A group and measure a line, and what became of each record. */
static void
write_rows(struct filter *filter, struct plan *plan, struct intake *intake)
{
	struct row_options row = { &plan->key, plan->rule, &plan->comparison };
	bool good = true;

	if (options.national != NULL && !groups_mark_national(&intake->groups, options.national))
		diag_warning("--national '%s': there is no such unit", options.national);
	groups_sort(&intake->groups);
	secondary_hide(&intake->groups, plan->rule);
	compare_all(&plan->comparison, &intake->groups, &plan->measures);
	control_warn_units(&plan->compare.control, &intake->groups);
	if (!filter->no_header)
		row_header(&filter->writer, &row);
	for (size_t g = 0; good && g < intake->groups.count; g++) {
		const struct group *group = intake->groups.sorted[g];
		bool shown = false;

		for (size_t m = 0; good && m < plan->measures.count; m++) {
			struct figure figure = figure_of(&plan->measures.items[m], &group->cells[m],
			    group_rule(group, plan->rule));

			if (!group->total)
				intake_settle(intake, m, &figure);
			shown = shown || figure.state == FIGURE_SHOWN
			    || figure.state == FIGURE_LABELLED;
			good = row_write(&filter->writer, &row, group, &plan->measures, m, &figure);
		}
		account(filter, plan, group, shown);
	}
}

/* Reads all records; the sandbox closes once everything is open. */
static bool
take_all(struct filter *filter, struct plan *plan, struct intake *intake, struct fault *fault)
{
	bool good;

	if (partial_is(&filter->reader))
		return fault_at(fault, filter->reader.name, 1, 0,
		    "holds what a partition has counted, and no records: add --merge");
	if (!measures_bind(&plan->measures, &filter->reader, fault)
	    || !group_key_bind(&plan->key, &filter->reader, fault)
	    || (intake->peers != NULL && !peer_list_bind(intake->peers, &filter->reader, fault))
	    || !filter_confine(filter, NULL, 0, fault))
		return false;
	while ((good = filter_next(filter)) && intake_take(intake, filter, fault))
		continue;
	return !good;
}

/* The same from what partitions have counted. */
static bool
merge_all(struct filter *filter, struct plan *plan, struct intake *intake, struct fault *fault)
{
	intake->columns = false;
	group_key_bind_groups(&plan->key);
	return filter_confine(filter, NULL, 0, fault)
	    && partial_merge_inputs(filter, intake, &plan->settings, fault);
}

/* All that was counted, of which figures can be made; an empty input has nothing. */
static bool
gather(struct filter *filter, struct plan *plan, struct intake *intake, struct fault *fault)
{
	bool good = true;

	intake->partial = options.partial != NULL;
	intake->columns = filter->reader.columns != 0;
	if (options.merge)
		good = merge_all(filter, plan, intake, fault);
	else if (intake->columns)
		good = take_all(filter, plan, intake, fault);
	return good
	    && (options.total == NULL || intake->partial
	        || total_add(&intake->groups, &plan->key, options.total, options.national, fault))
	    && intake_check(intake, compare_goes_over(plan->compare.asked, COMPARE_TIME), fault);
}

/* What was counted: as it is for --merge, or its figures. */
static void
write_all(struct filter *filter, struct plan *plan, struct intake *intake)
{
	if (intake->partial) {
		partial_write(filter, intake, &plan->settings, plan->partition);
	} else if (intake->columns) {
		intake_find_parts(intake, &plan->measures);
		write_rows(filter, plan, intake);
		compare_report(&plan->comparison);
	}
	if (intake->columns)
		intake_report(intake, filter);
}

static int
attack(struct filter *filter, const struct plan *plan)
{
	const struct attack_options attack = { plan->rule, options.total, options.national,
		&plan->measures };
	struct fault fault = { 0 };

	if (!filter_open(filter, &fault) || !filter_confine(filter, NULL, 0, &fault)
	    || !attack_run(filter, &attack, &fault))
		return filter_fail(filter, &fault);
	return filter_close(filter);
}

static int
run(struct filter *filter, struct plan *plan)
{
	struct intake intake;
	struct fault fault = { 0 };

	if (!filter_open(filter, &fault))
		return filter_fail(filter, &fault);
	intake_init(&intake, &plan->measures, &plan->key);
	if (peer_list_is_column(plan->peers))
		intake.peers = plan->peers;
	if (!gather(filter, plan, &intake, &fault)) {
		intake_release(&intake);
		return filter_fail(filter, &fault);
	}
	/* figures of a part of the input would look like those of the whole */
	if (filter->status != STATUS_FAILED)
		write_all(filter, plan, &intake);
	intake_release(&intake);
	return filter_close(filter);
}

int
main(int argc, char **argv)
{
	struct filter filter = {
		.name = "benchmark",
		.summary = "figures by unit and period, with intervals and comparisons",
		.synopsis = options_synopsis,
		.examples = options_examples,
		.notes = options_notes,
		.options = option_table,
		.many = true,
	};
	struct plan plan = { 0 };
	struct fault fault = { 0 };
	int status;

	if (!filter_parse(&filter, argc, argv))
		return (int)filter.status;
	if (!plan_make(&plan, &filter, &fault))
		status = filter_fail(&filter, &fault);
	else if (filter.check_config)
		status = filter_checked(&filter);
	else
		status = options.attack ? attack(&filter, &plan) : run(&filter, &plan);
	plan_release(&plan);
	return status;
}
