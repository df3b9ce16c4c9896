/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tally: how many times each of a few values stands. */
#include "tally.h"

void
tally_add(struct tally *tally, int64_t value)
{
	size_t i = 0;

	if (tally->different > TALLY_VALUES)
		return;
	while (i < tally->different && tally->values[i] != value)
		i++;
	if (i == TALLY_VALUES) {
		tally->different = TALLY_VALUES + 1;
		return;
	}
	if (i == tally->different) {
		tally->values[i] = value;
		tally->different++;
	}
	tally->counts[i]++;
}

bool
tally_tells(const struct tally *tally, uint64_t least)
{
	uint64_t all = 0;

	if (tally->different > TALLY_VALUES)
		return false;
	for (size_t i = 0; i < tally->different; i++)
		all += tally->counts[i];
	for (size_t i = 0; i < tally->different; i++) {
		uint64_t others = all - tally->counts[i];

		if ((tally->different <= TALLY_TOLD && tally->counts[i] < least)
		    || (others != 0 && others < least))
			return true;
	}
	return false;
}
