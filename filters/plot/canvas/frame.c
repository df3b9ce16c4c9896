/* SPDX-License-Identifier: GPL-3.0-or-later */
/* frame: what stands above and below every chart. */
#include "frame.h"

#include "label.h"

#include <math.h>

double
frame_paragraph(struct canvas *canvas, double x, double y, double width, unsigned size, bool bold,
    uint32_t colour, const char *text, size_t lines_max)
{
	double step = size > THEME_TEXT ? size * 1.3 : THEME_LINE;
	struct label label;

	label_wrap(&label, text, size, bold, width, lines_max);
	for (size_t i = 0; i < label.count; i++)
		canvas_word(canvas, x, y + (double)i * step, CANVAS_LEFT, size, bold, colour,
		    label.lines[i]);
	y += (double)label.count * step;
	label_release(&label);
	return y;
}

double
frame_head(struct canvas *canvas, const struct words *words)
{
	/* a wide chart keeps its title within the first screen */
	double width = fmin(canvas->width, 1200) - 2 * THEME_MARGIN;
	double y;

	if (words->bare && words->stamp[0] != '\0')
		return frame_paragraph(canvas, THEME_MARGIN, THEME_MARGIN + 8, width, THEME_TEXT,
		           true, canvas->theme->own, words->stamp, 2)
		    + 14;
	if (words->bare)
		return THEME_MARGIN;
	y = frame_paragraph(canvas, THEME_MARGIN, THEME_MARGIN + 8, width, THEME_TITLE, true,
	    canvas->theme->ink, words->title, 4);

	y = frame_paragraph(canvas, THEME_MARGIN, y, width, THEME_TEXT, false, canvas->theme->ink,
	    words->subtitle, 6);
	y = frame_paragraph(
	    canvas, THEME_MARGIN, y, width, THEME_TEXT, true, canvas->theme->own, words->stamp, 2);
	return y + 14;
}

void
frame_foot(struct canvas *canvas, const struct words *words, double y)
{
	double width = fmin(canvas->width, 1200) - 2 * THEME_MARGIN;

	if (words->bare) {
		canvas->height = fmax(canvas->height, ceil(y + 8));
		return;
	}
	y += 12;
	y = frame_paragraph(canvas, THEME_MARGIN, y, width, THEME_TEXT, false, canvas->theme->ink,
	    words->suppressed, LABEL_LINES_MAX);
	y = frame_paragraph(canvas, THEME_MARGIN, y, width, THEME_TEXT, false, canvas->theme->ink,
	    words->absent, LABEL_LINES_MAX);
	y = frame_paragraph(canvas, THEME_MARGIN, y, width, THEME_TEXT, false, canvas->theme->ink,
	    words->caption, LABEL_LINES_MAX);
	canvas->height = fmax(canvas->height, ceil(y + 8));
}

void
frame_no_figures(struct canvas *canvas, const struct words *words)
{
	double y;

	y = frame_head(canvas, words);
	frame_foot(canvas, words, y);
}
