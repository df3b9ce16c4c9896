/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * item_load: reads an item of the instrument.
 */
#include "../../lib/memory.h"
#include "item.h"

#include <stdio.h>
#include <stdlib.h>

#define ITEM_ANSWERS_MAX 1000

bool
item_name(const struct config_node *node, const char **out, struct fault *fault)
{
	if (!config_text_required(node, out, fault))
		return false;
	if (**out == '\0')
		return config_fault(node, fault, "is empty: give a name");
	for (const char *byte = *out; *byte != '\0'; byte++)
		if ((unsigned char)*byte < ' ' || *byte == 0x7f)
			return config_fault(
			    node, fault, "holds a control character, which no name may have");
	return true;
}

/* One more answer that there is; the ends of the range move with it. */
static void
item_allow(struct item *item, struct decimal number)
{
	if (item->allowed_count == 0 || decimal_compare(number, item->minimum) < 0)
		item->minimum = number;
	if (item->allowed_count == 0 || decimal_compare(number, item->maximum) > 0)
		item->maximum = number;
	item->allowed[item->allowed_count++] = number;
}

/* "allowed": the numbers that are answers, each once. */
static bool
load_allowed(struct item *item, const struct config_node *node, struct fault *fault)
{
	size_t count;

	if (!config_is_array(node))
		return config_fault(node, fault, "must be a list of numbers");
	count = config_size(node);
	if (count > ITEM_ANSWERS_MAX)
		return config_fault(node, fault, "has more than %d numbers", ITEM_ANSWERS_MAX);
	item->allowed = xcalloc(count + 1, sizeof item->allowed[0]);
	for (size_t i = 0; i < count; i++) {
		struct config_node element = config_element(node, i);
		struct decimal number = { 0 };

		if (!number_read(&element, &number, fault))
			return false;
		for (size_t j = 0; j < item->allowed_count; j++)
			if (decimal_compare(number, item->allowed[j]) == 0)
				return config_fault(&element, fault, "stands a second time");
		item_allow(item, number);
	}
	return true;
}

/* Without a range and without a list, the worths of the texts are the answers. */
static bool
load_worths(struct item *item, const struct config_node *answers, struct fault *fault)
{
	size_t count = config_size(answers);

	item->allowed = xcalloc(count + 1, sizeof item->allowed[0]);
	for (size_t i = 0; i < count; i++) {
		struct config_node member;
		struct decimal number = { 0 };

		config_key(answers, i, &member);
		if (!number_read(&member, &number, fault))
			return false;
		item_allow(item, number);
	}
	return true;
}

static bool
load_range(struct item *item, const struct config_node *node, const struct config_node *answers,
    struct fault *fault)
{
	struct config_node minimum = config_member(node, "minimum");
	struct config_node maximum = config_member(node, "maximum");
	struct config_node allowed = config_member(node, "allowed");
	char low[NUMBER_TEXT_MAX], high[NUMBER_TEXT_MAX];

	if (config_present(answers) && config_size(answers) > ITEM_ANSWERS_MAX)
		return config_fault(answers, fault, "has more than %d answers", ITEM_ANSWERS_MAX);
	if (config_present(&allowed) && (config_present(&minimum) || config_present(&maximum)))
		return config_fault(&allowed, fault,
		    "is the range already: leave minimum and maximum out, or this");
	if (config_present(&allowed)) {
		if (!load_allowed(item, &allowed, fault))
			return false;
	} else if (!config_present(&minimum) && !config_present(&maximum)
	    && config_present(answers)) {
		if (!load_worths(item, answers, fault))
			return false;
	} else if (!number_read(&minimum, &item->minimum, fault)
	    || !number_read(&maximum, &item->maximum, fault)) {
		return false;
	}
	if (decimal_compare(item->minimum, item->maximum) >= 0)
		return item->allowed != NULL
		    ? config_fault(node, fault, "has to have two different answers at least")
		    : config_fault(&maximum, fault, "is not above the minimum");
	number_write(item->minimum, low);
	number_write(item->maximum, high);
	snprintf(item->range, sizeof item->range, "%s to %s", low, high);
	return true;
}

/* "answers": each text once (the configuration refuses duplicate keys), worth a
 * number that is an answer; none may be a code. */
static bool
load_texts(struct item *item, const struct config_node *node, struct fault *fault)
{
	size_t count;

	if (!config_present(node))
		return true;
	count = config_size(node);
	item->texts = xcalloc(count + 1, sizeof item->texts[0]);
	for (size_t i = 0; i < count; i++) {
		struct config_node member;
		struct field text = field_of(config_key(node, i, &member));
		struct decimal number = { 0 };
		struct answer answer;

		if (text.length == 0)
			return config_fault(&member, fault,
			    "gives a worth to the empty answer, which is always missing");
		if (codes_find(&item->codes, text) != NULL
		    || codes_find(item->shared, text) != NULL)
			return config_fault(&member, fault,
			    "gives a worth to a text that is a code for no answer too");
		if (!number_read(&member, &number, fault))
			return false;
		answer = item_worth(item, number);
		if (answer.kind == ANSWER_NOT_ALLOWED)
			return config_fault(&member, fault, "is none of the allowed numbers");
		if (answer.kind != ANSWER_GIVEN)
			return config_fault(&member, fault, "lies outside %s", item->range);
		item->texts[item->text_count++] = (struct item_text){ text, answer };
	}
	return true;
}

