/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * strata: records by what they are decided to be: one of the categories, ambiguous, or
 * unmapped.
 */
#ifndef ROLE_STRATA_H
#define ROLE_STRATA_H

#include "../decide/decide.h"
#include "stratum.h"

struct strata {
	struct stratum *list; /* by row of the framework, then the last two */
	size_t count;
	size_t ambiguous;
	size_t unmapped;
};

/* A drawn text. */
struct ticket {
	unsigned char turn[DIGEST_WIDE_SIZE]; /* its place in the mixed order */
	const struct stratum *stratum;
	const struct drawn *drawn;
};

void strata_init(struct strata *strata, size_t framework_rows, size_t texts);
void strata_release(struct strata *strata);
/* Where a record belongs, or NULL. */
struct stratum *strata_of(const struct strata *strata, const struct decision *decision);

/* After the last record: divides so many texts over the strata and draws them; returns
 * how many there are. */
size_t strata_draw(struct strata *strata, uint64_t texts);
/* All that is drawn, in an order that tells nothing of the strata; the caller frees it.
 * It lives no longer than the strata. */
struct ticket *strata_mix(const struct strata *strata, size_t drawn);

#endif
