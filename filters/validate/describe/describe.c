/* SPDX-License-Identifier: GPL-3.0-or-later */
/* describe: the data dictionary of a schema. */
#include "describe.h"

#include "../../lib/markdown.h"
#include "../rule/limits.h"
#include "page.h"

static void
describe_head(struct page *page)
{
	struct config_node root = schema_root(page->schema);
	struct config_node title = config_member(&root, "title");
	struct config_node name = config_member(&root, "name");
	struct config_node description = config_member(&root, "description");
	const char *text = page_text(&title) != NULL ? page_text(&title) : page_text(&name);

	page_say(page, "# ");
	markdown_text(&page->out, text != NULL ? text : "Data dictionary", page->cell);
	page_say(page, "\n\n");
	page_sentence(page, &description);
	page_say(page, page_text(&description) != NULL ? "\n\n" : "");
}

static void
describe_foot(struct page *page)
{
	const char *path = page->schema->file.path;
	const char *slash = strrchr(path, '/');

	page_say(page, "\n---\n\nThis page is made from ");
	markdown_code(&page->out, field_of(slash != NULL ? slash + 1 : path), page->cell);
	page_say(page, " by `validate --describe`; what is wrong in it is mended there.\n");
}

bool
describe_write(const struct schema *schema, struct writer *writer, struct fault *fault)
{
	struct page page = { .schema = schema };
	struct limits limits = { 0 };
	bool good = limits_open(&limits, schema, fault);

	limits_close(&limits);
	describe_head(&page);
	describe_record(&page);
	describe_fields(&page);
	describe_lists(&page);
	good = good && describe_rules(&page, fault);
	describe_table(&page);
	describe_foot(&page);
	if (good)
		writer_bytes(writer, page.out.data, page.out.length);
	buffer_release(&page.out);
	return good;
}
