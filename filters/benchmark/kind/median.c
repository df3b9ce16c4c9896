/* SPDX-License-Identifier: GPL-3.0-or-later */
/* median: the middle of a column of numbers. */
#include "../../lib/memory.h"
#include "../cell/value_counts.h"
#include "../measure/measure_list.h"
#include "content.h"

#include <math.h>
#include <stdlib.h>

static enum kind_taken
take(const struct measure *measure, const struct measure_values *missing,
    const struct reader *reader, struct cell *cell, size_t *column)
{
	struct decimal number;
	enum kind_taken taken;

	*column = measure->fields[MEASURE_ABOVE];
	taken = content_short(reader_value(reader, *column), missing, &number);
	if (taken != KIND_TAKEN)
		return taken;
	if (cell->values == NULL)
		cell->values = xcalloc(1, sizeof(*cell->values));
	value_counts_take(cell->values, number);
	cell->count++;
	return KIND_TAKEN;
}

static bool
overflows(const struct cell *cell)
{
	return cell->values != NULL && cell->values->lost;
}

static void
merge(struct cell *cell, const struct cell *other)
{
	cell->count += other->count;
	if (other->values == NULL)
		return;
	if (cell->values == NULL)
		cell->values = xcalloc(1, sizeof(*cell->values));
	value_counts_merge(cell->values, other->values);
}

static void
release(struct cell *cell)
{
	if (cell->values != NULL)
		value_counts_release(cell->values);
	free(cell->values);
}

static void
save(const struct cell *cell, struct buffer *text)
{
	if (cell->values != NULL)
		value_counts_save(cell->values, text);
}

static bool
load(struct cell *cell, struct field text)
{
	if (text.length == 0)
		return cell->count == 0;
	cell->values = xcalloc(1, sizeof(*cell->values));
	return value_counts_load(cell->values, text) && cell->values->total == cell->count;
}

/* Type 7 at 0.5 (Hyndman and Fan 1996): the middle one, or the mean of the two. */
static double
median_of(struct value_counts *values)
{
	uint64_t low = (values->total + 1) / 2, high = values->total / 2 + 1;
	struct decimal_sum sum = { 0 };

	value_counts_order(values, low, high);
	decimal_sum_add(&sum, value_counts_at(values, low));
	decimal_sum_add(&sum, value_counts_at(values, high));
	return decimal_sum_mean(&sum);
}

static void
reckon(const struct measure *measure, const struct cell *cell, struct figure *figure)
{
	size_t lower, upper;

	(void)measure;
	figure->answers = cell->count;
	figure->base = cell->count;
	figure->denominator = (struct figure_part){ FIGURE_COUNT, (double)cell->count, 0 };
	figure->exact = NAN;
	if (cell->count == 0)
		return;
	/* at once for the widest limits, which are asked for later */
	if (interval_median_ranks(cell->count, 0.998, &lower, &upper))
		value_counts_order(cell->values, lower, upper);
	figure->exact = median_of(cell->values);
}

static bool
hides(const struct measure *measure, const struct cell *cell, const struct figure *figure,
    const struct disclosure *rule)
{
	(void)measure;
	(void)cell;
	(void)figure;
	(void)rule;
	return false;
}

static void
publish(const struct measure *measure, const struct cell *cell, const struct disclosure *rule,
    struct figure *figure)
{
	(void)measure;
	figure->model = FIGURE_NORMAL;
	figure->n = (double)disclosure_count(rule, cell->count);
	figure->published = disclosure_rounds(rule)
	    ? figure_rounded(figure->exact, figure->decimals)
	    : figure->exact;
}

/* Values of the data, so none is shown beyond which there are fewer than the rule's
 * minimum, itself counted; their ranks go by the published number of answers. */
static bool
limits(const struct measure *measure, const struct figure *figure, double confidence,
    struct interval *interval)
{
	struct value_counts *values = figure->cell->values;
	uint64_t answers = values->total;
	uint64_t published = disclosure_count(figure->rule, answers);
	size_t lower, upper;

	(void)measure;
	if (!interval_median_ranks(published, confidence, &lower, &upper)
	    || lower < figure->rule->minimum || published + 1 - upper < figure->rule->minimum)
		return false;
	/* as far from the other end as from this one */
	upper = published + 1 - upper < answers ? answers + 1 - (published + 1 - upper) : 1;
	if (lower > upper)
		return false;
	value_counts_order(values, lower, upper);
	interval->lower = decimal_value(value_counts_at(values, lower));
	interval->upper = decimal_value(value_counts_at(values, upper));
	return true;
}

static const char *
method(const struct measure *measure)
{
	(void)measure;
	return "median_ranks";
}

static const char *const keys[] = { "column", NULL };
static const char *const intervals[] = { "ranks", NULL };

const struct kind kind_median = {
	.name = "median",
	.option = "COLUMN",
	.decimals = 2,
	.multiplier = 1,
	.keys = keys,
	.intervals = intervals,
	.overflow = "more than 16,000,000 different values in all groups, which a median keeps: "
	            "round them first",
	.read = measure_read_one,
	.type = measure_type_one,
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
