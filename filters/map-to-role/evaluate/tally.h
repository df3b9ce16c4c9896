/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tally: records counted by what a person, the program and the baseline say of them.
 *
 * Counts are exact sums of the records' weights (1 each, where there are none), so that
 * they are the same in any order of the records.
 */
#ifndef ROLE_TALLY_H
#define ROLE_TALLY_H

#include "../../lib/decimal.h"
#include "../decide/decide.h"

#include "scheme.h"

/* What is said of a record by its number: 0 .. roles - 1 is a role. */
#define TALLY_OUTSIDE(roles)   (roles)       /* none; unmapped */
#define TALLY_AMBIGUOUS(roles) ((roles) + 1) /* of the program alone */
#define TALLY_OUTCOMES(roles)  ((roles) + 2)
#define TALLY_ANY              ((size_t)-1)

/* Of a function. */
struct tally_function {
	struct decimal_sum people; /* a person gives it */
	struct decimal_sum mapped; /* the program gives it */
	struct decimal_sum right;  /* both do */
};

struct tally {
	size_t roles;
	size_t functions;
	struct decimal_sum *cells; /* by person, outcome, confidence and guess */
	struct tally_function *of_functions;
	struct decimal_sum coded; /* a person gives a function */
	struct decimal_sum exact; /* and the program the same one */
	struct decimal_sum used;  /* all records but those coded with a category alone */
};

/* One record. */
struct verdict {
	struct coded people;
	size_t outcome;
	enum confidence confidence; /* NONE unless mapped */
	size_t function;            /* the program's, or SCHEME_NONE */
	size_t guess;               /* the baseline's role, or outside */
	struct decimal weight;
};

void tally_init(struct tally *tally, const struct scheme *scheme);
void tally_release(struct tally *tally);
void tally_add(struct tally *tally, const struct verdict *verdict);
/* The records with these, each of which may be TALLY_ANY. */
struct decimal_sum tally_sum(
    const struct tally *tally, size_t people, size_t outcome, size_t confidence, size_t guess);
/* How many records of weight 1 tell as much: (sum w)^2 / sum w^2 (Kish 1965); 0 of none. */
double tally_effective(const struct decimal_sum *sum);

#endif
