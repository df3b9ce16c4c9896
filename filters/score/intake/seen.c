/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seen: open addressing with linear probing, at most three quarters full. */
#include "seen.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_ROOM ((size_t)1024)

static const struct seen_place nothing;

static bool
is_free(const struct seen_place *place)
{
	return memcmp(place, &nothing, sizeof nothing) == 0;
}

/* Where the digest is, or where it belongs. */
static struct seen_place *
find(const struct seen *seen, const struct seen_place *digest)
{
	size_t place;

	memcpy(&place, digest->bytes, sizeof place);
	for (place &= seen->room - 1; !is_free(&seen->places[place]);
	     place = (place + 1) & (seen->room - 1))
		if (memcmp(&seen->places[place], digest, sizeof *digest) == 0)
			break;
	return &seen->places[place];
}

static void
grow(struct seen *seen)
{
	struct seen_place *old = seen->places;
	size_t room = seen->room;

	seen->room *= 2;
	seen->places = xcalloc(seen->room, sizeof seen->places[0]);
	for (size_t i = 0; i < room; i++)
		if (!is_free(&old[i]))
			*find(seen, &old[i]) = old[i];
	free(old);
}

void
seen_init(struct seen *seen)
{
	*seen = (struct seen){ .room = FIRST_ROOM };
	seen->places = xcalloc(seen->room, sizeof seen->places[0]);
	digest_short_init(&seen->keyed);
}

void
seen_release(struct seen *seen)
{
	free(seen->places);
	*seen = (struct seen){ 0 };
}

bool
seen_add(struct seen *seen, struct field key)
{
	struct seen_place digest = { 0 };
	struct seen_place *place;

	digest_wide(&seen->keyed, key.data, key.length, digest.bytes);
	if (is_free(&digest))
		digest.bytes[0] = 1; /* once in 2^128 */
	place = find(seen, &digest);
	if (!is_free(place))
		return false;
	*place = digest;
	if (++seen->count > seen->room / 4 * 3)
		grow(seen);
	return true;
}
