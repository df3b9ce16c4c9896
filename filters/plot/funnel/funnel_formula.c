/* SPDX-License-Identifier: GPL-3.0-or-later */
/* funnel_formula: the limits at any size, from what benchmark published. */
#include "funnel_formula.h"

#include "../../lib/interval.h"
#include "funnel.h"

#include <Rmath.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Multipliers of rates and ratios are powers of ten. */
#define MULTIPLIERS 7

/* How far a published figure may be from the one that was rounded. */
struct rounding {
	double centre;
	double phi;
	double tau2;
};

enum series_column
funnel_level_column(enum funnel_level level)
{
	static const enum series_column columns[] = { SERIES_FUNNEL_LOWER998, SERIES_FUNNEL_LOWER95,
		SERIES_FUNNEL_UPPER95, SERIES_FUNNEL_UPPER998 };

	return columns[level];
}

static double
half_step(const struct series_figure *figure)
{
	const char *point = strchr(figure->text, '.');

	return pow(10, point == NULL ? 0 : -(double)strlen(point + 1)) / 2;
}

static double
signed_z(const struct funnel_formula *formula, enum funnel_level level)
{
	switch (level) {
	case FUNNEL_LOWER998:
		return -formula->z998;
	case FUNNEL_LOWER95:
		return -formula->z95;
	case FUNNEL_UPPER95:
		return formula->z95;
	case FUNNEL_UPPER998:
	case FUNNEL_LEVELS:
		break;
	}
	return formula->z998;
}

/* The centre's place on the scale, and a unit's error there. */
static double
limit_on_scale(const struct funnel_formula *formula, double centre, double size, double z)
{
	double error = 1 / (2 * sqrt(size));
	double place = centre;

	switch (formula->scale) {
	case FUNNEL_SCALE_ARCSINE:
		place = asin(sqrt(centre));
		break;
	case FUNNEL_SCALE_ROOT:
		place = sqrt(centre);
		break;
	case FUNNEL_SCALE_LOG:
		place = log(centre);
		error = 1 / sqrt(centre * size);
		break;
	case FUNNEL_SCALE_NORMAL:
	case FUNNEL_SCALE_EXACT:
	case FUNNEL_SCALE_CHISQ:
	case FUNNEL_SCALES:
		error = formula->shares ? sqrt(centre * (1 - centre) / size) : sqrt(centre / size);
		break;
	}
	error *= formula->widening;
	return place + z * sqrt(error * error + formula->between);
}

static double
from_scale(enum funnel_scale scale, double place)
{
	double root;

	switch (scale) {
	case FUNNEL_SCALE_ARCSINE:
		/* past either end the sine would come back */
		root = sin(fmin(fmax(place, 0), M_PI_2));
		return root * root;
	case FUNNEL_SCALE_ROOT:
		return place > 0 ? place * place : 0;
	case FUNNEL_SCALE_LOG:
		return exp(place);
	case FUNNEL_SCALE_NORMAL:
	case FUNNEL_SCALE_EXACT:
	case FUNNEL_SCALE_CHISQ:
	case FUNNEL_SCALES:
		break;
	}
	return place;
}

/* r - a, where r is the smallest count with F(r) >= p and a = (F(r) - p) / (F(r) - F(r - 1))
 * (Spiegelhalter 2005, appendix A.1); by the size. */
static double
quantile_between(const struct funnel_formula *formula, double centre, double size, double p)
{
	double expected = centre * size;
	double n = nearbyint(size);
	double r = formula->shares ? qbinom(p, n, centre, 1, 0) : qpois(p, expected, 1, 0);
	double upto = formula->shares ? pbinom(r, n, centre, 1, 0) : ppois(r, expected, 1, 0);
	double just = formula->shares ? dbinom(r, n, centre, 0) : dpois(r, expected, 0);

	return (r - (just > 0 ? (upto - p) / just : 0)) / size;
}

/* Exact limits of a Poisson count that is as many as expected (Garwood 1936), by the size. */
static double
garwood(double expected, double size, double z)
{
	double beyond = pnorm(fabs(z), 0, 1, 0, 0);

	return z < 0 ? qchisq(beyond, 2 * expected, 1, 0) / 2 / size
	             : qchisq(beyond, 2 * (expected + 1), 0, 0) / 2 / size;
}

double
funnel_formula_limit(const struct funnel_formula *formula, double size, enum funnel_level level)
{
	double z = signed_z(formula, level);
	double centre = formula->centre / formula->multiplier;
	double limit;

	if (!(size > 0) || !(centre >= 0) || (formula->shares && centre > 1))
		return NAN;
	if (formula->scale == FUNNEL_SCALE_EXACT)
		/* a size under one holds no count */
		limit = size < 1 && formula->shares
		    ? NAN
		    : quantile_between(formula, centre, size, pnorm(z, 0, 1, 1, 0));
	else if (formula->scale == FUNNEL_SCALE_CHISQ)
		limit = garwood(centre * size, size, z);
	else
		limit = from_scale(formula->scale, limit_on_scale(formula, centre, size, z));
	limit = fmax(limit, 0);
	return (formula->shares ? fmin(limit, 1) : limit) * formula->multiplier;
}

