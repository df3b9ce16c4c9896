/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answers: one invented answer to a long questionnaire: thirty items of 1 to 5, and a
 * comment. */
#ifndef GENERATE_ANSWERS_H
#define GENERATE_ANSWERS_H

#include "record.h"

#define ANSWERS_ITEMS 30

enum answers_column {
	ANSWERS_ID,
	ANSWERS_ORGANISATION,
	ANSWERS_TEAM,
	ANSWERS_DATE,
	ANSWERS_RESPONDENT,
	ANSWERS_FIRST,
	ANSWERS_COMMENT = ANSWERS_FIRST + ANSWERS_ITEMS,
	ANSWERS_COLUMNS
};

extern const char answers_header[];

/* number counts from 0. */
void answers_compose(struct record *record, const struct world *world, uint64_t number);

#endif
