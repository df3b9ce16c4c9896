/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * metrics: how coarse a table has become, from the sizes of its classes in records.
 * Records that are suppressed are one class, which nobody can tell apart.  There are less
 * than 2^32 records.
 */
#ifndef ANONYMISE_METRICS_H
#define ANONYMISE_METRICS_H

#include <stdbool.h>
#include <stdint.h>

/* {0} is an empty table. */
struct metrics {
	uint64_t records;
	uint64_t suppressed;
	uint64_t classes;        /* that stay */
	uint64_t squares_kept;   /* of the sizes of the classes that stay */
	uint64_t squares_failed; /* and of those that do not */
};

void metrics_add(struct metrics *metrics, uint64_t records, bool suppressed);

/* Records in a class, on average (LeFevre, DeWitt and Ramakrishnan, 2006, not divided by
 * k); 0 for an empty table. */
double metrics_average_class_size(const struct metrics *metrics);
/* Bayardo and Agrawal (2005): each record counts as many as it cannot be told from: those
 * of its class, or all where it is suppressed. */
double metrics_discernibility(const struct metrics *metrics);
/* The same before suppression, which grows with each level. */
double metrics_monotonic_discernibility(const struct metrics *metrics);

#endif
