/* SPDX-License-Identifier: GPL-3.0-or-later */
/* predicate: which records count. */
#include "predicate.h"

#include "../../lib/memory.h"
#include "../kind/content.h"
#include "measure_list.h"

#include <stdlib.h>
#include <string.h>

/* Deeper ones nobody reads. */
#define DEPTH_MAX 16

enum form { FORM_VALUES, FORM_BOUNDS, FORM_PRESENT, FORM_ALL, FORM_ANY, FORM_NOT };

/* In the order of bound_keys. */
enum bound { BOUND_AT_LEAST, BOUND_ABOVE, BOUND_AT_MOST, BOUND_BELOW, BOUNDS };

static const char *const bound_keys[BOUNDS] = { "at_least", "above", "at_most", "below" };

struct predicate {
	enum form form;
	enum predicate_use use;
	char *column;
	size_t field; /* after predicate_bind */
	struct measure_values values;
	bool bounded[BOUNDS];
	double bounds[BOUNDS];
	struct predicate **parts; /* of all, any and not */
	size_t count;
};

static struct predicate *read_at(
    const struct config_node *node, enum predicate_use use, unsigned depth, struct fault *fault);

static bool
read_column(const struct config_node *node, const char *key, struct predicate *predicate,
    struct fault *fault)
{
	struct config_node member = config_member(node, key);
	const char *text = NULL;

	if (!config_text_required(&member, &text, fault))
		return false;
	predicate->column = xstrdup(text);
	return true;
}

static bool
read_bounds(const struct config_node *node, struct predicate *predicate, struct fault *fault)
{
	for (size_t i = 0; i < BOUNDS; i++) {
		struct config_node member = config_member(node, bound_keys[i]);

		if (!config_number(&member, &predicate->bounds[i], fault))
			return false;
		predicate->bounded[i] = config_present(&member);
		if (predicate->bounded[i])
			predicate->form = FORM_BOUNDS;
	}
	return true;
}

static bool
read_test(const struct config_node *node, struct predicate *predicate, struct fault *fault)
{
	static const char *const keys[] = { "column", "values", "at_least", "above", "at_most",
		"below", NULL };
	struct config_node values = config_member(node, "values");

	predicate->form = FORM_VALUES;
	if (!config_only(node, keys, fault) || !read_column(node, "column", predicate, fault)
	    || !read_bounds(node, predicate, fault))
		return false;
	if (predicate->form == FORM_BOUNDS)
		return !config_present(&values)
		    || config_fault(
		        &values, fault, "does not go with a number: join two with \"all\"");
	if (!config_present(&values))
		return config_fault(&values, fault, "is missing: a list of texts is expected");
	if (!measure_read_values(&values, &predicate->values, fault))
		return false;
	return predicate->use == PREDICATE_CONDITION
	    || !measure_values_have(&predicate->values, field_of(""))
	    || config_fault(&values, fault, "an empty value is no answer, so nothing counts it");
}

static bool
read_part(const struct config_node *node, struct predicate *predicate, unsigned depth,
    struct fault *fault)
{
	struct predicate *part = read_at(node, predicate->use, depth + 1, fault);

	if (part == NULL)
		return false;
	predicate->parts = xgrow(predicate->parts, predicate->count, sizeof(struct predicate *));
	predicate->parts[predicate->count++] = part;
	return true;
}

static bool
read_parts(const struct config_node *node, struct predicate *predicate, unsigned depth,
    struct fault *fault)
{
	if (!config_is_array(node) || config_size(node) == 0)
		return config_fault(node, fault, "a list of conditions is expected");
	for (size_t i = 0; i < config_size(node); i++) {
		struct config_node element = config_element(node, i);

		if (!read_part(&element, predicate, depth, fault))
			return false;
	}
	return true;
}

/* One of these keys, and no other. */
static bool
read_joined(const struct config_node *node, const char *key, struct predicate *predicate,
    unsigned depth, struct fault *fault)
{
	const char *const keys[] = { key, NULL };
	struct config_node member = config_member(node, key);

	if (!config_only(node, keys, fault))
		return false;
	if (predicate->form == FORM_PRESENT)
		return read_column(node, key, predicate, fault);
	if (predicate->form == FORM_NOT)
		return read_part(&member, predicate, depth, fault);
	return read_parts(&member, predicate, depth, fault);
}

static bool
read_form(const struct config_node *node, struct predicate *predicate, unsigned depth,
    struct fault *fault)
{
	static const struct {
		const char *key;
		enum form form;
	} forms[] = {
		{ "present", FORM_PRESENT },
		{ "all", FORM_ALL },
		{ "any", FORM_ANY },
		{ "not", FORM_NOT },
	};

	if (!config_is_object(node))
		return config_fault(node, fault,
		    "an object is expected, such as { \"column\": \"sex\", \"values\": [\"F\"] }");
	if (depth == DEPTH_MAX)
		return config_fault(node, fault, "conditions stand more than %d deep", DEPTH_MAX);
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		struct config_node member = config_member(node, forms[i].key);

