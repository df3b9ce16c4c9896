/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * plot: draws a benchmark stream as a chart.
 *
 * series (the whole input) - select (which rows, which chart) - words (titles,
 * notes) - a chart on a canvas - gnuplot - svg, which makes its SVG accessible;
 * text for a terminal is written without a canvas.
 */
#include "../lib/filter.h"
#include "gallery/gallery.h"
#include "options.h"
#include "picture/picture.h"
#include "select/select.h"
#include "series/figure.h"
#include "series/series.h"
#include "side/side.h"

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
read_series(struct filter *filter, struct series *series, struct fault *fault)
{
	return (options.undisclosed ? series_read_records(series, filter, &options.records, fault)
	                            : series_read(series, filter, fault))
	    && filter->status == STATUS_DONE && figure_choose(series, options.figure, fault);
}

static bool
plot(struct filter *filter, const struct series *series, const struct picture_look *look,
    struct side *side, struct fault *fault)
{
	struct selection selection = { 0 };
	struct words words = { 0 };
	struct buffer picture = { 0 };
	bool good = selection_make(&selection, series, &options.select, fault);

	if (good) {
		count_records(filter, &selection);
		words_make(&words, &selection, &options.words);
		good = picture_make(&selection, &words, look, &picture, fault);
		if (good)
			side_take(side, &selection, &words);
		words_release(&words);
	}
	if (good)
		writer_bytes(&filter->writer, picture.data, picture.length);
	buffer_release(&picture);
	selection_release(&selection);
	return good;
}

static bool
plot_all(struct filter *filter, const struct series *series, const struct picture_look *look,
    struct fault *fault)
{
	struct runrecord *record = &filter->record;
	struct gallery gallery = { .folder = options.all,
		.filter = filter,
		.series = series,
		.select = &options.select,
		.words = &options.words,
		.look = look };
	bool good = gallery_make(&gallery, fault);

	for (size_t i = 0; good && i < gallery.count; i++) {
		record->suppressed += gallery.charts[i].suppressed;
		record->used += gallery.charts[i].drawn - gallery.charts[i].suppressed;
	}
	record->excluded = record->in - record->used - record->suppressed;
	gallery_release(&gallery);
	return good;
}

static int
run(struct filter *filter, struct labels *labels, struct picture_look *look)
{
	struct fault fault = { 0 };
	struct side side = { .data_path = options.data, .words_path = options.words_file };
	struct series series = { 0 };
	bool good;

	if (!options_format(filter, &look->format, &fault)
	    || !options_size(&look->width, &look->height, &fault)
	    || !options_language(&look->language, &fault) || !options_labels(filter, labels, &fault)
	    || !options_theme(filter, &look->theme, &fault) || !options_records(&fault)
	    || !options_rows(&fault) || !options_choices(&fault) || !options_all(filter, &fault))
		return filter_fail(filter, &fault);
	options.words.text = look->format == FORMAT_TXT;
	look->script = options.script;
	look->ascii = options_ascii(filter);
	filter->private_output = options.undisclosed;
	if (filter->check_config)
		return filter_checked(filter);
	good = filter_open(filter, &fault) && side_open(&side, filter, &fault)
	    && read_series(filter, &series, &fault)
	    && (options.all != NULL ? plot_all(filter, &series, look, &fault)
	                            : plot(filter, &series, look, &side, &fault))
	    && filter_finish(filter, &fault) && side_commit(&side, &fault);
	series_release(&series);
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
		.synopsis =
		    "[-t TYPE] [-m ID] [-H UNIT] [-p PERIOD] [--limits WHICH] "
		    "[--levels LEVEL,LEVEL] [--apart LEVEL,LEVEL] [--order ORDER] [--labels FILE] "
		    "[--total UNIT] [--figure NAME] [--scale WHICH] [--sides A,B] "
		    "[--undisclosed] [--unit COLUMN] [--value COLUMN] "
		    "[--period COLUMN[:LENGTH]] [--mark MARK] [--interval LEVEL] [--rows N] "
		    "[--title TEXT] [--subtitle TEXT] [--caption TEXT] [--alt TEXT] "
		    "[--size WIDTH[xHEIGHT]] [--bare] [-f FORMAT] [--theme FILE] [--lang TAG] "
		    "[--data FILE] [--words FILE] [--ascii] [--all DIR] [--script] "
		    "[-o FILE] [FILE]",
		.examples = "  benchmark -m measures.json --unit team --compare quartile,rank "
		            "scored.csv |\n"
		            "    plot --measure trusted --highlight 'Riverside community team' -o "
		            "trusted.svg\n"
		            "  plot --type control --measure trusted -o trusted.png months.csv\n"
		            "  plot --measure trusted --format txt teams.csv\n",
		.notes = "Types: ranked, ratio, control, trend, heatmap, funnel, box, pyramid, "
		         "likert,\nbar, stacked and radar; man filters/plot/plot.1 says what each "
		         "needs.\n"
		         "All rows of the stream are kept while it is drawn: at most 100,000, "
		         "about\n100 MB; of single records (--undisclosed) the values alone: at "
		         "most 1,000,000,\nabout 35 MB.\n"
		         "SVG, PNG and PDF need gnuplot; text does not.\n",
		.options = options_table,
	};
	struct labels labels = { 0 };
	struct picture_look look = { 0 };
	int status;

	if (!filter_parse(&filter, argc, argv))
		return (int)filter.status;
	status = run(&filter, &labels, &look);
	labels_release(&labels);
	theme_file_close(&look.theme);
	return status;
}
