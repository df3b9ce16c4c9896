/* SPDX-License-Identifier: GPL-3.0-or-later */
/* validate: checks records against a schema; the door of the record stream. */
#include "run.h"

static struct {
	const char *schema;
	const char *rejects;
	const char *report;
	const char *format;
	const char *explain;
	const char *limit;
} options;

static const struct filter_option table[] = {
	{ .name = "schema",
	    .letter = 's',
	    .argument = "FILE",
	    .help = "the Table Schema; without it only the structure is checked",
	    .text = &options.schema },
	{ .name = "rejects",
	    .argument = "FILE",
	    .help = "write the records that fail to FILE, as they stand in the input",
	    .text = &options.rejects },
	{ .name = "report",
	    .argument = "FILE",
	    .help = "write the findings to FILE, not to standard error",
	    .text = &options.report },
	{ .name = "format",
	    .argument = "FORMAT",
	    .help = "of the report: text, csv, json or jsonl",
	    .text = &options.format },
	{ .name = "max-errors",
	    .argument = "NUMBER",
	    .help = "findings shown in a text report (100); all are counted",
	    .text = &options.limit },
	{ .name = "explain",
	    .argument = "CODE",
	    .help = "say what a finding's code means, and what to do",
	    .text = &options.explain },
	{ 0 },
};

static const char examples[] =
    "  validate feedback.csv                    is it well-formed CSV in UTF-8?\n"
    "  validate -s table.json --rejects bad.csv feedback.csv > good.csv\n"
    "  validate -s table.json --report found.json --format json feedback.csv > good.csv\n"
    "  validate --explain E204\n";

static const char notes[] =
    "Good records go to the output in canonical form; records that fail go to the\n"
    "rejects byte for byte.  Memory does not grow with the input, but for unique fields\n"
    "and primary keys: each key's bytes (a key past 64 bytes: its digest) and about 20\n"
    "bytes more are kept, so 2,000,000 keys of 8 bytes take about 45 MB.\n\n";

/* Options that need a look before anything is opened. */
static bool
read_options(struct run *run, struct fault *fault)
{
	static const char *const formats[] = { "text", "csv", "json", "jsonl" };
	int64_t limit = 100;

	if ((options.rejects != NULL && output_is_standard(options.rejects))
	    || (options.report != NULL && output_is_standard(options.report)))
		return fault_set(fault,
		    "--rejects and --report need a file of their own: standard "
		    "output is for the good records");
	if (options.limit != NULL
	    && (!field_to_integer(field_of(options.limit), &limit) || limit < 1 || limit > 1000000))
		return fault_set(fault, "--max-errors takes a number from 1 to 1000000");
	run->findings.limit = (size_t)limit;
	run->rejects_path = options.rejects;
	run->report_path = options.report;
	if (options.format == NULL)
		return true;
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (strcmp(options.format, formats[i]) == 0) {
			run->findings.format = (enum findings_format)i;
			return true;
		}
	return fault_set(fault, "--format takes text, csv, json or jsonl");
}

/* A file that cannot be CSV is told by its first bytes, once its header failed. */
static void
explain_bytes(const struct reader *reader, struct fault *fault)
{
	struct field start = reader->record;

	if (start.length < 2)
		return;
	if (memcmp(start.data, "PK", 2) == 0)
		fault_at(fault, reader->name, 0, 0,
		    "this is a spreadsheet or another zip file, not CSV; open it and save the "
		    "sheet "
		    "as CSV UTF-8");
	else if (memcmp(start.data, "\xD0\xCF", 2) == 0)
		fault_at(fault, reader->name, 0, 0,
		    "this is an old spreadsheet, not CSV; open it and save the sheet as CSV UTF-8");
	else if (memcmp(start.data, "\x1F\x8B", 2) == 0)
		fault_at(fault, reader->name, 0, 0,
		    "this is a gzip file; unpack it first, as in gzip -dc FILE | validate");
	else if (memcmp(start.data, "\xFF\xFE", 2) == 0 || memcmp(start.data, "\xFE\xFF", 2) == 0
	    || start.data[0] == '\0' || start.data[1] == '\0')
		fault_at(fault, reader->name, 0, 0,
		    "this is UTF-16, not UTF-8; save it as CSV UTF-8, or convert it with iconv -f "
		    "UTF-16 -t UTF-8");
}

static bool
confine(struct run *run, struct fault *fault)
{
	const char *const files[] = { run->rejects.output.target, run->report.output.target };

	return filter_confine(run->filter, files, 2, fault);
}

static int
finish(struct run *run, struct schema *schema, const struct fault *fault)
{
	int status = fault != NULL ? filter_fail(run->filter, fault) : filter_close(run->filter);

	run_release(run);
	schema_close(schema);
	return status;
}

int
main(int argc, char **argv)
{
	struct filter filter = { .name = "validate",
		.summary = "check records against a schema",
		.synopsis = "[-s FILE] [--rejects FILE] [--report FILE] [--format FORMAT] "
		            "[--max-errors NUMBER] [--explain CODE] [FILE]",
		.examples = examples,
		.notes = notes,
		.options = table };
	struct run run = { .filter = &filter };
	struct schema schema = { 0 };
	struct fault fault = { 0 };

	if (!filter_parse(&filter, argc, argv))
		return (int)filter.status;
	if (options.explain != NULL)
		return finish(
		    &run, &schema, finding_explain(options.explain, &fault) ? NULL : &fault);
	if (!read_options(&run, &fault))
		return finish(&run, &schema, &fault);
	if (options.schema != NULL) {
		if (!schema_open(&schema, options.schema, &fault)
		    || !filter_configuration(&filter, options.schema, &fault))
			return finish(&run, &schema, &fault);
		run.schema = &schema;
	}
	if (filter.check_config) {
		int status = filter_checked(&filter);

		schema_close(&schema);
		return status;
	}
	if (!filter_open(&filter, &fault)) {
		if (filter.reader.columns == 0)
			explain_bytes(&filter.reader, &fault);
		return finish(&run, &schema, &fault);
	}
	if (run.schema == NULL && reader_divider(&filter.reader) != NULL)
		diag_warning("%s: %s", filter.reader.name, reader_divider(&filter.reader));
	if (!output_spares(options.rejects, filter.descriptor, &fault)
	    || !output_spares(options.report, filter.descriptor, &fault))
		return finish(&run, &schema, &fault);
	if (!run_begin(&run, &fault) || !confine(&run, &fault) || !run_records(&run, &fault)
	    || !run_end(&run, &fault))
		return finish(&run, &schema, &fault);
	return finish(&run, &schema, NULL);
}
