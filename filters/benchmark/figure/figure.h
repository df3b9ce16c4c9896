/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * figure: what is published of one measure in one group.
 *
 * Where the rule rounds, everything but exact is reckoned from published figures: with
 * exact ones the hidden counts could be worked out again.
 */
#ifndef MHSW_FIGURE_H
#define MHSW_FIGURE_H

#include "../../lib/interval.h"
#include "../../lib/writer.h"
#include "../cell/cell.h"
#include "../disclosure/disclosure.h"
#include "../measure/measure.h"

#include <stdbool.h>
#include <stdint.h>

enum figure_state {
	FIGURE_SHOWN,
	FIGURE_SUPPRESSED, /* "*": the rule hides it */
	FIGURE_LOW_BASE,   /* "[u]": under the measure's minimum base */
	FIGURE_NONE,       /* "[z]": no answer, so nothing to average */
	FIGURE_LABELLED    /* as it stood in the data: "*", "[c]" */
};

/* How the figure varies by chance, which is what funnels and tests go by. */
enum figure_model {
	FIGURE_NORMAL,   /* error is its standard error, NaN where it is not known */
	FIGURE_BINOMIAL, /* value / multiplier is a share of n */
	FIGURE_POISSON   /* value / multiplier is events over exposure */
};

/* The numerator or the denominator. */
struct figure_part {
	/* A count goes by the rule, and so does a sum; what is public everybody knows. */
	enum { FIGURE_NO_PART, FIGURE_COUNT, FIGURE_SUM, FIGURE_PUBLIC, FIGURE_SYMBOL } kind;
	double exact;
	unsigned decimals; /* of what is no count */
};

struct figure {
	const struct cell *cell; /* that it is made of, and the rule */
	const struct disclosure *rule;
	enum figure_state state;
	struct field symbol; /* of FIGURE_LABELLED; lives as long as the cell */
	bool given;          /* it is published already, and so are its counts */
	uint64_t records;
	uint64_t answers; /* that the figure is made of */
	uint64_t base;    /* what the measure's minimum base is asked of */
	struct figure_part numerator;
	struct figure_part denominator;
	const char *symbols[2]; /* of these, where they are FIGURE_SYMBOL; live as long */
	double exact;           /* for ranks and quartiles; NaN: there is none */

	/* of a figure that shows */
	double published;  /* exact, or rounded where the rule rounds */
	unsigned decimals; /* of value, limits and quartiles in the output */
	enum figure_model model;
	double n;         /* answers, people, exposure */
	double events;    /* FIGURE_POISSON; of FIGURE_BINOMIAL NaN where it is not published */
	double deviation; /* of a mean or ratio: of one answer; else NaN */
	double error;     /* FIGURE_NORMAL */
};

/* The value as its text in the output says it, and that text. */
double figure_rounded(double value, unsigned decimals);
void figure_write(struct writer *writer, double value, unsigned decimals);

struct figure
figure_of(const struct measure *measure, const struct cell *cell, const struct disclosure *rule);
/* The limits of a figure that shows, in the units of its value; false where there are
 * none. */
bool figure_limits(const struct figure *figure, const struct measure *measure, double confidence,
    struct interval *limits);

#endif
