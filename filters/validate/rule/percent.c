/* SPDX-License-Identifier: GPL-3.0-or-later */
/* percent: a percentage of a schema, exact. */
#include "percent.h"

#include "operand.h"

bool
percent_load(struct percent *percent, const struct config_node *node, struct fault *fault)
{
	static const struct decimal most = { .digits = 100 };
	static const struct decimal least = { 0 };
	char text[DECIMAL_TEXT_MAX];

	if (!config_present(node))
		return true;
	if (!operand_number(node, text, fault))
		return false;
	/* operand_number gives nothing that this cannot read, but for what is far too large */
	if (decimal_parse(field_of(text), &percent->value) != DECIMAL_OK
	    || decimal_compare(percent->value, least) < 0
	    || decimal_compare(percent->value, most) > 0)
		return config_fault(node, fault, "is a percentage: a number from 0 to 100");
	return true;
}

bool
percent_exceeded(const struct percent *percent, uint64_t part, uint64_t whole)
{
	decimal_wide left = (decimal_wide)part * 100;

	/* at most 2^64 * 10^11, which is below 2^127 */
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