/* Whether some text answer is a number that is worth another one: the data holds codes. */
static bool
is_coded(const struct config_node *answers)
{
	for (size_t i = 0; i < config_size(answers); i++) {
		struct config_node member;
		struct decimal code = { 0 }, worth = { 0 };
		struct fault fault;

		if (decimal_parse(field_of(config_key(answers, i, &member)), &code) == DECIMAL_OK
		    && number_read(&member, &worth, &fault) && decimal_compare(code, worth) != 0)
			return true;
	}
	return false;
}

/* A code that is an answer too would make true answers vanish. */
static bool
check_codes(const struct item *item, const struct codes *codes, const struct config_node *node,
    struct fault *fault)
{
	for (size_t i = 0; i < codes->count && !item->coded; i++) {
		struct decimal number = { 0 };

		if (decimal_parse(codes->list[i].text, &number) == DECIMAL_OK
		    && item_worth(item, number).kind == ANSWER_GIVEN)
			return config_fault(node, fault,
			    "has answers of %s, of which the code %s would be one: give that code "
			    "to the items where it is none",
			    item->range, codes->list[i].text.data);
	}
	return true;
}

/* What the plan of action asks: by default every item counts the same, and ought to
 * be at its best answer. */
static bool
load_plan(struct item *item, const struct config_node *node, struct fault *fault)
{
	struct config_node importance = config_member(node, "importance");
	struct config_node target = config_member(node, "target");

	item->importance = (struct decimal){ 1, 0 };
	item->target = item->maximum;
	if (config_present(&importance) && !number_read(&importance, &item->importance, fault))
		return false;
	if (item->importance.digits < 0)
		return config_fault(&importance, fault, "must not be under 0");
	if (!config_present(&target))
		return true;
	if (!number_read(&target, &item->target, fault))
		return false;
	if (decimal_compare(item->target, item->minimum) < 0
	    || decimal_compare(item->target, item->maximum) > 0)
		return config_fault(&target, fault, "lies outside %s", item->range);
	return true;
}

static bool
load_names(struct item *item, const struct config_node *node, struct fault *fault)
{
	struct config_node name = config_member(node, "name");
	struct config_node column = config_member(node, "column");
	struct config_node label = config_member(node, "label");

	if (!item_name(&column, &item->column, fault))
		return false;
	item->name = item->column;
	if (config_present(&name) && !item_name(&name, &item->name, fault))
		return false;
	item->label = item->name;
	return !config_present(&label) || item_name(&label, &item->label, fault);
}

/* The texts and their numbers: the item's own, or those of the set that it names. */
static bool
find_answers(const struct config_node *node, const struct config_node *sets,
    struct config_node *answers, struct fault *fault)
{
	const char *name = NULL, *nearest;
	const char **names;
	size_t count;

	*answers = config_member(node, "answers");
	if (!config_present(answers) || config_is_object(answers))
		return true;
	if (!config_text(answers, &name, fault))
		return config_fault(answers, fault,
		    "must be an object, {\"text\": number}, or the name of one of the answer_sets");
	count = config_present(sets) ? config_size(sets) : 0;
	names = xcalloc(count + 1, sizeof names[0]);
	for (size_t i = 0; i < count; i++) {
		struct config_node set;

		names[i] = config_key(sets, i, &set);
		if (strcmp(names[i], name) != 0)
			continue;
		free(names);
		*answers = set;
		return config_is_object(&set)
		    || config_fault(&set, fault, "must be an object: {\"text\": number}");
	}
	nearest = diag_nearest(name, strlen(name), names, count);
	free(names);
	if (nearest == NULL)
		return config_fault(
		    answers, fault, "names '%s', which is none of the answer_sets", name);
	return config_fault(answers, fault,
	    "names '%s', which is none of the answer_sets; did you mean '%s'?", name, nearest);
}

bool
item_load(struct item *item, const struct config_node *node, const struct codes *shared,
    const struct config_node *sets, struct fault *fault)
{
	static const char *const keys[] = { "name", "column", "label", "minimum", "maximum",
		"allowed", "reverse", "answers", "when", "importance", "target", CODES_KEYS, NULL };
	struct config_node reverse, answers, when;

	item->shared = shared;
	if (!config_only(node, keys, fault))
		return false;
	reverse = config_member(node, "reverse");
	when = config_member(node, "when");
	if (!find_answers(node, sets, &answers, fault))
		return false;
	item->coded = config_is_object(&answers) && is_coded(&answers);
	if (!load_names(item, node, fault) || !load_range(item, node, &answers, fault)
	    || !config_bool(&reverse, &item->reverse, fault)
	    || !codes_load(&item->codes, node, shared, fault)
	    || !check_codes(item, &item->codes, node, fault)
	    || !check_codes(item, shared, node, fault) || !load_texts(item, &answers, fault)
	    || !when_load(&item->when, &when, fault) || !load_plan(item, node, fault))
		return false;
	for (int place = 0; place < ITEM_SINGLES; place++) {
		char one = (char)(ITEM_SINGLE_FIRST + place);
		struct answer answer = item_judge(item, (struct field){ &one, 1 });

		item->singles[place] = (struct item_single){ answer, running_of(answer) };
	}
	return true;
}
