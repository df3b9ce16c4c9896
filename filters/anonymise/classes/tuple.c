/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tuple: what a record counts as, without its texts. */
#include "tuple.h"

#include "../../lib/diag.h"

#include <sodium.h>
#include <string.h>

/* One for each column, and one for people. */
struct tuple_keys {
	unsigned char columns[PRIVACY_COLUMNS_MAX][crypto_shorthash_siphashx24_KEYBYTES];
	unsigned char person[crypto_shorthash_siphash24_KEYBYTES];
};

_Static_assert(sizeof(struct class_digest) == crypto_shorthash_siphashx24_BYTES, "128 bits");

void
tuple_layout_init(
    struct tuple_layout *layout, const struct privacy *privacy, const unsigned *forms, bool whole)
{
	*layout = (struct tuple_layout){
		.whole = whole, .quasi = privacy->quasi_count, .values = privacy->sensitive_count
	};
	for (size_t i = 0; i < layout->quasi; i++) {
		layout->forms[i] = forms[i];
		layout->first[i] = layout->cells;
		layout->cells += privacy->act == PRIVACY_GENERALISE ? forms[i] : 1;
	}
	if (whole)
		layout->cells = 1;
	layout->size = sizeof(uint64_t) + layout->cells * sizeof(struct class_digest)
	    + (layout->values + 1) / 2 * sizeof(uint64_t);
}

struct tuple_keys *
tuple_keys_new(struct fault *fault)
{
	struct tuple_keys *keys = NULL;

	if (sodium_init() >= 0)
		keys = sodium_malloc(sizeof *keys);
	if (keys == NULL)
		fault_set(fault, "no guarded memory for the key of the classes");
	else
		randombytes_buf(keys, sizeof *keys);
	return keys;
}

void
tuple_keys_free(struct tuple_keys *keys)
{
	sodium_free(keys);
}

static bool
has_break(struct field text)
{
	return text.length != 0
	    && (memchr(text.data, '\n', text.length) != NULL
	        || memchr(text.data, '\r', text.length) != NULL);
}

struct field
tuple_folded(struct field text, struct buffer *room)
{
	if (!has_break(text))
		return text;
	buffer_clear(room);
	buffer_reserve(room, text.length);
	for (size_t i = 0; i < text.length; i++) {
		char c = text.data[i];

		if (c == '\r' && i + 1 < text.length && text.data[i + 1] == '\n')
			continue;
		room->data[room->length++] = c == '\r' || c == '\n' ? ' ' : c;
	}
	return (struct field){ room->data, room->length };
}

struct class_digest
tuple_cell(const struct tuple_keys *keys, size_t column, struct field text)
{
	unsigned char bytes[crypto_shorthash_siphashx24_BYTES];
	struct class_digest digest;

	crypto_shorthash_siphashx24(
	    bytes, (const unsigned char *)text.data, text.length, keys->columns[column]);
	memcpy(&digest, bytes, sizeof digest);
	return digest;
}

uint64_t
tuple_person(const struct tuple_keys *keys, struct field person)
{
	unsigned char bytes[crypto_shorthash_siphash24_BYTES];
	uint64_t digest;

	if (person.length == 0)
		return PERSON_NOBODY;
	crypto_shorthash_siphash24(
	    bytes, (const unsigned char *)person.data, person.length, keys->person);
	memcpy(&digest, bytes, sizeof digest);
	return digest != PERSON_NOBODY ? digest : 1;
}
