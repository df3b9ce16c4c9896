/* SPDX-License-Identifier: GPL-3.0-or-later */
/* number: numbers of the instrument. */
#include "number.h"

decimal_wide
number_digits(struct decimal decimal, unsigned scale)
{
	return (decimal_wide)decimal.digits * decimal_powers[scale - decimal.scale];
}

bool
number_read(const struct config_node *node, struct decimal *out, struct fault *fault)
{
	double number = 0;

	if (!config_present(node))
		return config_fault(node, fault, "is missing: give a number");
	if (!config_number(node, &number, fault))
		return false;
	if (!(number >= -NUMBER_LIMIT && number <= NUMBER_LIMIT))
		return config_fault(
		    node, fault, "lies outside -%d to %d", NUMBER_LIMIT, NUMBER_LIMIT);
	for (unsigned places = 0; places <= NUMBER_PLACES; places++) {
		char text[DECIMAL_TEXT_MAX];
		struct field field = { text, decimal_write(number, places, text) };

		if (decimal_parse(field, out) == DECIMAL_OK && decimal_value(*out) == number)
			return true;
	}
	return config_fault(node, fault, "has more than %d decimals", NUMBER_PLACES);
}

void
number_write(struct decimal decimal, char out[NUMBER_TEXT_MAX])
{
	decimal_write(decimal_value(decimal), decimal.scale, out);
}
