/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * mad: how far each unit is from the median of all, in median absolute deviations, which a
 * few outlying units do not change.
 *
 * The deviation is not scaled to that of a normal distribution: so central government
 * compares councils.
 */
#include "../../lib/quantile.h"
#include "../compare/comparer.h"
#include "../compare/comparers.h"
#include "band.h"
#include "peers.h"

#include <math.h>

static const enum compare_column written[] = { COLUMN_UNITS, COLUMN_MEDIAN, COLUMN_MAD,
	COLUMN_MADS_FROM_MEDIAN, COLUMN_BAND, COLUMN_METHOD, COMPARE_COLUMNS };

/* Of the set, as published. */
struct middle {
	double median;
	double mad;
};

/* Where the rule rounds, of the published figures: the exact distances of many units tell the
 * exact values. */
static double
distance_of(const struct compare_set *set, const struct figure *figure, const struct middle *middle)
{
	double value =
	    peers_round(set) ? figure_rounded(figure->published, figure->decimals) : figure->exact;

	return middle->mad > 0 ? (value - middle->median) / middle->mad : NAN;
}

static void
put_distance(struct compare_set *set, size_t member, const struct middle *middle)
{
	const struct figure *figure = &set->members[member].figure;
	double distance = distance_of(set, figure, middle);
	size_t band =
	    band_of(set->options->bands, mad_comparer.name, set->measure->polarity, distance);

	compare_put(set, member, COLUMN_MADS_FROM_MEDIAN, distance);
	if (band != BAND_NONE)
		compare_put(set, member, COLUMN_BAND, (double)band);
}

static void
run(struct compare_set *set)
{
	struct middle middle;
	double median;
	size_t count;
	const double *ascending = peers_ascending(set, &count);

	if (peers_too_few(set, count))
		return;
	median = quantile_type7(ascending, count, 0.5);
	middle.median = peers_published(set, median);
	middle.mad = peers_published(set, peers_mad(ascending, count, median));
	for (size_t i = 0; i < set->count; i++) {
		compare_put(set, i, COLUMN_MEDIAN, middle.median);
		compare_put(set, i, COLUMN_MAD, middle.mad);
		if (set->members[i].figure.state == FIGURE_SHOWN && compare_wants(set, i))
			put_distance(set, i, &middle);
	}
}

static void
method(const struct compare_options *options, const struct measure *measure, struct buffer *method)
{
	(void)options;
	(void)measure;
	buffer_append_text(method, "mad_unscaled");
}

static void
word(const struct compare_options *options, enum compare_column column, double put,
    struct buffer *text)
{
	if (column == COLUMN_METHOD)
		buffer_append_text(text, "mad_" PEERS_TOO_FEW);
	else
		buffer_append_text(text, band_word(options->bands, (size_t)put));
}

const struct comparer mad_comparer = { .name = "mad",
	.over = COMPARE_UNITS,
	.columns = written,
	.run = run,
	.method = method,
	.word = word };
