/* SPDX-License-Identifier: GPL-3.0-or-later */
/* finding: what may be wrong with a record. */
#include "finding.h"

#include "../../lib/diag.h"

#include <inttypes.h>
#include <stdio.h>

struct finding_text {
	const char *name;
	const char *words;
	const char *advice;
	const char *more; /* for --explain */
};

static const struct finding_text texts[FINDING_CODES] = {
	[FINDING_STRAY_QUOTE] = { "E101", "a quote stands inside a field that is not quoted",
	    "put the whole field in quotes and double the quote inside it",
	    "In CSV a quote may begin a field or stand doubled in a quoted one.  A single\n"
	    "quote in the middle often comes from text that was joined by hand." },
	[FINDING_AFTER_QUOTE] = { "E102", "text stands after the closing quote of a field",
	    "double each quote inside a quoted field, or take the text away",
	    "After the quote that closes a field there is a comma or the line's end.  The\n"
	    "usual cause is a quote inside the text that was not doubled." },
	[FINDING_OPEN_QUOTE] = { "E103", "a quote is still open at the end of the file",
	    "look at the line where the quote opened: a closing quote is missing there",
	    "The record that holds the open quote has swallowed the rest of the file, so the\n"
	    "records after it are not checked and stand with it among the rejects." },
	[FINDING_LONE_CR] = { "E104", "a carriage return stands without a line feed",
	    "save the file with line ends LF or CRLF",
	    "A lone carriage return is the line end of very old systems, or a broken export." },
	[FINDING_NUL] = { "E105", "a NUL byte stands in the record",
	    "export the data again: the file is damaged, or it is no text file",
	    "NUL bytes come from damaged files, from UTF-16, and from binary columns." },
	[FINDING_ENCODING] = { "E106", "the record is not UTF-8",
	    "save the file as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8",
	    "Most such files are Windows-1252.  A spreadsheet offers 'CSV UTF-8' when it saves." },
	[FINDING_MORE_FIELDS] = { "E107", "the record has more fields than the header",
	    "put fields that hold a comma in quotes",
	    "A comma in a field that is not quoted splits it in two." },
	[FINDING_FEWER_FIELDS] = { "E108", "the record has fewer fields than the header",
	    "look for a line break inside a field that is not quoted, or for missing commas",
	    "Half a record on one line and half on the next is the usual cause." },
	[FINDING_BLANK_LINE] = { "E109", "the line is blank", "take the blank line away",
	    "Blank lines often stand at the end of a file that was edited by hand." },
	[FINDING_HEADER_AGAIN] = { "E110", "the header stands among the records",
	    "take the line away", "Files were put together with their headers." },
	[FINDING_INTEGER] = { "E201", "is not a whole number",
	    "write digits only, with a minus in front where needed",
	    "An integer is [+-]digits.  No thousands separators, units or decimals." },
	[FINDING_NUMBER] = { "E202", "is not a number",
	    "write a plain decimal such as 12.5, without separators or units",
	    "A number is [+-]digits[.digits].  No exponent, no NaN or INF, no percent sign." },
	[FINDING_BOOLEAN] = { "E203", "is neither true nor false",
	    "write one of the words that the schema lists as true or false values",
	    "Without such lists these are true, True, TRUE, 1 and false, False, FALSE, 0." },
	[FINDING_DATE] = { "E204", "is not a date", "write dates as YYYY-MM-DD",
	    "Dates are ISO 8601 calendar dates, without a time." },
	[FINDING_YEARMONTH] = { "E205", "is not a month", "write months as YYYY-MM",
	    "A month is a year of four digits, a hyphen and two digits from 01 to 12." },
	[FINDING_SERIAL_DATE] = { "E206", "is a spreadsheet's day number, not a date",
	    "format the column as YYYY-MM-DD in the spreadsheet and export again",
	    "Spreadsheets keep dates as days since 1900 and show such a number where a cell\n"
	    "has lost its date format." },
	[FINDING_EXPONENT] = { "E207", "is written with an exponent, as spreadsheets do",
	    "format the column as text or as a plain number and export again",
	    "A long identifier or a code such as 1E5 becomes a rounded number when a spreadsheet\n"
	    "opens the file.  The digits are lost: go back to the source." },
	[FINDING_DATE_ORDER] = { "E208", "is a date in another order than year, month, day",
	    "write dates as YYYY-MM-DD",
	    "Day and month cannot be told apart with certainty, so nothing is guessed." },
	[FINDING_NO_SUCH_DAY] = { "E209", "is a day or month that the calendar does not have",
	    "check the date at its source",
	    "The form is right, but there is no such day or month." },
	[FINDING_REQUIRED] = { "E301", "is missing, but it is required", "fill the field in",
	    "Empty fields and the schema's missing values count as missing.  The columns of a\n"
	    "primary key are always required." },
	[FINDING_ENUM] = { "E302", "is none of the values that are allowed",
	    "use one of the schema's values; capitals and blanks matter",
	    "The schema lists every value that the field may have." },
	[FINDING_MINIMUM] = { "E303", "is under the minimum", "check the value at its source",
	    "The schema gives the least value; that value itself is allowed." },
	[FINDING_MAXIMUM] = { "E304", "is over the maximum", "check the value at its source",
	    "The schema gives the largest value; that value itself is allowed." },
	[FINDING_PATTERN] = { "E305", "does not have the form that is asked for",
	    "compare with the rule's pattern, which the whole value has to match",
	    "The pattern is a regular expression (PCRE2) over the whole value." },
	[FINDING_TOO_SHORT] = { "E306", "is shorter than the least length",
	    "check the value at its source", "Lengths count characters, not bytes." },
	[FINDING_TEXT_TOO_LONG] = { "E307", "is longer than the largest length",
	    "shorten the value, or look for an open quote before it",
	    "Lengths count characters, not bytes." },
	[FINDING_MATCH_LIMIT] = { "E308", "could not be matched with the pattern within its limits",
	    "simplify the schema's pattern: nested repeats take time without end",
	    "The search was given up; the value may be right or wrong." },
	[FINDING_UNIQUE] = { "E401", "repeats a value that has to be unique",
	    "find out which of the records is right",
	    "Missing values are not compared.  Integers and numbers are compared by value, so\n"
	    "that 01 and 1 are the same." },
	[FINDING_PRIMARY_KEY] = { "E402", "repeats the primary key of another record",
	    "find out which of the records is right; a file may have been appended twice",
	    "The columns of the primary key, taken together, tell each record from all others." },
};

