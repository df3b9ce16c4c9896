/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * qualities: one invented answer of a service user, a carer or a family to the ten
 * qualities and what came of the support.
 *
 * Of every five records three are of people who answer in one round alone or in the
 * first, and two are the second answers of two of them, so that rounds can be paired.
 */
#ifndef GENERATE_QUALITIES_H
#define GENERATE_QUALITIES_H

#include "record.h"

enum qualities_column {
	QUALITIES_ID,
	QUALITIES_PERSON,
	QUALITIES_ORGANISATION,
	QUALITIES_TEAM,
	QUALITIES_DATE,
	QUALITIES_ROUND,
	QUALITIES_RESPONDENT,
	QUALITIES_WARM, /* the first of ten qualities */
	QUALITIES_GOALS = QUALITIES_WARM + 10,
	QUALITIES_CHOICE,
	QUALITIES_INCLUDED,
	QUALITIES_CARER_LIFE,
	QUALITIES_FAMILY_LIFE,
	QUALITIES_COMMENT,
	QUALITIES_COLUMNS
};

extern const char qualities_header[];

/* number counts from 0. */
void qualities_compose(struct record *record, const struct world *world, uint64_t number);

#endif
