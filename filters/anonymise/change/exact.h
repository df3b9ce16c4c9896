/* SPDX-License-Identifier: GPL-3.0-or-later */
/* exact: numbers of a policy and of the data in whole units of 10^-9, so that the edges
 * of bands are where they are written. */
#ifndef ANONYMISE_EXACT_H
#define ANONYMISE_EXACT_H

#include "../../lib/config.h"
#include "../../lib/decimal.h"

#define EXACT_DECIMALS 9
#define EXACT_ONE      ((decimal_wide)1000000000)

/* False: no number, or one of more than 18 digits or 9 decimals. */
bool exact_parse(struct field field, decimal_wide *out);
/* What exact_write wrote: the edge of a band may be longer than any number that is read. */
bool exact_parse_written(struct field field, decimal_wide *out);
/* A number of the policy, as it is written there; at most 10^15 either way. */
bool exact_read(const struct config_node *node, decimal_wide *out, struct fault *fault);
/* Appends it without zeros that say nothing. */
void exact_write(decimal_wide number, struct buffer *out);

#endif
