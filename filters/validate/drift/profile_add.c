/* SPDX-License-Identifier: GPL-3.0-or-later */
/* profile: the records, one after the other, and their codes. */
#include "profile.h"

#include "../../lib/hash.h"

#include <stdlib.h>

/* Never 0, which is a free slot. */
static inline uint64_t
hash_of(struct field value)
{
	uint64_t hash = hash_field(0, value);

	return hash != 0 ? hash : 1;
}

static size_t
slot_of(const struct profile_watch *watch, uint64_t hash)
{
	size_t slot = hash & (watch->capacity - 1);

	while (watch->slots[slot].hash != 0 && watch->slots[slot].hash != hash)
		slot = (slot + 1) & (watch->capacity - 1);
	return slot;
}

static void
grow(struct profile_watch *watch)
{
	struct profile_slot *old = watch->slots;
	size_t capacity = watch->capacity;

	watch->capacity *= 2;
	watch->slots = xcalloc(watch->capacity, sizeof *watch->slots);
	for (size_t i = 0; i < capacity; i++)
		if (old[i].hash != 0)
			watch->slots[slot_of(watch, old[i].hash)] = old[i];
	free(old);
}

static uint64_t
digest_of(const struct profile_watch *watch, struct field value)
{
	unsigned char digest[DIGEST_SIZE];
	uint64_t number = 0;

	digest_keyed_message(&watch->keyed, value.data, value.length, digest);
	for (size_t i = 0; i < sizeof number; i++)
		number = number << 8 | digest[i];
	return number;
}

/* The index of the listed text that the value equals, or the count of them. */
static size_t
listed_index(const struct profile *profile, const struct profile_watch *watch, struct field value)
{
	const struct type *type = &profile->schema->fields[watch->field].type;
	size_t i = 0;

	while (i < watch->listed->count && !type_equal(type, watch->listed->items[i], value))
		i++;
	return i;
}

/* One code more; false where there are too many. */
static bool
count_code(struct profile *profile, struct profile_watch *watch)
{
	if (watch->count == PROFILE_CODES_MAX || profile->codes == PROFILE_CODES_ALL_MAX) {
		profile->codes -= watch->count;
		watch->count = 0;
		watch->given_up = true;
		return false;
	}
	watch->count++;
	profile->codes++;
	return true;
}

/* The next time nobody has to look closely. */
static void
remember(struct profile_watch *watch, uint64_t hash, uint64_t digest)
{
	if (watch->used == PROFILE_CODES_MAX)
		return;
	if (watch->used++ >= watch->capacity / 2)
		grow(watch);
	watch->slots[slot_of(watch, hash)] =
	    (struct profile_slot){ .hash = hash, .digest = digest };
}

/* A value that was not seen before; false when the watch has ended. */
static bool
enter(struct profile *profile, struct profile_watch *watch, struct field value, uint64_t hash)
{
	size_t index;

	if (watch->listed == NULL) {
		if (!count_code(profile, watch))
			return false;
		remember(watch, hash, digest_of(watch, value));
		return true;
	}
	/* what is not listed is the judge's to find, and may be anything */
	index = listed_index(profile, watch, value);
	if (index == watch->listed->count)
		return true;
	if (!watch->seen[index] && !count_code(profile, watch))
		return false;
	watch->seen[index] = true;
	remember(watch, hash, 0);
	return watch->count < watch->listed->count;
}

void
profile_add(struct profile *profile, const struct cells *cells)
{
	size_t count = profile->schema->count;

	profile->records++;
	for (size_t i = 0; i < count; i++)
		profile->missing[i] += cells->states[i] == CELL_MISSING;
	for (size_t i = 0; i < profile->active_count; i++) {
		struct profile_watch *watch = &profile->watches[profile->active[i]];
		struct field value = cells->values[watch->field];
		uint64_t hash;

		if (cells->states[watch->field] != CELL_VALUE)
			continue;
		hash = hash_of(value);
		if (watch->slots[slot_of(watch, hash)].hash == hash
		    || enter(profile, watch, value, hash))
			continue;
		/* nobody looks at this field any more */
		profile->active_count--;
		memmove(profile->active + i, profile->active + i + 1,
		    (profile->active_count - i) * sizeof *profile->active);
		i--;
	}
}

static int
compare_digests(const void *left, const void *right)
{
	uint64_t a = *(const uint64_t *)left;
	uint64_t b = *(const uint64_t *)right;

	return (a > b) - (a < b);
}

uint64_t *
profile_codes(const struct profile_watch *watch)
{
	uint64_t *codes = xreallocarray(NULL, watch->count + 1, sizeof *codes);
	size_t count = 0;

	for (size_t i = 0; watch->listed != NULL && i < watch->listed->count; i++)
		if (watch->seen[i])
			codes[count++] = digest_of(watch, watch->listed->items[i]);
	for (size_t i = 0; watch->listed == NULL && count < watch->count; i++)
		if (watch->slots[i].hash != 0)
			codes[count++] = watch->slots[i].digest;
	qsort(codes, count, sizeof *codes, compare_digests);
	return codes;
}
