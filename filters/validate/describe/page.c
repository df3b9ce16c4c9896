/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page: nodes of a schema as words of the page. */
#include "page.h"

#include "../../lib/markdown.h"
#include "../type/constraint_value.h"

const char *
page_text(const struct config_node *node)
{
	struct fault ignored;
	const char *text = NULL;

	return config_text(node, &text, &ignored) ? text : NULL;
}

bool
page_is(const struct config_node *node, const char *word)
{
	const char *text = page_text(node);

	return text != NULL && strcmp(text, word) == 0;
}

bool
page_true(const struct config_node *node)
{
	struct fault ignored;
	bool truth = false;

	return config_bool(node, &truth, &ignored) && truth;
}

static bool
say_number(struct page *page, const struct config_node *node)
{
	static const struct type type = { .kind = TYPE_NUMBER };
	struct texts texts = { 0 };
	struct fault ignored;
	bool good = constraint_value_load(node, &type, &texts, &ignored);

	if (good)
		buffer_append(&page->out, texts.items[0].data, texts.items[0].length);
	texts_release(&texts);
	return good;
}

void
page_value(struct page *page, const struct config_node *node)
{
	struct fault ignored;
	const char *text = page_text(node);
	bool truth = false;

	if (!config_present(node))
		return;
	if (text == NULL && say_number(page, node))
		return;
	if (text == NULL && config_bool(node, &truth, &ignored))
		text = truth ? "true" : "false";
	if (text != NULL)
		markdown_code(&page->out, field_of(text), page->cell);
}

/* An element is a value, or an object that has it beside its label. */
static struct config_node
value_of(const struct config_node *element)
{
	return config_is_object(element) ? config_member(element, "value") : *element;
}

void
page_values(struct page *page, const struct config_node *list, const char *last)
{
	size_t count = config_is_array(list) ? config_size(list) : 1;

	for (size_t i = 0; i < count; i++) {
		struct config_node element =
		    config_is_array(list) ? config_element(list, i) : *list;
		struct config_node value = value_of(&element);

		if (i != 0 && i + 1 == count)
			buffer_format(&page->out, " %s ", last);
		else if (i != 0)
			page_say(page, ", ");
		page_value(page, &value);
	}
}

void
page_field(struct page *page, size_t field)
{
	markdown_code(&page->out, field_of(page->schema->fields[field].name), page->cell);
}

void
page_sentence(struct page *page, const struct config_node *node)
{
	const char *text = page_text(node);
	size_t length = text != NULL ? strlen(text) : 0;

	if (length == 0)
		return;
	markdown_text(&page->out, text, page->cell);
	if (strchr(".!?:", text[length - 1]) == NULL)
		page_say(page, ".");
}

void
page_missing(struct page *page, const struct config_node *list)
{
	if (config_size(list) == 0)
		page_say(page, "nothing");
	for (size_t i = 0; i < config_size(list); i++) {
		struct config_node element = config_element(list, i);
		struct config_node value = value_of(&element);
		struct config_node label = config_member(&element, "label");

		if (i != 0)
			page_say(page, ", ");
		page_value(page, &value);
		if (page_text(&label) == NULL)
			continue;
		page_say(page, " (");
		markdown_text(&page->out, page_text(&label), page->cell);
		page_say(page, ")");
	}
}

void
page_next(struct page *page, size_t start)
{
	if (page->out.length != start)
		page_say(page, "; ");
}

struct config_node
page_constraint(const struct config_node *field, const char *name)
{
	struct config_node constraints = config_member(field, "constraints");

	return config_member(&constraints, name);
}

struct config_node
page_extension(const struct config_node *field, const char *name)
{
	struct config_node extension = config_member(field, "mhsw");

	return config_member(&extension, name);
}
