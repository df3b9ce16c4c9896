/* SPDX-License-Identifier: GPL-3.0-or-later */
/* theme: colours, sizes and the parts that all charts share. */
#include "theme.h"

#include "label.h"

#include <math.h>

double
theme_paragraph(struct canvas *canvas, double x, double y, double width, unsigned size, bool bold,
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
theme_head(struct canvas *canvas, const struct words *words)
{
	/* a wide chart keeps its title within the first screen */
	double width = fmin(canvas->width, 1200) - 2 * THEME_MARGIN;
	double y = theme_paragraph(canvas, THEME_MARGIN, THEME_MARGIN + 8, width, THEME_TITLE, true,
	    THEME_INK, words->title, 4);

	y = theme_paragraph(
	    canvas, THEME_MARGIN, y, width, THEME_TEXT, false, THEME_INK, words->subtitle, 6);
	return y + 14;
}

void
theme_foot(struct canvas *canvas, const struct words *words, double y)
{
	double width = fmin(canvas->width, 1200) - 2 * THEME_MARGIN;

	y += 12;
	y = theme_paragraph(canvas, THEME_MARGIN, y, width, THEME_TEXT, false, THEME_INK,
	    words->suppressed, LABEL_LINES_MAX);
	y = theme_paragraph(canvas, THEME_MARGIN, y, width, THEME_TEXT, false, THEME_INK,
	    words->absent, LABEL_LINES_MAX);
	y = theme_paragraph(canvas, THEME_MARGIN, y, width, THEME_TEXT, false, THEME_INK,
	    words->caption, LABEL_LINES_MAX);
	canvas->height = ceil(y + 8);
}

void
theme_no_figures(struct canvas *canvas, const struct words *words)
{
	double y;

	canvas->width = THEME_WIDTH;
	y = theme_head(canvas, words);
	theme_foot(canvas, words, y);
}

static double
mix(double from, double to, double share)
{
	return from + (to - from) * share;
}

uint32_t
theme_ramp(double share)
{
	/* from #EAF1F7 to #12436D */
	uint32_t red = (uint32_t)lround(mix(0xEA, 0x12, share));
	uint32_t green = (uint32_t)lround(mix(0xF1, 0x43, share));
	uint32_t blue = (uint32_t)lround(mix(0xF7, 0x6D, share));

	return red << 16 | green << 8 | blue;
}

static double
linear(uint32_t channel)
{
	double value = channel / 255.0;

	return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

/* Relative luminance of WCAG 2.2. */
static double
luminance(uint32_t colour)
{
	return 0.2126 * linear(colour >> 16 & 255) + 0.7152 * linear(colour >> 8 & 255)
	    + 0.0722 * linear(colour & 255);
}

uint32_t
theme_ink_on(uint32_t colour)
{
	double background = luminance(colour);
	double white = 1.05 / (background + 0.05);
	double ink = (background + 0.05) / (luminance(0x1A1A1A) + 0.05);

	return white > ink ? THEME_WHITE : 0x1A1A1A;
}
