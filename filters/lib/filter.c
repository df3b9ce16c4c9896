/* SPDX-License-Identifier: GPL-3.0-or-later */
/* filter: what all programs share: opening, the loop, closing. */
#include "filter.h"

#include "memory.h"
#include "sandbox.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

/* The header from a file of its own, for the partitions of a larger file. */
static bool
header_from_file(struct filter *filter, struct fault *fault)
{
	struct reader other;
	int descriptor = open(filter->header_path, O_RDONLY | O_CLOEXEC);
	bool good;

	if (descriptor < 0)
		return fault_system(fault, filter->header_path, "cannot open");
	reader_open(&other, descriptor, filter->header_path);
	good = reader_header(&other, fault);
	if (good && other.columns == 0)
		good = fault_at(fault, filter->header_path, 0, 0, "holds no column names");
	if (good) {
		struct field *names = xcalloc(other.columns, sizeof *names);

		for (size_t i = 0; i < other.columns; i++)
			names[i] = reader_column_name(&other, i);
		good = reader_take_header(&filter->reader, names, other.columns, fault);
		free(names);
	}
	reader_close(&other);
	close(descriptor);
	return good;
}

bool
filter_open(struct filter *filter, struct fault *fault)
{
	/* a parent that ignores SIGPIPE would leave the filter writing to nobody */
	signal(SIGPIPE, SIG_DFL);
	/* a file that may grow no further is a write that fails, and is said */
	signal(SIGXFSZ, SIG_IGN);
	filter->descriptor = STDIN_FILENO;
	if (filter->input != NULL) {
		filter->descriptor = open(filter->input, O_RDONLY | O_CLOEXEC);
		if (filter->descriptor < 0)
			return fault_system(fault, filter->input, "cannot open");
	} else if (isatty(STDIN_FILENO)) {
		return fault_set(fault, "standard input is a terminal; name a file or pipe one in");
	}
	reader_open(&filter->reader, filter->descriptor, filter->input ? filter->input : "-");
	if (!(filter->header_path ? header_from_file(filter, fault)
	                          : reader_header(&filter->reader, fault)))
		return false;
	if (!output_open(&filter->output, filter->output_path, 0666, fault))
		return false;
	/* before the first byte: an output that is on its way cannot be called back */
	if (filter->run_record != NULL
	    && (!output_spares(filter->run_record, filter->descriptor, fault)
	        || !output_probe(filter->run_record, fault))) {
		filter->run_record = NULL;
		return false;
	}
	(void)fcntl(filter->output.descriptor, F_SETPIPE_SZ, 1 << 20);
	writer_open(&filter->writer, filter->output.descriptor,
	    filter->output_path ? filter->output_path : "standard output");
	progress_open(&filter->progress, filter->show_progress, filter->descriptor);
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
		progress_show(&filter->progress, filter->record.in, reader_bytes(&filter->reader));
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

/* The last write and the counts; false when the run has failed. */
static bool
finish(struct filter *filter, struct fault *fault)
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
	if (filter->status != STATUS_FAILED && !finish(filter, &fault))
		fail(filter, &fault);
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
	reader_close(&filter->reader);
	if (filter->descriptor > STDIN_FILENO)
		close(filter->descriptor);
	runrecord_close(&filter->record);
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
filter_configuration(struct filter *filter, const char *path, struct fault *fault)
{
	return runrecord_configuration(&filter->record, path, fault);
}

bool
filter_new_column(const struct filter *filter, const char *name, struct fault *fault)
{
	if (reader_column(&filter->reader, field_of(name)) == READER_NONE)
		return true;
	return fault_at(fault, filter->reader.name, 1, 0,
	    "there is a column '%s' already; rename it, or give the new ones a --prefix", name);
}
