/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * near: what a refused answer would be if it were written another way.  It stays
 * refused, for nobody said that it means the same; but who reads of twenty refused
 * answers is helped by hearing that all of them hang on a blank.
 */
#ifndef SCORE_NEAR_H
#define SCORE_NEAR_H

#include "../../lib/text.h"
#include "../item/item.h"

enum near_kind {
	NEAR_NOTHING,
	NEAR_KNOWN, /* but for capitals, blanks, apostrophes, full-width forms */
	NEAR_COMMA, /* a number, but for a comma in place of the point */
	NEAR_KINDS
};

/* {0} is empty: room, reused from call to call. */
struct near {
	struct text one;
	struct text other;
};

void near_release(struct near *near);
enum near_kind near_find(struct near *near, const struct item *item, struct field value);
/* The text without what makes two texts near: equal where they are.  Lives until the next
 * call; empty where the text is too long to be a slip. */
struct field near_fold(struct near *near, struct field text);

#endif
