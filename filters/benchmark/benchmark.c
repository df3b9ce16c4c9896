/* SPDX-License-Identifier: GPL-3.0-or-later */
/* benchmark: means, proportions and ratios by unit and period, set beside each other. */
#include "../lib/filter.h"

#include "../lib/memory.h"
#include "compare/compare.h"
#include "disclosure/disclosure.h"
#include "figure/figure.h"
#include "group/group.h"
#include "group/group_key.h"
#include "group/intake.h"
#include "measure/measure.h"
#include "row/row.h"

#include <string.h>

static struct {
	const char *unit;
	const char *period;
	const char *compare;
	const char *ties;
	const char *two_of_three;
	const char *disclosure;
	struct filter_list files;
	struct filter_list by;
	struct filter_list means;
	struct filter_list proportions;
	struct filter_list ratios;
	struct filter_list missing;
} options;

static const char *const ties[] = { "best", "average", NULL };
static const char *const zones[] = { "beyond", "between", NULL };
static const char *const comparisons[] = { "peers", "control", "peers,control", NULL };

static const struct filter_option table[] = {
	{ .name = "measures",
	    .letter = 'm',
	    .argument = "FILE",
	    .help = "measures from a configuration file (may be repeated)",
	    .list = &options.files },
	{ .name = "mean",
	    .argument = "COLUMN",
	    .help = "the mean of a column (may be repeated)",
	    .list = &options.means },
	{ .name = "proportion",
	    .argument = "COLUMN=VALUE|VALUE",
	    .help = "the share of values in a column (may be repeated)",
	    .list = &options.proportions },
	{ .name = "ratio",
	    .argument = "NUM/DEN",
	    .help = "the sum of a column over that of another (may be repeated)",
	    .list = &options.ratios },
	{ .name = "missing",
	    .argument = "CODE",
	    .help = "a value that means: no answer (may be repeated)",
	    .list = &options.missing },
	{ .name = "unit",
	    .letter = 'u',
	    .argument = "COLUMN",
	    .help = "one group for each team, organisation, ...",
	    .text = &options.unit },
	{ .name = "period",
	    .letter = 'p',
	    .argument = "COLUMN[:LENGTH]",
	    .help = "and each day, month, quarter, year, fquarter or fyear",
	    .text = &options.period },
	{ .name = "by",
	    .letter = 'b',
	    .argument = "COLUMN",
	    .help = "and each value of a further column (may be repeated)",
	    .list = &options.by },
	{ .name = "compare",
	    .letter = 'c',
	    .argument = "LIST",
	    .help = "peers, control or peers,control",
	    .text = &options.compare,
	    .choices = comparisons },
	{ .name = "ties",
	    .argument = "WAY",
	    .help = "best or average: the rank that equal values share (best)",
	    .text = &options.ties,
	    .choices = ties },
	{ .name = "two-of-three",
	    .argument = "WAY",
	    .help = "beyond 2 sigma or between 2 and 3: points that count (beyond)",
	    .text = &options.two_of_three,
	    .choices = zones },
	{ .name = "disclosure",
	    .argument = "RULE",
	    .help = "mental-health or none (mental-health)",
	    .text = &options.disclosure,
	    .choices = (const char *const[]){ "mental-health", "none", NULL } },
	{ 0 },
};

/* What the options say, checked. */
struct plan {
	struct measures measures;
	struct group_key key;
	struct compare_options compare;
	const struct disclosure *rule;
};

/* The index of text in names, default 0 where there is none. */
static bool
choose(const char *option, const char *text, const char *const *names, size_t *index,
    struct fault *fault)
{
	*index = 0;
	for (size_t i = 0; text != NULL && names[i] != NULL; i++) {
		if (strcmp(text, names[i]) == 0) {
			*index = i;
			return true;
		}
	}
	if (text == NULL)
		return true;
	return fault_set(fault, "--%s takes %s or %s", option, names[0], names[1]);
}

static bool
plan_comparison(struct compare_options *compare, struct fault *fault)
{
	const char *rest = options.compare != NULL ? options.compare : "";
	size_t index;

	while (*rest != '\0') {
		struct field name = { rest, strcspn(rest, ",") };

		if (field_is(name, "peers"))
			compare->peers = true;
		else if (field_is(name, "control"))
			compare->control = true;
		else
			return fault_set(fault, "--compare takes peers, control or peers,control");
		rest += name.length;
		rest += *rest == ',';
	}
	if (compare->peers && options.unit == NULL)
		return fault_set(fault, "--compare peers needs --unit COLUMN");
	if (compare->control && options.period == NULL)
		return fault_set(fault, "--compare control needs --period COLUMN");
	if (!choose("ties", options.ties, ties, &index, fault))
		return false;
	compare->ties = index == 0 ? PEERS_TIES_BEST : PEERS_TIES_AVERAGE;
	if (!choose("two-of-three", options.two_of_three, zones, &index, fault))
		return false;
	compare->zone = index == 0 ? CONTROL_BEYOND : CONTROL_BETWEEN;
	return true;
}

