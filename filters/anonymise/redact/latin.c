/* SPDX-License-Identifier: GPL-3.0-or-later */
/* latin: names by their plain letters. */
#include "latin.h"

/* The plain letters of U+00E0 to U+017F. */
static const char letters[] = "aaaaaaaceeeeiiiidnooooo ouuuuyty"
                              "aaaaaaccccccccddddeeeeeeeeeegggggggg"
                              "hhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrr"
                              "ssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
#define FIRST 0xE0
#define LAST  0x17F

_Static_assert(sizeof letters - 1 == LAST - FIRST + 1, "a plain letter for each");

/* The letter of two bytes, or 0 where it has no plain one; a mark of its own is ' '. */
static char
plain_letter(unsigned char lead, unsigned char trail)
{
	unsigned code = (lead & 0x1Fu) << 6 | (trail & 0x3Fu);

	if (code >= FIRST && code <= LAST)
		return letters[code - FIRST];
	if (code >= 0x300 && code <= 0x36F)
		return ' ';
	/* the Romanian letters with a comma below */
	if (code == 0x218 || code == 0x219)
		return 's';
	return code == 0x21A || code == 0x21B ? 't' : 0;
}

static void
append(struct buffer *out, char c)
{
	buffer_append(out, &c, 1);
}

void
latin_reduce(struct buffer *out, struct field text, bool apostrophes, struct text *folded)
{
	unsigned char all = 0;
	struct fault fault;

	for (size_t i = 0; i < text.length; i++)
		all |= (unsigned char)text.data[i];
	if (all >= 0x80) {
		if (!text_normalise(folded, text, &fault))
			return;
		text = (struct field){ folded->data, folded->length };
	}
	buffer_reserve(out, text.length + 1);
	for (size_t i = 0; i < text.length; i++) {
		unsigned char byte = (unsigned char)text.data[i];
		char letter;

		if (byte < 0x80) {
			if (byte >= 'A' && byte <= 'Z')
				out->data[out->length++] = (char)(byte | ' ');
			else if (byte != '\'' || apostrophes)
				out->data[out->length++] = (char)byte;
			continue;
		}
		letter = (byte & 0xE0) == 0xC0 && i + 1 < text.length
		    ? plain_letter(byte, (unsigned char)text.data[i + 1])
		    : 0;
		if (letter == 0) {
			append(out, (char)byte);
			continue;
		}
		if (letter != ' ')
			append(out, letter);
		i++;
	}
}
