/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * percent: a percentage of a schema, kept as the decimal that stands there, so
 * that the records at its very edge are not decided by rounding.
 */
#ifndef VALIDATE_PERCENT_H
#define VALIDATE_PERCENT_H

#include "../../lib/config.h"
#include "../../lib/decimal.h"
#include "../../lib/memory.h"

struct percent {
	struct decimal value;
};

/* A number from 0 to 100 with at most DECIMAL_SCALE_MAX decimals; an absent node
 * leaves *percent as it was. */
bool percent_load(struct percent *percent, const struct config_node *node, struct fault *fault);
/* part is more than that percentage of whole; never of 0. */
bool percent_exceeded(const struct percent *percent, uint64_t part, uint64_t whole);
/* Appends "0.5". */
void percent_write(const struct percent *percent, struct buffer *out);

#endif
