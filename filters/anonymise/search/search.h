/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * search: the levels of the quasi-identifiers that lose the least and keep the
 * policy: optimal full-domain generalisation (Samarati, 2001; El Emam et al., 2009).
 *
 * All records lie in memory, each cell as a number.  The loss of a node is the sum
 * over records and columns of -log2(count(value) / count(generalised value))
 * (non-uniform entropy: Gionis and Tassa, 2009), so each column adds its own part, and
 * nodes are taken in the order of their loss: the first that keeps the policy with no
 * more records suppressed than its limit is the best.  Of two with the same loss it is
 * the one with the lower level in the first column where they differ.
 *
 * The answer does not hang on the order of the records.
 */
#ifndef ANONYMISE_SEARCH_H
#define ANONYMISE_SEARCH_H

#include "../policy/privacy.h"

#include "../../lib/field.h"
#include "../../lib/memory.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Of one quasi-identifier, level 0 counted. */
#define SEARCH_LEVELS_MAX 64

struct search;

/* levels: of each quasi-identifier how many it has, level 0 counted.  memory: bytes that
 * the records and the search may take, as far as can be told before; 0: any.  privacy is
 * borrowed until search_free; it has a k, and a suppression limit below 1, which is a
 * fault else. */
struct search *search_new(
    const struct privacy *privacy, const unsigned *levels, size_t memory, struct fault *fault);
/* Wipes and frees; good for NULL. */
void search_free(struct search *search);
/* The value of each quasi-identifier at each level, one after the other (all levels of
 * the first, then of the second ...); copied.  False where the memory is used up. */
bool search_add(struct search *search, const struct field *cells, struct field person,
    const struct field *sensitive, struct fault *fault);

/* Records, not people, but where it says so. */
struct search_answer {
	unsigned levels[PRIVACY_COLUMNS_MAX];
	unsigned coarsest[PRIVACY_COLUMNS_MAX];  /* the last level that there is */
	double column_loss[PRIVACY_COLUMNS_MAX]; /* bits; what its level adds to the loss */
	double loss;
	double greatest_loss; /* of the node where every column is at its coarsest */
	uint64_t records;
	uint64_t suppressed;
	uint64_t classes;  /* that stay */
	uint64_t smallest; /* people in the smallest of them; 0: none */
	/* metrics.h */
	double average_class_size;
	double discernibility;
	double monotonic_discernibility;
	uint64_t nodes;   /* in the lattice; UINT64_MAX: that many or more */
	uint64_t counted; /* nodes whose classes were counted */
};

/* False with the fault where no node keeps the policy.  After the last record. */
bool search_best(struct search *search, struct search_answer *answer, struct fault *fault);

/* The same of given levels, such as those that the policy names now; false where they do
 * not keep it. */
bool search_at(struct search *search, const unsigned *levels, struct search_answer *answer);

/* The answer as a table with a line for each quasi-identifier, and what it costs. */
void
search_tell(const struct search_answer *answer, const struct privacy *privacy, struct buffer *out);

#endif
