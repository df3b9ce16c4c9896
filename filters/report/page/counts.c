/* SPDX-License-Identifier: GPL-3.0-or-later */
/* counts: all that the run records count besides, as it stands in them. */
#include "quality.h"

#include "../../lib/ascii.h"
#include "grid.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DEPTH_MAX  8  /* of objects in objects */
#define STATES_MAX 12 /* of what may become of a record */

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

/* "hope: used" counts what became of the records of hope; *state is what stands behind. */
static bool
is_measure(const char *key, struct field *measure, const char **state)
{
	const char *colon = strstr(key, ": ");

	if (colon == NULL || colon == key || strstr(colon + 1, ": ") != NULL
	    || strncmp(key, "excluded: ", 10) == 0)
		return false;
	*measure = (struct field){ key, (size_t)(colon - key) };
	*state = colon + 2;
	return true;
}

/* A line for each number below the value, its names joined by blanks; with no grid they
 * are only counted. */
static size_t
walk(struct grid *grid, const struct config_node *node, const char *name, unsigned depth);

static size_t
walk_member(struct grid *grid, const struct config_node *node, size_t index, const char *name,
    unsigned depth)
{
	struct config_node member;
	struct buffer whole = { 0 };
	struct field measure;
	const char *state;
	size_t count = 0;

	if (config_is_array(node)) {
		member = config_element(node, index);
		buffer_format(&whole, "%s %zu", name, index + 1);
	} else {
		const char *key = config_key(node, index, &member);

		if (depth == 0 && (is_elsewhere(key) || is_measure(key, &measure, &state)))
			return 0;
		buffer_format(&whole, "%s%s%s", name, *name == '\0' ? "" : " ", key);
	}
	buffer_append(&whole, "", 1);
	count = walk(grid, &member, whole.data, depth + 1);
	buffer_release(&whole);
	return count;
}

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
	} else if (depth < DEPTH_MAX && (config_is_object(node) || config_is_array(node))) {
		for (size_t i = 0; i < config_size(node); i++)
			count += walk_member(grid, node, i, name, depth);
	}
	buffer_release(&text);
	return count;
}

static void
write_counts(struct page *page, const struct run *run, const struct config_node *details)
{
	struct grid grid;

	if (walk(NULL, details, "", 0) == 0)
		return;
	grid_open_key(&grid, page, 2, "quality.counts", field_of(run->name));
	grid_head_key(&grid, "head.name", GRID_TEXT);
	grid_head_key(&grid, "head.number", GRID_NUMBER);
	grid_body(&grid);
	walk(&grid, details, "", 0);
	grid_close(&grid);
}

/* The states of the first measure; the others have the same. */
static size_t
states_of(const struct config_node *details, const char *states[STATES_MAX])
{
	struct field first = { "", 0 };
	size_t count = 0;

	for (size_t i = 0; i < config_size(details) && count < STATES_MAX; i++) {
		struct config_node member;
		struct field measure;
		const char *state;

		if (!is_measure(config_key(details, i, &member), &measure, &state))
			continue;
		if (count != 0 && !field_equals(measure, first))
			break;
		first = measure;
		states[count++] = state;
	}
	return count;
}

/* The measure's name and its counts, each where it is. */
static void
write_measure(struct page *page, struct grid *grid, const struct config_node *details,
    struct field measure, const char *const *states, size_t count)
{
	char *id = xstrndup(measure.data, measure.length);
	const char *name = labels_find(page->labels, id);

	grid_cell(grid, name == NULL ? measure : field_of(name));
	for (size_t i = 0; i < count; i++) {
		struct buffer key = { 0 };
		struct buffer number = { 0 };
		struct config_node member;

		buffer_format(&key, "%s: %s", id, states[i]);
		buffer_append(&key, "", 1);
		member = config_member(details, key.data);
		if (!config_present(&member) || !scalar(member.value, &number))
			buffer_clear(&number);
		grid_cell(grid, (struct field){ number.data, number.length });
		buffer_release(&key);
		buffer_release(&number);
	}
	free(id);
}

/* A line for each measure: where the first of the states is said of it. */
static void
write_measures(struct page *page, const struct run *run, const struct config_node *details)
{
	const char *states[STATES_MAX];
	size_t count = states_of(details, states);
	struct grid grid;

	if (count == 0)
		return;
	grid_open_key(&grid, page, count + 1, "quality.measures", field_of(run->name));
	grid_head_key(&grid, "head.measure", GRID_TEXT);
	for (size_t i = 0; i < count; i++) {
		struct field words = strings_named(page->strings, "state.", field_of(states[i]));

		grid_head(&grid, words.length != 0 ? words : field_of(states[i]), GRID_NUMBER);
	}
	grid_body(&grid);
	for (size_t i = 0; i < config_size(details); i++) {
		struct config_node member;
		struct field measure;
		const char *state;

		if (!is_measure(config_key(details, i, &member), &measure, &state)
		    || strcmp(state, states[0]) != 0)
			continue;
		write_measure(page, &grid, details, measure, states, count);
	}
	grid_close(&grid);
}

void
counts_write(struct page *page)
{
	bool headed = false;

	for (size_t i = 0; i < page->runs->count; i++) {
		const struct run *run = &page->runs->items[i];
		struct config_node root = config_root(&run->file);
		struct config_node details = config_member(&root, "details");
		const char *states[STATES_MAX];
		struct field name = field_of(run->name);

		if (!config_is_object(&details)
		    || (walk(NULL, &details, "", 0) == 0 && states_of(&details, states) == 0))
			continue;
		if (!headed) {
			page_element(page, "h3", NULL, "quality.counts.heading");
			page_element(page, "p", NULL, "quality.counts.intro");
		}
		headed = true;
		page_put(page, "<details>\n<summary>");
		page_fill(page, "quality.counts", &name, 1);
		page_put(page, "</summary>\n");
		write_measures(page, run, &details);
		write_counts(page, run, &details);
		page_put(page, "</details>\n");
	}
}
