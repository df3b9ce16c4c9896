/* SPDX-License-Identifier: GPL-3.0-or-later */
/* filter: what all programs share: opening, the loop, closing. */
#include "filter.h"

#include "filter_digest.h"
#include "filter_inputs.h"
#include "memory.h"
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

bool
filter_open_output(struct filter *filter, struct fault *fault)
{
	/* a parent that ignores SIGPIPE would leave the filter writing to nobody */
	signal(SIGPIPE, SIG_DFL);
	/* one that ignores SIGCHLD would keep from it how its own programs end */
	signal(SIGCHLD, SIG_DFL);
	/* a file that may grow no further is a write that fails, and is said */
	signal(SIGXFSZ, SIG_IGN);
	/* libRmath prints its warnings there, among the data; ours goes by its descriptor */
	stdout = stderr;
	if (!filter_spares_configuration(filter, filter->output_path, fault)
	    || !filter_spares_configuration(filter, filter->run_record, fault)) {
		filter->run_record = NULL;
		return false;
	}
	if (!output_open(
	        &filter->output, filter->output_path, filter->private_output ? 0600 : 0666, fault))
		return false;
	/* before the first byte: an output that is on its way cannot be called back */
	if (filter->run_record != NULL
	    && (!filter_spares_inputs(filter, filter->run_record, fault)
	        || !output_probe(filter->run_record, fault))) {
		filter->run_record = NULL;
		return false;
	}
	(void)fcntl(filter->output.descriptor, F_SETPIPE_SZ, 1 << 20);
	writer_open(&filter->writer, filter->output.descriptor,
	    filter->output_path ? filter->output_path : "standard output");
	filter_digest_output(filter);
	return true;
}

bool
filter_open(struct filter *filter, struct fault *fault)
{
	if (!filter_open_inputs(filter, fault) || !filter_open_output(filter, fault))
		return false;
	progress_open(
	    &filter->progress, filter->show_progress, filter->descriptors, filter->input_count);
	return true;
}

bool
filter_confine(struct filter *filter, const char *const *files, size_t count, struct fault *fault)
{
	struct sandbox sandbox = { .files = { filter->output.target, filter->run_record } };

	for (size_t i = 0; i < count && i + 2 < SANDBOX_FILES_MAX; i++)
		sandbox.files[i + 2] = files[i];
	sandbox_conceal();
	if (!sandbox_enter(&sandbox, fault))
		return false;
	runrecord_machine(&filter->record, "sandbox", sandbox.measures);
	diag_note("sandbox: %s", sandbox.measures);
	return true;
}

bool
filter_next(struct filter *filter)
{
	struct fault fault;

	if (filter->record.in % 4096 == 0)
		progress_show(&filter->progress, filter->record.in, filter_bytes(filter));
	if (filter->writer.error != 0)
		return false; /* filter_close says it */
	switch (reader_next(&filter->reader, &fault)) {
	case READER_RECORD:
		filter->record.in++;
		return true;
	case READER_END:
		return false;
	case READER_FAULTY:
		reader_describe(&filter->reader, &fault);
		break;
	case READER_FAILED:
		break;
	}
	progress_close(&filter->progress);
	diag_fault(&fault);
	filter->status = STATUS_FAILED;
	return false;
}

bool
filter_finish(struct filter *filter, struct fault *fault)
{
	if (filter->writer.data != NULL && !writer_flush(&filter->writer, fault))
		return false;
	if (!runrecord_balanced(&filter->record))
		return fault_set(fault,
		    "the counts do not add up: %llu in, %llu used, %llu rejected, %llu suppressed, "
		    "%llu excluded; nothing is written, please report this",
		    (unsigned long long)filter->record.in, (unsigned long long)filter->record.used,
		    (unsigned long long)filter->record.rejected,
		    (unsigned long long)filter->record.suppressed,
		    (unsigned long long)filter->record.excluded);
	return true;
}

static void
fail(struct filter *filter, const struct fault *fault)
{
	diag_fault(fault);
	filter->status = STATUS_FAILED;
}

int
filter_close(struct filter *filter)
{
	struct fault fault;

	progress_close(&filter->progress);
	filter->record.folded = filter->writer.folded;
	if (filter->status != STATUS_FAILED && !filter_finish(filter, &fault))
		fail(filter, &fault);
	if (filter->status != STATUS_FAILED)
		filter_digests(filter, runrecord_details(&filter->record), true);
	/* the run record stands before the output does, so that there is never an
	 * output without its record */
	if (filter->run_record != NULL
	    && !runrecord_write(&filter->record, filter->run_record, filter->status, &fault))
		fail(filter, &fault);
	if (filter->status == STATUS_FAILED) {
		output_discard(&filter->output);
	} else if (!output_commit(&filter->output, &fault)) {
		fail(filter, &fault);
		if (filter->run_record != NULL)
			(void)runrecord_write(
			    &filter->record, filter->run_record, filter->status, &fault);
	}
	if (filter->writer.data != NULL)
		writer_close(&filter->writer);
	filter_close_inputs(filter);
	filter_digest_close(filter);
	runrecord_close(&filter->record);
	free(filter->configuration);
	filter->configuration = NULL;
	return (int)filter->status;
}

int
filter_fail(struct filter *filter, const struct fault *fault)
{
	fail(filter, fault);
	return filter_close(filter);
}

int
filter_checked(struct filter *filter)
{
	diag_note("the configuration is good");
	return filter_close(filter);
}

bool
filter_guard(struct filter *filter, const char *path, struct fault *fault)
{
	struct stat status;

	if (path == NULL)
		return true;
	if (stat(path, &status) != 0) /* what is not there is said by whoever opens it */
		return errno == ENOENT || errno == ENOTDIR
		    || fault_system(fault, path, "cannot open");
	filter->configuration = xreallocarray(
	    filter->configuration, filter->configuration_count + 1, sizeof *filter->configuration);
	filter->configuration[filter->configuration_count++] =
	    (struct filter_file){ status.st_dev, status.st_ino };
	return true;
}

bool
filter_configuration(struct filter *filter, const char *path, struct fault *fault)
{
	return filter_guard(filter, path, fault)
	    && runrecord_configuration(&filter->record, path, fault);
}

bool
filter_spares_configuration(const struct filter *filter, const char *path, struct fault *fault)
{
	struct stat status;

	if (path == NULL || stat(path, &status) != 0 || !S_ISREG(status.st_mode))
		return true;
	for (size_t i = 0; i < filter->configuration_count; i++)
		if (filter->configuration[i].device == status.st_dev
		    && filter->configuration[i].number == status.st_ino)
			return fault_at(fault, path, 0, 0,
			    "is the configuration, which would be lost; name another file");
	return true;
}

bool
filter_new_column(const struct filter *filter, const char *name, struct fault *fault)
{
	if (reader_column(&filter->reader, field_of(name)) == READER_NONE)
		return true;
	return fault_at(fault, filter->reader.name, 1, 0,
	    "there is a column '%s' already; rename it, or give the new ones a --prefix", name);
}
