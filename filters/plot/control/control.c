/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control: figures over time with centre and limits, a panel for each unit. */
#include "control.h"

#include <stdlib.h>

static bool
suits(const struct selection *selection, const struct chart_counts *counts)
{
	return counts->measures <= 1 && series_controlled(selection->series);
}

bool
control_both(const struct selection *selection)
{
	return selection->wish->limits != NULL && strcmp(selection->wish->limits, "both") == 0;
}

static bool
needs(const struct selection *selection, struct fault *fault)
{
	if (selection->series->has[SERIES_CENTRE])
		return true;
	return fault_set(
	    fault, "no column 'centre' for a control chart: run benchmark with --compare control");
}

/* Those of units without a panel are not hatched. */
static const char *
held(const struct selection *selection)
{
	struct control_plan plan;
	bool hatched = false;

	control_plan(selection, &plan);
	for (size_t i = 0; i < plan.count && !hatched; i++)
		for (size_t j = 0; j < selection->period_count && !hatched; j++) {
			const struct series_row *row = control_rows(selection, plan.units[i])[j];

			hatched =
			    row != NULL && row->figures[SERIES_VALUE].state == SERIES_SUPPRESSED;
		}
	free(plan.units);
	return hatched ? chart_hatched(selection) : NULL;
}

static const enum series_column figures[] = { SERIES_CENTRE, SERIES_LIMIT_LOWER95,
	SERIES_LIMIT_UPPER95, SERIES_LIMIT_LOWER, SERIES_LIMIT_UPPER, SERIES_TARGET,
	SERIES_COLUMNS };

const struct chart chart_control = { .name = "control",
	.summary = "figures over time with centre, limits and signals",
	.words = "Control chart over time",
	.span = CHART_TIME,
	.suits = suits,
	.needs = needs,
	.title = control_title,
	.subtitle = control_subtitle,
	.alternative = control_alternative,
	.held = held,
	.draw = control_draw,
	.text = control_text,
	.figures = figures };
