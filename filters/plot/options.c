/* SPDX-License-Identifier: GPL-3.0-or-later */
/* options: what the command line asks of plot. */
#include "options.h"

#include "chart/chart.h"
#include "series/figure.h"

#include <unistd.h>

static const char *const format_names[] = { "svg", "png", "pdf", "txt", NULL };

static const char *const mark_names[] = { "bars", "points", NULL };
static const char *const interval_names[] = { "95", "998", NULL };

static const char *const limit_names[] = { "outer", "both", NULL };

static const char *const scale_names[] = { "column", "all", NULL };

static const char *const order_names[] = { "value", "stream", NULL };

struct options options;

const struct filter_option options_table[] = {
	{ "type", 't', "TYPE", "which chart; else what the columns allow",
	    .text = &options.select.type, .choices = chart_names },
	{ "measure", 'm', "ID", "a measure to draw", .list = &options.select.measures },
	{ "highlight", 'H', "UNIT", "the own unit: marked, bold and in its own colour",
	    .text = &options.select.highlight },
	{ "show-period", 'p', "PERIOD", "the period to draw; else the latest",
	    .text = &options.select.period },
	{ "levels", 0, "LEVEL,LEVEL", "answers from the most negative to the most positive",
	    .list = &options.select.levels },
	{ "apart", 0, "LEVEL,LEVEL", "answers on neither side, or none",
	    .list = &options.select.apart },
	{ "order", 0, "ORDER", "value or stream: the order of the rows",
	    .text = &options.select.order, .choices = order_names },
	{ "labels", 0, "FILE", "names of measures and codes: a measures.json or a code list",
	    .list = &options.labels },
	{ "total", 0, "UNIT", "a total or the nation: set apart from the units",
	    .list = &options.select.totals },
	{ "figure", 0, "NAME", "value, records, numerator or denominator: what is drawn",
	    .text = &options.figure, .choices = figure_names },
	{ "scale", 0, "WHICH", "column or all: what the colours of a heat map span",
	    .text = &options.select.scale, .choices = scale_names },
	{ "sides", 0, "A,B", "the two groups of a pyramid", .text = &options.select.sides },
	{ "undisclosed", 0, NULL, "the input holds single records: the chart is stamped",
	    .flag = &options.undisclosed },
	{ "unit", 0, "COLUMN", "of single records: their unit", .text = &options.records.unit },
	{ "value", 0, "COLUMN", "of single records: what is drawn",
	    .text = &options.records.value },
	{ "period", 0, "COLUMN[:LENGTH]",
	    "of single records: each day, month, quarter, year, fquarter or fyear",
	    .text = &options.records.period },
	{ "mark", 0, "MARK", "a ranking's figures: bars or points; else what suits them",
	    .text = &options.select.mark, .choices = mark_names },
	{ "interval", 0, "LEVEL", "a ranking's intervals: 95, or 998 for both levels",
	    .text = &options.select.interval, .choices = interval_names },
	{ "rows", 0, "N", "of a ranking the N first, the N last and those beside the own unit",
	    .text = &options.rows },
	{ "limits", 0, "WHICH", "of a control chart: outer (three sigma), or both, two sigma too",
	    .text = &options.select.limits, .choices = limit_names },
	{ "title", 0, "TEXT", "the headline instead of one made from the figures",
	    .text = &options.words.title },
	{ "subtitle", 0, "TEXT", "what is drawn, instead of the chart's own words",
	    .text = &options.words.subtitle },
	{ "caption", 0, "TEXT", "a note below the chart: source, method",
	    .text = &options.words.caption },
	{ "alt", 0, "TEXT", "the chart in words for who does not see it",
	    .text = &options.words.alt },
	{ "size", 0, "WIDTH[xHEIGHT]", "in pixels of the screen (960, as high as it needs)",
	    .text = &options.size },
	{ "bare", 0, NULL, "without title and notes, for a page that has them beside it",
	    .flag = &options.words.bare },
	{ "format", 'f', "FORMAT", "svg, png, pdf or txt; else by the ending of -o",
	    .text = &options.format, .choices = format_names },
	{ "theme", 0, "FILE", "other colours and fonts: see schemas/themes",
	    .text = &options.theme },
	{ "lang", 0, "TAG", "the language of the words, such as cy or en-GB (the default)",
	    .text = &options.language },
	{ "data", 0, "FILE", "the figures drawn, as CSV in the order of the chart",
	    .text = &options.data },
	{ "words", 0, "FILE", "title, subtitle, text alternative and notes, as JSON",
	    .text = &options.words_file },
	{ "ascii", 0, NULL, "text without blocks, for a terminal that has none",
	    .flag = &options.ascii },
	{ "all", 0, "DIR", "a folder with a chart of each measure and an index",
	    .text = &options.all },
	{ "script", 0, NULL, "print the gnuplot script instead of running it",
	    .flag = &options.script },
	{ 0 },
};

