/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tally: adds a record's answer to a cell, and counts what became of it.
 *
 * For each measure: records in = used + suppressed + missing + labelled +
 * invalid + outside.
 */
#ifndef MHSW_TALLY_H
#define MHSW_TALLY_H

#include "group.h"
#include "../measure/measure.h"

#include <stdint.h>

struct tally {
	uint64_t used;       /* in a figure that shows; set when the rows are written */
	uint64_t suppressed; /* in a figure that does not; likewise */
	uint64_t missing;    /* no answer */
	uint64_t labelled;   /* a symbol in its place, such as * or [c] */
	uint64_t invalid;    /* not a number, or one too long */
	uint64_t outside;    /* outside of the measure's condition */
};

enum tally_status { TALLY_DONE, TALLY_NOT_A_NUMBER, TALLY_TOO_LONG };

/* Adds the value of the record to the cell of a mean or proportion. */
enum tally_status tally_add(struct tally *tally, struct cell *cell, const struct measure *measure,
    const struct measure_values *missing, struct field value);
/* Adds the values of the record to the cell of a ratio, where both are numbers; *first says
 * whether it is the numerator that is none. */
enum tally_status
tally_add_pair(struct tally *tally, struct cell *cell, const struct measure_values *missing,
    struct field numerator, struct field denominator, bool *first);

#endif
