/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fuzz_reader: the reader's fast tiers and libcsv agree on every input: the same
 * records with the same values, and the first fault at the same byte.  What the
 * writer makes of the records reads back the same.  In every dialect (the input's
 * first byte says which) nothing is lost, places are those of the file, and
 * nothing depends on the sizes of the reads.
 */
#undef _FORTIFY_SOURCE /* it would not let read be another */
#include "../../filters/lib/memory.h"
#include "../../filters/lib/reader.h"
#include "../../filters/lib/strict.h"
#include "../../filters/lib/writer.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(condition)                                                                         \
	do {                                                                                       \
		if (!(condition))                                                                  \
			abort();                                                                   \
	} while (0)

/* The most that one read gives: stands before the library's own. */
static size_t read_most = SIZE_MAX;

ssize_t
read(int descriptor, void *data, size_t length)
{
	return syscall(SYS_read, descriptor, data, length < read_most ? length : read_most);
}

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

/* In the stream, but for its delimiter. */
static void
agree(const char *data, size_t length, char delimiter)
{
	struct reader_dialect dialect = { .delimiter = delimiter };
	struct comparison comparison = { 0 };
	struct reader *reader = &comparison.reader;
	int descriptor = file_of(data, length);
	size_t skipped = length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	size_t offset;
	struct fault fault;
	bool good;

	reader_open(reader, descriptor, "input");
	reader_set_dialect(reader, &dialect);
	good = strict_parse(
	    data + skipped, length - skipped, delimiter, compare, &comparison, &offset);
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
round_trip(const char *data, size_t length, const struct reader_dialect *dialect, bool by_value)
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
	reader_set_dialect(&reader, dialect);
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

/* Each field's column is that of its bytes in the file. */
static void
check_places(const struct reader *reader)
{
	struct buffer line = { 0 };
	const char *start = reader->record.data;
	const char *c = start;

	for (size_t i = 0; i < reader->count; i++) {
		struct reader_place place = reader_place(reader, i);

		for (; c < reader->fields[i].data; c++)
			if (*c == '\n' || (reader->carriage && *c == '\r' && c[1] != '\n'))
				start = c + 1;
		buffer_clear(&line);
		transcode_encode(reader->encoding, start, (size_t)(c - start), &line);
		REQUIRE(place.column == line.length + 1);
	}
	buffer_release(&line);
}

/* Reads all of it: what the reader says of each record goes to words, the bytes to
 * original. */
static void
read_all(int descriptor, const struct reader_dialect *dialect, struct buffer *words,
    struct buffer *original)
{
	struct reader reader;
	struct fault fault;
	enum reader_status status;
	bool ran_away = false;

	reader_open(&reader, descriptor, "input");
	reader_set_dialect(&reader, dialect);
	/* a header that is none is a record as any other */
	if (!reader_header(&reader, &fault))
		buffer_append_text(words, fault.message);
	buffer_append(original, reader.preamble.data, reader.preamble.length);
	if (reader.record.data != NULL)
		reader_original(&reader, original);
	buffer_format(words, "%d %d %d %d\n", reader.delimiter, (int)reader.encoding, reader.marked,
	    reader.carriage);
	while ((status = reader_next(&reader, &fault)) != READER_END) {
		REQUIRE(status != READER_FAILED);
		/* behind a quote that ran away records do follow on */
		if (ran_away && status == READER_FAULTY)
			REQUIRE(reader.error == READER_NUL || reader.error == READER_ENCODING
			    || reader.error == READER_RUNAWAY);
		ran_away = status == READER_FAULTY && reader.error == READER_RUNAWAY;
		if (status == READER_FAULTY) {
			reader_describe(&reader, &fault);
			buffer_append_text(words, fault.message);
		}
		if (status == READER_RECORD)
			check_places(&reader);
		buffer_format(words, " %llu %llu %zu %zu\n", (unsigned long long)reader.number,
		    (unsigned long long)reader.line, reader.count, original->length);
		reader_original(&reader, original);
	}
	reader_close(&reader);
}

static void
read_dialect(const char *data, size_t length, const struct reader_dialect *dialect)
{
	struct buffer words[2] = { 0 };
	struct buffer original[2] = { 0 };
	int descriptor = file_of(data, length);

	for (size_t i = 0; i < 2; i++) {
		read_most = i == 0 ? SIZE_MAX : 1;
		REQUIRE(lseek(descriptor, 0, SEEK_SET) == 0);
		read_all(descriptor, dialect, &words[i], &original[i]);
		REQUIRE(original[i].length == length);
		REQUIRE(length == 0 || memcmp(original[i].data, data, length) == 0);
	}
	REQUIRE(words[0].length == words[1].length);
	REQUIRE(memcmp(words[0].data, words[1].data, words[0].length) == 0);
	for (size_t i = 0; i < 2; i++) {
		buffer_release(&words[i]);
		buffer_release(&original[i]);
	}
	read_most = SIZE_MAX;
	close(descriptor);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char delimiters[] = { ',', ';', '\t', ' ', READER_DELIMITER_AUTO };
	const char *text = (const char *)data + 1;
	struct reader_dialect dialect = { 0 };
	unsigned choice;

	if (size-- == 0)
		return 0;
	choice = (uint8_t)(data[0] - '@'); /* '@' is the stream itself */
	dialect.mend = choice % 2;
	choice /= 2;
	dialect.delimiter = delimiters[choice % sizeof delimiters];
	choice /= sizeof delimiters;
	dialect.encoding = (enum transcode)(choice % (TRANSCODE_UTF16BE + 1));
	choice /= TRANSCODE_UTF16BE + 1;
	dialect.skip_lines = choice % 4;

	if (dialect.delimiter != READER_DELIMITER_AUTO)
		agree(text, size, dialect.delimiter);
	read_dialect(text, size, &dialect);
	round_trip(text, size, &dialect, true);
	if (data[0] == '@')
		round_trip(text, size, &dialect, false);
	return 0;
}
