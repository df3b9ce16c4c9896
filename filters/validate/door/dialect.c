/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dialect: how a file is written, from the options that say it. */
#include "dialect.h"

#include <string.h>

#define SKIP_MAX 1000

static bool
read_delimiter(const char *text, char *delimiter, struct fault *fault)
{
	static const struct {
		const char *name;
		char delimiter;
	} names[] = { { "comma", ',' }, { "semicolon", ';' }, { "tab", '\t' }, { "bar", '|' },
		{ "auto", READER_DELIMITER_AUTO } };
	unsigned char byte = (unsigned char)text[0];
	bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
	bool digit = byte >= '0' && byte <= '9';

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(text, names[i].name) == 0) {
			*delimiter = names[i].delimiter;
			return true;
		}
	if (text[0] == '\0' || text[1] != '\0' || letter || digit || byte == '"' || byte >= 0x7F
	    || (byte < ' ' && byte != '\t'))
		return fault_set(fault,
		    "--delimiter takes comma, semicolon, tab, bar, auto, or one character that is "
		    "no "
		    "letter, digit or quote");
	*delimiter = text[0];
	return true;
}

static bool
read_encoding(const char *text, enum transcode *encoding, struct fault *fault)
{
	static const struct {
		const char *name;
		enum transcode encoding;
	} known[] = { { "utf-8", TRANSCODE_UTF8 }, { "windows-1252", TRANSCODE_WINDOWS_1252 },
		{ "utf-16", TRANSCODE_UTF16 }, { "utf-16le", TRANSCODE_UTF16LE },
		{ "utf-16be", TRANSCODE_UTF16BE }, { "utf8", TRANSCODE_UTF8 },
		{ "cp1252", TRANSCODE_WINDOWS_1252 }, { "utf16", TRANSCODE_UTF16 } };
	const size_t count = sizeof known / sizeof *known;
	const char *names[sizeof known / sizeof *known];
	const char *nearest;

	for (size_t i = 0; i < count; i++) {
		names[i] = known[i].name;
		if (strcasecmp(text, known[i].name) == 0) {
			*encoding = known[i].encoding;
			return true;
		}
	}
	nearest = diag_nearest(text, strlen(text), names, count);
	return fault_set(fault, "--encoding takes utf-8, windows-1252 or utf-16%s%s%s",
	    nearest != NULL ? "; did you mean '" : "", nearest != NULL ? nearest : "",
	    nearest != NULL ? "'?" : "");
}

bool
dialect_read(
    const struct dialect_options *options, struct reader_dialect *dialect, struct fault *fault)
{
	int64_t skip = 0;

	*dialect = (struct reader_dialect){ .mend = true };
	if (options->delimiter != NULL
	    && !read_delimiter(options->delimiter, &dialect->delimiter, fault))
		return false;
	if (options->encoding != NULL
	    && !read_encoding(options->encoding, &dialect->encoding, fault))
		return false;
	if (options->skip_lines != NULL
	    && (!field_to_integer(field_of(options->skip_lines), &skip) || skip < 0
	        || skip > SKIP_MAX))
		return fault_set(fault, "--skip-lines takes a number from 0 to %d", SKIP_MAX);
	dialect->skip_lines = (size_t)skip;
	return true;
}
