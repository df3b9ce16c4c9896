/* SPDX-License-Identifier: GPL-3.0-or-later */
/* passed: the columns of a gathered record that are passed on. */
#include "passed.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>

static void
add_names(struct passed *passed, const struct filter_list *names)
{
	for (size_t i = 0; i < names->count; i++)
		passed->list[passed->count++].name = names->values[i];
}

void
passed_name(struct passed *passed, const struct filter_list *record, const struct filter_list *keep)
{
	passed->list = xcalloc(record->count + keep->count, sizeof passed->list[0]);
	add_names(passed, record);
	passed->keys = passed->count;
	add_names(passed, keep);
}

bool
passed_open(struct passed *passed, const struct reader *reader, struct fault *fault)
{
	for (size_t i = 0; i < passed->count; i++)
		if (!reader_require(reader, passed->list[i].name, &passed->list[i].column, fault))
			return false;
	return true;
}

void
passed_release(struct passed *passed)
{
	free(passed->list);
	buffer_release(&passed->bytes);
	buffer_release(&passed->key);
	*passed = (struct passed){ 0 };
}

size_t
passed_find(const struct passed *passed, const char *name)
{
	for (size_t i = 0; i < passed->count; i++)
		if (strcmp(passed->list[i].name, name) == 0)
			return i;
	return PASSED_NONE;
}

/* Into room that is there already. */
static struct field
copy(struct passed *passed, struct field field)
{
	size_t start = passed->bytes.length;

	buffer_append(&passed->bytes, field.data, field.length);
	return (struct field){ passed->bytes.data + start, field.length };
}

void
passed_take(struct passed *passed, const struct reader *reader)
{
	size_t length = 0;

	buffer_clear(&passed->bytes);
	for (size_t i = 0; i < passed->count; i++)
		length += 2 * reader->fields[passed->list[i].column].length;
	buffer_reserve(&passed->bytes, length + 1);
	for (size_t i = 0; i < passed->count; i++) {
		struct passed_column *column = &passed->list[i];
		struct field raw = reader->fields[column->column];

		column->raw = copy(passed, raw);
		column->value = column->raw;
		if (raw.length != 0 && raw.data[0] == '"')
			column->value = copy(passed, reader_unquote(reader, raw));
	}
}

bool
passed_same(const struct passed *passed, size_t index, const struct reader *reader)
{
	const struct passed_column *column = &passed->list[index];

	return field_equals(reader->fields[column->column], column->raw)
	    || field_equals(reader_value(reader, column->column), column->value);
}

bool
passed_same_record(const struct passed *passed, const struct reader *reader)
{
	for (size_t i = 0; i < passed->keys; i++)
		if (!passed_same(passed, i, reader))
			return false;
	return true;
}

struct field
passed_key(struct passed *passed)
{
	buffer_clear(&passed->key);
	for (size_t i = 0; i < passed->keys; i++) {
		struct field value = passed->list[i].value;

		/* with its length: no two keys run into the same bytes */
		buffer_append(&passed->key, (const char *)&value.length, sizeof value.length);
		buffer_append(&passed->key, value.data, value.length);
	}
	return (struct field){ passed->key.data, passed->key.length };
}

void
passed_header(const struct passed *passed, struct writer *writer)
{
	for (size_t i = 0; i < passed->count; i++)
		writer_text(writer, passed->list[i].name);
}

void
passed_record(const struct passed *passed, struct writer *writer)
{
	for (size_t i = 0; i < passed->count; i++)
		writer_raw(writer, passed->list[i].raw);
}
