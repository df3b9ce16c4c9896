/* SPDX-License-Identifier: GPL-3.0-or-later */
/* funnel: which units are outside, and when a funnel is the chart to draw. */
#include "funnel.h"

#include <math.h>
#include <stdlib.h>

static bool
ends_in(const char *text, const char *end)
{
	size_t length = strlen(text);

	return length >= strlen(end) && strcmp(text + length - strlen(end), end) == 0;
}

/* Bands may be of a file, with words of its own: then the limits themselves judge. */
enum funnel_verdict
funnel_judge(const struct series_row *row)
{
	double value = series_number(row, SERIES_VALUE);

	if (!series_shown(row, SERIES_VALUE))
		return FUNNEL_UNJUDGED;
	if (ends_in(row->band, "_998"))
		return FUNNEL_OUTSIDE998;
	if (ends_in(row->band, "_95"))
		return FUNNEL_OUTSIDE95;
	if (strcmp(row->band, "similar") == 0)
		return FUNNEL_WITHIN;
	if (!series_shown(row, SERIES_FUNNEL_LOWER95) && !series_shown(row, SERIES_FUNNEL_UPPER95))
		return FUNNEL_UNJUDGED;
	if ((series_shown(row, SERIES_FUNNEL_LOWER998)
	        && value < series_number(row, SERIES_FUNNEL_LOWER998))
	    || (series_shown(row, SERIES_FUNNEL_UPPER998)
	        && value > series_number(row, SERIES_FUNNEL_UPPER998)))
		return FUNNEL_OUTSIDE998;
	if ((series_shown(row, SERIES_FUNNEL_LOWER95)
	        && value < series_number(row, SERIES_FUNNEL_LOWER95))
	    || (series_shown(row, SERIES_FUNNEL_UPPER95)
	        && value > series_number(row, SERIES_FUNNEL_UPPER95)))
		return FUNNEL_OUTSIDE95;
	return FUNNEL_WITHIN;
}

bool
funnel_above(const struct series_row *row)
{
	return !(series_number(row, SERIES_VALUE) < series_number(row, SERIES_FUNNEL_CENTRE));
}

/* The value's distance from the centre, where its own outer limit is 1; 0 where it has none. */
static double
distance(const struct series_row *row)
{
	enum series_column limit =
	    funnel_above(row) ? SERIES_FUNNEL_UPPER998 : SERIES_FUNNEL_LOWER998;
	double centre = series_number(row, SERIES_FUNNEL_CENTRE);
	double reach;

	if (!series_shown(row, SERIES_VALUE) || !series_shown(row, SERIES_FUNNEL_CENTRE)
	    || !series_shown(row, limit))
		return 0;
	reach = fabs(series_number(row, limit) - centre);
	return reach > 0 ? fabs(series_number(row, SERIES_VALUE) - centre) / reach : 0;
}

static bool
any_size(const struct selection *selection, enum series_column column)
{
	for (size_t i = 0; i < selection->count; i++)
		if (series_shown(selection->rows[i], column)
		    && series_number(selection->rows[i], column) > 0)
			return true;
	return false;
}

double
funnel_size(const struct selection *selection, const struct series_row *row)
{
	enum series_column column =
	    any_size(selection, SERIES_DENOMINATOR) ? SERIES_DENOMINATOR : SERIES_RECORDS;

	return series_shown(row, column) && series_number(row, column) > 0
	    ? series_number(row, column)
	    : NAN;
}

struct funnel_point *
funnel_points(const struct selection *selection, size_t *count, size_t *unsized)
{
	struct funnel_point *points = xcalloc(selection->count + 1, sizeof(struct funnel_point));

	*count = 0;
	*unsized = 0;
	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];
		double size = funnel_size(selection, row);

		/* a total is no unit of its size */
		if (!series_shown(row, SERIES_VALUE) || selection_apart(selection, row->unit))
			continue;
		if (isnan(size)) {
			(*unsized)++;
			continue;
		}
		points[(*count)++] =
		    (struct funnel_point){ row, size, funnel_judge(row), funnel_above(row) };
	}
	return points;
}

