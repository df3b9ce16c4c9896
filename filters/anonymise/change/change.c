/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change: a value made coarser, shifted, cut off at an end or masked. */
#include "change.h"

#include "kind.h"

#include <stdlib.h>
#include <string.h>

struct change {
	const struct change_kind *kind;
	void *settings; /* owned; of the kind's size */
};

static const struct change_kind *const kinds[] = { &change_hierarchy, &change_date, &change_age,
	&change_postcode, &change_band, &change_shift_date, &change_top_bottom_code, &change_mask,
	NULL };

const char *const change_actions[] = { "generalise", "shift-date", "top-bottom-code", "mask",
	NULL };

static bool
has_word(const char *const *words, const char *word)
{
	for (; words != NULL && *words != NULL; words++)
		if (strcmp(*words, word) == 0)
			return true;
	return false;
}

/* The kind that the column's object asks for, or NULL. */
static const struct change_kind *
choose(const char *action, const struct config_node *node, const char *to)
{
	for (size_t i = 0; kinds[i] != NULL; i++) {
		const struct change_kind *kind = kinds[i];
		struct config_node chosen;

		if (strcmp(kind->action, action) != 0)
			continue;
		if (kind->chosen_by != NULL) {
			chosen = config_member(node, kind->chosen_by);
			if (config_present(&chosen))
				return kind;
		} else if (kind->to == NULL || (to != NULL && has_word(kind->to, to))) {
			return kind;
		}
	}
	return NULL;
}

/* No kind: which words there would have been. */
static void
no_kind(const char *action, const struct config_node *to, struct fault *fault)
{
	const char *words[32] = { NULL };
	struct buffer list = { 0 };
	size_t choice;
	size_t count = 0;

	for (size_t i = 0; kinds[i] != NULL; i++) {
		const char *const *word =
		    strcmp(kinds[i]->action, action) == 0 ? kinds[i]->to : NULL;

		for (; word != NULL && *word != NULL; word++) {
			buffer_format(&list, "%s%s", count != 0 ? ", " : "", *word);
			words[count++] = *word;
		}
	}
	if (config_present(to))
		(void)config_choice(to, words, &choice, fault); /* which knows the nearest */
	else
		config_fault(to, fault, "is missing: one of %.*s (or a file as \"hierarchy\")",
		    (int)list.length, list.data);
	buffer_release(&list);
}

/* The members that the kind knows, those that all have among them. */
static bool
check_keys(const struct change_kind *kind, const struct config_node *node, struct fault *fault)
{
	const char *keys[16] = { "action", "description" };
	size_t count = 2;

	if (kind->to != NULL)
		keys[count++] = "to";
	for (const char *const *key = kind->keys; key != NULL && *key != NULL; key++)
		keys[count++] = *key;
	keys[count] = NULL;
	return config_only(node, keys, fault);
}

struct change *
change_read(const char *action, const struct config_node *node, struct fault *fault)
{
	struct config_node to = config_member(node, "to");
	const char *word = NULL;
	const struct change_kind *kind;
	struct change *change;

	if (!config_text(&to, &word, fault))
		return NULL;
	kind = choose(action, node, word);
	if (kind == NULL) {
		no_kind(action, &to, fault);
		return NULL;
	}
	if (!check_keys(kind, node, fault))
		return NULL;
	change = xcalloc(1, sizeof *change);
	*change = (struct change){ .kind = kind, .settings = xcalloc(1, kind->size) };
	if (kind->read(change->settings, node, fault))
		return change;
	change_free(change);
	return NULL;
}

void
change_free(struct change *change)
{
	if (change == NULL)
		return;
	if (change->kind->release != NULL)
		change->kind->release(change->settings);
	explicit_bzero(change->settings, change->kind->size);
	free(change->settings);
	free(change);
}

const char *
change_kind(const struct change *change)
{
	return change->kind->name;
}

const char *
change_wants(const struct change *change)
{
	return change->kind->wants;
}

void
change_explain(const struct change *change, struct buffer *out)
{
	change->kind->explain(change->settings, out);
	if (change->kind->wants != NULL)
		buffer_format(
		    out, "; what is no %s is emptied and counted (exit 1)", change->kind->wants);
}

const char *
change_reference(const struct change *change)
{
	return change->kind->reference == NULL ? NULL : change->kind->reference(change->settings);
}

const char *
change_file(const struct change *change)
{
	return change->kind->file == NULL ? NULL : change->kind->file(change->settings);
}

bool
change_keyed(const struct change *change)
{
	return change->kind->keyed;
}

bool
change_agrees(const struct change *change, const struct change *other)
{
	return change->kind != other->kind || change->kind->agrees == NULL
	    || change->kind->agrees(change->settings, other->settings);
}

bool
change_open(struct change *change, const struct key *key, const char *project, struct fault *fault)
{
	return change->kind->open == NULL
	    || change->kind->open(change->settings, key, project, fault);
}

unsigned
change_levels(const struct change *change)
{
	return change->kind->levels == NULL ? 1 : change->kind->levels(change->settings);
}

unsigned
change_level(const struct change *change)
{
	return change->kind->level == NULL ? 0 : change->kind->level(change->settings);
}

enum change_result
change_value(struct change *change, struct field value, const struct change_record *record,
    unsigned level, struct field *out)
{
	return change->kind->value(change->settings, value, record, level, out);
}

bool
change_settled(struct change *change, struct field value)
{
	return change_settled_at(change, value, change_level(change));
}

bool
change_settled_at(struct change *change, struct field value, unsigned level)
{
	const struct change_record nothing = { { "", 0 }, { "", 0 } };
	struct field out;

	if (change->kind->settled != NULL)
		return change->kind->settled(change->settings, value, level);
	return change_value(change, value, &nothing, level, &out) == CHANGE_SAME;
}

bool
change_freeze(const struct change *change, unsigned level, struct config_node *node)
{
	return change->kind->freeze != NULL && change->kind->freeze(change->settings, level, node);
}
