/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * rows: the records as numbers; those that cannot be told apart any more are one row.
 *
 * A row stands for one person, or for people of whom each has only this row, so that it
 * need not be said who they are.  All rows of one person stand together.
 */
#ifndef ANONYMISE_ROWS_H
#define ANONYMISE_ROWS_H

#include "../policy/privacy.h"
#include "domain.h"
#include "grouping.h"

#include <stddef.h>
#include <stdint.h>

#define ROWS_NOBODY UINT32_MAX

/* Arrays by column, then by row. */
struct rows {
	size_t columns;
	size_t sensitive_count;
	size_t count;
	size_t room;
	uint32_t *cells[PRIVACY_COLUMNS_MAX];
	uint32_t *sensitive[PRIVACY_COLUMNS_MAX];
	uint32_t *person;  /* ROWS_NOBODY: people with one row each */
	uint32_t *people;  /* 1 where the person is said */
	uint32_t *records; /* of these people */
};

void rows_init(struct rows *rows, size_t columns, size_t sensitive_count);
void rows_release(struct rows *rows);
/* One row more; the caller fills it. */
size_t rows_add(struct rows *rows);
size_t rows_size(const struct rows *rows);

/* Puts the rows of each person together; people: above every person's number. */
void rows_sort(struct rows *rows, uint32_t people);
/* The columns by which rows are grouped at these levels; levels NULL: by their cells. */
void rows_by(const struct rows *rows, const struct domain *domains, const unsigned *levels,
    struct grouping_by *by);
/* The rows as they are at these levels, which the cells of from still tell; sensitive
 * has the number of values of each sensitive column. */
void rows_roll(struct rows *rows, const struct rows *from, const struct domain *domains,
    const unsigned *levels, const uint32_t *sensitive, struct grouping *grouping);

#endif
