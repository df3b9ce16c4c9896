/* SPDX-License-Identifier: GPL-3.0-or-later */
/* about: how the page was made: programs, files with their digests, commands. */
#include "about.h"

#include "../../lib/version.h"
#include "grid.h"

#include <stdlib.h>
#include <string.h>

/* Rows of a table that stand in it once. */
struct lines {
	struct buffer *cells; /* three each */
	size_t count;
};

static void
add_line(struct lines *lines, struct field a, struct field b, struct field c)
{
	const struct field cells[3] = { a, b, c };

	for (size_t i = 0; i < lines->count; i++) {
		bool same = true;

		for (size_t j = 0; j < 3; j++)
			same = same
			    && field_equals(cells[j],
			        (struct field){
			            lines->cells[3 * i + j].data, lines->cells[3 * i + j].length });
		if (same)
			return;
	}
	for (size_t j = 0; j < 3; j++) {
		lines->cells = xgrow(lines->cells, 3 * lines->count + j, sizeof *lines->cells);
		lines->cells[3 * lines->count + j] = (struct buffer){ 0 };
		buffer_append(&lines->cells[3 * lines->count + j], cells[j].data, cells[j].length);
	}
	lines->count++;
}

static void
write_lines(struct page *page, struct lines *lines, const char *caption, const char *const heads[3],
    size_t columns)
{
	struct grid grid;

	grid_open(&grid, page, columns, strings_text(page->strings, caption));
	for (size_t i = 0; i < columns; i++)
		grid_head_key(&grid, heads[i], GRID_TEXT);
	grid_body(&grid);
	for (size_t i = 0; i < 3 * lines->count; i++) {
		if (i % 3 < columns)
			grid_cell(
			    &grid, (struct field){ lines->cells[i].data, lines->cells[i].length });
		buffer_release(&lines->cells[i]);
	}
	grid_close(&grid);
	free(lines->cells);
}

static void
write_programs(struct page *page)
{
	static const char *const heads[3] = { "head.program", "head.version", NULL };
	struct lines lines = { 0 };

	for (size_t i = 0; i < page->runs->count; i++)
		add_line(&lines, field_of(page->runs->items[i].program),
		    field_of(page->runs->items[i].version), field_of(""));
	if (page->charts->count != 0) {
		struct config_node words = config_root(&page->charts->items[0].words);

		add_line(&lines, page_said(&words, "program"), page_said(&words, "version"),
		    field_of(""));
	}
	add_line(&lines, field_of("report"), field_of(MHSW_VERSION), field_of(""));
	write_lines(page, &lines, "about.programs.table", heads, 2);
}

static struct field
base_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return field_of(slash == NULL ? path : slash + 1);
}

static bool
add_file(const struct page *page, struct lines *lines, const char *path, const char *role,
    struct fault *fault)
{
	char hex[DIGEST_HEX_SIZE];

	if (path == NULL)
		return true;
	if (!digest_file(path, hex, fault))
		return false;
	add_line(lines, base_of(path), strings_text(page->strings, role), field_of(hex));
	return true;
}

/* The files of a list in a run record; those without a digest are left out. */
static void
add_list(
    const struct page *page, struct lines *lines, const struct config_node *list, const char *role)
{
	for (size_t i = 0; config_is_array(list) && i < config_size(list); i++) {
		struct config_node entry = config_element(list, i);
		struct field digest =
		    config_is_object(&entry) ? page_said(&entry, "sha256") : field_of("");

		if (digest.length != 0)
			add_line(lines, base_of(page_said(&entry, "file").data),
			    strings_text(page->strings, role), digest);
	}
}

static void
add_run(const struct page *page, struct lines *lines, const struct run *run)
{
	struct config_node root = config_root(&run->file);
	struct config_node list = config_member(&root, "configuration");
	struct config_node details = config_member(&root, "details");
	struct config_node options = config_member(&root, "options");
	struct config_node inputs = config_member(&details, "inputs");
	struct config_node output = config_member(&details, "output");

	add_list(page, lines, &list, "role.configuration");
	add_list(page, lines, &inputs, "role.input");
	if (config_is_object(&output) && config_is_object(&options)
	    && page_said(&output, "sha256").length != 0) {
		char *name = xstrdup(page_said(&options, "output").data);

		add_line(lines, *name == '\0' ? field_of(run->name) : base_of(name),
		    strings_text(page->strings, "role.output"), page_said(&output, "sha256"));
		free(name);
	}
}

static bool
write_files(struct page *page, struct fault *fault)
{
	static const char *const heads[3] = { "head.file", "head.role", "head.sha256" };
	const struct streams *streams = page->placeholders->streams;
	const struct document *document = page->document;
	struct lines lines = { 0 };
	bool good = add_file(page, &lines, document->file.path, "role.report", fault)
	    && add_file(page, &lines, page->words, "role.strings", fault);

	for (size_t i = 0; good && i < document->label_count; i++)
		good = add_file(page, &lines, document->labels[i], "role.labels", fault);
	for (size_t i = 0; i < streams->count; i++)
		add_line(&lines, field_of(streams->items[i]->name),
		    strings_text(page->strings, "role.stream"),
		    field_of(streams->items[i]->sha256));
	for (size_t i = 0; i < page->runs->count; i++)
		add_run(page, &lines, &page->runs->items[i]);
	page_element(page, "p", NULL, "about.files.intro");
	write_lines(page, &lines, "about.files.table", heads, 3);
	return good;
}

bool
page_about(struct page *page, struct fault *fault)
{
	page_put(page, "<section>\n<h2 id=\"about\">");
	page_say(page, "about.title");
	page_put(page, "</h2>\n");
	page_element(page, "p", NULL, "about.intro");
	page_element(page, "h3", NULL, "about.programs");
	write_programs(page);
	page_element(page, "h3", NULL, "about.files");
	if (!write_files(page, fault))
		return false;
	page_element(page, "h3", NULL, "about.commands");
	if (page->runs->count == 0)
		page_element(page, "p", NULL, "about.none");
	else
		commands_write(page);
	page_put(page, "</section>\n");
	return true;
}
