/* SPDX-License-Identifier: GPL-3.0-or-later */
/* funnel_ends: the names of the centre and the limits at their right ends. */
#include "../canvas/label.h"
#include "funnel_layout.h"

#include <math.h>
#include <stdlib.h>

#define END_APART 18.0 /* from one name to the next */
#define END_LEAD  14.0 /* room for the line to a name that was moved */
#define ENDS      5

/* A name at a right end. */
struct end {
	double line; /* where the line ends, and where its name stands */
	double y;
	char *text;
	bool bold;
};

/* The right end of a limit: the last place where it is known. */
static double
last_limit(const struct funnel_layout *layout, enum funnel_level level)
{
	if (layout->lines.by_formula)
		return funnel_lines_at(&layout->lines, layout->sizes.high, level);
	return layout->lines.limits[level][layout->lines.count - 1];
}

static int
compare(const void *left, const void *right)
{
	const struct end *a = left;
	const struct end *b = right;

	return a->line < b->line ? -1 : a->line > b->line;
}

/* The names in the order of their lines, each at least apart from the one above it. */
static size_t
make_ends(const struct funnel_layout *layout, const struct series_row *judged, struct end *ends)
{
	struct buffer centre = { 0 };
	size_t count = 0;

	if (!layout->narrow)
		buffer_append_text(&centre, funnel_to_target(judged) ? "target " : "average ");
	words_figure(&centre, judged, SERIES_FUNNEL_CENTRE);
	ends[count++] = (struct end){ .line = axis_pixel(&layout->values, layout->lines.centre),
		.text = words_take(&centre),
		.bold = true };
	for (enum funnel_level level = 0; layout->lines.any && level < FUNNEL_LEVELS; level++) {
		double limit = last_limit(layout, level);
		bool outer = level == FUNNEL_LOWER998 || level == FUNNEL_UPPER998;

		if (!isfinite(limit))
			continue;
		ends[count++] = (struct end){ .line = axis_pixel(&layout->values, limit),
			.text = xstrdup(layout->narrow ? (outer ? "99.8%" : "95%")
			        : outer                ? "99.8% limit"
			                               : "95% limit") };
	}
	qsort(ends, count, sizeof(ends[0]), compare);
	return count;
}

/* Down from the top, then up from the bottom where the last has left the plot; all are
 * shifted by half of what the middle was. */
static void
spread(const struct funnel_layout *layout, struct end *ends, size_t count)
{
	double shift = 0;

	for (size_t i = 0; i < count; i++) {
		ends[i].y = fmin(fmax(ends[i].line, layout->top), layout->bottom);
		if (i != 0)
			ends[i].y = fmax(ends[i].y, ends[i - 1].y + END_APART);
	}
	for (size_t i = 0; i < count; i++)
		shift += (ends[i].y - ends[i].line) / (double)count;
	for (size_t i = 0; shift > 0 && i < count; i++) {
		ends[i].y = fmax(ends[i].y - shift, layout->top);
		if (i != 0)
			ends[i].y = fmax(ends[i].y, ends[i - 1].y + END_APART);
	}
	for (size_t i = count; i-- > 0;)
		ends[i].y = fmin(
		    ends[i].y, i + 1 == count ? layout->bottom - 2 : ends[i + 1].y - END_APART);
}

double
funnel_ends_width(const struct funnel_layout *layout, const struct series_row *judged)
{
	struct end ends[ENDS];
	double width = 0;
	size_t count;

	if (judged == NULL)
		return 0;
	count = make_ends(layout, judged, ends);
	for (size_t i = 0; i < count; i++) {
		width = fmax(width, label_width(field_of(ends[i].text), THEME_TEXT, ends[i].bold));
		free(ends[i].text);
	}
	return width + END_LEAD + 4;
}

void
funnel_draw_ends(
    struct canvas *canvas, const struct funnel_layout *layout, const struct series_row *judged)
{
	struct end ends[ENDS] = { 0 };
	size_t count = make_ends(layout, judged, ends);
	double x = layout->sizes.to;

	spread(layout, ends, count);
	for (size_t i = 0; i < count; i++) {
		double line = fmin(fmax(ends[i].line, layout->top), layout->bottom);

		canvas_line(
		    canvas, x + 1, line, x + END_LEAD - 1, ends[i].y, 1, canvas->theme->edge);
		canvas_word(canvas, x + END_LEAD + 2, ends[i].y, CANVAS_LEFT, THEME_TEXT,
		    ends[i].bold, canvas->theme->ink, ends[i].text);
		free(ends[i].text);
	}
}
