/* SPDX-License-Identifier: GPL-3.0-or-later */
/* binding: where the columns of a stream of benchmark stand. */
#include "binding.h"

/* The names that a figure's column may have, the first that is there. */
static const char *const figure_columns[SERIES_COLUMNS][2] = {
	[SERIES_VALUE] = { "value" },
	[SERIES_RECORDS] = { "records" },
	[SERIES_NUMERATOR] = { "numerator" },
	[SERIES_DENOMINATOR] = { "denominator" },
	[SERIES_LOWER] = { "lower95" },
	[SERIES_UPPER] = { "upper95" },
	[SERIES_LOWER998] = { "lower998" },
	[SERIES_UPPER998] = { "upper998" },
	[SERIES_UNITS] = { "units" },
	[SERIES_Q1] = { "q1" },
	[SERIES_MEDIAN] = { "median" },
	[SERIES_Q3] = { "q3" },
	[SERIES_RANK] = { "rank" },
	[SERIES_RANK_LOWER] = { "rank_lower" },
	[SERIES_RANK_UPPER] = { "rank_upper" },
	[SERIES_PHI] = { "phi" },
	[SERIES_TAU2] = { "tau2" },
	[SERIES_CENTRE] = { "control_centre", "centre" },
	[SERIES_LIMIT_LOWER95] = { "control_limit_lower95", "limit_lower95" },
	[SERIES_LIMIT_UPPER95] = { "control_limit_upper95", "limit_upper95" },
	[SERIES_LIMIT_LOWER] = { "control_limit_lower998", "limit_lower998" },
	[SERIES_LIMIT_UPPER] = { "control_limit_upper998", "limit_upper998" },
	[SERIES_FUNNEL_CENTRE] = { "funnel_centre", "centre" },
	[SERIES_FUNNEL_LOWER95] = { "funnel_limit_lower95", "limit_lower95" },
	[SERIES_FUNNEL_UPPER95] = { "funnel_limit_upper95", "limit_upper95" },
	[SERIES_FUNNEL_LOWER998] = { "funnel_limit_lower998", "limit_lower998" },
	[SERIES_FUNNEL_UPPER998] = { "funnel_limit_upper998", "limit_upper998" },
	[SERIES_TARGET] = { "target_centre" },
	[SERIES_RATIO] = { "ratio" },
	[SERIES_RATIO_LOWER] = { "ratio_lower95" },
	[SERIES_RATIO_UPPER] = { "ratio_upper95" },
	[SERIES_REFERENCE] = { "reference" },
};

const char *
series_column_name(enum series_column column)
{
	return figure_columns[column][1] != NULL ? figure_columns[column][1]
	                                         : figure_columns[column][0];
}

static size_t
either_column(const struct reader *reader, const char *first, const char *second)
{
	size_t column = reader_column(reader, field_of(first));

	return column != READER_NONE || second == NULL ? column
	                                               : reader_column(reader, field_of(second));
}

/* Where a target was compared first, its centre has the plain name, which is then none of a
 * control chart or a funnel. */
static void
bind_target(struct binding *binding, const struct reader *reader)
{
	size_t *target = &binding->figures[SERIES_TARGET];

	if (*target != READER_NONE || reader_column(reader, field_of("side")) == READER_NONE)
		return;
	*target = reader_column(reader, field_of("centre"));
	for (enum series_column i = SERIES_CENTRE; i <= SERIES_FUNNEL_CENTRE; i++)
		if (binding->figures[i] == *target)
			binding->figures[i] = READER_NONE;
}

bool
binding_make(struct binding *binding, const struct reader *reader, struct fault *fault)
{
	if (reader_column(reader, field_of("measure")) == READER_NONE
	    && reader_column(reader, field_of("value")) == READER_NONE)
		return fault_at(fault, reader->name, 1, 0,
		    "no columns 'measure' and 'value': plot draws the output of benchmark; what "
		    "holds a record in each line is drawn with --undisclosed --unit COLUMN "
		    "--value COLUMN, for nobody else's eyes");
	if (!reader_require(reader, "unit", &binding->unit, fault)
	    || !reader_require(reader, "period", &binding->period, fault)
	    || !reader_require(reader, "measure", &binding->measure, fault)
	    || !reader_require(reader, "value", &binding->figures[SERIES_VALUE], fault))
		return false;
	binding->kind = reader_column(reader, field_of("kind"));
	binding->method = reader_column(reader, field_of("method"));
	binding->signal = reader_column(reader, field_of("signal"));
	binding->band = either_column(reader, "funnel_band", "band");
	binding->variation = reader_column(reader, field_of("variation"));
	binding->assurance = reader_column(reader, field_of("assurance"));
	for (size_t i = 0; i < SERIES_COLUMNS; i++)
		binding->figures[i] =
		    either_column(reader, figure_columns[i][0], figure_columns[i][1]);
	/* as --data writes it */
	if (binding->figures[SERIES_RECORDS] == READER_NONE)
		binding->figures[SERIES_RECORDS] = reader_column(reader, field_of("n"));
	bind_target(binding, reader);
	return true;
}
