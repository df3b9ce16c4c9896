/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * privacy: what the records as a whole have to keep: classes of at least k people
 * that look alike (Samarati and Sweeney, 1998), l well-represented sensitive values
 * (Machanavajjhala et al., 2007) and distributions within t of the whole's (Li, Li and
 * Venkatasubramanian, 2007).
 */
#ifndef ANONYMISE_PRIVACY_H
#define ANONYMISE_PRIVACY_H

#include "../../lib/config.h"

#include <stdbool.h>
#include <stddef.h>

#define PRIVACY_COLUMNS_MAX 32 /* of either list */

/* What is done with records in a class that falls short. */
enum privacy_act {
	PRIVACY_SUPPRESS_CELLS, /* the least useful quasi-identifiers, one after the other */
	PRIVACY_SUPPRESS_RECORDS,
	PRIVACY_GENERALISE /* the same cells, each by its next coarser level first */
};

enum privacy_diversity { PRIVACY_DISTINCT, PRIVACY_ENTROPY };

/* How far two sensitive values are apart, for t. */
enum privacy_distance {
	PRIVACY_EQUAL,  /* 0 or 1: half the sum of the differences */
	PRIVACY_ORDERED /* by rank, among numbers: the earth mover's distance */
};

struct privacy_sensitive {
	const char *column;
	double l; /* 0: not asked */
	enum privacy_diversity diversity;
	double t; /* negative: not asked */
	enum privacy_distance distance;
};

/* Texts live as long as the policy. */
struct privacy {
	const char *person; /* the column that says who; NULL: none */
	bool one_record_per_person;
	const char *opt_out;                    /* the column that --exclude looks at */
	const char *quasi[PRIVACY_COLUMNS_MAX]; /* the most useful first */
	size_t quasi_count;
	struct privacy_sensitive sensitive[PRIVACY_COLUMNS_MAX];
	size_t sensitive_count;
	unsigned k; /* 0: classes are not looked at */
	enum privacy_act act;
	double suppression_limit; /* of all records; 1: none */
};

/* Reads the members of the policy's root; columns are looked up by the caller. */
bool privacy_read(struct privacy *privacy, const struct config_node *root, struct fault *fault);
/* As sentences, one line each. */
void privacy_explain(const struct privacy *privacy, struct buffer *out);

#endif
