/* SPDX-License-Identifier: GPL-3.0-or-later */
/* measure_typed: what options say of the measures that are typed as options. */
#include "measure_typed.h"

#include "../../lib/memory.h"
#include "../kind/kind.h"
#include "measure_list.h"
#include "standard.h"

#include <stdlib.h>
#include <string.h>

static size_t
count_typed(const struct measures *measures)
{
	size_t count = 0;

	for (size_t i = 0; i < measures->count; i++)
		count += measures->items[i].typed;
	return count;
}

static bool
need_typed(const struct measures *measures, const char *option, struct fault *fault)
{
	return count_typed(measures) != 0
	    || fault_set(fault,
	        "--%s goes with a measure that is an option, such as --mean COLUMN; a FILE of "
	        "--measures says it for each of its own",
	        option);
}

static bool
say_polarity(struct measures *measures, const char *text, struct fault *fault)
{
	enum measure_polarity polarity = MEASURE_HIGHER;

	if (!need_typed(measures, "polarity", fault))
		return false;
	if (strcmp(text, "lower") == 0)
		polarity = MEASURE_LOWER;
	else if (strcmp(text, "neutral") == 0)
		polarity = MEASURE_NEUTRAL;
	else if (strcmp(text, "higher") != 0)
		return fault_set(fault, "--polarity takes higher, lower or neutral");
	for (size_t i = 0; i < measures->count; i++)
		if (measures->items[i].typed)
			measures->items[i].polarity = polarity;
	return true;
}

static bool
say_decimals(struct measures *measures, const char *text, struct fault *fault)
{
	int64_t decimals;

	if (!need_typed(measures, "decimals", fault))
		return false;
	if (!field_to_integer(field_of(text), &decimals) || decimals < 0
	    || decimals > DECIMAL_SCALE_MAX)
		return fault_set(
		    fault, "--decimals takes a whole number from 0 to %d", DECIMAL_SCALE_MAX);
	for (size_t i = 0; i < measures->count; i++)
		if (measures->items[i].typed) {
			measures->items[i].decimals = (unsigned)decimals;
			measures->items[i].decimals_said = true;
		}
	return true;
}

bool
measure_choose_interval(struct measure *measure, const char *name)
{
	const struct kind *kind = measure->kind;

	for (unsigned i = 0; kind->intervals[i] != NULL; i++) {
		if (strcmp(kind->intervals[i], name) != 0)
			continue;
		measure->interval = i;
		if (kind->by_interval != NULL)
			measure->kind = kind->by_interval[i];
		return true;
	}
	return false;
}

/* The names that a kind's --interval takes. */
static bool
refuse_method(const struct kind *kind, const char *text, struct fault *fault)
{
	struct buffer names = { 0 };

	for (size_t i = 0; kind->intervals[i] != NULL; i++)
		buffer_format(&names, "%s%s", i == 0 ? "" : ", ", kind->intervals[i]);
	buffer_append(&names, "", 1);
	fault_set(fault, "--interval '%s': a %s takes %s", text, kind->name, names.data);
	buffer_release(&names);
	return false;
}

static bool
say_interval(struct measures *measures, const char *text, struct fault *fault)
{
	const char *equals = strchr(text, '=');
	char *name = equals != NULL ? xstrndup(text, (size_t)(equals - text)) : NULL;
	const struct kind *kind = name != NULL ? kind_named(name) : NULL;
	bool found = false;

	free(name);
	if (kind == NULL)
		return fault_set(
		    fault, "--interval '%s': write KIND=METHOD, as in proportion=exact", text);
	for (size_t i = 0; i < measures->count; i++) {
		struct measure *measure = &measures->items[i];

		if (!measure->typed || strcmp(measure->kind->name, kind->name) != 0)
			continue;
		found = true;
		if (!measure_choose_interval(measure, equals + 1))
			return refuse_method(kind, text, fault);
	}
	return found
	    || fault_set(
	        fault, "--interval '%s': no measure that is an option is a %s", text, kind->name);
}

static bool
to_number(const char *text, double *number)
{
	struct decimal decimal;

	if (decimal_parse(field_of(text), &decimal) != DECIMAL_OK)
		return false;
	*number = decimal_value(decimal);
	return true;
}

