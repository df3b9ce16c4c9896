/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the submissions of validate: any bytes as the list of those expected;
 * what stands behind the first NUL, cut at its line ends, as organisations, each
 * in the file that its first byte names.  What is listed is one line for each
 * submission and for each that is missing.
 */
#include "../../filters/validate/submission/submission.h"

#include "fuzz_file.h"

#include <fcntl.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char schema_text[] =
    "{\"fields\":[{\"name\":\"o\"},{\"name\":\"p\"}],\"mhsw\":{\"submissions\":"
    "{\"organisation\":\"o\",\"period\":\"p\",\"receivedInName\":\"([0-9-]+)\"}}}";

struct told {
	size_t missing;
	uint64_t replaced;
};

static void
listen(void *context, const struct breach *breach, uint64_t count, const char *file,
    const char *detail)
{
	struct told *told = context;

	if (*detail == '\0' || (file == NULL) != (breach->code == FINDING_NOT_RECEIVED))
		abort();
	told->missing += breach->code == FINDING_NOT_RECEIVED;
	told->replaced += breach->code == FINDING_REPLACED ? count : 0;
}

/* Both passes over the lines; returns how many records were replaced. */
static uint64_t
pass(struct submissions *submissions, const char *data, size_t size, bool survey)
{
	static const char *const names[] = { "a_2026-03-01.csv", "b_20260302.csv", "c.csv" };
	static const unsigned char states[2] = { CELL_VALUE, CELL_VALUE };
	uint64_t replaced = 0;
	struct fault fault;

	for (size_t file = 0; file < 3; file++) {
		size_t start = 0;

		for (size_t i = 0; i <= size; i++) {
			struct field values[2] = { { data + start, i - start }, { "1", 1 } };
			struct cells cells = { values, states };

			if (i < size && data[i] != '\n')
				continue;
			start = i + 1;
			if (values[0].length == 0 || (unsigned char)values[0].data[0] % 3 != file)
				continue;
			values[0].data++;
			values[0].length--;
			if (!survey)
				replaced += submissions_replaced(submissions, file, &cells);
			else if (!submissions_survey(
			             submissions, file, names[file], &cells, &fault))
				abort();
		}
	}
	return replaced;
}

static void
check(struct submissions *submissions)
{
	int descriptor = open("/dev/null", O_WRONLY | O_CLOEXEC);
	struct told told = { 0 };
	struct writer writer;
	struct fault fault;

	submissions_report(submissions, listen, &told);
	writer_open(&writer, descriptor, "list");
	submissions_write(submissions, &writer);
	if (writer.records != 1 + submissions->count + told.missing
	    || !writer_flush(&writer, &fault))
		abort();
	writer_close(&writer);
	close(descriptor);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *nul = size != 0 ? memchr(data, '\0', size) : NULL;
	size_t length = nul != NULL ? (size_t)(nul - data) : size;
	size_t rest = nul != NULL ? length + 1 : size;
	char schema_path[64];
	char expected_path[64];
	int descriptors[2] = { fuzz_file(schema_text, sizeof schema_text - 1, schema_path),
		fuzz_file(data, length, expected_path) };
	struct fault fault = { 0 };
	struct submissions submissions;
	struct schema schema;

	if (!schema_open(&schema, schema_path, &fault))
		abort();
	if (submissions_open(&submissions, &schema, expected_path, &fault)) {
		struct told told = { 0 };

		(void)pass(&submissions, (const char *)data + rest, size - rest, true);
		submissions_report(&submissions, listen, &told);
		if (pass(&submissions, (const char *)data + rest, size - rest, false)
		    != told.replaced)
			abort();
		check(&submissions);
	} else if (fault.message[0] == '\0') {
		abort();
	}
	submissions_close(&submissions);
	schema_close(&schema);
	close(descriptors[0]);
	close(descriptors[1]);
	return 0;
}