size_t
funnel_count(const struct selection *selection, enum funnel_verdict verdict)
{
	size_t count = 0;

	for (size_t i = 0; i < selection->count; i++)
		count += !selection_apart(selection, selection->rows[i]->unit)
		    && funnel_judge(selection->rows[i]) == verdict;
	return count;
}

const struct series_row *
funnel_judged(const struct selection *selection)
{
	for (size_t i = 0; i < selection->count; i++)
		if (series_shown(selection->rows[i], SERIES_FUNNEL_CENTRE)
		    && funnel_judge(selection->rows[i]) != FUNNEL_UNJUDGED)
			return selection->rows[i];
	return NULL;
}

bool
funnel_to_target(const struct series_row *row)
{
	return strstr(row->method, " to_target") != NULL;
}

/* Units of several groups of peers, or parts, have a centre for each. */
static bool
one_centre(const struct selection *selection)
{
	const char *centre = NULL;

	for (size_t i = 0; i < selection->count; i++) {
		const struct series_figure *figure =
		    &selection->rows[i]->figures[SERIES_FUNNEL_CENTRE];

		if (figure->state != SERIES_NUMBER)
			continue;
		if (centre != NULL && strcmp(centre, figure->text) != 0)
			return false;
		centre = figure->text;
	}
	return true;
}

/* A ranking holds more where the stream has ranks. */
static bool
suits(const struct selection *selection, const struct chart_counts *counts)
{
	const struct series *series = selection->series;

	return counts->measures == 1 && counts->periods == 1 && series->has[SERIES_PHI]
	    && !series->has[SERIES_RANK] && funnel_judged(selection) != NULL
	    && (any_size(selection, SERIES_DENOMINATOR) || any_size(selection, SERIES_RECORDS))
	    && one_centre(selection);
}

static bool
needs(const struct selection *selection, struct fault *fault)
{
	bool any = false;

	if (!selection->series->has[SERIES_PHI])
		return fault_set(fault,
		    "a funnel needs limits for the size of each unit: run benchmark with --compare "
		    "funnel");
	if (!one_centre(selection))
		return fault_set(fault,
		    "a funnel has one centre line, and the units have several: give the rows of "
		    "one group of peers or of one part, or draw --type ranked");
	for (size_t i = 0; i < selection->count; i++)
		any = any || series_shown(selection->rows[i], SERIES_VALUE);
	if (any && !any_size(selection, SERIES_DENOMINATOR) && !any_size(selection, SERIES_RECORDS))
		return fault_set(fault,
		    "a funnel needs the size of each unit, and the columns denominator and records "
		    "show none: draw --type ranked");
	return true;
}

/* The farthest outside first: it is they that are looked for. */
static int
compare(const void *left, const void *right)
{
	const struct series_row *a = *(const struct series_row *const *)left;
	const struct series_row *b = *(const struct series_row *const *)right;
	enum funnel_verdict one = funnel_judge(a);
	enum funnel_verdict other = funnel_judge(b);
	double near = distance(a);
	double far = distance(b);

	if (series_shown(a, SERIES_VALUE) != series_shown(b, SERIES_VALUE))
		return series_shown(a, SERIES_VALUE) ? -1 : 1;
	if (one != other)
		return one > other ? -1 : 1;
	if (near < far || near > far)
		return near > far ? -1 : 1;
	return a->line < b->line ? -1 : a->line > b->line;
}

static void
order(struct selection *selection)
{
	qsort(selection->rows, selection->count, sizeof(const struct series_row *), compare);
}

static const enum series_column figures[] = { SERIES_FUNNEL_CENTRE, SERIES_FUNNEL_LOWER95,
	SERIES_FUNNEL_UPPER95, SERIES_FUNNEL_LOWER998, SERIES_FUNNEL_UPPER998, SERIES_PHI,
	SERIES_TAU2, SERIES_DENOMINATOR, SERIES_COLUMNS };

const struct chart chart_funnel = { .name = "funnel",
	.summary = "values by the size of their units, with 95% and 99.8% limits",
	.words = "Funnel plot",
	.span = CHART_UNITS,
	.suits = suits,
	.needs = needs,
	.order = order,
	.title = funnel_title,
	.subtitle = funnel_subtitle,
	.alternative = funnel_alternative,
	.draw = funnel_draw,
	.text = funnel_text,
	.figures = figures };
