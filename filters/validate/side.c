/* SPDX-License-Identifier: GPL-3.0-or-later */
/* side: a file beside the output. */
#include "side.h"

bool
side_open(struct side *side, const char *path, struct fault *fault)
{
	if (path == NULL)
		return true;
	if (!output_open(&side->output, path, 0600, fault))
		return false;
	writer_open(&side->writer, side->output.descriptor, path);
	side->open = true;
	return true;
}

bool
side_flush(struct side *side, struct fault *fault)
{
	return !side->open || writer_flush(&side->writer, fault);
}

bool
side_commit(struct side *side, struct fault *fault)
{
	if (!side->open)
		return true;
	side->open = false;
	writer_close(&side->writer);
	return output_commit(&side->output, fault);
}

void
side_discard(struct side *side)
{
	if (!side->open)
		return;
	output_discard(&side->output);
	writer_close(&side->writer);
	side->open = false;
}
