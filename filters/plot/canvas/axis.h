/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * axis: from figures and periods to pixels, with ticks that a person can read.
 */
#ifndef MHSW_PLOT_AXIS_H
#define MHSW_PLOT_AXIS_H

#include "../select/select.h"

/* A value axis from low to high; the ticks stand inside, none need stand at an end. */
struct axis {
	double low;
	double high;
	double step;
	double first;      /* tick at or above low */
	unsigned decimals; /* that the ticks need */
	bool percent;      /* ticks are written with % */
	double from;       /* the pixel of low */
	double to;         /* the pixel of high */
};

/* Ticks at 1, 2 or 5 times a power of ten, about count of them.  Equal values get
 * room around them. */
void axis_make(struct axis *axis, double low, double high, size_t count);
size_t axis_ticks(const struct axis *axis);
double axis_tick(const struct axis *axis, size_t index);
double axis_pixel(const struct axis *axis, double value);
#define AXIS_LABEL_MAX 72
void axis_label(const struct axis *axis, size_t index, char label[AXIS_LABEL_MAX]);

/* Time: the pixel of each of the selection's columns, dates by days, other
 * periods at even distances. */
double axis_time(const struct selection *selection, size_t column, double from, double to);
/* The next column is the very next period. */
bool axis_follows(const struct selection *selection, size_t column);

struct axis_mark {
	double pixel;
	char label[AXIS_LABEL_MAX];
};

#define AXIS_MARKS_MAX 64

/* Marks that stand at least apart pixels from each other: months at round
 * places of the year, all others counted from the first.  Returns how many. */
size_t axis_marks(const struct selection *selection, double from, double to, double apart,
    struct axis_mark marks[AXIS_MARKS_MAX]);

#endif
