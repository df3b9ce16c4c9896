/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * plot: draws a benchmark stream as a chart.
 *
 * series (the whole input) - select (which rows, which chart) - words (titles,
 * notes) - a chart on a canvas - gnuplot - the page; text for a terminal is
 * written without gnuplot.
 */
#include "../lib/filter.h"
#include "canvas.h"
#include "chart.h"
#include "describe.h"
#include "gnuplot.h"
#include "select.h"
#include "series.h"
#include "theme.h"
#include "words.h"

#include <stdlib.h>
#include <unistd.h>

enum format { FORMAT_SVG, FORMAT_PNG, FORMAT_TXT, FORMATS };

static const char *const format_names[] = { "svg", "png", "txt", NULL };

static struct {
	struct select_wish select;
	struct words_wish words;
	const char *format;
	bool script;
} options;

static const struct filter_option table[] = {
	{ "type", 't', "TYPE", "ranked, control or heatmap; else what the columns allow",
	    .text = &options.select.type, .choices = select_names },
	{ "measure", 'm', "ID", "the measure to draw", .text = &options.select.measure },
	{ "highlight", 'H', "UNIT", "the own unit: marked, bold and in its own colour",
	    .text = &options.select.highlight },
	{ "show-period", 'p', "PERIOD", "the period to draw; else the latest",
	    .text = &options.select.period },
	{ "title", 0, "TEXT", "the headline instead of one made from the figures",
	    .text = &options.words.title },
	{ "subtitle", 0, "TEXT", "what is drawn, instead of the chart's own words",
	    .text = &options.words.subtitle },
	{ "caption", 0, "TEXT", "a note below the chart: source, method",
	    .text = &options.words.caption },
	{ "alt", 0, "TEXT", "the chart in words for who does not see it",
	    .text = &options.words.alt },
	{ "format", 'f', "FORMAT", "svg, png or txt; else by the ending of -o",
	    .text = &options.format, .choices = format_names },
	{ "script", 0, NULL, "print the gnuplot script instead of running it",
	    .flag = &options.script },
	{ 0 },
};

static bool
named_format(const char *name, enum format *format)
{
	for (size_t i = 0; i < FORMATS; i++)
		if (strcmp(name, format_names[i]) == 0) {
			*format = (enum format)i;
			return true;
		}
	return false;
}

/* --format, else the ending of -o, else text for a terminal and SVG for a pipe. */
static bool
choose_format(const struct filter *filter, enum format *format, struct fault *fault)
{
	const char *path = filter->output_path;
	const char *ending = path == NULL ? NULL : strrchr(path, '.');
	bool by_ending = false;

	*format =
	    path == NULL && !options.script && isatty(STDOUT_FILENO) ? FORMAT_TXT : FORMAT_SVG;
	if (path != NULL && !options.script && strcmp(path, "-") != 0
	    && strncmp(path, "/dev/", 5) != 0) {
		by_ending = ending != NULL && named_format(ending + 1, format);
		if (!by_ending && options.format == NULL)
			return fault_set(fault,
			    "the ending of the output says no format: name it .svg, .png or .txt, "
			    "or give --format");
	}
	if (options.format != NULL) {
		enum format wished;

		if (!named_format(options.format, &wished)) {
			const char *nearest = diag_nearest(
			    options.format, strlen(options.format), format_names, FORMATS);

			return fault_set(fault, "no format '%s': there are svg, png and txt%s%s%s",
			    options.format, nearest == NULL ? "" : "; did you mean '",
			    nearest == NULL ? "" : nearest, nearest == NULL ? "" : "'?");
		}
		if (by_ending && wished != *format)
			return fault_set(fault, "--format %s and the output's ending .%s differ",
			    options.format, format_names[*format]);
		*format = wished;
	}
	if (options.script && *format == FORMAT_TXT)
		return fault_set(
		    fault, "--script is for svg and png: text is drawn without gnuplot");
	return true;
}

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

