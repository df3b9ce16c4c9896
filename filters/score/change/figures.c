/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figures: what is said of the change on one scale. */
#include "figures.h"

#include "../../lib/interval.h"
#include "../../lib/memory.h"
#include "../../lib/student.h"
#include "../reliability/moments.h"
#include "../reliability/statistic.h"
#include "tally.h"

#include <math.h>
#include <stdlib.h>

#define CONFIDENCE 0.95

static const char few[] = "needs at least 2 pairs";
static const char alike[] = "all changes are the same";
static const char flat_first[] = "all scores of the first round are the same";
static const char flat_second[] = "all scores of the second round are the same";

/* Exact sums over the whole pairs. */
struct change_sums {
	struct decimal_sum first;
	struct decimal_sum second;
	struct decimal_sum change;
	struct moment both; /* the scores of both rounds */
	uint64_t kinds[PAIR_KINDS];
	/* of both rounds, of the change, and of both scores together, whose deviation the
	 * others tell by the correlation */
	struct tally tallies[4];
};

static const char *const names[FIGURES] = { "in_first", "in_second", "pairs", "only_in_first",
	"only_in_second", "several_records", "no_score", "mean_first", "sd_first", "mean_second",
	"sd_second", "correlation", "mean_change", "interval_lower", "interval_upper", "sd_change",
	"t", "df", "p", "d_z", "d_z_corrected", "d_first", "d_first_corrected", "reliability",
	"standard_error", "standard_error_difference", "reliable_change", "improved", "unchanged",
	"deteriorated", "improved_percent", "unchanged_percent", "deteriorated_percent" };

const char *
figure_name(enum figure_name name)
{
	return names[name];
}

static void
give(struct change_figures *figures, enum figure_name name, double number)
{
	figures->list[name] = (struct figure){ FIGURE_GIVEN, number, NULL };
}

static void
lack(struct change_figures *figures, enum figure_name first, enum figure_name last,
    const char *reason)
{
	for (enum figure_name name = first; name <= last; name++)
		figures->list[name] = (struct figure){ FIGURE_NONE, NAN, reason };
}

/* A score above the least that there is, -10^9, in the units of a moment. */
static decimal_unsigned
above_least(struct decimal score)
{
	const decimal_wide least = (decimal_wide)1000000000 * decimal_powers[PAIR_PLACES];

	return (decimal_unsigned)(score.digits + least)
	    * (decimal_unsigned)decimal_powers[COMPONENT_PLACES - PAIR_PLACES];
}

/* It fits: 10^7 pairs of values below 2^81. */
static void
add_both(struct moment *both, decimal_unsigned first, decimal_unsigned second)
{
	both->records++;
	both->first += first;
	both->second += second;
	(void)wide_add(&both->product, wide_product(first, second));
}

static void
add_pair(struct change_sums *sums, struct band_moves *moves, const struct pair_scores *scores)
{
	sums->kinds[scores->kind]++;
	if (scores->kind != PAIR_WHOLE)
		return;
	decimal_sum_add(&sums->first, scores->first);
	decimal_sum_add(&sums->second, scores->second);
	decimal_sum_add(&sums->change, scores->change);
	tally_add(&sums->tallies[0], scores->first.digits);
	tally_add(&sums->tallies[1], scores->second.digits);
	tally_add(&sums->tallies[2], scores->change.digits);
	tally_add(&sums->tallies[3], scores->first.digits + scores->second.digits);
	add_both(&sums->both, above_least(scores->first), above_least(scores->second));
	if (scores->bands[ROUND_FIRST] < moves->bands && scores->bands[ROUND_SECOND] < moves->bands)
		moves->counts[scores->bands[ROUND_FIRST] * moves->bands
		    + scores->bands[ROUND_SECOND]]++;
}

