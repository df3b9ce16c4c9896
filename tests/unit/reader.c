/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader: records, places, faults, lifetimes; csv-spectrum where it is at hand (limits:
 * reader_limits.c). */
#include "../../filters/lib/writer.h"
#include "open_reader.h"
#include "unit.h"

#include <fcntl.h>
#include <jansson.h>
#include <stdlib.h>
#include <unistd.h>

static void
check_values(void)
{
	static const char input[] = "id,text\r\n1,\"a \"\"b\"\" c\"\r\n2,\"x\r\ny\"\n,";
	struct open_reader opened;
	struct reader *reader = &opened.reader;
	size_t column;

	start(&opened, input, sizeof input - 1);
	CHECK(reader_header(reader, &opened.fault));
	CHECK(reader->columns == 2);
	CHECK_FIELD(reader_column_name(reader, 1), "text");
	CHECK(reader_require(reader, "id", &column, &opened.fault) && column == 0);
	CHECK(!reader_require(reader, "txet", &column, &opened.fault));
	CHECK_TEXT(opened.fault.message, "in.csv:1: no column 'txet'; did you mean 'text'?");

	CHECK(reader_next(reader, &opened.fault) == READER_RECORD);
	CHECK_FIELD(reader->record, "1,\"a \"\"b\"\" c\"");
	CHECK_FIELD(reader->fields[1], "\"a \"\"b\"\" c\"");
	CHECK_FIELD(reader_value(reader, 1), "a \"b\" c");
	CHECK_FIELD(reader_value(reader, 1), "a \"b\" c");
	CHECK(reader->ending == 2 && reader->quoted && !reader->broken);

	CHECK(reader_next(reader, &opened.fault) == READER_RECORD);
	CHECK(reader->line == 3 && reader->broken);
	CHECK(reader_place(reader, 1).line == 3 && reader_place(reader, 1).column == 3);
	CHECK(reader_place(reader, 2).line == 4 && reader_place(reader, 2).column == 3);

	CHECK(reader_next(reader, &opened.fault) == READER_RECORD);
	CHECK(reader->count == 2 && reader->ending == 0 && reader->line == 5);
	CHECK(reader->number == 3);
	CHECK(reader_next(reader, &opened.fault) == READER_END);
	stop(&opened);
}

static void
check_fault(const char *data, size_t length, enum reader_error error, const char *message)
{
	struct open_reader opened;

	start(&opened, data, length);
	CHECK(reader_header(&opened.reader, &opened.fault));
	CHECK(reader_next(&opened.reader, &opened.fault) == READER_FAULTY);
	CHECK(opened.reader.error == error);
	reader_describe(&opened.reader, &opened.fault);
	CHECK(strncmp(opened.fault.message, message, strlen(message)) == 0);
	/* reading goes on behind the fault, to the end */
	while (reader_next(&opened.reader, &opened.fault) != READER_END)
		CHECK(opened.reader.line > 1);
	stop(&opened);
}

#define FAULT(text, error, message) check_fault(text, sizeof text - 1, error, message)

static void
check_faults(void)
{
	FAULT("a,b\n1,x\"y\n", READER_STRAY_QUOTE, "in.csv:2:4: a quote inside");
	FAULT("a,b\n1,\"x\"y\n3,4\n", READER_AFTER_QUOTE, "in.csv:2:6: text after");
	FAULT("a,b\n1,\"x\ny\"z\n3,4\n", READER_AFTER_QUOTE, "in.csv:3:3: text after");
	FAULT("a,b\n1,\"x\n3,4\n", READER_OPEN_QUOTE, "in.csv:2:3: the quote that opens here");
	FAULT("a,b\n1,x\ry\n3,4\n", READER_LONE_CR, "in.csv:2:4: a carriage return");
	FAULT("a,b\n1,x\r", READER_LONE_CR, "in.csv:2:4: a carriage return");
	FAULT("a,b\n1,\0\n", READER_NUL, "in.csv:2:3: a NUL byte");
	FAULT("a,b\n1,x\xff\n", READER_ENCODING, "in.csv:2:4: not UTF-8");
	FAULT("a,b\n1\n", READER_RAGGED, "in.csv:2:2: record 1 has 1 fields");
	FAULT("a,b\n1,2,3\n", READER_RAGGED, "in.csv:2:5: record 1 has 3 fields");
	FAULT("a,b\n\n1,2\n", READER_BLANK, "in.csv:2:1: a blank line");
}

static void
check_header(const char *text, const char *message)
{
	struct open_reader opened;

	start(&opened, text, strlen(text));
	if (message == NULL) {
		CHECK(reader_header(&opened.reader, &opened.fault));
	} else {
		CHECK(!reader_header(&opened.reader, &opened.fault));
		CHECK_TEXT(opened.fault.message, message);
	}
	stop(&opened);
}

