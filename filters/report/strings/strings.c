/* SPDX-License-Identifier: GPL-3.0-or-later */
/* strings: the words of the page that are the same in every report. */
#include "strings.h"

static const char *const own_lines[] = {
#include "filters/report/strings/en-GB.inc"
};

static bool
is_place(struct field text, size_t at)
{
	return at + 2 < text.length && text.data[at] == '{' && text.data[at + 1] >= '1'
	    && text.data[at + 1] <= '9' && text.data[at + 2] == '}';
}

/* How often each of {1} to {9} stands in a text. */
static void
count_places(struct field text, size_t counts[9])
{
	for (size_t i = 0; i < 9; i++)
		counts[i] = 0;
	for (size_t at = 0; at < text.length; at++)
		if (is_place(text, at))
			counts[text.data[at + 1] - '1']++;
}

static bool
open_table(struct strings *strings, struct table *table, struct fault *fault)
{
	size_t key;

	strings->table = table;
	return table != NULL && table_require(table, "key", &key, fault)
	    && table_require(table, "text", &strings->text, fault)
	    && table_index(table, key, fault);
}

/* Every row of other has a key that the strings have too. */
static bool
holds_all(const struct strings *strings, const struct strings *other, struct fault *fault)
{
	size_t key = table_column(other->table, "key");

	for (size_t row = 0; row < table_rows(other->table); row++) {
		struct field name = table_cell(other->table, row, key);

		if (table_find(strings->table, name) == TABLE_NONE)
			return fault_set(fault, "key '%.*s' stands in %s and not in %s",
			    (int)name.length, name.data, table_path(other->table),
			    table_path(strings->table));
	}
	return true;
}

static bool
fills_alike(const struct strings *strings, const struct strings *own, struct fault *fault)
{
	size_t key = table_column(own->table, "key");

	for (size_t row = 0; row < table_rows(own->table); row++) {
		size_t counts[2][9];
		struct field name = table_cell(own->table, row, key);
		size_t other = table_find(strings->table, name);

		count_places(table_cell(own->table, row, own->text), counts[0]);
		count_places(table_cell(strings->table, other, strings->text), counts[1]);
		for (size_t i = 0; i < 9; i++)
			if (counts[0][i] != counts[1][i])
				return fault_at(fault, table_path(strings->table),
				    table_line(strings->table, other), 0,
				    "'%.*s' has {%zu} %zu times, not %zu", (int)name.length,
				    name.data, i + 1, counts[1][i], counts[0][i]);
	}
	return true;
}

bool
strings_open(struct strings *strings, const char *path, struct fault *fault)
{
	struct strings own = { 0 };
	bool good = open_table(&own,
	    table_embedded("en-GB.csv", own_lines, sizeof own_lines / sizeof *own_lines, fault),
	    fault);

	*strings = (struct strings){ 0 };
	if (path == NULL || !good) {
		*strings = own;
		return good;
	}
	good = open_table(strings, table_load(path, fault), fault)
	    && holds_all(strings, &own, fault) && holds_all(&own, strings, fault)
	    && fills_alike(strings, &own, fault);
	strings_close(&own);
	return good;
}

void
strings_close(struct strings *strings)
{
	table_free(strings->table);
	strings->table = NULL;
}

struct field
strings_text(const struct strings *strings, const char *key)
{
	size_t row = table_find(strings->table, field_of(key));

	return row == TABLE_NONE ? field_of("") : table_cell(strings->table, row, strings->text);
}

struct field
strings_named(const struct strings *strings, const char *prefix, struct field name)
{
	struct buffer key = { 0 };
	struct field text;

	buffer_append_text(&key, prefix);
	buffer_append(&key, name.data, name.length);
	buffer_append(&key, "", 1);
	text = strings_text(strings, key.data);
	buffer_release(&key);
	return text;
}

void
strings_fill(const struct strings *strings, struct buffer *out, const char *key,
    const struct field *values, size_t count)
{
	struct field text = strings_text(strings, key);
	size_t start = 0;

	for (size_t at = 0; at < text.length; at++) {
		size_t number;

		if (!is_place(text, at))
			continue;
		number = (size_t)(text.data[at + 1] - '1');
		buffer_append(out, text.data + start, at - start);
		if (number < count)
			buffer_append(out, values[number].data, values[number].length);
		start = at + 3;
	}
	buffer_append(out, text.data + start, text.length - start);
}
