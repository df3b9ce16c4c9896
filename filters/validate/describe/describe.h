/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * describe: the data dictionary of a schema, as a page of Markdown
 * (`validate --describe`).  All of it comes from the schema and nothing from
 * data; the same schema gives the same bytes.
 */
#ifndef VALIDATE_DESCRIBE_H
#define VALIDATE_DESCRIBE_H

#include "../../lib/writer.h"
#include "../schema/schema.h"

/* The schema is open, so what it says of its fields is sound; a fault is about
 * what stands beside them. */
bool describe_write(const struct schema *schema, struct writer *writer, struct fault *fault);

#endif
