/* SPDX-License-Identifier: GPL-3.0-or-later */
/* steps: the levels that records are tried at, one after the other. */
#include "steps.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>

#define NONE SIZE_MAX

static bool
try_levels(struct steps *steps, const uint8_t *levels, struct fault *fault)
{
	if (steps->count == STEPS_MAX)
		return fault_set(fault,
		    "the quasi-identifiers have too many levels to try them all; act with "
		    "suppress-cells, or take levels away");
	if (steps->count == steps->capacity) {
		steps->capacity = steps->capacity * 2 + 16;
		steps->levels = xreallocarray(steps->levels, steps->capacity, steps->quasi);
	}
	memcpy(steps->levels + steps->count++ * steps->quasi, levels, steps->quasi);
	return true;
}

/* One column of the base that much coarser, from the last one on; more: some column
 * has such a form.  What the raised column can become was tried before it was raised. */
static bool
try_forms(struct steps *steps, const uint8_t *base, size_t raised, unsigned coarser, bool *more,
    struct fault *fault)
{
	uint8_t levels[PRIVACY_COLUMNS_MAX];

	*more = false;
	for (size_t i = steps->quasi; i-- > 0;) {
		if (i == raised || base[i] + coarser >= steps->forms[i])
			continue;
		*more = true;
		memcpy(levels, base, steps->quasi);
		levels[i] = (uint8_t)(base[i] + coarser);
		if (!try_levels(steps, levels, fault))
			return false;
	}
	return true;
}

static bool
try_round(struct steps *steps, const uint8_t *base, size_t raised, struct fault *fault)
{
	uint8_t levels[PRIVACY_COLUMNS_MAX];
	bool more = true;

	for (unsigned coarser = 1; more; coarser++)
		if (!try_forms(steps, base, raised, coarser, &more, fault))
			return false;
	for (size_t i = steps->quasi; i-- > 0;) {
		if (i == raised || base[i] == steps->forms[i])
			continue;
		memcpy(levels, base, steps->quasi);
		levels[i] = (uint8_t)steps->forms[i];
		if (!try_levels(steps, levels, fault))
			return false;
	}
	return true;
}

/* The column that is raised; NONE where every cell is suppressed already. */
static size_t
raise_base(const struct steps *steps, uint8_t *base)
{
	size_t chosen = NONE;

	for (size_t i = steps->quasi; i-- > 0;)
		if (base[i] + 1u < steps->forms[i] && (chosen == NONE || base[i] < base[chosen]))
			chosen = i;
	for (size_t i = steps->quasi; chosen == NONE && i-- > 0;)
		if (base[i] < steps->forms[i])
			chosen = i;
	if (chosen != NONE)
		base[chosen]++;
	return chosen;
}

bool
steps_init(
    struct steps *steps, const struct privacy *privacy, const unsigned *forms, struct fault *fault)
{
	uint8_t base[PRIVACY_COLUMNS_MAX] = { 0 };

	*steps = (struct steps){ .quasi = privacy->quasi_count };
	for (size_t i = 0; i < steps->quasi; i++) {
		if (forms[i] == 0 || forms[i] > UINT8_MAX)
			return fault_set(fault, "column '%s' has too many levels: at most %d",
			    privacy->quasi[i], UINT8_MAX);
		steps->forms[i] = privacy->act == PRIVACY_GENERALISE ? forms[i] : 1;
	}
	if (!try_levels(steps, base, fault))
		return false;
	if (privacy->act == PRIVACY_SUPPRESS_RECORDS)
		return true;
	if (!try_round(steps, base, NONE, fault))
		return false;
	for (size_t raised; (raised = raise_base(steps, base)) != NONE;)
		if (!try_round(steps, base, raised, fault))
			return false;
	return true;
}

void
steps_release(struct steps *steps)
{
	free(steps->levels);
	*steps = (struct steps){ 0 };
}
