/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * unasked: answers to questions that were not for their record.  They are not scored, and
 * a few of them are no fault; but where nobody at all was to be asked and some answer all
 * the same, the condition is not written as the data has it.
 */
#ifndef SCORE_UNASKED_H
#define SCORE_UNASKED_H

#include "../instrument/instrument.h"

#include <stdint.h>

struct unasked_item {
	bool asked;       /* of some record */
	uint64_t answers; /* of records that it was not for */
};

struct unasked {
	struct unasked_item *items; /* owned */
	size_t count;
};

void unasked_open(struct unasked *unasked, size_t items);
void unasked_release(struct unasked *unasked);
/* The value in a record that the item is not for. */
void
unasked_note(struct unasked *unasked, const struct item *item, size_t index, struct field value);
/* All of them. */
uint64_t unasked_answers(const struct unasked *unasked);
/* Says which conditions nobody met.  It is no failure: a part of a file may hold nobody
 * whom a question is for. */
void unasked_report(const struct unasked *unasked, const struct instrument *instrument);

#endif
