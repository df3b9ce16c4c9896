/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader_dialect: delimiters, encodings, line ends, title lines; places and bytes of
 * the file (quotes that run away: reader_guard.c). */
#include "open_reader.h"
#include "unit.h"

#include <stdlib.h>

/* The header is read; a fault of it is in opened->fault. */
static bool
begin(struct open_reader *opened, const struct reader_dialect *dialect, const char *data,
    size_t length)
{
	start(opened, data, length);
	reader_set_dialect(&opened->reader, dialect);
	return reader_header(&opened->reader, &opened->fault);
}

#define BEGIN(dialect, text) begin(&opened, dialect, text, sizeof text - 1)

/* Preamble, header and records are the file, byte for byte; gives the number of records. */
static size_t
check_whole(const struct reader_dialect *dialect, const char *data, size_t length)
{
	struct open_reader opened;
	struct buffer whole = { 0 };
	enum reader_status status;
	size_t records = 0;

	CHECK(begin(&opened, dialect, data, length));
	buffer_append(&whole, opened.reader.preamble.data, opened.reader.preamble.length);
	if (opened.reader.columns != 0)
		reader_original(&opened.reader, &whole);
	while ((status = reader_next(&opened.reader, &opened.fault)) != READER_END) {
		CHECK(status != READER_FAILED);
		reader_original(&opened.reader, &whole);
		records++;
	}
	CHECK(whole.length == length && (length == 0 || memcmp(whole.data, data, length) == 0));
	buffer_release(&whole);
	stop(&opened);
	return records;
}

#define WHOLE(dialect, text) check_whole(dialect, text, sizeof text - 1)

static void
check_delimiter(char asked, const char *text, char used, size_t columns)
{
	struct reader_dialect dialect = { .delimiter = asked };
	struct open_reader opened;

	CHECK(begin(&opened, &dialect, text, strlen(text)));
	CHECK(opened.reader.delimiter == used);
	CHECK(opened.reader.columns == columns);
	CHECK(reader_divider(&opened.reader) == NULL || used == ',');
	stop(&opened);
	check_whole(&dialect, text, strlen(text));
}

static void
check_delimiters(void)
{
	struct reader_dialect semicolon = { .delimiter = ';' };
	struct open_reader opened;

	check_delimiter(0, "a,b;c\n", ',', 2);
	check_delimiter(';', "a;b,c\n1;2\n", ';', 2);
	check_delimiter('\t', "a\tb\tc\r\n", '\t', 3);
	check_delimiter('|', "a|\"b|c\"\n", '|', 2);
	check_delimiter(' ', "a b\n", ' ', 2);
	check_delimiter(READER_DELIMITER_AUTO, "a,b\n1;2;3\n", ',', 2);
	check_delimiter(READER_DELIMITER_AUTO, "a;b;c,d\n", ';', 3);
	check_delimiter(READER_DELIMITER_AUTO, "\"a,b,\"\"c\n,\"\tb\r\n", '\t', 2);
	check_delimiter(READER_DELIMITER_AUTO, "a|b", '|', 2);
	check_delimiter(READER_DELIMITER_AUTO, "a;b,c\n", ',', 2);
	check_delimiter(READER_DELIMITER_AUTO, "a;b\tc\n", ',', 1);
	check_delimiter(READER_DELIMITER_AUTO, "a\n1;2\n", ',', 1);
	check_delimiter(READER_DELIMITER_AUTO, "", ',', 0);

	CHECK(BEGIN(&semicolon, "a;b\n1,5;\"x;\"\"y\"\n\"1\",2\n"));
	CHECK(reader_next(&opened.reader, &opened.fault) == READER_RECORD);
	CHECK_FIELD(reader_value(&opened.reader, 0), "1,5");
	CHECK_FIELD(reader_value(&opened.reader, 1), "x;\"y");
	CHECK(reader_next(&opened.reader, &opened.fault) == READER_FAULTY);
	CHECK(opened.reader.error == READER_AFTER_QUOTE);
	stop(&opened);
}

static void
check_encoding(const struct reader_dialect *dialect, const char *data, size_t length,
    enum transcode used, bool marked, const char *value)
{
	struct open_reader opened;

	CHECK(begin(&opened, dialect, data, length));
	CHECK(opened.reader.encoding == used && opened.reader.marked == marked);
	CHECK(reader_next(&opened.reader, &opened.fault) == READER_RECORD);
	CHECK_FIELD(reader_value(&opened.reader, 1), value);
	CHECK(reader_bytes(&opened.reader) == length);
	stop(&opened);
	check_whole(dialect, data, length);
}

