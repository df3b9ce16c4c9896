/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dialect: how a file is written, from the options that say it. */
#include "dialect.h"

#include "../../lib/ascii.h"

#include <string.h>
#include <strings.h>

#define SKIP_MAX  1000
#define WORDS_MAX 16 /* of one option */

/* A word and what it stands for. */
struct word {
	const char *word;
	int meaning;
};

/* False: *nearest is the word that was meant, perhaps, or NULL. */
static bool
find_word(
    const struct word *words, size_t count, const char *text, int *meaning, const char **nearest)
{
	const char *names[WORDS_MAX];

	for (size_t i = 0; i < count; i++) {
		names[i] = words[i].word;
		if (strcasecmp(text, words[i].word) == 0) {
			*meaning = words[i].meaning;
			return true;
		}
	}
	*nearest = diag_nearest(text, strlen(text), names, count);
	return false;
}

static bool
refuse(struct fault *fault, const char *what, const char *nearest)
{
	if (nearest == NULL)
		return fault_set(fault, "%s", what);
	return fault_set(fault, "%s; did you mean '%s'?", what, nearest);
}

/* What stands between fields must not be what fields are made of. */
static bool
may_divide(char c)
{
	return c > '\0' && c < 0x7F && !ascii_is_letter(c) && !ascii_is_digit(c) && c != '"'
	    && c != '\r' && c != '\n';
}

static bool
read_delimiter(const char *text, char *delimiter, struct fault *fault)
{
	static const struct word words[] = { { "comma", ',' }, { "semicolon", ';' },
		{ "tab", '\t' }, { "bar", '|' }, { "auto", READER_DELIMITER_AUTO }, { "pipe", '|' },
		{ "\\t", '\t' } };
	const char *nearest;
	int meaning = (unsigned char)text[0];

	if ((text[0] == '\0' || text[1] != '\0' || !may_divide(text[0]))
	    && !find_word(words, sizeof words / sizeof *words, text, &meaning, &nearest))
		return refuse(fault,
		    "--delimiter takes comma, semicolon, tab, bar, auto, or one character that is "
		    "no letter, digit or quote",
		    nearest);
	*delimiter = (char)meaning;
	return true;
}

static bool
read_encoding(const char *text, enum transcode *encoding, struct fault *fault)
{
	/* ISO 8859-1 is windows-1252 in the WHATWG Encoding Standard too: what
	 * calls itself so has its dashes and quotation marks */
	static const struct word words[] = { { "utf-8", TRANSCODE_UTF8 },
		{ "windows-1252", TRANSCODE_WINDOWS_1252 }, { "utf-16", TRANSCODE_UTF16 },
		{ "utf-16le", TRANSCODE_UTF16LE }, { "utf-16be", TRANSCODE_UTF16BE },
		{ "utf8", TRANSCODE_UTF8 }, { "cp1252", TRANSCODE_WINDOWS_1252 },
		{ "windows1252", TRANSCODE_WINDOWS_1252 }, { "iso-8859-1", TRANSCODE_WINDOWS_1252 },
		{ "latin1", TRANSCODE_WINDOWS_1252 }, { "utf16", TRANSCODE_UTF16 } };
	const char *nearest;
	int meaning;

	if (!find_word(words, sizeof words / sizeof *words, text, &meaning, &nearest))
		return refuse(fault, "--encoding takes utf-8, windows-1252 or utf-16", nearest);
	*encoding = (enum transcode)meaning;
	return true;
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
