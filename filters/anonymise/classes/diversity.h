/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * diversity: whether the sensitive values of a class are many enough (l) and spread as
 * in the whole table (t).
 *
 * What is counted is people with a value: a person who brings the same value in ten
 * records counts once for it, else one person's records could stand for ten people's,
 * and who brings two values counts for both.  An empty value is a value.
 *
 * Distinct l: so many different values.  Entropy l: exp(H) >= l, where H is the entropy
 * of their shares (Machanavajjhala et al., 2007).  t: the distance of the class's shares
 * from the whole table's; equal: half the sum of the differences; ordered: the earth
 * mover's distance over the numbers' ranks, (1 / (m - 1)) times the sum over ranks of
 * |the sum of the differences up to it| (Li, Li and Venkatasubramanian, 2007).  What is
 * no number is one value apart: it ranks below all numbers, and the difference of its
 * share is added, which is never less than moving it by the greatest distance.
 */
#ifndef ANONYMISE_DIVERSITY_H
#define ANONYMISE_DIVERSITY_H

#include "../../lib/diag.h"
#include "../../lib/field.h"
#include "../policy/privacy.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a class falls short of. */
enum { SHORT_OF_K = 1, SHORT_OF_L = 2, SHORT_OF_T = 4 };

/* By sensitive column, a bit each (the first column's is the lowest). */
struct diversity_lacks {
	uint32_t l;
	uint32_t t;
};

struct diversity;

/* memory: bytes for the different values of all sensitive columns together. */
struct diversity *diversity_new(const struct privacy *privacy, size_t memory);
/* Wipes and frees; good for NULL. */
void diversity_free(struct diversity *diversity);
/* The value's number, for the run; a fault where there are too many different ones. */
bool diversity_number(struct diversity *diversity, size_t column, struct field value,
    uint32_t *number, struct fault *fault);
size_t diversity_memory(const struct diversity *diversity);

/* A class: begin, then for each of its people and each of their records the numbers. */
void diversity_begin(struct diversity *diversity);
void diversity_person(struct diversity *diversity);
void diversity_values(struct diversity *diversity, const uint32_t *numbers);
/* What it falls short of, SHORT_OF_L and SHORT_OF_T, and in which columns. */
unsigned diversity_judge(struct diversity *diversity, struct diversity_lacks *lacks);

/* The shares in the whole table, for t: forgotten, then the people (classes as above)
 * one by one, then ready. */
void diversity_reference_forget(struct diversity *diversity);
void diversity_reference_add(struct diversity *diversity);
void diversity_reference_ready(struct diversity *diversity);

/* Some column has t. */
bool diversity_compares(const struct diversity *diversity);
/* A class that keeps the policy keeps it whoever joins it: neither entropy nor t. */
bool diversity_grows(const struct diversity *diversity);

#endif
