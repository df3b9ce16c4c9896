/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * self_assessment: one invented line of a self-assessment: a statement that an
 * organisation or a team rates in a round.
 *
 * A form is 49 lines, one for each statement; an organisation hands in three forms a
 * round, its own and those of two of its teams; the latest round comes first.
 */
#ifndef GENERATE_SELF_ASSESSMENT_H
#define GENERATE_SELF_ASSESSMENT_H

#include "record.h"

enum self_assessment_column {
	SELF_ASSESSMENT_FORM,
	SELF_ASSESSMENT_ORGANISATION,
	SELF_ASSESSMENT_LEVEL,
	SELF_ASSESSMENT_TEAM,
	SELF_ASSESSMENT_ROUND,
	SELF_ASSESSMENT_RECEIVED,
	SELF_ASSESSMENT_RESPONDENT,
	SELF_ASSESSMENT_ITEM,
	SELF_ASSESSMENT_RATING,
	SELF_ASSESSMENT_EVIDENCE,
	SELF_ASSESSMENT_ACTION,
	SELF_ASSESSMENT_ACTION_DUE,
	SELF_ASSESSMENT_COLUMNS
};

extern const char self_assessment_header[];

/* number counts from 0. */
void self_assessment_compose(struct record *record, const struct world *world, uint64_t number);

#endif
