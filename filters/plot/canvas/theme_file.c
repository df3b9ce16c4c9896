/* SPDX-License-Identifier: GPL-3.0-or-later */
/* theme_file: a theme read from JSON. */
#include "theme_file.h"

#include "theme_colours.h"

#include <string.h>

#define NAME_MAX_LENGTH 60
#define FALLBACKS_MAX   8

static int
digit(char byte)
{
	if (byte >= '0' && byte <= '9')
		return byte - '0';
	if (byte >= 'a' && byte <= 'f')
		return byte - 'a' + 10;
	return byte >= 'A' && byte <= 'F' ? byte - 'A' + 10 : -1;
}

static bool
read_colour(const struct config_node *node, uint32_t *colour, struct fault *fault)
{
	const char *text = NULL;
	uint32_t value = 0;

	if (!config_text(node, &text, fault))
		return false;
	if (text == NULL)
		return true;
	for (size_t i = 1; text[0] == '#' && i < 7; i++) {
		int part = digit(text[i]);

		if (part < 0)
			break;
		value = value << 4 | (uint32_t)part;
		if (i == 6 && text[7] == '\0') {
			*colour = value;
			return true;
		}
	}
	return config_fault(node, fault, "is no colour: write # and six hexadecimal digits");
}

static bool
read_colours(struct theme *theme, const struct config_node *node, struct fault *fault)
{
	const char *keys[THEME_COLOURS + 1] = { NULL };

	if (!config_present(node))
		return true;
	if (!config_is_object(node))
		return config_fault(node, fault, "is no object of colours");
	for (size_t i = 0; i < THEME_COLOURS; i++)
		keys[i] = theme_colours[i].key;
	if (!config_only(node, keys, fault))
		return false;
	for (size_t i = 0; i < THEME_COLOURS; i++) {
		struct config_node member = config_member(node, theme_colours[i].key);
		size_t count = theme_colours[i].count;

		if (!config_present(&member))
			continue;
		if (count == 1) {
			if (!read_colour(&member, theme_colour(theme, i, 0), fault))
				return false;
			continue;
		}
		if (!config_is_array(&member) || config_size(&member) != count)
			return config_fault(&member, fault, "is no list of %zu colours", count);
		for (size_t j = 0; j < count; j++) {
			struct config_node element = config_element(&member, j);

			if (!read_colour(&element, theme_colour(theme, i, j), fault))
				return false;
		}
	}
	return true;
}

/* A font's name stands in gnuplot's script and in an SVG: letters, digits, blanks and
 * hyphens only. */
static bool
read_font(const struct config_node *node, const char **font, struct fault *fault)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
	static const char fit[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -";

	if (!config_text(node, font, fault))
		return false;
	if (config_present(node)
	    && (strspn(*font, letters) == 0 || (*font)[strspn(*font, fit)] != '\0'
	        || strlen(*font) > NAME_MAX_LENGTH))
		return config_fault(node, fault,
		    "is no name of a font: letters first, then letters, digits, blanks and "
		    "hyphens, at most %d",
		    NAME_MAX_LENGTH);
	return true;
}

static bool
read_fallbacks(struct theme_file *theme, const struct config_node *node, struct fault *fault)
{
	if (!config_present(node))
		return true;
	if (!config_is_array(node) || config_size(node) == 0 || config_size(node) > FALLBACKS_MAX)
		return config_fault(node, fault, "is no list of 1 to %d fonts", FALLBACKS_MAX);
	for (size_t i = 0; i < config_size(node); i++) {
		struct config_node element = config_element(node, i);
		const char *font = "";

		if (!read_font(&element, &font, fault))
			return false;
		buffer_append_text(&theme->fallbacks, i == 0 ? "" : ", ");
		buffer_append_text(&theme->fallbacks, font);
	}
	buffer_append(&theme->fallbacks, "", 1);
	theme->theme.fallbacks = theme->fallbacks.data;
	return true;
}

static bool
judge(const struct theme *theme, const struct config_node *root, struct fault *fault)
{
	struct theme_weakness weakness;
	struct config_node node = config_member(root, "colours");

	if (theme_readable(theme, &weakness))
		return true;
	/* the weak colour may be the default's, with a paper that is not */
	if (!config_present(&node))
		node = *root;
	else
		snprintf(node.pointer, sizeof(node.pointer), "/colours/%s", weakness.key);
	return config_fault(&node, fault,
	    "has a contrast of %.2f %s, where %.1f is the least (WCAG 2.2)", weakness.contrast,
	    weakness.what, weakness.least);
}

bool
theme_file_open(struct theme_file *theme, const char *path, struct fault *fault)
{
	static const char *const keys[] = { "title", "description", "font", "fallbacks", "colours",
		NULL };
	struct config_node root;
	struct config_node node;
	const char *text = "";

	*theme = (struct theme_file){ .theme = theme_default };
	if (!config_open(&theme->file, path, fault))
		return false;
	root = config_root(&theme->file);
	if (!config_is_object(&root))
		return config_fault(&root, fault, "is no object");
	if (!config_only(&root, keys, fault))
		return false;
	for (size_t i = 0; i < 2; i++) {
		node = config_member(&root, keys[i]);
		if (!config_text(&node, &text, fault))
			return false;
	}
	node = config_member(&root, "font");
	if (!read_font(&node, &theme->theme.font, fault))
		return false;
	node = config_member(&root, "fallbacks");
	if (!read_fallbacks(theme, &node, fault))
		return false;
	node = config_member(&root, "colours");
	return read_colours(&theme->theme, &node, fault) && judge(&theme->theme, &root, fault);
}

void
theme_file_close(struct theme_file *theme)
{
	if (theme->file.root != NULL)
		config_close(&theme->file);
	buffer_release(&theme->fallbacks);
}
