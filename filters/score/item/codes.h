/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * codes: the texts that stand for no answer, of the instrument as a whole and of one
 * item.  Three things are kept apart: no answer (missing), an answer that says nothing
 * ("don't know"), and a question that was not for this person (not applicable).
 */
#ifndef SCORE_CODES_H
#define SCORE_CODES_H

#include "../../lib/config.h"
#include "../../lib/field.h"

#include <stdint.h>

/* What an answer is.  The bits are counted and joined by the inner loop of scores:
 * one bit says given, one says refused, whatever the reason. */
enum answer_kind {
	ANSWER_MISSING = 0, /* empty, or a missing code */
	ANSWER_GIVEN = 1,   /* digits and scale are set */
	ANSWER_DONT_KNOW = 2,
	ANSWER_NOT_APPLICABLE = 4,
	ANSWER_NOT_A_NUMBER = 8, /* refused, as all below */
	ANSWER_TOO_LONG = 10,    /* more digits than can be kept exactly */
	ANSWER_OUT_OF_RANGE = 12,
	ANSWER_NOT_ALLOWED = 14, /* in the range, but none of the answers that there are */
	ANSWER_TWICE = 24        /* two lines of one record answer the same item */
};
#define ANSWER_REFUSED 8 /* the bit of all that are refused */

struct code {
	struct field text;
	uint8_t kind; /* enum answer_kind */
};

struct codes {
	struct code *list; /* owned */
	size_t count;
};

/* The keys that codes_load reads, for config_only. */
#define CODES_KEYS "missing_codes", "dont_know_codes", "not_applicable_codes"

/* Reads the three lists of codes of an object.  No code stands twice, not in others
 * either (NULL: there are no others).  On a fault it may be released. */
bool codes_load(struct codes *codes, const struct config_node *object, const struct codes *others,
    struct fault *fault);
void codes_release(struct codes *codes);
/* The code of that text, or NULL. */
const struct code *codes_find(const struct codes *codes, struct field text);

#endif
