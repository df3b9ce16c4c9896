/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bm25.h"

#include "../../lib/ascii.h"
#include "../../lib/memory.h"
#include "../../lib/text.h"

#include <math.h>
#include <stdlib.h>
#define uthash_malloc(size) xmalloc(size)
#include <uthash.h>

struct word {
	char *text;       /* owned */
	uint32_t *times;  /* by document */
	int64_t *weights; /* likewise, in billionths; filled once all documents are read */
	UT_hash_handle hh;
};

struct bm25 {
	size_t documents;
	uint64_t *lengths; /* words of each document */
	struct word *words;
	int64_t *scores;
	struct text text; /* the normal form of what is read */
};

/* A letter, a mark on one, or a digit; *bytes is how long the character is. */
static bool
is_of_word(struct field text, size_t at, size_t *bytes)
{
	char c = text.data[at];

	*bytes = 1;
	if ((unsigned char)c < 0x80)
		return ascii_is_letter(c) || ascii_is_digit(c);
	return text_kind(text, at, bytes) != TEXT_OTHER;
}

/* The next word from *at on; false: there is none. */
static bool
next_word(struct field text, size_t *at, struct field *word)
{
	size_t bytes, start;

	while (*at < text.length && !is_of_word(text, *at, &bytes))
		*at += bytes;
	start = *at;
	while (*at < text.length && is_of_word(text, *at, &bytes))
		*at += bytes;
	*word = (struct field){ text.data + start, *at - start };
	return word->length != 0;
}

static struct word *
find_word(const struct bm25 *bm25, struct field text)
{
	struct word *word;

	HASH_FIND(hh, bm25->words, text.data, text.length, word);
	return word;
}

static bool
normalise(struct bm25 *bm25, struct field original, struct field *text, struct fault *fault)
{
	bool good = text_normalise(&bm25->text, original, fault);

	*text = (struct field){ bm25->text.data, bm25->text.length };
	return good;
}

static bool
add_document(struct bm25 *bm25, size_t document, struct field original, struct fault *fault)
{
	struct field text, found;
	size_t at = 0;

	if (!normalise(bm25, original, &text, fault))
		return false;
	while (next_word(text, &at, &found)) {
		struct word *word = find_word(bm25, found);

		if (word == NULL) {
			word = xcalloc(1, sizeof *word);
			word->text = xstrndup(found.data, found.length);
			word->times = xcalloc(bm25->documents, sizeof *word->times);
			word->weights = xcalloc(bm25->documents, sizeof *word->weights);
			HASH_ADD_KEYPTR(hh, bm25->words, word->text, found.length, word);
		}
		word->times[document]++;
		bm25->lengths[document]++;
	}
	return true;
}

static void
weigh(const struct bm25 *bm25, struct word *word, double mean_length)
{
	double with = 0, rarity;

	for (size_t i = 0; i < bm25->documents; i++)
		with += word->times[i] != 0;
	rarity = log(((double)bm25->documents - with + 0.5) / (with + 0.5));
	for (size_t i = 0; rarity > 0 && i < bm25->documents; i++) {
		double times = word->times[i];
		double share = (double)bm25->lengths[i] / mean_length;

		word->weights[i] = llround(BM25_UNIT * rarity * times * (BM25_K1 + 1)
		    / (times + BM25_K1 * (1 - BM25_B + BM25_B * share)));
	}
}

struct bm25 *
bm25_new(const struct field *documents, size_t count, struct fault *fault)
{
	struct bm25 *bm25 = xcalloc(1, sizeof *bm25);
	uint64_t words = 0;

	bm25->documents = count;
	bm25->lengths = xcalloc(count + 1, sizeof *bm25->lengths);
	bm25->scores = xcalloc(count + 1, sizeof *bm25->scores);
	for (size_t i = 0; i < count; i++) {
		if (!add_document(bm25, i, documents[i], fault)) {
			bm25_free(bm25);
			return NULL;
		}
		words += bm25->lengths[i];
	}
	for (struct word *word = bm25->words; word != NULL; word = word->hh.next)
		weigh(bm25, word, (double)words / (double)count);
	return bm25;
}

void
bm25_free(struct bm25 *bm25)
{
	struct word *word, *next;

	if (bm25 == NULL)
		return;
	word = bm25->words;
	HASH_CLEAR(hh, bm25->words);
	for (; word != NULL; word = next) {
		next = word->hh.next;
		free(word->text);
		free(word->times);
		free(word->weights);
		free(word);
	}
	free(bm25->lengths);
	free(bm25->scores);
	text_release(&bm25->text);
	free(bm25);
}

bool
bm25_best(struct bm25 *bm25, struct field original, size_t *best, struct fault *fault)
{
	struct field text, found;
	size_t at = 0;

	if (!normalise(bm25, original, &text, fault))
		return false;
	memset(bm25->scores, 0, bm25->documents * sizeof *bm25->scores);
	while (next_word(text, &at, &found)) {
		const struct word *word = find_word(bm25, found);

		for (size_t i = 0; word != NULL && i < bm25->documents; i++)
			bm25->scores[i] += word->weights[i];
	}
	*best = BM25_NONE;
	for (size_t i = 0; i < bm25->documents; i++)
		if (bm25->scores[i] > (*best == BM25_NONE ? 0 : bm25->scores[*best]))
			*best = i;
	return true;
}

int64_t
bm25_score(const struct bm25 *bm25, size_t document)
{
	return bm25->scores[document];
}
