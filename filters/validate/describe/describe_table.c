/* SPDX-License-Identifier: GPL-3.0-or-later */
/* describe_table: what a schema says of a record and of the table as a whole. */
#include "page.h"

static void
describe_match(struct page *page)
{
	static const char *const ways[] = {
		[SCHEMA_EXACT] = "all fields, in this order, and no other",
		[SCHEMA_EQUAL] = "all fields, in any order, and no other",
		[SCHEMA_SUBSET] = "all fields, in any order; there may be others",
		[SCHEMA_SUPERSET] = "no others than these fields, in any order; some may be absent",
		[SCHEMA_PARTIAL] = "at least one of these fields; there may be others",
	};

	page_say(page, "- **Columns of the file**: ");
	page_say(page, ways[page->schema->match]);
	page_say(page, ".\n");
}

static void
describe_keys(struct page *page, const struct config_node *root)
{
	struct config_node primary = config_member(root, "primaryKey");
	struct config_node unique = config_member(root, "uniqueKeys");

	if (page->schema->key_count != 0) {
		page_say(page, "- **Primary key**: ");
		page_values(page, &primary, "and");
		page_say(page,
		    page->schema->key_count == 1
		        ? ", which every record has and no two have alike.\n"
		        : ", which every record has and no two have alike together.\n");
	}
	for (size_t i = 0; i < config_size(&unique); i++) {
		struct config_node key = config_element(&unique, i);

		page_say(page, "- **Unique**: ");
		page_values(page, &key, "and");
		page_say(page, ", where there is a value.\n");
	}
}

static void
describe_references(struct page *page, const struct config_node *root)
{
	struct config_node keys = config_member(root, "foreignKeys");

	for (size_t i = 0; i < config_size(&keys); i++) {
		struct config_node key = config_element(&keys, i);
		struct config_node fields = config_member(&key, "fields");
		struct config_node reference = config_member(&key, "reference");
		struct config_node resource = config_member(&reference, "resource");
		struct config_node theirs = config_member(&reference, "fields");

		page_say(page, "- **Refers to**: ");
		page_values(page, &fields, "and");
		page_say(page, " has to be there as ");
		page_values(page, &theirs, "and");
		page_say(page, " in ");
		if (page_text(&resource) != NULL && *page_text(&resource) != '\0')
			page_value(page, &resource);
		else
			page_say(page, "this table");
		page_say(page, ".\n");
	}
}

static bool
has_own_missing(const struct schema *schema)
{
	for (size_t i = 0; i < schema->count; i++) {
		struct config_node field = schema_field_node(schema, i);
		struct config_node missing = config_member(&field, "missingValues");

		if (config_present(&missing))
			return true;
	}
	return false;
}

void
describe_record(struct page *page)
{
	struct config_node root = schema_root(page->schema);
	struct config_node name = config_member(&root, "name");
	struct config_node missing = config_member(&root, "missingValues");

	page_say(page, "## Record\n\n");
	if (page_text(&name) != NULL) {
		page_say(page, "- **Schema**: ");
		page_value(page, &name);
		page_say(page, ".\n");
	}
	describe_match(page);
	describe_keys(page, &root);
	describe_references(page, &root);
	page_say(page, "- **Missing values**: ");
	if (config_present(&missing))
		page_missing(page, &missing);
	else
		page_say(page, "empty");
	page_say(page,
	    has_own_missing(page->schema) ? "; the notes say where a field has its own.\n\n"
	                                  : ".\n\n");
}

static void
describe_limits(struct page *page)
{
	struct config_node limits = schema_extension(page->schema, "limits");
	struct config_node least = config_member(&limits, "minRecords");
	struct config_node most = config_member(&limits, "maxRecords");

	if (!config_present(&least) && !config_present(&most))
		return;
	page_say(page, "- **Records**: ");
	if (config_present(&least)) {
		page_say(page, "at least ");
		page_value(page, &least);
	}
	if (config_present(&most)) {
		page_say(page, config_present(&least) ? ", at most " : "at most ");
		page_value(page, &most);
	}
	page_say(page, ".\n");
}

static void
describe_determined(struct page *page)
{
	struct config_node list = schema_extension(page->schema, "determines");

	for (size_t i = 0; i < config_size(&list); i++) {
		struct config_node one = config_element(&list, i);
		struct config_node parent = config_member(&one, "parent");
		struct config_node child = config_member(&one, "child");
		struct config_node severity = config_member(&one, "severity");

		page_say(page, "- **Determined**: records with the same ");
		page_values(page, &parent, "and");
		page_say(page, " have the same ");
		page_value(page, &child);
		page_say(page, page_is(&severity, "warning") ? " (else a warning).\n" : ".\n");
	}
}

static void
describe_duplicates(struct page *page)
{
	struct config_node level = schema_extension(page->schema, "duplicates");

	if (!config_present(&level))
		return;
	page_say(page, "- **Duplicates**: no two records are the same in all fields");
	page_say(page, page_is(&level, "warning") ? " (else a warning).\n" : ".\n");
}

static void
describe_submissions(struct page *page)
{
	struct config_node rule = schema_extension(page->schema, "submissions");
	struct config_node organisation = config_member(&rule, "organisation");
	struct config_node period = config_member(&rule, "period");
	struct config_node received = config_member(&rule, "received");
	struct config_node in_name = config_member(&rule, "receivedInName");

	if (!config_present(&rule))
		return;
	page_say(page, "- **Submissions**: all records of a file with the same ");
	page_value(page, &organisation);
	page_say(page, " and ");
	page_value(page, &period);
	page_say(page, " are one submission; of several ");
	if (config_present(&received)) {
		page_say(page, "the one received last (");
		page_value(page, &received);
		page_say(page, ") counts.\n");
	} else if (config_present(&in_name)) {
		page_say(page, "the one received last (the date in the file's name, ");
		page_value(page, &in_name);
		page_say(page, ") counts.\n");
	} else {
		page_say(page, "the last file's counts.\n");
	}
}

static void
describe_drift(struct page *page)
{
	struct config_node drift = schema_extension(page->schema, "drift");
	struct config_node records = config_member(&drift, "recordsPercent");
	struct config_node missing = config_member(&drift, "missingPoints");

	if (!config_present(&records) && !config_present(&missing))
		return;
	page_say(page, "- **Drift**: compared with an earlier run, a warning is given of ");
	if (config_present(&records)) {
		page_say(page, "more than ");
		page_value(page, &records);
		page_say(page, " percent more or fewer records");
	}
	if (config_present(&missing)) {
		page_say(page, config_present(&records) ? ", and of " : "");
		page_say(page, "a field whose percentage of missing values differs by more than ");
		page_value(page, &missing);
	}
	page_say(page, ".\n");
}

void
describe_table(struct page *page)
{
	const char *heading = "\n## Table as a whole\n\n";
	size_t start = page->out.length;
	size_t begun;

	page_say(page, heading);
	begun = page->out.length;
	describe_limits(page);
	describe_determined(page);
	describe_duplicates(page);
	describe_submissions(page);
	describe_drift(page);
	if (page->out.length == begun)
		page->out.length = start;
}