#define ENCODING(dialect, data, used, marked, value)                                               \
	check_encoding(&(dialect), data, sizeof data - 1, used, marked, value)

static void
check_encodings(void)
{
	struct reader_dialect stream = { 0 };
	struct reader_dialect mend = { .mend = true };
	struct reader_dialect windows = { .encoding = TRANSCODE_WINDOWS_1252 };
	struct reader_dialect windows_mend = { .encoding = TRANSCODE_WINDOWS_1252, .mend = true };
	struct reader_dialect utf16 = { .encoding = TRANSCODE_UTF16 };
	struct reader_dialect big = { .encoding = TRANSCODE_UTF16BE };
	static const char little_marked[] = "\xFF\xFE"
	                                    "a\0,\0b\0\n\0001\0,\0\xE9\0";
	static const char big_marked[] = "\xFE\xFF\0a\0,\0b\0\n\0001\0,\0\xE9";
	static const char little_plain[] = "a\0,\0b\0\n\0001\0,\0\xE9\0";
	static const char big_plain[] = "\0a\0,\0b\0\n\0001\0,\0\xE9";
	struct open_reader opened;

	ENCODING(stream,
	    "\xEF\xBB\xBF"
	    "a,b\n1,é\n",
	    TRANSCODE_UTF8, true, "é");
	ENCODING(windows, "a,b\n1,\x80\xE9\x81", TRANSCODE_WINDOWS_1252, false, "€é\xC2\x81");
	ENCODING(mend, little_marked, TRANSCODE_UTF16LE, true, "é");
	ENCODING(mend, big_marked, TRANSCODE_UTF16BE, true, "é");
	ENCODING(utf16, little_marked, TRANSCODE_UTF16LE, true, "é");
	ENCODING(utf16, big_marked, TRANSCODE_UTF16BE, true, "é");
	ENCODING(utf16, little_plain, TRANSCODE_UTF16LE, false, "é");
	ENCODING(big, big_plain, TRANSCODE_UTF16BE, false, "é");
	/* the mark says more than the option */
	ENCODING(windows_mend, big_marked, TRANSCODE_UTF16BE, true, "é");
	ENCODING(windows_mend,
	    "\xEF\xBB\xBF"
	    "a,b\n1,é\n",
	    TRANSCODE_UTF8, true, "é");
	ENCODING(windows,
	    "\xEF\xBB\xBF"
	    "a,b\n1,é\n",
	    TRANSCODE_WINDOWS_1252, false, "Ã©");
	/* the stream is UTF-8 */
	CHECK(!BEGIN(&stream, little_marked));
	CHECK_TEXT(opened.fault.message,
	    "in.csv:1:4: a NUL byte; the file is no text or was cut by a broken transfer");
	stop(&opened);
}

/* Half characters are found, and go back as they came. */
static void
check_halves(void)
{
	static const char input[] = "\xFF\xFE"
	                            "a\0,\0b\0\n\0"
	                            "\xE9\0,\0\0\xD8\n\0"
	                            "\x3D\xD8\x4B\xDE,\0x\0,\0\n\0"
	                            "1\0,\0002\0\n";
	struct reader_dialect mend = { .mend = true };
	struct open_reader opened;
	struct reader *reader = &opened.reader;

	CHECK(BEGIN(&mend, input));
	CHECK(reader->preamble.length == 2);
	CHECK(reader_next(reader, &opened.fault) == READER_FAULTY);
	CHECK(reader->error == READER_ENCODING);
	CHECK(reader->fault_place.line == 2 && reader->fault_place.column == 5);
	reader_describe(reader, &opened.fault);
	CHECK_TEXT(opened.fault.message,
	    "in.csv:2:5: half a character of UTF-16; the file was cut or put together wrongly");
	CHECK(reader_next(reader, &opened.fault) == READER_FAULTY);
	CHECK(reader->error == READER_RAGGED);
	CHECK(reader->fault_place.line == 3 && reader->fault_place.column == 11);
	CHECK(reader_place(reader, 1).column == 7);
	CHECK(reader_next(reader, &opened.fault) == READER_FAULTY);
	CHECK(reader->error == READER_ENCODING && reader->fault_place.column == 7);
	CHECK(reader_next(reader, &opened.fault) == READER_END);
	stop(&opened);
	CHECK(WHOLE(&mend, input) == 3);
}

