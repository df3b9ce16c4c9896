/* SPDX-License-Identifier: GPL-3.0-or-later */
/* side_file: a file beside the output, such as the rejects or a report. */
#ifndef MHSW_SIDE_FILE_H
#define MHSW_SIDE_FILE_H

#include "output.h"
#include "writer.h"

struct side_file {
	bool open;
	struct output output;
	struct writer writer;
};

/* A file of mode 0600, since it may hold personal data; path is borrowed, and
 * with NULL nothing is opened. */
bool side_file_open(struct side_file *side, const char *path, struct fault *fault);
bool side_file_flush(struct side_file *side, struct fault *fault);
/* After a flush: the file appears. */
bool side_file_commit(struct side_file *side, struct fault *fault);
/* What was not committed is gone. */
void side_file_discard(struct side_file *side);

#endif
