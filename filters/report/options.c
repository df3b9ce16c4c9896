/* SPDX-License-Identifier: GPL-3.0-or-later */
/* options: what the command line asks of report. */
#include "options.h"

#include <sched.h>

#define JOBS_MAX 64

struct options options;

const struct filter_option options_table[] = {
	{ "report", 'r', "FILE", "the report file: sections, texts, charts and tables",
	    .text = &options.report },
	{ "folder", 'd', "DIR", "the streams are here; else beside the report file",
	    .text = &options.folder },
	{ "records", 0, "FILE", "run records of how they were made: a file or a folder",
	    .list = &options.records },
	{ "strings", 0, "FILE", "the fixed words of the page, such as another language's",
	    .text = &options.strings },
	{ "jobs", 'j', "N", "charts drawn at the same time (one for each processor)",
	    .text = &options.jobs },
	{ 0 },
};

static size_t
processors(void)
{
	cpu_set_t set;
	int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;

	return count < 1 ? 1 : count > JOBS_MAX ? JOBS_MAX : (size_t)count;
}

bool
options_check(const struct filter *filter, size_t *at_once, struct fault *fault)
{
	int64_t jobs = 0;

	if (options.report == NULL)
		return fault_set(fault, "no report file: give one with --report FILE");
	if (filter->input_count != 1 || strcmp(filter->inputs[0], "-") != 0)
		return fault_set(
		    fault, "takes no input file: the report file names the streams of the folder");
	if (filter->header_path != NULL || filter->no_header)
		return fault_set(fault, "--header and --no-header are for streams, not for pages");
	*at_once = processors();
	if (options.jobs == NULL)
		return true;
	if (!field_to_integer(field_of(options.jobs), &jobs) || jobs < 1 || jobs > JOBS_MAX)
		return fault_set(fault, "--jobs takes a number from 1 to %d", JOBS_MAX);
	*at_once = (size_t)jobs;
	return true;
}