static bool
plan_measures(struct filter *filter, struct measures *measures, struct fault *fault)
{
	for (size_t i = 0; i < options.files.count; i++)
		if (!measures_read(measures, options.files.values[i], fault)
		    || !filter_configuration(filter, options.files.values[i], fault))
			return false;
	for (size_t i = 0; i < options.means.count; i++)
		if (!measures_add_mean(measures, options.means.values[i], fault))
			return false;
	for (size_t i = 0; i < options.proportions.count; i++)
		if (!measures_add_proportion(measures, options.proportions.values[i], fault))
			return false;
	for (size_t i = 0; i < options.ratios.count; i++)
		if (!measures_add_ratio(measures, options.ratios.values[i], fault))
			return false;
	for (size_t i = 0; i < options.missing.count; i++)
		measures_add_missing(measures, options.missing.values[i]);
	if (measures->count == 0)
		return fault_set(fault,
		    "nothing to measure: give --measures FILE, --mean COLUMN, --proportion "
		    "COLUMN=VALUE or --ratio NUM/DEN");
	return true;
}

static bool
plan_make(struct plan *plan, struct filter *filter, struct fault *fault)
{
	struct row_options row = { &plan->key, NULL, NULL };
	size_t rule;

	if (!choose("disclosure", options.disclosure, disclosure_names(), &rule, fault))
		return false;
	plan->rule = disclosure_named(disclosure_names()[rule]);
	return plan_comparison(&plan->compare, fault)
	    && group_key_configure(&plan->key, options.unit, options.period, &options.by, fault)
	    && row_check(&row, fault) && plan_measures(filter, &plan->measures, fault);
}

/* A group and measure a line, and what became of each record. */
static void
write_rows(struct filter *filter, struct plan *plan, struct intake *intake)
{
	struct row_options row = { &plan->key, plan->rule, &plan->compare };
	struct comparison comparison;
	bool good = true;

	groups_sort(&intake->groups);
	compare_all(&comparison, &plan->compare, &intake->groups, &plan->measures, plan->rule);
	if (!filter->no_header)
		row_header(&filter->writer, &row);
	for (size_t g = 0; good && g < intake->groups.count; g++) {
		const struct group *group = intake->groups.sorted[g];

		if (disclosure_shows(plan->rule, group->records))
			filter->record.used += group->records;
		else
			filter->record.suppressed += group->records;
		for (size_t m = 0; good && m < plan->measures.count; m++) {
			struct figure figure =
			    figure_of(&plan->measures.items[m], &group->cells[m], plan->rule);

			intake_settle(intake, m, &figure);
			good = row_write(
			    &filter->writer, &row, group, &plan->measures, m, &figure, &comparison);
		}
	}
	compare_release(&comparison);
}

static int
run(struct filter *filter, struct plan *plan)
{
	struct intake intake = { 0 };
	struct fault fault = { 0 };
	bool good;

	if (!filter_open(filter, &fault))
		return filter_fail(filter, &fault);
	if (filter->reader.columns == 0)
		return filter_close(filter);
	if (!measures_bind(&plan->measures, &filter->reader, &fault)
	    || !group_key_bind(&plan->key, &filter->reader, &fault)
	    || !filter_confine(filter, NULL, 0, &fault))
		return filter_fail(filter, &fault);
	intake_init(&intake, &plan->measures, &plan->key);
	while ((good = filter_next(filter)) && intake_take(&intake, filter, &fault))
		continue;
	if (good || !intake_check(&intake, plan->compare.control, &fault)) {
		intake_release(&intake);
		return filter_fail(filter, &fault);
	}
	/* figures of a part of the input would look like those of the whole */
	if (filter->status != STATUS_FAILED) {
		intake_find_parts(&intake, &plan->measures);
		write_rows(filter, plan, &intake);
		intake_report(&intake, filter);
	}
	intake_release(&intake);
	return filter_close(filter);
}

int
main(int argc, char **argv)
{
	struct filter filter = {
		.name = "benchmark",
		.summary =
		    "means, proportions and ratios by unit and period, with intervals and peers",
		.synopsis = "[-m FILE] [--mean COLUMN] [--proportion COLUMN=VALUE|VALUE] "
		            "[--ratio NUM/DEN] [--missing CODE] [-u COLUMN] "
		            "[-p COLUMN[:LENGTH]] [-b COLUMN] [-c LIST] [--ties WAY] "
		            "[--two-of-three WAY] [--disclosure RULE] [FILE]",
		.examples =
		    "  benchmark -m schemas/feedback/measures.json -u team -c peers scored.csv\n"
		    "  benchmark --mean listened --missing -9 -u team -p date:month -c control "
		    "scored.csv\n"
		    "  benchmark --proportion 'respondent=carer|family' -u team scored.csv\n"
		    "  benchmark --ratio role_a/role_all -u team -p date:month coded.csv\n",
		.notes = "memory: one entry for each group and measure, at most 1,000,000 groups\n"
		         "and 16,000,000 entries.\n"
		         "counts under 5 are suppressed unless --disclosure none.\n",
		.options = table,
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
		status = run(&filter, &plan);
	measures_release(&plan.measures);
	group_key_release(&plan.key);
	return status;
}
