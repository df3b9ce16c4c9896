/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge: what the readers of a partition's head and of its groups share. */
#ifndef BENCHMARK_PARTIAL_MERGE_H
#define BENCHMARK_PARTIAL_MERGE_H

#include "partial.h"

/* The file at hand, which has to agree with itself. */
struct part {
	uint64_t in;
	uint64_t nowhere; /* records in no group */
	uint64_t groups;  /* so far */
	uint64_t grouped; /* and their records */
	/* for each measure: records of its cells, and those outside; and with them those of
	 * which it could not be told, and other values that could not be used */
	uint64_t *least;
	uint64_t *most;
	struct group *before; /* the group above, of which this one is after in order */
};

/* The lines of the groups, up to the end of the file. */
bool merge_groups(
    struct partial_merge *merge, struct reader *reader, struct part *part, struct fault *fault);

#endif
