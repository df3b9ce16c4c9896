/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list: values of one type with a delimiter between them. */
#include "list.h"

static const struct type text_item = { .kind = TYPE_STRING };

static const struct type *
item_type(const struct type *type)
{
	return type->item != NULL ? type->item : &text_item;
}

/* What is left of a list; data NULL: nothing. */
struct items {
	struct field rest;
	struct field delimiter;
};

static struct items
items_of(const struct type *type, struct field value)
{
	struct items items = { value, field_of(type_delimiter(type)) };

	if (value.length == 0)
		items.rest.data = NULL;
	return items;
}

static bool
next(struct items *items, struct field *item)
{
	struct field *rest = &items->rest;
	const char *end;

	if (rest->data == NULL)
		return false;
	*item = *rest;
	end = rest->length != 0
	    ? memmem(rest->data, rest->length, items->delimiter.data, items->delimiter.length)
	    : NULL;
	if (end == NULL) {
		rest->data = NULL;
		return true;
	}
	item->length = (size_t)(end - rest->data);
	rest->data = end + items->delimiter.length;
	rest->length -= item->length + items->delimiter.length;
	return true;
}

/* What 1E-1 becomes would be two items where the delimiter is a point. */
static bool
holds(struct field item, struct field delimiter)
{
	return item.length != 0
	    && memmem(item.data, item.length, delimiter.data, delimiter.length) != NULL;
}

/* Casts all items, with their canonical forms joined in out; the note is the
 * weightiest of theirs (the codes stand in that order). */
static bool
cast_items(const struct type *type, struct field value, struct buffer *out,
    struct buffer *item_scratch, enum finding_code *note)
{
	struct items items = items_of(type, value);
	struct field item;

	*note = FINDING_NONE;
	for (bool first = true; next(&items, &item); first = false) {
		struct type_cast cast;

		buffer_clear(item_scratch);
		if (!type_cast(item_type(type), item, item_scratch, &cast)
		    || (cast.code != FINDING_NONE && holds(cast.canonical, items.delimiter)))
			return false;
		if (*note == FINDING_NONE || (cast.code != FINDING_NONE && cast.code > *note))
			*note = cast.code;
		if (!first)
			buffer_append(out, items.delimiter.data, items.delimiter.length);
		buffer_append(out, cast.canonical.data, cast.canonical.length);
	}
	return true;
}

bool
list_cast(
    const struct type *type, struct field value, struct buffer *scratch, struct type_cast *cast)
{
	struct buffer item_scratch = { 0 };
	enum finding_code note;
	bool good;

	*cast = (struct type_cast){ value, FINDING_NONE };
	if (item_type(type)->kind == TYPE_STRING)
		return true;
	good = cast_items(type, value, scratch, &item_scratch, &note);
	buffer_release(&item_scratch);
	if (!good)
		cast->code = FINDING_LIST;
	else if (note != FINDING_NONE)
		*cast = (struct type_cast){ { scratch->data, scratch->length }, note };
	return good;
}

/* Two lists gone through side by side. */
struct pair {
	struct items left;
	struct items right;
	struct field one;
	struct field other;
	int ended; /* once an item is wanting: -1 on the left alone, 1 on the right, 0 on both */
};

static bool
next_pair(struct pair *pair)
{
	bool more_left = next(&pair->left, &pair->one);
	bool more_right = next(&pair->right, &pair->other);

	pair->ended = more_left - more_right;
	return more_left && more_right;
}

int
list_compare(const struct type *type, struct field a, struct field b)
{
	struct pair pair = { .left = items_of(type, a), .right = items_of(type, b) };

	while (next_pair(&pair)) {
		int order = type_compare(item_type(type), pair.one, pair.other);

		if (order != 0)
			return order;
	}
	return pair.ended;
}

bool
list_equal(const struct type *type, struct field a, struct field b)
{
	struct pair pair = { .left = items_of(type, a), .right = items_of(type, b) };

	while (next_pair(&pair))
		if (!type_equal(item_type(type), pair.one, pair.other))
			return false;
	return pair.ended == 0;
}

/* A value holds no NUL, so one may end each item. */
void
list_key(const struct type *type, struct field value, struct buffer *out)
{
	struct items items = items_of(type, value);
	struct field item;

	while (next(&items, &item)) {
		type_key(item_type(type), item, out);
		buffer_append(out, "", 1);
	}
}

size_t
list_count(const struct type *type, struct field value)
{
	struct items items = items_of(type, value);
	struct field item;
	size_t count = 0;

	while (next(&items, &item))
		count++;
	return count;
}
