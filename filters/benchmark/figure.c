/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figure: what is published of one measure in one group. */
#include "figure.h"

#include "../lib/decimal.h"

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

static enum figure_state
state_of(const struct figure *figure, const struct measure *measure, const struct disclosure *rule)
{
	if (!disclosure_shows(rule, figure->records) || !disclosure_shows(rule, figure->denominator)
	    || (measure->kind == MEASURE_PROPORTION && !disclosure_shows(rule, figure->numerator)))
		return FIGURE_SUPPRESSED;
	if (measure->kind == MEASURE_MEAN && hides_ones(&figure->sum, rule))
		return FIGURE_SUPPRESSED;
	if (figure->denominator == 0)
		return FIGURE_NONE;
	return figure->denominator < measure->minimum_base ? FIGURE_LOW_BASE : FIGURE_SHOWN;
}

struct figure
figure_of(const struct measure *measure, const struct cell *cell, const struct disclosure *rule)
{
	struct figure figure = { .records = cell->records, .decimals = measure->decimals };

	if (measure->kind == MEASURE_PROPORTION) {
		figure.numerator = cell->sum;
		figure.denominator = cell->count;
		if (rule->whole_percent)
			figure.decimals = 0;
	} else {
		figure.sum = cell_sum(cell);
		figure.denominator = figure.sum.count;
	}
	figure.state = state_of(&figure, measure, rule);
	if (figure.state != FIGURE_SHOWN)
		return figure;
	figure.exact = measure->kind == MEASURE_PROPORTION
	    ? 100.0 * (double)figure.numerator / (double)figure.denominator
	    : decimal_sum_mean(&figure.sum);
	figure.published =
	    disclosure_rounds(rule) ? rounded(figure.exact, figure.decimals) : figure.exact;
	return figure;
}

bool
figure_limits(const struct figure *figure, const struct measure *measure,
    const struct disclosure *rule, double confidence, struct interval *limits)
{
	double n = (double)disclosure_count(rule, figure->denominator);

	if (figure->state != FIGURE_SHOWN)
		return false;
	if (measure->kind == MEASURE_PROPORTION) {
		if (!interval_wilson(figure->published / 100, n, confidence, limits))
			return false;
		limits->lower *= 100;
		limits->upper *= 100;
		return true;
	}

	double deviation = decimal_sum_deviation(&figure->sum);

	if (disclosure_rounds(rule))
		deviation = rounded(deviation, measure->decimals);
	return interval_student(figure->published, deviation, n, confidence, limits);
}
