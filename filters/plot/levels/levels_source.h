/* SPDX-License-Identifier: GPL-3.0-or-later */
/* levels_source: where the levels of a stream stand, and what each row of it is. */
#ifndef MHSW_PLOT_LEVELS_SOURCE_H
#define MHSW_PLOT_LEVELS_SOURCE_H

#include "levels.h"

/* What a measure is, where measures are levels. */
struct levels_measure {
	char *item;
	char *level;
	size_t sum; /* NAMES_NONE: a level */
};

/* Beside its index in levels_row.sums, a sum whose side its members say: "4|5". */
#define LEVELS_SUM_UNION ((size_t)2)

struct levels_source {
	const struct selection *selection;
	bool by_part;                    /* levels are values of the last further column */
	bool split;                      /* measures say their item: "rating=Good" */
	struct levels_measure *measures; /* of each measure of the selection */
};

void levels_source_make(
    struct levels_source *source, const struct selection *selection, enum levels_use use);
void levels_source_release(struct levels_source *source);
/* The row's measure. */
const struct levels_measure *
levels_source_measure(const struct levels_source *source, const struct series_row *row);
/* The level that the row is of: as the stream has it, a view; and for people, which the
 * caller frees. */
const char *levels_source_code(const struct levels_source *source, const struct series_row *row);
char *levels_source_name(const struct levels_source *source, const struct series_row *row);

/* What a well-known answer is, else its place about the middle of its scale. */
enum {
	LEVELS_NEUTRAL = 98, /* in the middle of a scale, and no answer to it */
	LEVELS_ASIDE,        /* no place on any scale */
	LEVELS_UNKNOWN
};

/* "very poor" is -2 whatever its capitals, and LEVELS_NEUTRAL all that begins with neither. */
int levels_known(const char *name);

/* levels_order: the levels of the source in order and on their sides.  What is typed comes
 * first, then well-known words, then numbers, then the order of the stream. */
bool levels_order(struct levels *levels, const struct levels_source *source, enum levels_use use,
    struct fault *fault);

/* levels_check: the figures are of one kind, which can be parts of a whole where that is the
 * use; sets percent. */
bool levels_check_kind(struct levels *levels, const struct levels_source *source,
    enum levels_use use, struct fault *fault);
/* Not too many rows, and of a whole: what the rows hold can make up one. */
bool levels_check_rows(const struct levels *levels, const struct levels_source *source,
    enum levels_use use, struct fault *fault);
/* The level of that code, or NAMES_NONE. */
size_t levels_find(const struct levels *levels, const char *code);

#endif
