/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * item: one question of an instrument, and what an answer to it is worth.
 *
 * An answer is an exact decimal, turned round already where the item is
 * reversed (minimum + maximum - answer).  Whatever is no code, not one of
 * the item's text answers and not a number that it allows is refused: it is
 * never read as missing, for that would hide a fault in the data.
 *
 * Where a text answer is a number that is worth another one ("1" is worth 10), the data
 * holds codes: then no number but those is an answer, for a code that nobody named
 * would else be taken for a worth.
 */
#ifndef SCORE_ITEM_H
#define SCORE_ITEM_H

#include "codes.h"
#include "number.h"
#include "running.h"
#include "when.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ITEM_RANGE_MAX (2 * DECIMAL_TEXT_MAX + 8)
/* Answers of one byte whose worth is looked up: digits and letters. */
#define ITEM_SINGLE_FIRST '0'
#define ITEM_SINGLE_LAST  'z'
#define ITEM_SINGLES      (ITEM_SINGLE_LAST - ITEM_SINGLE_FIRST + 1)

/* A text answer and its worth. */
struct item_text {
	struct field text;
	struct answer answer;
};

/* An answer of one byte, and how it is counted. */
struct item_single {
	struct answer answer;
	uint64_t adds;
};

struct item {
	const char *name; /* borrowed from the configuration, as all texts */
	const char *column;
	const char *label; /* the name where none is given */
	struct decimal minimum;
	struct decimal maximum;
	struct decimal *allowed; /* owned; NULL: every number in the range */
	size_t allowed_count;
	bool reverse;
	bool coded;              /* only the texts are answers, no other number */
	struct item_text *texts; /* owned */
	size_t text_count;
	const struct codes *shared; /* of the instrument; borrowed */
	struct codes codes;         /* of this item alone */
	struct when when;
	/* for the plan of action: how much the item counts, and where it ought to be, as an
	 * answer is scored (turned round where it is reversed) */
	struct decimal importance;
	struct decimal target;
	char range[ITEM_RANGE_MAX]; /* "1 to 5", for messages */
	/* the answers of one byte, worked out beforehand; few, so that the items of a long
	 * questionnaire stay near to one another */
	struct item_single singles[ITEM_SINGLES];
};

/* Reads an item; shared outlives it.  sets: the instrument's answer_sets, which may be
 * absent.  On a fault the item may be released. */
bool item_load(struct item *item, const struct config_node *node, const struct codes *shared,
    const struct config_node *sets, struct fault *fault);
void item_release(struct item *item);

/* What a number is worth as an answer. */
struct answer item_worth(const struct item *item, struct decimal decimal);
/* What any value is worth. */
struct answer item_judge(const struct item *item, struct field value);
/* An answer of one byte that was worked out beforehand, or NULL. */
static inline const struct item_single *
item_single(const struct item *item, struct field value)
{
	unsigned place;

	if (value.length != 1)
		return NULL;
	place = (unsigned)(unsigned char)*value.data - ITEM_SINGLE_FIRST;
	return place < ITEM_SINGLES ? &item->singles[place] : NULL;
}
/* As item_judge, but quick for the answers of one byte. */
static inline struct answer
item_answer(const struct item *item, struct field value)
{
	const struct item_single *single = item_single(item, value);

	return single != NULL ? single->answer : item_judge(item, value);
}

/* Whether there are records that the item is not for, or may be. */
bool item_may_not_apply(const struct item *item);

/* What is wrong with a refused answer, in words, without the answer. */
void item_describe(const struct item *item, struct answer answer, struct fault *fault);

/* A text of the configuration that may name a column: neither empty nor with
 * control characters. */
bool item_name(const struct config_node *node, const char **out, struct fault *fault);

#endif
