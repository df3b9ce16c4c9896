/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan: where the bytes stand that matter to CSV, 64 bytes at a time. */
#include "scan.h"

#if defined(__SSE2__) && !defined(SCAN_PORTABLE)

#include <emmintrin.h>

/* SSE2 is there on every 64-bit x86, so nothing has to be asked at run time. */
static uint64_t
block_mask(const char *data, char delimiter, unsigned char *high)
{
	const __m128i divider = _mm_set1_epi8(delimiter);
	const __m128i quote = _mm_set1_epi8('"');
	const __m128i line_feed = _mm_set1_epi8('\n');
	const __m128i carriage = _mm_set1_epi8('\r');
	const __m128i nul = _mm_setzero_si128();
	__m128i all = nul;
	uint64_t mask = 0;

	for (size_t part = 0; part < 4; part++) {
		__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(data + 16 * part));
		__m128i found = _mm_or_si128(
		    _mm_or_si128(_mm_cmpeq_epi8(bytes, divider), _mm_cmpeq_epi8(bytes, quote)),
		    _mm_or_si128(_mm_cmpeq_epi8(bytes, line_feed),
		        _mm_or_si128(_mm_cmpeq_epi8(bytes, carriage), _mm_cmpeq_epi8(bytes, nul))));

		mask |= (uint64_t)(unsigned)_mm_movemask_epi8(found) << (16 * part);
		all = _mm_or_si128(all, bytes);
	}
	*high = _mm_movemask_epi8(all) != 0;
	return mask;
}

#else

static uint64_t
block_mask(const char *data, char delimiter, unsigned char *high)
{
	uint64_t mask = 0;
	unsigned all = 0;

	for (unsigned i = 0; i < SCAN_BLOCK; i++) {
		unsigned char byte = (unsigned char)data[i];

		mask |= (uint64_t)(data[i] == delimiter || byte == '"' || byte == '\n'
		            || byte == '\r' || byte == '\0')
		    << i;
		all |= byte;
	}
	*high = (all & 0x80) != 0;
	return mask;
}

#endif

void
scan_masks(const char *data, size_t length, char delimiter, uint64_t *masks, unsigned char *high)
{
	size_t blocks = (length + SCAN_BLOCK - 1) / SCAN_BLOCK;

	for (size_t block = 0; block < blocks; block++)
		masks[block] = block_mask(data + block * SCAN_BLOCK, delimiter, &high[block]);
	if (length % SCAN_BLOCK != 0)
		masks[blocks - 1] &= ((uint64_t)1 << (length % SCAN_BLOCK)) - 1;
}
