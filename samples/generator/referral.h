/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * referral: one invented referral to a mental health social work team.
 */
#ifndef GENERATE_REFERRAL_H
#define GENERATE_REFERRAL_H

#include "record.h"

enum referral_column {
	REFERRAL_ID,
	REFERRAL_ORGANISATION,
	REFERRAL_RECEIVED,
	REFERRAL_CLOSED,
	REFERRAL_SOURCE,
	REFERRAL_REASON,
	REFERRAL_TEAM_TYPE,
	REFERRAL_ROLE,
	REFERRAL_URGENCY,
	REFERRAL_OUTCOME,
	REFERRAL_AGE,
	REFERRAL_COMMENT,
	REFERRAL_COLUMNS
};

extern const char referral_header[];

/* number counts from 0. */
void referral_compose(struct record *record, const struct world *world, uint64_t number);

#endif
