/* SPDX-License-Identifier: GPL-3.0-or-later */
/* open_schema: a schema of one field, from a text. */
#ifndef MHSW_OPEN_SCHEMA_H
#define MHSW_OPEN_SCHEMA_H

#include "../../filters/validate/schema/schema.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* The field v with these members (JSON without the braces); after a fault the
 * schema is closed. */
static bool
open_schema(struct schema *schema, const char *members, struct fault *fault)
{
	int descriptor = memfd_create("schema", MFD_CLOEXEC);
	char path[64];
	bool good;

	if (descriptor < 0
	    || dprintf(descriptor, "{\"fields\":[{\"name\":\"v\"%s%s}]}",
	           *members != '\0' ? "," : "", members)
	        < 0)
		abort();
	snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
	*fault = (struct fault){ "" };
	good = schema_open(schema, path, fault);
	if (!good)
		schema_close(schema);
	close(descriptor);
	return good;
}

#endif
