/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * report: one page of texts, charts and tables, made of streams.
 *
 * document (the report file) - text (streams, figures in texts) - charts (plot at work,
 * many at a time) - quality (run records) - page.
 */
#include "../lib/filter.h"
#include "../lib/labels.h"
#include "charts/charts.h"
#include "document/document.h"
#include "options.h"
#include "page/page.h"
#include "quality/runs.h"
#include "strings/strings.h"

#include <stdlib.h>
#include <string.h>

/* All that the page is made of. */
struct report {
	struct document document;
	struct strings strings;
	struct streams streams;
	struct placeholders placeholders;
	struct charts charts;
	struct runs runs;
	struct labels labels;
	char *folder;
};

/* The words and the report are of one language, whatever its region. */
static bool
check_language(const struct report *report, struct fault *fault)
{
	struct field words = strings_text(&report->strings, "language");
	const char *lang = report->document.lang;
	size_t length = strcspn(lang, "-");

	if (words.length >= length && strncmp(words.data, lang, length) == 0
	    && (words.length == length || words.data[length] == '-'))
		return true;
	return fault_pointer(fault, report->document.file.path, "/lang",
	    "the fixed words are %.*s: name a file of that language with --strings",
	    (int)words.length, words.data);
}

static char *
folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? xstrdup("") : xstrndup(path, (size_t)(slash - path) + 1);
}

static bool
configure(struct report *report, struct filter *filter, struct fault *fault)
{
	if (!document_open(&report->document, options.report, fault)
	    || !strings_open(&report->strings, options.strings, fault)
	    || !check_language(report, fault)
	    || !filter_configuration(filter, options.report, fault)
	    || (options.strings != NULL && !filter_configuration(filter, options.strings, fault)))
		return false;
	for (size_t i = 0; i < report->document.label_count; i++)
		if (!filter_configuration(filter, report->document.labels[i], fault)
		    || !labels_read(&report->labels, report->document.labels[i], fault))
			return false;
	report->folder =
	    options.folder == NULL ? folder_of(options.report) : xstrdup(options.folder);
	report->streams.folder = report->folder;
	report->placeholders.streams = &report->streams;
	report->placeholders.strings = &report->strings;
	return true;
}

/* None of the streams read so far is where the page or the run record goes. */
static bool
spare_streams(const struct report *report, struct filter *filter, struct fault *fault)
{
	for (size_t i = 0; i < report->streams.count; i++)
		if (!filter_guard(filter, report->streams.items[i]->path, fault))
			return false;
	if (filter_spares_configuration(filter, filter->output_path, fault)
	    && filter_spares_configuration(filter, filter->run_record, fault))
		return true;
	filter->run_record = NULL;
	return false;
}

/* The streams of charts, and the run records. */
static bool
gather(struct report *report, struct filter *filter, struct fault *fault)
{
	for (size_t s = 0; s < report->document.count; s++) {
		const struct section *section = &report->document.sections[s];

		for (size_t b = 0; b < section->count; b++)
			if (section->blocks[b].kind == BLOCK_CHART
			    && !charts_add(
			        &report->charts, &section->blocks[b], &report->placeholders, fault))
				return false;
	}
	for (size_t i = 0; i < options.records.count; i++)
		if (!runs_add(&report->runs, options.records.values[i], fault))
			return false;
	for (size_t i = 0; i < report->runs.count; i++)
		if (!filter_guard(filter, report->runs.items[i].path, fault))
			return false;
	return spare_streams(report, filter, fault);
}

static void
count(struct filter *filter, const struct report *report, const struct page *page)
{
	struct runrecord *record = &filter->record;
	struct runrecord_part list = runrecord_list(record, "streams");

	record->used = page->used;
	record->suppressed = page->suppressed;
	record->excluded = page->excluded;
	record->in = record->used + record->suppressed + record->excluded;
	runrecord_count(record, "charts", page->charts_done);
	runrecord_count(record, "tables", page->tables_done);
	runrecord_count(record, "figures in texts", report->placeholders.filled);
	for (size_t i = 0; i < report->streams.count; i++) {
		const struct stream *stream = report->streams.items[i];
		struct runrecord_part row = runrecord_part_row(list);

		runrecord_part_text(row, "file", stream->name);
		runrecord_part_count(row, "rows", table_rows(stream->table));
		runrecord_part_count(row, "bytes", stream->bytes);
		runrecord_part_text(row, "sha256", stream->sha256);
	}
}

static bool
write_page(struct report *report, struct filter *filter, struct fault *fault)
{
	struct page page = { .document = &report->document,
		.strings = &report->strings,
		.placeholders = &report->placeholders,
		.charts = &report->charts,
		.runs = &report->runs,
		.labels = &report->labels,
		.output = output_is_standard(filter->output_path) ? NULL : filter->output_path,
		.words = options.strings };
	/* tables and figures in texts have read more of them */
	bool good = page_write(&page, fault) && spare_streams(report, filter, fault);

	if (good) {
		count(filter, report, &page);
		writer_bytes(&filter->writer, page.out.data, page.out.length);
	}
	buffer_release(&page.out);
	return good;
}

static void
release(struct report *report)
{
	labels_release(&report->labels);
	runs_release(&report->runs);
	charts_release(&report->charts);
	streams_release(&report->streams);
	strings_close(&report->strings);
	document_close(&report->document);
	free(report->folder);
}

static int
run(struct report *report, struct filter *filter)
{
	struct fault fault = { 0 };
	size_t at_once;

	if (!options_check(filter, &at_once, &fault) || !configure(report, filter, &fault))
		return filter_fail(filter, &fault);
	if (filter->check_config)
		return filter_checked(filter);
	if (!gather(report, filter, &fault) || !filter_open_output(filter, &fault)
	    || !charts_draw(&report->charts, &report->document, at_once, &fault)
	    || !write_page(report, filter, &fault))
		return filter_fail(filter, &fault);
	return filter_close(filter);
}

int
main(int argc, char **argv)
{
	struct filter filter = {
		.name = "report",
		.summary = "one page of texts, charts and tables, made of streams",
		.synopsis = "-r FILE [-d DIR] [--records FILE] [--strings FILE] [-j N] [-o FILE]",
		.examples = "  report -r report.json -o index.html\n"
		            "  report -r report.json --folder out/public/tables --records "
		            "out/private/runs \\\n"
		            "    -o out/public/index.html\n"
		            "  report -r report.json --check-config\n",
		.notes = "Charts are drawn by the program plot, beside this one or on the PATH, "
		         "and by gnuplot.\n"
		         "The report file and its keys: man filters/report/report.1\n"
		         "Streams and the page are kept in memory until the page is whole.\n",
		.options = options_table,
	};
	struct report report = { 0 };
	int status;

	if (!filter_parse(&filter, argc, argv))
		return (int)filter.status;
	status = run(&report, &filter);
	release(&report);
	return status;
}
