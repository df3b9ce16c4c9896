/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page: the page of a schema while it is written; for the parts of describe. */
#ifndef VALIDATE_PAGE_H
#define VALIDATE_PAGE_H

#include "../schema/schema.h"

struct page {
	const struct schema *schema;
	struct buffer out;
	bool cell; /* a table is being written */
};

/* Appends words of our own. */
static inline void
page_say(struct page *page, const char *words)
{
	buffer_append_text(&page->out, words);
}

/* The node's text, or NULL where it is absent or none. */
const char *page_text(const struct config_node *node);
/* The text is that word; the node is true. */
bool page_is(const struct config_node *node, const char *word);
bool page_true(const struct config_node *node);
/* Append, texts as code: a text, number or boolean; the elements of a list (or the
 * one text), the last one behind the word, such as "and"; a field's name. */
void page_value(struct page *page, const struct config_node *node);
void page_values(struct page *page, const struct config_node *list, const char *last);
void page_field(struct page *page, size_t field);
/* Appends a node's text as prose, with a full stop behind it. */
void page_sentence(struct page *page, const struct config_node *node);
/* Appends "nothing", or each missing value with its label. */
void page_missing(struct page *page, const struct config_node *list);
/* A member of the field's "constraints", of its "mhsw". */
struct config_node page_constraint(const struct config_node *field, const char *name);
struct config_node page_extension(const struct config_node *field, const char *name);
/* The values that a field may have: its enum or its categories. */
struct config_node page_list(const struct config_node *field);
/* They are many or have labels, and stand below the table. */
bool page_list_apart(const struct config_node *list);
/* Begins the next of several notes in a cell: a divider before all but the first. */
void page_next(struct page *page, size_t start);

/* The parts of the page. */
void describe_fields(struct page *page);
void describe_notes(struct page *page, const struct config_node *field);
void describe_lists(struct page *page);
void describe_record(struct page *page);
void describe_table(struct page *page);
bool describe_rules(struct page *page, struct fault *fault);

#endif
