/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * spread: how the values of a sensitive column are spread over the people of a class; the
 * measures are those of classes/diversity.h, here over rows that stand for many people.
 */
#ifndef ANONYMISE_SPREAD_H
#define ANONYMISE_SPREAD_H

#include "rows.h"

#include "../classes/measures.h"

#include <stdbool.h>

/* A sensitive column. */
struct spread {
	const struct privacy_sensitive *privacy;
	uint32_t values;
	uint32_t *ranks; /* of each value, which do not fall; 0: no number; owned */
	double *whole;   /* of each value its share among all people */
	struct measures_scale scale;
};

/* Numbers the values in their order (what is no number first, by its bytes) instead of
 * that in which they came; column: of each record the number of its value. */
void spread_init(struct spread *spread, const struct privacy_sensitive *privacy,
    const struct intern *values, uint32_t *column, size_t records);
/* The shares in the whole; rows: all of them, column: its own among the sensitive ones. */
void spread_whole(struct spread *spread, const struct rows *rows, size_t column);
void spread_release(struct spread *spread);

/* Bits that are set in the flaws of a class: SPREAD_FEW for a class with too few different values,
 * which no further generalisation can make worse; bit 1 where another measure fails. */
enum spread_flaw { SPREAD_FEW = 1, SPREAD_UNEVEN = 2 };
void spread_judge(const struct spread *spread, const struct rows *rows, size_t column,
    const uint32_t *class_of, size_t classes, struct grouping *grouping, unsigned char *flaws);

#endif
