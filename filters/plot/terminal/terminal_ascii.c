/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * terminal_ascii: a finished chart in plain ASCII, cell for cell.
 *
 * The charts write Unicode's blocks and know of no other: whatever they write passes here.
 */
#include "../canvas/label.h"
#include "terminal.h"

#include <stdint.h>

/* What the charts draw with; a sign that means something keeps a sign of its own, and none
 * is the '*' of a figure held back. */
static const struct {
	uint32_t character;
	char plain;
} signs[] = {
	{ 0xd7, 'x' },   /* times */
	{ 0xb1, '+' },   /* plus or minus */
	{ 0xb7, '.' },   /* middle dot */
	{ 0xa3, 'L' },   /* pound */
	{ 0xb0, 'o' },   /* degree */
	{ 0x3c3, 's' },  /* sigma */
	{ 0x2190, '<' }, /* arrows */
	{ 0x2191, '^' },
	{ 0x2192, '>' },
	{ 0x2193, 'v' },
	{ 0x2212, '-' }, /* minus */
	{ 0x2264, '<' }, /* at most */
	{ 0x2265, '>' }, /* at least */
	{ 0x2581, '_' }, /* eighths of a block, from below */
	{ 0x2582, '.' },
	{ 0x2583, '-' },
	{ 0x2584, '=' },
	{ 0x2585, '+' },
	{ 0x2586, 'x' },
	{ 0x2587, '%' },
	{ 0x2588, '#' },
	{ 0x2589, '#' }, /* eighths of a block, from the left */
	{ 0x258a, '#' },
	{ 0x258b, '#' },
	{ 0x258c, '#' },
	{ 0x258d, ' ' },
	{ 0x258e, ' ' },
	{ 0x258f, ' ' },
	{ 0x2591, '.' }, /* shades */
	{ 0x2592, ':' },
	{ 0x2593, '+' },
	{ 0x25a0, '#' }, /* squares */
	{ 0x25a1, 'O' },
	{ 0x25b2, '^' }, /* triangles */
	{ 0x25b3, '^' },
	{ 0x25b6, '>' },
	{ 0x25b7, '>' },
	{ 0x25bc, 'v' },
	{ 0x25bd, 'v' },
	{ 0x25c0, '<' },
	{ 0x25c1, '<' },
	{ 0x25c6, '@' }, /* diamonds */
	{ 0x25c7, '@' },
	{ 0x25cb, 'O' }, /* circles */
	{ 0x25cf, 'o' },
};

/* The letters of U+00C0 to U+017F without their marks. */
static const char letters[] =
    "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOo"
    "RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

/* Lines and corners of boxes (U+2500 to U+257F). */
static char
box_sign(uint32_t character)
{
	switch (character) {
	case 0x2500:
	case 0x2501:
	case 0x2504:
	case 0x2505:
	case 0x2508:
	case 0x2509:
	case 0x254c:
	case 0x254d:
	case 0x2550:
	case 0x2574:
	case 0x2576:
		return '-';
	case 0x2502:
	case 0x2503:
	case 0x2551:
	case 0x251c: /* the ends of an interval */
	case 0x2524:
		return '|';
	case 0x2506:
	case 0x2507:
	case 0x250a:
	case 0x250b:
	case 0x254e:
	case 0x254f:
		return ':';
	default:
		return '+';
	}
}

static char
plain_sign(uint32_t character)
{
	if (character < 0x80)
		return (char)character;
	if (character >= 0xc0 && character < 0xc0 + sizeof(letters) - 1 && character != 0xd7)
		return letters[character - 0xc0];
	if (character >= 0x2500 && character < 0x2580)
		return box_sign(character);
	if (character >= 0x2010 && character <= 0x2015)
		return '-';
	if (character >= 0x2018 && character <= 0x201b)
		return '\'';
	if (character >= 0x201c && character <= 0x201f)
		return '"';
	if (character == 0x2026)
		return '~';
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (signs[i].character == character)
			return signs[i].plain;
	return '?';
}

void
terminal_ascii(struct buffer *text)
{
	struct buffer plain = { 0 };

	for (size_t at = 0; at < text->length;) {
		size_t bytes;
		uint32_t character = label_decode(text->data + at, text->length - at, &bytes);
		size_t cells =
		    character == '\n' ? 1 : label_cells((struct field){ text->data + at, bytes });
		char sign = plain_sign(character);

		/* a mark over a letter takes no cell, a letter of the East two */
		for (size_t i = 0; i < cells; i++)
			buffer_append(&plain, &sign, 1);
		at += bytes;
	}
	buffer_release(text);
	*text = plain;
}
