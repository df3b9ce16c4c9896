/* SPDX-License-Identifier: GPL-3.0-or-later */
/* describe_fields: the table of fields. */
#include "../../lib/markdown.h"
#include "page.h"

#include <limits.h>

static void
describe_meaning(struct page *page, const struct config_node *field)
{
	struct config_node title = config_member(field, "title");
	struct config_node description = config_member(field, "description");

	if (page_text(&description) == NULL) {
		if (page_text(&title) != NULL)
			markdown_text(&page->out, page_text(&title), page->cell);
		return;
	}
	page_sentence(page, &title);
	if (page_text(&title) != NULL)
		page_say(page, " ");
	page_sentence(page, &description);
}

static void
say_option(struct page *page, const struct config_node *field, const char *key, const char *words)
{
	struct config_node node = config_member(field, key);

	if (!config_present(&node) || (page_text(&node) == NULL && !page_true(&node)))
		return;
	page_say(page, words);
	page_value(page, &node);
}

static void
describe_type(struct page *page, const struct config_node *field)
{
	struct config_node type = config_member(field, "type");
	struct config_node format = config_member(field, "format");
	struct config_node items = config_member(field, "itemType");
	struct config_node bare = config_member(field, "bareNumber");
	const char *form = page_text(&format);

	page_say(page, page_text(&type) != NULL ? page_text(&type) : "string");
	if (page_text(&items) != NULL) {
		page_say(page, " of ");
		page_say(page, page_text(&items));
	}
	if (form != NULL && strchr(form, '%') == NULL && strcmp(form, "default") != 0) {
		page_say(page, ", ");
		markdown_text(&page->out, form, page->cell);
	} else if (form != NULL && strchr(form, '%') != NULL) {
		page_say(page, ", as ");
		page_value(page, &format);
	}
	say_option(page, field, "delimiter", ", divided by ");
	say_option(page, field, "decimalChar", ", its decimal mark is ");
	say_option(page, field, "groupChar", ", thousands divided by ");
	if (config_present(&bare) && !page_true(&bare))
		page_say(page, ", perhaps with a sign such as % or £");
}

static void
describe_range(struct page *page, const struct config_node *field, size_t start)
{
	struct config_node minimum = page_constraint(field, "minimum");
	struct config_node maximum = page_constraint(field, "maximum");
	struct config_node above = page_constraint(field, "exclusiveMinimum");
	struct config_node below = page_constraint(field, "exclusiveMaximum");

	if (config_present(&minimum)) {
		page_next(page, start);
		page_say(page, config_present(&maximum) ? "" : "from ");
		page_value(page, &minimum);
	}
	if (config_present(&maximum)) {
		if (!config_present(&minimum))
			page_next(page, start);
		page_say(page, config_present(&minimum) ? " to " : "up to ");
		page_value(page, &maximum);
	}
	if (config_present(&above)) {
		page_next(page, start);
		page_say(page, "more than ");
		page_value(page, &above);
	}
	if (config_present(&below)) {
		page_next(page, start);
		page_say(page, "less than ");
		page_value(page, &below);
	}
}

static void
describe_length(struct page *page, const struct config_node *field, const char *unit, size_t start)
{
	struct config_node minimum = page_constraint(field, "minLength");
	struct config_node maximum = page_constraint(field, "maxLength");
	struct fault ignored;
	long least = -1;
	long most = -1;

	(void)config_integer(&minimum, 0, LONG_MAX, &least, &ignored);
	(void)config_integer(&maximum, 0, LONG_MAX, &most, &ignored);
	if (least < 0 && most < 0)
		return;
	page_next(page, start);
	if (least == most)
		buffer_format(&page->out, "%ld %s", least, unit);
	else if (least < 0)
		buffer_format(&page->out, "at most %ld %s", most, unit);
	else if (most < 0)
		buffer_format(&page->out, "at least %ld %s", least, unit);
	else
		buffer_format(&page->out, "%ld to %ld %s", least, most, unit);
}

static void
describe_choice(struct page *page, const struct config_node *field, size_t start)
{
	struct config_node list = page_list(field);
	struct config_node ordered = config_member(field, "categoriesOrdered");

	if (!config_present(&list))
		return;
	page_next(page, start);
	if (page_list_apart(&list))
		buffer_format(&page->out, "one of %zu values, listed below", config_size(&list));
	else
		page_values(page, &list, "or");
	if (page_true(&ordered))
		page_say(page, ", in this order");
}

static void
describe_words(struct page *page, const struct config_node *field, size_t start)
{
	struct config_node yes = config_member(field, "trueValues");
	struct config_node no = config_member(field, "falseValues");

	if (config_present(&yes)) {
		page_next(page, start);
		page_say(page, "true is ");
		page_values(page, &yes, "or");
	}
	if (config_present(&no)) {
		page_next(page, start);
		page_say(page, "false is ");
		page_values(page, &no, "or");
	}
}

static void
describe_allowed(struct page *page, const struct config_node *field)
{
	size_t start = page->out.length;
	struct config_node type = config_member(field, "type");
	struct config_node pattern = page_constraint(field, "pattern");

	describe_choice(page, field, start);
	describe_words(page, field, start);
	describe_range(page, field, start);
	describe_length(page, field, page_is(&type, "list") ? "items" : "characters", start);
	if (config_present(&pattern)) {
		page_next(page, start);
		page_say(page, "matches ");
		page_value(page, &pattern);
	}
}

void
describe_fields(struct page *page)
{
	page_say(page,
	    "## Fields\n\n| Field | Meaning | Type | Required | Values | Notes |\n"
	    "|---|---|---|---|---|---|\n");
	page->cell = true;
	for (size_t i = 0; i < page->schema->count; i++) {
		struct config_node field = schema_field_node(page->schema, i);

		page_say(page, "| ");
		page_field(page, i);
		page_say(page, " | ");
		describe_meaning(page, &field);
		page_say(page, " | ");
		describe_type(page, &field);
		page_say(page,
		    schema_field_required(&page->schema->fields[i]) ? " | yes | " : " | no | ");
		describe_allowed(page, &field);
		page_say(page, " | ");
		describe_notes(page, &field);
		page_say(page, " |\n");
	}
	page->cell = false;
}
