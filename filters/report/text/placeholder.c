/* SPDX-License-Identifier: GPL-3.0-or-later */
/* placeholder: figures in a text, fetched from a stream. */
#include "placeholder.h"

#include <stdlib.h>
#include <string.h>

#define CONDITIONS_MAX 8

/* One placeholder, taken apart; borrowed from its text. */
struct parts {
	struct field stream;
	struct field column;
	struct field names[CONDITIONS_MAX];
	struct field values[CONDITIONS_MAX];
	size_t count;
};

/* The field up to the next bar; rest goes on behind it, or has no data at the end. */
static struct field
next_part(struct field *rest)
{
	const char *bar = memchr(rest->data, '|', rest->length);
	struct field part = *rest;

	if (bar == NULL) {
		*rest = (struct field){ NULL, 0 };
	} else {
		part.length = (size_t)(bar - rest->data);
		rest->length -= part.length + 1;
		rest->data = bar + 1;
	}
	return field_trim(part);
}

static bool
take_part(struct parts *parts, struct field part, bool last)
{
	const char *equals = memchr(part.data, '=', part.length);
	size_t length;

	if (last) {
		parts->column = part;
		return equals == NULL && part.length != 0;
	}
	if (equals == NULL || parts->count == CONDITIONS_MAX)
		return false;
	length = (size_t)(equals - part.data);
	parts->names[parts->count] = field_trim((struct field){ part.data, length });
	parts->values[parts->count] =
	    field_trim((struct field){ equals + 1, part.length - length - 1 });
	return parts->names[parts->count++].length != 0;
}

static bool
take_apart(
    const struct config_node *node, struct field inside, struct parts *parts, struct fault *fault)
{
	struct field rest = inside;
	bool good;

	*parts = (struct parts){ .stream = next_part(&rest) };
	good = parts->stream.length != 0 && rest.data != NULL;
	while (good && rest.data != NULL) {
		struct field part = next_part(&rest);

		good = take_part(parts, part, rest.data == NULL);
	}
	return good
	    || config_fault(node, fault,
	        "'{{%.*s}}' is no placeholder: write {{STREAM | COLUMN = VALUE | COLUMN}}, with at "
	        "most %d conditions",
	        inside.length > 200 ? 200 : (int)inside.length, inside.data, CONDITIONS_MAX);
}

/* The next placeholder of the text, from *at on: what stands before it and inside it;
 * *at goes behind it.  False with no fault: there is none. */
static bool
seek(const struct config_node *node, const char **at, struct field *before, struct field *inside,
    bool *failed, struct fault *fault)
{
	const char *open = strstr(*at, "{{");
	const char *close = open == NULL ? NULL : strstr(open + 2, "}}");

	*failed = open != NULL && close == NULL;
	*before = field_of(*at);
	if (*failed)
		config_fault(node, fault, "a placeholder begins with {{ and does not end with }}");
	if (open == NULL || close == NULL)
		return false;
	before->length = (size_t)(open - *at);
	*inside = (struct field){ open + 2, (size_t)(close - open - 2) };
	*at = close + 2;
	return true;
}

bool
placeholder_check(const struct config_node *node, const char *text, struct fault *fault)
{
	struct field before;
	struct field inside;
	struct parts parts;
	bool failed;

	while (seek(node, &text, &before, &inside, &failed, fault))
		if (!take_apart(node, inside, &parts, fault))
			return false;
	return !failed;
}

static bool
find_column(const struct config_node *node, const struct stream *stream, struct field name,
    size_t *column, struct fault *fault)
{
	char *copy = xstrndup(name.data, name.length);
	struct fault reason = { 0 };
	bool good = table_require(stream->table, copy, column, &reason);

	free(copy);
	return good || config_fault(node, fault, "%s", reason.message);
}

/* The one row that meets the conditions. */
static bool
find_row(const struct config_node *node, const struct stream *stream, const struct parts *parts,
    size_t *row, struct fault *fault)
{
	struct condition conditions[CONDITIONS_MAX];
	size_t found = 0;

	for (size_t i = 0; i < parts->count; i++) {
		conditions[i] = (struct condition){ .values = &parts->values[i], .count = 1 };
		if (!find_column(node, stream, parts->names[i], &conditions[i].column, fault))
			return false;
	}
	for (size_t i = 0; i < table_rows(stream->table) && found < 2; i++)
		if (streams_meets(stream->table, i, conditions, parts->count)) {
			*row = found == 0 ? i : *row;
			found++;
		}
	if (found == 1)
		return true;
	return config_fault(node, fault,
	    found == 0
	        ? "no row of %s meets the conditions of the placeholder for '%.*s'"
	        : "several rows of %s meet the conditions of the placeholder for '%.*s'; add "
	          "one that tells them apart",
	    stream->name, (int)parts->column.length, parts->column.data);
}

/* The figure is a percentage: a share, or an end or a middle of shares. */
static bool
is_share(const struct stream *stream, size_t row, struct field column)
{
	static const char *const shares[] = { "value", "lower95", "upper95", "lower998", "upper998",
		"q1", "median", "q3", "centre", "previous", NULL };
	struct fault none = { 0 };
	size_t kind;

	for (size_t i = 0; shares[i] != NULL; i++)
		if (field_is(column, shares[i]))
			return table_require(stream->table, "kind", &kind, &none)
			    && field_is(table_cell(stream->table, row, kind), "proportion");
	return false;
}

static bool
fill_one(struct placeholders *placeholders, const struct config_node *node,
    const struct parts *parts, struct buffer *out, struct fault *fault)
{
	char *name = xstrndup(parts->stream.data, parts->stream.length);
	struct fault reason = { 0 };
	struct stream *stream = streams_get(placeholders->streams, name, &reason);
	struct field figure;
	size_t column;
	size_t row = 0;
	bool percent = false;

	free(name);
	if (stream == NULL)
		return config_fault(node, fault, "%s", reason.message);
	if (!find_column(node, stream, parts->column, &column, fault)
	    || !find_row(node, stream, parts, &row, fault))
		return false;
	figure = table_cell(stream->table, row, column);
	if (field_is_suppressed(figure))
		figure = strings_text(placeholders->strings, "figure.suppressed");
	else if (figure.length == 0 || field_is_symbol(figure))
		figure = strings_text(placeholders->strings, "figure.none");
	else
		percent = is_share(stream, row, parts->column);
	buffer_append(out, figure.data, figure.length);
	if (percent)
		buffer_append(out, "%", 1);
	placeholders->filled++;
	return true;
}

bool
placeholder_fill(struct placeholders *placeholders, const struct config_node *node,
    const char *text, struct buffer *out, struct fault *fault)
{
	struct field before;
	struct field inside;
	struct parts parts;
	bool failed;

	while (seek(node, &text, &before, &inside, &failed, fault)) {
		buffer_append(out, before.data, before.length);
		if (!take_apart(node, inside, &parts, fault)
		    || !fill_one(placeholders, node, &parts, out, fault))
			return false;
	}
	buffer_append(out, before.data, before.length);
	return !failed;
}
