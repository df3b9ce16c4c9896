/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tally: what became of the records' answers, for one measure.
 *
 * For each measure: records in = used + suppressed + missing + labelled +
 * invalid + outside.
 */
#ifndef MHSW_TALLY_H
#define MHSW_TALLY_H

#include <stdint.h>

struct tally {
	uint64_t used;       /* in a figure that shows; set when the rows are written */
	uint64_t suppressed; /* in a figure that does not; likewise */
	uint64_t missing;    /* no answer */
	uint64_t labelled;   /* a symbol in its place, such as * or [c] */
	uint64_t invalid;    /* could not be used, and was said */
	uint64_t outside;    /* outside of the measure's condition */
};

#endif
