/* SPDX-License-Identifier: GPL-3.0-or-later */
/* target: each figure against what the measure is meant to reach. */
#include "target.h"

#include "../compare/comparer.h"
#include "../compare/comparers.h"
#include "band.h"

#include <Rmath.h>
#include <math.h>

#define LOWER_TAIL 1
#define UPPER_TAIL 0
#define LOG        1

static const enum compare_column written[] = { COLUMN_CENTRE, COLUMN_Z, COLUMN_P, COLUMN_Q,
	COLUMN_BAND, COLUMN_SIDE, COLUMN_DIFFERENCE, COLUMN_METHOD, COMPARE_COLUMNS };

/* From the logarithm of the smaller tail, since a p too small for its own number has a z. */
static struct target_test
from_tail(enum target_way way, double log_tail, bool above)
{
	double z = log_tail < -M_LN2 ? qnorm(log_tail, 0, 1, UPPER_TAIL, LOG) : 0;

	return (struct target_test){ way, above ? z : -z, fmin(1, 2 * exp(log_tail)) };
}

static struct target_test
test_exact(enum target_way way, double at_most, double at_least)
{
	return from_tail(way, fmin(at_most, at_least), at_least < at_most);
}

static struct target_test
test_quantile(double z)
{
	return (struct target_test){ TARGET_NORMAL, z, 2 * pnorm(fabs(z), 0, 1, UPPER_TAIL, 0) };
}

static bool
test_share(double share, double n, double target, struct target_test *test)
{
	double events = nearbyint(share * n);

	n = nearbyint(n);
	if (!(target > 0 && target < 1 && n > 0))
		return false;
	*test = test_exact(TARGET_BINOMIAL, pbinom(events, n, target, LOWER_TAIL, LOG),
	    pbinom(events - 1, n, target, UPPER_TAIL, LOG));
	return true;
}

static bool
test_events(double events, double expected, struct target_test *test)
{
	events = nearbyint(events);
	if (!(expected > 0) || !(events >= 0))
		return false;
	*test = test_exact(TARGET_POISSON, ppois(events, expected, LOWER_TAIL, LOG),
	    ppois(events - 1, expected, UPPER_TAIL, LOG));
	return true;
}

static bool
test_normal(const struct figure *figure, double target, struct target_test *test)
{
	double distance = (figure->published - target) / figure->error;

	if (!(figure->error > 0) || !isfinite(distance))
		return false;
	if (isnan(figure->deviation))
		*test = test_quantile(distance);
	else if (figure->n >= 2)
		*test = from_tail(TARGET_STUDENT,
		    pt(fabs(distance), figure->n - 1, UPPER_TAIL, LOG), distance > 0);
	else
		return false;
	return true;
}

bool
target_test(const struct figure *figure, double target, double multiplier, struct target_test *test)
{
	switch (figure->model) {
	case FIGURE_BINOMIAL:
		return test_share(
		    figure->published / multiplier, figure->n, target / multiplier, test);
	case FIGURE_POISSON:
		return test_events(figure->events, target / multiplier * figure->n, test);
	case FIGURE_NORMAL:
		break;
	}
	return test_normal(figure, target, test);
}

/* On which side of the target the figure's own limits lie. */
enum side { SIDE_LOWER_998, SIDE_LOWER_95, SIDE_WITHIN, SIDE_HIGHER_95, SIDE_HIGHER_998 };

static bool
find_side(const struct compare_set *set, const struct figure *figure, enum side *side)
{
	double target = set->measure->target;
	struct interval wide;
	struct interval narrow;

	if (!figure_limits(figure, set->measure, 0.95, &narrow))
		return false;
	/* a published figure may have the others only */
	if (!figure_limits(figure, set->measure, 0.998, &wide))
		wide = (struct interval){ -INFINITY, INFINITY };
	*side = SIDE_WITHIN;
	if (target < narrow.lower)
		*side = target < wide.lower ? SIDE_HIGHER_998 : SIDE_HIGHER_95;
	else if (target > narrow.upper)
		*side = target > wide.upper ? SIDE_LOWER_998 : SIDE_LOWER_95;
	return true;
}

static void
put_test(struct compare_set *set, size_t member, const struct figure *figure)
{
	const struct measure *measure = set->measure;
	struct target_test test;
	size_t band;

	if (!target_test(figure, measure->target, measure->multiplier, &test))
		return;
	compare_put(set, member, COLUMN_Z, test.z);
	compare_put(set, member, COLUMN_P, test.p);
	compare_put(set, member, COLUMN_METHOD, (double)test.way);
	band = band_of(set->options->bands, target_comparer.name, measure->polarity, test.z);
	if (band != BAND_NONE)
		compare_put(set, member, COLUMN_BAND, (double)band);
}

static void
run(struct compare_set *set)
{
	const struct measure *measure = set->measure;

	for (size_t i = 0; measure->has_target && i < set->count; i++) {
		const struct figure *figure = &set->members[i].figure;
		enum side side;

		compare_put(set, i, COLUMN_CENTRE, measure->target);
		if (figure->state != FIGURE_SHOWN)
			continue;
		compare_put(set, i, COLUMN_DIFFERENCE, figure->published - measure->target);
		put_test(set, i, figure);
		if (find_side(set, figure, &side))
			compare_put(set, i, COLUMN_SIDE, (double)side);
	}
}

static void
word(const struct compare_options *options, enum compare_column column, double put,
    struct buffer *text)
{
	static const char *const sides[] = { [SIDE_LOWER_998] = "lower_998",
		[SIDE_LOWER_95] = "lower_95",
		[SIDE_WITHIN] = "within",
		[SIDE_HIGHER_95] = "higher_95",
		[SIDE_HIGHER_998] = "higher_998" };
	static const char *const ways[] = { [TARGET_BINOMIAL] = "target_binomial",
		[TARGET_NORMAL] = "target_normal",
		[TARGET_POISSON] = "target_poisson",
		[TARGET_STUDENT] = "target_t" };

	if (column == COLUMN_METHOD)
		buffer_append_text(text, ways[(size_t)put]);
	else if (column == COLUMN_SIDE)
		buffer_append_text(text, sides[(size_t)put]);
	else
		buffer_append_text(text, band_word(options->bands, (size_t)put));
}

const struct comparer target_comparer = {
	.name = "target", .over = COMPARE_ALONE, .columns = written, .run = run, .word = word
};
