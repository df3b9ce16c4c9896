/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes labels: whatever bytes a name holds, it reaches gnuplot as one line of
 * a datablock that begins with a bar, XML as text, and a chart in lines that fit.
 */
#include "../../filters/lib/html.h"
#include "../../filters/lib/text.h"
#include "../../filters/plot/canvas/label.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
require(bool good)
{
	if (!good)
		abort();
}

/* One line, well-formed, without any control character. */
static void
require_clean(struct field line)
{
	require(text_invalid_at(line.data, line.length) == line.length);
	for (size_t i = 0; i < line.length; i++)
		require((unsigned char)line.data[i] >= 0x20 && line.data[i] != 0x7f);
}

static void
check_script(struct field text, bool svg)
{
	struct buffer script = { 0 };

	label_script(&script, text, svg);
	require(script.length >= 2);
	require(script.data[0] == '|' && script.data[script.length - 1] == '\n');
	require_clean((struct field){ script.data, script.length - 1 });
	/* gnuplot's SVG terminal takes &#x for markup: only the escaped & may begin so */
	for (size_t i = 0; svg && i + 5 < script.length; i++)
		if (memcmp(script.data + i, "&#x", 3) == 0)
			require(memcmp(script.data + i, "&#x26;", 6) == 0);
	buffer_release(&script);
}

static void
check_xml(const char *clean)
{
	struct buffer xml = { 0 };

	html_text(&xml, field_of(clean));
	for (size_t i = 0; i < xml.length; i++)
		require(xml.data[i] != '<' && xml.data[i] != '>' && xml.data[i] != '"');
	buffer_release(&xml);
}

static void
check_wrap(const char *clean, double width, size_t lines_max)
{
	struct label label;

	label_wrap(&label, clean, 16, false, width, lines_max);
	require(label.count <= lines_max);
	require((label.count == 0) == (clean[0] == '\0'));
	for (size_t i = 0; i < label.count; i++) {
		require_clean(field_of(label.lines[i]));
		/* a line too narrow for a character holds that one alone */
		require(label_width(field_of(label.lines[i]), 16, false) <= width + 0.001
		    || text_characters(field_of(label.lines[i])) <= 2);
	}
	label_release(&label);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct field text = { (const char *)data, size };
	struct buffer fitted = { 0 };
	char *clean = label_clean(text);
	char *again = label_clean(field_of(clean));

	require_clean(field_of(clean));
	require(strcmp(clean, again) == 0);
	check_script(text, true);
	check_script(text, false);
	check_xml(clean);
	for (size_t lines = 1; lines < 4; lines++)
		check_wrap(clean, (double)(size % 7) * 40, lines);
	label_fit(&fitted, field_of(clean), size % 40);
	require(label_cells((struct field){ fitted.data, fitted.length }) == size % 40);
	buffer_release(&fitted);
	free(again);
	free(clean);
	return 0;
}
