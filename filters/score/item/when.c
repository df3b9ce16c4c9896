/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when: the records that a question is for. */
#include "when.h"

#include "../../lib/memory.h"

#include <stdlib.h>

#define WHEN_VALUES_MAX 1000

static bool
load_value(struct when_column *column, const struct config_node *node, struct fault *fault)
{
	const char *text = NULL;

	if (!config_text_required(node, &text, fault))
		return false;
	if (when_holds(column, field_of(text)))
		return config_fault(node, fault, "names a value for the second time");
	column->values[column->count++] = field_of(text);
	return true;
}

static bool
load_column(struct when_column *column, const struct config_node *node, struct fault *fault)
{
	size_t count = config_is_array(node) ? config_size(node) : 1;

	if (count == 0 || count > WHEN_VALUES_MAX)
		return config_fault(
		    node, fault, "must be a text, or a list of at most %d texts", WHEN_VALUES_MAX);
	column->values = xcalloc(count, sizeof column->values[0]);
	if (!config_is_array(node))
		return load_value(column, node, fault);
	for (size_t i = 0; i < count; i++) {
		struct config_node element = config_element(node, i);

		if (!load_value(column, &element, fault))
			return false;
	}
	return true;
}

bool
when_load(struct when *when, const struct config_node *node, struct fault *fault)
{
	size_t count;

	if (!config_present(node))
		return true;
	if (!config_is_object(node) || config_size(node) == 0)
		return config_fault(
		    node, fault, "must be an object: {\"column\": [\"value\", \"value\"]}");
	count = config_size(node);
	when->columns = xcalloc(count, sizeof when->columns[0]);
	while (when->count < count) {
		struct when_column *column = &when->columns[when->count];
		struct config_node member;

		column->column = config_key(node, when->count, &member);
		when->count++;
		if (!load_column(column, &member, fault))
			return false;
	}
	return true;
}

void
when_release(struct when *when)
{
	for (size_t i = 0; i < when->count; i++)
		free(when->columns[i].values);
	free(when->columns);
	*when = (struct when){ 0 };
}

bool
when_holds(const struct when_column *column, struct field value)
{
	for (size_t i = 0; i < column->count; i++)
		if (field_equals(value, column->values[i]))
			return true;
	return false;
}
