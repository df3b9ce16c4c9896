/* SPDX-License-Identifier: GPL-3.0-or-later */
/* funnel_compare: the units of a period in a funnel. */
#include "../kind/kind.h"
#include "band.h"
#include "comparer.h"
#include "comparers.h"
#include "peers.h"

#include <math.h>
#include <stdlib.h>

static const enum compare_column written[] = { COLUMN_UNITS, COLUMN_CENTRE, COLUMN_Z, COLUMN_P,
	COLUMN_Q, COLUMN_LIMIT_LOWER95, COLUMN_LIMIT_UPPER95, COLUMN_LIMIT_LOWER998,
	COLUMN_LIMIT_UPPER998, COLUMN_PHI, COLUMN_TAU2, COLUMN_BAND, COLUMN_METHOD,
	COMPARE_COLUMNS };

/* In the number for the column method, which peers.h has too: besides the way, and where the
 * centre is the target. */
#define NOTE_FUNNEL 32
#define NOTE_TARGET 64

/* The published share is a rounded one; the published counts, where they are as near to it
 * as its rounding lets them be, say it finer. */
static double
share_of(const struct figure *figure, const struct measure *measure)
{
	double share = figure->published / measure->multiplier;
	double step = pow(10, -(double)figure->decimals) / measure->multiplier;
	double finer = figure->events / figure->n;

	return fabs(finer - share) <= step / 2 ? finer : share;
}

static struct funnel_unit
unit_of(const struct figure *figure, const struct measure *measure)
{
	struct funnel_unit unit = {
		.value = figure->published, .n = figure->n, .error = figure->error, .z = NAN
	};

	if (figure->model == FIGURE_BINOMIAL)
		unit.value = share_of(figure, measure);
	else if (figure->model == FIGURE_POISSON)
		unit.value = figure->events / figure->n;
	return unit;
}

/* What a unit weighs in the centre: its answers, people or exposure; of a ratio its
 * denominator, where that is published. */
static double
weight_of(const struct compare_set *set, const struct figure *figure)
{
	if (figure->model == FIGURE_NORMAL && figure->denominator.kind == FIGURE_SUM
	    && !disclosure_rounds(set->rule))
		return figure->denominator.exact;
	return figure->n;
}

/* All the events over all that they are of.  Where some unit's size is not known, as of
 * figures given without a base, each weighs by its precision. */
static double
centre_of(const struct compare_set *set, const struct funnel_unit *units)
{
	bool sized = true;
	double sum = 0;
	double weights = 0;

	for (size_t i = 0; i < set->count; i++)
		if (set->members[i].figure.state == FIGURE_SHOWN
		    && isnan(weight_of(set, &set->members[i].figure)))
			sized = false;
	for (size_t i = 0; i < set->count; i++) {
		const struct figure *figure = &set->members[i].figure;
		double weight =
		    sized ? weight_of(set, figure) : 1 / (figure->error * figure->error);

		if (figure->state != FIGURE_SHOWN || !(weight > 0) || isinf(weight)
		    || !isfinite(units[i].value))
			continue;
		sum += weight * units[i].value;
		weights += weight;
	}
	return weights > 0 ? sum / weights : NAN;
}

/* What one in the funnel's values is in the figure's. */
static double
scale_of(const struct funnel *funnel, const struct measure *measure)
{
	return funnel->model == FIGURE_NORMAL ? 1 : measure->multiplier;
}

static bool
is_to_target(const struct compare_options *options, const struct measure *measure)
{
	return options->funnel.to_target && measure->has_target;
}

static struct funnel
funnel_of(const struct compare_set *set, enum figure_model model, const struct funnel_unit *units)
{
	const struct funnel_options *options = &set->options->funnel;
	struct funnel funnel = { .way = options->ways[model],
		.model = model,
		.form = options->form,
		.outliers = options->outliers };

	if (!funnel_widens(funnel.way))
		funnel.form = OVERDISPERSION_NONE;
	funnel.centre = is_to_target(set->options, set->measure)
	    ? set->measure->target / scale_of(&funnel, set->measure)
	    : centre_of(set, units);
	return funnel;
}

/* Of a share of a whole no limit is beyond the whole, or under nothing. */
static double
within(const struct measure *measure, double limit)
{
	return measure->part ? fmin(fmax(limit, 0), measure->multiplier) : limit;
}

/* At one z, in two columns of which the lower limit's is the first. */
static void
put_limits(struct compare_set *set, size_t member, const struct funnel *funnel,
    const struct funnel_unit *unit, double z, enum compare_column lower)
{
	double scale = scale_of(funnel, set->measure);
	struct interval limits;

	if (!funnel_limits(funnel, unit, z, &limits))
		return;
	compare_put(set, member, lower, within(set->measure, limits.lower * scale));
	compare_put(set, member, lower + 1, within(set->measure, limits.upper * scale));
}

