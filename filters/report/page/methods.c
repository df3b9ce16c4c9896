/* SPDX-License-Identifier: GPL-3.0-or-later */
/* methods: how the figures of the streams were worked out, by their column method. */
#include "quality.h"

#include "grid.h"

#include <stdlib.h>
#include <string.h>

/* The words of the column, each once, in byte order; owned copies. */
struct methods {
	char **names;
	size_t count;
};

static void
add(struct methods *methods, struct field name)
{
	for (size_t i = 0; i < methods->count; i++)
		if (field_is(name, methods->names[i]))
			return;
	methods->names = xgrow(methods->names, methods->count, sizeof(char *));
	methods->names[methods->count++] = xstrndup(name.data, name.length);
}

static void
add_words(struct methods *methods, struct field text)
{
	while (text.length != 0) {
		const char *blank = memchr(text.data, ' ', text.length);
		size_t length = blank == NULL ? text.length : (size_t)(blank - text.data);

		if (length != 0 && !field_is_symbol((struct field){ text.data, length }))
			add(methods, (struct field){ text.data, length });
		text.data += blank == NULL ? length : length + 1;
		text.length -= blank == NULL ? length : length + 1;
	}
}

static void
gather(struct methods *methods, const struct streams *streams)
{
	for (size_t s = 0; s < streams->count; s++) {
		const struct table *table = streams->items[s]->table;
		size_t column = table_column(table, "method");
		struct field before = { "", 0 };

		for (size_t row = 0; column != TABLE_NONE && row < table_rows(table); row++) {
			struct field cell = table_cell(table, row, column);

			/* mostly the same as in the row before */
			if (!field_equals(cell, before))
				add_words(methods, cell);
			before = cell;
		}
	}
}

/* The words for a method; those of student_t_published are of both its parts, and the
 * number of winsorise10 stands behind its words. */
static void
describe(const struct page *page, struct field name, struct buffer *out)
{
	static const char suffix[] = "_published";
	size_t cut = sizeof suffix - 1;
	struct field words = strings_named(page->strings, "method.", name);
	struct field number = { name.data + name.length, 0 };
	bool published = words.length == 0 && name.length > cut
	    && memcmp(name.data + name.length - cut, suffix, cut) == 0;

	while (words.length == 0 && number.data > name.data
	    && strchr("0123456789.", number.data[-1]) != NULL) {
		number.data--;
		number.length++;
	}
	if (published || number.length != 0)
		words = strings_named(page->strings, "method.",
		    (struct field){ name.data, name.length - (published ? cut : number.length) });
	buffer_append(out, words.data, words.length);
	if (words.length != 0 && number.length != 0)
		buffer_format(out, ": %.*s", (int)number.length, number.data);
	if (published) {
		struct field more = strings_text(page->strings, "method.published");

		buffer_append_text(out, words.length == 0 ? "" : "; ");
		buffer_append(out, more.data, more.length);
	}
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void
methods_write(struct page *page)
{
	struct methods methods = { 0 };
	struct grid grid;

	gather(&methods, page->placeholders->streams);
	if (methods.count != 0) {
		qsort(methods.names, methods.count, sizeof(char *), by_bytes);
		page_element(page, "h3", NULL, "quality.methods.heading");
		grid_open(&grid, page, 2, strings_text(page->strings, "quality.methods"));
		grid_head_key(&grid, "head.method", GRID_TEXT);
		grid_head_key(&grid, "head.meaning", GRID_TEXT);
		grid_body(&grid);
	}
	for (size_t i = 0; i < methods.count; i++) {
		struct buffer words = { 0 };

		describe(page, field_of(methods.names[i]), &words);
		grid_cell(&grid, field_of(methods.names[i]));
		grid_cell(&grid, (struct field){ words.data, words.length });
		buffer_release(&words);
		free(methods.names[i]);
	}
	if (methods.count != 0)
		grid_close(&grid);
	free(methods.names);
}
