/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * page: the report as one HTML page that needs nothing else.
 */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include "../../lib/labels.h"
#include "../charts/charts.h"
#include "../document/document.h"
#include "../quality/runs.h"
#include "../strings/strings.h"
#include "../text/placeholder.h"

struct page {
	struct buffer out;
	const struct document *document;
	const struct strings *strings;
	struct placeholders *placeholders;
	const struct charts *charts;
	const struct runs *runs;
	const struct labels *labels; /* names of measures and units */
	const char *output;          /* where the page will be, or NULL: in the folder at hand */
	const char *words;           /* the file of the fixed words, or NULL */
	size_t charts_done;
	size_t tables_done; /* of the report file, which have numbers */
	size_t grids_done;  /* all */
	/* rows that tables showed, held back and left out */
	uint64_t used;
	uint64_t suppressed;
	uint64_t excluded;
};

/* Writes the whole page to page->out. */
bool page_write(struct page *page, struct fault *fault);

/* --- parts of it ------------------------------------------------------------- */

/* Markup as it stands; text, escaped. */
void page_put(struct page *page, const char *markup);
void page_text(struct page *page, struct field text);
/* A fixed text, filled in with values. */
void page_say(struct page *page, const char *key);
void page_fill(struct page *page, const char *key, const struct field *values, size_t count);
/* A fixed text inside an element: <p class="..">; class_name may be NULL. */
void page_element(struct page *page, const char *element, const char *class_name, const char *key);
/* The number of something as a text of the page. */
struct field page_number(char text[24], size_t number);
/* A text of a run record or of plot's words; "" where there is none. */
struct field page_said(const struct config_node *object, const char *key);
/* A text of the report file with its figures. */
bool page_words(struct page *page, const struct words *words, struct fault *fault);

/* The next chart, its figures and the link to its stream (chart.c). */
bool page_chart(struct page *page, unsigned level, struct fault *fault);
/* A stream's rows as a table (rows.c). */
bool page_rows(struct page *page, const struct table_request *request, struct fault *fault);
/* A link to a stream, or its name alone where it does not lie below the page (link.c); the
 * keys of the two texts: number, name, size. */
void page_link(struct page *page, const char *linked, const char *named, size_t number,
    const struct stream *stream);
/* The sections of data quality and of how the page was made. */
void page_quality(struct page *page);
bool page_about(struct page *page, struct fault *fault);
/* The head of the page, with its styles (head.c). */
bool page_head(struct page *page, struct fault *fault);

#endif
