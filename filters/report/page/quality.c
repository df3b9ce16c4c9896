/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quality: what became of the records, and by which rule figures are held back. */
#include "quality.h"

#include "grid.h"

#include <string.h>

static const char *const count_heads[] = { "head.in", "head.used", "head.rejected",
	"head.suppressed", "head.excluded" };

#define COUNTS (sizeof count_heads / sizeof *count_heads)

/* Charts read figures that are counted already, and not records. */
static bool
is_chart(const struct run *run)
{
	return strcmp(run->program, "plot") == 0;
}

static size_t
count_charts(const struct page *page)
{
	size_t count = 0;

	for (size_t i = 0; i < page->runs->count; i++)
		count += is_chart(&page->runs->items[i]);
	return count;
}

/* The counts of all steps, or those of the charts. */
static void
write_records(struct page *page, bool charts, const char *caption)
{
	struct field number;
	char digits[24];
	struct grid grid;

	grid_open(&grid, page, 2 + COUNTS + 1, strings_text(page->strings, caption));
	grid_head_key(&grid, "head.step", GRID_TEXT);
	grid_head_key(&grid, "head.program", GRID_TEXT);
	for (size_t i = 0; i < COUNTS; i++)
		grid_head_key(&grid, count_heads[i], GRID_NUMBER);
	grid_head_key(&grid, "head.outcome", GRID_TEXT);
	grid_body(&grid);
	for (size_t r = 0; r < page->runs->count; r++) {
		const struct run *run = &page->runs->items[r];

		if (is_chart(run) != charts)
			continue;
		grid_cell(&grid, field_of(run->name));
		grid_cell(&grid, field_of(run->program));
		for (size_t i = 0; i < COUNTS; i++)
			grid_count(&grid, (uint64_t)run->counts[i]);
		number = page_number(digits, (size_t)run->status);
		grid_cell(&grid, strings_named(page->strings, "outcome.", number));
	}
	grid_close(&grid);
}

static void
write_charts(struct page *page)
{
	if (count_charts(page) == 0)
		return;
	page_put(page, "<details>\n");
	page_element(page, "summary", NULL, "quality.charts");
	write_records(page, true, "quality.charts");
	page_put(page, "</details>\n");
}

/* The rule that a run of benchmark was given, in words where there are some. */
static struct field
rule_of(const struct page *page, const struct run *run)
{
	struct config_node root = config_root(&run->file);
	struct config_node options = config_member(&root, "options");
	struct config_node member = config_member(&options, "disclosure");
	const char *rule = NULL;
	const char *slash;
	struct fault ignored;
	struct field words;

	if (!config_text(&member, &rule, &ignored) || rule == NULL)
		return strings_text(page->strings, "rule.default");
	words = strings_named(page->strings, "rule.", field_of(rule));
	slash = strrchr(rule, '/');
	return words.length != 0 ? words : field_of(slash == NULL ? rule : slash + 1);
}

static void
write_rules(struct page *page)
{
	struct grid grid;
	size_t count = 0;

	for (size_t i = 0; i < page->runs->count; i++)
		count += strcmp(page->runs->items[i].program, "benchmark") == 0;
	if (count == 0)
		return;
	page_element(page, "h3", NULL, "quality.disclosure.heading");
	page_element(page, "p", NULL, "quality.disclosure.intro");
	grid_open(&grid, page, 2, strings_text(page->strings, "quality.disclosure"));
	grid_head_key(&grid, "head.step", GRID_TEXT);
	grid_head_key(&grid, "head.rule", GRID_TEXT);
	grid_body(&grid);
	for (size_t i = 0; i < page->runs->count; i++) {
		const struct run *run = &page->runs->items[i];

		if (strcmp(run->program, "benchmark") != 0)
			continue;
		grid_cell(&grid, field_of(run->name));
		grid_cell(&grid, rule_of(page, run));
	}
	grid_close(&grid);
}

void
page_quality(struct page *page)
{
	page_put(page, "<section>\n<h2 id=\"quality\">");
	page_say(page, "quality.title");
	page_put(page, "</h2>\n");
	if (page->runs->count == 0) {
		page_element(page, "p", NULL, "quality.none");
	} else {
		page_element(page, "p", NULL, "quality.intro");
		write_records(page, false, "quality.records");
		write_charts(page);
		findings_write(page);
		write_rules(page);
	}
	methods_write(page);
	if (page->runs->count != 0)
		counts_write(page);
	page_put(page, "</section>\n");
}
