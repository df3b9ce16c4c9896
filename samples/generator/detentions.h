/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * detentions: one invented figure of detentions as it is published: of England and of ten
 * invented areas, by ethnic group, one year after the other, the last one first.
 */
#ifndef GENERATE_DETENTIONS_H
#define GENERATE_DETENTIONS_H

#include "record.h"

/* The columns of schemas/detentions/table.json. */
enum detentions_column {
	DETENTIONS_ORGANISATION,
	DETENTIONS_LEVEL,
	DETENTIONS_PERIOD,
	DETENTIONS_RECEIVED,
	DETENTIONS_MEASURE,
	DETENTIONS_GROUP,
	DETENTIONS_AGE,
	DETENTIONS_GENDER,
	DETENTIONS_COUNT,
	DETENTIONS_POPULATION,
	DETENTIONS_BASE,
	DETENTIONS_CRUDE,
	DETENTIONS_STANDARDISED,
	DETENTIONS_LOWER,
	DETENTIONS_UPPER,
	DETENTIONS_COLUMNS
};

extern const char detentions_header[];

/* number counts from 0. */
void detentions_compose(struct record *record, const struct world *world, uint64_t number);

#endif