static void
draw(const struct selection *selection, const struct words *words, struct canvas *canvas)
{
	if (selection->count == 0)
		theme_no_figures(canvas, words);
	else if (selection->type == SELECT_RANKED)
		chart_ranked(selection, words, canvas);
	else if (selection->type == SELECT_CONTROL)
		chart_control(selection, words, canvas);
	else
		chart_heatmap(selection, words, canvas);
}

static bool
make_picture(const struct selection *selection, const struct words *words, enum format format,
    struct buffer *picture, struct fault *fault)
{
	struct canvas canvas = { 0 };
	struct buffer script = { 0 };
	struct buffer drawn = { 0 };
	bool good = true;

	draw(selection, words, &canvas);
	gnuplot_script(&canvas, format == FORMAT_PNG ? GNUPLOT_PNG : GNUPLOT_SVG, &script);
	canvas_release(&canvas);
	if (options.script) {
		buffer_append(picture, script.data, script.length);
	} else if (format == FORMAT_PNG) {
		good = gnuplot_run(&script, picture, fault);
	} else {
		good = gnuplot_run(&script, &drawn, fault);
		if (good)
			describe_svg(&drawn, words, picture);
	}
	buffer_release(&script);
	buffer_release(&drawn);
	return good;
}

static void
count_records(struct filter *filter, const struct selection *selection)
{
	struct runrecord *record = &filter->record;

	record->suppressed = selection->suppressed;
	record->used = selection->count - selection->suppressed;
	record->excluded = record->in - selection->count;
}

static bool
plot(struct filter *filter, enum format format, struct fault *fault)
{
	struct series series;
	struct selection selection = { 0 };
	struct words words = { 0 };
	struct buffer picture = { 0 };
	bool good = series_read(&series, filter, fault) && filter->status == STATUS_DONE
	    && selection_make(&selection, &series, &options.select, fault);

	if (good) {
		count_records(filter, &selection);
		words_make(&words, &selection, &options.words);
		if (format == FORMAT_TXT)
			terminal_chart(&selection, &words, terminal_columns(), &picture);
		else
			good = make_picture(&selection, &words, format, &picture, fault);
		words_release(&words);
	}
	if (good)
		writer_bytes(&filter->writer, picture.data, picture.length);
	buffer_release(&picture);
	selection_release(&selection);
	series_release(&series);
	return good;
}

int
main(int argc, char **argv)
{
	struct filter filter = {
		.name = "plot",
		.summary = "draw a benchmark stream as a chart",
		.synopsis = "[-t TYPE] [-m ID] [-H UNIT] [-p PERIOD] [--title TEXT] "
		            "[--subtitle TEXT] [--caption TEXT] [--alt TEXT] [-f FORMAT] "
		            "[--script] [-o FILE] [FILE]",
		.examples = "  benchmark -m measures.json --unit team --compare quartile,rank "
		            "scored.csv |\n"
		            "    plot --measure trusted --highlight 'Riverside community team' -o "
		            "trusted.svg\n"
		            "  plot --type control --measure trusted -o trusted.png months.csv\n"
		            "  plot --measure trusted --format txt teams.csv\n",
		.notes = "All rows of the stream are kept while it is drawn: at most 100,000 "
		         "rows, about 40 MB.\nSVG and PNG need gnuplot; text does not.\n",
		.options = table,
	};
	struct fault fault = { 0 };
	enum format format;

	if (!filter_parse(&filter, argc, argv))
		return (int)filter.status;
	if (!choose_format(&filter, &format, &fault))
		return filter_fail(&filter, &fault);
	if (filter.check_config)
		return filter_checked(&filter);
	if (!filter_open(&filter, &fault))
		return filter_fail(&filter, &fault);
	if (!plot(&filter, format, &fault) && filter.status == STATUS_DONE)
		return filter_fail(&filter, &fault);
	return filter_close(&filter);
}
