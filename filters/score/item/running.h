/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * running: running totals of the answers, from the first item on, so that what the items
 * of a run come to is the difference of two of them, however long the run is.
 *
 * One number holds three counts, and up to RUNNING_ITEMS_MAX items none of them flows over
 * into the next:
 *
 *	bits  0 to 31  the sum of the whole-number answers, each modulo 2^16
 *	bits 32 to 47  how many of these there are
 *	bits 48 to 63  answers that are none of these and not missing either
 *
 * Over more items the counts do flow over, but the difference over a run stays right: it
 * is all arithmetic modulo 2^64.
 */
#ifndef SCORE_RUNNING_H
#define SCORE_RUNNING_H

#include "codes.h"

#include <stddef.h>
#include <stdint.h>

#define RUNNING_ITEMS_MAX 65535

struct answer {
	int64_t digits; /* the answer is digits / 10^scale */
	uint8_t scale;
	uint8_t kind; /* enum answer_kind */
};

/* What one answer adds. */
static inline uint64_t
running_of(struct answer answer)
{
	if (answer.kind == ANSWER_GIVEN && answer.scale == 0)
		return (uint64_t)1 << 32 | (uint16_t)answer.digits;
	return (uint64_t)(answer.kind != ANSWER_MISSING) << 48;
}

/* The sum modulo 2^16; negative answers are modulo 2^16, too. */
static inline uint16_t
running_sum(uint64_t total)
{
	return (uint16_t)total;
}

static inline uint16_t
running_given(uint64_t total)
{
	return (uint16_t)(total >> 32);
}

static inline uint16_t
running_others(uint64_t total)
{
	return (uint16_t)(total >> 48);
}

/* running[i] becomes what the answers before i come to; there is one more than answers. */
static inline void
running_all(const struct answer *answers, size_t count, uint64_t *running)
{
	running[0] = 0;
	for (size_t i = 0; i < count; i++)
		running[i + 1] = running[i] + running_of(answers[i]);
}

#endif
