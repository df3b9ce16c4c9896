/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * measure_list: what the list of measures and its reader share.
 */
#ifndef MHSW_MEASURE_LIST_H
#define MHSW_MEASURE_LIST_H

#include "measure.h"

/* Decimals of a measure that does not say how many. */
static inline unsigned
measure_decimals(enum measure_kind kind)
{
	return kind == MEASURE_PROPORTION ? 1 : 2;
}

/* Copies the text. */
void measure_values_add(struct measure_values *values, const char *text, size_t length);
void measure_release(struct measure *measure);
/* Takes over what the measure holds; on a fault it stays with the caller. */
bool measures_add(struct measures *measures, struct measure *measure, struct fault *fault);

#endif
