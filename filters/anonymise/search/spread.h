/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * spread: how the values of a sensitive column are spread over the people of a class.
 * Who has two values in a class counts for both.
 */
#ifndef ANONYMISE_SPREAD_H
#define ANONYMISE_SPREAD_H

#include "rows.h"

#include <stdbool.h>

/* A sensitive column; its values are numbered in their order: by number, then by byte. */
struct spread {
	const struct privacy_sensitive *privacy;
	uint32_t values;
	double *whole; /* of each value its share among all people */
};

/* Numbers the values in their order instead of that in which they came; column: of each
 * record the number of its value. */
void spread_number(const struct intern *values, uint32_t *column, size_t records);
/* rows: all of them, the column's own number among the sensitive ones. */
void spread_init(struct spread *spread, const struct privacy_sensitive *privacy, uint32_t values,
    const struct rows *rows, size_t column);
void spread_release(struct spread *spread);

/* Sets what class fails: bit 0 where the class has too few different values, which it
 * may keep when classes grow together only for the better; bit 1 where another measure
 * fails. */
enum spread_flaw { SPREAD_FEW = 1, SPREAD_UNEVEN = 2 };
void spread_judge(const struct spread *spread, const struct rows *rows, size_t column,
    const uint32_t *class_of, size_t classes, struct grouping *grouping, unsigned char *flaws);

#endif
