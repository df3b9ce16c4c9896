/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz_report: a report file becomes a fault or a page, and a picture a fault or a part of
 * one, whose markup is ours alone. */
#include "../../filters/report/charts/svg.h"
#include "../../filters/report/page/page.h"
#include "fuzz_file.h"

#include <stdint.h>
#include <string.h>

/* The stream that a report file may name: 100, in the folder of open files. */
#define STREAM 100

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char stream[] = "unit,period,measure,kind,value,method\n"
                             "Ash,2026,trusted,mean,4.1,student_t\n"
                             "<b>&\"',2026,trusted,mean,*,x_published\n";

static void
require(bool held)
{
	if (!held)
		abort();
}

/* The element that begins or ends at a '<', or with *length 0 none that is known. */
static const char *
element_at(const char *tag, size_t *length)
{
	static const char letters[] =
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

	*length = strspn(tag, letters);
	return tag;
}

static bool
is_void(const char *name, size_t length)
{
	return length == 4 && memcmp(name, "meta", 4) == 0;
}

/* Elements are ended in turn, and none of them runs or loads anything. */
static void
check_markup(const char *page)
{
	static const char *const refused[] = { "script", "img", "iframe", "object", "embed", "link",
		"base", "form", "b" };
	const char *open[64];
	size_t lengths[64];
	size_t depth = 0;

	for (const char *at = strchr(page, '<'); at != NULL; at = strchr(at, '<')) {
		bool end = at[1] == '/';
		size_t length;
		const char *name = element_at(at + 1 + end, &length);

		at += 1;
		if (*at == '!')
			continue;
		require(length != 0);
		for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
			require(
			    strlen(refused[i]) != length || memcmp(name, refused[i], length) != 0);
		at = strchr(at, '>');
		require(at != NULL);
		if (is_void(name, length) || at[-1] == '/')
			continue;
		if (!end) {
			require(depth < 64);
			open[depth] = name;
			lengths[depth++] = length;
			continue;
		}
		require(depth > 0 && lengths[depth - 1] == length
		    && memcmp(open[depth - 1], name, length) == 0);
		depth--;
	}
	require(depth == 0);
}

static void
draw_page(const struct document *document, const struct strings *strings)
{
	struct streams streams = { .folder = "/proc/self/fd" };
	struct placeholders placeholders = { .streams = &streams, .strings = strings };
	struct charts charts = { 0 };
	struct runs runs = { 0 };
	struct labels labels = { 0 };
	struct page page = { .document = document,
		.strings = strings,
		.placeholders = &placeholders,
		.charts = &charts,
		.runs = &runs,
		.labels = &labels };
	struct fault fault = { 0 };
	bool good = true;

	for (size_t s = 0; good && s < document->count; s++)
		for (size_t b = 0; good && b < document->sections[s].count; b++)
			if (document->sections[s].blocks[b].kind == BLOCK_CHART)
				good = charts_add(&charts, &document->sections[s].blocks[b],
				    &placeholders, &fault);
	/* plot is not at work here */
	if (good && charts.count == 0 && page_write(&page, &fault)) {
		require(memchr(page.out.data, '\0', page.out.length) == NULL);
		buffer_append(&page.out, "", 1);
		check_markup(page.out.data);
	} else {
		require(charts.count != 0 || fault.message[0] != '\0');
	}
	buffer_release(&page.out);
	charts_release(&charts);
	streams_release(&streams);
}

static void
try_report(const uint8_t *data, size_t size)
{
	static struct strings strings;
	struct document document;
	struct fault fault = { 0 };
	char path[64];
	int descriptor;

	if (strings.table == NULL) {
		require(strings_open(&strings, NULL, &fault));
		require(dup2(fuzz_file(stream, sizeof stream - 1, path), STREAM) == STREAM);
	}
	descriptor = fuzz_file(data, size, path);
	if (document_open(&document, path, &fault))
		draw_page(&document, &strings);
	else
		require(fault.message[0] != '\0');
	document_close(&document);
	close(descriptor);
}

static void
try_picture(const uint8_t *data, size_t size)
{
	struct buffer out = { 0 };
	struct fault fault = { 0 };

	if (svg_embed((struct field){ (const char *)data, size }, "wide", "c1-", &out, &fault)) {
		buffer_append(&out, "", 1);
		check_markup(out.data);
		require(out.length > 6 && memcmp(out.data, "<svg class=\"wide\"", 17) == 0);
	} else {
		require(fault.message[0] != '\0');
	}
	buffer_release(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size != 0 && data[0] == '<')
		try_picture(data, size);
	else
		try_report(data, size);
	return 0;
}
