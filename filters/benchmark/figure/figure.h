/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * figure: what is published of one measure in one group.
 */
#ifndef MHSW_FIGURE_H
#define MHSW_FIGURE_H

#include "../../lib/interval.h"
#include "../disclosure/disclosure.h"
#include "../group/group.h"
#include "../measure/measure.h"

#include <stdbool.h>
#include <stdint.h>

enum figure_state {
	FIGURE_SHOWN,
	FIGURE_SUPPRESSED, /* "*": the rule hides it */
	FIGURE_LOW_BASE,   /* "[u]": under the measure's minimum base */
	FIGURE_NONE        /* "[z]": no answer, so nothing to average */
};

struct figure {
	enum figure_state state;
	uint64_t records;
	uint64_t numerator;            /* of a proportion */
	uint64_t denominator;          /* records with an answer; of a ratio with both */
	struct decimal_sum sum;        /* of a mean */
	const struct ratio_sum *ratio; /* of a ratio; lives as long as its cell */
	double exact;                  /* for ranks and quartiles */
	double published;              /* exact, or rounded where the rule rounds */
	unsigned decimals;             /* of value, limits and quartiles in the output */
};

struct figure
figure_of(const struct measure *measure, const struct cell *cell, const struct disclosure *rule);
/* The limits of a figure that shows, in the units of its value; false where
 * there are none.  Where the rule rounds they come from published figures
 * only: with exact ones the hidden counts could be worked out again. */
bool figure_limits(const struct figure *figure, const struct measure *measure,
    const struct disclosure *rule, double confidence, struct interval *limits);

#endif
