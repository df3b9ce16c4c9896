/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svg: a picture that plot drew, made a part of a page. */
#include "svg.h"

#include "../../lib/ascii.h"
#include "../../lib/text.h"

#include <string.h>

/* What a drawing is made of. */
static const char *const elements[] = { "svg", "title", "desc", "g", "path", "polygon", "polyline",
	"line", "rect", "circle", "ellipse", "text", "tspan", "defs", "pattern", "clipPath", "use",
	"linearGradient", "stop", NULL };
/* They mean nothing inside a page. */
static const char *const dropped[] = { "xmlns", "xmlns:xlink", "xml:lang", "version", "xml:space",
	NULL };

#define DEPTH_MAX 32

struct scan {
	struct field rest;
	const char *prefix;
	const char *class_name;
	struct buffer *out;
	struct field open[DEPTH_MAX]; /* elements that are not ended */
	size_t depth;
	struct fault *fault;
};

static bool
is_one_of(struct field name, const char *const *list)
{
	for (; *list != NULL; list++)
		if (field_is(name, *list))
			return true;
	return false;
}

static bool
is_byte_of(char byte, const char *bytes)
{
	return byte != '\0' && strchr(bytes, byte) != NULL;
}

static void
skip(struct field *rest, size_t bytes)
{
	rest->data += bytes;
	rest->length -= bytes;
}

static void
skip_blanks(struct field *rest)
{
	while (rest->length != 0 && is_byte_of(*rest->data, " \t\r\n"))
		skip(rest, 1);
}

static struct field
take_name(struct field *rest)
{
	struct field name = { rest->data, 0 };

	while (name.length < rest->length
	    && (ascii_is_letter(name.data[name.length]) || ascii_is_digit(name.data[name.length])
	        || is_byte_of(name.data[name.length], ":_-")))
		name.length++;
	skip(rest, name.length);
	return name;
}

static bool
broken(struct scan *scan)
{
	return fault_set(scan->fault, "plot's picture is no well-formed SVG");
}

/* name = "value", either quote; blanks may stand around the sign. */
static bool
take_attribute(struct scan *scan, struct field *name, struct field *value)
{
	const char *end;

	*name = take_name(&scan->rest);
	skip_blanks(&scan->rest);
	if (name->length == 0 || scan->rest.length == 0 || *scan->rest.data != '=')
		return broken(scan);
	skip(&scan->rest, 1);
	skip_blanks(&scan->rest);
	if (scan->rest.length == 0 || (*scan->rest.data != '"' && *scan->rest.data != '\''))
		return broken(scan);
	end = memchr(scan->rest.data + 1, *scan->rest.data, scan->rest.length - 1);
	if (end == NULL)
		return broken(scan);
	*value = (struct field){ scan->rest.data + 1, (size_t)(end - scan->rest.data) - 1 };
	skip(&scan->rest, value->length + 2);
	return memchr(value->data, '<', value->length) == NULL || broken(scan);
}

/* Part of a value as it stands, entities and all, but for what ends it. */
static void
write_bytes(struct scan *scan, struct field bytes)
{
	for (size_t i = 0; i < bytes.length; i++)
		if (bytes.data[i] == '"')
			buffer_append_text(scan->out, "&quot;");
		else if (bytes.data[i] == '>')
			buffer_append_text(scan->out, "&gt;");
		else
			buffer_append(scan->out, &bytes.data[i], 1);
}

/* A list of ids, each with the prefix. */
static void
write_ids(struct scan *scan, struct field ids)
{
	bool first = true;

	for (skip_blanks(&ids); ids.length != 0; skip_blanks(&ids)) {
		size_t length = 0;

		while (length < ids.length && !is_byte_of(ids.data[length], " \t\r\n"))
			length++;
		if (!first)
			buffer_append(scan->out, " ", 1);
		first = false;
		buffer_append_text(scan->out, scan->prefix);
		write_bytes(scan, (struct field){ ids.data, length });
		skip(&ids, length);
	}
}

/* A value, with the ids in url(#id) changed; another url is a fault. */
static bool
write_value(struct scan *scan, struct field value)
{
	const char *url;

	while ((url = memmem(value.data, value.length, "url(", 4)) != NULL) {
		size_t before = (size_t)(url - value.data) + 4;

		if (before == value.length || value.data[before] != '#')
			return fault_set(scan->fault, "plot's picture refers to another file");
		write_bytes(scan, (struct field){ value.data, before + 1 });
		buffer_append_text(scan->out, scan->prefix);
		skip(&value, before + 1);
	}
	write_bytes(scan, value);
	return true;
}

