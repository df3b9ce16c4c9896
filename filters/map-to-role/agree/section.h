/* SPDX-License-Identifier: GPL-3.0-or-later */
/* section: the figures of one group of records, or of all, at one level of the codes. */
#ifndef ROLE_SECTION_H
#define ROLE_SECTION_H

#include "agreement.h"
#include "codes.h"

#define SECTION_CONFIDENCE 0.95
#define SECTION_ALL        ((size_t)-1) /* groups */

enum section_level {
	LEVEL_CODE,     /* codes as they stand */
	LEVEL_CATEGORY, /* of a function, such as A.iv, what stands before the point */
	LEVELS
};

/* How often the two gave different values. */
struct disagreement {
	size_t first; /* values of the section */
	size_t second;
	double records;
};

struct section {
	size_t group; /* SECTION_ALL: of all */
	enum section_level level;
	/* the values of the section's records, by their bytes; "none" stands last */
	struct field *values;
	size_t value_count;
	double *counts; /* of records: [first * value_count + second] */
	struct agreement agreement;
	bool has_observed; /* intervals */
	bool has_alpha;
	struct interval observed;
	struct interval alpha;
	/* the most frequent first, then by the values */
	struct disagreement *disagreements;
	size_t disagreement_count;
};

/* Whether some value looks like a function of a framework: a letter, more letters and
 * digits, one point, letters and digits. */
bool section_has_functions(const struct codes *codes);

/* The section lives no longer than the codes. */
void section_take(
    struct section *section, const struct codes *codes, size_t group, enum section_level level);
void section_release(struct section *section);
/* How files have it. */
const char *section_level_name(enum section_level level);

#endif
