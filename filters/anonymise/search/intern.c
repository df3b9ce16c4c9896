/* SPDX-License-Identifier: GPL-3.0-or-later */
/* intern: texts to numbers. */
#include "intern.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>

#define SLOTS_FIRST 64

void
intern_init(struct intern *intern)
{
	*intern = (struct intern){ .slots_count = SLOTS_FIRST };
	intern->slots = xcalloc(SLOTS_FIRST, sizeof *intern->slots);
	digest_short_init(&intern->digest);
}

void
intern_release(struct intern *intern)
{
	if (intern->texts != NULL)
		explicit_bzero(intern->texts, intern->used);
	free(intern->texts);
	free(intern->ends);
	free(intern->slots);
	explicit_bzero(intern, sizeof *intern);
}

struct field
intern_text(const struct intern *intern, uint32_t number)
{
	size_t begin = number == 0 ? 0 : intern->ends[number - 1];

	return (struct field){ intern->texts + begin, intern->ends[number] - begin };
}

static size_t
first_slot(const struct intern *intern, struct field text)
{
	return digest_short(&intern->digest, text.data, text.length) & (intern->slots_count - 1);
}

static void
grow_slots(struct intern *intern)
{
	free(intern->slots);
	intern->slots_count *= 2;
	intern->slots = xcalloc(intern->slots_count, sizeof *intern->slots);
	for (uint32_t number = 0; number < intern->count; number++) {
		size_t slot = first_slot(intern, intern_text(intern, number));

		while (intern->slots[slot] != 0)
			slot = (slot + 1) & (intern->slots_count - 1);
		intern->slots[slot] = number + 1;
	}
}

static void
append(struct intern *intern, struct field text)
{
	if (intern->texts == NULL || intern->used + text.length > intern->room) {
		intern->room = 2 * (intern->used + text.length) + 256;
		intern->texts = xwiden(intern->texts, intern->used, intern->room);
	}
	if (text.length != 0)
		memcpy(intern->texts + intern->used, text.data, text.length);
	intern->used += text.length;
	if (intern->count == intern->ends_room) {
		intern->ends_room = 2 * intern->ends_room + 16;
		intern->ends = xreallocarray(intern->ends, intern->ends_room, sizeof *intern->ends);
	}
	intern->ends[intern->count++] = intern->used;
}

uint32_t
intern_add(struct intern *intern, struct field text)
{
	size_t slot = first_slot(intern, text);

	for (; intern->slots[slot] != 0; slot = (slot + 1) & (intern->slots_count - 1))
		if (field_equals(intern_text(intern, intern->slots[slot] - 1), text))
			return intern->slots[slot] - 1;
	if (intern->count == INTERN_NONE - 1)
		return INTERN_NONE;
	append(intern, text);
	intern->slots[slot] = intern->count;
	if (intern->count > intern->slots_count / 2)
		grow_slots(intern);
	return intern->count - 1;
}

size_t
intern_size(const struct intern *intern)
{
	return intern->room + intern->ends_room * sizeof *intern->ends
	    + intern->slots_count * sizeof *intern->slots;
}
