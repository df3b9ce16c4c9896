/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * instrument: reads scales.json, as strictly as data.
 */
#include "instrument.h"

#include "../../lib/memory.h"

#include <stdlib.h>

#define INSTRUMENT_MEMBERS_MAX 1000

static bool
instrument_members(
    const struct config_node *node, const char *what, size_t *count, struct fault *fault)
{
	if (!config_present(node) || !config_is_array(node) || config_size(node) == 0)
		return config_fault(node, fault, "must be a list of %s, of at least one", what);
	*count = config_size(node);
	if (*count > INSTRUMENT_MEMBERS_MAX)
		return config_fault(
		    node, fault, "has more than %d %s", INSTRUMENT_MEMBERS_MAX, what);
	return true;
}

/* Answers that several items share, by name; one that no item names is a slip. */
static bool
instrument_check_sets(
    const struct config_node *sets, const struct config_node *items, struct fault *fault)
{
	if (!config_present(sets))
		return true;
	if (!config_is_object(sets))
		return config_fault(
		    sets, fault, "must be an object: {\"name\": {\"text\": number}}");
	for (size_t i = 0; i < config_size(sets); i++) {
		struct config_node set;
		const char *name = config_key(sets, i, &set);
		bool used = false;

		for (size_t j = 0; j < config_size(items) && !used; j++) {
			struct config_node item = config_element(items, j);
			struct config_node answers = config_member(&item, "answers");
			const char *text = "";
			struct fault other;

			used = config_text(&answers, &text, &other) && strcmp(text, name) == 0;
		}
		if (!used)
			return config_fault(&set, fault, "is a set of answers that no item names");
	}
	return true;
}

static bool
instrument_load_items(struct instrument *instrument, const struct config_node *node,
    const struct config_node *sets, struct fault *fault)
{
	size_t count = 0;

	if (!instrument_members(node, "items", &count, fault))
		return false;
	instrument->items = xcalloc(count, sizeof instrument->items[0]);
	while (instrument->item_count < count) {
		size_t index = instrument->item_count++;
		struct config_node element = config_element(node, index);

		if (!item_load(
		        &instrument->items[index], &element, &instrument->codes, sets, fault))
			return false;
		for (size_t i = 0; i < index; i++)
			if (strcmp(instrument->items[i].name, instrument->items[index].name) == 0)
				return config_fault(&element, fault,
				    "is the second item called '%s': give it a name of its own",
				    instrument->items[index].name);
	}
	return true;
}

/* "a" with its "a_answered" and a scale that is called "a_answered" collide. */
static bool
scale_names_collide(const char *one, const char *other)
{
	size_t length = strlen(one);

	return strncmp(one, other, length) == 0
	    && (other[length] == '\0' || strcmp(other + length, SCALE_ANSWERED) == 0
	        || strcmp(other + length, SCALE_BAND) == 0);
}

static bool
instrument_load_scales(
    struct instrument *instrument, const struct config_node *node, struct fault *fault)
{
	size_t count = 0, room = SCALE_MEMO_ROOM;

	if (!instrument_members(node, "scales", &count, fault))
		return false;
	instrument->scales = xcalloc(count, sizeof instrument->scales[0]);
	while (instrument->scale_count < count) {
		size_t index = instrument->scale_count++;
		struct config_node element = config_element(node, index);
		struct scale *scale = &instrument->scales[index];
		struct scale_world world = { instrument->items, instrument->item_count,
			instrument->scales, index };

		if (!scale_load(scale, &element, &world, fault))
			return false;
		scale_memo_plan(scale, instrument->items, instrument->scales, &room);
		for (size_t i = 0; i < index; i++)
			if (scale_names_collide(instrument->scales[i].name, scale->name)
			    || scale_names_collide(scale->name, instrument->scales[i].name))
				return config_fault(&element, fault,
				    "would write a column twice: '%s' and '%s'",
				    instrument->scales[i].name, scale->name);
	}
	return true;
}

bool
instrument_load(struct instrument *instrument, const char *path, struct fault *fault)
{
	static const char *const keys[] = { "name", "title", "version", "source", "official",
		"answer_sets", "items", "scales", CODES_KEYS, NULL };
	struct config_node root, name, title, version, source, official, sets, items, scales;

	if (!config_open(&instrument->file, path, fault))
		return false;
	root = config_root(&instrument->file);
	if (!config_is_object(&root))
		return config_fault(&root, fault, "must be an object");
	if (!config_only(&root, keys, fault))
		return false;
	name = config_member(&root, "name");
	title = config_member(&root, "title");
	version = config_member(&root, "version");
	source = config_member(&root, "source");
	official = config_member(&root, "official");
	sets = config_member(&root, "answer_sets");
	items = config_member(&root, "items");
	scales = config_member(&root, "scales");
	if (!config_present(&official))
		return config_fault(&official, fault,
		    "is missing: say whether this is the instrument's official text");
	return item_name(&name, &instrument->name, fault)
	    && config_text(&title, &instrument->title, fault)
	    && item_name(&version, &instrument->version, fault)
	    && item_name(&source, &instrument->source, fault)
	    && config_bool(&official, &instrument->official, fault)
	    && codes_load(&instrument->codes, &root, NULL, fault)
	    && instrument_load_items(instrument, &items, &sets, fault)
	    && instrument_check_sets(&sets, &items, fault)
	    && instrument_load_scales(instrument, &scales, fault);
}

void
instrument_release(struct instrument *instrument)
{
	for (size_t i = 0; i < instrument->scale_count; i++)
		scale_release(&instrument->scales[i]);
	for (size_t i = 0; i < instrument->item_count; i++)
		item_release(&instrument->items[i]);
	free(instrument->scales);
	free(instrument->items);
	codes_release(&instrument->codes);
	if (instrument->file.root != NULL)
		config_close(&instrument->file);
	*instrument = (struct instrument){ 0 };
}
