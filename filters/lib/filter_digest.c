/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * filter_digest: SHA-256 of all that a filter reads and of what it writes, as it
 * passes.  It costs as much as reading, so it is done where it is asked for.
 */
#include "filter_digest.h"

#include "digest.h"
#include "memory.h"

#include <stdlib.h>
#include <string.h>

void
filter_digest_inputs(struct filter *filter)
{
	if (!filter->digest)
		return;
	filter->digests = xcalloc(filter->input_count, sizeof *filter->digests);
	for (size_t i = 0; i < filter->input_count; i++)
		digest_stream_init(&filter->digests[i]);
}

void
filter_digest_output(struct filter *filter)
{
	if (!filter->digest)
		return;
	filter->written = xmalloc(sizeof *filter->written);
	digest_stream_init(filter->written);
	filter->writer.digest = filter->written;
}

static void
tell(struct runrecord_part part, const struct digest_stream *stream)
{
	char hex[DIGEST_HEX_SIZE];

	digest_stream_hex(stream, hex);
	runrecord_part_count(part, "bytes", stream->bytes);
	runrecord_part_text(part, "sha256", hex);
}

static void
tell_inputs(const struct filter *filter, struct runrecord_part list, bool named)
{
	for (size_t i = 0; i < filter->input_count; i++) {
		const char *name = filter_input_name(filter, i);
		const char *slash = strrchr(name, '/');
		struct runrecord_part row = runrecord_part_row(list);

		if (named)
			runrecord_part_text(row, "file", slash != NULL ? slash + 1 : name);
		/* a part of a file has a digest that is nobody's */
		if (filter->digests[i].ended)
			tell(row, &filter->digests[i]);
	}
}

void
filter_digests(const struct filter *filter, struct runrecord_part part, bool named)
{
	if (filter->digests != NULL)
		tell_inputs(filter, runrecord_part_list(part, "inputs"), named);
	if (filter->written != NULL)
		tell(runrecord_part_group(part, "output"), filter->written);
}

void
filter_digest_close(struct filter *filter)
{
	free(filter->digests);
	free(filter->written);
	filter->digests = NULL;
	filter->written = NULL;
}
