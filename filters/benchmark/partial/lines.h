/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lines: the lines of a file of partial counts, read one by one and believed in nothing. */
#ifndef BENCHMARK_PARTIAL_LINES_H
#define BENCHMARK_PARTIAL_LINES_H

#include "partial.h"

static inline struct field
lines_value(const struct reader *reader, enum partial_column column)
{
	return reader_value(reader, (size_t)column);
}

/* The line at hand is of that kind. */
static inline bool
lines_are(const struct reader *reader, const char *line)
{
	return field_is(lines_value(reader, PARTIAL_LINE), line);
}

/* The line at hand is wrong in that column. */
bool lines_fault(
    const struct reader *reader, enum partial_column column, struct fault *fault, const char *what);
/* The next line, which has to be there. */
bool lines_next(struct reader *reader, struct fault *fault);
/* The same, of that kind. */
bool lines_next_are(struct reader *reader, const char *line, struct fault *fault);
/* The line has nothing in that column and those behind it. */
bool lines_end(const struct reader *reader, enum partial_column column, struct fault *fault);
/* A whole number from 0 to most, written as no other is. */
bool lines_number(const struct reader *reader, enum partial_column column, uint64_t most,
    uint64_t *number, struct fault *fault);

#endif
