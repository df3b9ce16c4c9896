/* SPDX-License-Identifier: GPL-3.0-or-later */
/* picture: a chart in its format. */
#include "picture.h"

#include "../canvas/frame.h"
#include "../chart/chart.h"
#include "../gnuplot/gnuplot.h"
#include "../gnuplot/pdf.h"
#include "../svg/svg.h"
#include "../terminal/terminal.h"

#include <stdlib.h>

/* The width of the terminal as the shell says it, else 80. */
static size_t
terminal_columns(void)
{
	const char *text = getenv("COLUMNS");
	int64_t columns;

	if (text != NULL && field_to_integer(field_of(text), &columns) && columns >= 40
	    && columns <= 1000)
		return (size_t)columns;
	return 80;
}

static bool
draw(const struct selection *selection, const struct words *words, const struct picture_look *look,
    struct buffer *picture, struct fault *fault)
{
	static const enum gnuplot_format formats[] = {
		[FORMAT_SVG] = GNUPLOT_SVG, [FORMAT_PNG] = GNUPLOT_PNG, [FORMAT_PDF] = GNUPLOT_PDF
	};
	struct canvas canvas = {
		.theme = &look->theme.theme, .width = look->width, .height = look->height
	};
	struct buffer script = { 0 };
	struct buffer drawn = { 0 };
	bool good = true;

	if (selection->count == 0)
		frame_no_figures(&canvas, words);
	else
		selection->chart->draw(selection, words, &canvas);
	gnuplot_script(&canvas, formats[look->format], look->script ? picture : &script);
	if (!look->script && look->format == FORMAT_SVG)
		good = gnuplot_run(&script, &drawn, fault)
		    && svg_write(&drawn, &canvas, words, look->language, picture, fault);
	else if (!look->script)
		good = gnuplot_run(&script, picture, fault);
	if (good && !look->script && look->format == FORMAT_PDF)
		pdf_settle(picture, words->title, look->language);
	canvas_release(&canvas);
	buffer_release(&script);
	buffer_release(&drawn);
	return good;
}

const char *
picture_ending(enum picture_format format)
{
	static const char *const endings[] = { [FORMAT_SVG] = "svg",
		[FORMAT_PNG] = "png",
		[FORMAT_PDF] = "pdf",
		[FORMAT_TXT] = "txt" };

	return endings[format];
}

bool
picture_make(const struct selection *selection, const struct words *words,
    const struct picture_look *look, struct buffer *picture, struct fault *fault)
{
	if (look->format != FORMAT_TXT)
		return draw(selection, words, look, picture, fault);
	terminal_chart(selection, words, terminal_columns(), picture);
	if (look->ascii)
		terminal_ascii(picture);
	return true;
}
