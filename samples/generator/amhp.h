/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * amhp: one invented request for an assessment under the Mental Health Act.
 */
#ifndef GENERATE_AMHP_H
#define GENERATE_AMHP_H

#include "record.h"

/* The columns of schemas/amhp-activity/table.json. */
enum amhp_column {
	AMHP_ID,
	AMHP_ORGANISATION,
	AMHP_TEAM,
	AMHP_PERSON,
	AMHP_AMHP,
	AMHP_REQUESTED,
	AMHP_STARTED,
	AMHP_COMPLETED,
	AMHP_HOURS,
	AMHP_OUT_OF_HOURS,
	AMHP_ROUTE,
	AMHP_SAFETY_HOURS,
	AMHP_SAFETY_EXTENDED,
	AMHP_DOCTORS,
	AMHP_NEAREST_RELATIVE,
	AMHP_INTERPRETER,
	AMHP_DELAYED,
	AMHP_DELAY_CAUSE,
	AMHP_DELAY_HOURS,
	AMHP_OUTCOME,
	AMHP_NOT_COMPLETED,
	AMHP_OUT_OF_AREA,
	AMHP_ALTERNATIVES,
	AMHP_AGE,
	AMHP_GENDER,
	AMHP_ETHNIC_GROUP,
	AMHP_COLUMNS
};

extern const char amhp_header[];

/* number counts from 0. */
void amhp_compose(struct record *record, const struct world *world, uint64_t number);

#endif
