/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scan: where the bytes stand that matter to CSV, 64 bytes at a time.
 *
 * Bit i of masks[b] is set when byte 64 b + i is the delimiter, a quote, CR, LF
 * or NUL; high[b] is not 0 when a byte of the block is not ASCII.
 */
#ifndef MHSW_SCAN_H
#define MHSW_SCAN_H

#include <stddef.h>
#include <stdint.h>

#define SCAN_BLOCK ((size_t)64)

/* data is readable up to the next multiple of SCAN_BLOCK past length; bits
 * past length are 0.  masks and high hold length / 64, rounded up. */
void
scan_masks(const char *data, size_t length, char delimiter, uint64_t *masks, unsigned char *high);

#endif
