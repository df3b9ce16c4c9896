/* SPDX-License-Identifier: GPL-3.0-or-later */
/* radar: which unit and measures a radar shows, and on which scales. */
#include "radar.h"

#include "../canvas/axis.h"

#include <math.h>
#include <stdlib.h>

/* Of a unit alone all rows are its own. */
static bool
is_own(const struct selection *selection, const struct series_row *row)
{
	return selection->highlight == NAMES_NONE ? selection->unit_count == 1
	                                          : selection_own(selection, row->unit);
}

static bool
needs_unit(const struct selection *selection, struct fault *fault)
{
	size_t unit = NAMES_NONE;

	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];

		if (!is_own(selection, row))
			continue;
		if (unit != NAMES_NONE && unit != row->unit)
			return fault_set(fault,
			    "a radar shows one unit, and further columns split this one: run "
			    "benchmark "
			    "without --by");
		unit = row->unit;
	}
	if (unit == NAMES_NONE && selection->highlight != NAMES_NONE)
		return fault_set(fault,
		    "the unit of --highlight has no figures in this period: choose another with "
		    "--show-period");
	return unit != NAMES_NONE
	    || fault_set(
	        fault, "a radar shows one unit against its peers: choose it with --highlight UNIT");
}

static bool
needs(const struct selection *selection, struct fault *fault)
{
	if (!selection->series->has[SERIES_MEDIAN])
		return fault_set(fault,
		    "a radar needs the median of the peers: run benchmark with --compare quartile");
	if (selection->measure_count < RADAR_SPOKES_MIN)
		return fault_set(fault,
		    "a radar shows %d to %d measures, and here are %zu: draw --type ranked of each",
		    RADAR_SPOKES_MIN, RADAR_SPOKES_MAX, selection->measure_count);
	if (selection->measure_count > RADAR_SPOKES_MAX)
		return fault_set(fault,
		    "a radar shows %d to %d measures, and here are %zu: choose some with --measure",
		    RADAR_SPOKES_MIN, RADAR_SPOKES_MAX, selection->measure_count);
	return needs_unit(selection, fault);
}

/* The own rows alone are drawn; the others stay in the grid, for the ends of the spokes. */
static void
order(struct selection *selection)
{
	size_t kept = 0;

	for (size_t measure = 0; measure < selection->measure_count; measure++)
		for (size_t i = kept; i < selection->count; i++) {
			const struct series_row *row = selection->rows[i];

			if (row->measure != selection->measures[measure] || !is_own(selection, row))
				continue;
			selection->rows[i] = selection->rows[kept];
			selection->rows[kept++] = row;
		}
	selection->count = kept;
	selection->suppressed = 0;
	selection->absent = 0;
	for (size_t i = 0; i < kept; i++) {
		enum series_state state = selection->rows[i]->figures[SERIES_VALUE].state;

		selection->suppressed += state == SERIES_SUPPRESSED;
		selection->absent += state == SERIES_EMPTY || state == SERIES_SYMBOL;
	}
}

/* "(0 to 100)", the note on the scale that all measures share. */
static bool
noted_scale(const struct selection *selection, double *low, double *high)
{
	char *note = words_measure_note(selection, NAMES_NONE);
	const char *at = strchr(note, '(');
	bool found = false;
	char *end;

	if (at != NULL) {
		*low = strtod(at + 1, &end);
		if (end != at + 1 && strncmp(end, " to ", 4) == 0) {
			at = end + 4;
			*high = strtod(at, &end);
			found = end != at && *end == ')' && *high > *low;
		}
	}
	free(note);
	return found;
}

/* The figures that are drawn on a spoke. */
static const enum series_column drawn[] = { SERIES_VALUE, SERIES_Q1, SERIES_MEDIAN, SERIES_Q3 };
#define DRAWN (sizeof(drawn) / sizeof(drawn[0]))