		if (!config_present(&member))
			continue;
		predicate->form = forms[i].form;
		return read_joined(node, forms[i].key, predicate, depth, fault);
	}
	return read_test(node, predicate, fault);
}

static struct predicate *
read_at(const struct config_node *node, enum predicate_use use, unsigned depth, struct fault *fault)
{
	struct predicate *predicate = xcalloc(1, sizeof(*predicate));

	predicate->use = use;
	if (read_form(node, predicate, depth, fault))
		return predicate;
	predicate_release(predicate);
	return NULL;
}

struct predicate *
predicate_read(const struct config_node *node, enum predicate_use use, struct fault *fault)
{
	return read_at(node, use, 0, fault);
}

bool
predicate_bind(struct predicate *predicate, const struct reader *reader, struct fault *fault)
{
	if (predicate->column != NULL
	    && !reader_require(reader, predicate->column, &predicate->field, fault))
		return false;
	for (size_t i = 0; i < predicate->count; i++)
		if (!predicate_bind(predicate->parts[i], reader, fault))
			return false;
	return true;
}

static struct predicate_answer
known(bool truth)
{
	return (struct predicate_answer){ .truth = truth ? PREDICATE_TRUE : PREDICATE_FALSE };
}

static bool
is_inside(const struct predicate *predicate, double number)
{
	const double *bounds = predicate->bounds;
	const bool *bounded = predicate->bounded;

	return (!bounded[BOUND_AT_LEAST] || number >= bounds[BOUND_AT_LEAST])
	    && (!bounded[BOUND_ABOVE] || number > bounds[BOUND_ABOVE])
	    && (!bounded[BOUND_AT_MOST] || number <= bounds[BOUND_AT_MOST])
	    && (!bounded[BOUND_BELOW] || number < bounds[BOUND_BELOW]);
}

static struct predicate_answer
ask_value(const struct predicate *predicate, const struct measure_values *missing,
    const struct reader *reader)
{
	struct predicate_answer unknown = { PREDICATE_UNKNOWN, KIND_MISSING, predicate->field };
	struct field value = reader_value(reader, predicate->field);
	struct decimal number;

	if (predicate->form == FORM_BOUNDS) {
		unknown.why = content_number(value, missing, &number);
		return unknown.why == KIND_TAKEN
		    ? known(is_inside(predicate, decimal_value(number)))
		    : unknown;
	}
	if (predicate->use == PREDICATE_CONDITION && predicate->form == FORM_VALUES
	    && measure_values_have(&predicate->values, value))
		return known(true);
	if (content_is_missing(missing, value))
		return predicate->form == FORM_PRESENT ? known(false) : unknown;
	if (content_is_label(value)) {
		unknown.why = KIND_LABELLED;
		return unknown;
	}
	return known(
	    predicate->form == FORM_PRESENT || measure_values_have(&predicate->values, value));
}

/* Of all: one that is false decides; of any, one that is true.  A value that cannot be read
 * is said all the same, whatever stands before it. */
static struct predicate_answer
ask_parts(const struct predicate *predicate, const struct measure_values *missing,
    const struct reader *reader)
{
	enum predicate_truth deciding =
	    predicate->form == FORM_ALL ? PREDICATE_FALSE : PREDICATE_TRUE;
	struct predicate_answer worst = { 0 };
	bool decided = false;

	for (size_t i = 0; i < predicate->count; i++) {
		struct predicate_answer answer =
		    predicate_ask(predicate->parts[i], missing, reader);

		decided = decided || answer.truth == deciding;
		if (answer.truth == PREDICATE_UNKNOWN && answer.why > worst.why)
			worst = answer;
	}
	if (worst.why > KIND_LABELLED || (worst.why != KIND_TAKEN && !decided))
		return worst;
	return known(decided == (deciding == PREDICATE_TRUE));
}

struct predicate_answer
predicate_ask(const struct predicate *predicate, const struct measure_values *missing,
    const struct reader *reader)
{
	struct predicate_answer answer;

	switch (predicate->form) {
	case FORM_ALL:
	case FORM_ANY:
		return ask_parts(predicate, missing, reader);
	case FORM_NOT:
		answer = predicate_ask(predicate->parts[0], missing, reader);
		return answer.truth == PREDICATE_UNKNOWN ? answer
		                                         : known(answer.truth == PREDICATE_FALSE);
	case FORM_VALUES:
	case FORM_BOUNDS:
	case FORM_PRESENT:
		break;
	}
	return ask_value(predicate, missing, reader);
}

void
predicate_release(struct predicate *predicate)
{
	if (predicate == NULL)
		return;
	for (size_t i = 0; i < predicate->count; i++)
		predicate_release(predicate->parts[i]);
	free(predicate->parts);
	free(predicate->column);
	measure_values_release(&predicate->values);
	free(predicate);
}
