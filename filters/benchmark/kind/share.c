/* SPDX-License-Identifier: GPL-3.0-or-later */
/* share: the figure of a proportion, whatever is counted. */
#include "share.h"

#include <math.h>

const char *const share_intervals[] = { "wilson", "exact", NULL };

void
share_release(struct cell *cell)
{
	(void)cell;
}

void
share_reckon(const struct measure *measure, const struct cell *cell, struct figure *figure)
{
	figure->answers = cell->count;
	figure->base = cell->count;
	figure->numerator = (struct figure_part){ FIGURE_COUNT, (double)cell->sum, 0 };
	figure->denominator = (struct figure_part){ FIGURE_COUNT, (double)cell->count, 0 };
	figure->exact =
	    cell->count == 0 ? NAN : measure->multiplier * (double)cell->sum / (double)cell->count;
}

void
share_publish(const struct measure *measure, const struct cell *cell, const struct disclosure *rule,
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

bool
share_limits(const struct measure *measure, const struct figure *figure, double confidence,
    struct interval *interval)
{
	/* of counts past 15 digits all of them may come to a little more than all */
	double share = fmin(figure->published / measure->multiplier, 1);
	bool good = measure->interval == SHARE_EXACT
	    ? interval_clopper_pearson(share * figure->n, figure->n, confidence, interval)
	    : interval_wilson(share, figure->n, confidence, interval);

	if (!good)
		return false;
	interval->lower *= measure->multiplier;
	interval->upper *= measure->multiplier;
	return true;
}

const char *
share_method(const struct measure *measure)
{
	return measure->interval == SHARE_EXACT ? "clopper_pearson" : "wilson";
}
