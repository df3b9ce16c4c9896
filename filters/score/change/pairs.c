/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pairs: who was scored in which of two rounds. */
#include "pairs.h"

#include "../../lib/hash.h"
#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

/* Before uthash.h, so that the table's own memory cannot fail quietly. */
#define uthash_malloc(size) xmalloc(size)
#include <uthash.h>

#define NO_BAND UINT8_MAX /* an instrument has 100 bands at most */

/* One block of memory; after the scores stand the bands, one byte each, and the key. */
struct pair {
	UT_hash_handle hh;
	size_t size; /* of the block, to be wiped */
	uint8_t records[ROUNDS];
	int64_t scores[]; /* of the first round, then of the second */
};

static uint8_t *
bands_of(const struct pairs *pairs, const struct pair *pair)
{
	return (uint8_t *)(pair->scores + ROUNDS * pairs->scales);
}

void
pairs_init(struct pairs *pairs, size_t scales)
{
	*pairs = (struct pairs){ .scales = scales, .most = PAIRS_MAX };
	/* without a random seed all is as right, only not proof against malice */
	if (getrandom(&pairs->seed, sizeof pairs->seed, GRND_NONBLOCK)
	    != (ssize_t)sizeof pairs->seed)
		pairs->seed = 0x9E3779B97F4A7C15u;
}

void
pairs_release(struct pairs *pairs)
{
	struct pair *pair = pairs->table;

	/* frees the table, not the pairs, which stay linked */
	HASH_CLEAR(hh, pairs->table);
	while (pair != NULL) {
		struct pair *next = pair->hh.next;

		explicit_bzero(pair, pair->size);
		free(pair);
		pair = next;
	}
	*pairs = (struct pairs){ 0 };
}

static struct pair *
new_pair(const struct pairs *pairs, struct field key)
{
	size_t scores = ROUNDS * pairs->scales;
	size_t size = sizeof(struct pair) + scores * (sizeof(int64_t) + 1) + key.length;
	struct pair *pair = xmalloc(size);

	memset(pair, 0, sizeof *pair);
	pair->size = size;
	for (size_t i = 0; i < scores; i++)
		pair->scores[i] = PAIR_UNSCORED;
	memset(bands_of(pairs, pair), NO_BAND, scores);
	memcpy(bands_of(pairs, pair) + scores, key.data, key.length);
	return pair;
}

bool
pairs_add(struct pairs *pairs, struct field key, enum pair_round round, const struct score *scores,
    unsigned *too_long)
{
	uint64_t full = hash_field(pairs->seed, key);
	unsigned hash = (unsigned)(full ^ full >> 32);
	size_t start = (size_t)round * pairs->scales;
	struct pair *pair;

	*too_long = 0;
	HASH_FIND_BYHASHVALUE(hh, pairs->table, key.data, key.length, hash, pair);
	if (pair == NULL) {
		uint8_t *copy;

		if (pairs->count == pairs->most)
			return false;
		pair = new_pair(pairs, key);
		copy = bands_of(pairs, pair) + ROUNDS * pairs->scales;
		HASH_ADD_KEYPTR_BYHASHVALUE(hh, pairs->table, copy, key.length, hash, pair);
		pairs->count++;
	}
	if (pair->records[round] != 0) {
		pair->records[round] = PAIR_SEVERAL;
		return true;
	}
	pair->records[round] = 1;
	for (size_t i = 0; i < pairs->scales; i++) {
		struct decimal value;

		if (scores[i].outcome != SCORE_GIVEN)
			continue;
		if (!ratio_round(scores[i].value, PAIR_PLACES, &value)) {
			++*too_long;
			continue;
		}
		pair->scores[start + i] = value.digits;
		if (scores[i].band != BAND_NONE)
			bands_of(pairs, pair)[start + i] = (uint8_t)scores[i].band;
	}
	return true;
}

const struct pair *
pairs_next(const struct pairs *pairs, const struct pair *pair)
{
	return pair == NULL ? pairs->table : pair->hh.next;
}

struct pair_scores
pairs_scores(const struct pairs *pairs, const struct pair *pair, size_t scale)
{
	size_t places[ROUNDS] = { scale, pairs->scales + scale };
	int64_t first = pair->scores[places[ROUND_FIRST]];
	int64_t second = pair->scores[places[ROUND_SECOND]];
	struct pair_scores scores = { .kind = PAIR_WHOLE };

	if (pair->records[ROUND_SECOND] == 0)
		scores.kind = PAIR_ONLY_FIRST;
	else if (pair->records[ROUND_FIRST] == 0)
		scores.kind = PAIR_ONLY_SECOND;
	else if (pair->records[ROUND_FIRST] + pair->records[ROUND_SECOND] != 2)
		scores.kind = PAIR_MANIFOLD;
	else if (first == PAIR_UNSCORED || second == PAIR_UNSCORED)
		scores.kind = PAIR_NO_SCORE;
	if (scores.kind != PAIR_WHOLE)
		return scores;
	scores.first = (struct decimal){ first, PAIR_PLACES };
	scores.second = (struct decimal){ second, PAIR_PLACES };
	/* at most 2 10^18 */
	scores.change = (struct decimal){ second - first, PAIR_PLACES };
	for (size_t i = 0; i < ROUNDS; i++) {
		uint8_t band = bands_of(pairs, pair)[places[i]];

		scores.bands[i] = band == NO_BAND ? BAND_NONE : band;
	}
	return scores;
}
