/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * feedback: one invented answer to a feedback form.
 */
#ifndef GENERATE_FEEDBACK_H
#define GENERATE_FEEDBACK_H

#include "record.h"

enum feedback_column {
	FEEDBACK_ID,
	FEEDBACK_PERSON,
	FEEDBACK_ORGANISATION,
	FEEDBACK_TEAM,
	FEEDBACK_DATE,
	FEEDBACK_RESPONDENT,
	FEEDBACK_LISTENED,
	FEEDBACK_RESPECTED,
	FEEDBACK_INFORMED,
	FEEDBACK_INVOLVED,
	FEEDBACK_TRUSTED,
	FEEDBACK_HOPEFUL,
	FEEDBACK_COMMENT,
	FEEDBACK_COLUMNS
};

extern const char feedback_header[];

/* number counts from 0. */
void feedback_compose(struct record *record, const struct world *world, uint64_t number);

#endif
