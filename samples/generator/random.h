/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * random: the generator's own numbers, the same on every machine.
 *
 * splitmix64 (Steele, Lea and Flood, 2014): a counter and a mixing function,
 * so that a record's numbers follow from the seed and the record alone.
 * Integers only: nothing here depends on a mathematics library.
 */
#ifndef GENERATE_RANDOM_H
#define GENERATE_RANDOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct random {
	uint64_t state;
};

static inline uint64_t
random_mix(uint64_t z)
{
	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

/* The numbers of one thing (a record, a person, a team) under a seed; kind
 * keeps things of the same index apart. */
static inline struct random
random_of(uint64_t seed, uint64_t kind, uint64_t index)
{
	return (struct random){ random_mix(
	    random_mix(seed + kind) ^ index * UINT64_C(0xd1342543de82ef95)) };
}

static inline uint64_t
random_next(struct random *random)
{
	random->state += UINT64_C(0x9e3779b97f4a7c15);
	return random_mix(random->state);
}

/* 0 .. limit - 1.  The bias of the multiplication is under limit / 2^32. */
static inline unsigned
random_below(struct random *random, unsigned limit)
{
	return (unsigned)(((random_next(random) >> 32) * limit) >> 32);
}

static inline bool
random_chance(struct random *random, unsigned per_thousand)
{
	return random_below(random, 1000) < per_thousand;
}

/* The index of one of count shares of a thousand; the last takes what is left. */
static inline size_t
random_choose(struct random *random, const unsigned *shares, size_t count)
{
	unsigned at = random_below(random, 1000);
	size_t index = 0;

	while (index + 1 < count && at >= shares[index])
		at -= shares[index++];
	return index;
}

/* About normal, in thousandths of a standard deviation: the sum of the eight
 * bytes of one number, whose mean is 1020 and whose standard deviation is 209. */
static inline int
random_normal(struct random *random)
{
	uint64_t bits = random_next(random);
	int sum = 0;

	for (unsigned byte = 0; byte < 8; byte++)
		sum += (int)(bits >> (8 * byte) & 0xff);
	return (sum - 1020) * 1000 / 209;
}

#endif
