/* SPDX-License-Identifier: GPL-3.0-or-later */
/* texts: a short list of texts from a schema. */
#include "texts.h"

#include "../../lib/memory.h"

#include <stdlib.h>

void
texts_add(struct texts *texts, struct field item)
{
	texts->items = xreallocarray(texts->items, texts->count + 1, sizeof *texts->items);
	texts->items[texts->count++] = item;
}

void
texts_own(struct texts *texts, struct field text)
{
	char *copy = xstrndup(text.data, text.length);

	texts->owned = xreallocarray(texts->owned, texts->owned_count + 1, sizeof *texts->owned);
	texts->owned[texts->owned_count++] = copy;
	texts_add(texts, (struct field){ copy, text.length });
}

/* The text of an element that may be labelled; the label is none of those
 * before it. */
static bool
element_text(
    const struct config_node *element, struct texts *labels, const char **text, struct fault *fault)
{
	static const char *const keys[] = { "value", "label", NULL };
	struct config_node value;
	struct config_node label;
	const char *words = NULL;

	if (labels == NULL || !config_is_object(element))
		return config_text_required(element, text, fault);
	if (!config_only(element, keys, fault))
		return false;
	value = config_member(element, "value");
	label = config_member(element, "label");
	if (!config_text_required(&value, text, fault) || !config_text(&label, &words, fault))
		return false;
	if (words == NULL)
		return true;
	if (texts_hold(labels, field_of(words)))
		return config_fault(&label, fault, "stands twice in the list");
	texts_add(labels, field_of(words));
	return true;
}

/* Each value of the data is compared with all of them. */
#define TEXTS_MAX 1000

static bool
load_elements(
    struct texts *texts, const struct config_node *node, struct texts *labels, struct fault *fault)
{
	if (config_size(node) > TEXTS_MAX)
		return config_fault(node, fault, "has more than %d texts", TEXTS_MAX);
	for (size_t i = 0; i < config_size(node); i++) {
		struct config_node element = config_element(node, i);
		const char *text = NULL;

		if (!element_text(&element, labels, &text, fault))
			return false;
		if (texts_hold(texts, field_of(text)))
			return config_fault(&element, fault, "stands twice in the list");
		texts_add(texts, field_of(text));
	}
	return true;
}

bool
texts_load(struct texts *texts, const struct config_node *node, bool labels, struct fault *fault)
{
	struct texts words = { 0 };
	bool good;

	if (!config_is_array(node))
		return config_fault(node, fault, "an array of texts is expected");
	good = load_elements(texts, node, labels ? &words : NULL, fault);
	texts_release(&words);
	return good;
}

size_t
texts_find(const struct texts *texts, struct field value)
{
	size_t i = 0;

	while (i < texts->count && !field_equals(texts->items[i], value))
		i++;
	return i;
}

void
texts_release(struct texts *texts)
{
	for (size_t i = 0; i < texts->owned_count; i++)
		free(texts->owned[i]);
	free(texts->owned);
	free(texts->items);
	*texts = (struct texts){ 0 };
}
