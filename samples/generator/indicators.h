/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * indicators: one invented figure as it is published: people in work (1F) and people in a
 * stable home (1H), of 60 invented councils of four types, one year after the other.
 */
#ifndef GENERATE_INDICATORS_H
#define GENERATE_INDICATORS_H

#include "record.h"

/* The columns of schemas/indicators/table.json. */
enum indicators_column {
	INDICATORS_SOURCE,
	INDICATORS_INDICATOR,
	INDICATORS_NAME,
	INDICATORS_START,
	INDICATORS_END,
	INDICATORS_ORGANISATION,
	INDICATORS_LEVEL,
	INDICATORS_ORGANISATION_NAME,
	INDICATORS_BREAKDOWN,
	INDICATORS_UNIT,
	INDICATORS_VALUE,
	INDICATORS_LOWER,
	INDICATORS_UPPER,
	INDICATORS_NUMERATOR,
	INDICATORS_DENOMINATOR,
	INDICATORS_COLUMNS
};

extern const char indicators_header[];

/* number counts from 0. */
void indicators_compose(struct record *record, const struct world *world, uint64_t number);

#endif
