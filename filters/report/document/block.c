/* SPDX-License-Identifier: GPL-3.0-or-later */
/* block: what stands in a section: texts, lists, headings, charts, tables. */
#include "../text/placeholder.h"
#include "document.h"

#include <stdlib.h>

static const char *const kinds[] = { "text", "list", "heading", "chart", "table", NULL };

static bool
take_text(struct block *block, const struct config_node *node, struct fault *fault)
{
	struct words words = { .node = *node };

	if (!config_text_required(node, &words.text, fault) || !words_filled(&words, fault)
	    || !placeholder_check(node, words.text, fault))
		return false;
	block->texts = xgrow(block->texts, block->text_count, sizeof *block->texts);
	block->texts[block->text_count++] = words;
	return true;
}

/* One text, or a list of them. */
static bool
take_texts(struct block *block, const struct config_node *node, struct fault *fault)
{
	if (!config_is_array(node))
		return block->kind == BLOCK_LIST
		    ? config_fault(node, fault, "a list of texts is expected")
		    : take_text(block, node, fault);
	if (block->kind == BLOCK_HEADING || config_size(node) == 0)
		return config_fault(node, fault, "a text is expected");
	for (size_t i = 0; i < config_size(node); i++) {
		struct config_node element = config_element(node, i);

		if (!take_text(block, &element, fault))
			return false;
	}
	return true;
}

static bool
read_columns(struct table_request *request, const struct config_node *node, struct fault *fault)
{
	request->columns = config_member(node, "columns");
	if (!config_present(&request->columns))
		return true;
	if (!config_is_array(&request->columns) || config_size(&request->columns) == 0)
		return config_fault(&request->columns, fault, "a list of columns is expected");
	for (size_t i = 0; i < config_size(&request->columns); i++) {
		struct config_node element = config_element(&request->columns, i);
		const char *name;

		if (!config_text_required(&element, &name, fault))
			return false;
	}
	return true;
}

static bool
read_values(const struct config_node *member, struct fault *fault)
{
	const char *value;

	if (!config_is_array(member))
		return config_text_required(member, &value, fault);
	if (config_size(member) == 0)
		return config_fault(member, fault, "a value or a list of values is expected");
	for (size_t i = 0; i < config_size(member); i++) {
		struct config_node element = config_element(member, i);

		if (!config_text_required(&element, &value, fault))
			return false;
	}
	return true;
}

static bool
read_rows(struct table_request *request, const struct config_node *node, struct fault *fault)
{
	request->rows = config_member(node, "rows");
	if (!config_present(&request->rows))
		return true;
	if (!config_is_object(&request->rows))
		return config_fault(
		    &request->rows, fault, "an object of columns and their values is expected");
	for (size_t i = 0; i < config_size(&request->rows); i++) {
		struct config_node member;

		config_key(&request->rows, i, &member);
		if (!read_values(&member, fault))
			return false;
	}
	return true;
}

static bool
read_table(struct table_request *request, const struct config_node *node, struct fault *fault)
{
	static const char *const keys[] = { "stream", "columns", "rows", "caption", NULL };

	return config_only(node, keys, fault)
	    && words_require(&request->stream, node, "stream", fault)
	    && words_require(&request->caption, node, "caption", fault)
	    && read_columns(request, node, fault) && read_rows(request, node, fault);
}

bool
block_read(struct block *block, const struct config_node *node, struct fault *fault)
{
	struct config_node member;

	block->node = *node;
	if (!config_only(node, kinds, fault))
		return false;
	if (config_size(node) != 1)
		return config_fault(
		    node, fault, "one of text, list, heading, chart and table is expected");
	for (size_t kind = 0; kinds[kind] != NULL; kind++) {
		member = config_member(node, kinds[kind]);
		block->kind = (enum block_kind)kind;
		if (config_present(&member))
			break;
	}
	switch (block->kind) {
	case BLOCK_CHART:
		block->node = member;
		return request_read(&block->chart, &member, fault);
	case BLOCK_TABLE:
		block->node = member;
		return read_table(&block->table, &member, fault);
	default:
		return take_texts(block, &member, fault);
	}
}

void
block_release(struct block *block)
{
	free(block->texts);
	request_release(&block->chart);
}
