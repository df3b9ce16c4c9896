/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fuzz_reader: the reader's fast tiers and libcsv agree on every input: the same
 * records with the same values, and the first fault at the same byte.  What the
 * writer makes of the records reads back the same.
 */
#include "../../filters/lib/memory.h"
#include "../../filters/lib/reader.h"
#include "../../filters/lib/strict.h"
#include "../../filters/lib/writer.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(condition)                                                                         \
	do {                                                                                       \
		if (!(condition))                                                                  \
			abort();                                                                   \
	} while (0)

static int
file_of(const char *data, size_t length)
{
	int descriptor = memfd_create("input", MFD_CLOEXEC);

	REQUIRE(descriptor >= 0);
	REQUIRE(write(descriptor, data, length) == (ssize_t)length);
	REQUIRE(lseek(descriptor, 0, SEEK_SET) == 0);
	return descriptor;
}

struct comparison {
	struct reader reader;
	size_t covered; /* bytes of the records so far, with their lines' ends */
};

/* One record of libcsv against the reader's next. */
static void
compare(void *context, const char *const *data, const size_t *lengths, size_t count)
{
	struct comparison *comparison = context;
	struct reader *reader = &comparison->reader;
	struct fault fault;
	enum reader_status status = reader_next(reader, &fault);

	REQUIRE(status == READER_RECORD
	    || (status == READER_FAULTY
	        && (reader->error == READER_NUL || reader->error == READER_ENCODING)));
	REQUIRE(reader->count == count);
	for (size_t i = 0; i < count; i++) {
		struct field value = reader_value(reader, i);

		REQUIRE(field_equals(value, (struct field){ data[i], lengths[i] }));
	}
	comparison->covered += reader->record.length + reader->ending;
}

static struct reader_place
place_of(const char *data, size_t offset)
{
	struct reader_place place = { 1, 1 };

	for (size_t i = 0; i < offset; i++) {
		place.column = data[i] == '\n' ? 1 : place.column + 1;
		place.line += data[i] == '\n';
	}
	return place;
}

/* Reads to the end after the comparison: nothing is lost, nothing read twice. */
static void
read_on(struct comparison *comparison, size_t length)
{
	struct fault fault;
	enum reader_status status;

	while ((status = reader_next(&comparison->reader, &fault)) != READER_END) {
		REQUIRE(status == READER_RECORD || status == READER_FAULTY);
		comparison->covered += comparison->reader.record.length + comparison->reader.ending;
	}
	REQUIRE(comparison->covered == length);
}

static void
agree(const char *data, size_t length)
{
	struct comparison comparison = { 0 };
	struct reader *reader = &comparison.reader;
	int descriptor = file_of(data, length);
	size_t skipped = length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	size_t offset;
	struct fault fault;
	bool good;

	reader_open(reader, descriptor, "input");
	good = strict_parse(data + skipped, length - skipped, ',', compare, &comparison, &offset);
	if (good) {
		REQUIRE(reader_next(reader, &fault) == READER_END);
	} else {
		struct reader_place expected = place_of(data + skipped, offset);

		REQUIRE(reader_next(reader, &fault) == READER_FAULTY);
		REQUIRE(reader->error <= READER_LONE_CR);
		REQUIRE(reader->fault_place.line == expected.line);
		REQUIRE(reader->fault_place.column == expected.column);
		comparison.covered += reader->record.length + reader->ending;
	}
	read_on(&comparison, length - skipped);
	reader_close(reader);
	close(descriptor);
}

/* Good records through the writer, by value or as they stand, are good records
 * of one line each with the same count of fields. */
static void
round_trip(const char *data, size_t length, bool by_value)
{
	int descriptor = file_of(data, length);
	int copy = memfd_create("copy", MFD_CLOEXEC);
	struct reader reader;
	struct writer writer;
	struct fault fault;
	enum reader_status status;
	size_t *counts = xcalloc(length + 1, sizeof *counts);
	size_t records = 0;

	reader_open(&reader, descriptor, "input");
	writer_open(&writer, copy, "copy");
	while ((status = reader_next(&reader, &fault)) != READER_END) {
		if (status != READER_RECORD)
			continue;
		counts[records++] = reader.count;
		if (!by_value)
			writer_record(&writer, &reader);
		for (size_t i = 0; by_value && i < reader.count; i++)
			writer_value(&writer, reader_value(&reader, i));
		REQUIRE(writer_end(&writer));
	}
	REQUIRE(writer_flush(&writer, &fault));
	writer_close(&writer);
	reader_close(&reader);
	close(descriptor);

	REQUIRE(lseek(copy, 0, SEEK_SET) == 0);
	reader_open(&reader, copy, "copy");
	for (size_t i = 0; i < records; i++) {
		REQUIRE(reader_next(&reader, &fault) == READER_RECORD);
		REQUIRE(reader.count == counts[i]);
		REQUIRE(!reader.broken && reader.ending == 1);
	}
	REQUIRE(reader_next(&reader, &fault) == READER_END);
	reader_close(&reader);
	close(copy);
	free(counts);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;

	agree(text, size);
	round_trip(text, size, false);
	round_trip(text, size, true);
	return 0;
}
