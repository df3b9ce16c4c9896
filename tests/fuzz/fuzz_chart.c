/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the charts: the first byte chooses the type and the second the width, the rest is
 * the stream.  One that is refused says why; one that is drawn has a height, words of at
 * least 12 points and places that are numbers, and its text for a terminal is whole lines.
 */
#include "../../filters/plot/canvas/frame.h"
#include "../../filters/plot/chart/chart.h"
#include "../../filters/plot/gnuplot/gnuplot.h"
#include "../../filters/plot/terminal/terminal.h"
#include "fuzz_file.h"

#include <math.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_canvas(const struct canvas *canvas)
{
	if (!(canvas->height > 0))
		abort();
	for (size_t i = 0; i < canvas->word_count; i++)
		if (canvas->words[i].size < THEME_TEXT || !isfinite(canvas->words[i].x)
		    || !isfinite(canvas->words[i].y))
			abort();
	for (size_t i = 0; i < canvas->shape_count; i++)
		for (size_t j = 0; j < canvas->shapes[i].corners; j++)
			if (!isfinite(canvas->shapes[i].x[j]) || !isfinite(canvas->shapes[i].y[j]))
				abort();
}

static void
draw(const struct selection *selection, double width)
{
	const struct words_wish nothing = { 0 };
	struct canvas canvas = { .theme = &theme_default, .width = width };
	struct words words = { 0 };
	struct buffer out = { 0 };

	words_make(&words, selection, &nothing);
	if (selection->count == 0)
		frame_no_figures(&canvas, &words);
	else
		selection->chart->draw(selection, &words, &canvas);
	check_canvas(&canvas);
	gnuplot_script(&canvas, GNUPLOT_SVG, &out);
	buffer_clear(&out);
	terminal_chart(selection, &words, 80, &out);
	if (out.length == 0 || out.data[out.length - 1] != '\n')
		abort();
	buffer_release(&out);
	canvas_release(&canvas);
	words_release(&words);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct filter_option no_options[] = { { 0 } };
	char program[] = "plot", quiet[] = "-q", output[] = "-o", nowhere[] = "/dev/null";
	char path[64];
	char *arguments[] = { program, quiet, output, nowhere, path, NULL };
	struct filter filter = { .name = "plot", .synopsis = "", .options = no_options };
	struct series series = { 0 };
	struct selection selection = { 0 };
	struct fault fault = { 0 };
	struct select_wish wish = { 0 };
	size_t types = 0;
	int input;
	bool good;

	if (size < 2)
		return 0;
	while (charts[types] != NULL)
		types++;
	if (data[0] % (types + 1) != types)
		wish.type = chart_names[data[0] % (types + 1)];
	input = fuzz_file(data + 2, size - 2, path);
	good = filter_parse(&filter, 5, arguments) && filter_open(&filter, &fault)
	    && series_read(&series, &filter, &fault) && filter.status == STATUS_DONE
	    && selection_make(&selection, &series, &wish, &fault);
	if (good)
		draw(&selection, THEME_WIDTH_MIN + data[1] * 4);
	else if (fault.message[0] == '\0' && filter.status == STATUS_DONE)
		abort();
	selection_release(&selection);
	series_release(&series);
	filter.record.used = filter.record.in;
	filter_close(&filter);
	close(input);
	return 0;
}
