/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * strata: events and people of each stratum, such as an age band, and its weight in the
 * standard population: what a directly standardised rate is made of.
 *
 * Sums are exact and the strata stand in byte order, so any order of the records gives the
 * same rate.
 */
#ifndef BENCHMARK_STRATA_H
#define BENCHMARK_STRATA_H

#include "../../lib/decimal.h"
#include "../../lib/memory.h"

#include <stdbool.h>
#include <stdint.h>

struct stratum {
	struct field name; /* owned */
	uint64_t events;   /* UINT64_MAX: that many or more */
	struct decimal_sum people;
	struct decimal weight;
	bool counted; /* some record of it could be used; else it has a name alone */
};

/* {0} has none. */
struct strata {
	struct stratum *items; /* in byte order of their names */
	size_t count;
	bool unequal; /* some stratum came with two weights: there is no rate, and nothing else */
};

/* False where the stratum has another weight already; nothing is added then. */
bool strata_add(struct strata *strata, struct field name, uint64_t events, struct decimal people,
    struct decimal weight);
/* A stratum that is there, though what this record says of it cannot be used. */
void strata_expect(struct strata *strata, struct field name);
/* Some stratum has two weights, here or there or in both together. */
bool strata_clash(const struct strata *strata, const struct strata *other);
/* Adds what another partition counted. */
void strata_merge(struct strata *strata, const struct strata *other);
void strata_release(struct strata *strata);
/* As one text of a partition (cell_text.h). */
void strata_save(const struct strata *strata, struct buffer *text);
/* Into empty strata; false where it is no such text. */
bool strata_load(struct strata *strata, struct field text);

/* Sums may be past what is exact. */
bool strata_overflow(const struct strata *strata);
uint64_t strata_events(const struct strata *strata);
struct decimal_sum strata_people(const struct strata *strata);

struct strata_rate {
	double value;    /* events for each person */
	double variance; /* of the value */
};

/* sum(w O / n) / sum(w), and sum(w^2 O / n^2) / sum(w)^2: O events of n people in a stratum
 * of weight w (Dobson, Kuulasmaa, Eberle and Scherer 1991).  A stratum without people adds
 * its weight alone.  NaN where nothing has a weight, and where a stratum has no count. */
struct strata_rate strata_rate(const struct strata *strata);

#endif