static void
check_headers(void)
{
	check_header("", NULL);
	check_header("\xEF\xBB\xBF", NULL);
	check_header("a", NULL);
	check_header("a,,b\n", "in.csv:1: column 2 has no name; give each column one");
	check_header("a,b,\"a\"\n",
	    "in.csv:1: columns 1 and 3 have the same name; rename one, or put the header "
	    "line back");
	check_header("\n", "in.csv:1: column 1 has no name; give each column one");
}

/* A byte-order mark is no part of the first name. */
static void
check_mark(void)
{
	static const char input[] = "\xEF\xBB\xBFid\n1\n";
	struct open_reader opened;

	start(&opened, input, sizeof input - 1);
	CHECK(reader_header(&opened.reader, &opened.fault));
	CHECK_FIELD(reader_column_name(&opened.reader, 0), "id");
	stop(&opened);
}

static void
check_writer(void)
{
	static const char input[] = "a,b\n\"1\",\"x\r\ny\"\n";
	struct open_reader opened;
	struct writer writer;
	int copy = memfd_create("copy", MFD_CLOEXEC);
	char got[256] = "";

	start(&opened, input, sizeof input - 1);
	CHECK(reader_header(&opened.reader, &opened.fault));
	writer_open(&writer, copy, "copy");
	writer_header(&writer, &opened.reader);
	writer_end(&writer);
	CHECK(reader_next(&opened.reader, &opened.fault) == READER_RECORD);
	writer_record(&writer, &opened.reader);
	writer_end(&writer);
	writer_raw(&writer, opened.reader.fields[0]);
	writer_value(&writer, reader_value(&opened.reader, 1));
	writer_text(&writer, "q\"c,\n");
	writer_text(&writer, "");
	writer_end(&writer);
	writer_text(&writer, "");
	writer_end(&writer);
	CHECK(writer_flush(&writer, &opened.fault));
	CHECK(writer.folded == 3 && writer.records == 4);
	CHECK(pread(copy, got, sizeof got - 1, 0) > 0);
	CHECK_TEXT(got, "a,b\n\"1\",\"x y\"\n\"1\",x y,\"q\"\"c, \",\n\"\"\n");
	writer_close(&writer);
	close(copy);
	stop(&opened);

	copy = open("/dev/full", O_WRONLY | O_CLOEXEC);
	writer_open(&writer, copy, "full");
	writer_text(&writer, "x");
	CHECK(writer_end(&writer));
	CHECK(!writer_flush(&writer, &opened.fault));
	CHECK_TEXT(opened.fault.message, "full: cannot write: No space left on device");
	writer_close(&writer);
	close(copy);
}

/* A file of csv-spectrum (github.com/max-mapper/csv-spectrum) against its records. */
static void
check_spectrum(const char *folder, const char *name)
{
	char path[4096];
	struct reader reader;
	struct fault fault;
	json_t *expected;
	size_t row = 0;
	int descriptor;

	snprintf(path, sizeof path, "%s/csv-spectrum/json/%s.json", folder, name);
	expected = json_load_file(path, 0, NULL);
	snprintf(path, sizeof path, "%s/csv-spectrum/csvs/%s.csv", folder, name);
	descriptor = open(path, O_RDONLY | O_CLOEXEC);
	if (!CHECK(expected != NULL && descriptor >= 0))
		return;
	reader_open(&reader, descriptor, name);
	CHECK(reader_header(&reader, &fault));
	while (reader_next(&reader, &fault) == READER_RECORD) {
		const json_t *record = json_array_get(expected, row++);

		CHECK(json_object_size(record) == reader.columns);
		for (size_t i = 0; i < reader.columns; i++)
			CHECK_FIELD(reader_value(&reader, i),
			    json_string_value(
			        json_object_get(record, reader_column_name(&reader, i).data)));
	}
	CHECK(row == json_array_size(expected));
	reader_close(&reader);
	close(descriptor);
	json_decref(expected);
}

static void
check_spectra(void)
{
	/* location_coordinates is wrong upstream */
	static const char *const names[] = { "comma_in_quotes", "empty", "empty_crlf",
		"escaped_quotes", "json", "newlines", "newlines_crlf", "quotes_and_newlines",
		"simple", "simple_crlf", "utf8" };
	const char *folder = getenv("MHSW_SHARED_DATA");

	if (folder == NULL || access(folder, R_OK) != 0) {
		printf("# csv-spectrum is skipped: the open data is not beside this checkout\n");
		return;
	}
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		check_spectrum(folder, names[i]);
}

int
main(void)
{
	check_values();
	check_faults();
	check_headers();
	check_mark();
	check_writer();
	check_spectra();
	return unit_done();
}
