/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the values of the types: the input's first byte chooses a type and its
 * form, the lines behind it are values.  What leaves is of the type in its plain
 * form and stays as it is; order, equality and keys agree with one another.
 * Where the first line holds a '%' it is a pattern for dates and times as well.
 */
#include "../../filters/lib/text.h"
#include "../../filters/validate/type/type.h"

#include <stdlib.h>

#define VALUES_MAX 16

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
require(bool good)
{
	if (!good)
		abort();
}

/* The canonical values, each with room of its own. */
struct values {
	struct buffer texts[VALUES_MAX];
	size_t count;
};

static struct field
view(const struct buffer *buffer)
{
	return (struct field){ buffer->length != 0 ? buffer->data : "", buffer->length };
}

/* What leaves is plain: it is cast to itself by the type without a style. */
static void
check_settled(const struct type *type, struct field canonical)
{
	struct type plain = { .kind = type->kind,
		.format = type->format,
		.yes = type->yes,
		.no = type->no,
		.delimiter = type->delimiter,
		.item = type->item };
	struct buffer scratch = { 0 };
	struct type_cast cast;

	require(type_cast(&plain, canonical, &scratch, &cast));
	require(cast.code == FINDING_NONE || cast.code == FINDING_SPECIAL_NUMBER);
	require(field_equals(cast.canonical, canonical));
	buffer_release(&scratch);
}

static void
cast_one(const struct type *type, struct field value, struct values *values)
{
	struct buffer scratch = { 0 };
	struct type_cast cast;

	if (type_cast(type, value, &scratch, &cast)) {
		require(cast.code != FINDING_NONE || field_equals(cast.canonical, value));
		check_settled(type, cast.canonical);
		if (values->count < VALUES_MAX)
			buffer_append(&values->texts[values->count++], cast.canonical.data,
			    cast.canonical.length);
	} else {
		require(cast.code < FINDING_NONE && finding_name(cast.code)[0] == 'E');
	}
	buffer_release(&scratch);
}

static void
compare_two(const struct type *type, struct field a, struct field b)
{
	int order = type_compare(type, a, b);
	struct buffer keys[2] = { { 0 } };

	require(order == -type_compare(type, b, a));
	type_key(type, a, &keys[0]);
	type_key(type, b, &keys[1]);
	require(type_equal(type, a, b) == field_equals(view(&keys[0]), view(&keys[1])));
	/* booleans (also in lists) are ordered by their words alone */
	if (type->kind != TYPE_BOOLEAN
	    && (type->kind != TYPE_LIST || type->item->kind != TYPE_BOOLEAN))
		require(type_equal(type, a, b) == (order == 0));
	buffer_release(&keys[0]);
	buffer_release(&keys[1]);
}

/* Of three values the order is that of a line. */
static void
compare_three(const struct type *type, struct field a, struct field b, struct field c)
{
	if (type_compare(type, a, b) <= 0 && type_compare(type, b, c) <= 0)
		require(type_compare(type, a, c) <= 0);
}

static void
check_values(const struct type *type, const char *data, size_t size)
{
	struct values values = { .count = 0 };
	size_t start = 0;

	for (size_t at = 0; at <= size; at++) {
		if (at < size && data[at] != '\n')
			continue;
		/* the reader hands out nothing but UTF-8 without NUL */
		size_t length = text_invalid_at(data + start, at - start);
		const char *nul = length != 0 ? memchr(data + start, '\0', length) : NULL;

		if (nul != NULL)
			length = (size_t)(nul - (data + start));
		cast_one(type, (struct field){ data + start, length }, &values);
		start = at + 1;
	}
	for (size_t i = 0; i < values.count; i++)
		for (size_t j = 0; j < values.count; j++) {
			compare_two(type, view(&values.texts[i]), view(&values.texts[j]));
			compare_three(type, view(&values.texts[i]), view(&values.texts[j]),
			    view(&values.texts[(i + j) % values.count]));
		}
	for (size_t i = 0; i < values.count; i++)
		buffer_release(&values.texts[i]);
}

static void
add_words(struct type *type)
{
	texts_add(&type->yes, field_of("true"));
	texts_add(&type->yes, field_of("1"));
	texts_add(&type->no, field_of("false"));
}

/* A pattern from the first line; NULL where it is none. */
static struct layout *
read_layout(enum type_kind kind, const char *data, size_t size)
{
	static json_t *root;
	struct config_node node = { .path = "pattern", .pointer = "" };
	struct fault fault = { "" };
	struct layout *layout;
	char *pattern = xstrndup(data, size);

	if (root == NULL)
		root = json_null();
	node.value = root;
	layout = layout_new(kind == TYPE_DATE ? MOMENT_DATE
	        : kind == TYPE_TIME           ? MOMENT_TIME
	                                      : MOMENT_DATETIME,
	    pattern, &node, &fault);
	require(layout != NULL || fault.message[0] != '\0');
	free(pattern);
	return layout;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct number_style styles[] = {
		{ NULL, NULL, false },
		{ NULL, ",", true },
		{ ",", ".", false },
		{ ",", "\xE2\x80\xAF", true },
	};
	static const char *const delimiters[] = { NULL, ";", ".", "||" };
	const char *text = (const char *)data;
	struct type item = { .kind = TYPE_STRING };
	struct type type = { .kind = TYPE_STRING };
	const char *end;
	unsigned choice;

	if (size < 2)
		return 0;
	type.kind = (enum type_kind)(data[0] % TYPE_KINDS);
	choice = data[0] / TYPE_KINDS;
	text++;
	size--;
	end = memchr(text, '\n', size);
	if (type.kind == TYPE_BOOLEAN)
		add_words(&type);
	type.number = styles[choice % 4];
	if (type.kind == TYPE_STRING)
		type.format = (enum format)(choice % 5);
	if (type.kind == TYPE_LIST) {
		item.kind = (enum type_kind)(choice % TYPE_LIST);
		if (item.kind == TYPE_BOOLEAN)
			add_words(&item);
		type.item = &item;
		type.delimiter = delimiters[choice % 4];
	}
	if (end != NULL && memchr(text, '%', (size_t)(end - text)) != NULL
	    && (type.kind == TYPE_DATE || type.kind == TYPE_TIME || type.kind == TYPE_DATETIME))
		type.layout = read_layout(type.kind, text, (size_t)(end - text));
	check_values(&type, text, size);
	type.item = NULL;
	type_release(&item);
	type_release(&type);
	return 0;
}
