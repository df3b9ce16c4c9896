/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain: the values of one quasi-identifier at each of its levels, as numbers.
 *
 * The number of a cell stands for its values at all levels at once (they need not
 * follow from the first of them: an age follows from two days).
 */
#ifndef ANONYMISE_DOMAIN_H
#define ANONYMISE_DOMAIN_H

#include "intern.h"

#include "../../lib/memory.h"

#include <stdbool.h>

struct domain {
	unsigned levels;
	struct intern cells;   /* the values at all levels, each with its length */
	struct intern *values; /* of each level */
	uint32_t **codes;      /* [level][cell]: the number of the value at that level */
	size_t room;           /* of each of codes, cells */
	struct buffer joined;

	/* After domain_close. */
	double *loss;    /* [level], bits */
	unsigned *order; /* the levels in the order of their loss, then of the level */
	bool *coarser;   /* [a * levels + b]: records with the same value at a have the same at
	                  * b; so for a itself */
};

void domain_init(struct domain *domain, unsigned levels);
/* Wipes the texts. */
void domain_release(struct domain *domain);
/* The number of a cell from its value at each level; INTERN_NONE: too many. */
uint32_t domain_add(struct domain *domain, const struct field *values);
/* records: of each cell how many have it. */
void domain_close(struct domain *domain, const uint64_t *records);

static inline bool
domain_is_coarser(const struct domain *domain, unsigned level, unsigned than)
{
	return domain->coarser[than * domain->levels + level];
}

size_t domain_size(const struct domain *domain);

#endif
