/* SPDX-License-Identifier: GPL-3.0-or-later */
/* names: texts kept once, each with a number. */
#include "names.h"

#include "../lib/memory.h"

#include <stdlib.h>
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