static void
take_counts(struct change_figures *figures, const struct change_sums *sums)
{
	const uint64_t *kinds = sums->kinds;
	uint64_t both = kinds[PAIR_WHOLE] + kinds[PAIR_MANIFOLD] + kinds[PAIR_NO_SCORE];

	give(figures, FIGURE_IN_FIRST, (double)(both + kinds[PAIR_ONLY_FIRST]));
	give(figures, FIGURE_IN_SECOND, (double)(both + kinds[PAIR_ONLY_SECOND]));
	give(figures, FIGURE_PAIRS, (double)kinds[PAIR_WHOLE]);
	give(figures, FIGURE_ONLY_FIRST, (double)kinds[PAIR_ONLY_FIRST]);
	give(figures, FIGURE_ONLY_SECOND, (double)kinds[PAIR_ONLY_SECOND]);
	give(figures, FIGURE_SEVERAL_RECORDS, (double)kinds[PAIR_MANIFOLD]);
	give(figures, FIGURE_NO_SCORE, (double)kinds[PAIR_NO_SCORE]);
}

static void
take_rounds(struct change_figures *figures, const struct change_sums *sums)
{
	double first = decimal_sum_deviation(&sums->first);
	double second = decimal_sum_deviation(&sums->second);

	give(figures, FIGURE_MEAN_FIRST, decimal_sum_mean(&sums->first));
	give(figures, FIGURE_MEAN_SECOND, decimal_sum_mean(&sums->second));
	if (sums->change.count < 2) {
		lack(figures, FIGURE_SD_FIRST, FIGURE_SD_FIRST, few);
		lack(figures, FIGURE_SD_SECOND, FIGURE_SD_SECOND, few);
		lack(figures, FIGURE_CORRELATION, FIGURE_CORRELATION, few);
		return;
	}
	give(figures, FIGURE_SD_FIRST, first);
	give(figures, FIGURE_SD_SECOND, second);
	if (!(first > 0))
		lack(figures, FIGURE_CORRELATION, FIGURE_CORRELATION, flat_first);
	else if (!(second > 0))
		lack(figures, FIGURE_CORRELATION, FIGURE_CORRELATION, flat_second);
	else
		give(figures, FIGURE_CORRELATION,
		    fmax(-1, fmin(1, moment_covariance(&sums->both) / (first * second))));
}

static void
take_change(struct change_figures *figures, const struct change_sums *sums)
{
	double count = (double)sums->change.count;
	double mean = decimal_sum_mean(&sums->change);
	double deviation = decimal_sum_deviation(&sums->change);
	struct interval interval;

	give(figures, FIGURE_MEAN_CHANGE, mean);
	lack(figures, FIGURE_INTERVAL_LOWER, FIGURE_P, few);
	if (sums->change.count < 2)
		return;
	give(figures, FIGURE_SD_CHANGE, deviation);
	give(figures, FIGURE_DF, count - 1);
	if (!(deviation > 0) || !interval_student(mean, deviation, count, CONFIDENCE, &interval)) {
		lack(figures, FIGURE_INTERVAL_LOWER, FIGURE_INTERVAL_UPPER, alike);
		lack(figures, FIGURE_T, FIGURE_T, alike);
		lack(figures, FIGURE_P, FIGURE_P, alike);
		return;
	}
	give(figures, FIGURE_INTERVAL_LOWER, interval.lower);
	give(figures, FIGURE_INTERVAL_UPPER, interval.upper);
	give(figures, FIGURE_T, mean / (deviation / sqrt(count)));
	give(figures, FIGURE_P, student_two_sided(mean / (deviation / sqrt(count)), count - 1));
}

/* The mean change by a deviation, and the same with Hedges' correction. */
static void
take_effect(
    struct change_figures *figures, enum figure_name plain, double deviation, const char *reason)
{
	enum figure_name corrected = plain + 1;
	double count = figures->list[FIGURE_PAIRS].number;
	double effect = figures->list[FIGURE_MEAN_CHANGE].number / deviation;

	if (count < 2 || !(deviation > 0)) {
		lack(figures, plain, corrected, count < 2 ? few : reason);
		return;
	}
	give(figures, plain, effect);
	if (count < 3)
		lack(figures, corrected, corrected, "needs at least 3 pairs");
	else
		give(figures, corrected, effect * student_correction(count - 1));
}

