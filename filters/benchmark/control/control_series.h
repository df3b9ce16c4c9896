/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * control_series: the figures of one unit as the points of a control chart: on which chart
 * they can be, and what it asks of each.
 */
#ifndef BENCHMARK_CONTROL_SERIES_H
#define BENCHMARK_CONTROL_SERIES_H

#include "../compare/comparer.h"
#include "control_chart.h"

struct control_series {
	const struct compare_set *set;
	enum control_chart chart;
	double multiplier; /* a value is that many times a share or a rate */
};

/* On the chart that was asked for, or on an XmR chart where the figures are no shares, or
 * no rates. */
struct control_series control_series_of(const struct compare_set *set);
/* Limits follow each point's n. */
bool control_counts(enum control_chart chart);
/* And are those of a share. */
bool control_takes_shares(enum control_chart chart);
/* The member is a point: its figure shows, with what the chart asks for. */
bool control_is_point(const struct control_series *series, size_t member);
struct control_sample control_sample_of(const struct control_series *series, size_t member);
/* The days of two points that follow each other overlap. */
bool control_overlaps(const struct control_series *series);

#endif
