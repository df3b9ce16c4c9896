/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * census: the different values of a column, as far as they are few, and whether
 * each value stands once.
 *
 * What is kept is bounded: CENSUS_VALUES_MAX values of at most CENSUS_SHORT bytes
 * (of a longer one only that it was there), and digests of 8 bytes as long as no
 * value has come twice and there is room left.  Two values with the same digest
 * count as one: then a column is not called unique, which does no harm.
 */
#ifndef VALIDATE_CENSUS_H
#define VALIDATE_CENSUS_H

#include "../../lib/field.h"
#include "../../lib/memory.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CENSUS_VALUES_MAX 1000
#define CENSUS_SHORT      60

struct census_value {
	uint64_t digest;
	uint64_t count;
	size_t offset; /* in texts */
	size_t length; /* of a value past CENSUS_SHORT: nothing is in texts */
};

struct census {
	struct census_value *values; /* in the order in which they came */
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

/* most: at most CENSUS_VALUES_MAX; room is shared by all columns. */
void census_init(struct census *census, size_t most, size_t *room);
void census_release(struct census *census);
void census_add(struct census *census, struct field value);
/* The text of a value that is not past CENSUS_SHORT; lives until the next census_add. */
struct field census_text(const struct census *census, const struct census_value *value);

#endif
