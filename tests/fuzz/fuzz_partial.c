/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the merging of partial sums: any bytes as a file of them.  What is taken can be
 * told in every form, and written and merged again to the same bytes.
 */
#include "../../filters/lib/memory.h"
#include "../../filters/score/reliability/partial.h"
#include "../../filters/score/reliability/tell.h"
#include "fuzz_file.h"

#include <stdint.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char json[] =
    "{\"name\":\"f\",\"version\":\"1\",\"source\":\"fuzz\",\"official\":false,\"items\":["
    "{\"column\":\"a\",\"minimum\":1,\"maximum\":5},"
    "{\"column\":\"b\",\"minimum\":-0.5,\"maximum\":1000000000}],\"scales\":["
    "{\"name\":\"s\",\"method\":\"sum\",\"items\":[\"a\",\"b\"],\"minimum_answered\":1},"
    "{\"name\":\"t\",\"method\":\"top_box\",\"items\":[\"a\"]}]}";
static const char digest[] = "d";

/* Instrument and sums that stand for one run of the program. */
struct run {
	struct instrument instrument;
	uint64_t *outcomes[SCORE_OUTCOMES];
	struct sums sums;
	struct partial_merge merge;
};

static void
open_run(struct run *run, const char *path)
{
	struct fault fault = { 0 };

	*run = (struct run){ 0 };
	if (!instrument_load(&run->instrument, path, &fault))
		abort();
	for (size_t i = 0; i < SCORE_OUTCOMES; i++)
		run->outcomes[i] = xcalloc(run->instrument.scale_count, sizeof *run->outcomes[i]);
	if (!sums_open(&run->sums, &run->instrument, run->outcomes, &fault))
		abort();
	run->merge = (struct partial_merge){ .sums = &run->sums, .digest = digest };
}

static void
close_run(struct run *run)
{
	partial_merge_release(&run->merge);
	sums_release(&run->sums);
	for (size_t i = 0; i < SCORE_OUTCOMES; i++)
		free(run->outcomes[i]);
	instrument_release(&run->instrument);
}

static bool
take(struct run *run, struct field bytes)
{
	struct reader reader;
	struct fault fault = { 0 };
	uint64_t lines = 0;
	bool good;

	reader_open_memory(&reader, bytes, "fuzz");
	good = reader_header(&reader, &fault)
	    && partial_merge_add(&run->merge, &reader, &lines, &fault);
	if (!good && fault.message[0] == '\0')
		abort();
	reader_close(&reader);
	return good;
}

/* What a writer writes, as bytes; the caller frees it. */
static struct buffer
written(const struct run *run, const struct tell_form *form)
{
	struct buffer out = { 0 };
	struct writer writer;
	struct fault fault;
	struct stat status;
	char path[64];
	int descriptor = fuzz_file("", 0, path);

	writer_open(&writer, descriptor, "fuzz");
	if (form != NULL) {
		struct tell tell = {
			.writer = &writer, .sums = &run->sums, .rule = true, .header = true
		};

		tell_all(&tell, form);
	} else {
		partial_write(&run->sums, (struct partial_id){ 0, 1 }, digest, &writer);
	}
	if (!writer_flush(&writer, &fault) || fstat(descriptor, &status) != 0)
		abort();
	writer_close(&writer);
	buffer_reserve(&out, (size_t)status.st_size + 1);
	if (pread(descriptor, out.data, (size_t)status.st_size, 0) != status.st_size)
		abort();
	out.length = (size_t)status.st_size;
	close(descriptor);
	return out;
}

static void
check_again(const struct run *run, const char *path)
{
	static const struct tell_form *const forms[] = { &tell_text, &tell_json, &tell_csv, NULL };
	struct buffer first = written(run, NULL);
	struct run again;

	open_run(&again, path);
	if (!take(&again, (struct field){ first.data, first.length }))
		abort();
	for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
		struct buffer one = written(run, forms[i]), other = written(&again, forms[i]);

		if (!field_equals((struct field){ one.data, one.length },
		        (struct field){ other.data, other.length }))
			abort();
		for (size_t j = 0; j + 3 <= one.length; j++)
			if (memcmp(one.data + j, "nan", 3) == 0)
				abort();
		buffer_release(&one);
		buffer_release(&other);
	}
	close_run(&again);
	buffer_release(&first);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct run run;
	char path[64];
	int descriptor = fuzz_file(json, sizeof json - 1, path);

	diag_verbosity(0);
	open_run(&run, path);
	if (take(&run, (struct field){ (const char *)data, size }))
		check_again(&run, path);
	close_run(&run);
	close(descriptor);
	return 0;
}
