/* SPDX-License-Identifier: GPL-3.0-or-later */
/* findings: what validate found in the records, by code. */
#include "quality.h"

#include "../../lib/ascii.h"
#include "grid.h"

#include <string.h>

/* "E304 respected": a code, and where. */
static bool
is_finding(const char *key)
{
	return (key[0] == 'E' || key[0] == 'W') && ascii_is_digit(key[1]) && ascii_is_digit(key[2])
	    && ascii_is_digit(key[3]) && (key[4] == '\0' || key[4] == ' ');
}

static bool
is_wanted(const char *key, bool drift)
{
	return is_finding(key) && (strncmp(key, "W7", 2) == 0) == drift;
}

static struct config_node
details_of(const struct run *run)
{
	struct config_node root = config_root(&run->file);

	return config_member(&root, "details");
}

static size_t
count_findings(const struct config_node *details, bool drift)
{
	size_t count = 0;

	for (size_t i = 0; config_is_object(details) && i < config_size(details); i++) {
		struct config_node member;

		count += is_wanted(config_key(details, i, &member), drift);
	}
	return count;
}

static void
write_findings(struct page *page, const struct run *run, bool drift)
{
	struct config_node details = details_of(run);
	struct grid grid;

	grid_open_key(
	    &grid, page, 4, drift ? "quality.drift" : "quality.findings", field_of(run->name));
	grid_head_key(&grid, "head.code", GRID_TEXT);
	grid_head_key(&grid, "head.meaning", GRID_TEXT);
	grid_head_key(&grid, "head.where", GRID_TEXT);
	grid_head_key(&grid, "head.count", GRID_NUMBER);
	grid_body(&grid);
	for (size_t i = 0; i < config_size(&details); i++) {
		struct config_node member;
		const char *key = config_key(&details, i, &member);
		long count = 0;
		struct fault ignored;

		if (!is_wanted(key, drift))
			continue;
		grid_cell(&grid, (struct field){ key, 4 });
		grid_cell(
		    &grid, strings_named(page->strings, "finding.", (struct field){ key, 4 }));
		grid_cell(&grid, field_of(key[4] == '\0' ? "" : key + 5));
		(void)config_integer(&member, 0, INT64_MAX, &count, &ignored);
		grid_count(&grid, (uint64_t)count);
	}
	grid_close(&grid);
}

void
findings_write(struct page *page)
{
	bool headed = false;

	for (size_t i = 0; i < page->runs->count; i++) {
		const struct run *run = &page->runs->items[i];
		struct config_node details = details_of(run);
		struct field name = field_of(run->name);

		if (strcmp(run->program, "validate") != 0)
			continue;
		if (!headed)
			page_element(page, "h3", NULL, "quality.findings.heading");
		headed = true;
		if (count_findings(&details, false) != 0) {
			write_findings(page, run, false);
		} else {
			page_put(page, "<p>");
			page_fill(page, "quality.findings.none", &name, 1);
			page_put(page, "</p>\n");
		}
		if (count_findings(&details, true) != 0)
			write_findings(page, run, true);
	}
}
