/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * people: one invented contact with a person, who has one to many of them.
 *
 * Who a person is (eight things that others may know) stays the same from record to
 * record; the day and the outcome do not.
 */
#ifndef GENERATE_PEOPLE_H
#define GENERATE_PEOPLE_H

#include "record.h"

enum people_column {
	PEOPLE_ID,
	PEOPLE_PERSON,
	PEOPLE_ORGANISATION,
	PEOPLE_TEAM,
	PEOPLE_DATE,
	PEOPLE_BIRTH,
	PEOPLE_GENDER,
	PEOPLE_ETHNIC_GROUP,
	PEOPLE_POSTCODE,
	PEOPLE_MARITAL,
	PEOPLE_EMPLOYMENT,
	PEOPLE_ACCOMMODATION,
	PEOPLE_OUTCOME,
	PEOPLE_COLUMNS
};

extern const char people_header[];

/* number counts from 0. */
void people_compose(struct record *record, const struct world *world, uint64_t number);

#endif
