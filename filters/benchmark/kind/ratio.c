/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ratio: the sum of one column over that of another, over the same records. */
#include "ratio.h"
#include "../../lib/memory.h"
#include "../cell/ratio_sum.h"
#include "../measure/measure_list.h"
#include "content.h"

#include <math.h>
#include <stdlib.h>

static enum kind_taken
take(const struct measure *measure, const struct measure_values *missing,
    const struct reader *reader, struct cell *cell, size_t *column)
{
	size_t above = measure->fields[MEASURE_ABOVE], below = measure->fields[MEASURE_BELOW];
	struct decimal y, x;
	enum kind_taken first = content_number(reader_value(reader, above), missing, &y);
	enum kind_taken second = content_number(reader_value(reader, below), missing, &x);
	enum kind_taken taken = content_worse(first, above, second, below, column);

	if (taken != KIND_TAKEN)
		return taken;
	if (cell->ratio == NULL)
		cell->ratio = xcalloc(1, sizeof(*cell->ratio));
	ratio_sum_add(cell->ratio, y, x);
	return KIND_TAKEN;
}

static struct ratio_wide
all_of(const struct cell *cell)
{
	static const struct ratio_sum none = { 0 };

	return ratio_sum_all(cell->ratio != NULL ? cell->ratio : &none);
}

static bool
overflows(const struct cell *cell)
{
	struct ratio_wide all = all_of(cell);

	return ratio_wide_overflows(&all);
}

static void
merge(struct cell *cell, const struct cell *other)
{
	if (other->ratio == NULL)
		return;
	if (cell->ratio == NULL)
		cell->ratio = xcalloc(1, sizeof(*cell->ratio));
	ratio_sum_merge(cell->ratio, other->ratio);
}

static void
release(struct cell *cell)
{
	if (cell->ratio != NULL)
		ratio_sum_release(cell->ratio);
	free(cell->ratio);
}

static void
save(const struct cell *cell, struct buffer *text)
{
	if (cell->ratio != NULL)
		ratio_sum_save(cell->ratio, text);
}

static bool
load(struct cell *cell, struct field text)
{
	if (text.length == 0)
		return true;
	cell->ratio = xcalloc(1, sizeof(*cell->ratio));
	return ratio_sum_load(cell->ratio, text);
}

static void
reckon(const struct measure *measure, const struct cell *cell, struct figure *figure)
{
	struct ratio_wide all = all_of(cell);

	if (cell->ratio != NULL) {
		figure->answers = cell->ratio->count;
		figure->base = cell->ratio->base;
	}
	figure->numerator =
	    (struct figure_part){ FIGURE_SUM, decimal_sum_total(&all.y), all.y.scale };
	figure->denominator =
	    (struct figure_part){ FIGURE_SUM, decimal_sum_total(&all.x), all.x.scale };
	figure->exact = ratio_wide_value(&all, (uint64_t)measure->multiplier);
}

/* A sum tells of the records that add to it; where one column's is nearly the other's,
 * of those whose two numbers differ.  Of a part of the denominator these are the rest. */
static bool
hides(const struct measure *measure, const struct cell *cell, const struct figure *figure,
    const struct disclosure *rule)
{
	(void)measure;
	(void)figure;
	if (cell->ratio == NULL)
		return !disclosure_shows(rule, 0);
	return !disclosure_shows(rule, cell->ratio->base)
	    || !disclosure_shows(rule, cell->ratio->some)
	    || !disclosure_shows(rule, cell->ratio->apart);
}

/* The rule has a word on percentages, and a ratio to a whole is one in another dress. */
static bool
is_percent(const struct measure *measure, const struct disclosure *rule)
{
	return rule->percent_decimals <= DECIMAL_SCALE_MAX && measure->part;
}

/* Decimals that say each hundredth of the multiplier with those of the rule, at most the
 * measure's own. */
static unsigned
decimals_of_percent(const struct measure *measure, const struct disclosure *rule)
{
	uint64_t multiplier = (uint64_t)measure->multiplier;
	unsigned decimals = rule->percent_decimals;

	if (multiplier % 100 != 0)
		decimals += multiplier % 10 == 0 ? 1 : 2;
	return decimals < measure->decimals ? decimals : measure->decimals;
}

/* A figure of a ratio's sums as published. */
static double
published_of(const struct ratio_wide *all, const struct measure *measure,
    const struct disclosure *rule, double (*of)(const struct ratio_wide *, uint64_t))
{
	double exact = of(all, (uint64_t)measure->multiplier);

	if (is_percent(measure, rule))
		exact = figure_rounded(of(all, 100), rule->percent_decimals) * measure->multiplier
		    / 100;
	return disclosure_rounds(rule) ? figure_rounded(exact, measure->decimals) : exact;
}

static void
publish(const struct measure *measure, const struct cell *cell, const struct disclosure *rule,
    struct figure *figure)
{
	struct ratio_wide all = all_of(cell);

	if (is_percent(measure, rule))
		figure->decimals = decimals_of_percent(measure, rule);
	figure->model = FIGURE_NORMAL;
	figure->published = published_of(&all, measure, rule, ratio_wide_value);
	figure->n = (double)disclosure_count(rule, figure->answers);
	figure->deviation = published_of(&all, measure, rule, ratio_wide_deviation);
	figure->error = figure->deviation / sqrt(figure->n);
}

/* Of a share of a whole no limit is beyond the whole, or under nothing. */
static bool
limits(const struct measure *measure, const struct figure *figure, double confidence,
    struct interval *interval)
{
	if (!interval_student(
	        figure->published, figure->deviation, figure->n, confidence, interval))
		return false;
	if (measure->part) {
		interval->lower = fmax(interval->lower, 0);
		interval->upper = fmin(interval->upper, measure->multiplier);
	}
	return true;
}

static const char *
method(const struct measure *measure)
{
	(void)measure;
	return "ratio_linear";
}

const char *const ratio_keys[] = { "numerator", "denominator", NULL };
const char *const ratio_intervals[] = { "linear", "byar", "exact", NULL };
const struct kind *const ratio_by_interval[] = {
	[RATIO_LINEAR] = &kind_ratio,
	[RATIO_BYAR] = &kind_ratio_of_counts,
	[RATIO_EXACT] = &kind_ratio_of_counts,
};

const struct kind kind_ratio = {
	.name = "ratio",
	.option = "NUM/DEN",
	.decimals = 2,
	.multiplier = 1,
	.takes_multiplier = true,
	.keys = ratio_keys,
	.intervals = ratio_intervals,
	.by_interval = ratio_by_interval,
	.read = measure_read_pair,
	.type = measure_split,
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
