/* SPDX-License-Identifier: GPL-3.0-or-later */
/* diversity: whether the sensitive values of a class are many enough and well spread. */
#include "diversity.h"

#include "values.h"

#include "../../lib/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

_Static_assert(PRIVACY_COLUMNS_MAX <= 32, "a bit for each column");

struct diversity {
	const struct privacy *privacy; /* borrowed */
	struct values columns[PRIVACY_COLUMNS_MAX];
	size_t count;
	size_t memory;
	uint32_t person; /* counts up over all classes; 0: nobody yet */
};

struct diversity *
diversity_new(const struct privacy *privacy, size_t memory)
{
	struct diversity *diversity = xcalloc(1, sizeof *diversity);

	diversity->privacy = privacy;
	diversity->count = privacy->sensitive_count;
	diversity->memory = memory;
	for (size_t i = 0; i < diversity->count; i++)
		values_init(&diversity->columns[i],
		    privacy->sensitive[i].t >= 0
		        && privacy->sensitive[i].distance == PRIVACY_ORDERED);
	return diversity;
}

void
diversity_free(struct diversity *diversity)
{
	if (diversity == NULL)
		return;
	for (size_t i = 0; i < diversity->count; i++)
		values_release(&diversity->columns[i]);
	free(diversity);
}

size_t
diversity_memory(const struct diversity *diversity)
{
	size_t sum = 0;

	for (size_t i = 0; i < diversity->count; i++)
		sum += values_memory(&diversity->columns[i]);
	return sum;
}

bool
diversity_number(struct diversity *diversity, size_t column, struct field value, uint32_t *number,
    struct fault *fault)
{
	struct values *values = &diversity->columns[column];

	if (values_find(values, value, number))
		return true;
	if (diversity_memory(diversity) + values_growth(values) > diversity->memory)
		return fault_set(fault,
		    "the sensitive column '%s' has too many different values for the memory; "
		    "give more with --memory, or put it into bands",
		    diversity->privacy->sensitive[column].column);
	*number = values_enter(values, value);
	return true;
}

void
diversity_begin(struct diversity *diversity)
{
	for (size_t i = 0; i < diversity->count; i++)
		values_clear(&diversity->columns[i]);
}

void
diversity_person(struct diversity *diversity)
{
	if (++diversity->person != 0)
		return;
	/* after 2^32 people the marks would be taken for new ones */
	for (size_t i = 0; i < diversity->count; i++)
		values_unmark(&diversity->columns[i]);
	diversity->person = 1;
}

void
diversity_values(struct diversity *diversity, const uint32_t *numbers)
{
	for (size_t i = 0; i < diversity->count; i++)
		values_count(&diversity->columns[i], numbers[i], diversity->person);
}

unsigned
diversity_judge(struct diversity *diversity, struct diversity_lacks *lacks)
{
	*lacks = (struct diversity_lacks){ 0, 0 };
	for (size_t i = 0; i < diversity->count; i++) {
		const struct privacy_sensitive *wish = &diversity->privacy->sensitive[i];
		struct values *values = &diversity->columns[i];
		double diverse = wish->l <= 0            ? INFINITY
		    : wish->diversity == PRIVACY_ENTROPY ? exp(values_entropy(values))
		                                         : (double)values->touched_count;

		if (!measures_is_diverse(diverse, wish->l))
			lacks->l |= UINT32_C(1) << i;
		if (wish->t >= 0 && !measures_is_near(values_distance(values), wish->t))
			lacks->t |= UINT32_C(1) << i;
	}
	return (lacks->l != 0 ? SHORT_OF_L : 0) | (lacks->t != 0 ? SHORT_OF_T : 0);
}

void
diversity_reference_forget(struct diversity *diversity)
{
	for (size_t i = 0; i < diversity->count; i++)
		values_reference_forget(&diversity->columns[i]);
}

void
diversity_reference_add(struct diversity *diversity)
{
	for (size_t i = 0; i < diversity->count; i++)
		values_reference_add(&diversity->columns[i]);
}

void
diversity_reference_ready(struct diversity *diversity)
{
	for (size_t i = 0; i < diversity->count; i++)
		values_reference_ready(&diversity->columns[i]);
}

bool
diversity_compares(const struct diversity *diversity)
{
	for (size_t i = 0; i < diversity->count; i++)
		if (diversity->privacy->sensitive[i].t >= 0)
			return true;
	return false;
}

bool
diversity_grows(const struct diversity *diversity)
{
	for (size_t i = 0; i < diversity->count; i++) {
		const struct privacy_sensitive *wish = &diversity->privacy->sensitive[i];

		if (wish->t >= 0 || (wish->l > 0 && wish->diversity == PRIVACY_ENTROPY))
			return false;
	}
	return true;
}
