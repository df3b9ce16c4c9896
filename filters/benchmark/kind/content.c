/* SPDX-License-Identifier: GPL-3.0-or-later */
/* content: what stands in a field where a number is looked for. */
#include "content.h"

enum kind_taken
content_number(struct field value, const struct measure_values *missing, struct decimal *number)
{
	if (content_is_missing(missing, value))
		return KIND_MISSING;
	switch (decimal_parse_near(value, number)) {
	case DECIMAL_OK:
		return KIND_TAKEN;
	case DECIMAL_TOO_LONG:
		return KIND_TOO_LONG;
	case DECIMAL_NOT_A_NUMBER:
		break;
	}
	return content_is_label(value) ? KIND_LABELLED : KIND_NOT_A_NUMBER;
}

enum kind_taken
content_amount(struct field value, const struct measure_values *missing, struct decimal *number)
{
	enum kind_taken taken = content_number(value, missing, number);

	return taken == KIND_TAKEN && number->digits < 0 ? KIND_NEGATIVE : taken;
}

enum kind_taken
content_count(struct field value, const struct measure_values *missing, uint64_t *count)
{
	struct decimal number = { 0 };
	enum kind_taken taken = content_number(value, missing, &number);

	if (taken != KIND_TAKEN)
		return taken;
	if (number.digits < 0 || number.digits % decimal_powers[number.scale] != 0)
		return KIND_NOT_A_COUNT;
	*count = (uint64_t)(number.digits / decimal_powers[number.scale]);
	return KIND_TAKEN;
}
