/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The baseline of words: an example worked out by hand, ties, and words of all scripts. */
#include "../../filters/map-to-role/evaluate/bm25.h"
#include "unit.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static struct bm25 *
open_documents(const char *const *texts, size_t count)
{
	struct field documents[8];
	struct fault fault = { 0 };
	struct bm25 *bm25;

	for (size_t i = 0; i < count; i++)
		documents[i] = field_of(texts[i]);
	bm25 = bm25_new(documents, count, &fault);
	CHECK(bm25 != NULL);
	CHECK_TEXT(fault.message, "");
	return bm25;
}

static size_t
best_of(struct bm25 *bm25, const char *text)
{
	struct fault fault = { 0 };
	size_t best = 99;

	CHECK(bm25_best(bm25, field_of(text), &best, &fault));
	return best;
}

static double
score_of(struct bm25 *bm25, size_t document)
{
	return (double)bm25_score(bm25, document) / BM25_UNIT;
}

/*
 * Three documents of 3, 4 and 2 words, 3 on average.  A word in one of them is worth
 * log(2.5 / 1.5) = 0.5108256238, by 1, 2.2 / 2.5 = 0.88 and 2.2 / 1.9 for their lengths;
 * one in two of them log(1.5 / 2.5), below 0, and so nothing.
 */
static void
check_example(void)
{
	static const char *const texts[] = { "The cat sat", "the dog sat down", "a bird" };
	struct bm25 *bm25 = open_documents(texts, COUNT(texts));

	CHECK(best_of(bm25, "A CAT, a dog") == 2);
	CHECK_NUMBER(score_of(bm25, 0), 0.5108256238, 1e-8);
	CHECK_NUMBER(score_of(bm25, 1), 0.4495265489, 1e-8);
	CHECK_NUMBER(score_of(bm25, 2), 2 * 0.5914823012, 1e-8);
	CHECK(best_of(bm25, "cat dog") == 0);
	CHECK(best_of(bm25, "dog: down") == 1);
	CHECK_NUMBER(score_of(bm25, 1), 0.8990530979, 1e-8);
	CHECK(best_of(bm25, "the ... sat") == BM25_NONE);
	CHECK(bm25_score(bm25, 0) == 0);
	CHECK(best_of(bm25, "") == BM25_NONE);
	CHECK(best_of(bm25, "cats birds") == BM25_NONE);
	bm25_free(bm25);
}

/* Words twice in a document: 2 x 2.2 / (2 + 1.2 (0.25 + 0.75 x 4 / 3)) = 4.4 / 3.5. */
static void
check_times(void)
{
	static const char *const texts[] = { "goal goal of hers", "a rota", "one two three" };
	struct bm25 *bm25 = open_documents(texts, COUNT(texts));

	CHECK(best_of(bm25, "goal") == 0);
	CHECK_NUMBER(score_of(bm25, 0), 0.5108256238 * 4.4 / 3.5, 1e-8);
	bm25_free(bm25);
}

static void
check_ties(void)
{
	static const char *const texts[] = { "red house", "old bridge", "green door" };
	struct bm25 *bm25 = open_documents(texts, COUNT(texts));

	CHECK(best_of(bm25, "a door at the bridge") == 1);
	CHECK(best_of(bm25, "a bridge at the door") == 1);
	CHECK(best_of(bm25, "door, bridge, house") == 0);
	bm25_free(bm25);
}

/* Letters of all scripts are letters, and what divides words divides them everywhere. */
static void
check_words(void)
{
	static const char *const texts[] = { "caf\xc3\xa9 visits", "carer\xe2\x80\x99s plan",
		"117 aftercare" };
	struct bm25 *bm25 = open_documents(texts, COUNT(texts));

	CHECK(best_of(bm25, "CAFE\xcc\x81") == 0);
	CHECK(best_of(bm25, "cafe") == BM25_NONE);
	CHECK(best_of(bm25, "the carer's") == 1);
	CHECK(best_of(bm25,
	          "section\xc2\xa0"
	          "117")
	    == 2);
	CHECK(best_of(bm25, "1170") == BM25_NONE);
	bm25_free(bm25);
}

int
main(void)
{
	struct bm25 *none;

	check_example();
	check_times();
	check_ties();
	check_words();
	none = open_documents(NULL, 0);
	CHECK(best_of(none, "cat") == BM25_NONE);
	bm25_free(none);
	return unit_done();
}
