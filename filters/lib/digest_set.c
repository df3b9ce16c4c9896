/* SPDX-License-Identifier: GPL-3.0-or-later */
/* digest_set: open addressing with linear probing, at most three quarters full. */
#include "digest_set.h"

#include "memory.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_ROOM ((size_t)1024)

static const struct digest_set_place nothing;

static bool
is_free(const struct digest_set_place *place)
{
	return memcmp(place, &nothing, sizeof nothing) == 0;
}

static struct digest_set_place
digest_of(const struct digest_set *set, struct field text)
{
	struct digest_set_place digest = { 0 };

	digest_wide(&set->keyed, text.data, text.length, digest.bytes);
	if (is_free(&digest))
		digest.bytes[0] = 1; /* once in 2^128 */
	return digest;
}

/* Where the digest is, or where it belongs. */
static struct digest_set_place *
find(const struct digest_set *set, const struct digest_set_place *digest)
{
	size_t place;

	memcpy(&place, digest->bytes, sizeof place);
	for (place &= set->room - 1; !is_free(&set->places[place]);
	     place = (place + 1) & (set->room - 1))
		if (memcmp(&set->places[place], digest, sizeof *digest) == 0)
			break;
	return &set->places[place];
}

static void
wipe(struct digest_set_place *places, size_t room)
{
	if (places != NULL)
		explicit_bzero(places, room * sizeof *places);
	free(places);
}

static void
grow(struct digest_set *set)
{
	struct digest_set_place *old = set->places;
	size_t room = set->room;

	set->room = 2 * room;
	set->places = xcalloc(set->room, sizeof set->places[0]);
	for (size_t i = 0; i < room; i++)
		if (!is_free(&old[i]))
			*find(set, &old[i]) = old[i];
	wipe(old, room);
}

void
digest_set_init(struct digest_set *set)
{
	*set = (struct digest_set){ .room = FIRST_ROOM };
	set->places = xcalloc(set->room, sizeof set->places[0]);
	digest_short_init(&set->keyed);
}

void
digest_set_release(struct digest_set *set)
{
	wipe(set->places, set->room);
	explicit_bzero(set, sizeof *set);
}

bool
digest_set_add(struct digest_set *set, struct field text)
{
	struct digest_set_place digest = digest_of(set, text);
	struct digest_set_place *place = find(set, &digest);

	if (!is_free(place))
		return false;
	*place = digest;
	if (++set->count > set->room / 4 * 3)
		grow(set);
	return true;
}

bool
digest_set_holds(const struct digest_set *set, struct field text)
{
	struct digest_set_place digest = digest_of(set, text);

	return !is_free(find(set, &digest));
}
