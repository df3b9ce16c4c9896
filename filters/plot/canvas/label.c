/* SPDX-License-Identifier: GPL-3.0-or-later */
/* label: user text made fit for a chart: cleaned, measured, wrapped. */
#include "label.h"

#include "../../lib/text.h"
#include "label_break.h"

#include <stdint.h>
#include <stdlib.h>

static const char ellipsis[] = "\xe2\x80\xa6";

/* Advance widths of DejaVu Sans and DejaVu Sans Bold for U+0020 to U+007E, in
 * thousandths of the font size. */
static const short plain_widths[] = { 318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838,
	318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838,
	838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
	603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613,
	635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521,
	392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838 };
static const short bold_widths[] = { 348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838,
	380, 415, 380, 365, 696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838,
	838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850,
	733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500, 500, 675,
	716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595,
	478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838 };

uint32_t
label_decode(const char *data, size_t length, size_t *bytes)
{
	unsigned char first = (unsigned char)data[0];
	size_t count = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
	uint32_t character = count == 1 ? first : first & (0x7fu >> count);

	*bytes = count > length ? length : count;
	for (size_t i = 1; i < *bytes; i++)
		character = character << 6 | ((unsigned char)data[i] & 0x3fu);
	return character;
}

/* Controls, directions, soft hyphens, zero-width and non-characters: they could
 * break a line, turn the text around it or make a file that no reader takes. */
static bool
unfit(uint32_t character)
{
	return character < 0x20 || (character >= 0x7f && character < 0xa0) || character == 0xad
	    || character == 0x61c || character == 0x180e
	    || (character >= 0x200b && character <= 0x200f)
	    || (character >= 0x2028 && character <= 0x202e)
	    || (character >= 0x2060 && character <= 0x206f) || character == 0xfeff
	    || (character >= 0xfdd0 && character <= 0xfdef) || (character & 0xfffe) == 0xfffe
	    || (character >= 0xfff9 && character <= 0xfffb)
	    || (character >= 0xe0000 && character <= 0xe007f) || character == 0xa0;
}

char *
label_clean(struct field text)
{
	struct buffer out = { 0 };
	char *result;

	while (text.length != 0) {
		size_t bytes = 1;
		uint32_t character = ' ';

		/* one character at a time, so that a stray byte costs no more than itself */
		bytes = text_invalid_at(text.data, text.length < 4 ? text.length : 4);
		if (bytes != 0)
			character = label_decode(text.data, text.length, &bytes);
		else
			bytes = 1;
		if (unfit(character) || character == ' ') {
			if (out.length != 0 && out.data[out.length - 1] != ' ')
				buffer_append(&out, " ", 1);
		} else {
			buffer_append(&out, text.data, bytes);
		}
		text.data += bytes;
		text.length -= bytes;
	}
	if (out.length != 0 && out.data[out.length - 1] == ' ')
		out.length--;
	result = xstrndup(out.length == 0 ? "" : out.data, out.length);
	buffer_release(&out);
	return result;
}

static double
character_width(uint32_t character, bool bold)
{
	if (character >= 0x20 && character < 0x7f)
		return (bold ? bold_widths : plain_widths)[character - 0x20] / 1000.0;
	if (character >= 0x300 && character <= 0x36f)
		return 0;
	if (character >= 0x1100)
		return 1;
	return bold ? 0.8 : 0.72;
}

double
label_width(struct field text, double size, bool bold)
{
	double width = 0;

	for (size_t at = 0; at < text.length;) {
		size_t bytes;

		width +=
		    character_width(label_decode(text.data + at, text.length - at, &bytes), bold);
		at += bytes;
	}
	return width * size;
}

static bool
breaks_after(char byte)
{
	return byte == '-' || byte == '/' || byte == '_';
}

/* Where a line may end: its bytes, and where the next one begins. */
struct line_end {
	size_t length;
	size_t next;
};

/* The first line of the text.  What belongs together stays so (label_break.h) where it is to be
 * kept and the line has another place to end. */
static struct line_end
first_line(struct field text, double size, bool bold, double width, bool keep)
{
	double at_width = 0;
	struct line_end ends[2] = { { 0 } }; /* the last place to break, and of those to be kept */

	for (size_t at = 0; at < text.length;) {
		size_t bytes;
		uint32_t character = label_decode(text.data + at, text.length - at, &bytes);
		bool blank = character == ' ';

		if (blank)
			ends[keep && label_keeps(text, at)] = (struct line_end){ at, at + 1 };
		at_width += character_width(character, bold) * size;
		if (at_width > width && !blank) {
			if (ends[0].length == 0)
				ends[0] = ends[1];
			if (ends[0].length == 0)
				ends[0].length = ends[0].next = at == 0 ? bytes : at;
			return ends[0];
		}
		at += bytes;
		if (character < 0x80 && breaks_after((char)character))
			ends[keep && label_keeps(text, at - 1)] = (struct line_end){ at, at };
	}
	return (struct line_end){ text.length, text.length };
}

/* The text cut so that it and an ellipsis fit. */
static char *
elide(struct field text, double size, bool bold, double width)
{
	struct buffer out = { 0 };
	double at_width = character_width(0x2026, bold) * size;
	size_t at = 0;
	char *result;

	while (at < text.length) {
		size_t bytes;
		uint32_t character = label_decode(text.data + at, text.length - at, &bytes);

		at_width += character_width(character, bold) * size;
		if (at_width > width)
			break;
		at += bytes;
	}
	while (at > 0 && text.data[at - 1] == ' ')
		at--;
	buffer_append(&out, text.data, at);
	buffer_append_text(&out, ellipsis);
	result = xstrndup(out.data, out.length);
	buffer_release(&out);
	return result;
}

/* False where the text was cut. */
static bool
wrap(struct label *label, const char *text, double size, bool bold, double width, size_t lines_max,
    bool keep)
{
	struct field rest = field_of(text);

	*label = (struct label){ 0 };
	while (rest.length != 0) {
		struct line_end end = first_line(rest, size, bold, width, keep);
		bool cut = label->count + 1 == lines_max && end.next < rest.length;
		char *line = cut ? elide(rest, size, bold, width) : xstrndup(rest.data, end.length);
		double line_width = label_width(field_of(line), size, bold);

		label->lines[label->count++] = line;
		if (line_width > label->width)
			label->width = line_width;
		if (label->count == lines_max)
			return !cut;
		rest.data += end.next;
		rest.length -= end.next;
	}
	return true;
}

void
label_wrap(
    struct label *label, const char *text, double size, bool bold, double width, size_t lines_max)
{
	if (lines_max > LABEL_LINES_MAX)
		lines_max = LABEL_LINES_MAX;
	if (wrap(label, text, size, bold, width, lines_max, true))
		return;
	/* rather a date on two lines than a text that is cut */
	label_release(label);
	(void)wrap(label, text, size, bold, width, lines_max, false);
}

void
label_release(struct label *label)
{
	for (size_t i = 0; i < label->count; i++)
		free(label->lines[i]);
	*label = (struct label){ 0 };
}
