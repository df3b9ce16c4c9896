/* SPDX-License-Identifier: GPL-3.0-or-later */
/* proportion: the share of records that have one of some values, of all that have one. */
#include "../../lib/memory.h"
#include "../measure/measure_list.h"
#include "content.h"

#include <math.h>
#include <string.h>

static bool
read_proportion(const struct config_node *node, struct measure *measure, struct fault *fault)
{
	struct config_node values = config_member(node, "values");

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

	if (values == NULL || values == text)
		return fault_set(fault,
		    "--proportion '%s' has no value: write COLUMN=VALUE or COLUMN=VALUE|VALUE",
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
    const struct reader *reader, struct cell *cell, enum measure_column *column)
{
	struct field value = reader_value(reader, measure->fields[MEASURE_ABOVE]);

	*column = MEASURE_ABOVE;
	if (content_is_missing(missing, value))
		return KIND_MISSING;
	if (field_is_suppressed(value) || field_is_symbol(value))
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
release(struct cell *cell)
{
	(void)cell;
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
	return text.length == 0 && cell->sum <= cell->count;
}

static void
reckon(const struct measure *measure, const struct cell *cell, struct figure *figure)
{
	figure->answers = cell->count;
	figure->base = cell->count;
	figure->numerator = (struct figure_part){ FIGURE_COUNT, (double)cell->sum, 0 };
	figure->denominator = (struct figure_part){ FIGURE_COUNT, (double)cell->count, 0 };
	figure->exact =
	    cell->count == 0 ? NAN : measure->multiplier * (double)cell->sum / (double)cell->count;
}

static bool
hides(const struct measure *measure, const struct cell *cell, const struct figure *figure,
    const struct disclosure *rule)
{
	(void)measure;
	(void)figure;
	return !disclosure_shows(rule, cell->sum);
}

static void
publish(const struct measure *measure, const struct cell *cell, const struct disclosure *rule,
    struct figure *figure)
{
	double share = figure->exact;

	figure->decimals = disclosure_decimals(rule, figure->decimals);
	figure->model = FIGURE_BINOMIAL;
	figure->n = (double)disclosure_count(rule, cell->count);
	figure->events = (double)disclosure_count(rule, cell->sum);
	if (disclosure_shares_published(rule))
		share = measure->multiplier * figure->events / figure->n;
	figure->published =
	    disclosure_rounds(rule) ? figure_rounded(share, figure->decimals) : share;
}

static bool
limits(const struct measure *measure, const struct figure *figure, double confidence,
    struct interval *interval)
{
	if (!interval_wilson(
	        figure->published / measure->multiplier, figure->n, confidence, interval))
		return false;
	interval->lower *= measure->multiplier;
	interval->upper *= measure->multiplier;
	return true;
}

static const char *
method(const struct measure *measure)
{
	(void)measure;
	return "wilson";
}

static const char *const keys[] = { "column", "values", NULL };
static const char *const intervals[] = { "wilson", NULL };

const struct kind kind_proportion = {
	.name = "proportion",
	.option = "COLUMN=VALUE|VALUE",
	.decimals = 1,
	.multiplier = 100,
	.keys = keys,
	.intervals = intervals,
	.read = read_proportion,
	.type = type_proportion,
	.take = take,
	.overflows = overflows,
	.merge = merge,
	.release = release,
	.save = save,
	.load = load,
	.reckon = reckon,
	.hides = hides,
	.publish = publish,
	.limits = limits,
	.method = method,
};
