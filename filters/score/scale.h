/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scale: a score from the answers to some items.
 *
 *	sum      of the answers; with prorate, times items / answered, which puts the
 *	         person's own mean in the place of each missing answer
 *	mean     of the answers given
 *	linear   each answer as 100 (x - minimum) / (maximum - minimum), then the
 *	         mean of those given: 0 to 100 however the items' ranges differ
 *
 * All arithmetic is in whole numbers and is rounded once, half away from zero,
 * when the score is written.
 */
#ifndef MHSW_SCALE_H
#define MHSW_SCALE_H

#include "item.h"

#define SCALE_DECIMALS_MAX 6
#define SCALE_TEXT_MAX     64
/* A second column counts the answers: the scale's name and this. */
#define SCALE_ANSWERED "_answered"

enum scale_method { SCALE_SUM, SCALE_MEAN, SCALE_LINEAR };

/* "score,answered" as it is written; length 0: not worked out yet. */
struct scale_text {
	char text[15];
	uint8_t length;
};

/* One item's part in a sum of (answer - offset) factor. */
struct scale_part {
	size_t item;
	int64_t offset; /* at the scale's own places */
	int64_t factor;
	int64_t start; /* offset factor; known to fit where the scale has a memo */
};

struct scale {
	const char *name; /* borrowed from the configuration */
	enum scale_method method;
	struct scale_part *parts; /* owned */
	size_t count;
	size_t minimum; /* answers needed, 1 .. count */
	bool prorate;
	unsigned decimals;  /* written */
	unsigned places;    /* of the offsets */
	int64_t multiplier; /* score = sum multiplier / (divisor answered) */
	int64_t divisor;
	/* Of whole-number answers there are few sums, so each result is worked out
	 * once: memo[answered * width + sum - least].  NULL where there are many. */
	struct scale_text *memo; /* owned */
	int64_t least;
	size_t width;
};

enum score_outcome {
	SCORE_GIVEN,
	SCORE_TOO_FEW, /* fewer answers than the scale needs: empty */
	SCORE_REFUSED, /* an answer was refused: empty */
	SCORE_OUTCOMES
};

struct score {
	enum score_outcome outcome;
	unsigned answered;
	size_t length; /* of the text */
};

/* Reads a scale over the instrument's items.  On a fault it may be released. */
bool scale_load(struct scale *scale, const struct config_node *node, const struct item *items,
    size_t item_count, struct fault *fault);
void scale_release(struct scale *scale);

/* answers: one for each item of the instrument.  "score,answered" goes to out. */
struct score
scale_score(struct scale *scale, const struct answer *answers, char out[SCALE_TEXT_MAX]);

/* Writes numerator / divisor with so many decimals, as decimal_write would write
 * the quotient, without a detour by floating point.  divisor > 0; numerator
 * times 10^decimals fits.  Returns the length; no NUL is written. */
size_t scale_write_ratio(
    decimal_wide numerator, decimal_wide divisor, unsigned decimals, char out[SCALE_TEXT_MAX]);

#endif
