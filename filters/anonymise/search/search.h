/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * search: the levels of the quasi-identifiers that lose the least and keep the
 * policy: optimal full-domain generalisation (Samarati, 2001; El Emam et al., 2009).
 *
 * All records lie in memory, each cell as a number.  The loss of a node is the sum
 * over records and columns of -log2(count(value) / count(generalised value))
 * (non-uniform entropy: Gionis and Tassa, 2009), so each column adds its own part, and
 * nodes are taken in the order of their loss: the first that keeps the policy with no
 * more records suppressed than its limit is the best.
 */
#ifndef ANONYMISE_SEARCH_H
#define ANONYMISE_SEARCH_H

#include "../policy/privacy.h"

#include "../../lib/field.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct search;

/* levels: of each quasi-identifier how many it has, level 0 counted. */
struct search *
search_new(const struct privacy *privacy, const unsigned *levels, struct fault *fault);
/* Wipes and frees; good for NULL. */
void search_free(struct search *search);
/* The value of each quasi-identifier at each level, one after the other (all levels of
 * the first, then of the second ...); copied. */
bool search_add(struct search *search, const struct field *cells, struct field person,
    const struct field *sensitive, struct fault *fault);

struct search_answer {
	unsigned levels[PRIVACY_COLUMNS_MAX];
	double loss;
	uint64_t suppressed; /* records */
	uint64_t nodes;      /* in the lattice */
	uint64_t counted;    /* nodes whose classes were counted */
};

/* False with the fault where no node keeps the policy. */
bool search_best(struct search *search, struct search_answer *answer, struct fault *fault);

#endif
