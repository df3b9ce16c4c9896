/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * work: what lives from the policy to the last record, and the ways in which the
 * records are gone through: each written as it comes (stream), held until its class
 * is known (hold), only looked at (check), or counted at all levels (seek).
 */
#ifndef ANONYMISE_WORK_H
#define ANONYMISE_WORK_H

#include "classes/classes.h"
#include "column.h"
#include "exclude.h"
#include "search/search.h"

/* What no column is kept for: shapes that few other values have. */
#define WORK_LOOK                                                                                  \
	(1U << ENTITY_EMAIL | 1U << ENTITY_PHONE | 1U << ENTITY_POSTCODE | 1U << ENTITY_NHS_NUMBER \
	    | 1U << ENTITY_NINO | 1U << ENTITY_DRIVING_LICENCE)

struct work {
	struct filter *filter; /* borrowed */
	struct policy policy;
	struct columns columns;
	struct exclude *exclude;   /* NULL: nobody opted out */
	struct exclude *permitted; /* NULL: everybody else may stay */
	uint64_t opted_out;        /* records of people on the one list */
	uint64_t may_stay;         /* and of people on the other */
	struct persons *persons;   /* NULL: nothing else is known of anybody */
	struct redact *look;       /* --check: for WORK_LOOK in columns that are kept */
	struct classes *classes;   /* NULL: the policy has no k, or levels are searched */
	struct search *search;
	char key_id[KEY_ID_SIZE];

	size_t quasi[PRIVACY_COLUMNS_MAX]; /* their columns in the input */
	size_t sensitive[PRIVACY_COLUMNS_MAX];
	unsigned forms[PRIVACY_COLUMNS_MAX]; /* of a quasi-identifier that a record brings */
};

/* Opens all that the way through needs, so before the sandbox. */
bool work_open(struct work *work, struct fault *fault);
void work_release(struct work *work);
/* The next record of a person who did not opt out. */
bool work_next(struct work *work);
/* Warns of a list that met nobody. */
void work_tell_exclusion(const struct work *work);

/* Each goes to the end of the input; false with the fault where it cannot. */
bool stream_records(struct work *work, struct fault *fault);
bool hold_records(struct work *work, struct fault *fault);
bool check_records(struct work *work, struct fault *fault);
bool seek_levels(struct work *work, struct fault *fault);

#endif
