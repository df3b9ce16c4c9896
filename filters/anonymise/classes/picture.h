/* SPDX-License-Identifier: GPL-3.0-or-later */
/* picture: what the classes of a table are like, class by class. */
#ifndef ANONYMISE_PICTURE_H
#define ANONYMISE_PICTURE_H

#include "classes.h"
#include "counter.h"

#include <stdbool.h>

/* Sums that are the same in whatever order the classes come. */
struct picture_sums {
	bool population;
	double greatest;   /* 1 / F */
	uint64_t whole;    /* the sum of f / F: its whole part */
	uint64_t fraction; /* and the rest, in 2^-64 */
};

void picture_begin(
    struct classes_picture *picture, struct picture_sums *sums, uint64_t records, bool population);
void picture_add(
    struct classes_picture *picture, struct picture_sums *sums, const struct class_facts *facts);
void picture_end(struct classes_picture *picture, const struct picture_sums *sums);

#endif
