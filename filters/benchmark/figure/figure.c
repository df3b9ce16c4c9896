/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figure: what is published of one measure in one group. */
#include "figure.h"

#include "../../lib/decimal.h"
#include "../kind/kind.h"

#include <math.h>

double
figure_rounded(double value, unsigned decimals)
{
	char text[DECIMAL_TEXT_MAX];
	struct field field = { text, decimal_write(value, decimals, text) };
	struct decimal decimal;

	return decimal_parse(field, &decimal) == DECIMAL_OK ? decimal_value(decimal) : value;
}

void
figure_write(struct writer *writer, double value, unsigned decimals)
{
	char text[DECIMAL_TEXT_MAX];
	size_t length = decimal_write(value, decimals, text);

	writer_raw(writer, (struct field){ text, length });
}

/* How many rows a table has, and figures that are published, tell of nobody. */
static bool
counts_people(const struct measure *measure)
{
	return measure->kind->record != KIND_RECORD_FIGURE && !kind_is_of_table(measure);
}

/* Answers that are published as 0 have no figure that could be told. */
static bool
publishes_none(
    const struct figure *figure, const struct measure *measure, const struct disclosure *rule)
{
	if (figure->denominator.kind == FIGURE_COUNT)
		return disclosure_count(rule, (uint64_t)figure->denominator.exact) == 0;
	return counts_people(measure) && disclosure_count(rule, figure->answers) == 0;
}

static enum figure_state
state_of(const struct figure *figure, const struct measure *measure, const struct cell *cell,
    const struct disclosure *rule)
{
	if (figure->state == FIGURE_LABELLED)
		return FIGURE_LABELLED;
	if ((counts_people(measure) ? cell->hidden : cell->hidden & ~CELL_RECORDS) != 0
	    || (counts_people(measure)
	        && (!disclosure_shows(rule, figure->records)
	            || !disclosure_shows(rule, figure->answers)))
	    || measure->kind->hides(measure, cell, figure, rule))
		return FIGURE_SUPPRESSED;
	if (isnan(figure->exact) || publishes_none(figure, measure, rule))
		return FIGURE_NONE;
	return figure->state == FIGURE_LOW_BASE || figure->base < measure->minimum_base
	    ? FIGURE_LOW_BASE
	    : FIGURE_SHOWN;
}

struct figure
figure_of(const struct measure *measure, const struct cell *cell, const struct disclosure *rule)
{
	struct figure figure = { .cell = cell,
		.rule = rule,
		.records = cell->records,
		.decimals = measure->decimals,
		.events = NAN,
		.deviation = NAN,
		.error = NAN };

	measure->kind->reckon(measure, cell, &figure);
	figure.state = state_of(&figure, measure, cell, rule);
	if (figure.state == FIGURE_SHOWN)
		measure->kind->publish(measure, cell, rule, &figure);
	return figure;
}

bool
figure_limits(const struct figure *figure, const struct measure *measure, double confidence,
    struct interval *limits)
{
	return figure->state == FIGURE_SHOWN
	    && measure->kind->limits(measure, figure, confidence, limits);
}
