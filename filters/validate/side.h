/* SPDX-License-Identifier: GPL-3.0-or-later */
/* side: a file beside the output: rejects, the report, the list of submissions. */
#ifndef VALIDATE_SIDE_H
#define VALIDATE_SIDE_H

#include "../lib/output.h"
#include "../lib/writer.h"

struct side {
	bool open;
	struct output output;
	struct writer writer;
};

/* A file of mode 0600, since it may hold personal data; path is borrowed, and
 * with NULL nothing is opened. */
bool side_open(struct side *side, const char *path, struct fault *fault);
bool side_flush(struct side *side, struct fault *fault);
/* After a flush: the file appears. */
bool side_commit(struct side *side, struct fault *fault);
/* What was not committed is gone. */
void side_discard(struct side *side);

#endif
