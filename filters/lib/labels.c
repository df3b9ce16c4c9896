/* SPDX-License-Identifier: GPL-3.0-or-later */
/* labels: names for people of the codes in a stream. */
#include "labels.h"

#include "config.h"
#include "table.h"

#include <stdlib.h>

static const char *const ways[] = {
	[LABELS_HIGHER] = "higher", [LABELS_LOWER] = "lower", [LABELS_NEUTRAL] = "neutral"
};

static enum labels_polarity
polarity_of(struct field text)
{
	for (size_t i = LABELS_HIGHER; i <= LABELS_NEUTRAL; i++)
		if (field_is(text, ways[i]))
			return (enum labels_polarity)i;
	return LABELS_UNKNOWN;
}

static void
put(struct labels *labels, struct field code, struct field label, enum labels_polarity polarity)
{
	size_t number = names_add(&labels->codes, code);

	if (number >= labels->capacity) {
		labels->capacity = (number + 8) * 2;
		labels->entries =
		    xreallocarray(labels->entries, labels->capacity, sizeof(labels->entries[0]));
	}
	labels->entries[number] = (struct labels_entry){
		label.length == 0 ? NAMES_NONE : names_add(&labels->texts, label), polarity
	};
}

static bool
read_measure(struct labels *labels, const struct config_node *node, struct fault *fault)
{
	struct config_node members[3];
	const char *texts[3] = { NULL, "", "" };

	if (!config_is_object(node))
		return config_fault(node, fault, "a measure is expected: an object with an id");
	members[0] = config_member(node, "id");
	members[1] = config_member(node, "label");
	members[2] = config_member(node, "polarity");
	if (!config_text_required(&members[0], &texts[0], fault)
	    || !config_text(&members[1], &texts[1], fault)
	    || !config_text(&members[2], &texts[2], fault))
		return false;
	put(labels, field_of(texts[0]), field_of(texts[1]), polarity_of(field_of(texts[2])));
	return true;
}

static bool
read_measures(struct labels *labels, const char *path, struct fault *fault)
{
	struct config_file file;
	struct config_node root;
	struct config_node measures = { 0 };
	bool good = config_open(&file, path, fault);

	if (!good)
		return false;
	root = config_root(&file);
	if (config_is_object(&root))
		measures = config_member(&root, "measures");
	if (measures.value == NULL || !config_is_array(&measures) || config_size(&measures) == 0)
		good = config_fault(&root, fault,
		    "has no measures: --labels takes a measures.json of benchmark, or a code list "
		    "whose name ends in .csv");
	for (size_t i = 0; good && i < config_size(&measures); i++) {
		struct config_node node = config_element(&measures, i);

		good = read_measure(labels, &node, fault);
	}
	config_close(&file);
	return good;
}

/* Where the columns of a code list stand, or TABLE_NONE. */
struct list_columns {
	size_t code;
	size_t label;
	size_t polarity;
	size_t ended;
};

/* The first of the columns that is there. */
static size_t
first_column(const struct table *table, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t column = table_column(table, names[i]);

		if (column != TABLE_NONE)
			return column;
	}
	return TABLE_NONE;
}

static bool
find_columns(const struct table *table, struct list_columns *columns, struct fault *fault)
{
	static const char *const codes[] = { "code", "id" };
	/* the returns of services name a share by what is counted */
	static const char *const texts[] = { "label", "name", "numerator" };
	static const char *const polarities[] = { "better", "polarity" };

	columns->code = first_column(table, codes, 2);
	columns->label = first_column(table, texts, 3);
	columns->polarity = first_column(table, polarities, 2);
	columns->ended = table_column(table, "valid_to");
	if (columns->code == TABLE_NONE)
		return fault_at(fault, table_path(table), 1, 0,
		    "no column 'code' or 'id': a code list has one, and a column 'label' or "
		    "'name'");
	if (columns->label == TABLE_NONE)
		return fault_at(fault, table_path(table), 1, 0,
		    "no column 'label' or 'name' with the names of the codes");
	return true;
}

/* The row of the same code before, or TABLE_NONE. */
static size_t
row_before(const size_t *rows, const struct names *seen, struct field code)
{
	size_t number = names_find(seen, code);

	return number == NAMES_NONE ? TABLE_NONE : rows[number];
}

static bool
read_row(struct labels *labels, const struct table *table, const struct list_columns *columns,
    size_t row, size_t before, struct fault *fault)
{
	struct field code = table_cell(table, row, columns->code);
	struct field label = table_cell(table, row, columns->label);

	if (code.length == 0)
		return true;
	if (before != TABLE_NONE) {
		bool ended = columns->ended != TABLE_NONE
		    && table_cell(table, row, columns->ended).length != 0;
		bool ended_before = columns->ended != TABLE_NONE
		    && table_cell(table, before, columns->ended).length != 0;

		if (ended == ended_before
		    && !field_equals(label, table_cell(table, before, columns->label)))
			return fault_at(fault, table_path(table), table_line(table, row), 0,
			    "the same code as on line %zu with another name: leave one of them",
			    table_line(table, before));
		if (ended)
			return true;
	}
	put(labels, code, label,
	    columns->polarity == TABLE_NONE
	        ? LABELS_UNKNOWN
	        : polarity_of(table_cell(table, row, columns->polarity)));
	return true;
}

static bool
read_list(struct labels *labels, const char *path, struct fault *fault)
{
	struct table *table = table_load(path, fault);
	struct list_columns columns = { 0 };
	struct names seen = { 0 };
	size_t *rows;
	bool good;

	if (table == NULL)
		return false;
	rows = xcalloc(table_rows(table) + 1, sizeof(rows[0]));
	good = find_columns(table, &columns, fault);
	for (size_t i = 0; good && i < table_rows(table); i++) {
		struct field code = table_cell(table, i, columns.code);

		good = read_row(labels, table, &columns, i, row_before(rows, &seen, code), fault);
		rows[names_add(&seen, code)] = i;
	}
	free(rows);
	names_release(&seen);
	table_free(table);
	return good;
}

bool
labels_read(struct labels *labels, const char *path, struct fault *fault)
{
	size_t length = strlen(path);

	return length >= 4 && strcmp(path + length - 4, ".csv") == 0
	    ? read_list(labels, path, fault)
	    : read_measures(labels, path, fault);
}

void
labels_release(struct labels *labels)
{
	names_release(&labels->codes);
	names_release(&labels->texts);
	free(labels->entries);
	*labels = (struct labels){ 0 };
}

static const struct labels_entry *
find(const struct labels *labels, const char *code)
{
	size_t number = labels == NULL ? NAMES_NONE : names_find(&labels->codes, field_of(code));

	return number == NAMES_NONE ? NULL : &labels->entries[number];
}

const char *
labels_find(const struct labels *labels, const char *code)
{
	const struct labels_entry *entry = find(labels, code);

	return entry == NULL || entry->label == NAMES_NONE ? NULL
	                                                   : labels->texts.texts[entry->label];
}

enum labels_polarity
labels_polarity(const struct labels *labels, const char *code)
{
	const struct labels_entry *entry = find(labels, code);

	return entry == NULL ? LABELS_UNKNOWN : entry->polarity;
}
