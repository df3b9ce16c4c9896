/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sums: all that is added up over records. */
#include "sums.h"

#include "../../lib/memory.h"

#include <stdlib.h>

bool
sums_open(struct sums *sums, const struct instrument *instrument, uint64_t *const *outcomes,
    struct fault *fault)
{
	*sums = (struct sums){ .instrument = instrument, .outcomes = outcomes };
	sums->items = xcalloc(instrument->item_count, sizeof *sums->items);
	sums->scales = xcalloc(instrument->scale_count, sizeof *sums->scales);
	for (size_t i = 0; i < instrument->scale_count; i++)
		standing_open(&sums->scales[i], &instrument->scales[i]);
	if (!components_make(&sums->components, instrument, fault))
		return false;
	moments_open(&sums->moments, &sums->components);
	return true;
}

void
sums_release(struct sums *sums)
{
	for (size_t i = 0; sums->scales != NULL && i < sums->instrument->scale_count; i++)
		standing_release(&sums->scales[i]);
	free(sums->scales);
	free(sums->items);
	moments_release(&sums->moments);
	components_release(&sums->components);
	*sums = (struct sums){ 0 };
}

static enum sums_kind
kind_of(uint8_t kind)
{
	switch (kind) {
	case ANSWER_MISSING:
		return SUMS_MISSING;
	case ANSWER_DONT_KNOW:
		return SUMS_DONT_KNOW;
	case ANSWER_NOT_APPLICABLE:
		return SUMS_NOT_APPLICABLE;
	default:
		return SUMS_REFUSED;
	}
}

void
sums_add(struct sums *sums, const struct answer *answers, const struct score *scores)
{
	sums->records++;
	for (size_t i = 0; i < sums->instrument->item_count; i++)
		if (answers[i].kind != ANSWER_GIVEN)
			sums->items[i].kinds[kind_of(answers[i].kind)]++;
	moments_add(&sums->moments, answers);
	for (size_t i = 0; i < sums->instrument->scale_count; i++)
		standing_add(&sums->scales[i], &scores[i]);
}
