/* SPDX-License-Identifier: GPL-3.0-or-later */
/* codes: reads the texts that stand for no answer. */
#include "codes.h"

#include "../../lib/memory.h"

#include <stdlib.h>

#define CODES_MAX 1000

const struct code *
codes_find(const struct codes *codes, struct field text)
{
	for (size_t i = 0; i < codes->count; i++)
		if (field_equals(text, codes->list[i].text))
			return &codes->list[i];
	return NULL;
}

static bool
load_list(struct codes *codes, const struct config_node *node, enum answer_kind kind,
    const struct codes *others, struct fault *fault)
{
	size_t count;

	if (!config_present(node))
		return true;
	if (!config_is_array(node))
		return config_fault(node, fault, "must be a list of texts");
	count = config_size(node);
	if (count > CODES_MAX)
		return config_fault(node, fault, "has more than %d codes", CODES_MAX);
	codes->list = xreallocarray(codes->list, codes->count + count + 1, sizeof codes->list[0]);
	for (size_t i = 0; i < count; i++) {
		struct config_node element = config_element(node, i);
		const char *text = NULL;

		if (!config_text_required(&element, &text, fault))
			return false;
		if (*text == '\0' && kind != ANSWER_MISSING)
			return config_fault(
			    &element, fault, "is empty: an empty answer is always missing");
		if (codes_find(codes, field_of(text)) != NULL
		    || (others != NULL && codes_find(others, field_of(text)) != NULL))
			return config_fault(&element, fault, "is a code already: name it once");
		codes->list[codes->count++] = (struct code){ field_of(text), (uint8_t)kind };
	}
	return true;
}

bool
codes_load(struct codes *codes, const struct config_node *object, const struct codes *others,
    struct fault *fault)
{
	struct config_node missing = config_member(object, "missing_codes");
	struct config_node dont_know = config_member(object, "dont_know_codes");
	struct config_node not_applicable = config_member(object, "not_applicable_codes");

	return load_list(codes, &missing, ANSWER_MISSING, others, fault)
	    && load_list(codes, &dont_know, ANSWER_DONT_KNOW, others, fault)
	    && load_list(codes, &not_applicable, ANSWER_NOT_APPLICABLE, others, fault);
}

void
codes_release(struct codes *codes)
{
	free(codes->list);
	*codes = (struct codes){ 0 };
}
