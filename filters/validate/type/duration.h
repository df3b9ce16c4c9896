/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * duration: [-]PnYnMnDTnHnMnS as XML Schema has it, each number of at most 18
 * digits, the seconds with decimals of any length.
 *
 * A month has no fixed length.  Durations are ordered with the mean month of
 * the Gregorian calendar (30.436875 days, 2,629,746 seconds); wherever XML
 * Schema's partial order decides, that is its order.  Equal are only those with
 * the same months and the same seconds: P1Y and P12M, PT24H and P1D.
 */
#ifndef VALIDATE_DURATION_H
#define VALIDATE_DURATION_H

#include "../../lib/field.h"
#include "../../lib/memory.h"

bool duration_is(struct field value);
/* These take durations. */
int duration_compare(struct field a, struct field b);
/* Appends the duration so that equal ones give the same bytes. */
void duration_key(struct field value, struct buffer *out);

#endif
