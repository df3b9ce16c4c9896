/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scan_blocks: what the bytes of a text are, 64 of them at a time, bit by bit.
 */
#ifndef ANONYMISE_SCAN_BLOCKS_H
#define ANONYMISE_SCAN_BLOCKS_H

#include "../../lib/field.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SCAN_BLOCK_BYTES ((size_t)64)

/* Bit i is of byte i. */
struct scan_block {
	uint64_t letters;
	uint64_t capitals; /* those of them */
	uint64_t digits;
	uint64_t apostrophes;
	uint64_t dots;
	uint64_t blanks; /* and line breaks */
	uint64_t marks;  /* - / . */
	uint64_t rare;   /* @ : + [ and what is not ASCII */
};

/* Of length bytes (at most SCAN_BLOCK_BYTES); bits past them are 0. */
struct scan_block scan_block(const char *data, size_t length);
/* Whether a text is ASCII and has no digit, none of @ : + [ and no dot that something but
 * a blank follows: so none of the features that a rule may need (scan.h). */
bool scan_bare(struct field text);

#endif
