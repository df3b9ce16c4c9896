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
	for (size_t i = 0; tally->different <= TALLY_VALUES && i < tally->different; i++)
		if (tally->counts[i] < least)
			return true;
	return false;
}
