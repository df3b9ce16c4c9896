/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * streams: the CSV files of the report's folder, each read once and kept whole.
 */
#ifndef REPORT_STREAMS_H
#define REPORT_STREAMS_H

#include "../../lib/diag.h"
#include "../../lib/digest.h"
#include "../../lib/table.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct stream {
	char *name; /* as the report file has it: relative to the folder */
	char *path;
	struct table *table;
	uint64_t bytes;
	char sha256[DIGEST_HEX_SIZE];
};

struct streams {
	const char *folder;    /* borrowed */
	struct stream **items; /* in the order in which the report asks for them */
	size_t count;
};

/* The stream of that name, read where it was not yet; it lives as long as the streams.
 * NULL with the fault where it cannot be read, or leads out of the folder. */
struct stream *streams_get(struct streams *streams, const char *name, struct fault *fault);
void streams_release(struct streams *streams);

/* One condition on a row: the column holds one of the values. */
struct condition {
	size_t column;
	const struct field *values; /* borrowed */
	size_t count;
};

/* Whether the row meets them all. */
bool streams_meets(
    const struct table *table, size_t row, const struct condition *conditions, size_t count);

#endif