static bool
write_attribute(struct scan *scan, struct field name, struct field value)
{
	bool link = field_is(name, "href") || field_is(name, "xlink:href");

	if (is_one_of(name, dropped))
		return true;
	if ((name.length > 2 && memcmp(name.data, "on", 2) == 0) || field_is(name, "style")
	    || field_is(name, "class") || (link && (value.length == 0 || *value.data != '#')))
		return fault_set(scan->fault,
		    "plot's picture has an attribute '%.*s', which a page does not take",
		    (int)name.length, name.data);
	buffer_append(scan->out, " ", 1);
	if (link) {
		buffer_append_text(scan->out, "href=\"#");
		skip(&value, 1);
	} else {
		buffer_append(scan->out, name.data, name.length);
		buffer_append_text(scan->out, "=\"");
	}
	if (link || field_is(name, "id") || field_is(name, "aria-labelledby")
	    || field_is(name, "aria-describedby"))
		write_ids(scan, value);
	else if (!write_value(scan, value))
		return false;
	buffer_append(scan->out, "\"", 1);
	return true;
}

static bool
write_attributes(struct scan *scan, bool *empty)
{
	*empty = false;
	for (;;) {
		struct field name = { "", 0 };
		struct field value = { "", 0 };

		skip_blanks(&scan->rest);
		if (scan->rest.length == 0)
			return broken(scan);
		if (*scan->rest.data == '>' || *scan->rest.data == '/')
			break;
		if (!take_attribute(scan, &name, &value) || !write_attribute(scan, name, value))
			return false;
	}
	*empty = *scan->rest.data == '/';
	skip(&scan->rest, *empty ? 1 : 0);
	if (scan->rest.length == 0 || *scan->rest.data != '>')
		return broken(scan);
	skip(&scan->rest, 1);
	buffer_append_text(scan->out, *empty ? "/>" : ">");
	return true;
}

/* At a '<'. */
static bool
write_tag(struct scan *scan)
{
	struct field name;
	bool empty;
	bool end;

	skip(&scan->rest, 1);
	end = scan->rest.length != 0 && *scan->rest.data == '/';
	skip(&scan->rest, end ? 1 : 0);
	name = take_name(&scan->rest);
	if (!is_one_of(name, elements) || (scan->depth == 0) != (field_is(name, "svg") && !end))
		return fault_set(scan->fault,
		    "plot's picture has an element '%.*s', which a page does not take",
		    name.length > 40 ? 40 : (int)name.length, name.data);
	buffer_append_text(scan->out, end ? "</" : "<");
	buffer_append(scan->out, name.data, name.length);
	if (scan->depth == 0)
		buffer_format(scan->out, " class=\"%s\"", scan->class_name);
	if (!write_attributes(scan, &empty))
		return false;
	if (end && (empty || !field_equals(name, scan->open[--scan->depth])))
		return broken(scan);
	if (!end && !empty && scan->depth < DEPTH_MAX)
		scan->open[scan->depth++] = name;
	else if (!end && !empty)
		return broken(scan);
	return true;
}

/* Neither XML nor a page takes them, wherever they stand. */
static bool
has_controls(struct field text)
{
	for (size_t i = 0; i < text.length; i++)
		if ((unsigned char)text.data[i] < ' ' && text.data[i] != '\t'
		    && text.data[i] != '\n' && text.data[i] != '\r')
			return true;
	return false;
}

bool
svg_embed(struct field drawn, const char *class_name, const char *prefix, struct buffer *out,
    struct fault *fault)
{
	struct scan scan = { .rest = drawn,
		.prefix = prefix,
		.class_name = class_name,
		.out = out,
		.fault = fault };
	const char *root = memmem(drawn.data, drawn.length, "<svg", 4);

	if (root == NULL || has_controls(drawn)
	    || text_invalid_at(drawn.data, drawn.length) != drawn.length)
		return broken(&scan);
	skip(&scan.rest, (size_t)(root - drawn.data));
	do {
		if (*scan.rest.data == '<') {
			if (!write_tag(&scan))
				return false;
		} else {
			buffer_append(out, scan.rest.data, 1);
			skip(&scan.rest, 1);
		}
		if (scan.rest.length == 0 && scan.depth != 0)
			return broken(&scan);
	} while (scan.depth != 0);
	return true;
}
