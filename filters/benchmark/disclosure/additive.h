/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * additive: what counts that are not known can be, where some of them add up to others.
 *
 * A variable is a count with the smallest and the largest number that it may be; a
 * relation is a sum of variables, each with a sign, that is 0.  Two ways make the ranges
 * narrower.  additive_propagate takes each relation by itself until nothing changes any
 * more: it is quick, never wrong, and exact for one relation alone.  additive_exact finds
 * the true bounds of tables of two dimensions, where several relations together say more
 * than each: each count there stands in two relations at most, so it is an edge of a
 * network, and the most and least that can go over an edge is a maximal flow (Gusfield
 * 1988; Cox 1980 on why single lines of a table are not enough).  Tables of more
 * dimensions keep what additive_propagate finds.
 */
#ifndef BENCHMARK_ADDITIVE_H
#define BENCHMARK_ADDITIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* No count is larger. */
#define ADDITIVE_MOST INT64_C(1000000000000)

struct additive_range {
	int64_t lower;
	int64_t upper;
};

struct additive_term {
	size_t variable;
	int sign; /* 1 or -1 */
};

struct additive_relation {
	size_t first;
	size_t count;
};

/* {0} is empty. */
struct additive {
	struct additive_range *ranges; /* of the variables */
	size_t count;
	struct additive_term *terms;
	size_t term_count;
	struct additive_relation *relations;
	size_t relation_count;
};

/* A new variable; the result is its index. */
size_t additive_variable(struct additive *additive, int64_t lower, int64_t upper);
/* A new relation, and its terms; the last one is the one that is filled. */
void additive_relation(struct additive *additive);
void additive_term(struct additive *additive, size_t variable, int sign);
/* No numbers within the ranges make the relation true. */
bool additive_contradicts(const struct additive *additive, size_t relation);
/* False: no numbers within the ranges make every relation true; ranges are left as they
 * were when that was seen. */
bool additive_propagate(struct additive *additive);
/* The true bounds of what lies in relations of two dimensions, of at most so many
 * variables that are not known; enough: a range of so many values is not followed
 * further. */
void additive_exact(struct additive *additive, size_t most, int64_t enough);
/* Both, from ranges that take hidden counts for small ones, as whoever reads the output
 * would; a relation that cannot be true then has a larger one among them, and all of its
 * counts get their wide ranges (one for each variable).  False: nothing fits even then, and
 * the ranges are the wide ones. */
bool additive_solve(
    struct additive *additive, const struct additive_range *wide, size_t most, int64_t enough);
void additive_clear(struct additive *additive);
void additive_release(struct additive *additive);

#endif
