/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page: the report as one HTML page. */
#include "page.h"

#include "../../lib/html.h"

#include <stdio.h>

void
page_put(struct page *page, const char *markup)
{
	buffer_append_text(&page->out, markup);
}

void
page_text(struct page *page, struct field text)
{
	html_text(&page->out, text);
}

void
page_say(struct page *page, const char *key)
{
	page_text(page, strings_text(page->strings, key));
}

void
page_fill(struct page *page, const char *key, const struct field *values, size_t count)
{
	struct buffer text = { 0 };

	strings_fill(page->strings, &text, key, values, count);
	page_text(page, (struct field){ text.data, text.length });
	buffer_release(&text);
}

void
page_element(struct page *page, const char *element, const char *class_name, const char *key)
{
	buffer_format(
	    &page->out, class_name == NULL ? "<%s>" : "<%s class=\"%s\">", element, class_name);
	page_say(page, key);
	buffer_format(&page->out, "</%s>\n", element);
}

struct field
page_said(const struct config_node *object, const char *key)
{
	struct config_node member = config_member(object, key);
	const char *text = "";
	struct fault ignored;

	(void)config_text(&member, &text, &ignored);
	return field_of(text);
}

struct field
page_number(char text[24], size_t number)
{
	snprintf(text, 24, "%zu", number);
	return field_of(text);
}

bool
page_words(struct page *page, const struct words *words, struct fault *fault)
{
	struct buffer text = { 0 };
	bool good = placeholder_fill(page->placeholders, &words->node, words->text, &text, fault);

	if (good)
		page_text(page, (struct field){ text.data, text.length });
	buffer_release(&text);
	return good;
}

/* The id of a section in the contents. */
static void
write_section_id(struct page *page, size_t section)
{
	const char *id = page->document->sections[section].id;

	if (id != NULL)
		page_put(page, id);
	else
		buffer_format(&page->out, "section-%zu", section + 1);
}

static bool
write_texts(struct page *page, const struct block *block, const char *element, struct fault *fault)
{
	for (size_t i = 0; i < block->text_count; i++) {
		buffer_format(&page->out, "<%s>", element);
		if (!page_words(page, &block->texts[i], fault))
			return false;
		buffer_format(&page->out, "</%s>\n", element);
	}
	return true;
}

/* level: of the headings of charts, one below that of the last heading. */
static bool
write_block(struct page *page, const struct block *block, unsigned *level, struct fault *fault)
{
	bool good;

	switch (block->kind) {
	case BLOCK_TEXT:
		return write_texts(page, block, "p", fault);
	case BLOCK_LIST:
		page_put(page, "<ul>\n");
		good = write_texts(page, block, "li", fault);
		page_put(page, "</ul>\n");
		return good;
	case BLOCK_HEADING:
		*level = 4;
		return write_texts(page, block, "h3", fault);
	case BLOCK_CHART:
		return page_chart(page, *level, fault);
	case BLOCK_TABLE:
		return page_rows(page, &block->table, fault);
	}
	return false;
}

static bool
write_section(struct page *page, size_t index, struct fault *fault)
{
	const struct section *section = &page->document->sections[index];
	unsigned level = 3;
	bool good;

	page_put(page, "<section>\n<h2 id=\"");
	write_section_id(page, index);
	page_put(page, "\">");
	good = page_words(page, &section->title, fault);
	page_put(page, "</h2>\n");
	for (size_t i = 0; good && i < section->count; i++)
		good = write_block(page, &section->blocks[i], &level, fault);
	page_put(page, "</section>\n");
	return good;
}

static bool
write_contents(struct page *page, struct fault *fault)
{
	page_put(page, "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">");
	page_say(page, "contents");
	page_put(page, "</h2>\n<ol>\n");
	for (size_t i = 0; i < page->document->count; i++) {
		page_put(page, "<li><a href=\"#");
		write_section_id(page, i);
		page_put(page, "\">");
		if (!page_words(page, &page->document->sections[i].title, fault))
			return false;
		page_put(page, "</a></li>\n");
	}
	if (page->document->quality) {
		page_put(page, "<li><a href=\"#quality\">");
		page_say(page, "quality.title");
		page_put(page, "</a></li>\n");
	}
	if (page->document->about) {
		page_put(page, "<li><a href=\"#about\">");
		page_say(page, "about.title");
		page_put(page, "</a></li>\n");
	}
	page_put(page, "</ol>\n</nav>\n");
	return true;
}

static bool
write_header(struct page *page, struct fault *fault)
{
	bool good = true;

	page_put(page, "<body>\n<a class=\"skip\" href=\"#main\">");
	page_say(page, "skip");
	page_put(page, "</a>\n<header>\n<h1>");
	good = page_words(page, &page->document->title, fault);
	page_put(page, "</h1>\n");
	if (good && page->document->summary.text != NULL) {
		page_put(page, "<p class=\"lead\">");
		good = page_words(page, &page->document->summary, fault);
		page_put(page, "</p>\n");
	}
	page_put(page, "</header>\n");
	return good;
}

bool
page_write(struct page *page, struct fault *fault)
{
	if (!page_head(page, fault) || !write_header(page, fault) || !write_contents(page, fault))
		return false;
	page_put(page, "<main id=\"main\" tabindex=\"-1\">\n");
	for (size_t i = 0; i < page->document->count; i++)
		if (!write_section(page, i, fault))
			return false;
	if (page->document->quality)
		page_quality(page);
	if (page->document->about && !page_about(page, fault))
		return false;
	page_put(page, "</main>\n</body>\n</html>\n");
	return true;
}
