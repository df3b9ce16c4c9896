/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foreign: files that are no CSV, told by their first bytes. */
#include "foreign.h"

#include "../finding/finding.h"

#include <strings.h>

static bool
no_table(const struct reader *reader, enum finding_code code, struct fault *fault)
{
	return fault_at(fault, reader->name, 0, 0, "%s: %s; %s", finding_name(code),
	    finding_words(code), finding_advice(code));
}

/* A page of the web or XML passes for a table of one column. */
static bool
is_markup(struct field start)
{
	static const char *const marks[] = { "<!doctype", "<html", "<?xml", "<table" };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (start.length >= strlen(marks[i])
		    && strncasecmp(start.data, marks[i], strlen(marks[i])) == 0)
			return true;
	return false;
}

void
foreign_explain(const struct reader *reader, struct fault *fault)
{
	static const struct {
		const char *bytes;
		size_t length;
		enum finding_code code;
	} starts[] = {
		{ "PK", 2, FINDING_WORKBOOK },
		{ "\xD0\xCF", 2, FINDING_WORKBOOK },
		{ "\x1F\x8B", 2, FINDING_NOT_TEXT },
		{ "BZ", 2, FINDING_NOT_TEXT },
		{ "\xFD"
		  "7zXZ",
		    5, FINDING_NOT_TEXT },
		{ "\x28\xB5\x2F\xFD", 4, FINDING_NOT_TEXT },
		{ "%PDF", 4, FINDING_NOT_TEXT },
	};
	struct field start = reader->record;
	enum finding_code code = is_markup(start) ? FINDING_MARKUP : FINDING_NONE;

	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (start.length >= starts[i].length
		    && memcmp(start.data, starts[i].bytes, starts[i].length) == 0)
			code = starts[i].code;
	if (start.length >= 2 && (start.data[0] == '\0') != (start.data[1] == '\0'))
		code = FINDING_UTF16;
	if (code != FINDING_NONE)
		no_table(reader, code, fault);
}

bool
foreign_is_none(const struct reader *reader, struct fault *fault)
{
	return !is_markup(reader->record) || no_table(reader, FINDING_MARKUP, fault);
}
