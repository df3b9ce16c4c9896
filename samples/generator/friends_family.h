/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * friends_family: one invented answer to the Friends and Family Test.
 */
#ifndef GENERATE_FRIENDS_FAMILY_H
#define GENERATE_FRIENDS_FAMILY_H

#include "record.h"

enum friends_family_column {
	FRIENDS_FAMILY_ID,
	FRIENDS_FAMILY_ORGANISATION,
	FRIENDS_FAMILY_TEAM,
	FRIENDS_FAMILY_DATE,
	FRIENDS_FAMILY_RATING,
	FRIENDS_FAMILY_COMMENT,
	FRIENDS_FAMILY_COLUMNS
};

extern const char friends_family_header[];

/* number counts from 0. */
void friends_family_compose(struct record *record, const struct world *world, uint64_t number);

#endif
