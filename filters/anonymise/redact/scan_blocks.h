/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scan_blocks: what the bytes of a text are, 64 of them at a time, bit by bit.
 */
#ifndef ANONYMISE_SCAN_BLOCKS_H
#define ANONYMISE_SCAN_BLOCKS_H

#include <stddef.h>
#include <stdint.h>

#define SCAN_BLOCK_BYTES ((size_t)64)

/* Bit i is of byte i. */
struct scan_block {
	uint64_t letters;
	uint64_t capitals; /* those of them */
	uint64_t digits;
	uint64_t apostrophes;
	uint64_t marks;    /* - / . */
	uint64_t rare;     /* @ : + */
	uint64_t brackets; /* [ */
	uint64_t high;     /* not ASCII */
};

/* Of length bytes (at most SCAN_BLOCK_BYTES); bits past them are 0. */
struct scan_block scan_block(const char *data, size_t length);

#endif
