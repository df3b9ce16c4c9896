/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * document: the report file: title, sections, and what stands in them.
 *
 * Texts are borrowed from the file, and hold placeholders still.
 */
#ifndef REPORT_DOCUMENT_H
#define REPORT_DOCUMENT_H

#include "../../lib/config.h"

#include <stdbool.h>
#include <stddef.h>

/* A text and where it stands; text is NULL where it is not given. */
struct words {
	const char *text;
	struct config_node node;
};

/* A chart is plot's work: what is asked of it. */
struct chart_request {
	struct words stream;
	struct words title;
	struct words subtitle;
	struct words caption;
	struct words alt;
	/* options of plot as they stand behind it, --name=value and --name; owned */
	char **options;
	size_t option_count;
};

/* Rows of a stream as they are. */
struct table_request {
	struct words stream;
	struct words caption;
	struct config_node columns; /* a list of names, or absent: all */
	struct config_node rows;    /* column: value or list of values; or absent: all */
};

enum block_kind { BLOCK_TEXT, BLOCK_LIST, BLOCK_HEADING, BLOCK_CHART, BLOCK_TABLE };

struct block {
	enum block_kind kind;
	struct config_node node;
	struct words *texts; /* paragraphs, entries, or the one heading; owned */
	size_t text_count;
	struct chart_request chart;
	struct table_request table;
};

struct section {
	struct words title;
	const char *id; /* NULL: none is given */
	struct block *blocks;
	size_t count;
};

struct document {
	struct config_file file;
	struct words title;
	struct words summary; /* may be absent */
	const char *lang;
	char **labels; /* measures.json files, relative to the report file; owned */
	size_t label_count;
	bool quality; /* pages of data quality and of how it was made are wanted */
	bool about;
	struct section *sections;
	size_t count;
};

/* Reads the report file strictly; placeholders are looked at, not filled. */
bool document_open(struct document *document, const char *path, struct fault *fault);
void document_close(struct document *document);

/* One content block of a section (block.c), and a chart's request (request.c). */
bool block_read(struct block *block, const struct config_node *node, struct fault *fault);
void block_release(struct block *block);
bool
request_read(struct chart_request *request, const struct config_node *node, struct fault *fault);
void request_release(struct chart_request *request);
/* The text has more than blanks in it: an empty heading or name leads nowhere. */
bool words_filled(const struct words *words, struct fault *fault);
/* A text that may be absent, its placeholders looked at. */
bool words_read(
    struct words *words, const struct config_node *object, const char *key, struct fault *fault);
/* The same where it has to be there, and is not empty. */
bool words_require(
    struct words *words, const struct config_node *object, const char *key, struct fault *fault);

#endif
