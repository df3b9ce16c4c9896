/* SPDX-License-Identifier: GPL-3.0-or-later */
/* side_file: a file beside the output. */
#include "side_file.h"

bool
side_file_open(struct side_file *side, const char *path, struct fault *fault)
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
side_file_flush(struct side_file *side, struct fault *fault)
{
	return !side->open || writer_flush(&side->writer, fault);
}

bool
side_file_commit(struct side_file *side, struct fault *fault)
{
	if (!side->open)
		return true;
	side->open = false;
	writer_close(&side->writer);
	return output_commit(&side->output, fault);
}

void
side_file_discard(struct side_file *side)
{
	if (!side->open)
		return;
	output_discard(&side->output);
	writer_close(&side->writer);
	side->open = false;
}
