/* SPDX-License-Identifier: GPL-3.0-or-later */
/* markdown: texts put into a page. */
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

/* Each mark as a number: for a backslash before a bar, which no other way of
 * writing it in a cell keeps apart from the backslash that lets the bar be. */
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

static bool
has_escaped_bar(struct field text)
{
	for (size_t i = 1; i < text.length; i++)
		if (text.data[i] == '|' && text.data[i - 1] == '\\')
			return true;
	return false;
}

void
markdown_code(struct buffer *out, struct field text, bool cell)
{
	size_t ticks = 0;
	size_t run = 0;
	bool apart;

	if (text.length == 0) {
		buffer_append_text(out, "empty");
		return;
	}
	if (cell && has_escaped_bar(text)) {
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
	for (size_t i = 0; i < text.length; i++) {
		if (cell && text.data[i] == '|')
			buffer_append_text(out, "\\"); /* a bar would end the cell */
		buffer_append(out, is_control(text.data[i]) ? " " : text.data + i, 1);
	}
	if (apart)
		buffer_append_text(out, " ");
	for (size_t i = 0; i <= ticks; i++)
		buffer_append_text(out, "`");
}

/* The length of the code that the backtick at text begins, or 0: without an end,
 * or with more backticks beside it, it is a mark like others. */
static size_t
code_length(const char *text)
{
	const char *end = strchr(text + 1, '`');

	return end == NULL || end == text + 1 || end[1] == '`' ? 0 : (size_t)(end - text) - 1;
}

void
markdown_text(struct buffer *out, const char *text, bool cell)
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
		size_t code = text[i] == '`' ? code_length(text + i) : 0;

		if (code != 0) {
			markdown_code(out, (struct field){ text + i + 1, code }, cell);
			i += code + 1;
			continue;
		}
		if (is_mark(text, i))
			buffer_append_text(out, "\\");
		buffer_append(out, is_control(text[i]) ? " " : text + i, 1);
	}
}
