/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * schema: a Frictionless Table Schema (version 2) in memory: the fields, the
 * primary key, how columns find their fields.
 *
 * The rooms of what stands beside the fields (keys, code lists, rules, limits,
 * submissions, drift) read their own members of the file, by schema_root and
 * schema_extension; here it is only checked that no other member is there.
 */
#ifndef VALIDATE_SCHEMA_H
#define VALIDATE_SCHEMA_H

#include "../type/constraint.h"

struct schema_field {
	const char *name;
	const char *source; /* the column's name in the file; the name where none is given */
	struct type type;
	struct texts missing; /* the field's own list or the table's */
	struct texts symbols; /* what stands for each of them in the stream, where the
	                         label says it; else empty */
	struct constraint constraint;
	bool in_key;                /* of the primary key: required */
	bool sensitive;             /* never shown, whatever is asked for */
	bool warned[FINDING_CODES]; /* the codes that the schema makes warnings */
};

/* How the columns of a file find the fields (fieldsMatch). */
enum schema_match {
	SCHEMA_EXACT,    /* all fields, in their order, no other column */
	SCHEMA_EQUAL,    /* all fields, no other column */
	SCHEMA_SUBSET,   /* all fields, other columns too */
	SCHEMA_SUPERSET, /* no other column, fields may be absent */
	SCHEMA_PARTIAL   /* at least one field */
};

struct schema {
	struct config_file file;
	struct schema_field *fields;
	size_t count;
	enum schema_match match;
	size_t *key; /* the columns of the primary key */
	size_t key_count;
};

/* Loads the file at path (borrowed).  After a fault only schema_close may follow. */
bool schema_open(struct schema *schema, const char *path, struct fault *fault);
void schema_close(struct schema *schema);

struct config_node schema_root(const struct schema *schema);
/* The member of that name of the table's "mhsw" object; may be absent. */
struct config_node schema_extension(const struct schema *schema, const char *name);
/* The field as it stands in the file, and a member of its "mhsw" object. */
struct config_node schema_field_node(const struct schema *schema, size_t field);
struct config_node
schema_field_extension(const struct schema *schema, size_t field, const char *name);

/* The index of the field that the node's text names; a fault has the nearest name. */
bool schema_find(const struct schema *schema, const struct config_node *node, size_t *field,
    struct fault *fault);
/* A text or a list of texts that name fields, none twice; *fields is the caller's. */
bool schema_find_list(const struct schema *schema, const struct config_node *node, size_t **fields,
    size_t *count, struct fault *fault);
/* A file that the schema names: relative to the schema's own folder.  out gets
 * the path with a final NUL. */
void schema_path(const struct schema *schema, const char *name, struct buffer *out);
/* "severity" of a rule or the like: error (where absent) or warning. */
bool schema_severity(const struct config_node *node, enum severity *severity, struct fault *fault);

static inline bool
schema_field_required(const struct schema_field *field)
{
	return field->constraint.required || field->in_key;
}

static inline enum severity
schema_field_severity(const struct schema_field *field, enum finding_code code)
{
	return field->warned[code] ? SEVERITY_WARNING : SEVERITY_ERROR;
}

/* Appends the rule behind a finding of one field: "maximum 5". */
void
schema_rule(const struct schema *schema, size_t field, enum finding_code code, struct buffer *out);

#endif
