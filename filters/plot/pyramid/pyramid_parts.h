/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pyramid_parts: which columns of the stream are the bands and the sides. */
#ifndef MHSW_PLOT_PYRAMID_PARTS_H
#define MHSW_PLOT_PYRAMID_PARTS_H

#include "pyramid.h"

/* The values of one column in the rows of the pyramid, in the order of the stream. */
struct pyramid_values {
	const char **texts;
	size_t *rows; /* that hold each */
	size_t count;
};

struct pyramid_values pyramid_values(const struct selection *selection, size_t base, size_t part);
void pyramid_values_release(struct pyramid_values *values);
/* The row is of the pyramid's measure, period and unit. */
bool pyramid_of(const struct selection *selection, const struct series_row *row, size_t base);
/* A value that stands for all others: a total is no band and no side. */
bool pyramid_is_total(const char *value);
/* Sets the columns and the sides; a fault where the stream has them not. */
bool pyramid_choose(
    struct pyramid *pyramid, const struct selection *selection, size_t base, struct fault *fault);

#endif
