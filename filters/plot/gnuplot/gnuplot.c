/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gnuplot: the only writer of its language; the process is in gnuplot_run.c. */
#include "gnuplot.h"

#include "../canvas/label.h"
#include "../canvas/theme.h"

#include <math.h>

/* What is shorter may come to nothing on gnuplot's grid of hundredths. */
#define LINE_MIN        0.05
#define PIXELS_PER_INCH 96
#define PNG_PIXELS_MAX  16e6

static bool
shows(const struct canvas_shape *shape)
{
	return shape->kind != CANVAS_LINE
	    || hypot(shape->x[1] - shape->x[0], shape->y[1] - shape->y[0]) >= LINE_MIN;
}

struct gnuplot_count
gnuplot_count(const struct canvas *canvas)
{
	struct gnuplot_count count = { .words = canvas->word_count };

	for (size_t i = 0; i < canvas->shape_count; i++) {
		const struct canvas_shape *shape = &canvas->shapes[i];

		if (shape->kind != CANVAS_LINE)
			count.fills++;
		else if (shows(shape))
			count.lines++;
	}
	return count;
}

/* Shapes of a kind go into one datablock as long as nothing else comes between. */
static bool
same_block(const struct canvas_shape *a, const struct canvas_shape *b)
{
	if (a->kind != b->kind)
		return false;
	if (a->kind == CANVAS_LINE)
		return a->width == b->width && a->colour == b->colour;
	/* a box takes its colour from a column, the others from the plot command */
	return a->kind == CANVAS_BOX || a->colour == b->colour;
}

static void
write_shape(const struct canvas_shape *shape, struct buffer *script)
{
	switch (shape->kind) {
	case CANVAS_BOX:
	case CANVAS_LINE:
		buffer_format(script, "%.2f %.2f %.2f %.2f %u\n", shape->x[0], shape->y[0],
		    shape->x[1], shape->y[1], (unsigned)shape->colour);
		break;
	case CANVAS_CIRCLE:
		for (size_t i = 0; i < GNUPLOT_CIRCLE_CORNERS; i++) {
			double angle = 2 * M_PI * (double)i / GNUPLOT_CIRCLE_CORNERS;

			buffer_format(script, "%.2f %.2f\n",
			    shape->x[0] + shape->width * cos(angle),
			    shape->y[0] + shape->width * sin(angle));
		}
		buffer_append_text(script, "\n");
		break;
	case CANVAS_POLYGON:
		for (size_t i = 0; i < shape->corners; i++)
			buffer_format(script, "%.2f %.2f\n", shape->x[i], shape->y[i]);
		buffer_append_text(script, "\n");
		break;
	}
}

static void
write_plot(const struct canvas_shape *shape, size_t block, bool first, struct buffer *script)
{
	buffer_format(script, "%s$shapes%zu using ", first ? "plot " : ", \\\n     ", block);
	switch (shape->kind) {
	case CANVAS_BOX:
		buffer_append_text(script,
		    "1:2:1:3:2:4:5 with boxxyerror fillstyle solid noborder linecolor rgb "
		    "variable notitle");
		break;
	case CANVAS_LINE:
		buffer_format(script,
		    "1:2:($3-$1):($4-$2) with vectors nohead linewidth %.2f linecolor rgb "
		    "\"#%06X\" notitle",
		    shape->width, (unsigned)shape->colour);
		break;
	case CANVAS_CIRCLE:
	case CANVAS_POLYGON:
		buffer_format(script,
		    "1:2 with filledcurves closed fillstyle solid noborder fillcolor rgb "
		    "\"#%06X\" notitle",
		    (unsigned)shape->colour);
		break;
	}
}

