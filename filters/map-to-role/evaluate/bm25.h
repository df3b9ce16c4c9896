/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bm25: which of a few documents a text is most like, a baseline that knows no more
 * than their words (Robertson and Zaragoza 2009, equation 3.15).
 *
 * A word that stands t times in a document of l words adds for each time that it stands
 * in the text
 *
 *	log((N - d + 0.5) / (d + 0.5)) t (k1 + 1) / (t + k1 (1 - b + b l / L))
 *
 * N documents, d of them with the word, L words in a document on average, k1 = 1.2,
 * b = 0.75.  Words in half of the documents or more, where the logarithm is not above 0,
 * tell nothing and add nothing.  What a word adds is a whole number of billionths, so
 * that the best document hangs on no rounding.
 *
 * Words are runs of letters and digits of the text's normal form (text.h), as they are:
 * no endings are cut off, and none are left out as too common.
 */
#ifndef ROLE_BM25_H
#define ROLE_BM25_H

#include "../../lib/diag.h"
#include "../../lib/field.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BM25_K1   1.2
#define BM25_B    0.75
#define BM25_NONE ((size_t)-1)
/* What a score of 1 is. */
#define BM25_UNIT 1000000000

struct bm25;

/* The documents are read here and not kept.  NULL with a fault. */
struct bm25 *bm25_new(const struct field *documents, size_t count, struct fault *fault);
void bm25_free(struct bm25 *bm25);

/* The document with the highest score, the first of equals; BM25_NONE where none has
 * one.  The text is well-formed UTF-8. */
bool bm25_best(struct bm25 *bm25, struct field text, size_t *best, struct fault *fault);
/* Of the last text, in billionths. */
int64_t bm25_score(const struct bm25 *bm25, size_t document);

#endif
