/* SPDX-License-Identifier: GPL-3.0-or-later */
/* share: how a sample is divided over strata, and what each of its texts stands for. */
#ifndef ROLE_SHARE_H
#define ROLE_SHARE_H

#include "../../lib/memory.h"

#include <stddef.h>
#include <stdint.h>

/* Divides total evenly over strata; what a stratum has not got is divided over the others
 * in turn, and what is left over goes to the first ones, one each.  shares[i] is at most
 * available[i]; their sum is total, or all that there is. */
void share_out(uint64_t total, const uint64_t *available, size_t strata, uint64_t *shares);

/* Appends all x part / drawn with six decimals, rounded half up: how many of all records
 * a text stands for with which so many of the drawn ones were drawn. */
void share_weight(struct buffer *out, uint64_t all, uint64_t part, uint64_t drawn);

#endif
