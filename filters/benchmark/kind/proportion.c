/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * proportion: the share of records that have one of some values, of all that have one.
 * Counts in columns, and predicates, are in proportion_of_counts.c.
 */
#include "../../lib/memory.h"
#include "../measure/measure_list.h"
#include "content.h"
#include "share.h"

#include <string.h>

static bool
read_proportion(const struct config_node *node, struct measure *measure, struct fault *fault)
{
	struct config_node values = config_member(node, "values");
	struct config_node column = config_member(node, "column");
	struct config_node above = config_member(node, "numerator");
	struct config_node below = config_member(node, "denominator");

	if (config_present(&above) || config_present(&below)) {
		struct config_node *other = config_present(&column) ? &column : &values;

		if (config_present(other))
			return config_fault(other, fault,
			    "does not go with a numerator and a denominator, which say it all");
		measure->kind = &kind_proportion_of_counts;
		return measure->kind->read(node, measure, fault);
	}
	if (!measure_read_column(node, "column", measure, MEASURE_ABOVE, fault))
		return false;
	if (!config_present(&values))
		return config_fault(
		    &values, fault, "is missing: the values that a proportion counts");
	return measure_read_values(&values, &measure->values, fault);
}

static bool
type_proportion(struct measure *measure, const char *text, struct fault *fault)
{
	const char *values = strchr(text, '=');

	if (values == NULL && strchr(text, '/') != NULL) {
		measure->kind = &kind_proportion_of_counts;
		return measure->kind->type(measure, text, fault);
	}
	if (values == NULL || values == text)
		return fault_set(fault,
		    "--proportion '%s' has no value: write COLUMN=VALUE, COLUMN=VALUE|VALUE or "
		    "NUM/DEN",
		    text);
	measure->columns[MEASURE_ABOVE] = xstrndup(text, (size_t)(values - text));
	do {
		values++;

		size_t length = strcspn(values, "|");

		measure_values_add(&measure->values, values, length);
		values += length;
	} while (*values == '|');
	return true;
}

static enum kind_taken
take(const struct measure *measure, const struct measure_values *missing,
    const struct reader *reader, struct cell *cell, size_t *column)
{
	struct field value = reader_value(reader, measure->fields[MEASURE_ABOVE]);

	*column = measure->fields[MEASURE_ABOVE];
	if (content_is_missing(missing, value))
		return KIND_MISSING;
	if (content_is_label(value))
		return KIND_LABELLED;
	cell->count++;
	cell->sum += measure_values_have(&measure->values, value);
	return KIND_TAKEN;
}

static bool
overflows(const struct cell *cell)
{
	(void)cell;
	return false;
}

static void
merge(struct cell *cell, const struct cell *other)
{
	cell->count += other->count;
	cell->sum += other->sum;
}

static void
save(const struct cell *cell, struct buffer *text)
{
	(void)cell;
	(void)text;
}

static bool
load(struct cell *cell, struct field text)
{
	return text.length == 0 && cell->sum <= cell->count && cell->count <= cell->records;
}

static bool
hides(const struct measure *measure, const struct cell *cell, const struct figure *figure,
    const struct disclosure *rule)
{
	(void)measure;
	(void)figure;
	return !disclosure_shows(rule, cell->sum);
}

static const char *const keys[] = { "column", "values", "numerator", "denominator", NULL };

const struct kind kind_proportion = {
	.name = "proportion",
	.option = "COLUMN=VALUE|VALUE or NUM/DEN",
	.decimals = 1,
	.multiplier = 100,
	.keys = keys,
	.intervals = share_intervals,
	.read = read_proportion,
	.type = type_proportion,
	.take = take,
	.overflows = overflows,
	.merge = merge,
	.release = share_release,
	.save = save,
	.load = load,
	.reckon = share_reckon,
	.hides = hides,
	.publish = share_publish,
	.limits = share_limits,
	.method = share_method,
};
