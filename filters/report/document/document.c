/* SPDX-License-Identifier: GPL-3.0-or-later */
/* document: the report file. */
#include "document.h"

#include "../../lib/ascii.h"
#include "../text/placeholder.h"

#include <stdlib.h>
#include <string.h>

#define LANG_DEFAULT "en-GB"

bool
words_read(
    struct words *words, const struct config_node *object, const char *key, struct fault *fault)
{
	words->node = config_member(object, key);
	words->text = NULL;
	return config_text(&words->node, &words->text, fault)
	    && (words->text == NULL || placeholder_check(&words->node, words->text, fault));
}

bool
words_filled(const struct words *words, struct fault *fault)
{
	return words->text == NULL || field_trim(field_of(words->text)).length != 0
	    || config_fault(&words->node, fault, "is empty: a text is expected");
}

bool
words_require(
    struct words *words, const struct config_node *object, const char *key, struct fault *fault)
{
	if (!words_read(words, object, key, fault))
		return false;
	if (words->text == NULL)
		return config_fault(&words->node, fault, "is missing: a text is expected");
	return words_filled(words, fault);
}

/* Anchors that the page has itself. */
static bool
is_taken(const char *id)
{
	static const char *const own[] = { "main", "contents", "quality", "about", NULL };
	static const char *const beginnings[] = { "chart-", "table-", "section-", NULL };

	for (size_t i = 0; own[i] != NULL; i++)
		if (strcmp(id, own[i]) == 0)
			return true;
	for (size_t i = 0; beginnings[i] != NULL; i++)
		if (strncmp(id, beginnings[i], strlen(beginnings[i])) == 0)
			return true;
	return false;
}

/* Small letters, digits and hyphens, beginning with a letter: an anchor of the page. */
static bool
read_id(struct section *section, const struct config_node *object, struct fault *fault)
{
	struct config_node node = config_member(object, "id");
	const char *id = NULL;

	if (!config_text(&node, &id, fault))
		return false;
	section->id = id;
	if (id == NULL)
		return true;
	if (is_taken(id))
		return config_fault(&node, fault, "is an id of the page itself; choose another");
	if (*id >= 'a' && *id <= 'z'
	    && id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0')
		return true;
	return config_fault(&node, fault,
	    "an id is made of small letters, digits and hyphens and begins with a letter");
}

static bool
read_section(struct section *section, const struct config_node *node, struct fault *fault)
{
	static const char *const keys[] = { "title", "id", "content", NULL };
	struct config_node content;

	if (!config_only(node, keys, fault) || !words_require(&section->title, node, "title", fault)
	    || !read_id(section, node, fault))
		return false;
	content = config_member(node, "content");
	if (!config_is_array(&content))
		return config_fault(&content, fault, "a list is expected");
	for (size_t i = 0; i < config_size(&content); i++) {
		struct config_node element = config_element(&content, i);

		section->blocks = xgrow(section->blocks, section->count, sizeof *section->blocks);
		section->blocks[section->count] = (struct block){ 0 };
		if (!block_read(&section->blocks[section->count++], &element, fault))
			return false;
	}
	return true;
}

static bool
read_sections(struct document *document, const struct config_node *root, struct fault *fault)
{
	struct config_node list = config_member(root, "sections");

	if (!config_is_array(&list) || config_size(&list) == 0)
		return config_fault(&list, fault, "a list of sections is expected");
	for (size_t i = 0; i < config_size(&list); i++) {
		struct config_node element = config_element(&list, i);

		document->sections =
		    xgrow(document->sections, document->count, sizeof *document->sections);
		document->sections[document->count] = (struct section){ 0 };
		if (!read_section(&document->sections[document->count++], &element, fault))
			return false;
		for (size_t other = 0; other < i; other++)
			if (document->sections[i].id != NULL && document->sections[other].id != NULL
			    && strcmp(document->sections[i].id, document->sections[other].id) == 0)
				return config_fault(
				    &element, fault, "its id is that of section %zu too", other);
	}
	return true;
}

/* A language tag (BCP 47) of letters, digits and hyphens. */
static bool
read_lang(struct document *document, const struct config_node *root, struct fault *fault)
{
	struct config_node node = config_member(root, "lang");
	size_t letters = 0;

	document->lang = LANG_DEFAULT;
	if (!config_text(&node, &document->lang, fault))
		return false;
	while (ascii_is_letter(document->lang[letters]))
		letters++;
	if (letters >= 2 && letters <= 3
	    && (document->lang[letters] == '\0' || document->lang[letters] == '-')
	    && strlen(document->lang) <= 35
	    && document->lang[strspn(document->lang,
	           "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")]
	        == '\0')
		return true;
	return config_fault(&node, fault, "is no language tag, such as en-GB or cy");
}

static bool
read_labels(struct document *document, const struct config_node *root, struct fault *fault)
{
	struct config_node list = config_member(root, "labels");

	if (config_present(&list) && !config_is_array(&list))
		return config_fault(&list, fault, "a list of measures files is expected");
	for (size_t i = 0; config_present(&list) && i < config_size(&list); i++) {
		struct config_node element = config_element(&list, i);
		struct buffer path = { 0 };
		const char *name;

		if (!config_text_required(&element, &name, fault))
			return false;
		config_beside(&element, name, &path);
		document->labels = xgrow(document->labels, document->label_count, sizeof(char *));
		document->labels[document->label_count++] = xstrdup(path.data);
		buffer_release(&path);
	}
	return true;
}

static bool
read_root(struct document *document, const struct config_node *root, struct fault *fault)
{
	static const char *const keys[] = { "title", "lang", "summary", "labels", "sections",
		"quality", "about", NULL };
	struct config_node quality = config_member(root, "quality");
	struct config_node about = config_member(root, "about");

	document->quality = true;
	document->about = true;
	return config_only(root, keys, fault)
	    && words_require(&document->title, root, "title", fault)
	    && words_read(&document->summary, root, "summary", fault)
	    && read_lang(document, root, fault) && read_labels(document, root, fault)
	    && config_bool(&quality, &document->quality, fault)
	    && config_bool(&about, &document->about, fault) && read_sections(document, root, fault);
}

bool
document_open(struct document *document, const char *path, struct fault *fault)
{
	struct config_node root;

	*document = (struct document){ 0 };
	if (!config_open(&document->file, path, fault))
		return false;
	root = config_root(&document->file);
	if (!config_is_object(&root))
		return config_fault(&root, fault, "an object is expected");
	return read_root(document, &root, fault);
}

void
document_close(struct document *document)
{
	for (size_t i = 0; i < document->count; i++) {
		for (size_t b = 0; b < document->sections[i].count; b++)
			block_release(&document->sections[i].blocks[b]);
		free(document->sections[i].blocks);
	}
	for (size_t i = 0; i < document->label_count; i++)
		free(document->labels[i]);
	free(document->labels);
	free(document->sections);
	config_close(&document->file);
}