const char *
finding_name(enum finding_code code)
{
	return texts[code].name;
}

const char *
finding_words(enum finding_code code)
{
	return texts[code].words;
}

const char *
finding_advice(enum finding_code code)
{
	return texts[code].advice;
}

enum finding_code
finding_of_reader(const struct reader *reader)
{
	switch (reader->error) {
	case READER_STRAY_QUOTE:
		return FINDING_STRAY_QUOTE;
	case READER_AFTER_QUOTE:
		return FINDING_AFTER_QUOTE;
	case READER_OPEN_QUOTE:
		return FINDING_OPEN_QUOTE;
	case READER_LONE_CR:
		return FINDING_LONE_CR;
	case READER_NUL:
		return FINDING_NUL;
	case READER_ENCODING:
		return FINDING_ENCODING;
	case READER_BLANK:
		return FINDING_BLANK_LINE;
	case READER_RAGGED:
		break;
	}
	return reader->count > reader->columns ? FINDING_MORE_FIELDS : FINDING_FEWER_FIELDS;
}

void
finding_message(const struct finding *finding, const char *name, struct buffer *out)
{
	if (name != NULL)
		buffer_format(out, "%s ", name);
	buffer_append_text(out, finding_words(finding->code));
	if (finding->first.line == 0)
		return;
	if (finding->first.column == 0)
		buffer_format(out, ", first at line %" PRIu64, finding->first.line);
	else
		buffer_format(out, ", opened at line %" PRIu64 ", column %" PRIu64,
		    finding->first.line, finding->first.column);
}

bool
finding_explain(const char *name, struct fault *fault)
{
	const char *names[FINDING_CODES];
	const char *nearest;

	for (size_t i = 0; i < FINDING_CODES; i++) {
		names[i] = texts[i].name;
		if (strcmp(name, texts[i].name) != 0)
			continue;
		printf("%s: %s%s\n\n%s\n\nfix: %s\n", texts[i].name,
		    i < FINDING_INTEGER ? "" : "the value ", texts[i].words, texts[i].more,
		    texts[i].advice);
		return fflush(stdout) == 0
		    || fault_system(fault, "standard output", "cannot write");
	}
	nearest = diag_nearest(name, strlen(name), names, FINDING_CODES);
	if (nearest != NULL)
		return fault_set(fault, "unknown code '%s', did you mean '%s'?", name, nearest);
	return fault_set(fault,
	    "unknown code '%s': codes are E101 to E110, E201 to E209, E301 to "
	    "E308, E401 and E402",
	    name);
}
