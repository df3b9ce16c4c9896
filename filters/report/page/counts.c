/* SPDX-License-Identifier: GPL-3.0-or-later */
/* counts: all that the run records count besides, as it stands in them. */
#include "quality.h"

#include "../../lib/ascii.h"
#include "grid.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* They have places of their own, or say nothing to people (hashes of codes). */
static bool
is_elsewhere(const char *key)
{
	static const char *const keys[] = { "files", "profile", "inputs", "output", NULL };

	for (size_t i = 0; keys[i] != NULL; i++)
		if (strcmp(key, keys[i]) == 0)
			return true;
	return (key[0] == 'E' || key[0] == 'W') && ascii_is_digit(key[1]) && ascii_is_digit(key[2])
	    && ascii_is_digit(key[3]);
}

/* A number, a text, yes or no, as it stands in JSON. */
static bool
scalar(const json_t *value, struct buffer *out)
{
	char number[40];

	buffer_clear(out);
	if (json_is_string(value))
		buffer_append(out, json_string_value(value), json_string_length(value));
	else if (json_is_integer(value))
		buffer_format(out, "%" PRId64, (int64_t)json_integer_value(value));
	else if (json_is_real(value)) {
		snprintf(number, sizeof number, "%.10g", json_real_value(value));
		buffer_append_text(out, number);
	} else if (json_is_boolean(value))
		buffer_append_text(out, json_is_true(value) ? "true" : "false");
	else
		return false;
	return true;
}

/* A line for each number below the value, its names joined by blanks; with no grid they
 * are only counted. */
static size_t
walk(struct grid *grid, const struct config_node *node, const char *name, unsigned depth)
{
	struct buffer text = { 0 };
	size_t count = 0;

	if (scalar(node->value, &text)) {
		count = 1;
		if (grid != NULL) {
			grid_cell(grid, field_of(name));
			grid_cell(grid, (struct field){ text.data, text.length });
		}
	} else if (depth < 8 && (config_is_object(node) || config_is_array(node))) {
		for (size_t i = 0; i < config_size(node); i++) {
			struct config_node member;
			struct buffer whole = { 0 };

			if (config_is_array(node)) {
				member = config_element(node, i);
				buffer_format(&whole, "%s %zu", name, i + 1);
			} else {
				const char *key = config_key(node, i, &member);

				if (depth == 0 && is_elsewhere(key)) {
					buffer_release(&whole);
					continue;
				}
				buffer_format(
				    &whole, "%s%s%s", name, *name == '\0' ? "" : " ", key);
			}
			buffer_append(&whole, "", 1);
			count += walk(grid, &member, whole.data, depth + 1);
			buffer_release(&whole);
		}
	}
	buffer_release(&text);
	return count;
}

static void
write_counts(struct page *page, const struct run *run, const struct config_node *details)
{
	struct field name = field_of(run->name);
	struct grid grid;

	page_put(page, "<details>\n<summary>");
	page_fill(page, "quality.counts", &name, 1);
	page_put(page, "</summary>\n");
	grid_open_key(&grid, page, 2, "quality.counts", name);
	grid_head_key(&grid, "head.name", false);
	grid_head_key(&grid, "head.number", true);
	grid_body(&grid);
	walk(&grid, details, "", 0);
	grid_close(&grid);
	page_put(page, "</details>\n");
}

void
counts_write(struct page *page)
{
	bool headed = false;

	for (size_t i = 0; i < page->runs->count; i++) {
		const struct run *run = &page->runs->items[i];
		struct config_node root = config_root(&run->file);
		struct config_node details = config_member(&root, "details");

		if (!config_is_object(&details) || walk(NULL, &details, "", 0) == 0)
			continue;
		if (!headed)
			page_element(page, "h3", NULL, "quality.counts.heading");
		headed = true;
		write_counts(page, run, &details);
	}
}
