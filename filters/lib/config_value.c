/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * config: the typed values of a configuration's nodes.  An absent node keeps
 * its default; one of another type is a fault.
 */
#include "config.h"

#include "memory.h"

#include <string.h>

static const char *
type_name(const json_t *value)
{
	static const char *const names[] = {
		[JSON_OBJECT] = "an object",
		[JSON_ARRAY] = "an array",
		[JSON_STRING] = "a text",
		[JSON_INTEGER] = "a number",
		[JSON_REAL] = "a number with decimals",
		[JSON_TRUE] = "true",
		[JSON_FALSE] = "false",
		[JSON_NULL] = "null",
	};

	return names[json_typeof(value)];
}

static bool
wrong_type(const struct config_node *node, const char *expected, struct fault *fault)
{
	return config_fault(
	    node, fault, "%s is expected, not %s", expected, type_name(node->value));
}

bool
config_text(const struct config_node *node, const char **out, struct fault *fault)
{
	if (!config_present(node))
		return true;
	if (!json_is_string(node->value))
		return wrong_type(node, "a text", fault);
	*out = json_string_value(node->value);
	return true;
}

bool
config_text_required(const struct config_node *node, const char **out, struct fault *fault)
{
	if (!config_present(node))
		return config_fault(node, fault, "is missing: a text is expected");
	return config_text(node, out, fault);
}

bool
config_bool(const struct config_node *node, bool *out, struct fault *fault)
{
	if (!config_present(node))
		return true;
	if (!json_is_boolean(node->value))
		return wrong_type(node, "true or false", fault);
	*out = json_is_true(node->value);
	return true;
}

bool
config_integer(
    const struct config_node *node, long minimum, long maximum, long *out, struct fault *fault)
{
	json_int_t value;

	if (!config_present(node))
		return true;
	if (!json_is_integer(node->value))
		return wrong_type(node, "a whole number", fault);
	value = json_integer_value(node->value);
	if (value < minimum)
		return config_fault(node, fault, "is too small: the least is %ld", minimum);
	if (value > maximum)
		return config_fault(node, fault, "is too large: the most is %ld", maximum);
	*out = (long)value;
	return true;
}

bool
config_number(const struct config_node *node, double *out, struct fault *fault)
{
	if (!config_present(node))
		return true;
	if (!json_is_number(node->value))
		return wrong_type(node, "a number", fault);
	*out = json_number_value(node->value);
	return true;
}

bool
config_choice(
    const struct config_node *node, const char *const *names, size_t *out, struct fault *fault)
{
	const char *text = NULL;
	struct buffer list = { 0 };
	const char *nearest;
	size_t count = 0;

	if (!config_text(node, &text, fault))
		return false;
	if (text == NULL)
		return true;
	while (names[count] != NULL) {
		if (strcmp(names[count], text) == 0) {
			*out = count;
			return true;
		}
		count++;
	}
	nearest = diag_nearest(text, strlen(text), names, count);
	if (nearest != NULL)
		return config_fault(node, fault, "is not known here, did you mean '%s'?", nearest);
	for (size_t i = 0; i < count; i++) {
		buffer_append_text(&list, i == 0 ? "" : ", ");
		buffer_append_text(&list, names[i]);
	}
	config_fault(node, fault, "is not known here; known are %.*s", (int)list.length, list.data);
	buffer_release(&list);
	return false;
}
