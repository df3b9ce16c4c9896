/* SPDX-License-Identifier: GPL-3.0-or-later */
/* options: what the command line of validate asks for. */
#include "options.h"

struct validate_options options = {
	.sides = { &options.rejects, &options.report, &options.submissions },
};

static const char *const formats[] = { "text", "csv", "json", "jsonl", NULL };

const struct filter_option options_table[] = {
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
	    .text = &options.format,
	    .choices = formats },
	{ .name = "max-errors",
	    .argument = "NUMBER",
	    .help = "findings shown in a text report (100); all are counted",
	    .text = &options.max_errors },
	{ .name = "max-rejects",
	    .argument = "LIMIT",
	    .help = "so many records (or so many percent, as 5%) may fail with exit 0",
	    .text = &options.max_rejects },
	{ .name = "fail-on",
	    .argument = "WHEN",
	    .help = "error (as usual) or warning: what makes the exit status 1",
	    .text = &options.fail_on,
	    .choices = (const char *const[]){ "error", "warning", NULL } },
	{ .name = "delimiter",
	    .argument = "CHARACTER",
	    .help = "comma, semicolon, tab, bar, a character, or auto",
	    .text = &options.dialect.delimiter,
	    .choices = (const char *const[]){ "comma", "semicolon", "tab", "bar", "auto", NULL } },
	{ .name = "encoding",
	    .argument = "NAME",
	    .help = "utf-8, windows-1252 or utf-16 (whose mark is seen by itself)",
	    .text = &options.dialect.encoding,
	    .choices = (const char *const[]){ "utf-8", "windows-1252", "utf-16", NULL } },
	{ .name = "skip-lines",
	    .argument = "NUMBER",
	    .help = "lines above the header that are passed over",
	    .text = &options.dialect.skip_lines },
	{ .name = "trim", .help = "take blanks off the ends of all values", .flag = &options.trim },
	{ .name = "source-column",
	    .argument = "NAME",
	    .help = "append a column with the name of the file",
	    .text = &options.source_column },
	{ .name = "submissions",
	    .argument = "FILE",
	    .help = "list what was received, late, missing and replaced in FILE",
	    .text = &options.submissions },
	{ .name = "expected",
	    .argument = "FILE",
	    .help = "the submissions that are expected: organisation, period, due",
	    .text = &options.expected },
	{ .name = "reference",
	    .argument = "NAME=FILE",
	    .help = "where the table of a foreign key is",
	    .list = &options.references },
	{ .name = "max-keys",
	    .argument = "NUMBER",
	    .help = "keys to remember in all (100000000)",
	    .text = &options.max_keys },
	{ .name = "compare-with",
	    .argument = "FILE",
	    .help = "warn of what differs from the run of that run record",
	    .text = &options.compare_with,
	    .replaceable = true },
	{ .name = "infer", .help = "write a starter schema of the file", .flag = &options.infer },
	{ .name = "describe",
	    .help = "write the schema's data dictionary, as Markdown",
	    .flag = &options.describe },
	{ .name = "explain",
	    .argument = "CODE",
	    .help = "say what a finding's code means, and what to do",
	    .text = &options.explain },
	{ 0 },
};

static bool
read_number(
    const char *option, const char *text, int64_t maximum, int64_t *number, struct fault *fault)
{
	if (text == NULL
	    || (field_to_integer(field_of(text), number) && *number >= 1 && *number <= maximum))
		return true;
	return fault_set(fault, "--%s takes a number from 1 to %lld", option, (long long)maximum);
}

static bool
read_format(struct run *run, struct fault *fault)
{
	if (options.format == NULL)
		return true;
	for (size_t i = 0; formats[i] != NULL; i++)
		if (strcmp(options.format, formats[i]) == 0) {
			run->findings.format = (enum findings_format)i;
			return true;
		}
	return fault_set(fault, "--format takes text, csv, json or jsonl");
}

/* "20" or "0.5%". */
static bool
read_rejects(struct run *run, struct fault *fault)
{
	const struct decimal hundred = { .digits = 100 };
	struct field text;

	if (options.max_rejects == NULL)
		return true;
	text = field_of(options.max_rejects);
	run->rejects_percent = text.length != 0 && text.data[text.length - 1] == '%';
	text.length -= run->rejects_percent;
	if (decimal_parse(text, &run->rejects_allowed) == DECIMAL_OK
	    && run->rejects_allowed.digits >= 0
	    && (run->rejects_percent ? decimal_compare(run->rejects_allowed, hundred) <= 0
	                             : run->rejects_allowed.scale == 0))
		return true;
	return fault_set(
	    fault, "--max-rejects takes a number of records, or a percentage as in 5%%");
}

static bool
read_fail_on(struct run *run, struct fault *fault)
{
	if (options.fail_on == NULL || strcmp(options.fail_on, "error") == 0)
		return true;
	run->fail_on_warning = strcmp(options.fail_on, "warning") == 0;
	return run->fail_on_warning || fault_set(fault, "--fail-on takes error or warning");
}

/* Options that go without a schema, with one only, or not together. */
static bool
check_together(struct fault *fault)
{
	const struct {
		const char *name;
		bool given;
	} with_schema[] = { { "submissions", options.submissions != NULL },
		{ "expected", options.expected != NULL },
		{ "reference", options.references.count != 0 },
		{ "compare-with", options.compare_with != NULL },
		{ "describe", options.describe } };

	if (options.infer && options.describe)
		return fault_set(fault, "--infer and --describe are two works: leave one out");
	for (size_t i = 0; i < sizeof with_schema / sizeof *with_schema; i++)
		if (with_schema[i].given && options.schema == NULL)
			return fault_set(fault, "--%s needs a schema: give it with -s FILE",
			    with_schema[i].name);
	if (options.expected != NULL && options.submissions == NULL)
		return fault_set(fault, "--expected goes with --submissions FILE");
	if (options.infer && options.schema != NULL)
		return fault_set(fault, "--infer makes a schema: leave -s out");
	if (options.infer && options.trim)
		return fault_set(
		    fault, "--infer looks at the values as they stand: leave --trim out");
	if (options.source_column != NULL && *options.source_column == '\0')
		return fault_set(fault, "--source-column needs a name");
	return true;
}

bool
options_read(struct run *run, struct reader_dialect *dialect, struct fault *fault)
{
	int64_t limit = 100;
	int64_t keys = KEYS_LIMIT;

	for (size_t i = 0; i < sizeof options.sides / sizeof *options.sides; i++)
		if (*options.sides[i] != NULL && output_is_standard(*options.sides[i]))
			return fault_set(fault,
			    "--rejects, --report and --submissions need a file of their own: "
			    "standard output is for the good records");
	if (!read_number("max-errors", options.max_errors, 1000000, &limit, fault)
	    || !read_number("max-keys", options.max_keys, INT64_MAX, &keys, fault)
	    || !read_format(run, fault) || !read_rejects(run, fault) || !read_fail_on(run, fault)
	    || !check_together(fault) || !dialect_read(&options.dialect, dialect, fault))
		return false;
	options.keys = (struct key_options){ &options.references, (uint64_t)keys };
	run->findings.limit = (size_t)limit;
	run->rejects_path = options.rejects;
	run->report_path = options.report;
	run->submissions_path = options.submissions;
	run->source_column = options.source_column;
	run->trim = dialect->trim = options.trim;
	return true;
}
