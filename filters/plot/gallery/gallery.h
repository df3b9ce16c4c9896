/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * gallery: a folder with a chart for each measure, its figures, and an index of them.
 *
 * All is drawn before anything is put in its place: the pictures are kept in memory, at
 * most of GALLERY_MAX measures.
 */
#ifndef MHSW_PLOT_GALLERY_H
#define MHSW_PLOT_GALLERY_H

#include "../../lib/filter.h"
#include "../picture/picture.h"
#include "../select/select.h"
#include "../words/words.h"

#define GALLERY_MAX 1000

/* One chart, all texts owned. */
struct gallery_chart {
	size_t measure; /* number in the series */
	char *name;     /* of its files, without an ending */
	char *label;    /* the measure for people */
	char *type;
	char *title;
	char *alt;
	struct buffer picture;
	struct buffer figures; /* CSV, as --data has them */
	uint64_t drawn;        /* rows that it shows */
	uint64_t suppressed;   /* of these, held back */
};

struct gallery {
	const char *folder;
	const struct filter *filter;
	const struct series *series;
	const struct select_wish *select; /* of all charts, but for their measure */
	const struct words_wish *words;
	const struct picture_look *look;
	struct gallery_chart *charts;
	size_t count;
};

/* Draws a chart of each measure wished for, or of all, by several processes, and puts the
 * folder in its place: a new one whole or not at all; in one that is there the files of an
 * earlier run are replaced, each whole, or removed, and nothing else is touched.  False with the
 * fault of the first chart that cannot be drawn, where a file is there that is of no earlier run,
 * and where writing fails.  The counts are in the charts until gallery_release. */
bool gallery_make(struct gallery *gallery, struct fault *fault);
void gallery_release(struct gallery *gallery);

#endif
