/* SPDX-License-Identifier: GPL-3.0-or-later */
/* describe_lists: the values of fields that have many, or whose values have labels. */
#include "../../lib/markdown.h"
#include "page.h"

/* More values than these get a list of their own. */
#define LISTED_MAX 6

struct config_node
page_list(const struct config_node *field)
{
	struct config_node list = page_constraint(field, "enum");

	return config_present(&list) ? list : config_member(field, "categories");
}

static bool
has_labels(const struct config_node *list)
{
	for (size_t i = 0; i < config_size(list); i++) {
		struct config_node element = config_element(list, i);

		if (config_is_object(&element))
			return true;
	}
	return false;
}

bool
page_list_apart(const struct config_node *list)
{
	return config_size(list) > LISTED_MAX || has_labels(list);
}

static void
describe_labels(struct page *page, const struct config_node *list)
{
	page_say(page, "| Value | Meaning |\n|---|---|\n");
	page->cell = true;
	for (size_t i = 0; i < config_size(list); i++) {
		struct config_node element = config_element(list, i);
		bool labelled = config_is_object(&element);
		struct config_node value = labelled ? config_member(&element, "value") : element;
		struct config_node label = config_member(&element, "label");

		page_say(page, "| ");
		page_value(page, &value);
		page_say(page, " | ");
		if (page_text(&label) != NULL)
			markdown_text(&page->out, page_text(&label), page->cell);
		page_say(page, " |\n");
	}
	page->cell = false;
}

void
describe_lists(struct page *page)
{
	bool begun = false;

	for (size_t i = 0; i < page->schema->count; i++) {
		struct config_node field = schema_field_node(page->schema, i);
		struct config_node list = page_list(&field);

		if (!config_present(&list) || !page_list_apart(&list))
			continue;
		page_say(page, begun ? "\n### Values of " : "\n## Values\n\n### Values of ");
		page_field(page, i);
		page_say(page, "\n\n");
		if (has_labels(&list)) {
			describe_labels(page, &list);
		} else {
			page_values(page, &list, "and");
			page_say(page, "\n");
		}
		begun = true;
	}
}
