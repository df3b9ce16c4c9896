/* SPDX-License-Identifier: GPL-3.0-or-later */
/* describe: an instrument as a page for people. */
#include "describe.h"

#include "../../lib/markdown.h"

void
describe_name(struct buffer *page, const char *name)
{
	markdown_code(page, field_of(name), true);
}

void
describe_label(struct buffer *page, const char *text)
{
	markdown_text(page, text, true);
}

void
describe_number(struct buffer *page, struct decimal number)
{
	char text[NUMBER_TEXT_MAX];

	number_write(number, text);
	buffer_append_text(page, text);
}

/* The codes that mean one thing; nothing where there are none. */
static void
describe_codes(const struct instrument *instrument, enum answer_kind kind, const char *meaning,
    struct buffer *page)
{
	const struct codes *codes = &instrument->codes;
	const char *before = "- ";

	for (size_t i = 0; i < codes->count; i++) {
		if (codes->list[i].kind != kind)
			continue;
		buffer_append_text(page, before);
		markdown_code(page, codes->list[i].text, false);
		before = ", ";
	}
	if (before[0] == ',')
		buffer_format(page, ": %s\n", meaning);
}

void
describe_instrument(const struct instrument *instrument, struct buffer *page)
{
	buffer_append_text(page, "# ");
	markdown_text(
	    page, instrument->title != NULL ? instrument->title : instrument->name, false);
	buffer_append_text(page, "\n\nInstrument ");
	markdown_code(page, field_of(instrument->name), false);
	buffer_append_text(page, ", version ");
	markdown_code(page, field_of(instrument->version), false);
	buffer_append_text(page,
	    instrument->official ? ". It is the official text.\n\n"
	                         : ". **It is not an official text.**\n\nSource: ");
	if (instrument->official)
		buffer_append_text(page, "Source: ");
	markdown_text(page, instrument->source, false);
	buffer_append_text(page, "\n\n## Items\n\n");
	describe_items(instrument, page);
	buffer_append_text(page, "\nFor all items an empty answer is missing.");
	buffer_append_text(page, instrument->codes.count != 0 ? " Codes:\n\n" : "\n");
	describe_codes(instrument, ANSWER_MISSING, "missing", page);
	describe_codes(instrument, ANSWER_DONT_KNOW, "don't know", page);
	describe_codes(instrument, ANSWER_NOT_APPLICABLE, "not applicable", page);
	buffer_append_text(page, "\n## Scales\n\n");
	describe_scales(instrument, page);
}
