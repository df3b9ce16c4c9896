/* SPDX-License-Identifier: GPL-3.0-or-later */
/* draw: texts at random, the same on every machine. */
#ifndef TEST_DRAW_H
#define TEST_DRAW_H

#include "../../filters/lib/field.h"

/* A generator that gives the same everywhere (Knuth's MMIX constants). */
static uint64_t state = 1;

static inline unsigned
draw(unsigned below)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)((state >> 33) % below);
}

/* A text that is near to what the tests are about. */
static inline struct field
draw_text(char *out, size_t room)
{
	static const char *const pieces[] = { "P", "R", "000", "123456", "7", "-", ".", "+", "2024",
		"-02", "-29", "-12", "-31", "carer", "family", " ", "A", "z", "_", "\xC3\xA9",
		"\xD9\xA1", "true", "1E5", "5", "0", "ORG", "1", "0000", "-01", "-28", "\n",
		"\xC2\xA3", ",", ";", "E", "e-", "NaN", "INF", "T", ":", "12:30:00", "Z", "+01:00",
		"/", "P1Y", "T5M", "S", "false", "@", "a.org", "http://", "0.5", "no" };
	size_t length = 0;

	for (unsigned i = draw(7); i > 0; i--) {
		const char *piece = pieces[draw(sizeof pieces / sizeof *pieces)];

		if (length + strlen(piece) > room)
			break;
		memcpy(out + length, piece, strlen(piece));
		length += strlen(piece);
	}
	return (struct field){ out, length };
}

#endif
