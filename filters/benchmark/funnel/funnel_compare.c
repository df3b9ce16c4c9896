/* SPDX-License-Identifier: GPL-3.0-or-later */
/* funnel_compare: the units of a period in a funnel. */
#include "../compare/comparer.h"
#include "../compare/comparers.h"
#include "../kind/kind.h"
#include "../peers/band.h"
#include "../peers/peers.h"

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

/* The funnel of a set, and what one in its values is in the figures'. */
struct drawing {
	struct funnel funnel;
	struct funnel_unit *units; /* for each member */
	double scale;
	bool by_events; /* of figures of no model of their own that say their events */
};

/* n is also what a unit weighs in the centre: its answers, people or exposure; of a ratio its
 * denominator, where that is published. */
static struct funnel_unit
unit_of(const struct compare_set *set, const struct figure *figure, const struct drawing *drawing)
{
	struct funnel_unit unit = {
		.value = figure->published, .n = figure->n, .error = figure->error, .z = NAN
	};

	if (figure->state != FIGURE_SHOWN)
		return (struct funnel_unit){ NAN, NAN, NAN, NAN };
	if (drawing->by_events)
		unit.n = figure->published > 0 ? figure->events / figure->published : NAN;
	else if (figure->model == FIGURE_BINOMIAL)
		unit.value = share_of(figure, set->measure);
	else if (figure->model == FIGURE_POISSON)
		unit.value = figure->events / figure->n;
	else if (figure->denominator.kind == FIGURE_SUM && !disclosure_rounds(set->rule))
		unit.n = figure->denominator.exact;
	return unit;
}

/* Every figure of no model has its size; of some given ones nobody says it. */
static bool
are_sized(const struct compare_set *set, const struct drawing *drawing)
{
	for (size_t i = 0; drawing->funnel.model == FIGURE_NORMAL && i < set->count; i++)
		if (set->members[i].figure.state == FIGURE_SHOWN && isnan(drawing->units[i].n))
			return false;
	return true;
}

/* All the events over all that they are of.  Where some size is not known each unit weighs by
 * its precision. */
static double
centre_of(const struct compare_set *set, const struct drawing *drawing)
{
	bool sized = are_sized(set, drawing);
	double sum = 0;
	double weights = 0;

	for (size_t i = 0; i < set->count; i++) {
		const struct funnel_unit *unit = &drawing->units[i];
		double weight = sized ? unit->n : 1 / (unit->error * unit->error);

		if (!(weight > 0) || isinf(weight) || !isfinite(unit->value))
			continue;
		sum += weight * unit->value;
		weights += weight;
	}
	return weights > 0 ? sum / weights : NAN;
}

static bool
is_to_target(const struct compare_options *options, const struct measure *measure)
{
	return options->funnel.to_target && measure->has_target;
}

/* Where a way of rates is asked for: standardised rates that come with their events may be
 * drawn by these, and given ones have nothing else.  The people are as many as the rate
 * says. */
static bool
goes_by_events(const struct compare_set *set, enum figure_model model)
{
	const struct funnel_options *options = &set->options->funnel;
	bool errors = options->ways[FIGURE_POISSON] != FUNNEL_EVENTS;
	bool events = false;

	if (model != FIGURE_NORMAL || !options->rates_said)
		return false;
	for (size_t i = 0; i < set->count; i++) {
		const struct figure *figure = &set->members[i].figure;

		if (figure->state != FIGURE_SHOWN)
			continue;
		events = events || figure->events > 0;
		if (errors && !isnan(figure->error))
			return false;
	}
	return events;
}

/* The figures of a measure that show have one model. */
static void
draw(struct drawing *drawing, const struct compare_set *set, enum figure_model model)
{
	const struct funnel_options *options = &set->options->funnel;
	struct funnel *funnel = &drawing->funnel;

	drawing->by_events = goes_by_events(set, model);
	drawing->scale = model == FIGURE_NORMAL ? 1 : set->measure->multiplier;
	funnel->model = drawing->by_events ? FIGURE_POISSON : model;
	funnel->way = options->ways[funnel->model];
	funnel->form = funnel_widens(funnel->way) ? options->form : OVERDISPERSION_NONE;
	funnel->outliers = options->outliers;
	for (size_t i = 0; i < set->count; i++)
		drawing->units[i] = unit_of(set, &set->members[i].figure, drawing);
	funnel->centre = is_to_target(set->options, set->measure)
	    ? set->measure->target / drawing->scale
	    : centre_of(set, drawing);
}

/* Of a share of a whole no limit is beyond the whole, or under nothing, nor of a rate. */
static double
within(const struct measure *measure, double limit)
{
	if (measure->kind == &kind_dsr)
		return fmax(limit, 0);
	return measure->part ? fmin(fmax(limit, 0), measure->multiplier) : limit;
}

/* At one z, in two columns of which the lower limit's is the first. */
static void
put_limits(struct compare_set *set, size_t member, const struct drawing *drawing, double z,
    enum compare_column lower)
{
	struct interval limits;

	if (!funnel_limits(&drawing->funnel, &drawing->units[member], z, &limits))
		return;
	compare_put(set, member, lower, within(set->measure, limits.lower * drawing->scale));
	compare_put(set, member, lower + 1, within(set->measure, limits.upper * drawing->scale));
}

static void
put_unit(struct compare_set *set, size_t member, const struct drawing *drawing)
{
	const struct compare_options *options = set->options;
	const struct funnel *funnel = &drawing->funnel;
	double z = drawing->units[member].z;
	size_t band = band_of(options->bands, funnel_comparer.name, set->measure->polarity, z);

	compare_put(set, member, COLUMN_CENTRE, funnel->centre * drawing->scale);
	compare_put(set, member, COLUMN_PHI, funnel->phi);
	compare_put(set, member, COLUMN_TAU2, funnel->tau2);
	compare_put(set, member, COLUMN_METHOD,
	    (double)(NOTE_FUNNEL + (unsigned)funnel->way
	        + (is_to_target(options, set->measure) ? NOTE_TARGET : 0U)));
	put_limits(set, member, drawing, options->funnel.z95, COLUMN_LIMIT_LOWER95);
	put_limits(set, member, drawing, options->funnel.z998, COLUMN_LIMIT_LOWER998);
	if (isnan(z))
		return;
	compare_put(set, member, COLUMN_Z, z);
	compare_put(set, member, COLUMN_P, funnel_p(z));
	if (band != BAND_NONE)
		compare_put(set, member, COLUMN_BAND, (double)band);
}

static size_t
count_shown(const struct compare_set *set, enum figure_model *model)
{
	size_t count = 0;

	for (size_t i = 0; i < set->count; i++) {
		if (set->members[i].figure.state != FIGURE_SHOWN)
			continue;
		*model = set->members[i].figure.model;
		count++;
	}
	return count;
}

static void
run(struct compare_set *set)
{
	enum figure_model model = FIGURE_NORMAL;
	struct drawing drawing = { 0 };
	double *scratch;

	if (peers_too_few(set, count_shown(set, &model)))
		return;
	drawing.units = xcalloc(set->count, sizeof(*drawing.units));
	scratch = xcalloc(4 * set->count, sizeof(*scratch));
	draw(&drawing, set, model);
	funnel_fit(&drawing.funnel, drawing.units, set->count, scratch);
	for (size_t i = 0; i < set->count; i++)
		if (set->members[i].figure.state == FIGURE_SHOWN && compare_wants(set, i))
			put_unit(set, i, &drawing);
	free(scratch);
	free(drawing.units);
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
