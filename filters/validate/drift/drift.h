/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * drift: how far a file is from an earlier one, whose run record is at hand:
 * its records, what is missing, codes that were not there, columns.
 *
 * The schema's "drift" says from where on a difference is told: recordsPercent
 * (20 where absent) and missingPoints (5).
 */
#ifndef VALIDATE_DRIFT_H
#define VALIDATE_DRIFT_H

#include "profile.h"

/* The earlier run's figures of one field. */
struct drift_field {
	const char *name; /* borrowed from the run record */
	uint64_t missing;
	bool watched;    /* its codes are known */
	uint64_t *codes; /* sorted */
	size_t count;
};

struct drift {
	const struct schema *schema; /* borrowed */
	double records_percent;
	double missing_points;
	struct config_file file; /* the earlier run record; root NULL: there is none */
	uint64_t records;
	struct drift_field *fields;
	size_t count;
};

/* Reads the schema's thresholds and the run record at path (borrowed); path
 * NULL: the thresholds alone, and nothing is compared.  Faults: no run record
 * of validate, one of a run that failed, of another schema, or without a
 * profile that is understood here. */
bool
drift_open(struct drift *drift, const struct schema *schema, const char *path, struct fault *fault);
void drift_close(struct drift *drift);

/* Tells of each difference past its threshold (W701 to W704), the table first,
 * then the fields in the schema's order.  The count is 1, but of new codes. */
void
drift_compare(const struct drift *drift, const struct profile *profile, notice *, void *context);

#endif
