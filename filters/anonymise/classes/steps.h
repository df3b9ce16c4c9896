/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * steps: the levels that records are tried at, one after the other, the same for all,
 * so that how a record leaves is the number of its step.
 *
 * Step 0 is the record as it came.  Then come rounds.  In a round one cell is made
 * coarser than the round's own levels: first by one form, of the least useful column
 * (the last), then of the one before it, and so on, then by two forms ..., and after
 * all forms the cell is suppressed, again from the last column on.  After a round one
 * column is made coarser for good: the one that has been made so the fewest times, the
 * least useful of these; once all stand at their coarsest form they are suppressed, the
 * least useful first.  The last round has every cell suppressed.
 */
#ifndef ANONYMISE_STEPS_H
#define ANONYMISE_STEPS_H

#include "../policy/privacy.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define STEPS_MAX 60000

struct steps {
	size_t quasi;
	unsigned forms[PRIVACY_COLUMNS_MAX];
	uint8_t *levels; /* quasi of them a step; forms[i]: suppressed */
	size_t count;
	size_t capacity;
};

/* Step 0 alone where the policy suppresses whole records. */
bool steps_init(
    struct steps *steps, const struct privacy *privacy, const unsigned *forms, struct fault *fault);
void steps_release(struct steps *steps);

static inline const uint8_t *
steps_levels(const struct steps *steps, size_t step)
{
	return steps->levels + step * steps->quasi;
}

#endif
