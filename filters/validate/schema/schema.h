/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * schema: a Frictionless Table Schema (version 2) in memory.
 *
 * What the specification has and this filter has not yet is a fault that says
 * so; what neither knows is an unknown key.
 */
#ifndef VALIDATE_SCHEMA_H
#define VALIDATE_SCHEMA_H

#include "../type/constraint.h"

struct schema_field {
	const char *name;
	const char *source; /* the column's name in the file; the name where none is given */
	struct type type;
	struct texts missing; /* the field's own list or the table's */
	struct constraint constraint;
	bool in_key; /* of the primary key: required */
};

struct schema {
	struct config_file file;
	struct schema_field *fields;
	size_t count;
	size_t *key; /* the columns of the primary key */
	size_t key_count;
};

/* Loads the file at path (borrowed).  After a fault only schema_close may follow. */
bool schema_open(struct schema *schema, const char *path, struct fault *fault);
void schema_close(struct schema *schema);

/* The columns of the file are the fields of the schema, in its order, each by
 * its source or its name; else a fault that names the field of the schema and
 * what in the file comes near to it. */
bool schema_match(const struct schema *schema, const struct reader *reader, struct fault *fault);

static inline bool
schema_field_required(const struct schema_field *field)
{
	return field->constraint.required || field->in_key;
}

/* All codes that a value earns: the judge whose word counts.  *missing: it is
 * a missing value (and may be required). */
size_t schema_judge(const struct schema_field *field, struct field value, bool *missing,
    enum finding_code codes[CONSTRAINT_FINDINGS_MAX]);
/* Appends the rule behind a finding. */
void
schema_rule(const struct schema *schema, size_t field, enum finding_code code, struct buffer *out);

#endif
