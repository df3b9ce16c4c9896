/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * item: reads an item of the instrument, and judges answers.
 */
#include "item.h"

#include "../lib/memory.h"

#include <stdio.h>
#include <stdlib.h>

const int64_t item_powers[] = { 1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000,
	1000000000, 10000000000, 100000000000, 1000000000000, 10000000000000, 100000000000000,
	1000000000000000 };

int64_t
item_digits(struct decimal decimal, unsigned scale)
{
	return decimal.digits * item_powers[scale - decimal.scale];
}

bool
item_name(const struct config_node *node, const char **out, struct fault *fault)
{
	if (!config_text_required(node, out, fault))
		return false;
	if (**out == '\0')
		return config_fault(node, fault, "is empty, but has to name a column");
	for (const char *byte = *out; *byte != '\0'; byte++)
		if ((unsigned char)*byte < ' ' || *byte == 0x7f)
			return config_fault(node, fault,
			    "holds a control character, which no column's name may have");
	return true;
}

/* A number of the configuration as the decimal with the fewest places. */
static bool
item_number(const struct config_node *node, struct decimal *out, struct fault *fault)
{
	double number = 0;

	if (!config_present(node))
		return config_fault(node, fault, "is missing: give a number");
	if (!config_number(node, &number, fault))
		return false;
	if (!(number >= -ITEM_LIMIT && number <= ITEM_LIMIT))
		return config_fault(node, fault, "lies outside -%d to %d", ITEM_LIMIT, ITEM_LIMIT);
	for (unsigned places = 0; places <= DECIMAL_SCALE_MAX; places++) {
		char text[DECIMAL_TEXT_MAX];
		struct field field = { text, decimal_write(number, places, text) };

		if (decimal_parse(field, out) == DECIMAL_OK && decimal_value(*out) == number)
			return true;
	}
	return config_fault(node, fault, "has more than %d decimals", DECIMAL_SCALE_MAX);
}

/* A decimal within the range as an answer, turned round where need be. */
static struct answer
item_worth(const struct item *item, struct decimal decimal)
{
	unsigned scale = decimal.scale;

	if (item->reverse) {
		if (scale < item->minimum.scale)
			scale = item->minimum.scale;
		if (scale < item->maximum.scale)
			scale = item->maximum.scale;
		decimal.digits = item_digits(item->minimum, scale)
		    + item_digits(item->maximum, scale) - item_digits(decimal, scale);
	}
	return (struct answer){ decimal.digits, (uint8_t)scale, ANSWER_GIVEN };
}

static bool
item_within(const struct item *item, struct decimal decimal)
{
	return decimal_compare(decimal, item->minimum) >= 0
	    && decimal_compare(decimal, item->maximum) <= 0;
}

struct answer
item_judge(const struct item *item, struct field value)
{
	struct decimal decimal = { 0 };

	if (value.length == 0)
		return (struct answer){ 0, 0, ANSWER_MISSING };
	for (size_t i = 0; i < item->missing->count; i++)
		if (field_equals(value, item->missing->codes[i]))
			return (struct answer){ 0, 0, ANSWER_MISSING };
	for (size_t i = 0; i < item->text_count; i++)
		if (field_equals(value, item->texts[i].text))
			return item->texts[i].answer;
	switch (decimal_parse(value, &decimal)) {
	case DECIMAL_OK:
		break;
	case DECIMAL_TOO_LONG:
		return (struct answer){ 0, 0, ANSWER_TOO_LONG };
	case DECIMAL_NOT_A_NUMBER:
	default:
		return (struct answer){ 0, 0, ANSWER_NOT_A_NUMBER };
	}
	if (!item_within(item, decimal))
		return (struct answer){ 0, 0, ANSWER_OUT_OF_RANGE };
	return item_worth(item, decimal);
}

