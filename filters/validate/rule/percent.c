/* SPDX-License-Identifier: GPL-3.0-or-later */
/* percent: a percentage of a schema, exact. */
#include "percent.h"

#include "../type/constraint_value.h"

bool
percent_load(struct percent *percent, const struct config_node *node, struct fault *fault)
{
	static const struct type type = { .kind = TYPE_NUMBER };
	struct texts texts = { 0 };
	struct fault ignored;
	double number = 0;
	bool exact;

	if (!config_present(node))
		return true;
	if (!config_number(node, &number, fault))
		return false;
	if (number < 0 || number > 100)
		return config_fault(node, fault, "is a percentage: a number from 0 to 100");
	exact = constraint_value_load(node, &type, &texts, &ignored)
	    && decimal_parse(texts.items[0], &percent->value) == DECIMAL_OK;
	texts_release(&texts);
	return exact || config_fault(node, fault, "has more than %d decimals", DECIMAL_SCALE_MAX);
}

bool
percent_exceeded(const struct percent *percent, uint64_t part, uint64_t whole)
{
	decimal_wide left = (decimal_wide)part * 100;

	/* at most 2^64 * 10^17, which is below 2^127 */
	for (unsigned i = 0; i < percent->value.scale; i++)
		left *= 10;
	return left > (decimal_wide)whole * percent->value.digits;
}

void
percent_write(const struct percent *percent, struct buffer *out)
{
	char text[DECIMAL_TEXT_MAX];
	size_t length = decimal_write(decimal_value(percent->value), percent->value.scale, text);

	while (percent->value.scale != 0 && text[length - 1] == '0')
		length--;
	if (text[length - 1] == '.')
		length--;
	buffer_append(out, text, length);
}
