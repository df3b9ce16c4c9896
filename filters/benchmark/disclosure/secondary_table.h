/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * secondary_table: the counts of one period and further columns, and which of them add up.
 */
#ifndef BENCHMARK_SECONDARY_TABLE_H
#define BENCHMARK_SECONDARY_TABLE_H

#include "../group/group.h"
#include "additive.h"
#include "disclosure.h"
#include "pair.h"

/* Records, numerator and denominator of each measure. */
#define SECONDARY_PARTS 3

enum secondary_status { ABSENT, SHOWN, SUPPRESSED, HIDDEN };

/* One count of one group. */
struct secondary_count {
	enum secondary_status status;
	bool sum;      /* no count but a sum of answers, of which any may be any */
	bool given_up; /* nothing is left that could be hidden for it */
	bool national;
	int64_t value;
	uint64_t size; /* what the smallest is chosen by */
	struct additive_range shown;
	struct additive_range narrow; /* where it is hidden: as a count that the rule hides */
	struct additive_range wide;   /* and as any */
};

/* The groups of one period and further columns. */
struct secondary_table {
	const struct groups *groups;
	const struct disclosure *rule;
	const size_t *same; /* of each layer, the first that has the same counts everywhere */
	size_t layers;      /* SECONDARY_PARTS of each measure */
	struct group **members;
	size_t member_count;
	struct secondary_count *counts; /* of each member, of each layer; also the variables */
	struct additive additive;
	struct additive_range *wide;
	uint64_t *sure;           /* of each variable: how far its bounds are apart for sure */
	struct count_pair *pairs; /* of each member, of each measure */
};

/* For each layer the first that has the same counts in every group, as the records of all
 * measures without a condition have; the caller frees it. */
size_t *secondary_same(const struct groups *groups, const struct disclosure *rule);
/* Takes the counts of the members, which are set, and finds what adds up. */
void secondary_fill(struct secondary_table *table);
/* Frees what secondary_fill has taken, but for additive. */
void secondary_empty(struct secondary_table *table);

static inline struct secondary_count *
secondary_at(const struct secondary_table *table, size_t member, size_t layer)
{
	return &table->counts[member * table->layers + table->same[layer]];
}

#endif
