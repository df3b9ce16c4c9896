/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report_lines.h"

#include "../../lib/decimal.h"
#include "../../lib/text.h"

#include <math.h>
#include <string.h>

#define COUNT_WIDTH    7
#define NUMBER_WIDTH   7
#define INTERVAL_WIDTH 14

static void
put_blanks(struct buffer *out, size_t count)
{
	for (size_t i = 0; i < count; i++)
		buffer_append(out, " ", 1);
}

/* Right at the end of so many columns, or a little before them. */
static void
put_right(struct buffer *out, struct field text, size_t width)
{
	size_t characters = text_characters(text);

	put_blanks(out, characters < width ? width - characters : 0);
	buffer_append(out, text.data, text.length);
}

/* A long head ends where its numbers do and begins in the blanks before them. */
static void
put_head(struct buffer *out, const char *head)
{
	size_t length = strlen(head);
	bool interval = strcmp(head, "95%") == 0;

	put_blanks(out, interval ? INTERVAL_WIDTH : NUMBER_WIDTH);
	memcpy(out->data + out->length - length - (interval ? 4 : 0), head, length);
}

void
lines_heads(struct buffer *out, const char *const *heads)
{
	for (; *heads != NULL; heads++)
		put_head(out, *heads);
	buffer_append_text(out, "\n");
}

void
lines_head(struct buffer *out, struct field head)
{
	put_right(out, head, COUNT_WIDTH);
}

void
lines_code(struct buffer *out, struct field code, size_t width)
{
	size_t characters = text_characters(code);

	buffer_append_text(out, "  ");
	buffer_append(out, code.data, code.length);
	put_blanks(out, characters < width ? width - characters : 0);
}

static void
put_number(struct buffer *out, double number, unsigned decimals, size_t width)
{
	char text[DECIMAL_TEXT_MAX] = "none";

	if (isfinite(number))
		decimal_write(number, decimals, text);
	put_right(out, field_of(text), width);
}

void
lines_count(struct buffer *out, double count)
{
	put_number(out, count, fabs(count - nearbyint(count)) > 0 ? 1 : 0, COUNT_WIDTH);
}

void
lines_number(struct buffer *out, double number)
{
	put_number(out, number, 3, NUMBER_WIDTH);
}

void
lines_inline(struct buffer *out, double number)
{
	buffer_append_text(out, " ");
	put_number(out, number, 3, 0);
}

void
lines_share(struct buffer *out, const struct figure *share)
{
	char lower[DECIMAL_TEXT_MAX], upper[DECIMAL_TEXT_MAX];
	size_t start = out->length + NUMBER_WIDTH;

	lines_number(out, share->value);
	if (!isfinite(share->lower)) {
		put_blanks(out, INTERVAL_WIDTH);
		return;
	}
	decimal_write(share->lower, 2, lower);
	decimal_write(share->upper, 2, upper);
	put_blanks(out, strlen(lower) < 5 ? 6 - strlen(lower) : 1);
	buffer_format(out, "%s to %s", lower, upper);
	if (out->length < start + INTERVAL_WIDTH)
		put_blanks(out, start + INTERVAL_WIDTH - out->length);
}

void
lines_underline(struct buffer *out, size_t start)
{
	size_t width = text_characters((struct field){ out->data + start, out->length - start });

	buffer_append_text(out, "\n");
	for (size_t i = 0; i < width; i++)
		buffer_append(out, "=", 1);
	buffer_append_text(out, "\n");
}

void
lines_trim(struct buffer *out)
{
	size_t kept = 0;

	for (size_t i = 0; i < out->length; i++) {
		while (out->data[i] == '\n' && kept != 0 && out->data[kept - 1] == ' ')
			kept--;
		out->data[kept++] = out->data[i];
	}
	out->length = kept;
}
