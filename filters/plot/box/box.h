/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * box: how figures are spread.  Of a stream of benchmark a box stands for the units' values
 * of one measure in one period, of single records for the records of one unit.
 *
 * Quartiles are of type 7 (Hyndman and Fan 1996); whiskers reach to the farthest value
 * within one and a half times the box from it (Tukey 1977, Exploratory Data Analysis).
 */
#ifndef MHSW_PLOT_BOX_H
#define MHSW_PLOT_BOX_H

#include "../canvas/axis.h"
#include "../canvas/canvas.h"
#include "../chart/charts.h"
#include "../select/select.h"

#define BOX_LEAST 5 /* of fewer values there is no box but their points */

struct box {
	char *name;                     /* of the measure, the period or the unit */
	double *values;                 /* ascending */
	const struct series_row **rows; /* of each value; NULL of single records */
	size_t count;
	size_t held;   /* units without a value because of small numbers */
	double q1;     /* these of BOX_LEAST values or more */
	double median; /* of 1 or more */
	double q3;
	size_t first; /* the values at the whiskers' ends; those before and behind are outliers */
	size_t last;
	const struct series_row *own; /* the highlighted unit's, or NULL */
	bool own_box;                 /* of the highlighted unit's records */
};

struct boxes {
	struct box *list;
	size_t count;
	size_t most;       /* values in one box */
	unsigned decimals; /* of the quartiles */
	bool percent;
	double low; /* of all values; low above high where there is none */
	double high;
};

/* {0} before. */
void boxes_make(struct boxes *boxes, const struct selection *selection);
void boxes_release(struct boxes *boxes);
/* Works out the figures of its values. */
void box_measure(struct box *box);
/* Outliers before the first whisker's end and behind the last. */
size_t box_outliers(const struct box *box);
/* A quartile for people. */
void box_quartile(const struct boxes *boxes, double value, struct buffer *out);

/* The box on the axis: its middle across it, half its width; upright or lying. */
struct box_place {
	const struct axis *axis;
	double middle;
	double half;
	bool upright;
};

void box_shape(struct canvas *canvas, const struct box *box, const struct box_place *place);
/* Names of the own unit and of few outliers beside their points, inside the bounds. */
struct place_box;
void box_labels(struct canvas *canvas, const struct selection *selection, const struct box *box,
    const struct box_place *place, const struct place_box *bounds, bool outliers);
/* Boxes side by side over time, from y on; returns the y below. */
double box_draw_upright(
    struct canvas *canvas, const struct selection *selection, const struct boxes *boxes, double y);
/* Boxes below each other, their names before or above them. */
double box_draw_lying(
    struct canvas *canvas, const struct selection *selection, const struct boxes *boxes, double y);

/* As struct chart has them. */
bool box_needs(const struct selection *selection, struct fault *fault);
void box_title(const struct selection *selection, struct buffer *out);
void box_subtitle(const struct selection *selection, struct buffer *out);
void box_alternative(const struct selection *selection, struct buffer *out);
void box_draw(const struct selection *selection, const struct words *words, struct canvas *canvas);
void box_text(const struct selection *selection, size_t columns, struct buffer *text);

#endif
