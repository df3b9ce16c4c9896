/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan: what the options say, checked. */
#include "plan.h"

#include "compare/comparers.h"
#include "group/total.h"
#include "kind/kind.h"
#include "measure/measure_typed.h"
#include "measure/standard.h"
#include "options.h"
#include "peers/band.h"
#include "peers/peer_list.h"
#include "row/row.h"

#include <string.h>

static bool
plan_ties(struct compare_options *compare, struct fault *fault)
{
	bool average = options.ties != NULL && strcmp(options.ties, "average") == 0;

	compare->ties = average ? PEERS_TIES_AVERAGE : PEERS_TIES_MINIMUM;
	if (options.ties == NULL)
		return true;
	if (!average && strcmp(options.ties, "minimum") != 0)
		return fault_set(fault, "--ties takes minimum or average");
	return compare_asks(compare->asked, &rank_comparer)
	    || fault_set(fault, "--ties needs --compare rank");
}

/* Only ratios go over parts, and each has a group of reference. */
static bool
plan_reference(struct compare_options *compare, struct fault *fault)
{
	bool ratio = compare_goes_over(compare->asked, COMPARE_PARTS);

	compare->reference = options.reference;
	if (ratio && options.by.count == 0)
		return fault_set(fault, "--compare ratio needs --by COLUMN");
	if (ratio && options.reference == NULL)
		return fault_set(fault,
		    "--compare ratio needs --reference VALUE, a value of the last --by column");
	if (!ratio && options.reference != NULL)
		return fault_set(fault, "--reference needs --compare ratio");
	return true;
}

static bool
plan_funnel(struct compare_options *compare, struct fault *fault)
{
	struct funnel_texts texts = { options.funnel, options.funnel_centre, options.funnel_z,
		options.overdispersion, options.outliers };

	return funnel_configure(
	    &compare->funnel, &texts, compare_asks(compare->asked, &funnel_comparer), fault);
}

static bool
plan_control(struct compare_options *compare, struct fault *fault)
{
	const struct control_texts texts = { options.chart, options.rules, options.shift,
		options.trend, options.two_of_three, options.baseline, &options.rebase,
		options.screen };

	return control_configure(
	    &compare->control, &texts, compare_asks(compare->asked, &control_comparer), fault);
}

static bool
plan_comparison(struct plan *plan, struct fault *fault)
{
	struct compare_options *compare = &plan->compare;

	if (!compare_named(options.compare, &compare->asked, fault))
		return false;
	if (compare_goes_over(compare->asked, COMPARE_UNITS) && options.unit == NULL)
		return fault_set(fault, "--compare %s needs --unit COLUMN", options.compare);
	if (compare_goes_over(compare->asked, COMPARE_TIME) && options.period == NULL)
		return fault_set(fault, "--compare %s needs --period COLUMN", options.compare);
	if (!plan_reference(compare, fault) || !plan_ties(compare, fault)
	    || !plan_control(compare, fault) || !plan_funnel(compare, fault))
		return false;
	compare_lay(&plan->comparison, compare, plan->rule);
	return true;
}

static bool
plan_changes(struct plan *plan, struct filter *filter, struct fault *fault)
{
	if (options.changes == NULL)
		return true;
	if (options.unit == NULL)
		return fault_set(fault, "--changes needs --unit COLUMN");
	plan->changes = organisation_changes_load(options.changes, fault);
	plan->key.changes = plan->changes;
	return plan->changes != NULL && filter_configuration(filter, options.changes, fault);
}

static bool
plan_bands(struct plan *plan, struct filter *filter, struct fault *fault)
{
	plan->bands = bands_load(options.bands, fault);
	plan->compare.bands = plan->bands;
	return plan->bands != NULL
	    && (options.bands == NULL || filter_configuration(filter, options.bands, fault));
}

