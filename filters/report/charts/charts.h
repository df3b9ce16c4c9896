/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * charts: all charts of the report, drawn by plot, each in two widths: for a telephone
 * and for a desk or paper.
 */
#ifndef REPORT_CHARTS_H
#define REPORT_CHARTS_H

#include "../../lib/config.h"
#include "../../lib/table.h"
#include "../document/document.h"
#include "../text/placeholder.h"

enum chart_size { CHART_WIDE, CHART_NARROW, CHART_SIZES };

struct chart {
	const struct chart_request *request;
	struct config_node node; /* where it stands */
	const struct stream *stream;
	char **options; /* owned */
	size_t option_count;

	/* what plot made of it */
	struct buffer pictures[CHART_SIZES]; /* svg elements */
	struct config_file words;            /* plot.1 has the keys */
	struct table *figures;
	uint64_t in;
	uint64_t used;
	uint64_t suppressed;
	uint64_t excluded;
};

struct charts {
	struct chart *items;
	size_t count;
};

/* Adds a chart: its stream is read and its texts filled in, nothing is drawn. */
bool charts_add(struct charts *charts, const struct block *block, struct placeholders *placeholders,
    struct fault *fault);
/* Draws all of them, at_once at a time, with the names of the labels' files.  A fault
 * says which chart could not be drawn, and why. */
bool charts_draw(
    struct charts *charts, const struct document *document, size_t at_once, struct fault *fault);
void charts_release(struct charts *charts);

/* Where plot is: beside this program, else on the PATH; owned by the caller.  NULL with
 * the fault where it is not. */
char *charts_program(struct fault *fault);

#endif
