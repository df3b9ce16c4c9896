/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "resample.h"

#include "../../lib/memory.h"
#include "../agree/agreement.h"
#include "../agree/bootstrap.h"

#include <math.h>
#include <stdlib.h>

enum what {
	WHAT_MACRO_F1,
	WHAT_LEAD, /* macro-F1 of the rules less that of the system */
	WHAT_KAPPA,
	WHAT_ALPHA
};

struct resample {
	struct said said;
	double *joint;  /* the records as they are */
	double *counts; /* of each cell, in records */
	double *means;  /* of each cell: what a record stands for */
	double *drawn;  /* room: a joint table */
	double *table;  /* room */
	double *square; /* room, for agreement */
	double effective;
	enum system system;
	enum what what;
};

/* Agreement is of one set of values: the table with a row of ambiguous, which people
 * never say. */
static double
agree(const struct resample *resample, const double *table)
{
	size_t roles = resample->said.roles, values = TALLY_OUTCOMES(roles);
	double all = 0, scale;
	struct agreement agreement;
	const struct agreement_figure *figure = &agreement.alpha;

	for (size_t i = 0; i < SAID_CELLS(roles); i++)
		all += table[i];
	scale = all > 0 ? resample->effective / all : 0;
	for (size_t i = 0; i < values * values; i++)
		resample->square[i] = i < SAID_CELLS(roles) ? table[i] * scale : 0;
	agreement_take(resample->square, values, &agreement);
	if (resample->what == WHAT_KAPPA)
		figure = &agreement.kappa;
	return figure->defined ? figure->value : NAN;
}

static double
macro_f1(const struct resample *resample, const double *joint, enum system system)
{
	size_t averaged;

	said_table(&resample->said, joint, system, resample->table);
	return said_macro_f1(resample->table, resample->said.roles, &averaged);
}

/* The figure that is asked for, NaN where there is none. */
static double
work_out(const struct resample *resample, const double *joint)
{
	enum system system = resample->system;

	if (resample->what == WHAT_MACRO_F1)
		return macro_f1(resample, joint, system);
	if (resample->what == WHAT_LEAD)
		return macro_f1(resample, joint, SYSTEM_RULES) - macro_f1(resample, joint, system);
	said_table(&resample->said, joint, system, resample->table);
	return agree(resample, resample->table);
}

static bool
work_out_draw(const double *counts, const void *context, double *figure)
{
	const struct resample *resample = context;

	for (size_t i = 0; i < SAID_JOINT(resample->said.roles); i++)
		resample->drawn[i] = counts[i] * resample->means[i];
	*figure = work_out(resample, resample->drawn);
	return !isnan(*figure);
}

static struct figure
take(struct resample *resample, enum system system, enum what what)
{
	struct figure figure = { NAN, NAN, NAN, NAN, NAN };
	struct interval interval;

	resample->system = system;
	resample->what = what;
	figure.value = work_out(resample, resample->joint);
	if (!isnan(figure.value)
	    && bootstrap_interval(resample->counts, SAID_JOINT(resample->said.roles),
	        (struct bootstrap_figure){ work_out_draw, resample }, FIGURE_CONFIDENCE, &interval)
	    && interval.lower < interval.upper) {
		figure.lower = interval.lower;
		figure.upper = interval.upper;
	}
	return figure;
}

/* A share, so no draws are needed: they would tell nothing of the chance of a mistake
 * where none was made. */
static struct figure
take_accuracy(struct resample *resample, enum system system, double records)
{
	said_table(&resample->said, resample->joint, system, resample->table);
	return figure_of_share(
	    said_accuracy(resample->table, resample->said.roles), records, resample->effective);
}

static void
open_resample(struct resample *resample, const struct tally *tally)
{
	size_t roles = tally->roles, values = TALLY_OUTCOMES(roles), cells = SAID_JOINT(roles);
	struct decimal_sum all = tally_sum(tally, TALLY_ANY, TALLY_ANY, TALLY_ANY, TALLY_ANY);

	*resample =
	    (struct resample){ .said = { .roles = roles }, .effective = tally_effective(&all) };
	resample->joint = xcalloc(cells, sizeof(double));
	resample->counts = xcalloc(cells, sizeof(double));
	resample->means = xcalloc(cells, sizeof(double));
	resample->drawn = xcalloc(cells, sizeof(double));
	resample->table = xcalloc(SAID_CELLS(roles), sizeof(double));
	resample->square = xcalloc(values * values, sizeof(double));
	said_joint(tally, resample->joint);
	resample->said.majority = said_majority(resample->joint, roles);
	for (size_t i = 0; i < cells; i++) {
		struct decimal_sum cell = tally_sum(tally, i / (roles + 1) / values,
		    i / (roles + 1) % values, TALLY_ANY, i % (roles + 1));

		if (!(resample->joint[i] > 0))
			continue;
		resample->counts[i] = fmax(1, round(tally_effective(&cell)));
		resample->means[i] = resample->joint[i] / resample->counts[i];
	}
}

static void
close_resample(struct resample *resample)
{
	free(resample->joint);
	free(resample->counts);
	free(resample->means);
	free(resample->drawn);
	free(resample->table);
	free(resample->square);
}

void
resample_systems(struct figures *figures, const struct tally *tally)
{
	struct resample resample;

	open_resample(&resample, tally);
	figures->majority = resample.said.majority;
	said_table(&resample.said, resample.joint, SYSTEM_RULES, figures->confusion);
	said_macro_f1(figures->confusion, tally->roles, &figures->roles_averaged);
	for (enum system system = 0; system < SYSTEMS; system++) {
		struct figures_system *out = &figures->systems[system];

		if (system == SYSTEM_BM25 && !figures->guesses)
			continue;
		out->accuracy = take_accuracy(&resample, system, figures->records.value);
		out->macro_f1 = take(&resample, system, WHAT_MACRO_F1);
		if (system != SYSTEM_RULES)
			out->lead = take(&resample, system, WHAT_LEAD);
	}
	figures->kappa = take(&resample, SYSTEM_RULES, WHAT_KAPPA);
	figures->alpha = take(&resample, SYSTEM_RULES, WHAT_ALPHA);
	close_resample(&resample);
}
