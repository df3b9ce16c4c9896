/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the merging of partitions: any bytes as what one has counted.  What is taken gives
 * figures, and is written and merged again to the same bytes.
 */
#include "../../filters/benchmark/kind/kind.h"
#include "../../filters/benchmark/partial/partial.h"
#include "../../filters/lib/memory.h"
#include "fuzz_file.h"

#include <math.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Each kind once, by short ids. */
static const char json[] =
    "{\"measures\":["
    "{\"id\":\"m\",\"kind\":\"mean\",\"column\":\"a\"},"
    "{\"id\":\"p\",\"kind\":\"proportion\",\"column\":\"a\",\"values\":[\"1\"]},"
    "{\"id\":\"s\",\"kind\":\"proportion\",\"numerator\":\"a\",\"denominator\":\"b\"},"
    "{\"id\":\"r\",\"kind\":\"rate\",\"numerator\":\"a\",\"denominator\":\"b\"},"
    "{\"id\":\"q\",\"kind\":\"ratio\",\"numerator\":\"a\",\"denominator\":\"b\"},"
    "{\"id\":\"d\",\"kind\":\"dsr\",\"numerator\":\"a\",\"denominator\":\"b\",\"stratum\":\"sex\","
    "\"weight\":\"b\"},"
    "{\"id\":\"n\",\"kind\":\"median\",\"column\":\"a\"},"
    "{\"id\":\"g\",\"kind\":\"given\",\"column\":\"a\"}]}";

static const struct settings settings;

/* All that stands for one run of the program. */
struct run {
	struct measures measures;
	struct filter_list by;
	struct group_key key;
	struct intake intake;
	struct filter filter;
};

static void
open_run(struct run *run)
{
	struct fault fault = { 0 };
	char path[64];
	int descriptor = fuzz_file(json, sizeof(json) - 1, path);

	*run = (struct run){ .by = { { "sex" }, 1 } };
	if (!measures_read(&run->measures, path, &fault)
	    || !group_key_configure(&run->key, "unit", "month", &run->by, &fault))
		abort();
	close(descriptor);
	group_key_bind_groups(&run->key);
	intake_init(&run->intake, &run->measures, &run->key);
}

static void
close_run(struct run *run)
{
	intake_release(&run->intake);
	group_key_release(&run->key);
	measures_release(&run->measures);
}

static bool
take(struct run *run, struct field bytes)
{
	struct partial_merge merge = {
		.intake = &run->intake, .record = &run->filter.record, .settings = &settings
	};
	struct reader reader;
	struct fault fault = { 0 };
	bool good;

	reader_open_memory(&reader, bytes, "fuzz");
	good = reader_header(&reader, &fault) && partial_merge_add(&merge, &reader, &fault)
	    && partial_merge_whole(&merge, &fault) && intake_check(&run->intake, false, &fault);
	if (!good && fault.message[0] == '\0')
		abort();
	partial_merge_release(&merge);
	reader_close(&reader);
	return good;
}

/* What the run has counted, as partition 0 of 1; the caller frees it. */
static struct buffer
written(struct run *run)
{
	struct buffer out = { 0 };
	struct fault fault;
	struct stat status;
	char path[64];
	int descriptor = fuzz_file("", 0, path);

	writer_open(&run->filter.writer, descriptor, "fuzz");
	partial_write(&run->filter, &run->intake, &settings, (struct partial_id){ 0, 1 });
	if (!writer_flush(&run->filter.writer, &fault) || fstat(descriptor, &status) != 0)
		abort();
	writer_close(&run->filter.writer);
	buffer_reserve(&out, (size_t)status.st_size + 1);
	if (pread(descriptor, out.data, (size_t)status.st_size, 0) != status.st_size)
		abort();
	out.length = (size_t)status.st_size;
	close(descriptor);
	return out;
}

/* Every figure is a number, or there is none. */
static void
look(struct run *run)
{
	const struct disclosure *rule = disclosure_named("none");
	const struct groups *groups = &run->intake.groups;

	intake_find_parts(&run->intake, &run->measures);
	for (size_t g = 0; g < groups->count; g++)
		for (size_t m = 0; m < run->measures.count; m++) {
			struct figure figure =
			    figure_of(&run->measures.items[m], &groups->sorted[g]->cells[m], rule);
			struct interval limits;

			if (figure.state == FIGURE_SHOWN && !isfinite(figure.published))
				abort();
			(void)figure_limits(&figure, &run->measures.items[m], 0.95, &limits);
		}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct run run, again;

	diag_verbosity(0);
	open_run(&run);
	if (take(&run, (struct field){ (const char *)data, size })) {
		struct buffer first = written(&run), second;

		look(&run);
		open_run(&again);
		if (!take(&again, (struct field){ first.data, first.length }))
			abort();
		second = written(&again);
		if (!field_equals((struct field){ first.data, first.length },
		        (struct field){ second.data, second.length }))
			abort();
		buffer_release(&first);
		buffer_release(&second);
		close_run(&again);
	}
	close_run(&run);
	return 0;
}