static void
check_carriage(void)
{
	static const char input[] =
	    "a,b\r1,\"x\ny\r\nz\"\r\"q\rr\",2\r3\r4,5\n6,7\r\n\r8,\"\"x\r9,";
	struct reader_dialect stream = { 0 };
	struct reader_dialect mend = { .mend = true };
	static const struct {
		uint64_t line;
		size_t ending;
		enum reader_status status;
	} expected[] = { { 2, 1, READER_RECORD }, { 5, 1, READER_RECORD }, { 7, 1, READER_FAULTY },
		{ 8, 1, READER_RECORD }, { 9, 2, READER_RECORD }, { 10, 1, READER_FAULTY },
		{ 11, 1, READER_FAULTY }, { 12, 0, READER_RECORD } };
	struct open_reader opened;
	struct reader *reader = &opened.reader;

	CHECK(BEGIN(&mend, input));
	CHECK(reader->carriage && reader->columns == 2);
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
		CHECK(reader_next(reader, &opened.fault) == expected[i].status);
		CHECK(reader->line == expected[i].line);
		CHECK(reader->ending == expected[i].ending);
	}
	CHECK(reader_next(reader, &opened.fault) == READER_END);
	stop(&opened);
	CHECK(WHOLE(&mend, input) == 8);

	CHECK(BEGIN(&mend, "a,b\r") && reader->carriage);
	stop(&opened);
	/* elsewhere it is a fault, and in the stream */
	CHECK(BEGIN(&mend, "a,b\r\n1,2\r3,4\r\n") && !reader->carriage);
	CHECK(reader_next(reader, &opened.fault) == READER_FAULTY);
	CHECK(reader->error == READER_LONE_CR);
	stop(&opened);
	CHECK(!BEGIN(&stream, "a,b\r1,2\r"));
	stop(&opened);
}

static void
check_skipped(void)
{
	static const char input[] = "\xEF\xBB\xBFTitle; of \"it\r\n\na;b\n1\n";
	static const char wide[] = "\xFF\xFE\xE9\0\n\0a\0\n\0";
	struct reader_dialect two = { .delimiter = ';', .skip_lines = 2, .mend = true };
	struct reader_dialect one = { .skip_lines = 1, .mend = true };
	struct reader_dialect many = { .skip_lines = 1000, .mend = true };
	struct open_reader opened;
	struct reader *reader = &opened.reader;
	char *long_line;

	CHECK(BEGIN(&two, input));
	CHECK_FIELD(reader->preamble, "\xEF\xBB\xBFTitle; of \"it\r\n\n");
	CHECK(reader->marked && reader->line == 3 && reader->columns == 2);
	CHECK(reader_next(reader, &opened.fault) == READER_FAULTY);
	CHECK(reader->fault_place.line == 4 && reader->number == 1);
	stop(&opened);
	CHECK(WHOLE(&two, input) == 1);

	CHECK(BEGIN(&one, wide));
	CHECK(reader->preamble.length == 6 && reader->line == 2);
	stop(&opened);
	WHOLE(&one, wide);

	/* the messages have the header's own line */
	CHECK(!BEGIN(&one, "x\na,a\n"));
	CHECK_TEXT(opened.fault.message,
	    "in.csv:2: columns 1 and 2 have the same name; rename one, or put the header line "
	    "back");
	stop(&opened);
	CHECK(BEGIN(&one, "x\ra,b\r1,2\r"));
	CHECK(reader->carriage && reader->line == 2 && reader->preamble.length == 2);
	stop(&opened);

	/* too few lines: no input */
	CHECK(BEGIN(&many, "x\ny") && reader->columns == 0);
	CHECK_FIELD(reader->preamble, "x\ny");
	CHECK(reader_next(reader, &opened.fault) == READER_END);
	stop(&opened);

	long_line = xmalloc(READER_RECORD_MAX + 1);
	memset(long_line, 'x', READER_RECORD_MAX + 1);
	CHECK(!begin(&opened, &one, long_line, READER_RECORD_MAX + 1));
	CHECK_TEXT(opened.fault.message, "in.csv:1: the lines to skip are longer than 16 MiB");
	stop(&opened);
	free(long_line);
}

int
main(void)
{
	check_delimiters();
	check_encodings();
	check_halves();
	check_carriage();
	check_skipped();
	return unit_done();
}
