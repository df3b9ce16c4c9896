/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tally: the different values of a column, as far as they are few. */
#include "tally.h"

#include <stdlib.h>

#define FIRST_PLACES 64  /* a power of two */
#define STEPS_MAX    256 /* a table that is this crowded was made so on purpose */

void
tally_init(struct tally *tally, size_t most, size_t *room)
{
	*tally = (struct tally){ .most = most, .room = room };
}

static void
forget_values(struct tally *tally)
{
	free(tally->values);
	free(tally->places);
	buffer_release(&tally->texts);
	tally->values = NULL;
	tally->places = NULL;
	tally->place_count = 0;
}

static void
forget_digests(struct tally *tally)
{
	*tally->room += tally->once_capacity;
	free(tally->once);
	tally->once = NULL;
	tally->once_capacity = 0;
	tally->again = true;
}

void
tally_release(struct tally *tally)
{
	if (tally->room == NULL)
		return;
	forget_values(tally);
	forget_digests(tally);
}

/* FNV-1a (Fowler, Noll, Vo), never 0, which marks a free place. */
static uint64_t
digest_of(struct field value)
{
	uint64_t digest = 0xCBF29CE484222325u;

	for (size_t i = 0; i < value.length; i++)
		digest = (digest ^ (unsigned char)value.data[i]) * 0x100000001B3u;
	digest ^= digest >> 32;
	return digest != 0 ? digest : 1;
}

static bool
once_enter(uint64_t *once, size_t capacity, uint64_t digest)
{
	size_t place = digest & (capacity - 1);

	for (size_t step = 0; step < STEPS_MAX; step++) {
		if (once[place] == digest)
			return false;
		if (once[place] == 0) {
			once[place] = digest;
			return true;
		}
		place = (place + 1) & (capacity - 1);
	}
	return false;
}

static bool
once_grow(struct tally *tally)
{
	size_t capacity = tally->once_capacity == 0 ? FIRST_PLACES : 2 * tally->once_capacity;
	uint64_t *once;
	bool good = true;

	if (capacity - tally->once_capacity > *tally->room)
		return false;
	once = xcalloc(capacity, sizeof *once);
	for (size_t i = 0; i < tally->once_capacity; i++)
		if (tally->once[i] != 0)
			good = once_enter(once, capacity, tally->once[i]) && good;
	*tally->room -= capacity - tally->once_capacity;
	free(tally->once);
	tally->once = once;
	tally->once_capacity = capacity;
	return good;
}

static void
add_digest(struct tally *tally, uint64_t digest)
{
	if (tally->again)
		return;
	if ((2 * tally->once_count >= tally->once_capacity && !once_grow(tally))
	    || !once_enter(tally->once, tally->once_capacity, digest)) {
		forget_digests(tally);
		return;
	}
	tally->once_count++;
}

static void
grow_places(struct tally *tally)
{
	size_t count = tally->place_count == 0 ? FIRST_PLACES : 2 * tally->place_count;

	free(tally->places);
	tally->places = xcalloc(count, sizeof *tally->places);
	tally->place_count = count;
	for (size_t i = 0; i < tally->count; i++) {
		size_t place = tally->values[i].digest & (count - 1);

		while (tally->places[place] != 0)
			place = (place + 1) & (count - 1);
		tally->places[place] = i + 1;
	}
	tally->values = xreallocarray(tally->values, count / 2, sizeof *tally->values);
}

static bool
is_value(const struct tally *tally, const struct tally_value *known, struct field value)
{
	return known->length == value.length
	    && (known->length > TALLY_SHORT || field_equals(tally_text(tally, known), value));
}

static void
add_value(struct tally *tally, struct field value, uint64_t digest)
{
	size_t place;

	if (2 * tally->count >= tally->place_count)
		grow_places(tally);
	place = digest & (tally->place_count - 1);
	for (; tally->places[place] != 0; place = (place + 1) & (tally->place_count - 1)) {
		struct tally_value *known = &tally->values[tally->places[place] - 1];

		if (known->digest == digest && is_value(tally, known, value)) {
			known->count++;
			return;
		}
	}
	if (tally->count == tally->most) {
		tally->many = true;
		forget_values(tally);
		return;
	}
	tally->values[tally->count] =
	    (struct tally_value){ digest, 1, tally->texts.length, value.length };
	if (value.length <= TALLY_SHORT)
		buffer_append(&tally->texts, value.data, value.length);
	tally->places[place] = ++tally->count;
}

void
tally_add(struct tally *tally, struct field value)
{
	uint64_t digest;

	if (tally->many && tally->again)
		return;
	digest = digest_of(value);
	add_digest(tally, digest);
	if (!tally->many)
		add_value(tally, value, digest);
}

struct field
tally_text(const struct tally *tally, const struct tally_value *value)
{
	return (struct field){ tally->texts.data + value->offset, value->length };
}
