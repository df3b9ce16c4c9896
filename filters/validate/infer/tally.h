/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tally: the different values of a column, as far as they are few, and whether
 * each value stands once.
 *
 * What is kept is bounded: TALLY_VALUES_MAX values of at most TALLY_SHORT bytes
 * (of a longer one only that it was there), and digests of 8 bytes as long as no
 * value has come twice and there is room left.  Two values with the same digest
 * count as one: then a column is not called unique, which does no harm.
 */
#ifndef VALIDATE_TALLY_H
#define VALIDATE_TALLY_H

#include "../../lib/field.h"
#include "../../lib/memory.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TALLY_VALUES_MAX 1000
#define TALLY_SHORT      60

struct tally_value {
	uint64_t digest;
	uint64_t count;
	size_t offset; /* in texts */
	size_t length; /* of a value past TALLY_SHORT: nothing is in texts */
};

struct tally {
	struct tally_value *values; /* in the order in which they came */
	size_t count;
	struct buffer texts;
	size_t *places; /* by digest: index + 1, 0: free */
	size_t place_count;
	size_t most;  /* different values that are kept */
	bool many;    /* there were more: nothing is kept */
	size_t *room; /* digests that all columns together may still take; borrowed */
	uint64_t *once;
	size_t once_capacity;
	size_t once_count;
	bool again; /* a value came twice, or it is not known */
};

/* most: at most TALLY_VALUES_MAX; room is shared by all columns. */
void tally_init(struct tally *tally, size_t most, size_t *room);
void tally_release(struct tally *tally);
void tally_add(struct tally *tally, struct field value);
/* The text of a value that is not past TALLY_SHORT; lives until the next tally_add. */
struct field tally_text(const struct tally *tally, const struct tally_value *value);

#endif
