/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cell_text: what a cell holds as one text, for partitions. */
#include "cell_text.h"

static const char digits[] = "0123456789abcdef";

/* Before any bytes, so that none at all is a word, too. */
#define BYTES_MARK 'x'

static void
begin_word(struct buffer *text)
{
	if (text->length != 0 && text->data[text->length - 1] != ' ')
		buffer_append_text(text, " ");
}

void
cell_text_number(struct buffer *text, decimal_unsigned number)
{
	char word[32];
	size_t first = sizeof(word);

	do {
		word[--first] = digits[number & 15];
		number >>= 4;
	} while (number != 0);
	begin_word(text);
	buffer_append(text, word + first, sizeof(word) - first);
}

void
cell_text_bytes(struct buffer *text, struct field bytes)
{
	begin_word(text);
	buffer_append(text, &(char){ BYTES_MARK }, 1);
	for (size_t i = 0; i < bytes.length; i++) {
		unsigned char byte = (unsigned char)bytes.data[i];

		buffer_append(text, &digits[byte >> 4], 1);
		buffer_append(text, &digits[byte & 15], 1);
	}
}

void
cell_text_sum(struct buffer *text, const struct decimal_sum *sum)
{
	cell_text_number(text, sum->count);
	cell_text_number(text, sum->scale);
	cell_text_number(text, (decimal_unsigned)sum->sum);
	cell_text_number(text, sum->squares.high);
	cell_text_number(text, sum->squares.low);
}

struct cell_text
cell_text_of(struct field text)
{
	return (struct cell_text){ text, true };
}

/* Takes the next word off; an empty one is not good. */
static struct field
next_word(struct cell_text *text)
{
	struct field word = text->rest;
	const char *end = word.length != 0 ? memchr(word.data, ' ', word.length) : NULL;

	if (end != NULL) {
		word.length = (size_t)(end - word.data);
		text->rest.data += word.length + 1;
		text->rest.length -= word.length + 1;
		/* a blank stands between two words only */
		text->good = text->good && text->rest.length != 0;
	} else {
		text->rest = (struct field){ "", 0 };
	}
	text->good = text->good && word.length != 0;
	return word;
}

/* -1: it is none. */
static int
digit_of(char c)
{
	const char *at = c != '\0' ? strchr(digits, c) : NULL;

	return at != NULL ? (int)(at - digits) : -1;
}

decimal_unsigned
cell_text_read(struct cell_text *text, decimal_unsigned most)
{
	struct field word = next_word(text);
	decimal_unsigned number = 0;

	if (word.length > 32 || (word.length > 1 && word.data[0] == '0'))
		text->good = false;
	for (size_t i = 0; text->good && i < word.length; i++) {
		int digit = digit_of(word.data[i]);

		text->good = digit >= 0;
		number = number << 4 | (decimal_unsigned)(digit & 15);
	}
	text->good = text->good && number <= most;
	return text->good ? number : 0;
}

uint64_t
cell_text_read_count(struct cell_text *text)
{
	return (uint64_t)cell_text_read(text, UINT64_MAX);
}

bool
cell_text_read_bytes(struct cell_text *text, struct buffer *bytes)
{
	struct field word = next_word(text);

	text->good = text->good && word.length % 2 == 1 && word.data[0] == BYTES_MARK;
	for (size_t i = 1; text->good && i < word.length; i += 2) {
		int high = digit_of(word.data[i]), low = digit_of(word.data[i + 1]);

		text->good = high >= 0 && low >= 0;
		if (text->good)
			buffer_append(bytes, &(char){ (char)(high << 4 | low) }, 1);
	}
	return text->good;
}

struct decimal_sum
cell_text_read_sum(struct cell_text *text)
{
	const decimal_unsigned any = ~(decimal_unsigned)0;
	struct decimal_sum sum = { .count = cell_text_read_count(text) };

	sum.scale = (unsigned)cell_text_read(text, DECIMAL_SCALE_MAX);
	sum.sum = (decimal_wide)cell_text_read(text, any);
	sum.squares.high = cell_text_read(text, any);
	sum.squares.low = cell_text_read(text, any);
	/* no sum of nothing is written */
	text->good = text->good && sum.count != 0;
	return sum;
}

bool
cell_text_ends(const struct cell_text *text)
{
	return text->good && text->rest.length == 0;
}