static bool
plan_peers(struct plan *plan, struct filter *filter, struct fault *fault)
{
	const char *option = options.peers != NULL ? "peers FILE" : "peer-group COLUMN";

	if (options.peers == NULL && options.peer_group == NULL)
		return true;
	if (options.peers != NULL && options.peer_group != NULL)
		return fault_set(fault, "--peers and --peer-group: give one of the two");
	/* what a partition counts is compared by the merge */
	if (options.partial == NULL && !compare_goes_over(plan->compare.asked, COMPARE_UNITS))
		return fault_set(
		    fault, "--%s needs a comparison of units, such as --compare quartile", option);
	plan->peers = options.peers != NULL ? peer_list_read(options.peers, fault)
	                                    : peer_list_of_column(options.peer_group);
	plan->compare.peers = plan->peers;
	return plan->peers != NULL
	    && (options.peers == NULL || filter_configuration(filter, options.peers, fault));
}

static bool
add_typed(struct measures *measures, const struct kind *kind, const struct filter_list *list,
    struct fault *fault)
{
	for (size_t i = 0; i < list->count; i++)
		if (!measures_add_typed(measures, kind, list->values[i], fault))
			return false;
	return true;
}

/* The measures' names as a first further column, so that all that goes by further columns
 * keeps them apart. */
static bool
plan_groups(struct plan *plan, struct fault *fault)
{
	/* the measures of a file have names, and so cells, of their own */
	size_t first = options.measure_column != NULL && options.files.count == 0;

	if (options.by.count + first > FILTER_LIST_MAX)
		return fault_set(fault, "--measure-column and --by: too many columns");
	plan->by.values[0] = options.measure_column;
	for (size_t i = 0; i < options.by.count; i++)
		plan->by.values[first + i] = options.by.values[i];
	plan->by.count = first + options.by.count;
	if (!group_key_configure(&plan->key, options.unit, options.period, &plan->by, fault))
		return false;
	plan->key.by_measure = first != 0;
	plan->compare.by_measure = first != 0;
	return true;
}

static bool
read_measures(struct filter *filter, struct measures *measures, struct fault *fault)
{
	for (size_t i = 0; i < options.files.count; i++)
		if (!measures_read(measures, options.files.values[i], fault)
		    || !filter_configuration(filter, options.files.values[i], fault))
			return false;
	return true;
}

/* The files of weights, which a file of measures may name, are configuration, too. */
static bool
plan_standards(struct filter *filter, const struct measures *measures, struct fault *fault)
{
	for (size_t i = 0; i < measures->count; i++) {
		const struct standard *standard = measures->items[i].standard;

		if (standard != NULL
		    && !filter_configuration(filter, standard_path(standard), fault))
			return false;
	}
	return true;
}

static bool
plan_measures(struct filter *filter, struct measures *measures, struct fault *fault)
{
	const struct measure_typed typed = { .polarity = options.polarity,
		.decimals = options.decimals,
		.stratum = options.stratum,
		.standard = options.standard,
		.intervals = &options.intervals,
		.targets = &options.targets,
		.measure_column = options.measure_column };

	if (!read_measures(filter, measures, fault))
		return false;
	if (!add_typed(measures, &kind_mean, &options.means, fault)
	    || !add_typed(measures, &kind_proportion, &options.proportions, fault)
	    || !add_typed(measures, &kind_rate, &options.rates, fault)
	    || !add_typed(measures, &kind_ratio, &options.ratios, fault)
	    || !add_typed(measures, &kind_dsr, &options.standardised, fault)
	    || !add_typed(measures, &kind_median, &options.medians, fault)
	    || !add_typed(measures, &kind_given, &options.given, fault))
		return false;
	for (size_t i = 0; i < options.missing.count; i++)
		measures_add_missing(measures, options.missing.values[i]);
	if (measures->count == 0)
		return fault_set(fault,
		    "nothing to measure: give --measures FILE, or --mean COLUMN or another measure "
		    "(see --help)");
	return measures_say(measures, &typed, fault) && plan_standards(filter, measures, fault);
}

