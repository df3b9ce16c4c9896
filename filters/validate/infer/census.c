/* SPDX-License-Identifier: GPL-3.0-or-later */
/* census: the different values of a column, as far as they are few. */
#include "census.h"

#include "../../lib/hash.h"

#include <stdlib.h>

#define FIRST_PLACES 64  /* a power of two */
#define STEPS_MAX    256 /* a table that is this crowded was made so on purpose */

void
census_init(struct census *census, size_t most, size_t *room)
{
	*census = (struct census){ .most = most, .room = room };
}

static void
forget_values(struct census *census)
{
	free(census->values);
	free(census->places);
	buffer_release(&census->texts);
	census->values = NULL;
	census->places = NULL;
	census->place_count = 0;
}

static void
forget_digests(struct census *census)
{
	*census->room += census->once_capacity;
	free(census->once);
	census->once = NULL;
	census->once_capacity = 0;
	census->again = true;
}

void
census_release(struct census *census)
{
	if (census->room == NULL)
		return;
	forget_values(census);
	forget_digests(census);
}

/* Never 0, which marks a free place. */
static uint64_t
digest_of(struct field value)
{
	uint64_t digest = hash_field(0, value);

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
once_grow(struct census *census)
{
	size_t capacity = census->once_capacity == 0 ? FIRST_PLACES : 2 * census->once_capacity;
	uint64_t *once;
	bool good = true;

	if (capacity - census->once_capacity > *census->room)
		return false;
	once = xcalloc(capacity, sizeof *once);
	for (size_t i = 0; i < census->once_capacity; i++)
		if (census->once[i] != 0)
			good = once_enter(once, capacity, census->once[i]) && good;
	*census->room -= capacity - census->once_capacity;
	free(census->once);
	census->once = once;
	census->once_capacity = capacity;
	return good;
}

static void
add_digest(struct census *census, uint64_t digest)
{
	if (census->again)
		return;
	if ((2 * census->once_count >= census->once_capacity && !once_grow(census))
	    || !once_enter(census->once, census->once_capacity, digest)) {
		forget_digests(census);
		return;
	}
	census->once_count++;
}

static void
grow_places(struct census *census)
{
	size_t count = census->place_count == 0 ? FIRST_PLACES : 2 * census->place_count;

	free(census->places);
	census->places = xcalloc(count, sizeof *census->places);
	census->place_count = count;
	for (size_t i = 0; i < census->count; i++) {
		size_t place = census->values[i].digest & (count - 1);

		while (census->places[place] != 0)
			place = (place + 1) & (count - 1);
		census->places[place] = i + 1;
	}
	census->values = xreallocarray(census->values, count / 2, sizeof *census->values);
}

static bool
is_value(const struct census *census, const struct census_value *known, struct field value)
{
	return known->length == value.length
	    && (known->length > CENSUS_SHORT || field_equals(census_text(census, known), value));
}

static void
add_value(struct census *census, struct field value, uint64_t digest)
{
	size_t place;

	if (2 * census->count >= census->place_count)
		grow_places(census);
	place = digest & (census->place_count - 1);
	for (; census->places[place] != 0; place = (place + 1) & (census->place_count - 1)) {
		struct census_value *known = &census->values[census->places[place] - 1];

		if (known->digest == digest && is_value(census, known, value)) {
			known->count++;
			return;
		}
	}
	if (census->count == census->most) {
		census->many = true;
		forget_values(census);
		return;
	}
	census->values[census->count] =
	    (struct census_value){ digest, 1, census->texts.length, value.length };
	if (value.length <= CENSUS_SHORT)
		buffer_append(&census->texts, value.data, value.length);
	census->places[place] = ++census->count;
}

void
census_add(struct census *census, struct field value)
{
	uint64_t digest;

	if (census->many && census->again)
		return;
	digest = digest_of(value);
	add_digest(census, digest);
	if (!census->many)
		add_value(census, value, digest);
}

struct field
census_text(const struct census *census, const struct census_value *value)
{
	return (struct field){ census->texts.data + value->offset, value->length };
}
