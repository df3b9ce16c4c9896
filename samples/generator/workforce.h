/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * workforce: one invented post on the day of a count, the 31st of March of each year.
 *
 * A post is there in every year, with the same number; who is in it may change, and it
 * may stand empty.
 */
#ifndef GENERATE_WORKFORCE_H
#define GENERATE_WORKFORCE_H

#include "record.h"

/* The columns of schemas/workforce/table.json. */
enum workforce_column {
	WORKFORCE_ID,
	WORKFORCE_ORGANISATION,
	WORKFORCE_SECTOR,
	WORKFORCE_REGION,
	WORKFORCE_TEAM,
	WORKFORCE_TEAM_TYPE,
	WORKFORCE_AS_OF,
	WORKFORCE_RECEIVED,
	WORKFORCE_STATUS,
	WORKFORCE_VACANT_SINCE,
	WORKFORCE_PERSON,
	WORKFORCE_EMPLOYER,
	WORKFORCE_CONTRACT,
	WORKFORCE_START,
	WORKFORCE_END,
	WORKFORCE_HOURS,
	WORKFORCE_WEEK,
	WORKFORCE_FTE,
	WORKFORCE_PROFESSION,
	WORKFORCE_REGISTRATION,
	WORKFORCE_LEVEL,
	WORKFORCE_ROLE,
	WORKFORCE_CASELOAD,
	WORKFORCE_AMHP,
	WORKFORCE_AMHP_FROM,
	WORKFORCE_AMHP_TO,
	WORKFORCE_REFRESHER,
	WORKFORCE_SUPERVISED,
	WORKFORCE_AGE,
	WORKFORCE_GENDER,
	WORKFORCE_ETHNIC_GROUP,
	WORKFORCE_COLUMNS
};

extern const char workforce_header[];

/* number counts from 0. */
void workforce_compose(struct record *record, const struct world *world, uint64_t number);

#endif