/* Something is to be reached, where that is what figures are compared with. */
static bool
plan_targets(const struct plan *plan, struct fault *fault)
{
	bool compared = compare_asks(plan->compare.asked, &target_comparer);

	for (size_t i = 0; i < plan->measures.count; i++)
		if (plan->measures.items[i].has_target)
			return true;
	if (compared || plan->compare.funnel.to_target)
		return fault_set(fault,
		    "%s: no measure has a target: give --target, or one in the FILE of --measures",
		    compared ? "--compare target" : "--funnel-centre target");
	return true;
}

static bool
plan_disclosure(struct plan *plan, struct filter *filter, struct fault *fault)
{
	bool file;

	if (!disclosure_choose(&plan->disclosure, options.disclosure, &file, fault))
		return false;
	plan->rule = plan->disclosure.rule;
	return !file || filter_configuration(filter, options.disclosure, fault);
}

static bool
plan_partition(struct plan *plan, struct filter *filter, struct fault *fault)
{
	filter->private_output = options.partial != NULL;
	if (options.partial != NULL && options.merge)
		return fault_set(fault, "--partial and --merge exclude one another");
	if (!options.merge && filter->input_count > 1)
		return fault_set(fault,
		    "several FILEs are for --merge: of records name one, or put them together");
	if (options.merge && filter->header_path != NULL)
		return fault_set(fault,
		    "--header is for records: the FILEs of --merge have a first line of their own");
	if (options.partial == NULL && !options.merge)
		return true;
	return (options.partial == NULL
	           || partial_id_read(&plan->partition, options.partial, fault))
	    && settings_make(&plan->settings, option_table, &plan->measures, fault);
}

/* Outputs are attacked as they are: nothing is grouped or compared. */
static bool
plan_attack(struct plan *plan, struct filter *filter, struct fault *fault)
{
	if (options.unit != NULL || options.period != NULL || options.by.count != 0
	    || options.compare != NULL || options.merge || options.partial != NULL)
		return fault_set(fault,
		    "--attack reads what was published: it takes --measures, --disclosure, "
		    "--total and --national, and no options of how records are grouped");
	filter->private_output = true;
	return read_measures(filter, &plan->measures, fault);
}

bool
plan_make(struct plan *plan, struct filter *filter, struct fault *fault)
{
	struct row_options row = { &plan->key, NULL, &plan->comparison };

	if (!plan_disclosure(plan, filter, fault))
		return false;
	if (options.attack)
		return plan_attack(plan, filter, fault);
	if (options.national != NULL && options.unit == NULL)
		return fault_set(fault, "--national needs --unit COLUMN");
	if (options.total != NULL && options.unit == NULL)
		return fault_set(fault, "--total needs --unit COLUMN");
	if (options.total != NULL && options.total[0] == '\0')
		return fault_set(
		    fault, "--total has no name: give one that no unit of the data has");
	return plan_comparison(plan, fault) && plan_bands(plan, filter, fault)
	    && plan_peers(plan, filter, fault) && plan_groups(plan, fault)
	    && (options.period_end == NULL || group_key_end(&plan->key, options.period_end, fault))
	    && plan_changes(plan, filter, fault) && row_check(&row, fault)
	    && plan_measures(filter, &plan->measures, fault) && plan_targets(plan, fault)
	    && (options.total == NULL || total_check(options.total, &plan->measures, fault))
	    && plan_partition(plan, filter, fault);
}

void
plan_release(struct plan *plan)
{
	measures_release(&plan->measures);
	disclosure_release(&plan->disclosure);
	group_key_release(&plan->key);
	bands_free(plan->bands);
	peer_list_free(plan->peers);
	organisation_changes_free(plan->changes);
	compare_release(&plan->comparison);
	settings_release(&plan->settings);
}
