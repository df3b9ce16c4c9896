/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * activities: one invented line of a log of what practitioners do.
 *
 * Teams differ in what they do and in how much of it is outside of the role framework;
 * an organisation leaves some functions out.  A part of the lines has a local code, a
 * part the role as a person coded it.
 */
#ifndef GENERATE_ACTIVITIES_H
#define GENERATE_ACTIVITIES_H

#include "record.h"

/* The columns of schemas/activities/table.json, of tasks too. */
enum activities_column {
	ACTIVITIES_ID,
	ACTIVITIES_KIND,
	ACTIVITIES_ORGANISATION,
	ACTIVITIES_TEAM,
	ACTIVITIES_PERSON,
	ACTIVITIES_POST,
	ACTIVITIES_DATE,
	ACTIVITIES_MINUTES,
	ACTIVITIES_LEVEL,
	ACTIVITIES_COMPLEXITY,
	ACTIVITIES_TEXT,
	ACTIVITIES_CODE,
	ACTIVITIES_ROLE,
	ACTIVITIES_FUNCTION,
	ACTIVITIES_IN_ROLE,
	ACTIVITIES_COLUMNS
};

extern const char activities_header[];

/* number counts from 0. */
void activities_compose(struct record *record, const struct world *world, uint64_t number);

#endif