static bool
named_format(const char *name, enum picture_format *format)
{
	for (size_t i = 0; i < FORMATS; i++)
		if (strcmp(name, format_names[i]) == 0) {
			*format = (enum picture_format)i;
			return true;
		}
	return false;
}

bool
options_format(const struct filter *filter, enum picture_format *format, struct fault *fault)
{
	const char *path = filter->output_path;
	const char *ending = path == NULL ? NULL : strrchr(path, '.');
	bool by_ending = false;

	*format = path == NULL && options.all == NULL && !options.script && isatty(STDOUT_FILENO)
	    ? FORMAT_TXT
	    : FORMAT_SVG;
	if (path != NULL && !options.script && strcmp(path, "-") != 0
	    && strncmp(path, "/dev/", 5) != 0) {
		by_ending = ending != NULL && named_format(ending + 1, format);
		if (!by_ending && options.format == NULL)
			return fault_set(fault,
			    "the ending of the output says no format: name it .svg, .png, .pdf or "
			    ".txt, "
			    "or give --format");
	}
	if (options.format != NULL) {
		enum picture_format wished;

		if (!named_format(options.format, &wished)) {
			const char *nearest = diag_nearest(
			    options.format, strlen(options.format), format_names, FORMATS);

			return fault_set(fault,
			    "no format '%s': there are svg, png, pdf and txt%s%s%s", options.format,
			    nearest == NULL ? "" : "; did you mean '",
			    nearest == NULL ? "" : nearest, nearest == NULL ? "" : "'?");
		}
		if (by_ending && wished != *format)
			return fault_set(fault, "--format %s and the output's ending .%s differ",
			    options.format, format_names[*format]);
		*format = wished;
	}
	if (options.ascii && *format != FORMAT_TXT)
		return fault_set(fault, "--ascii is for text: give --format txt");
	if (options.script && *format == FORMAT_TXT)
		return fault_set(
		    fault, "--script is for svg, png and pdf: text is drawn without gnuplot");
	return true;
}

bool
options_labels(struct filter *filter, struct labels *labels, struct fault *fault)
{
	for (size_t i = 0; i < options.labels.count; i++)
		if (!filter_configuration(filter, options.labels.values[i], fault)
		    || !labels_read(labels, options.labels.values[i], fault))
			return false;
	options.select.labels = labels;
	return true;
}

bool
options_records(struct fault *fault)
{
	const struct series_records *records = &options.records;

	if (options.undisclosed && records->value == NULL)
		return fault_set(
		    fault, "--undisclosed needs --value COLUMN, what is drawn of each record");
	if (options.undisclosed && options.figure != NULL)
		return fault_set(fault,
		    "--figure is of what benchmark made: of single records --value COLUMN is "
		    "drawn");
	if (options.undisclosed)
		return true;
	if (records->unit != NULL || records->value != NULL || records->period != NULL)
		return fault_set(fault,
		    "--unit, --value and --period are of single records: say --undisclosed, or "
		    "draw "
		    "the output of benchmark");
	return true;
}

bool
options_all(const struct filter *filter, struct fault *fault)
{
	if (options.all == NULL)
		return true;
	if (options.all[0] == '\0')
		return fault_set(fault, "--all has an empty name: name a folder");
	if (filter->output_path != NULL || options.data != NULL || options.words_file != NULL
	    || options.script)
		return fault_set(fault,
		    "--all writes all into its folder: leave -o, --data, --words and --script");
	return true;
}

bool
options_rows(struct fault *fault)
{
	int64_t rows = 0;

	if (options.rows != NULL
	    && (!field_to_integer(field_of(options.rows), &rows) || rows < 1
	        || rows > SELECT_UNITS_MAX))
		return fault_set(fault, "--rows '%s' is none: give a number from 1 to %d",
		    options.rows, SELECT_UNITS_MAX);
	options.select.rows = (size_t)rows;
	return true;
}

static bool
one_of(const char *option, const char *value, const char *const names[2], struct fault *fault)
{
	if (value == NULL || strcmp(value, names[0]) == 0 || strcmp(value, names[1]) == 0)
		return true;
	return fault_set(
	    fault, "no --%s '%s': there are %s and %s", option, value, names[0], names[1]);
}

bool
options_choices(struct fault *fault)
{
	return one_of("mark", options.select.mark, mark_names, fault)
	    && one_of("interval", options.select.interval, interval_names, fault)
	    && one_of("scale", options.select.scale, scale_names, fault)
	    && one_of("limits", options.select.limits, limit_names, fault)
	    && one_of("order", options.select.order, order_names, fault);
}
