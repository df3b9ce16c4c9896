/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * predicate: a question about one record, from the closed set that rules are
 * made of.  It is compiled when the schema is loaded, with its values in the
 * canonical form of their fields; nothing is left to go wrong at a record.
 *
 * The logic has three values (Kleene, Introduction to Metamathematics, 1952,
 * section 64): a comparison with a missing or a bad cell is unknown, and stays
 * so in "not", and NaN has no order.  Whether a cell is blank is always known: a
 * bad value is there.
 */
#ifndef VALIDATE_PREDICATE_H
#define VALIDATE_PREDICATE_H

#include "../schema/cell.h"
#include "../schema/schema.h"

#define PREDICATE_DEPTH_MAX  16
#define PREDICATE_VALUES_MAX 10000
#define PREDICATE_DAYS_MAX   4000000 /* more than lie between the years 1 and 9999 */

/* In this order "all" is the least of its parts and "any" the largest. */
enum truth { TRUTH_NO, TRUTH_UNKNOWN, TRUTH_YES };

enum predicate_op {
	PREDICATE_EQ,
	PREDICATE_NE,
	PREDICATE_LT,
	PREDICATE_LE,
	PREDICATE_GT,
	PREDICATE_GE,
	PREDICATE_IN,
	PREDICATE_BLANK,
	PREDICATE_PRESENT,
	PREDICATE_MATCHES,
	PREDICATE_DAYS,
	PREDICATE_ALL,
	PREDICATE_ANY,
	PREDICATE_NOT
};

struct predicate_node {
	enum predicate_op op;
	size_t end;   /* of the node and all that is in it: the next one's index */
	size_t field; /* of the schema */
	size_t other; /* the otherField, or FINDING_NO_FIELD */
	const struct type *type;
	const struct type *other_type;
	struct texts values;
	struct field *ordered; /* of in: the values in the type's order, where it has one */
	struct pattern *pattern;
	int64_t minimum; /* days */
	int64_t maximum;
};

/* A tree in the order of the file, each node before its parts.  {0} is none. */
struct predicate {
	struct predicate_node *nodes;
	size_t count;
};

/* The node is present.  After a fault only predicate_release may follow; the
 * predicate borrows from the schema. */
bool predicate_load(struct predicate *predicate, const struct schema *schema,
    const struct config_node *node, struct fault *fault);
void predicate_release(struct predicate *predicate);

/* *gave_up becomes the field whose pattern could not be matched within its
 * limits, which is unknown too, and is left as it was where there is none. */
enum truth
predicate_judge(const struct predicate *predicate, const struct cells *cells, size_t *gave_up);
/* The field to look at where the predicate is plainly false: the first that is
 * named in the part that made it so. */
size_t predicate_blame(const struct predicate *predicate, const struct cells *cells);

#endif