void
item_describe(const struct item *item, struct answer answer, struct fault *fault)
{
	if (answer.kind == ANSWER_OUT_OF_RANGE)
		fault_set(fault, "the answer to '%s' lies outside %s", item->column, item->range);
	else if (answer.kind == ANSWER_TOO_LONG)
		fault_set(fault,
		    "the answer to '%s' has more digits than can be kept exactly "
		    "(18 digits, %d decimals)",
		    item->column, DECIMAL_SCALE_MAX);
	else
		fault_set(fault,
		    item->text_count == 0
		        ? "the answer to '%s' is not a number"
		        : "the answer to '%s' is neither a known text nor a number",
		    item->column);
}

/* "answers": each text once (the configuration refuses duplicate keys), worth a
 * number within the range; none may be a missing code. */
static bool
item_load_texts(struct item *item, const struct config_node *node, struct fault *fault)
{
	size_t count;

	if (!config_present(node))
		return true;
	if (!config_is_object(node))
		return config_fault(node, fault, "must be an object: {\"text\": number}");
	count = config_size(node);
	item->texts = xcalloc(count + 1, sizeof item->texts[0]);
	for (size_t i = 0; i < count; i++) {
		struct config_node member;
		struct field text = field_of(config_key(node, i, &member));
		struct decimal decimal = { 0 };

		if (text.length == 0)
			return config_fault(&member, fault,
			    "gives a worth to the empty answer, which is always missing");
		for (size_t j = 0; j < item->missing->count; j++)
			if (field_equals(text, item->missing->codes[j]))
				return config_fault(&member, fault,
				    "gives a worth to a text that is a missing code too");
		if (!item_number(&member, &decimal, fault))
			return false;
		if (!item_within(item, decimal))
			return config_fault(&member, fault, "lies outside %s", item->range);
		item->texts[i].text = text;
		item->texts[i].answer = item_worth(item, decimal);
		item->text_count++;
	}
	return true;
}

/* A missing code within the range would make true answers vanish. */
static bool
item_check_codes(const struct item *item, const struct config_node *node, struct fault *fault)
{
	for (size_t i = 0; i < item->missing->count; i++) {
		struct decimal decimal = { 0 };

		if (decimal_parse(item->missing->codes[i], &decimal) == DECIMAL_OK
		    && item_within(item, decimal))
			return config_fault(node, fault,
			    "has a range of %s, in which the missing code %s lies", item->range,
			    item->missing->codes[i].data);
	}
	return true;
}

bool
item_load(struct item *item, const struct config_node *node, const struct item_codes *missing,
    struct fault *fault)
{
	static const char *const keys[] = { "column", "minimum", "maximum", "reverse", "answers",
		NULL };
	struct config_node column, minimum, maximum, reverse, answers;
	char low[DECIMAL_TEXT_MAX], high[DECIMAL_TEXT_MAX];

	item->missing = missing;
	if (!config_only(node, keys, fault))
		return false;
	column = config_member(node, "column");
	minimum = config_member(node, "minimum");
	maximum = config_member(node, "maximum");
	reverse = config_member(node, "reverse");
	answers = config_member(node, "answers");
	if (!item_name(&column, &item->column, fault)
	    || !item_number(&minimum, &item->minimum, fault)
	    || !item_number(&maximum, &item->maximum, fault)
	    || !config_bool(&reverse, &item->reverse, fault))
		return false;
	if (decimal_compare(item->minimum, item->maximum) >= 0)
		return config_fault(&maximum, fault, "is not above the minimum");
	decimal_write(decimal_value(item->minimum), item->minimum.scale, low);
	decimal_write(decimal_value(item->maximum), item->maximum.scale, high);
	snprintf(item->range, sizeof item->range, "%s to %s", low, high);
	if (!item_check_codes(item, node, fault) || !item_load_texts(item, &answers, fault))
		return false;
	for (int byte = 0; byte < 256; byte++) {
		char one = (char)byte;

		item->single[byte] = item_judge(item, (struct field){ &one, 1 });
	}
	return true;
}

void
item_release(struct item *item)
{
	free(item->texts);
	item->texts = NULL;
	item->text_count = 0;
}
