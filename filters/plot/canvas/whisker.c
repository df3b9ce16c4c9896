/* SPDX-License-Identifier: GPL-3.0-or-later */
/* whisker: an interval as a line with ends. */
#include "whisker.h"

#include <math.h>

#define ARROW 6.0
#define EDGE  1.5 /* of paper, on either side */

static void
draw_strokes(
    struct canvas *canvas, const struct whisker *whisker, double y, double more, uint32_t colour)
{
	double left = fmin(fmax(whisker->left, whisker->from), whisker->to);
	double right = fmin(fmax(whisker->right, whisker->from), whisker->to);
	double width = whisker->width + 2 * more;
	double end = whisker->end + (more > 0 ? 1 : 0);

	canvas_line(canvas, fmax(left - more, whisker->from), y, fmin(right + more, whisker->to), y,
	    width, colour);
	if (whisker->end <= 0)
		return;
	if (whisker->left >= whisker->from)
		canvas_line(canvas, left, y - end, left, y + end, width, colour);
	if (whisker->right <= whisker->to)
		canvas_line(canvas, right, y - end, right, y + end, width, colour);
}

void
whisker_draw(struct canvas *canvas, const struct whisker *whisker, double y, uint32_t colour)
{
	if (whisker->lifted)
		draw_strokes(canvas, whisker, y, EDGE, canvas->theme->paper);
	draw_strokes(canvas, whisker, y, 0, colour);
	if (whisker->arrows && whisker->left < whisker->from)
		canvas_triangle(canvas, whisker->from + ARROW, y, -ARROW, 0, colour);
	if (whisker->arrows && whisker->right > whisker->to)
		canvas_triangle(canvas, whisker->to - ARROW, y, ARROW, 0, colour);
}