static void
write_shapes(const struct canvas *canvas, struct buffer *script)
{
	struct buffer plot = { 0 };
	const struct canvas_shape *before = NULL;
	size_t block = 0;

	for (size_t i = 0; i < canvas->shape_count; i++) {
		const struct canvas_shape *shape = &canvas->shapes[i];

		if (!shows(shape))
			continue;
		if (before == NULL || !same_block(before, shape)) {
			if (before != NULL)
				buffer_append_text(script, "end_of_shapes\n");
			buffer_format(script, "$shapes%zu << end_of_shapes\n", ++block);
			write_plot(shape, block, before == NULL, &plot);
		}
		write_shape(shape, script);
		before = shape;
	}
	if (before == NULL)
		buffer_append_text(&plot, "plot NaN notitle");
	else
		buffer_append_text(script, "end_of_shapes\n");
	buffer_append(script, plot.data, plot.length);
	buffer_append_text(script, "\n");
	buffer_release(&plot);
}

static void
write_words(const struct canvas *canvas, bool svg, struct buffer *script)
{
	static const char *const aligns[] = { "left", "center", "right" };

	if (canvas->word_count == 0)
		return;
	/* each line begins with a bar, so none can be the line that ends the block */
	buffer_append_text(script, "$words << end_of_words\n");
	for (size_t i = 0; i < canvas->word_count; i++)
		label_script(script, field_of(canvas->words[i].text), svg);
	buffer_append_text(script, "end_of_words\n");
	for (size_t i = 0; i < canvas->word_count; i++) {
		const struct canvas_word *word = &canvas->words[i];

		/* gnuplot's SVG terminal writes the font's name as it is and knows no bold:
		 * the name carries the attribute */
		buffer_format(script,
		    "set label %zu $words[%zu][2:*] at first %.2f,%.2f %s font '%s%s,%u' "
		    "textcolor rgb \"#%06X\" noenhanced front\n",
		    i + 1, i + 1, word->x, word->y, aligns[word->align], canvas->theme->font,
		    !word->bold ? ""
		        : svg   ? "\" font-weight=\"bold"
		                : ":Bold",
		    word->size, (unsigned)word->colour);
	}
}

/* PNG takes most of its time in packing white paper, and readers refuse more than 32,767
 * lines: very high charts have the screen's own size. */
static double
png_density(double width, double height)
{
	return 4 * width * height <= PNG_PIXELS_MAX ? 2 : 1;
}

static void
write_terminal(const struct canvas *canvas, enum gnuplot_format format, struct buffer *script)
{
	const struct theme *theme = canvas->theme;
	double density = png_density(canvas->width, canvas->height);

	switch (format) {
	case GNUPLOT_SVG:
		buffer_format(script, "set terminal svg size %.0f,%.0f font '%s,%d'", canvas->width,
		    canvas->height, theme->font, THEME_TEXT);
		break;
	case GNUPLOT_PNG:
		/* a font's point is 4/3 of a pixel there */
		buffer_format(script,
		    "set terminal pngcairo size %.0f,%.0f font '%s,%d' fontscale %.2f linewidth "
		    "%.0f",
		    density * canvas->width, density * canvas->height, theme->font, THEME_TEXT,
		    density * 0.75, density);
		break;
	case GNUPLOT_PDF:
		buffer_format(script,
		    "set terminal pdfcairo size %.4fin,%.4fin font '%s,%d' fontscale 0.5625 "
		    "linewidth 1.5",
		    canvas->width / PIXELS_PER_INCH, canvas->height / PIXELS_PER_INCH, theme->font,
		    THEME_TEXT);
		break;
	}
	buffer_format(script, " background \"#%06X\" noenhanced\n", (unsigned)theme->paper);
}

void
gnuplot_script(const struct canvas *canvas, enum gnuplot_format format, struct buffer *script)
{
	static const char *const endings[] = { "svg", "png", "pdf" };

	buffer_format(script,
	    "# Draws one chart on standard output: gnuplot THIS_FILE > chart.%s\n"
	    "set encoding utf8\n",
	    endings[format]);
	write_terminal(canvas, format, script);
	buffer_format(script,
	    "unset key\nunset border\nunset tics\n"
	    "set lmargin at screen 0\nset rmargin at screen 1\n"
	    "set bmargin at screen 0\nset tmargin at screen 1\n"
	    "set xrange [0:%.0f]\nset yrange [%.0f:0]\n",
	    canvas->width, canvas->height);
	write_words(canvas, format == GNUPLOT_SVG, script);
	write_shapes(canvas, script);
}
