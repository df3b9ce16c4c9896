/* SPDX-License-Identifier: GPL-3.0-or-later */
/* submission_state: the groups of submission.h; for its own parts alone. */
#ifndef VALIDATE_SUBMISSION_STATE_H
#define VALIDATE_SUBMISSION_STATE_H

#include "submission.h"

#define uthash_malloc(size) xmalloc(size)
#include <uthash.h>

struct submission_group {
	size_t last;    /* of its submissions, or SUBMISSION_NONE */
	size_t current; /* submission_current of it, or SUBMISSION_NONE: not looked for */
	size_t row;     /* in the list of those expected, or TABLE_NONE */
	int64_t due;    /* or SUBMISSION_NO_DAY */
	UT_hash_handle hh;
	size_t organisation; /* bytes of the organisation in the key */
	size_t length;       /* of the key */
	char key[];          /* the bytes of `organisation`, the organisation, the period */
};

/* The two texts of a group; they live as long as it. */
struct field submission_organisation(const struct submission_group *group);
struct field submission_period(const struct submission_group *group);

/* The group of the two, or NULL. */
struct submission_group *
submission_find(struct submissions *submissions, struct field organisation, struct field period);
/* The group of the two, made where there is none; NULL with a fault where there
 * are too many. */
struct submission_group *submission_enter(struct submissions *submissions,
    struct field organisation, struct field period, struct fault *fault);

/* The submission that counts: the one received last where the day is known of all
 * (of those of one day the last file's), else the last file's.  The group has one. */
size_t
submission_current(const struct submissions *submissions, const struct submission_group *group);

/* Enters the groups of the list at path. */
bool submission_expect(struct submissions *submissions, const char *path, struct fault *fault);

#endif
