/* SPDX-License-Identifier: GPL-3.0-or-later */
/* validate_keyset: the key set against a plain account of what was entered. */
#include "../../filters/validate/key/keyset.h"

#include "unit.h"

#include <stdlib.h>

/* A generator that gives the same everywhere (Knuth's MMIX constants). */
static uint64_t state = 1;

static unsigned
draw(unsigned below)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)((state >> 33) % below);
}

/* Keys of many kinds, each a function of its number. */
static struct field
make_key(unsigned number, char out[160])
{
	int length;

	switch (number % 5) {
	case 0:
	case 1:
		length = snprintf(out, 160, "R%07u", number);
		break;
	case 2:
		length = snprintf(out, 160, "%u-x%x", number, number * 2654435761u);
		break;
	case 3:
		length = snprintf(out, 160, "%0*u", (int)(60 + number % 9), number);
		break;
	default:
		length = snprintf(out, 160, "%u", number);
		break;
	}
	return (struct field){ out, (size_t)length };
}

static void
test_set(void)
{
	const unsigned count = 100000;
	struct keyset set;
	unsigned wrong = 0;
	char room[160];

	keyset_init(&set);
	for (unsigned i = 0; i < count; i++) {
		struct field key = make_key(i, room);
		uint64_t hash = keyset_hash(&set, key);

		wrong += keyset_find(&set, key, hash) != 0;
		wrong += keyset_enter(&set, key, hash, i + 2) != 0;
	}
	for (unsigned i = 0; i < count; i++) {
		unsigned number = draw(count);
		struct field key = make_key(number, room);
		uint64_t hash = keyset_hash(&set, key);

		wrong += keyset_find(&set, key, hash) != number + 2;
		wrong += keyset_enter(&set, key, hash, 1) != number + 2;
	}
	CHECK(wrong == 0);
	CHECK(set.count == count);
	keyset_release(&set);
}

/* Numbers of every length come back as they were. */
static void
test_numbers(void)
{
	struct keyset set;
	unsigned wrong = 0;
	char room[160];

	keyset_init(&set);
	for (unsigned i = 0; i < 64; i++) {
		struct field key = make_key(i, room);

		wrong += keyset_enter(&set, key, keyset_hash(&set, key), UINT64_MAX >> i) != 0;
	}
	for (unsigned i = 0; i < 64; i++) {
		struct field key = make_key(i, room);

		wrong += keyset_find(&set, key, keyset_hash(&set, key)) != UINT64_MAX >> i;
	}
	CHECK(wrong == 0);
	keyset_release(&set);
}

/* Keys that are one byte apart, the empty one, and one with a NUL. */
static void
test_near(void)
{
	static const struct field keys[] = { { NULL, 0 }, { "\0", 1 }, { "\0\0", 2 }, { "0", 1 },
		{ "00", 2 }, { "000", 3 }, { "0000", 4 }, { "00000000", 8 }, { "000000000", 9 },
		{ "a001", 4 }, { "a002", 4 }, { "b001", 4 }, { "a0011", 5 }, { "001a", 4 } };
	const size_t count = sizeof keys / sizeof *keys;
	struct keyset set;

	keyset_init(&set);
	for (size_t i = 0; i < count; i++)
		CHECK(keyset_enter(&set, keys[i], keyset_hash(&set, keys[i]), i + 1) == 0);
	for (size_t i = 0; i < count; i++)
		CHECK(keyset_find(&set, keys[i], keyset_hash(&set, keys[i])) == i + 1);
	keyset_release(&set);
}

int
main(void)
{
	test_set();
	test_numbers();
	test_near();
	return unit_done();
}