static bool
say_target(struct measures *measures, const char *text, struct fault *fault)
{
	const char *equals = strrchr(text, '=');
	bool all = equals == NULL, found = false;
	double target;

	if (!to_number(all ? text : equals + 1, &target))
		return fault_set(fault, "--target '%s': write NUMBER or MEASURE=NUMBER", text);
	if (all && !need_typed(measures, "target", fault))
		return false;
	for (size_t i = 0; i < measures->count; i++) {
		struct measure *measure = &measures->items[i];

		if (all ? !measure->typed
		        : !field_is((struct field){ text, (size_t)(equals - text) }, measure->id))
			continue;
		found = true;
		measure->has_target = true;
		measure->target = target;
	}
	return found || fault_set(fault, "--target '%s': there is no such measure", text);
}

/* Of which measure a target is; of length 0: of all. */
static struct field
target_of(const char *text)
{
	const char *equals = strrchr(text, '=');

	return (struct field){ text, equals != NULL ? (size_t)(equals - text) : 0 };
}

/* One measure's own target goes before that of all, whichever stands first. */
static bool
say_targets(struct measures *measures, const struct filter_list *targets, struct fault *fault)
{
	for (size_t i = 0; i < targets->count; i++)
		for (size_t j = 0; j < i; j++)
			if (field_equals(
			        target_of(targets->values[i]), target_of(targets->values[j])))
				return fault_set(fault,
				    "--target '%s' stands beside '%s': give each measure one "
				    "target",
				    targets->values[i], targets->values[j]);
	for (size_t own = 0; own < 2; own++)
		for (size_t i = 0; i < targets->count; i++)
			if ((strchr(targets->values[i], '=') != NULL) == (own == 1)
			    && !say_target(measures, targets->values[i], fault))
				return false;
	return true;
}

/* Each value of the column is a measure: of one that is typed, or those of a file. */
static bool
say_column(struct measures *measures, const char *column, struct fault *fault)
{
	size_t typed = count_typed(measures);

	if (typed > 1 || (typed == 1 && measures->count > 1))
		return fault_set(fault,
		    "--measure-column '%s' goes with one measure that is an option, or with those "
		    "of --measures FILE, whose ids are the column's values",
		    column);
	if (typed == 0)
		measures->column = column;
	return true;
}

/* Of each typed dsr: what its strata are, and who weighs them. */
static bool
say_standard(struct measures *measures, const struct measure_typed *typed, struct fault *fault)
{
	size_t length = typed->standard != NULL ? strlen(typed->standard) : 0;
	bool file = length > 4 && strcmp(typed->standard + length - 4, ".csv") == 0;
	bool found = false;

	for (size_t i = 0; i < measures->count; i++) {
		struct measure *measure = &measures->items[i];

		if (!measure->typed || measure->kind != &kind_dsr)
			continue;
		found = true;
		if (typed->stratum == NULL || typed->standard == NULL)
			return fault_set(fault,
			    "--dsr '%s' needs --stratum COLUMN and --standard COLUMN or FILE.csv",
			    measure->id);
		measure->columns[MEASURE_STRATUM] = xstrdup(typed->stratum);
		if (!file)
			measure->columns[MEASURE_WEIGHT] = xstrdup(typed->standard);
		else if ((measure->standard = standard_read(typed->standard, fault)) == NULL)
			return false;
	}
	return found || (typed->stratum == NULL && typed->standard == NULL)
	    || fault_set(fault, "--%s goes with --dsr NUM/DEN",
	        typed->stratum != NULL ? "stratum" : "standard");
}

bool
measures_say(struct measures *measures, const struct measure_typed *typed, struct fault *fault)
{
	if ((typed->polarity != NULL && !say_polarity(measures, typed->polarity, fault))
	    || (typed->decimals != NULL && !say_decimals(measures, typed->decimals, fault))
	    || (typed->measure_column != NULL
	        && !say_column(measures, typed->measure_column, fault))
	    || !say_standard(measures, typed, fault))
		return false;
	for (size_t i = 0; i < typed->intervals->count; i++)
		if (!say_interval(measures, typed->intervals->values[i], fault))
			return false;
	return say_targets(measures, typed->targets, fault);
}
