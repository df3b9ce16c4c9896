/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * chart: what a type of chart is, one folder for each: which rows it shows, what it
 * needs of the stream, and how it speaks and is drawn.
 *
 * The folder of a type holds its struct chart and all its parts; charts.c lists them.
 * A selection without rows is drawn by frame_no_figures, and without a figure that can
 * be shown each chart says so in its words and draws what is left.
 */
#ifndef MHSW_PLOT_CHART_H
#define MHSW_PLOT_CHART_H

#include "../../lib/diag.h"
#include "../../lib/memory.h"
#include "../canvas/canvas.h"
#include "../words/words.h"

/* Which rows of the series a chart shows; those that it does not are excluded. */
enum chart_span {
	CHART_UNITS,    /* one measure of one period: units, and their parts */
	CHART_TIME,     /* one measure over its periods */
	CHART_GRID,     /* units by the measures of one period, or by the periods of one measure */
	CHART_MEASURES, /* all measures of one period */
	CHART_LEVELS,   /* the same, which the chart lays out by itself: there is no grid */
	CHART_ALL       /* all measures over all periods */
};

/* How many of each the rows hold, once measures and period are chosen. */
struct chart_counts {
	size_t measures;
	size_t periods;
	size_t units;
};

struct selection;

struct chart {
	const char *name;    /* --type NAME */
	const char *summary; /* what it shows, for the help: lower case, one line */
	const char *words;   /* what the text alternative calls it: "Ranked bar chart" */
	enum chart_span span;
	/* Draws single records as well: the values of rows (series.h), of --undisclosed.  All
	 * other charts refuse them.  Of these the first of the list is drawn where no type was
	 * asked for. */
	bool records;
	/* Whether it is the chart to draw where none was asked for; the first of the list that
	 * says so is.  NULL: only where it was asked for. */
	bool (*suits)(const struct selection *selection, const struct chart_counts *counts);
	/* The stream, which has rows, holds what the chart draws; else a fault that says which
	 * comparison of benchmark makes it, or which option is missing.  NULL: any will do. */
	bool (*needs)(const struct selection *selection, struct fault *fault);
	/* Puts the rows in the chart's own order, after the grid was laid.  NULL: the stream's. */
	void (*order)(struct selection *selection);
	/* Append the parts of the words; the selection has rows.  The title states the finding
	 * behind the measure's name ("Listened to in Riverside: 82%, place 3 of 12"), the subtitle
	 * what is drawn and by which method, the alternative the figures that matter (highest,
	 * lowest, own, signals) as sentences, each beginning with a blank. */
	void (*title)(const struct selection *selection, struct buffer *out);
	void (*subtitle)(const struct selection *selection, struct buffer *out);
	void (*alternative)(const struct selection *selection, struct buffer *out);
	/* How the picture shows a figure that is held back, for the note on them: "hatched".
	 * NULL, or a function that gives NULL: the note alone tells of them. */
	const char *(*held)(const struct selection *selection);
	/* What a row of CHART_UNITS is called in the notes on figures that are not there; the
	 * caller frees it.  NULL: as its unit. */
	char *(*place)(const struct selection *selection, const struct series_row *row);
	/* Draws within canvas->width, from 320 pixels on, and sets canvas->height; where
	 * canvas->height is not 0 it is what the user wished for: room is filled up to it, never
	 * cut below what the figures need. */
	void (*draw)(
	    const struct selection *selection, const struct words *words, struct canvas *canvas);
	/* The figures in so many cells of a terminal, without title and notes.  NULL: as a
	 * table. */
	void (*text)(const struct selection *selection, size_t columns, struct buffer *text);
	/* The columns that it draws besides n, value, lower95 and upper95, ended by SERIES_COLUMNS:
	 * --data writes them where the stream has them, for all rows in the chart's order, and
	 * signal, band, variation and assurance where a row has one.  NULL: none. */
	const enum series_column *figures;
	/* A row that it does not draw, but tells of: --data writes it behind the others.  NULL:
	 * there is none. */
	bool (*beside)(const struct selection *selection, const struct series_row *row);
};

/* The held of a chart that hatches them all. */
static inline const char *
chart_hatched(const struct selection *selection)
{
	(void)selection;
	return "hatched";
}

/* All charts, in the order in which they are tried where none was asked for; NULL ends
 * them.  The names stand in the same order. */
extern const struct chart *const charts[];
extern const char *const chart_names[];

#endif
