/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * standards_check: what one invented member of staff answers to the health check of the
 * standards for employers.
 */
#ifndef GENERATE_STANDARDS_CHECK_H
#define GENERATE_STANDARDS_CHECK_H

#include "record.h"

#define STANDARDS_CHECK_ITEMS 27

enum standards_check_column {
	STANDARDS_CHECK_ID,
	STANDARDS_CHECK_ORGANISATION,
	STANDARDS_CHECK_TEAM,
	STANDARDS_CHECK_ROUND,
	STANDARDS_CHECK_ROLE,
	STANDARDS_CHECK_ITEM,
	STANDARDS_CHECK_COLUMNS = STANDARDS_CHECK_ITEM + STANDARDS_CHECK_ITEMS
};

extern const char standards_check_header[];

/* number counts from 0. */
void standards_check_compose(struct record *record, const struct world *world, uint64_t number);

#endif
