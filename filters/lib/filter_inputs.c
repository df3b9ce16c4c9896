/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * filter_inputs: the files that a filter reads, opened together before the
 * first byte is read and read one after the other.
 */
#include "filter_inputs.h"

#include "digest.h"
#include "filter_digest.h"
#include "memory.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static bool
header_from_file(struct filter *filter, struct fault *fault)
{
	struct reader other;
	int descriptor = open(filter->header_path, O_RDONLY | O_CLOEXEC);
	bool good;

	if (descriptor < 0)
		return fault_system(fault, filter->header_path, "cannot open");
	reader_open(&other, descriptor, filter->header_path);
	if (filter->dialect != NULL) {
		struct reader_dialect dialect = *filter->dialect;

		dialect.skip_lines = 0; /* they stand in the larger file */
		reader_set_dialect(&other, &dialect);
	}
	good = reader_header(&other, fault);
	if (good && other.columns == 0)
		good = fault_at(fault, filter->header_path, 0, 0, "holds no column names");
	good = good && reader_take_header(&filter->reader, &other, fault);
	reader_close(&other);
	close(descriptor);
	return good;
}

const char *
filter_input_name(const struct filter *filter, size_t input)
{
	return filter->inputs[input];
}

static bool
is_standard(const char *input)
{
	return strcmp(input, "-") == 0;
}

static bool
open_input(struct filter *filter, size_t input, struct fault *fault)
{
	const char *path = filter->inputs[input];

	filter->descriptors[input] = STDIN_FILENO;
	if (!is_standard(path)) {
		filter->descriptors[input] = open(path, O_RDONLY | O_CLOEXEC);
		return filter->descriptors[input] >= 0 || fault_system(fault, path, "cannot open");
	}
	for (size_t i = 0; i < input; i++)
		if (is_standard(filter->inputs[i]))
			return fault_set(fault, "standard input can be read once only");
	if (isatty(STDIN_FILENO))
		return fault_set(fault, "standard input is a terminal; name a file or pipe one in");
	return true;
}

static void
open_reader(struct filter *filter)
{
	reader_open(&filter->reader, filter->descriptors[filter->input],
	    filter_input_name(filter, filter->input));
	if (filter->dialect != NULL)
		reader_set_dialect(&filter->reader, filter->dialect);
	if (filter->digests != NULL)
		reader_set_digest(&filter->reader, &filter->digests[filter->input]);
}

/* A year of monthly files of many organisations is past the usual soft limit. */
static void
raise_limit(size_t inputs)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur > inputs + 64)
		return;
	limit.rlim_cur = limit.rlim_max;
	(void)setrlimit(RLIMIT_NOFILE, &limit);
}

bool
filter_open_inputs(struct filter *filter, struct fault *fault)
{
	filter->descriptors = xcalloc(filter->input_count, sizeof *filter->descriptors);
	for (size_t i = 0; i < filter->input_count; i++)
		filter->descriptors[i] = -1;
	raise_limit(filter->input_count);
	for (size_t i = 0; i < filter->input_count; i++)
		if (!open_input(filter, i, fault))
			return false;
	filter_digest_inputs(filter);
	open_reader(filter);
	return filter->header_path != NULL ? header_from_file(filter, fault)
	                                   : reader_header(&filter->reader, fault);
}

bool
filter_next_input(struct filter *filter, bool *failed, struct fault *fault)
{
	struct reader before = filter->reader;

	*failed = false;
	if (filter->input + 1 == filter->input_count)
		return false;
	filter->bytes_before += reader_bytes(&before);
	filter->input++;
	open_reader(filter);
	*failed = filter->header_path != NULL ? !reader_take_header(&filter->reader, &before, fault)
	                                      : !reader_header(&filter->reader, fault);
	reader_close(&before);
	return !*failed;
}

bool
filter_spares_inputs(const struct filter *filter, const char *path, struct fault *fault)
{
	for (size_t i = 0; filter->descriptors != NULL && i < filter->input_count; i++)
		if (!output_spares(path, filter->descriptors[i], fault))
			return false;
	return true;
}

uint64_t
filter_bytes(const struct filter *filter)
{
	return filter->bytes_before + reader_bytes(&filter->reader);
}

void
filter_close_inputs(struct filter *filter)
{
	reader_close(&filter->reader);
	for (size_t i = 0; filter->descriptors != NULL && i < filter->input_count; i++)
		if (filter->descriptors[i] > STDIN_FILENO)
			close(filter->descriptors[i]);
	free(filter->descriptors);
	filter->descriptors = NULL;
}
