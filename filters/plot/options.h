/* SPDX-License-Identifier: GPL-3.0-or-later */
/* options: what the command line asks of plot. */
#ifndef PLOT_OPTIONS_H
#define PLOT_OPTIONS_H

#include "../lib/filter.h"
#include "canvas/theme_file.h"
#include "picture/picture.h"
#include "select/select.h"
#include "words/words.h"

#include <stdbool.h>

extern struct options {
	struct select_wish select;
	struct words_wish words;
	struct filter_list labels;
	bool undisclosed;
	struct series_records records;
	const char *size;
	const char *rows;
	const char *format;
	const char *language;
	const char *theme;
	const char *data;
	const char *words_file;
	const char *all;
	bool script;
	bool ascii;
	const char *figure;
} options;

extern const struct filter_option options_table[];

/* --format, else the ending of -o, else text for a terminal and SVG for a pipe. */
bool options_format(const struct filter *filter, enum picture_format *format, struct fault *fault);
/* --labels: reads the files, and the charts find them in what is wished for. */
bool options_labels(struct filter *filter, struct labels *labels, struct fault *fault);
/* --all: nothing else names a file that is written. */
bool options_all(const struct filter *filter, struct fault *fault);
/* --undisclosed and the columns that it needs. */
bool options_records(struct fault *fault);
/* --ascii, or a terminal whose locale is not of UTF-8. */
bool options_ascii(const struct filter *filter);
/* --theme: reads the file; the built-in theme where none is named.  Closed by the caller. */
bool options_theme(struct filter *filter, struct theme_file *theme, struct fault *fault);
/* --lang, a tag of BCP 47; else British English. */
bool options_language(const char **language, struct fault *fault);
/* --size: width, and height or 0. */
bool options_size(double *width, double *height, struct fault *fault);
/* --rows, which is read into the wish. */
bool options_rows(struct fault *fault);
/* The options of charts that take one of two words, whichever chart is drawn. */
bool options_choices(struct fault *fault);

#endif
