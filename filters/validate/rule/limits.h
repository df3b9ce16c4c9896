/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * limits: what a schema says of the table as a whole: how many records there
 * may be ("limits"), and in how many of them a field may be missing
 * ("maxMissingPercent").
 */
#ifndef VALIDATE_LIMITS_H
#define VALIDATE_LIMITS_H

#include "../schema/schema.h"
#include "percent.h"

struct limit {
	enum finding_code code;
	size_t field;     /* of maxMissingPercent, else FINDING_NO_FIELD */
	uint64_t records; /* of minRecords and maxRecords */
	struct percent percent;
};

struct limits {
	struct limit *list;
	size_t count;
};

/* Reads the limits of the schema, which may have none.  After a fault only
 * limits_close may follow. */
bool limits_open(struct limits *limits, const struct schema *schema, struct fault *fault);
void limits_close(struct limits *limits);

/* At the end: false where the limit of that index is broken by so many records,
 * in missing[i] of which field i is missing.  breach is set where it is false. */
bool limits_judge(const struct limits *limits, size_t index, uint64_t records,
    const uint64_t *missing, struct breach *breach);
/* Appends "minRecords 1". */
void limits_rule(const struct limits *limits, size_t index, struct buffer *out);

#endif
