/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * plot: draws a benchmark stream as a chart.
 *
 * series (the whole input) - select (which rows, which chart) - words (titles,
 * notes) - a chart on a canvas - gnuplot - the page; text for a terminal is
 * written without gnuplot.
 */
#include "../lib/filter.h"
#include "canvas/frame.h"
#include "chart/chart.h"
#include "gnuplot/gnuplot.h"
#include "options.h"
#include "select/select.h"
#include "series/figure.h"
#include "series/series.h"
#include "side/side.h"
#include "terminal/terminal.h"
#include "words/describe.h"

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
make_picture(const struct selection *selection, const struct words *words,
    enum options_format format, struct buffer *picture, struct fault *fault)
{
	struct canvas canvas = { .theme = &theme_default };
	struct buffer script = { 0 };
	struct buffer drawn = { 0 };
	bool good = true;

	if (!options_size(&canvas.width, &canvas.height, fault))
		return false;
	if (selection->count == 0)
		frame_no_figures(&canvas, words);
	else
		selection->chart->draw(selection, words, &canvas);
	gnuplot_script(&canvas, format == FORMAT_PNG ? GNUPLOT_PNG : GNUPLOT_SVG, &script);
	if (options.script) {
		buffer_append(picture, script.data, script.length);
	} else if (format == FORMAT_PNG) {
		good = gnuplot_run(&script, picture, fault);
	} else {
		good = gnuplot_run(&script, &drawn, fault);
		if (good)
			describe_svg(&drawn, words, canvas.theme, picture);
	}
	canvas_release(&canvas);
	buffer_release(&script);
	buffer_release(&drawn);
	return good;
}

static void
count_records(struct filter *filter, const struct selection *selection)
{
	struct runrecord *record = &filter->record;

	if (selection->series->undisclosed) {
		for (size_t i = 0; i < selection->count; i++)
			record->used += selection->rows[i]->value_count;
		record->excluded = record->in - record->used;
		return;
	}

	record->suppressed = selection->suppressed;
	record->used = selection->count - selection->suppressed;
	record->excluded = record->in - selection->count;
}

static bool
plot(struct filter *filter, enum options_format format, struct side *side, struct fault *fault)
{
	struct series series;
	struct selection selection = { 0 };
	struct words words = { 0 };
	struct buffer picture = { 0 };
	bool good =
	    (options.undisclosed ? series_read_records(&series, filter, &options.records, fault)
	                         : series_read(&series, filter, fault))
	    && filter->status == STATUS_DONE && figure_choose(&series, options.figure, fault)
	    && selection_make(&selection, &series, &options.select, fault);

	if (good) {
		count_records(filter, &selection);
		words_make(&words, &selection, &options.words);
		if (format == FORMAT_TXT)
			terminal_chart(&selection, &words, terminal_columns(), &picture);
		else
			good = make_picture(&selection, &words, format, &picture, fault);
		if (good)
			side_take(side, &selection, &words);
		words_release(&words);
	}
	if (good)
		writer_bytes(&filter->writer, picture.data, picture.length);
	buffer_release(&picture);
	selection_release(&selection);
	series_release(&series);
	return good;
}

static int
run(struct filter *filter, struct labels *labels)
{
	struct fault fault = { 0 };
	struct side side = { .data_path = options.data, .words_path = options.words_file };
	enum options_format format;
	double size[2];
	bool good;

	if (!options_format(filter, &format, &fault) || !options_size(&size[0], &size[1], &fault)
	    || !options_labels(filter, labels, &fault) || !options_records(&fault))
		return filter_fail(filter, &fault);
	filter->private_output = options.undisclosed;
	if (filter->check_config)
		return filter_checked(filter);
	good = filter_open(filter, &fault) && side_open(&side, filter, &fault)
	    && plot(filter, format, &side, &fault) && filter_finish(filter, &fault)
	    && side_commit(&side, &fault);
	side_release(&side);
	if (!good && filter->status == STATUS_DONE)
		return filter_fail(filter, &fault);
	return filter_close(filter);
}

int
main(int argc, char **argv)
{
	struct filter filter = {
		.name = "plot",
		.summary = "draw a benchmark stream as a chart",
		.synopsis = "[-t TYPE] [-m ID] [-H UNIT] [-p PERIOD] [--labels FILE] "
		            "[--total UNIT] [--figure NAME] [--sides A,B] "
		            "[--undisclosed] [--unit COLUMN] [--value COLUMN] "
		            "[--period COLUMN[:LENGTH]] "
		            "[--title TEXT] [--subtitle TEXT] [--caption TEXT] [--alt TEXT] "
		            "[--size WIDTH[xHEIGHT]] [--bare] [-f FORMAT] [--data FILE] "
		            "[--words FILE] [--script] "
		            "[-o FILE] [FILE]",
		.examples = "  benchmark -m measures.json --unit team --compare quartile,rank "
		            "scored.csv |\n"
		            "    plot --measure trusted --highlight 'Riverside community team' -o "
		            "trusted.svg\n"
		            "  plot --type control --measure trusted -o trusted.png months.csv\n"
		            "  plot --measure trusted --format txt teams.csv\n",
		.notes = "All rows of the stream are kept while it is drawn: at most 100,000 "
		         "rows, about 110 MB; of single records (--undisclosed) the "
		         "values alone: at most\n1,000,000, about 24 MB.\nSVG and PNG need "
		         "gnuplot; text does not.\n",
		.options = options_table,
	};
	struct labels labels = { 0 };
	int status;

	if (!filter_parse(&filter, argc, argv))
		return (int)filter.status;
	status = run(&filter, &labels);
	labels_release(&labels);
	return status;
}
