/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The normal form of ASCII: sixteen bytes at a time as one at a time. */
#include "unit.h"

#include "../../filters/lib/text_ascii.h"

#define ROOM 80

/* All bytes of ASCII at all places of texts of all lengths. */
static bool
agrees(size_t length, unsigned shift, bool fold)
{
	char from[ROOM] = { 0 }, to[ROOM + 1];
	uint32_t origin[ROOM];
	bool good = true;

	for (size_t i = 0; i < length; i++)
		from[i] = (char)((i * 7 + shift) % 128);
	to[length] = '!';
	text_ascii_copy(from, 1000, length, fold, to, origin);
	for (size_t i = 0; i < length; i++)
		good = good && to[i] == text_ascii_plain((unsigned char)from[i], fold)
		    && origin[i] == 1000 + i;
	return good && to[length] == '!';
}

int
main(void)
{
	bool folded = true, kept = true;

	CHECK(text_ascii_plain('Q', true) == 'q');
	CHECK(text_ascii_plain('Q', false) == 'Q');
	CHECK(text_ascii_plain('[', true) == '[');
	CHECK(text_ascii_plain('@', true) == '@');
	CHECK(text_ascii_plain('\t', false) == ' ');
	CHECK(text_ascii_plain('\r', true) == ' ');
	CHECK(text_ascii_plain('\b', true) == '\b');
	CHECK(text_ascii_plain(0x0E, true) == 0x0E);
	for (size_t length = 0; length < ROOM; length++) {
		for (unsigned shift = 0; shift < 128; shift++) {
			folded = folded && agrees(length, shift, true);
			kept = kept && agrees(length, shift, false);
		}
	}
	CHECK(folded);
	CHECK(kept);
	return unit_done();
}