/* From 0 to a round figure beyond all that is drawn. */
static void
scale_shares(struct radar *radar)
{
	double most = 0;
	struct axis axis;

	for (size_t i = 0; i < radar->count; i++)
		for (size_t j = 0; radar->spokes[i].row != NULL && j < DRAWN; j++)
			if (series_shown(radar->spokes[i].row, drawn[j]))
				most = fmax(most, series_number(radar->spokes[i].row, drawn[j]));
	if (most <= 0)
		most = 100;
	axis_make(&axis, 0, most, 4);
	radar->low = 0;
	radar->high = axis.ticks[axis.tick_count - 1];
	if (radar->high < most - 1e-9 && axis.tick_count > 1)
		radar->high += axis.ticks[1] - axis.ticks[0];
	radar->high = fmin(radar->high, 100);
}

/* From the lowest unit to the highest, with what is drawn besides. */
static void
scale_spoke(struct radar_spoke *spoke, const struct selection *selection, size_t column)
{
	double low = INFINITY;
	double high = -INFINITY;

	for (size_t unit = 0; unit < selection->unit_count; unit++) {
		const struct series_row *row = selection_cell(selection, unit, column);

		if (row == NULL || !series_shown(row, SERIES_VALUE)
		    || (row != spoke->row && selection_apart(selection, row->unit)))
			continue;
		low = fmin(low, series_number(row, SERIES_VALUE));
		high = fmax(high, series_number(row, SERIES_VALUE));
	}
	for (size_t i = 0; spoke->row != NULL && i < DRAWN; i++)
		if (series_shown(spoke->row, drawn[i])) {
			low = fmin(low, series_number(spoke->row, drawn[i]));
			high = fmax(high, series_number(spoke->row, drawn[i]));
		}
	if (!(high > low)) {
		/* one figure stands in the middle */
		double middle = isfinite(low) ? low : 0;

		low = middle - 1;
		high = middle + 1;
	}
	spoke->centre = spoke->lower_better ? high : low;
	spoke->rim = spoke->lower_better ? low : high;
}

void
radar_make(struct radar *radar, const struct selection *selection)
{
	*radar = (struct radar){ .count = selection->measure_count };
	for (size_t i = 0; i < radar->count; i++) {
		struct radar_spoke *spoke = &radar->spokes[i];

		spoke->measure = selection->measures[i];
		spoke->lower_better = words_polarity(selection, spoke->measure) == LABELS_LOWER;
		for (size_t j = 0; j < selection->count; j++)
			if (selection->rows[j]->measure == spoke->measure)
				spoke->row = selection->rows[j];
	}
	radar->common = noted_scale(selection, &radar->low, &radar->high);
	if (!radar->common && words_percent(selection)) {
		radar->common = true;
		scale_shares(radar);
	}
	for (size_t i = 0; i < radar->count; i++) {
		struct radar_spoke *spoke = &radar->spokes[i];

		if (radar->common) {
			spoke->centre = radar->low;
			spoke->rim = radar->high;
		} else {
			scale_spoke(spoke, selection, i);
			radar->turned |= spoke->lower_better;
		}
	}
}

double
radar_share(const struct radar *radar, const struct radar_spoke *spoke, double figure)
{
	/* the lowest units of all measures would meet in one point */
	double inner = radar->common ? 0 : 0.15;
	double share = (figure - spoke->centre) / (spoke->rim - spoke->centre);

	return inner + (1 - inner) * fmin(fmax(share, 0), 1);
}

bool
radar_side(const struct radar_spoke *spoke, int *side)
{
	double value, median;

	if (spoke->row == NULL || !series_shown(spoke->row, SERIES_VALUE)
	    || !series_shown(spoke->row, SERIES_MEDIAN))
		return false;
	value = series_number(spoke->row, SERIES_VALUE);
	median = series_number(spoke->row, SERIES_MEDIAN);
	*side = value > median ? 1 : value < median ? -1 : 0;
	return true;
}

static const enum series_column figures[] = { SERIES_Q1, SERIES_MEDIAN, SERIES_Q3, SERIES_COLUMNS };

const struct chart chart_radar = { .name = "radar",
	.summary = "one unit against the median and middle half of its peers, over measures",
	.words = "Radar chart",
	.span = CHART_MEASURES,
	.needs = needs,
	.order = order,
	.title = radar_title,
	.subtitle = radar_subtitle,
	.alternative = radar_alternative,
	.draw = radar_draw,
	.text = radar_text,
	.figures = figures };
