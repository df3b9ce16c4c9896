/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * peers: a unit's place among the units of the same measure and period.
 */
#ifndef MHSW_PEERS_H
#define MHSW_PEERS_H

#include <stdbool.h>
#include <stddef.h>

/* With fewer units quartiles, deviations from the median and funnels say nothing, and are
 * not given. */
#define PEERS_MINIMUM 8
/* What the column method says then, behind the comparison and a "_". */
#define PEERS_TOO_FEW "too_few_units"

struct peers {
	size_t units;
	double q1;
	double median;
	double q3;
};

enum peers_ties {
	PEERS_TIES_MINIMUM, /* 1 2 2 4: standard competition */
	PEERS_TIES_AVERAGE  /* 1 2.5 2.5 4 */
};

struct peers peers_summarise(const double *ascending, size_t count);
/* The median of the absolute deviations from the median, unscaled; NaN where count is 0. */
double peers_mad(const double *ascending, size_t count, double median);
/* 1 (lowest values) .. 4; a value on a quartile belongs to the lower part. */
int peers_quartile(const struct peers *peers, double value);
/* The rank of a value among the ascending values; 1 is the highest value when
 * descending, else the lowest. */
double peers_rank(
    const double *ascending, size_t count, double value, bool descending, enum peers_ties ties);

/* How many of the ascending values are less than value, or with equal not above it. */
size_t peers_below(const double *ascending, size_t count, double value, bool equal);

struct compare_set;

/* The exact values of the members that show, ascending, and their number; sorted once for all
 * comparers of the set. */
const double *peers_ascending(struct compare_set *set, size_t *count);
/* The set's figures are rounded by the rule; published ones are not, once more. */
bool peers_round(const struct compare_set *set);
/* What all units of the set may see of such a value: with the decimals of the figures where the
 * rule rounds these.  Rows whose figure does not show would have more. */
double peers_published(const struct compare_set *set, double value);
/* Puts the column units of all members. */
void peers_put_units(struct compare_set *set, size_t units);
/* Puts units, and for fewer than PEERS_MINIMUM a note in COLUMN_METHOD, which the comparer's
 * word writes as PEERS_TOO_FEW. */
bool peers_too_few(struct compare_set *set, size_t units);

#endif
