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
folder_of(const char *output)
{
	const char *slash = output == NULL ? NULL : strrchr(output, '/');
	char *folder = slash == NULL ? xstrdup(".")
	    : slash == output        ? xstrdup("/")
	                             : xstrndup(output, (size_t)(slash - output));
	char *real = realpath(folder, NULL);

	free(folder);
	return real;
}

/* Appends the way from a folder to a file, both without links and dots. */
static void
relative(const char *folder, const char *file, struct buffer *out)
{
	size_t common = 0;

	for (size_t i = 0; folder[i] == file[i] || folder[i] == '\0'; i++) {
		if (folder[i] == '\0') {
			common = file[i] == '/' ? i + 1 : common;
			if (file[i] == '/')
				folder += i;
			break;
		}
		common = folder[i] == '/' ? i + 1 : common;
	}
	if (*folder != '\0') {
		folder += common;
		for (bool more = *folder != '\0'; more;) {
			const char *slash = strchr(folder, '/');

			buffer_append_text(out, "../");
			more = slash != NULL;
			folder = more ? slash + 1 : folder;
		}
	}
	buffer_append_text(out, file + common);
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
page_link(struct page *page, const char *key, size_t number, const struct stream *stream)
{
	char *folder = folder_of(page->output);
	char *file = realpath(stream->path, NULL);
	struct buffer way = { 0 };
	struct buffer size = { 0 };
	char digits[24];
	struct field values[3];

	if (folder != NULL && file != NULL)
		relative(folder, file, &way);
	else
		buffer_append_text(&way, stream->name);
	size_words(page->strings, stream->bytes, &size);
	values[0] = page_number(digits, number);
	values[1] = field_of(stream->name);
	values[2] = (struct field){ size.data, size.length };
	page_put(page, "<p class=\"download\"><a href=\"");
	write_url(page, (struct field){ way.data, way.length });
	page_put(page, "\">");
	page_fill(page, key, values, 3);
	page_put(page, "</a></p>\n");
	buffer_release(&way);
	buffer_release(&size);
	free(folder);
	free(file);
}
