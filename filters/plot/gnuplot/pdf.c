/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pdf: what gnuplot drew as PDF, made the same on every day and named. */
#include "pdf.h"

#include "../canvas/label.h"

#include <stdlib.h>

/* Where the parts that an update names stand in the file. */
struct places {
	unsigned long xref; /* bytes from the file's beginning */
	unsigned long size; /* one more than the highest object's number */
	unsigned long root;
	unsigned long pages;
};

/* The last place of the text at or after from, or NULL. */
static const char *
last(const struct buffer *pdf, const char *from, const char *text)
{
	const char *found = NULL;
	const char *end = pdf->data + pdf->length;
	size_t length = strlen(text);

	while ((from = memmem(from, (size_t)(end - from), text, length)) != NULL)
		found = from++;
	return found;
}

/* The number behind the last such key; the file ends with a NUL of the caller's. */
static bool
number_behind(const struct buffer *pdf, const char *from, const char *key, unsigned long *number)
{
	const char *place = last(pdf, from, key);
	char *end;

	if (place == NULL)
		return false;
	place += strlen(key);
	*number = strtoul(place, &end, 10);
	return end != place;
}

static bool
find_places(const struct buffer *pdf, struct places *places)
{
	const char *trailer = last(pdf, pdf->data, "\ntrailer\n");
	const char *catalogue = last(pdf, pdf->data, "/Type /Catalog");

	return trailer != NULL && catalogue != NULL
	    && number_behind(pdf, trailer, "\nstartxref\n", &places->xref)
	    && places->xref < pdf->length && memcmp(pdf->data + places->xref, "xref", 4) == 0
	    && number_behind(pdf, trailer, "/Size ", &places->size)
	    && number_behind(pdf, trailer, "/Root ", &places->root)
	    && number_behind(pdf, catalogue, "/Pages ", &places->pages);
}

/* A text string of PDF: UTF-16, big end first, in hexadecimal digits. */
static void
add_text(struct buffer *pdf, const char *text)
{
	size_t length = strlen(text);

	buffer_append_text(pdf, "<FEFF");
	for (size_t at = 0; at < length;) {
		size_t bytes;
		uint32_t letter = label_decode(text + at, length - at, &bytes);

		if (letter >= 0x10000)
			buffer_format(pdf, "%04X%04X",
			    (unsigned)(0xd800 + ((letter - 0x10000) >> 10)),
			    (unsigned)(0xdc00 + ((letter - 0x10000) & 0x3ff)));
		else
			buffer_format(pdf, "%04X", (unsigned)letter);
		at += bytes;
	}
	buffer_append(pdf, ">", 1);
}

static void
update(struct buffer *pdf, const struct places *places, const char *title, const char *language)
{
	size_t catalogue;
	size_t information;
	size_t xref;

	catalogue = pdf->length;
	buffer_format(pdf,
	    "%lu 0 obj\n<< /Type /Catalog\n   /Pages %lu 0 R\n   /Lang (%s)\n"
	    "   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
	    places->root, places->pages, language);
	information = pdf->length;
	buffer_format(pdf, "%lu 0 obj\n<< /Title ", places->size);
	add_text(pdf, title);
	buffer_append_text(pdf, "\n   /Producer (mhsw plot)\n>>\nendobj\n");
	xref = pdf->length;
	buffer_format(pdf,
	    "xref\n%lu 1\n%010zu 00000 n \n%lu 1\n%010zu 00000 n \n"
	    "trailer\n<< /Size %lu\n   /Root %lu 0 R\n   /Info %lu 0 R\n   /Prev %lu\n>>\n"
	    "startxref\n%zu\n%%%%EOF\n",
	    places->root, catalogue, places->size, information, places->size + 1, places->root,
	    places->size, places->xref, xref);
}

void
pdf_settle(struct buffer *pdf, const char *title, const char *language)
{
	static const char *const dates[] = { "/CreationDate (D:", "/ModDate (D:" };
	struct places places;

	for (size_t i = 0; i < 2; i++) {
		char *place = memmem(pdf->data, pdf->length, dates[i], strlen(dates[i]));
		const char *zero = "19700101000000";

		if (place == NULL)
			continue;
		place += strlen(dates[i]);
		for (; *zero != '\0' && *place >= '0' && *place <= '9'; zero++)
			*place++ = *zero;
	}
	buffer_append(pdf, "", 1);
	pdf->length--;
	if (find_places(pdf, &places))
		update(pdf, &places, title, language);
}
