/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * values: the different values of one sensitive column, numbered, and how many people
 * of a class and of the whole table have each.
 */
#ifndef ANONYMISE_VALUES_H
#define ANONYMISE_VALUES_H

#include "measures.h"

#include "../../lib/decimal.h"
#include "../../lib/digest.h"
#include "../../lib/field.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct value {
	uint64_t digest;
	uint64_t count;     /* people of the class */
	uint64_t reference; /* people of the whole table */
	uint32_t person;    /* the last one who was counted for it */
	uint32_t rank;      /* ordered: 0 is below all numbers */
};

struct values {
	struct digest_short keyed;
	bool ordered;
	struct value *list;
	struct decimal *numbers; /* ordered: beside the list; else NULL */
	bool *numeric;
	uint32_t *slots; /* number + 1; 0: free */
	uint32_t *touched;
	size_t count;
	size_t capacity; /* of list; slots has twice that */
	size_t touched_count;
	uint64_t total; /* of the class */
	uint64_t reference_total;
	struct measures_scale scale; /* ordered */
};

void values_init(struct values *values, bool ordered);
/* Wipes and frees. */
void values_release(struct values *values);
size_t values_memory(const struct values *values);
/* What one more value may take: 0 while there is room. */
size_t values_growth(const struct values *values);
bool values_find(const struct values *values, struct field value, uint32_t *number);
uint32_t values_enter(struct values *values, struct field value);

void values_clear(struct values *values);
void values_unmark(struct values *values);
void values_count(struct values *values, uint32_t number, uint32_t person);
/* In nats. */
double values_entropy(const struct values *values);
double values_distance(struct values *values);

void values_reference_forget(struct values *values);
void values_reference_add(struct values *values);
void values_reference_ready(struct values *values);

#endif
