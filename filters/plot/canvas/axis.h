/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * axis: from figures and periods to pixels, with ticks that a person can read.
 */
#ifndef MHSW_PLOT_AXIS_H
#define MHSW_PLOT_AXIS_H

#include "../select/select.h"

#define AXIS_TICKS_MAX 24

/* A value axis from low to high; the ticks stand inside, none need stand at an end. */
struct axis {
	double low;
	double high;
	double ticks[AXIS_TICKS_MAX];
	size_t tick_count;
	unsigned decimals; /* that the ticks need */
	bool percent;      /* ticks are written with % */
	bool logarithmic;  /* equal ratios are equal distances; figures of 0 and less are at low */
	double from;       /* the pixel of low */
	double to;         /* the pixel of high */
};

/* Ticks at 1, 2 or 5 times a power of ten, about count of them.  Equal values get
 * room around them. */
void axis_make(struct axis *axis, double low, double high, size_t count);
/* The same for percentages: percent is set, and the axis stays within 0 and 100. */
void axis_make_percent(struct axis *axis, double low, double high, size_t count);
size_t axis_ticks(const struct axis *axis);
double axis_tick(const struct axis *axis, size_t index);
double axis_pixel(const struct axis *axis, double value);
#define AXIS_LABEL_MAX 72
/* With thousands separated by commas; zero has no sign. */
void axis_label(const struct axis *axis, size_t index, char label[AXIS_LABEL_MAX]);
/* The width of the widest label, in pixels of THEME_TEXT. */
double axis_label_width(const struct axis *axis);
/* The labels side by side leave a gap of so many pixels, on an axis that runs to the right. */
bool axis_labels_fit(const struct axis *axis, double gap);

/* Time: the pixel of each of the selection's periods, dates by days, other
 * periods at even distances. */
double axis_time(const struct selection *selection, size_t column, double from, double to);
/* The next column is the very next period: of days and of windows of months, at the least
 * distance that there is, so that weeks follow each other too. */
bool axis_follows(const struct selection *selection, size_t column);

struct axis_mark {
	double pixel;
	double x; /* the middle of the label, which is moved in from the edges */
	char label[AXIS_LABEL_MAX];
};

#define AXIS_MARKS_MAX 64

/* Where marks may stand: the pixels of the first and of the last period, and those between
 * which the labels have to stay; low and high both 0: anywhere. */
struct axis_room {
	double from;
	double to;
	double low;
	double high;
	double apart; /* that marks have from each other at least, whatever their labels */
};

/* Marks at round places of the calendar whose labels neither collide nor leave the room; of
 * what is no date, every so many from the first.  Returns how many. */
size_t axis_room_marks(const struct selection *selection, const struct axis_room *room,
    struct axis_mark marks[AXIS_MARKS_MAX]);

#endif
