/* SPDX-License-Identifier: GPL-3.0-or-later */
/* commands: what the run records say of how each program was called. */
#include "about.h"

#include <string.h>

/* What a shell takes as it stands. */
static bool
is_plain(struct field word)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	                            "-_./,:=+@%";

	for (size_t i = 0; i < word.length; i++)
		if (memchr(plain, word.data[i], sizeof plain - 1) == NULL)
			return false;
	return word.length != 0;
}

static void
add_word(struct buffer *command, struct field word)
{
	buffer_append_text(command, " ");
	if (is_plain(word)) {
		buffer_append(command, word.data, word.length);
		return;
	}
	buffer_append_text(command, "'");
	for (size_t i = 0; i < word.length; i++)
		if (word.data[i] == '\'')
			buffer_append_text(command, "'\\''");
		else
			buffer_append(command, &word.data[i], 1);
	buffer_append_text(command, "'");
}

/* Their values are texts for people, in which a slash begins no name of a file. */
static bool
is_text(const char *option)
{
	static const char *const names[] = { "title", "subtitle", "caption", "alt", "highlight",
		"partial", "national", "total", "mean", "median", "proportion", "rate", "ratio",
		"dsr", "given", "target", "missing", "baseline", "reference", "from", "to",
		"measure", "show-period", "levels", "apart", "sides", NULL };

	for (size_t i = 0; names[i] != NULL; i++)
		if (strcmp(option, names[i]) == 0)
			return true;
	return false;
}

/* A value without folders: of NAME=FOLDER/FILE too. */
static void
add_value(struct buffer *command, const char *option, const char *value)
{
	const char *slash = is_text(option) ? NULL : strrchr(value, '/');
	const char *equals = slash == NULL ? NULL : strchr(value, '=');
	struct buffer word = { 0 };

	if (equals != NULL && equals < slash)
		buffer_append(&word, value, (size_t)(equals - value) + 1);
	buffer_append_text(&word, slash == NULL ? value : slash + 1);
	add_word(command, (struct field){ word.data, word.length });
	buffer_release(&word);
}

static void
add_option(struct buffer *command, const char *option, const struct config_node *value)
{
	const char *text = NULL;
	struct fault ignored;

	buffer_format(command, " --%s", option);
	if (config_text(value, &text, &ignored) && text != NULL)
		add_value(command, option, text);
}

static void
add_options(struct buffer *command, const struct config_node *options)
{
	for (size_t i = 0; config_is_object(options) && i < config_size(options); i++) {
		struct config_node member;
		const char *option = config_key(options, i, &member);

		if (!config_is_array(&member)) {
			add_option(command, option, &member);
			continue;
		}
		for (size_t e = 0; e < config_size(&member); e++) {
			struct config_node element = config_element(&member, e);

			add_option(command, option, &element);
		}
	}
}

/* The input files that the record names: with their digests, or as validate counts them. */
static void
add_inputs(struct buffer *command, const struct config_node *details)
{
	static const char *const lists[] = { "inputs", "files" };

	for (size_t l = 0; config_is_object(details) && l < 2; l++) {
		struct config_node list = config_member(details, lists[l]);

		if (!config_is_array(&list))
			continue;
		for (size_t i = 0; i < config_size(&list); i++) {
			struct config_node entry = config_element(&list, i);
			struct config_node member;
			const char *name = "-";
			struct fault ignored;

			if (!config_is_object(&entry))
				continue;
			member = config_member(&entry, "file");
			if (config_text(&member, &name, &ignored) && strcmp(name, "-") != 0)
				add_value(command, "file", name);
		}
		return;
	}
}

void
commands_write(struct page *page)
{
	page_element(page, "p", NULL, "about.commands.intro");
	page_put(page, "<ol class=\"commands\">\n");
	for (size_t i = 0; i < page->runs->count; i++) {
		const struct run *run = &page->runs->items[i];
		struct config_node root = config_root(&run->file);
		struct config_node options = config_member(&root, "options");
		struct config_node details = config_member(&root, "details");
		struct buffer command = { 0 };

		buffer_append_text(&command, run->program);
		add_options(&command, &options);
		add_inputs(&command, &details);
		page_put(page, "<li><code>");
		page_text(page, (struct field){ command.data, command.length });
		page_put(page, "</code></li>\n");
		buffer_release(&command);
	}
	page_put(page, "</ol>\n");
}