/* The threshold of a reliable change. */
static bool
take_threshold(struct change_figures *figures, const struct scale_reliability *reliability)
{
	const struct figure *deviation = &figures->list[FIGURE_SD_FIRST];
	double error, difference;

	lack(figures, FIGURE_RELIABILITY, FIGURE_DETERIORATED_PERCENT, reliability->reason);
	if (!isfinite(reliability->value))
		return false;
	give(figures, FIGURE_RELIABILITY, reliability->value);
	if (deviation->state != FIGURE_GIVEN || !(deviation->number > 0)) {
		lack(figures, FIGURE_STANDARD_ERROR, FIGURE_DETERIORATED_PERCENT,
		    deviation->state != FIGURE_GIVEN ? few : flat_first);
		return false;
	}
	error = deviation->number * sqrt(1 - reliability->value);
	difference = sqrt(2) * error;
	give(figures, FIGURE_STANDARD_ERROR, error);
	give(figures, FIGURE_STANDARD_ERROR_DIFFERENCE, difference);
	give(figures, FIGURE_RELIABLE_CHANGE, RELIABLE_CHANGE * difference);
	return true;
}

static void
take_reliable(struct change_figures *figures, const struct pairs *pairs, size_t index,
    const struct scale *scale)
{
	double threshold = figures->list[FIGURE_RELIABLE_CHANGE].number;
	double count = figures->list[FIGURE_PAIRS].number;
	uint64_t up = 0, down = 0;
	double better, worse;

	for (const struct pair *pair = NULL; (pair = pairs_next(pairs, pair)) != NULL;) {
		struct pair_scores scores = pairs_scores(pairs, pair, index);
		double change;

		if (scores.kind != PAIR_WHOLE)
			continue;
		change = decimal_value(scores.change);
		up += change > threshold;
		down += change < -threshold;
	}
	better = (double)(scale->lower_better ? down : up);
	worse = (double)(scale->lower_better ? up : down);
	give(figures, FIGURE_IMPROVED, better);
	give(figures, FIGURE_UNCHANGED, count - better - worse);
	give(figures, FIGURE_DETERIORATED, worse);
	give(figures, FIGURE_IMPROVED_PERCENT, 100 * better / count);
	give(figures, FIGURE_UNCHANGED_PERCENT, 100 * (count - better - worse) / count);
	give(figures, FIGURE_DETERIORATED_PERCENT, 100 * worse / count);
}

void
change_figures_take(struct change_figures *figures, const struct pairs *pairs, size_t index,
    const struct scale *scale, const struct scale_reliability *reliability)
{
	size_t bands = scale->bands.count;
	struct change_sums sums = { 0 };

	*figures = (struct change_figures){ .moves.bands = bands };
	if (bands != 0)
		figures->moves.counts = xcalloc(bands * bands, sizeof figures->moves.counts[0]);
	for (const struct pair *pair = NULL; (pair = pairs_next(pairs, pair)) != NULL;) {
		struct pair_scores scores = pairs_scores(pairs, pair, index);

		add_pair(&sums, &figures->moves, &scores);
	}
	for (size_t i = 0; i < sizeof sums.tallies / sizeof sums.tallies[0]; i++)
		figures->telling |= tally_tells(&sums.tallies[i], STATISTIC_MINIMUM);
	take_counts(figures, &sums);
	if (sums.change.count == 0) {
		lack(figures, FIGURE_MEAN_FIRST, FIGURE_DETERIORATED_PERCENT,
		    "no pair has a score in both rounds");
		return;
	}
	take_rounds(figures, &sums);
	take_change(figures, &sums);
	take_effect(figures, FIGURE_D_Z, decimal_sum_deviation(&sums.change), alike);
	take_effect(figures, FIGURE_D_FIRST, decimal_sum_deviation(&sums.first), flat_first);
	if (take_threshold(figures, reliability))
		take_reliable(figures, pairs, index, scale);
}

void
change_figures_release(struct change_figures *figures)
{
	free(figures->moves.counts);
	*figures = (struct change_figures){ 0 };
}
