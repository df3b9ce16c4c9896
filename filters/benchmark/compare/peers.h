/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * peers: a unit's place among the units of the same measure and period.
 */
#ifndef MHSW_PEERS_H
#define MHSW_PEERS_H

#include <stdbool.h>
#include <stddef.h>

/* With fewer units quartiles say nothing and are not given. */
#define PEERS_MINIMUM 8

struct peers {
	size_t units;
	double q1;
	double median;
	double q3;
};

enum peers_ties {
	PEERS_TIES_BEST,   /* 1 2 2 4: standard competition */
	PEERS_TIES_AVERAGE /* 1 2.5 2.5 4 */
};

/* The quantile of type 7 (Hyndman and Fan 1996) of ascending values; p in
 * 0 .. 1, count above 0. */
double peers_quantile(const double *ascending, size_t count, double p);
/* Quartiles of values in any order; scratch has room for count values and is
 * left ascending. */
struct peers peers_summarise(const double *values, size_t count, double *scratch);
/* 1 (lowest values) .. 4; a value on a quartile belongs to the lower part. */
int peers_quartile(const struct peers *peers, double value);
/* The rank of a value among the ascending values; 1 is the highest value when
 * descending, else the lowest. */
double peers_rank(
    const double *ascending, size_t count, double value, bool descending, enum peers_ties ties);

struct compare_set;

/* The exact values of the members that show; their number. */
size_t peers_collect(const struct compare_set *set, double *values);

#endif
