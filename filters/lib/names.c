/* SPDX-License-Identifier: GPL-3.0-or-later */
/* names: texts kept once, each with a number. */
#include "names.h"

#include "memory.h"

#include <stdlib.h>
/* Before uthash.h, so that the table's own memory cannot fail quietly. */
#define uthash_malloc(size) xmalloc(size)
#include <uthash.h>

struct names_entry {
	char *text;
	size_t number;
	UT_hash_handle hh;
};

size_t
names_find(const struct names *names, struct field text)
{
	struct names_entry *entry = NULL;

	HASH_FIND(hh, names->index, text.data, (unsigned)text.length, entry);
	return entry == NULL ? NAMES_NONE : entry->number;
}

size_t
names_add(struct names *names, struct field text)
{
	size_t number = names_find(names, text);
	struct names_entry *entry;

	if (number != NAMES_NONE)
		return number;
	if (names->count == names->capacity) {
		names->capacity = names->capacity == 0 ? 16 : names->capacity * 2;
		names->texts =
		    xreallocarray(names->texts, names->capacity, sizeof(names->texts[0]));
	}
	entry = xcalloc(1, sizeof(*entry));
	entry->text = xstrndup(text.data, text.length);
	entry->number = names->count;
	names->texts[names->count++] = entry->text;
	HASH_ADD_KEYPTR(hh, names->index, entry->text, (unsigned)text.length, entry);
	return entry->number;
}

void
names_release(struct names *names)
{
	struct names_entry *entry = names->index;

	/* the entries stay chained after the table has gone */
	HASH_CLEAR(hh, names->index);
	while (entry != NULL) {
		struct names_entry *next = entry->hh.next;

		free(entry->text);
		free(entry);
		entry = next;
	}
	free(names->texts);
	*names = (struct names){ 0 };
}

void
names_list(struct buffer *list, size_t i, const char *name)
{
	if (i < 20)
		buffer_format(list, "%s%s", i == 0 ? "" : ", ", name);
	else if (i == 20)
		buffer_append_text(list, ", ...");
}

bool
names_require(const struct names *names, const char *typed, const char *what, size_t *number,
    struct fault *fault)
{
	struct buffer list = { 0 };
	const char *nearest;

	*number = names_find(names, field_of(typed));
	if (*number != NAMES_NONE)
		return true;
	nearest = diag_nearest(typed, strlen(typed), names->texts, names->count);
	if (nearest != NULL)
		return fault_set(
		    fault, "no %s '%s' in the input: did you mean '%s'?", what, typed, nearest);
	for (size_t i = 0; i < names->count; i++)
		names_list(&list, i, names->texts[i]);
	fault_set(fault, "no %s '%s' in the input: there are %.*s", what, typed,
	    list.data != NULL ? (int)list.length : 4, list.data != NULL ? list.data : "none");
	buffer_release(&list);
	return false;
}
