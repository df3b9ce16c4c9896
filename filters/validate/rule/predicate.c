/* SPDX-License-Identifier: GPL-3.0-or-later */
/* predicate: a question about one record, answered. */
#include "predicate.h"

#include "../type/constraint_value.h"

struct question {
	const struct predicate *predicate;
	const struct cells *cells;
	size_t *gave_up;
};

static enum truth
truth_of(bool yes)
{
	return yes ? TRUTH_YES : TRUTH_NO;
}

static enum truth
opposite(enum truth truth)
{
	return (enum truth)(TRUTH_YES - truth);
}

/* Booleans of two fields may be written in different words. */
static bool
are_equal(const struct predicate_node *node, struct field value, struct field other)
{
	if (node->type->kind == TYPE_BOOLEAN)
		return texts_hold(&node->type->yes, value)
		    == texts_hold(&node->other_type->yes, other);
	return type_equal(node->type, value, other);
}

static bool
is_nan(const struct predicate_node *node, struct field value)
{
	return node->type->kind == TYPE_NUMBER && number_is_nan(value);
}

static enum truth
compare(const struct predicate_node *node, struct field value, struct field other)
{
	if (node->op > PREDICATE_NE && (is_nan(node, value) || is_nan(node, other)))
		return TRUTH_UNKNOWN;
	switch (node->op) {
	case PREDICATE_EQ:
		return truth_of(are_equal(node, value, other));
	case PREDICATE_NE:
		return truth_of(!are_equal(node, value, other));
	case PREDICATE_LT:
		return truth_of(type_compare(node->type, value, other) < 0);
	case PREDICATE_LE:
		return truth_of(type_compare(node->type, value, other) <= 0);
	case PREDICATE_GT:
		return truth_of(type_compare(node->type, value, other) > 0);
	default:
		return truth_of(type_compare(node->type, value, other) >= 0);
	}
}

static enum truth
judge_pattern(
    const struct question *question, const struct predicate_node *node, struct field value)
{
	switch (pattern_find(node->pattern, value, 0, NULL)) {
	case PATTERN_YES:
		return TRUTH_YES;
	case PATTERN_NO:
		return TRUTH_NO;
	case PATTERN_LIMIT:
		break;
	}
	*question->gave_up = node->field;
	return TRUTH_UNKNOWN;
}

static enum truth
judge_days(const struct predicate_node *node, struct field value, struct field other)
{
	int64_t to;
	int64_t from;

	if (!moment_day(value, &to) || !moment_day(other, &from))
		return TRUTH_UNKNOWN;
	return truth_of(to - from >= node->minimum && to - from <= node->maximum);
}

/* A node about a field. */
static enum truth
judge_cell(const struct question *question, const struct predicate_node *node)
{
	const struct cells *cells = question->cells;
	enum cell_state state = (enum cell_state)cells->states[node->field];
	struct field value = cells->values[node->field];
	struct field other;

	if (node->op == PREDICATE_BLANK)
		return truth_of(state == CELL_MISSING);
	if (node->op == PREDICATE_PRESENT)
		return truth_of(state != CELL_MISSING);
	if (state != CELL_VALUE)
		return TRUTH_UNKNOWN;
	if (node->op == PREDICATE_IN)
		return truth_of(
		    constraint_value_hold(&node->values, node->ordered, node->type, value));
	if (node->op == PREDICATE_MATCHES)
		return judge_pattern(question, node, value);
	if (node->other == FINDING_NO_FIELD)
		return compare(node, value, node->values.items[0]);
	if (cells->states[node->other] != CELL_VALUE)
		return TRUTH_UNKNOWN;
	other = cells->values[node->other];
	return node->op == PREDICATE_DAYS ? judge_days(node, value, other)
	                                  : compare(node, value, other);
}

static enum truth
judge(const struct question *question, size_t index)
{
	const struct predicate_node *node = &question->predicate->nodes[index];
	/* nothing can change any more once a part is this */
	enum truth decided = node->op == PREDICATE_ALL ? TRUTH_NO : TRUTH_YES;
	enum truth truth = opposite(decided);

	if (node->op < PREDICATE_ALL)
		return judge_cell(question, node);
	if (node->op == PREDICATE_NOT)
		return opposite(judge(question, index + 1));
	for (size_t i = index + 1; i < node->end && truth != decided;
	     i = question->predicate->nodes[i].end) {
		enum truth part = judge(question, i);

		if (node->op == PREDICATE_ALL ? part < truth : part > truth)
			truth = part;
	}
	return truth;
}

enum truth
predicate_judge(const struct predicate *predicate, const struct cells *cells, size_t *gave_up)
{
	struct question question = { predicate, cells, gave_up };

	return judge(&question, 0);
}

/* The part that decides a node which is not as wanted; a node that has none of
 * its own, such as "any" of what is all false, is decided by its first part. */
size_t
predicate_blame(const struct predicate *predicate, const struct cells *cells)
{
	size_t ignored;
	struct question question = { predicate, cells, &ignored };
	enum truth culprit = TRUTH_NO;
	size_t index = 0;

	while (predicate->nodes[index].op >= PREDICATE_ALL) {
		const struct predicate_node *node = &predicate->nodes[index];
		size_t part = index + 1;

		if (node->op == PREDICATE_NOT)
			culprit = opposite(culprit);
		while (node->op != PREDICATE_NOT && part < node->end
		    && judge(&question, part) != culprit)
			part = predicate->nodes[part].end;
		index = part < node->end ? part : index + 1;
	}
	return predicate->nodes[index].field;
}
