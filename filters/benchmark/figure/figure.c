/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figure: what is published of one measure in one group. */
#include "figure.h"

#include "../../lib/decimal.h"

#include <math.h>

/* The value as its text in the output says it. */
static double
rounded(double value, unsigned decimals)
{
	char text[DECIMAL_TEXT_MAX];
	struct field field = { text, decimal_write(value, decimals, text) };
	struct decimal decimal;

	return decimal_parse(field, &decimal) == DECIMAL_OK ? decimal_value(decimal) : value;
}

/* A mean of zeros and ones is a share in another dress, and its sum counts the
 * ones.  No square of a whole number is under it, and only of 0 and 1 is it the
 * same; fractions may balance by chance, which hides too much, never too little. */
static bool
hides_ones(const struct decimal_sum *sum, const struct disclosure *rule)
{
	decimal_wide one = 1;

	for (unsigned i = 0; i < sum->scale; i++)
		one *= 10;
	return sum->sum >= 0 && sum->sum < (decimal_wide)rule->minimum * one
	    && sum->squares.high == 0 && sum->squares.low == (decimal_unsigned)(sum->sum * one);
}

/* A sum tells of the records that add to it; where one column's is nearly the other's,
 * of those whose two numbers differ.  Of a part of the denominator these are the rest. */
static bool
hides_few(const struct ratio_sum *ratio, const struct disclosure *rule)
{
	return !disclosure_shows(rule, ratio->base) || !disclosure_shows(rule, ratio->some)
	    || !disclosure_shows(rule, ratio->apart);
}

static bool
is_suppressed(
    const struct figure *figure, const struct measure *measure, const struct disclosure *rule)
{
	if (!disclosure_shows(rule, figure->records)
	    || !disclosure_shows(rule, figure->denominator))
		return true;
	switch (measure->kind) {
	case MEASURE_MEAN:
		return hides_ones(&figure->sum, rule);
	case MEASURE_PROPORTION:
		return !disclosure_shows(rule, figure->numerator);
	case MEASURE_RATIO:
		return hides_few(figure->ratio, rule);
	}
	return true;
}

static enum figure_state
state_of(const struct figure *figure, const struct measure *measure, const struct disclosure *rule)
{
	uint64_t base = measure->kind == MEASURE_RATIO ? figure->ratio->base : figure->denominator;

	if (is_suppressed(figure, measure, rule))
		return FIGURE_SUPPRESSED;
	if (isnan(figure->exact))
		return FIGURE_NONE;
	return base < measure->minimum_base ? FIGURE_LOW_BASE : FIGURE_SHOWN;
}

/* The rule wants whole percentages, and a ratio to a whole is one in another dress. */
static bool
is_whole_percent(const struct measure *measure, const struct disclosure *rule)
{
	return rule->whole_percent && (measure->kind == MEASURE_PROPORTION || measure->part);
}

/* Decimals that say each hundredth of the multiplier, at most the measure's own. */
static unsigned
decimals_of_percent(const struct measure *measure)
{
	unsigned decimals = 0;

	if (measure->kind == MEASURE_RATIO && measure->multiplier % 100 != 0)
		decimals = measure->multiplier % 10 == 0 ? 1 : 2;
	return decimals < measure->decimals ? decimals : measure->decimals;
}

/* A figure of a ratio's sums as published. */
static double
published_of(const struct ratio_wide *all, const struct measure *measure,
    const struct disclosure *rule, double (*of)(const struct ratio_wide *, uint64_t))
{
	double exact = of(all, measure->multiplier);

	if (is_whole_percent(measure, rule))
		exact = rounded(of(all, 100), 0) * (double)measure->multiplier / 100;
	return disclosure_rounds(rule) ? rounded(exact, measure->decimals) : exact;
}

/* The exact figure, NaN where there is none, and what it is of. */
static void
reckon(struct figure *figure, const struct measure *measure, const struct cell *cell)
{
	static const struct ratio_sum none = { 0 };
	struct ratio_wide all;

	switch (measure->kind) {
	case MEASURE_MEAN:
		figure->sum = cell_sum(cell);
		figure->denominator = figure->sum.count;
		figure->exact = decimal_sum_mean(&figure->sum);
		break;
	case MEASURE_PROPORTION:
		figure->numerator = cell->sum;
		figure->denominator = cell->count;
		figure->exact = cell->count == 0
		    ? NAN
		    : 100.0 * (double)figure->numerator / (double)figure->denominator;
		break;
	case MEASURE_RATIO:
		figure->ratio = cell->ratio != NULL ? cell->ratio : &none;
		figure->denominator = figure->ratio->count;
		all = ratio_sum_all(figure->ratio);
		figure->exact = ratio_wide_value(&all, measure->multiplier);
		break;
	}
}

struct figure
figure_of(const struct measure *measure, const struct cell *cell, const struct disclosure *rule)
{
	struct figure figure = {
		.records = cell->records,
		.decimals = is_whole_percent(measure, rule) ? decimals_of_percent(measure)
		                                            : measure->decimals,
	};

	reckon(&figure, measure, cell);
	figure.state = state_of(&figure, measure, rule);
	if (figure.state != FIGURE_SHOWN)
		return figure;
	if (measure->kind == MEASURE_RATIO) {
		struct ratio_wide all = ratio_sum_all(figure.ratio);

		figure.published = published_of(&all, measure, rule, ratio_wide_value);
	} else {
		figure.published =
		    disclosure_rounds(rule) ? rounded(figure.exact, figure.decimals) : figure.exact;
	}
	return figure;
}

/* Of a share of a whole no limit is beyond the whole, or under nothing. */
static bool
limits_of_ratio(const struct figure *figure, const struct measure *measure,
    const struct disclosure *rule, double confidence, struct interval *limits)
{
	struct ratio_wide all = ratio_sum_all(figure->ratio);
	double deviation = published_of(&all, measure, rule, ratio_wide_deviation);
	double n = (double)disclosure_count(rule, figure->denominator);

	if (!interval_student(figure->published, deviation, n, confidence, limits))
		return false;
	if (measure->part) {
		limits->lower = fmax(limits->lower, 0);
		limits->upper = fmin(limits->upper, (double)measure->multiplier);
	}
	return true;
}

bool
figure_limits(const struct figure *figure, const struct measure *measure,
    const struct disclosure *rule, double confidence, struct interval *limits)
{
	double n = (double)disclosure_count(rule, figure->denominator);
	double deviation;

	if (figure->state != FIGURE_SHOWN)
		return false;
	switch (measure->kind) {
	case MEASURE_PROPORTION:
		if (!interval_wilson(figure->published / 100, n, confidence, limits))
			return false;
		limits->lower *= 100;
		limits->upper *= 100;
		return true;
	case MEASURE_MEAN:
		deviation = decimal_sum_deviation(&figure->sum);
		if (disclosure_rounds(rule))
			deviation = rounded(deviation, measure->decimals);
		return interval_student(figure->published, deviation, n, confidence, limits);
	case MEASURE_RATIO:
		return limits_of_ratio(figure, measure, rule, confidence, limits);
	}
	return false;
}
