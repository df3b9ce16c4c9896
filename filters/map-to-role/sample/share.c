/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "share.h"

#include "../../lib/decimal.h"

#include <inttypes.h>

#define UNIT 1000000U /* six decimals */

/* Strata that can take more. */
static size_t
count_open(const uint64_t *available, const uint64_t *shares, size_t strata)
{
	size_t open = 0;

	for (size_t i = 0; i < strata; i++)
		open += shares[i] < available[i];
	return open;
}

void
share_out(uint64_t total, const uint64_t *available, size_t strata, uint64_t *shares)
{
	size_t open;

	for (size_t i = 0; i < strata; i++)
		shares[i] = 0;
	/* each round fills a stratum, or leaves less than one for each */
	while ((open = count_open(available, shares, strata)) != 0 && total >= open) {
		uint64_t each = total / open;

		for (size_t i = 0; i < strata; i++) {
			uint64_t room = available[i] - shares[i];
			uint64_t part = room < each ? room : each;

			shares[i] += part;
			total -= part;
		}
	}
	for (size_t i = 0; i < strata && total != 0; i++)
		if (shares[i] < available[i]) {
			shares[i]++;
			total--;
		}
}

void
share_weight(struct buffer *out, uint64_t all, uint64_t part, uint64_t drawn)
{
	decimal_unsigned above = (decimal_unsigned)all * part * UNIT;
	decimal_unsigned units = (2 * above + drawn) / (2 * (decimal_unsigned)drawn);

	buffer_format(
	    out, "%" PRIu64 ".%06" PRIu64, (uint64_t)(units / UNIT), (uint64_t)(units % UNIT));
}
