/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * item: one question of an instrument, and what an answer to it is worth.
 *
 * An answer is an exact decimal, turned round already where the item is
 * reversed (minimum + maximum - answer).  Whatever is not missing, not one of
 * the item's text answers and not a number within its range is refused: it is
 * never read as missing, for that would hide a fault in the data.
 */
#ifndef MHSW_ITEM_H
#define MHSW_ITEM_H

#include "../lib/config.h"
#include "../lib/decimal.h"
#include "../lib/diag.h"
#include "../lib/field.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Ranges end at a thousand million, so that exact sums fit. */
#define ITEM_LIMIT     1000000000
#define ITEM_RANGE_MAX (2 * DECIMAL_TEXT_MAX + 8)

enum answer_kind {
	ANSWER_MISSING,      /* empty, or a missing code */
	ANSWER_GIVEN,        /* digits and scale are set */
	ANSWER_NOT_A_NUMBER, /* refused */
	ANSWER_TOO_LONG,     /* refused: more digits than can be kept exactly */
	ANSWER_OUT_OF_RANGE  /* refused */
};

struct answer {
	int64_t digits; /* the answer is digits / 10^scale */
	uint8_t scale;
	uint8_t kind; /* enum answer_kind */
};

/* A text answer and its worth. */
struct item_text {
	struct field text;
	struct answer answer;
};

/* The codes of the instrument that stand for "no answer". */
struct item_codes {
	struct field *codes;
	size_t count;
};

struct item {
	const char *column; /* borrowed from the configuration, as all texts */
	struct decimal minimum;
	struct decimal maximum;
	bool reverse;
	struct item_text *texts; /* owned */
	size_t text_count;
	const struct item_codes *missing; /* borrowed from the instrument */
	char range[ITEM_RANGE_MAX];       /* "1 to 5", for messages */
	struct answer single[256];        /* the answers of one byte, worked out beforehand */
};

/* Reads an item; missing outlives it.  On a fault the item may be released. */
bool item_load(struct item *item, const struct config_node *node, const struct item_codes *missing,
    struct fault *fault);
void item_release(struct item *item);

/* What any value is worth. */
struct answer item_judge(const struct item *item, struct field value);
/* The same, quick for the answers of one byte. */
static inline struct answer
item_answer(const struct item *item, struct field value)
{
	return value.length == 1 ? item->single[(unsigned char)value.data[0]]
	                         : item_judge(item, value);
}

/* What is wrong with a refused answer, in words, without the answer. */
void item_describe(const struct item *item, struct answer answer, struct fault *fault);

/* 10^0 .. 10^DECIMAL_SCALE_MAX. */
extern const int64_t item_powers[DECIMAL_SCALE_MAX + 1];
/* The digits of a decimal at a scale that is not below its own. */
int64_t item_digits(struct decimal decimal, unsigned scale);

/* A text of the configuration that may name a column: neither empty nor with
 * control characters. */
bool item_name(const struct config_node *node, const char **out, struct fault *fault);

#endif
