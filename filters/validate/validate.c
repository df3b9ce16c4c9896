/* SPDX-License-Identifier: GPL-3.0-or-later */
/* validate: checks records against a schema; the door of the record stream. */
#include "describe/describe.h"
#include "door/foreign.h"
#include "infer/infer.h"
#include "options.h"

static const char examples[] =
    "  validate feedback.csv                    is it well-formed CSV in UTF-8?\n"
    "  validate -s table.json --rejects bad.csv feedback.csv > good.csv\n"
    "  validate -s table.json --report found.json --format json feedback.csv > good.csv\n"
    "  validate --delimiter auto --encoding windows-1252 --trim export.csv > stream.csv\n"
    "  validate -s table.json --source-column file april.csv may.csv > quarter.csv\n"
    "  validate --infer export.csv > table.json\n"
    "  validate --explain E204\n";

static const char notes[] =
    "Good records go to the output in canonical form; records that fail go to the\n"
    "rejects byte for byte.  Memory does not grow with the input, but for keys: of each\n"
    "unique, primary, foreign or list key a digest and about 15 bytes more are kept, so\n"
    "10,000,000 keys take under 400 MB (--max-keys sets the limit).\n\n";

static bool
open_rooms(struct run *run, const struct schema *schema, struct fault *fault)
{
	return keys_open(&run->keys, schema, &options.keys, fault)
	    && rules_open(&run->rules, schema, fault) && limits_open(&run->limits, schema, fault)
	    && submissions_open(&run->submissions, schema, options.expected, fault)
	    && profile_open(&run->profile, schema, fault);
}

static bool
open_schema(struct run *run, struct schema *schema, struct drift *drift, struct fault *fault)
{
	if (options.schema == NULL)
		return true;
	if (!schema_open(schema, options.schema, fault)
	    || !filter_configuration(run->filter, options.schema, fault))
		return false;
	run->schema = schema;
	if (!open_rooms(run, schema, fault)
	    || !drift_open(drift, schema, options.compare_with, fault))
		return false;
	for (size_t i = 0; i < run->keys.count; i++)
		if (keys_file(&run->keys, i) != NULL
		    && !filter_configuration(run->filter, keys_file(&run->keys, i), fault))
			return false;
	if (options.expected != NULL && !filter_configuration(run->filter, options.expected, fault))
		return false;
	if (options.compare_with != NULL)
		run->drift = drift;
	run->profiled =
	    run->drift != NULL || run->limits.count != 0 || run->filter->run_record != NULL;
	if (options.submissions != NULL && !submissions_present(&run->submissions))
		return fault_at(fault, options.schema, 0, 0,
		    "has no rule for submissions, which --submissions needs");
	return true;
}

static bool
open_files(struct run *run, struct fault *fault)
{
	struct filter *filter = run->filter;

	if (!filter_open(filter, fault)) {
		if (filter->reader.columns == 0 && filter->reader.state != NULL)
			foreign_explain(&filter->reader, fault);
		return false;
	}
	if (!foreign_is_none(&filter->reader, fault))
		return false;
	for (size_t i = 0; i < sizeof options.sides / sizeof *options.sides; i++)
		if (*options.sides[i] != NULL
		    && (!filter_spares_inputs(filter, *options.sides[i], fault)
		        || !filter_spares_configuration(filter, *options.sides[i], fault)))
			return false;
	return true;
}

static bool
confine(struct run *run, struct fault *fault)
{
	const char *const files[] = { run->rejects.output.target, run->report.output.target,
		run->list.output.target };

	/* the run record comes last, and takes the place of none of them */
	if (run->filter->run_record != NULL && !output_probe(run->filter->run_record, fault)) {
		run->filter->run_record = NULL;
		return false;
	}
	return filter_confine(run->filter, files, 3, fault);
}

static bool
check(struct run *run, struct fault *fault)
{
	return open_files(run, fault) && run_begin(run, fault) && confine(run, fault)
	    && run_survey(run, fault) && run_files(run, fault) && run_end(run, fault);
}

static bool
infer(struct run *run, struct fault *fault)
{
	const struct reader *reader = &run->filter->reader;

	if (!open_files(run, fault))
		return false;
	/* a schema of the one column that it seems to have would be of no use */
	if (reader_divider(reader) != NULL)
		return fault_at(fault, reader->name, 1, 0, "%s", reader_divider(reader));
	return filter_confine(run->filter, NULL, 0, fault) && infer_run(run->filter, fault);
}

static bool
describe(struct run *run, struct fault *fault)
{
	return filter_open_output(run->filter, fault)
	    && describe_write(run->schema, &run->filter->writer, fault);
}

int
main(int argc, char **argv)
{
	struct filter filter = { .name = "validate",
		.summary = "check records against a schema",
		.synopsis = OPTIONS_SYNOPSIS,
		.examples = examples,
		.notes = notes,
		.options = options_table,
		.many = true };
	struct run run = { .filter = &filter };
	struct reader_dialect dialect = { 0 };
	struct schema schema = { 0 };
	struct drift drift = { 0 };
	struct fault fault = { 0 };
	bool good;
	int status;

	if (!filter_parse(&filter, argc, argv))
		return (int)filter.status;
	filter.dialect = &dialect;
	good = options_read(&run, &dialect, &fault) && open_schema(&run, &schema, &drift, &fault);
	if (good && options.explain != NULL)
		good = finding_explain(options.explain, &fault);
	else if (good && options.describe)
		good = describe(&run, &fault);
	else if (good && !filter.check_config)
		good = options.infer ? infer(&run, &fault) : check(&run, &fault);
	if (good && filter.check_config)
		status = filter_checked(&filter);
	else
		status = good ? filter_close(&filter) : filter_fail(&filter, &fault);
	run_release(&run);
	drift_close(&drift);
	schema_close(&schema);
	return status;
}
