/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door: how a file is written, from the options that say it. */
#include "../../filters/validate/door/dialect.h"
#include "unit.h"

static bool
read_options(const char *delimiter, const char *encoding, const char *skip_lines,
    struct reader_dialect *dialect, struct fault *fault)
{
	struct dialect_options options = { delimiter, encoding, skip_lines };

	fault->message[0] = '\0';
	return dialect_read(&options, dialect, fault);
}

static void
check_good(void)
{
	static const struct {
		const char *text;
		char delimiter;
	} delimiters[] = { { "comma", ',' }, { "semicolon", ';' }, { "tab", '\t' }, { "bar", '|' },
		{ "pipe", '|' }, { "auto", READER_DELIMITER_AUTO }, { "Tab", '\t' },
		{ "\\t", '\t' }, { "\t", '\t' }, { ";", ';' }, { " ", ' ' }, { "\x1F", '\x1F' },
		{ "\x01", '\x01' } };
	static const struct {
		const char *text;
		enum transcode encoding;
	} encodings[] = { { "utf-8", TRANSCODE_UTF8 }, { "UTF8", TRANSCODE_UTF8 },
		{ "windows-1252", TRANSCODE_WINDOWS_1252 }, { "CP1252", TRANSCODE_WINDOWS_1252 },
		{ "utf-16", TRANSCODE_UTF16 }, { "utf-16le", TRANSCODE_UTF16LE },
		{ "utf-16BE", TRANSCODE_UTF16BE } };
	struct reader_dialect dialect;
	struct fault fault;

	CHECK(read_options(NULL, NULL, NULL, &dialect, &fault));
	CHECK(dialect.mend && dialect.delimiter == '\0');
	CHECK(dialect.encoding == TRANSCODE_UTF8 && dialect.skip_lines == 0);
	for (size_t i = 0; i < sizeof delimiters / sizeof *delimiters; i++) {
		CHECK(read_options(delimiters[i].text, NULL, NULL, &dialect, &fault));
		CHECK(dialect.delimiter == delimiters[i].delimiter);
	}
	for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
		CHECK(read_options(NULL, encodings[i].text, NULL, &dialect, &fault));
		CHECK(dialect.encoding == encodings[i].encoding);
	}
	CHECK(read_options(NULL, NULL, "1000", &dialect, &fault) && dialect.skip_lines == 1000);
}

static void
check_bad(void)
{
	static const char *const delimiters[] = { "", "a", "Z", "0", "\"", "\n", "\r", ";;",
		"\xC2\xA7", "\x7F" };
	static const char *const counts[] = { "", "-1", "1001", "2x", "99999999999999999999" };
	struct reader_dialect dialect;
	struct fault fault;

	for (size_t i = 0; i < sizeof delimiters / sizeof *delimiters; i++) {
		CHECK(!read_options(delimiters[i], NULL, NULL, &dialect, &fault));
		CHECK_TEXT(fault.message,
		    "--delimiter takes comma, semicolon, tab, bar, auto, or one character that is "
		    "no letter, digit or quote");
	}
	CHECK(!read_options("semikolon", NULL, NULL, &dialect, &fault));
	CHECK_TEXT(fault.message,
	    "--delimiter takes comma, semicolon, tab, bar, auto, or one character that is no "
	    "letter, digit or quote; did you mean 'semicolon'?");
	CHECK(!read_options(NULL, "window-1252", NULL, &dialect, &fault));
	CHECK_TEXT(fault.message,
	    "--encoding takes utf-8, windows-1252 or utf-16; did you mean 'windows-1252'?");
	CHECK(!read_options(NULL, "ebcdic", NULL, &dialect, &fault));
	CHECK_TEXT(fault.message, "--encoding takes utf-8, windows-1252 or utf-16");
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		CHECK(!read_options(NULL, NULL, counts[i], &dialect, &fault));
		CHECK_TEXT(fault.message, "--skip-lines takes a number from 0 to 1000");
	}
}

int
main(void)
{
	check_good();
	check_bad();
	return unit_done();
}