/* The word of benchmark's method behind "funnel_", such as "arcsine". */
static bool
read_scale(struct funnel_formula *formula, const char *method)
{
	static const char *const names[FUNNEL_SCALES] = { "normal", "arcsine", "sqrt", "log",
		"exact", "chisq" };
	const char *word = strstr(method, "funnel_");
	size_t length;

	if (word == NULL)
		return false;
	word += strlen("funnel_");
	length = strcspn(word, " ");
	for (size_t i = 0; i < FUNNEL_SCALES; i++)
		if (strlen(names[i]) == length && strncmp(names[i], word, length) == 0) {
			formula->scale = (enum funnel_scale)i;
			return true;
		}
	return false;
}

/* " z1.96/3.09", where they are not the quantiles. */
static void
read_z(struct funnel_formula *formula, const char *method)
{
	const char *word = strstr(method, " z");
	char *end;

	formula->z95 = interval_z(0.95);
	formula->z998 = interval_z(0.998);
	if (word == NULL || word[2] < '0' || word[2] > '9')
		return;
	formula->z95 = strtod(word + 2, &end);
	if (*end == '/')
		formula->z998 = strtod(end + 1, NULL);
}

static void
read_widening(
    struct funnel_formula *formula, const struct series_row *row, struct rounding *rounding)
{
	bool additive = strstr(row->method, " additive") != NULL;
	bool multiplicative = strstr(row->method, " multiplicative") != NULL;
	double phi = series_number(row, SERIES_PHI);

	formula->widening = 1;
	formula->between = 0;
	if (additive && series_shown(row, SERIES_TAU2)) {
		formula->between = series_number(row, SERIES_TAU2);
		rounding->tau2 = half_step(&row->figures[SERIES_TAU2]);
	}
	if (multiplicative && series_shown(row, SERIES_PHI) && phi > 1) {
		formula->widening = sqrt(phi);
		rounding->phi = half_step(&row->figures[SERIES_PHI]);
	}
	rounding->centre = half_step(&row->figures[SERIES_FUNNEL_CENTRE]);
}

/* The published limit is one that the formula gives for a centre, phi and tau2 that round to
 * the published ones: limits move one way with each of them. */
static bool
agrees(const struct funnel_formula *formula, const struct rounding *rounding,
    const struct series_figure *published, double size, enum funnel_level level)
{
	double least = INFINITY;
	double most = -INFINITY;
	double room = half_step(published);

	for (int i = 0; i < 4; i++) {
		struct funnel_formula other = *formula;
		double sign = (i & 2) != 0 ? 1 : -1;
		double limit;

		other.centre += (i & 1) != 0 ? rounding->centre : -rounding->centre;
		other.centre = fmax(other.centre, 0);
		other.between = fmax(0, other.between + sign * rounding->tau2);
		other.widening =
		    sqrt(fmax(0, other.widening * other.widening + sign * rounding->phi));
		limit = funnel_formula_limit(&other, size, level);
		least = fmin(least, limit);
		most = fmax(most, limit);
	}
	room += 1e-9 * fabs(published->number);
	return published->number >= least - room && published->number <= most + room;
}

static bool
agrees_with_all(const struct funnel_formula *formula, const struct rounding *rounding,
    const struct selection *selection)
{
	size_t checked = 0;

	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];
		double size = funnel_size(selection, row);

		if (isnan(size))
			continue;
		for (enum funnel_level level = 0; level < FUNNEL_LEVELS; level++) {
			const struct series_figure *figure =
			    &row->figures[funnel_level_column(level)];

			if (figure->state != SERIES_NUMBER)
				continue;
			if (!agrees(formula, rounding, figure, size, level))
				return false;
			checked++;
		}
	}
	return checked != 0;
}

bool
funnel_formula_read(struct funnel_formula *formula, const struct selection *selection)
{
	const struct series_row *row = funnel_judged(selection);
	struct rounding rounding = { 0 };

	*formula = (struct funnel_formula){ 0 };
	if (row == NULL || !read_scale(formula, row->method))
		return false;
	read_z(formula, row->method);
	read_widening(formula, row, &rounding);
	formula->centre = series_number(row, SERIES_FUNNEL_CENTRE);
	formula->shares = strcmp(row->kind, "proportion") == 0;
	formula->multiplier = 100;
	if (formula->shares)
		return agrees_with_all(formula, &rounding, selection);
	for (int i = 0; i < MULTIPLIERS; i++) {
		formula->multiplier = pow(10, i);
		if (agrees_with_all(formula, &rounding, selection))
			return true;
	}
	return false;
}
