/* SPDX-License-Identifier: GPL-3.0-or-later */
/* funnel_sizes: the axis of the units' sizes. */
#ifndef MHSW_PLOT_FUNNEL_SIZES_H
#define MHSW_PLOT_FUNNEL_SIZES_H

#include "funnel.h"

/* Where sizes differ by more than these times, small units would be piled up. */
#define FUNNEL_ROOT_TIMES 100
#define FUNNEL_LOG_TIMES  10000

enum funnel_stretch { FUNNEL_LINEAR, FUNNEL_ROOT, FUNNEL_LOG };

struct funnel_sizes {
	enum funnel_stretch stretch;
	double low; /* 0 but on a logarithmic axis */
	double high;
	double from; /* the pixel of low */
	double to;   /* the pixel of high */
};

void funnel_sizes_make(struct funnel_sizes *sizes, const struct funnel_point *points, size_t count);
double funnel_sizes_pixel(const struct funnel_sizes *sizes, double size);
/* The size at a pixel. */
double funnel_sizes_at(const struct funnel_sizes *sizes, double pixel);

#define FUNNEL_TICKS_MAX 32
#define FUNNEL_TICK_TEXT 40

struct funnel_tick {
	double pixel;
	char text[FUNNEL_TICK_TEXT]; /* with commas between thousands */
};

/* Round sizes whose labels stand apart; returns how many. */
size_t
funnel_sizes_ticks(const struct funnel_sizes *sizes, struct funnel_tick ticks[FUNNEL_TICKS_MAX]);

#endif