static void
put_unit(struct compare_set *set, size_t member, const struct funnel *funnel,
    const struct funnel_unit *unit)
{
	size_t band = band_of(set->options->bands, "funnel", set->measure->polarity, unit->z);

	compare_put(set, member, COLUMN_CENTRE, funnel->centre * scale_of(funnel, set->measure));
	compare_put(set, member, COLUMN_PHI, funnel->phi);
	compare_put(set, member, COLUMN_TAU2, funnel->tau2);
	compare_put(set, member, COLUMN_METHOD,
	    (double)(NOTE_FUNNEL + (unsigned)funnel->way
	        + (is_to_target(set->options, set->measure) ? NOTE_TARGET : 0U)));
	put_limits(set, member, funnel, unit, set->options->funnel.z95, COLUMN_LIMIT_LOWER95);
	put_limits(set, member, funnel, unit, set->options->funnel.z998, COLUMN_LIMIT_LOWER998);
	if (isnan(unit->z))
		return;
	compare_put(set, member, COLUMN_Z, unit->z);
	compare_put(set, member, COLUMN_P, funnel_p(unit->z));
	if (band != BAND_NONE)
		compare_put(set, member, COLUMN_BAND, (double)band);
}

/* The model of the figures that show; the count of them. */
static size_t
count_shown(const struct compare_set *set, enum figure_model *model)
{
	size_t count = 0;

	for (size_t i = 0; i < set->count; i++) {
		const struct figure *figure = &set->members[i].figure;

		if (figure->state != FIGURE_SHOWN)
			continue;
		/* given figures may have a base here and none there */
		if (count == 0 || figure->model == FIGURE_NORMAL)
			*model = figure->model;
		count++;
	}
	return count;
}

static void
run(struct compare_set *set)
{
	enum figure_model model = FIGURE_NORMAL;
	struct funnel_unit *units;
	struct funnel funnel;
	double *scratch;

	if (peers_too_few(set, count_shown(set, &model)))
		return;
	units = xcalloc(set->count, sizeof(*units));
	scratch = xcalloc(4 * set->count, sizeof(*scratch));
	for (size_t i = 0; i < set->count; i++)
		units[i] = set->members[i].figure.state == FIGURE_SHOWN
		    ? unit_of(&set->members[i].figure, set->measure)
		    : (struct funnel_unit){ NAN, NAN, NAN, NAN };
	funnel = funnel_of(set, model, units);
	funnel_fit(&funnel, units, set->count, scratch);
	for (size_t i = 0; i < set->count; i++)
		if (set->members[i].figure.state == FIGURE_SHOWN && compare_wants(set, i))
			put_unit(set, i, &funnel, &units[i]);
	free(scratch);
	free(units);
}

static void
write_outliers(const struct outliers *outliers, struct buffer *text)
{
	static const char *const names[] = {
		[OUTLIERS_WINSORISE] = "winsorise",
		[OUTLIERS_TRIM] = "trim",
		[OUTLIERS_KEEP] = "keep",
	};

	buffer_format(text, " %s", names[outliers->way]);
	if (outliers->way != OUTLIERS_KEEP)
		buffer_format(text, "%g", outliers->share * 100);
}

/* Such as "funnel_arcsine additive winsorise10". */
static void
write_method(const struct funnel_options *options, unsigned note, struct buffer *text)
{
	enum funnel_way way = (enum funnel_way)(note % NOTE_FUNNEL);

	buffer_format(text, "funnel_%s", funnel_way_name(way));
	if (funnel_widens(way) && options->form != OVERDISPERSION_NONE)
		buffer_append_text(text,
		    options->form == OVERDISPERSION_ADDITIVE ? " additive" : " multiplicative");
	write_outliers(&options->outliers, text);
	if ((note & NOTE_TARGET) != 0)
		buffer_append_text(text, " to_target");
	if (options->own_z)
		buffer_format(text, " z%.9g/%.9g", options->z95, options->z998);
}

static void
word(const struct compare_options *options, enum compare_column column, double put,
    struct buffer *text)
{
	if (column == COLUMN_METHOD && put < NOTE_FUNNEL)
		buffer_append_text(text, "funnel_" PEERS_TOO_FEW);
	else if (column == COLUMN_METHOD)
		write_method(&options->funnel, (unsigned)put, text);
	else
		buffer_append_text(text, band_word(options->bands, (size_t)put));
}

const struct comparer funnel_comparer = {
	.name = "funnel", .over = COMPARE_UNITS, .columns = written, .run = run, .word = word
};
