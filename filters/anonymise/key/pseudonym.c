/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pseudonym: the same token for the same value of the same kind of thing. */
#include "pseudonym.h"

#include "../../lib/memory.h"
#include "identity.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define TOKEN_MAX ((PSEUDONYM_BITS_MAXIMUM + 4) / 5)
#define VALUE_MAX 27  /* a longer value is no usual identifier and is not remembered */
#define ENTRIES   512 /* more miss the processor's first cache and cost what they gain */

struct entry {
	uint8_t length; /* 0: nothing here */
	char value[VALUE_MAX];
	char token[TOKEN_MAX];
};

struct pseudonym {
	struct digest_keyed *keyed; /* guarded: who has it has the subkey's power */
	size_t bits;
	size_t characters;
	struct buffer message;
	struct identity identity;
	char token[TOKEN_MAX];
	struct entry entries[ENTRIES];
};

struct pseudonym *
pseudonym_new(const struct key *key, const char *project, const char *entity, size_t bits,
    struct fault *fault)
{
	struct digest_keyed *keyed = sodium_malloc(sizeof *keyed);
	unsigned char subkey[DIGEST_SIZE];
	struct pseudonym *pseudonym;

	if (keyed == NULL) {
		fault_set(fault, "no guarded memory for the key");
		return NULL;
	}
	key_subkey(key, "pseudonym", subkey);
	digest_keyed_init(keyed, subkey, sizeof subkey);
	sodium_memzero(subkey, sizeof subkey);
	key_part(keyed, KEY_SCHEME);
	key_part(keyed, project);
	key_part(keyed, entity);
	pseudonym = xcalloc(1, sizeof *pseudonym);
	pseudonym->keyed = keyed;
	pseudonym->bits = bits;
	pseudonym->characters = (bits + 4) / 5;
	return pseudonym;
}

void
pseudonym_free(struct pseudonym *pseudonym)
{
	if (pseudonym == NULL)
		return;
	digest_keyed_release(pseudonym->keyed);
	sodium_free(pseudonym->keyed);
	buffer_release(&pseudonym->message);
	identity_release(&pseudonym->identity);
	sodium_memzero(pseudonym, sizeof *pseudonym);
	free(pseudonym);
}

static void
make_token(struct pseudonym *pseudonym, struct field value, char *token)
{
	unsigned char length[KEY_LENGTH_SIZE];
	unsigned char digest[DIGEST_SIZE];

	key_length(value.length, length);
	buffer_clear(&pseudonym->message);
	buffer_append(&pseudonym->message, (const char *)length, sizeof length);
	buffer_append(&pseudonym->message, value.data, value.length);
	digest_keyed_message(
	    pseudonym->keyed, pseudonym->message.data, pseudonym->message.length, digest);
	digest_base32(digest, pseudonym->bits, token);
}

/* FNV-1a (Fowler, Noll, Vo, 1991); it chooses a place and keeps no secret. */
static size_t
place_of(struct field value)
{
	uint64_t hash = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < value.length; i++)
		hash = (hash ^ (unsigned char)value.data[i]) * UINT64_C(1099511628211);
	return (size_t)((hash ^ (hash >> 32)) % ENTRIES);
}

struct field
pseudonym_token(struct pseudonym *pseudonym, struct field value)
{
	struct entry *entry;

	value = identity_settle(&pseudonym->identity, value);
	if (value.length == 0)
		return (struct field){ "", 0 };
	if (value.length > VALUE_MAX) {
		make_token(pseudonym, value, pseudonym->token);
		return (struct field){ pseudonym->token, pseudonym->characters };
	}
	entry = &pseudonym->entries[place_of(value)];
	if (entry->length != value.length || memcmp(entry->value, value.data, value.length) != 0) {
		make_token(pseudonym, value, entry->token);
		entry->length = (uint8_t)value.length;
		memcpy(entry->value, value.data, value.length);
	}
	return (struct field){ entry->token, pseudonym->characters };
}
