/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pattern: PCRE2 with JIT, a match limit and a 1 MiB JIT stack for each match.
 *
 * A match that runs into a limit is an error of its own (PATTERN_LIMIT), loud,
 * never "no match".  UTF-8 subjects are taken as checked (the reader has).
 */
#ifndef MHSW_PATTERN_H
#define MHSW_PATTERN_H

#include "diag.h"
#include "field.h"

#include <stdbool.h>
#include <stddef.h>

enum pattern_option {
	PATTERN_WHOLE = 1,    /* the whole subject has to match */
	PATTERN_CASELESS = 2, /* letters match in either case, Unicode */
	PATTERN_LIMITED = 4   /* pattern_find_within may limit where a match begins */
};

enum pattern_result {
	PATTERN_NO,
	PATTERN_YES,
	PATTERN_LIMIT /* match limit, JIT stack or another failure of the match */
};

/* Byte offsets in the subject: [start, end). */
struct pattern_span {
	size_t start;
	size_t end;
};

struct pattern;

/* A compiled pattern, or NULL with a fault that gives the byte in the pattern. */
struct pattern *pattern_new(struct field source, unsigned options, struct fault *fault);
void pattern_free(struct pattern *pattern);

/* The first match at or after start; span may be NULL. */
enum pattern_result pattern_find(
    const struct pattern *pattern, struct field subject, size_t start, struct pattern_span *span);
/* The first match that begins at first, at last or between them; the whole subject is seen.  The
 * pattern is PATTERN_LIMITED. */
enum pattern_result pattern_find_within(const struct pattern *pattern, struct field subject,
    size_t first, size_t last, struct pattern_span *span);
/* After PATTERN_YES: the span of a capture group, false when it took no part. */
bool pattern_group(const struct pattern *pattern, unsigned group, struct pattern_span *span);
/* How many capture groups the pattern has. */
unsigned pattern_group_count(const struct pattern *pattern);

#endif
