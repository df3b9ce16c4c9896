/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * item: judges answers.  The configuration is read in item_load.c.
 */
#include "item.h"

#include <stdlib.h>

static bool
item_within(const struct item *item, struct decimal decimal)
{
	return decimal_compare(decimal, item->minimum) >= 0
	    && decimal_compare(decimal, item->maximum) <= 0;
}

static bool
item_allows(const struct item *item, struct decimal decimal)
{
	for (size_t i = 0; i < item->allowed_count; i++)
		if (decimal_compare(decimal, item->allowed[i]) == 0)
			return true;
	return item->allowed == NULL;
}

struct answer
item_worth(const struct item *item, struct decimal decimal)
{
	unsigned scale = decimal.scale;

	if (!item_within(item, decimal))
		return (struct answer){ 0, 0, ANSWER_OUT_OF_RANGE };
	if (!item_allows(item, decimal))
		return (struct answer){ 0, 0, ANSWER_NOT_ALLOWED };
	if (item->reverse) {
		decimal_wide turned;

		if (scale < item->minimum.scale)
			scale = item->minimum.scale;
		if (scale < item->maximum.scale)
			scale = item->maximum.scale;
		turned = number_digits(item->minimum, scale) + number_digits(item->maximum, scale)
		    - number_digits(decimal, scale);
		if (turned > INT64_MAX || turned < -INT64_MAX)
			return (struct answer){ 0, 0, ANSWER_TOO_LONG };
		decimal.digits = (int64_t)turned;
	}
	return (struct answer){ decimal.digits, (uint8_t)scale, ANSWER_GIVEN };
}

struct answer
item_judge(const struct item *item, struct field value)
{
	struct decimal decimal = { 0 };
	const struct code *code;

	if (value.length == 0)
		return (struct answer){ 0, 0, ANSWER_MISSING };
	for (size_t i = 0; i < item->text_count; i++)
		if (field_equals(value, item->texts[i].text))
			return item->texts[i].answer;
	code = codes_find(&item->codes, value);
	if (code == NULL)
		code = codes_find(item->shared, value);
	if (code != NULL)
		return (struct answer){ 0, 0, code->kind };
	switch (decimal_parse(value, &decimal)) {
	case DECIMAL_OK:
		return item->coded ? (struct answer){ 0, 0, ANSWER_NOT_ALLOWED }
		                   : item_worth(item, decimal);
	case DECIMAL_TOO_LONG:
		return (struct answer){ 0, 0, ANSWER_TOO_LONG };
	case DECIMAL_NOT_A_NUMBER:
	default:
		return (struct answer){ 0, 0, ANSWER_NOT_A_NUMBER };
	}
}

static bool
has_not_applicable(const struct codes *codes)
{
	for (size_t i = 0; i < codes->count; i++)
		if (codes->list[i].kind == ANSWER_NOT_APPLICABLE)
			return true;
	return false;
}

bool
item_may_not_apply(const struct item *item)
{
	return item->when.count != 0 || has_not_applicable(&item->codes)
	    || has_not_applicable(item->shared);
}

void
item_describe(const struct item *item, struct answer answer, struct fault *fault)
{
	switch (answer.kind) {
	case ANSWER_OUT_OF_RANGE:
		fault_set(fault, "the answer to '%s' lies outside %s", item->name, item->range);
		break;
	case ANSWER_NOT_ALLOWED:
		fault_set(fault, "the answer to '%s' is a number that is none of its answers",
		    item->name);
		break;
	case ANSWER_TOO_LONG:
		fault_set(fault,
		    "the answer to '%s' has more digits than can be kept exactly "
		    "(18 digits, %d decimals)",
		    item->name, DECIMAL_SCALE_MAX);
		break;
	case ANSWER_TWICE:
		fault_set(fault, "'%s' is answered a second time in one record", item->name);
		break;
	default:
		fault_set(fault,
		    item->text_count == 0
		        ? "the answer to '%s' is not a number"
		        : "the answer to '%s' is neither a known text nor a number",
		    item->name);
		break;
	}
}

void
item_release(struct item *item)
{
	free(item->texts);
	free(item->allowed);
	codes_release(&item->codes);
	when_release(&item->when);
	item->texts = NULL;
	item->allowed = NULL;
	item->text_count = 0;
	item->allowed_count = 0;
}
