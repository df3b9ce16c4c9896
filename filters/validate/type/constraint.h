/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * constraint: the limits that a schema sets to a field's values.  A constraint
 * that the type does not have is a fault of the schema, never ignored.
 */
#ifndef VALIDATE_CONSTRAINT_H
#define VALIDATE_CONSTRAINT_H

#include "../../lib/pattern.h"
#include "type.h"

struct constraint {
	bool required;
	bool unique;
	struct texts bounds;  /* keeps the texts of the four bounds, which are canonical */
	struct field minimum; /* data NULL: none */
	struct field maximum;
	struct field exclusive_minimum;
	struct field exclusive_maximum;
	size_t least_length;        /* characters; of a list: items */
	size_t largest_length;      /* SIZE_MAX: none */
	const char *pattern_source; /* NULL: none */
	struct pattern *pattern;
	bool listed;           /* there is an enum */
	struct texts values;   /* canonical, in the schema's order */
	struct field *ordered; /* the values in the type's order; NULL for a boolean's */
	bool categorised;      /* there are categories */
	struct texts categories;
	struct field *ordered_categories;
};

/* Reads "constraints" and "categories" of a field of that type. */
bool constraint_load(struct constraint *constraint, const struct type *type,
    const struct config_node *field, struct fault *fault);
void constraint_release(struct constraint *constraint);

/* All that a value can break at once. */
#define CONSTRAINT_FINDINGS_MAX 8
/* The codes of the constraints that a canonical value of the type breaks;
 * returns how many.  NaN breaks every bound. */
size_t constraint_judge(const struct constraint *constraint, const struct type *type,
    struct field value, enum finding_code codes[CONSTRAINT_FINDINGS_MAX]);
/* Appends the rule that a finding is about: "maximum 5".  It comes from the
 * schema and holds nothing of the data. */
void constraint_rule(const struct constraint *constraint, const struct type *type,
    enum finding_code code, struct buffer *out);

#endif
