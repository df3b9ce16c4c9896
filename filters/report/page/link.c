/* SPDX-License-Identifier: GPL-3.0-or-later */
/* link: from the page to a stream, so that both can be copied together. */
#include "page.h"

#include "../../lib/ascii.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Kilobytes of 1000 bytes, as file managers show them. */
static void
size_words(const struct strings *strings, uint64_t bytes, struct buffer *out)
{
	char number[32];
	struct field value;

	if (bytes < 1000)
		snprintf(number, sizeof number, "%" PRIu64, bytes);
	else if (bytes < 999500)
		snprintf(number, sizeof number, "%" PRIu64, (bytes + 500) / 1000);
	else
		snprintf(number, sizeof number, "%" PRIu64 ".%" PRIu64, (bytes + 50000) / 1000000,
		    (bytes + 50000) / 100000 % 10);
	value = field_of(number);
	strings_fill(strings, out,
	    bytes < 1000         ? "size.bytes"
	        : bytes < 999500 ? "size.kilobytes"
	                         : "size.megabytes",
	    &value, 1);
}

/* The folder that the page will lie in, without links and dots; the caller frees it. */
static char *
folder_of_page(const char *output)
{
	const char *slash = output == NULL ? NULL : strrchr(output, '/');
	char *folder = slash == NULL ? xstrdup(".")
	    : slash == output        ? xstrdup("/")
	                             : xstrndup(output, (size_t)(slash - output));
	char *real = realpath(folder, NULL);

	free(folder);
	return real;
}

/* Appends the way from the page's folder to the stream.  False where it does not lie
 * below: a page that is published says nothing of other folders, and has no link that
 * ends nowhere. */
static bool
find_way(const struct page *page, const struct stream *stream, struct buffer *way)
{
	const char *streams = page->placeholders->streams->folder;
	char *from = folder_of_page(page->output);
	char *to = realpath(*streams == '\0' ? "." : streams, NULL);
	size_t length = from == NULL ? 0 : strlen(from);
	bool below;

	/* the root alone ends in a slash */
	length -= length == 1 ? 1 : 0;
	below = from != NULL && to != NULL && strncmp(from, to, length) == 0
	    && (to[length] == '/' || to[length] == '\0');
	if (below && to[length] == '/' && to[length + 1] != '\0') {
		buffer_append_text(way, to + length + 1);
		buffer_append_text(way, "/");
	}
	if (below)
		buffer_append_text(way, stream->name);
	free(from);
	free(to);
	return below;
}

/* RFC 3986: what is not unreserved, by its number; slashes stay. */
static void
write_url(struct page *page, struct field path)
{
	for (size_t i = 0; i < path.length; i++)
		if (ascii_is_letter(path.data[i]) || ascii_is_digit(path.data[i])
		    || (path.data[i] != '\0' && strchr("-._~/", path.data[i]) != NULL))
			buffer_append(&page->out, &path.data[i], 1);
		else
			buffer_format(&page->out, "%%%02X", (unsigned)(unsigned char)path.data[i]);
}

void
page_link(struct page *page, const char *linked, const char *named, size_t number,
    const struct stream *stream)
{
	struct buffer way = { 0 };
	struct buffer size = { 0 };
	char digits[24];
	struct field values[3];
	bool below = find_way(page, stream, &way);

	size_words(page->strings, stream->bytes, &size);
	values[0] = page_number(digits, number);
	values[1] = field_of(stream->name);
	values[2] = (struct field){ size.data, size.length };
	page_put(page, "<p class=\"download\">");
	if (below) {
		page_put(page, "<a href=\"");
		write_url(page, (struct field){ way.data, way.length });
		page_put(page, "\">");
	}
	page_fill(page, below ? linked : named, values, 3);
	page_put(page, below ? "</a></p>\n" : "</p>\n");
	buffer_release(&way);
	buffer_release(&size);
}
