/* SPDX-License-Identifier: GPL-3.0-or-later */
/* describe_notes: what is to be said of a field beside its values. */
#include "../../lib/markdown.h"
#include "page.h"

static void
note_codes(struct page *page, const struct config_node *field, size_t start)
{
	struct config_node list = page_extension(field, "codeList");
	struct config_node file = config_member(&list, "file");
	struct config_node column = config_member(&list, "column");
	struct config_node on = config_member(&list, "on");

	if (!config_present(&list))
		return;
	page_next(page, start);
	page_say(page, "a code of ");
	page_value(page, &file);
	page_say(page, ", column ");
	page_value(page, &column);
	if (config_present(&on)) {
		page_say(page, ", that is valid on ");
		page_value(page, &on);
	}
}

static void
note_warnings(struct page *page, const struct config_node *field, size_t start)
{
	struct config_node severity = page_extension(field, "severity");
	bool begun = false;

	for (size_t i = 0; config_is_object(&severity) && i < config_size(&severity); i++) {
		struct config_node level;
		const char *key = config_key(&severity, i, &level);

		if (!page_is(&level, "warning"))
			continue;
		if (!begun)
			page_next(page, start);
		page_say(page, begun ? ", " : "only a warning: ");
		markdown_code(&page->out, field_of(key), page->cell);
		begun = true;
	}
}

static void
note_if(struct page *page, bool so, const char *words, size_t start)
{
	if (!so)
		return;
	page_next(page, start);
	page_say(page, words);
}

void
describe_notes(struct page *page, const struct config_node *field)
{
	size_t start = page->out.length;
	struct config_node unique = page_constraint(field, "unique");
	struct config_node source = page_extension(field, "source");
	struct config_node missing = config_member(field, "missingValues");
	struct config_node percent = page_extension(field, "maxMissingPercent");
	struct config_node sensitive = page_extension(field, "sensitive");
	struct config_node codes = page_extension(field, "codes");
	struct config_node one = page_extension(field, "onePerFile");
	struct config_node example = config_member(field, "example");

	note_if(page, page_true(&unique), "never twice", start);
	note_if(page, page_true(&one), "the same in all records of a file", start);
	note_if(page, page_true(&sensitive), "**sensitive**: never shown in a report", start);
	note_codes(page, field, start);
	if (config_present(&source)) {
		note_if(page, true, "in the file: ", start);
		page_value(page, &source);
	}
	if (config_present(&missing)) {
		note_if(page, true, "missing is ", start);
		page_missing(page, &missing);
	}
	if (config_present(&percent)) {
		note_if(page, true, "missing in at most ", start);
		page_value(page, &percent);
		page_say(page, " percent of the records");
	}
	note_if(page, page_true(&codes), "new codes are reported", start);
	note_warnings(page, field, start);
	if (config_present(&example)) {
		note_if(page, true, "for example ", start);
		page_value(page, &example);
	}
}
