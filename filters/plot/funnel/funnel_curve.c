/* SPDX-License-Identifier: GPL-3.0-or-later */
/* funnel_curve: the centre and the limits. */
#include "../canvas/label.h"
#include "funnel_layout.h"

#include <math.h>
#include <stdlib.h>

#define STEP  3.0  /* pixels between the places of a curve */
#define APART 0.05 /* places nearer than this are one */
#define BEND  0.3  /* pixels off a straight line */
#define DASH  7.0

/* One stroke, cut to the plot's height. */
static void
stroke(struct canvas *canvas, const struct funnel_layout *layout, const double from[2],
    const double to[2])
{
	double x0 = from[0];
	double y0 = from[1];
	double x1 = to[0];
	double y1 = to[1];
	const double edges[2] = { layout->top, layout->bottom };

	for (size_t i = 0; i < 2; i++) {
		double sign = i == 0 ? 1 : -1;

		if (sign * (y0 - edges[i]) < 0 && sign * (y1 - edges[i]) < 0)
			return;
		if (sign * (y0 - edges[i]) < 0) {
			x0 += (x1 - x0) * (edges[i] - y0) / (y1 - y0);
			y0 = edges[i];
		} else if (sign * (y1 - edges[i]) < 0) {
			x1 = x0 + (x1 - x0) * (edges[i] - y0) / (y1 - y0);
			y1 = edges[i];
		}
	}
	canvas_line(canvas, x0, y0, x1, y1, 1.5, canvas->theme->ink);
}

/* The stroke from one place to the next, in dashes whose beat goes on from *beat. */
static void
dashes(struct canvas *canvas, const struct funnel_layout *layout, const double from[2],
    const double to[2], double *beat)
{
	double length = hypot(to[0] - from[0], to[1] - from[1]);
	double at = 0;

	while (at < length) {
		bool ink = *beat < DASH;
		double next = fmin(length, at + (ink ? DASH : 2 * DASH) - *beat);
		double ends[2][2];

		for (size_t i = 0; i < 2; i++) {
			ends[0][i] = from[i] + (to[i] - from[i]) * at / length;
			ends[1][i] = from[i] + (to[i] - from[i]) * next / length;
		}
		if (ink)
			stroke(canvas, layout, ends[0], ends[1]);
		*beat += next - at;
		if (*beat >= 2 * DASH - 1e-9)
			*beat = 0;
		/* a rest too short to count would never end */
		at = next > at ? next : length;
	}
}

/* No figure is beyond: the limit says nothing there, and its line would lie on the edge. */
static bool
at_end(const struct funnel_layout *layout, double limit)
{
	return limit <= 0 ? layout->values.low >= 0 : layout->values.percent && limit >= 100;
}

/* A stretch of a curve that is as good as straight. */
struct stretch {
	double from[2];
	double to[2];
	double slope;
	bool begun;
	bool ended; /* its last place is at an end of the figures */
	double beat;
};

static void
finish(
    struct canvas *canvas, const struct funnel_layout *layout, bool solid, struct stretch *stretch)
{
	if (stretch->begun && stretch->to[0] > stretch->from[0]) {
		if (solid)
			stroke(canvas, layout, stretch->from, stretch->to);
		else
			dashes(canvas, layout, stretch->from, stretch->to, &stretch->beat);
	}
	stretch->begun = false;
}

static void
begin(struct stretch *stretch, double x, double y)
{
	stretch->from[0] = stretch->to[0] = x;
	stretch->from[1] = stretch->to[1] = y;
	stretch->begun = true;
}

/* On to the next place: short strokes side by side would show their seams. */
static void
extend(struct canvas *canvas, const struct funnel_layout *layout, bool solid,
    struct stretch *stretch, const double to[2])
{
	double run = to[0] - stretch->from[0];

	if (stretch->to[0] <= stretch->from[0]) {
		stretch->slope = (to[1] - stretch->from[1]) / run;
	} else if (fabs(stretch->from[1] + stretch->slope * run - to[1]) > BEND) {
		double x = stretch->to[0];
		double y = stretch->to[1];

		finish(canvas, layout, solid, stretch);
		begin(stretch, x, y);
		stretch->slope = (to[1] - y) / (to[0] - x);
	}
	stretch->to[0] = to[0];
	stretch->to[1] = to[1];
}

/* The curve's place at the pixel x, which is that of the size. */
static void
draw_to(struct canvas *canvas, const struct funnel_layout *layout, enum funnel_level level,
    struct stretch *stretch, double x, double size)
{
	bool solid = level == FUNNEL_LOWER998 || level == FUNNEL_UPPER998;
	double limit = funnel_lines_at(&layout->lines, size, level);
	double here[2] = { x, axis_pixel(&layout->values, limit) };
	bool ended = !isfinite(limit) || at_end(layout, limit);

	/* no further off than strokes can be cut well */
	here[1] = fmin(fmax(here[1], layout->top - 2000), layout->bottom + 2000);
	if (!isfinite(limit) || (ended && stretch->ended))
		finish(canvas, layout, solid, stretch);
	if (isfinite(limit) && !stretch->begun)
		begin(stretch, here[0], here[1]);
	else if (isfinite(limit))
		extend(canvas, layout, solid, stretch, here);
	stretch->ended = ended;
}

/* By steps, and through the limits of the units themselves: exact ones leap between counts. */
static void
draw_curve(struct canvas *canvas, const struct funnel_layout *layout, enum funnel_level level)
{
	const struct funnel_lines *lines = &layout->lines;
	double from = layout->sizes.from;
	size_t steps = (size_t)ceil((layout->sizes.to - from) / STEP);
	struct stretch stretch = { .ended = true };
	size_t unit = 0;

	for (size_t i = 0; i <= steps; i++) {
		double x = fmin(from + (double)i * STEP, layout->sizes.to);

		for (; unit < lines->count; unit++) {
			double at = funnel_sizes_pixel(&layout->sizes, lines->sizes[unit]);

			if (at > x - APART)
				break;
			if (i != 0 && at > x - STEP + APART)
				draw_to(canvas, layout, level, &stretch, at, lines->sizes[unit]);
		}
		draw_to(canvas, layout, level, &stretch, x, funnel_sizes_at(&layout->sizes, x));
	}
	finish(canvas, layout, level == FUNNEL_LOWER998 || level == FUNNEL_UPPER998, &stretch);
}

void
funnel_draw_lines(struct canvas *canvas, const struct funnel_layout *layout)
{
	double centre = axis_pixel(&layout->values, layout->lines.centre);

	canvas_line(
	    canvas, layout->sizes.from, centre, layout->sizes.to, centre, 2, canvas->theme->centre);
	for (enum funnel_level level = 0; layout->lines.any && level < FUNNEL_LEVELS; level++)
		draw_curve(canvas, layout, level);
}
