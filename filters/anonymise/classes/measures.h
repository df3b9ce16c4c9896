/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * measures: the arithmetic of l and t (diversity.h says which), for whoever counts: the
 * classes and the search each have their own way to people's shares, and must not differ
 * in what they make of them.
 *
 * Shares are of people with a value among all people with one: of a class, or whole: of
 * the whole table.
 */
#ifndef ANONYMISE_MEASURES_H
#define ANONYMISE_MEASURES_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Sums of shares are off by some 10^-16; which way must not decide. */
#define MEASURES_TOLERANCE 1e-9

static inline bool
measures_is_diverse(double diverse, double l)
{
	return diverse >= l * (1 - MEASURES_TOLERANCE);
}

static inline bool
measures_is_near(double distance, double t)
{
	return distance <= t + MEASURES_TOLERANCE;
}

/* What a value adds to the entropy, in nats. */
static inline double
measures_entropy(double share)
{
	return -share * log(share);
}

/* Equal distance: {0}, then each value that the class has, in any order. */
struct measures_equal {
	double sum;
	double met;
};

static inline void
measures_equal_add(struct measures_equal *equal, double share, double whole)
{
	equal->sum += fabs(share - whole);
	equal->met += whole;
}

/* Values that the class has not differ by their share in the whole. */
static inline double
measures_equal_end(const struct measures_equal *equal)
{
	return (equal->sum + 1 - equal->met) / 2;
}

/* The whole table, for the ordered distance.  Rank 0 is what is no number, all of it;
 * numbers follow from 1 on by size, of which each rank is one that somebody has. */
struct measures_scale {
	uint32_t ranks;
	double *shares; /* at a rank or below it */
	double *sums;   /* of the shares of all ranks below this one */
};

/* ranks: the most that there may be.  Frees what was there; {0} is good for it. */
void measures_scale_init(struct measures_scale *scale, size_t ranks);
void measures_scale_release(struct measures_scale *scale);
/* Ranks do not fall from one to the next but for 0. */
void measures_scale_add(struct measures_scale *scale, uint32_t rank, uint64_t people);
/* After the last; total: all their people. */
void measures_scale_ready(struct measures_scale *scale, uint64_t total);

/* Ordered distance: { .scale = ... }, then each value that the class has, by rank. */
struct measures_ordered {
	const struct measures_scale *scale;
	double share;
	double lowest;
	double sum;
	uint32_t start;
};

void measures_ordered_add(struct measures_ordered *ordered, uint32_t rank, double share);
double measures_ordered_end(struct measures_ordered *ordered);

#endif
