/* SPDX-License-Identifier: GPL-3.0-or-later */
/* markdown: texts of a schema put into a page. */
#include "markdown.h"

#include <ctype.h>

static bool
is_control(char byte)
{
	return (unsigned char)byte < ' ' || byte == 0x7F;
}

static bool
is_word(char byte)
{
	return (unsigned char)byte >= 0x80 || isalnum((unsigned char)byte);
}

/* The marks that mean something inside a line.  An underscore within a word and
 * an ampersand before a blank mean nothing, and a page is read as it stands too. */
static bool
is_mark(const char *text, size_t at)
{
	if (text[at] == '\0')
		return false;
	if (text[at] == '_')
		return at == 0 || !is_word(text[at - 1]) || !is_word(text[at + 1]);
	if (text[at] == '&')
		return text[at + 1] == '#' || isalnum((unsigned char)text[at + 1]);
	return strchr("\\`*{}[]<>|~$", text[at]) != NULL;
}

/* What begins a heading, a list or a quote where it stands first on a line. */
static bool
begins_block(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	return *text == '#' || *text == '+' || *text == '-' || *text == '='
	    || (digits != 0 && (text[digits] == '.' || text[digits] == ')'));
}

void
markdown_text(struct buffer *out, const char *text)
{
	size_t start = 0;

	if (begins_block(text)) {
		start = strspn(text, "0123456789");
		buffer_append(out, text, start);
		buffer_append_text(out, "\\");
		buffer_append(out, text + start, 1);
		start++;
	}
	for (size_t i = start; text[i] != '\0'; i++) {
		if (is_mark(text, i))
			buffer_append_text(out, "\\");
		buffer_append(out, is_control(text[i]) ? " " : text + i, 1);
	}
}

/* A bar would end the cell, and a backslash before it helps in some readers and
 * shows in others: such a code is written with a number for each mark. */
static void
code_in_numbers(struct buffer *out, struct field text)
{
	buffer_append_text(out, "<code>");
	for (size_t i = 0; i < text.length; i++) {
		if (is_word(text.data[i]) || text.data[i] == ' ')
			buffer_append(out, text.data + i, 1);
		else if (is_control(text.data[i]))
			buffer_append_text(out, " ");
		else
			buffer_format(out, "&#%d;", text.data[i]);
	}
	buffer_append_text(out, "</code>");
}

void
markdown_code(struct buffer *out, struct field text)
{
	size_t ticks = 0;
	size_t run = 0;
	bool apart;

	if (text.length == 0) {
		buffer_append_text(out, "empty");
		return;
	}
	if (memchr(text.data, '|', text.length) != NULL) {
		code_in_numbers(out, text);
		return;
	}
	for (size_t i = 0; i < text.length; i++) {
		run = text.data[i] == '`' ? run + 1 : 0;
		if (run > ticks)
			ticks = run;
	}
	/* one blank on both sides is taken off again */
	apart = ticks != 0 || (text.data[0] == ' ' && text.data[text.length - 1] == ' ');
	for (size_t i = 0; i <= ticks; i++)
		buffer_append_text(out, "`");
	if (apart)
		buffer_append_text(out, " ");
	for (size_t i = 0; i < text.length; i++)
		buffer_append(out, is_control(text.data[i]) ? " " : text.data + i, 1);
	if (apart)
		buffer_append_text(out, " ");
	for (size_t i = 0; i <= ticks; i++)
		buffer_append_text(out, "`");
}
