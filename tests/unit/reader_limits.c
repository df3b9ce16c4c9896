/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader_limits: records past the buffer and the limit, pipes, non-blocking ends. */
#include "../../filters/lib/memory.h"
#include "../../filters/lib/reader_state.h"
#include "../../filters/lib/writer.h"
#include "open_reader.h"
#include "unit.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

/* Records longer than the buffer, and one past the limit. */
static void
check_long(void)
{
	size_t length = READER_RECORD_MAX + 1024;
	char *input = xmalloc(length);
	struct open_reader opened;

	memset(input, 'x', length);
	memcpy(input, "a,b\n1,\"", 7);
	memcpy(input + 3000000, "\"\n2,", 4);
	start(&opened, input, 3000100);
	CHECK(reader_header(&opened.reader, &opened.fault));
	CHECK(reader_next(&opened.reader, &opened.fault) == READER_RECORD);
	CHECK(reader_value(&opened.reader, 1).length == 3000000 - 7);
	CHECK(reader_next(&opened.reader, &opened.fault) == READER_RECORD);
	CHECK(opened.reader.line == 3);
	stop(&opened);

	memcpy(input + 3000000, "xxxx", 4);
	start(&opened, input, length);
	CHECK(reader_header(&opened.reader, &opened.fault));
	CHECK(reader_next(&opened.reader, &opened.fault) == READER_FAILED);
	CHECK_TEXT(opened.fault.message,
	    "in.csv:2:3: the quote that opens here is still open after "
	    "16 MiB; close it or take it out");
	stop(&opened);
	free(input);
}

/* The first fault of an input that is a record past the limit. */
static void
check_past_limit(const char *start_of_it, char filler, const char *message)
{
	size_t length = READER_RECORD_MAX + 1024;
	char *input = xmalloc(length);
	struct open_reader opened;

	memset(input, filler, length);
	memcpy(input, start_of_it, strlen(start_of_it));
	start(&opened, input, length);
	if (reader_header(&opened.reader, &opened.fault))
		CHECK(reader_next(&opened.reader, &opened.fault) == READER_FAILED);
	CHECK_TEXT(opened.fault.message, message);
	stop(&opened);
	free(input);
}

/* Commas without end take no more memory than any other bytes. */
static void
check_many_fields(void)
{
	enum { COMMAS = 12 << 20 };
	char *input = xmalloc(COMMAS + 5);
	struct open_reader opened;

	memset(input, ',', COMMAS + 5);
	memcpy(input, "a,b\n", 4);
	input[COMMAS + 4] = '\n';
	start(&opened, input, COMMAS + 5);
	CHECK(reader_header(&opened.reader, &opened.fault));
	CHECK(reader_next(&opened.reader, &opened.fault) == READER_FAULTY);
	CHECK(opened.reader.error == READER_RAGGED);
	CHECK(opened.reader.state->field_capacity < 2 * READER_COLUMNS_MAX);
	CHECK(opened.reader.fault_place.column == 3);
	reader_describe(&opened.reader, &opened.fault);
	CHECK_TEXT(opened.fault.message,
	    "in.csv:2:3: record 1 has 12582913 fields where the header has 2; "
	    "validate takes such records out");
	CHECK(reader_next(&opened.reader, &opened.fault) == READER_END);
	stop(&opened);

	input[1] = input[3] = ',';
	start(&opened, input, COMMAS + 5);
	CHECK(!reader_header(&opened.reader, &opened.fault));
	CHECK_TEXT(opened.fault.message, "in.csv:1: more than 10000 columns");
	stop(&opened);
	free(input);
}

