/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bar: the parts of bars beside each other, and of bars that make up a whole. */
#ifndef MHSW_PLOT_BAR_H
#define MHSW_PLOT_BAR_H

#include "../canvas/axis.h"
#include "../chart/charts.h"
#include "../levels/levels_ink.h"

#define BAR_LINE 19.0 /* from one line of a name to the next */
/* A chart of more lines has its scale at both ends. */
#define BAR_SCALE_LINES 15

/* Where the columns stand; the chart fills in what it needs. */
struct bar_columns {
	bool narrow;       /* names above the bars */
	double names;      /* left edge */
	double name_width; /* at which they wrap */
	double counts;     /* right edge of n; 0 where there is none */
	double values;     /* right edge of figures beside the bars; 0 where there are none */
	struct axis axis;
};

/* Bars in rows, each of one figure or of a few side by side. */
struct bars {
	struct levels levels;
	struct levels_ink inks[LEVELS_MAX];
	bool turned; /* a row for each level, and a bar for each row of the levels */
	size_t row_count;
	size_t series_count;
	struct bar_columns columns;
};

/* Names at most so wide, counts and values as wide as they are; the scale has the rest. */
void bar_lay(struct bar_columns *columns, double width, double names, double counts, double values);
/* The lines of the scale between top and bottom, its words about y, and its zero. */
void
bar_draw_lines(struct canvas *canvas, const struct bar_columns *columns, double top, double bottom);
void bar_draw_scale(struct canvas *canvas, const struct bar_columns *columns, double y);
/* The name of a row: beside its bars, which take the height from y on, or above them; returns
 * the y where the bars begin.  *height grows to hold the name. */
double bar_draw_name(struct canvas *canvas, const struct bar_columns *columns, const char *name,
    const char *records, bool own, double y, double *height);
/* The head of a group of rows; returns the y below it. */
double bar_draw_group(struct canvas *canvas, const char *name, bool first, double y);

/* False with a fault where there are more figures side by side than can be told apart. */
bool bars_make(struct bars *bars, const struct selection *selection, struct fault *fault);
void bars_release(struct bars *bars);
/* The row of the stream that a bar is of, or NULL. */
const struct series_row *bars_cell(const struct bars *bars, size_t row, size_t series);
/* Borrowed names. */
const char *bars_name(const struct bars *bars, size_t row);
const char *bars_series(const struct bars *bars, size_t series);
bool bars_own(const struct bars *bars, size_t row);
/* n beside the row, where its bar is the only one and its figure is no count; else "". */
const char *bars_records(const struct bars *bars, size_t row);

/* As struct chart has them. */
void bar_title(const struct selection *selection, struct buffer *out);
void bar_subtitle(const struct selection *selection, struct buffer *out);
void bar_alternative(const struct selection *selection, struct buffer *out);
void bar_draw(const struct selection *selection, const struct words *words, struct canvas *canvas);
void bar_stacked_title(const struct selection *selection, struct buffer *out);
void bar_stacked_subtitle(const struct selection *selection, struct buffer *out);
void bar_stacked_alternative(const struct selection *selection, struct buffer *out);
void bar_stacked_draw(
    const struct selection *selection, const struct words *words, struct canvas *canvas);
/* The levels of a whole in the order asked for. */
void bar_stacked_levels(struct levels *levels, const struct selection *selection);

#endif
