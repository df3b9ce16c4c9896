/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schema_field: one field read from the file; schema.c's own part. */
#ifndef VALIDATE_SCHEMA_FIELD_H
#define VALIDATE_SCHEMA_FIELD_H

#include "schema.h"

/* table_missing: the table's list, for a field without one; may be absent. */
bool schema_field_load(struct schema_field *field, const struct config_node *node,
    const struct config_node *table_missing, struct fault *fault);
void schema_field_release(struct schema_field *field);

/* Texts that nobody here reads but people. */
bool schema_check_remarks(const struct config_node *node, struct fault *fault);

#endif