/* The same records whatever the sizes of the reads. */
static void
check_pipe(void)
{
	static const char input[] = "a,b\r\n1,\"x\"\"\r\ny\"\r\n\"\",2\r\n";
	int ends[2];
	struct reader reader;
	struct fault fault;

	CHECK(pipe(ends) == 0);
	if (fork() == 0) {
		for (size_t i = 0; i + 1 < sizeof input; i++) {
			usleep(200);
			if (write(ends[1], input + i, 1) != 1)
				_exit(1);
		}
		_exit(0);
	}
	close(ends[1]);
	reader_open(&reader, ends[0], "pipe");
	CHECK(reader_header(&reader, &fault));
	CHECK(reader_next(&reader, &fault) == READER_RECORD);
	CHECK_FIELD(reader_value(&reader, 1), "x\"\r\ny");
	CHECK(reader_next(&reader, &fault) == READER_RECORD);
	CHECK_FIELD(reader_value(&reader, 0), "");
	CHECK(reader_next(&reader, &fault) == READER_END);
	reader_close(&reader);
	close(ends[0]);
}

/* Ends that another process has made non-blocking are waited for. */
static void
check_non_blocking(void)
{
	enum { RECORDS = 100000 };
	int in[2];
	int out[2];
	struct reader reader;
	struct writer writer;
	struct fault fault;
	size_t got = 0;

	CHECK(pipe2(in, O_NONBLOCK) == 0 && pipe2(out, O_NONBLOCK) == 0);
	if (fork() == 0) {
		close(out[0]);
		writer_open(&writer, out[1], "out");
		writer_text(&writer, "a");
		for (size_t i = 0; writer_end(&writer) && i < RECORDS; i++)
			writer_text(&writer, "12345678");
		_exit(!writer_flush(&writer, &fault));
	}
	close(out[1]);
	if (fork() == 0) {
		char block[4096];
		ssize_t length;

		usleep(50000); /* the pipe runs full before, and this one is empty */
		CHECK(fcntl(in[1], F_SETFL, 0) == 0 && fcntl(out[0], F_SETFL, 0) == 0);
		while ((length = read(out[0], block, sizeof block)) > 0)
			if (write(in[1], block, (size_t)length) != length)
				_exit(1);
		_exit(0);
	}
	close(in[1]);
	close(out[0]);
	reader_open(&reader, in[0], "in");
	CHECK(reader_header(&reader, &fault));
	while (reader.columns != 0 && reader_next(&reader, &fault) == READER_RECORD)
		got++;
	CHECK(got == RECORDS);
	reader_close(&reader);
	close(in[0]);
}

/* Ten thousand names are compared in no time. */
static void
check_many_names(void)
{
	struct buffer header = { 0 };
	struct open_reader opened;

	for (unsigned i = 0; i < READER_COLUMNS_MAX; i++)
		buffer_format(&header, "%scolumn %u", i ? "," : "", i == 9000 ? 7 : i);
	start(&opened, header.data, header.length);
	CHECK(!reader_header(&opened.reader, &opened.fault));
	CHECK_TEXT(opened.fault.message,
	    "in.csv:1: columns 8 and 9001 have the same name; rename one, or put the header line "
	    "back");
	stop(&opened);
	buffer_release(&header);
	start(&opened, "a,b,b,,a,b\n", strlen("a,b,b,,a,b\n"));
	CHECK(!reader_header(&opened.reader, &opened.fault));
	CHECK_TEXT(opened.fault.message,
	    "in.csv:1: columns 2 and 3 have the same name; rename one, or put the header line "
	    "back");
	stop(&opened);
	start(&opened, "a,,b,b\n", strlen("a,,b,b\n"));
	CHECK(!reader_header(&opened.reader, &opened.fault));
	CHECK_TEXT(opened.fault.message, "in.csv:1: column 2 has no name; give each column one");
	stop(&opened);
}

int
main(void)
{
	check_past_limit("a,b\n1,x", 'x', "in.csv:2:1: the record is longer than 16 MiB");
	check_past_limit("a,b\n1,x\ry", 'x',
	    "in.csv:2:4: a carriage return without a line feed; save the file with CRLF or LF line "
	    "ends");
	check_past_limit("a\r", '\r',
	    "in.csv:1:2: a carriage return without a line feed; save the file with CRLF or LF line "
	    "ends");
	check_past_limit("a,b\n1,\"x\"y", 'x',
	    "in.csv:2:6: text after a closing quote; a quote inside a quoted field is written "
	    "twice");
	check_many_fields();
	check_long();
	check_many_names();
	check_pipe();
	check_non_blocking();
	return unit_done();
}
