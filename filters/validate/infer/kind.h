/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * kind: what a column's values may be: a number, a truth, one of the forms of
 * days and times, or none of these, which is a text.
 *
 * A file to be checked is seldom without faults: of a hundred values one may be
 * something else.  But one code with a zero in front, or with more digits than
 * numbers have, and the column holds codes.
 */
#ifndef VALIDATE_KIND_H
#define VALIDATE_KIND_H

#include "form.h"

/* The forms come first, by their index. */
enum kind { KIND_BOOLEAN = FORMS, KIND_INTEGER, KIND_NUMBER, KINDS, KIND_TEXT = KINDS };

struct kinds {
	uint64_t count;    /* values so far */
	uint64_t possible; /* bits of the kinds that are not given up */
	uint64_t misfits[KINDS];
	uint64_t mixed; /* bits of the forms that have each value with the day or the month
	                   first */
	bool code;      /* digits that are no number were seen */
};

void kinds_init(struct kinds *kinds);
/* Counts a value; true where it is a number, and the column may be one. */
bool kinds_add(struct kinds *kinds, struct field value);
/* What the values are.  *misfits: how many are something else; *doubtful: the
 * month may as well stand first. */
enum kind kinds_choose(const struct kinds *kinds, uint64_t *misfits, bool *doubtful);
/* Each value is a date, but in some the day and in some the month has to be first. */
bool kinds_mixed(const struct kinds *kinds);

#endif
