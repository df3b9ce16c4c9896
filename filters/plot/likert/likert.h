/* SPDX-License-Identifier: GPL-3.0-or-later */
/* likert: the parts of a diverging bar chart of answers. */
#ifndef MHSW_PLOT_LIKERT_H
#define MHSW_PLOT_LIKERT_H

#include "../canvas/axis.h"
#include "../chart/charts.h"
#include "../levels/levels_ink.h"

#define LIKERT_LINE 19.0 /* from one line of a name to the next */
/* The least length of what is held back, which has no scale where one level alone is. */
#define LIKERT_HELD 28.0

struct likert {
	struct levels levels;
	struct levels_ink inks[LEVELS_MAX];
	bool narrow;       /* names above the bars */
	bool empty;        /* nothing has a length: there is no scale */
	double names;      /* left edge */
	double name_width; /* at which they wrap */
	double counts;     /* right edge of n; 0 where there is none */
	double sums[2];    /* right edge of negative sums, left edge of positive ones; 0: none */
	double left;       /* of the scale */
	double right;
	double centre;
	double per; /* pixels of one per cent, or of one answer */
	double low; /* figures that the scale holds on each side of the centre */
	double high;
	double apart; /* left edge of what stands apart; 0 where nothing does */
	double apart_high;
};

/* Whether what is held back can only be on that side of the row: at the end of its bar. */
bool
likert_held_on(const struct likert *likert, const struct levels_row *row, enum levels_side side);
/* Something is held back whose side is not known, or that stands apart. */
bool likert_held_apart(const struct likert *likert, const struct levels_row *row);
/* Figures of the scale that are hatched: what is left of the whole where several levels are
 * held back, 0 where that would be the figure of one. */
double likert_held_length(const struct likert *likert, const struct levels_row *row);

/* Places the columns in that width. */
void likert_lay(struct likert *likert, const struct selection *selection, double width);
/* What the sums of one side are called, or NULL where no row has one; the caller frees it. */
char *likert_sum_name(const struct levels *levels, const struct selection *selection, size_t side);

/* A level within a sentence: "very good", "answer 5", while "I was told" and "NHS" stay. */
void likert_add_level(const char *name, struct buffer *out);

/* The heads of the columns from y on; returns the y below them. */
double likert_draw_heads(struct canvas *canvas, const struct likert *likert,
    const struct selection *selection, double y);
/* The lines of both scales, and their words about y. */
void
likert_draw_lines(struct canvas *canvas, const struct likert *likert, double top, double bottom);
void likert_draw_scale(struct canvas *canvas, const struct likert *likert, double y);

/* As struct chart has them. */
void likert_title(const struct selection *selection, struct buffer *out);
void likert_subtitle(const struct selection *selection, struct buffer *out);
void likert_alternative(const struct selection *selection, struct buffer *out);
void
likert_draw(const struct selection *selection, const struct words *words, struct canvas *canvas);
void likert_text(const struct selection *selection, size_t columns, struct buffer *text);

/* The levels, sorted as asked, which is true: shares are, numbers of answers are not unless
 * asked.  What cannot be was said by the chart's needs. */
bool likert_levels(struct levels *levels, const struct selection *selection);

#endif
