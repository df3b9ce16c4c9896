/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader_place: where something stands in the file, and what is wrong there. */
#include "reader_state.h"

size_t
reader_line_ends(const struct reader *reader, const char *data, const char *end)
{
	size_t count = 0;

	for (; data < end; data++)
		count += reader_ends_line(reader, data);
	return count;
}

/* A record with thousands of findings is walked through once: each place is sought
 * from the last one, where that was in the same record and before it. */
struct reader_place
reader_place_at(const struct reader *reader, const char *at)
{
	struct reader_found *found = &reader->state->found;

	if (found->record != reader->record.data || found->line != reader->line || found->at > at)
		*found = (struct reader_found){ reader->record.data, reader->line,
			reader->record.data, { reader->line, 1 } };
	for (; found->at < at; found->at++) {
		if (reader_ends_line(reader, found->at)) {
			found->place.line++;
			found->place.column = 1;
		} else {
			found->place.column += transcode_width(reader->encoding, *found->at);
		}
	}
	return found->place;
}

struct reader_place
reader_place(const struct reader *reader, size_t column)
{
	if (column >= reader->count)
		return reader_place_at(reader, reader->record.data + reader->record.length);
	return reader_place_at(reader, reader->fields[column].data);
}

void
reader_describe(const struct reader *reader, struct fault *fault)
{
	const struct reader_place *place = &reader->fault_place;
	const char *what = "";

	switch (reader->error) {
	case READER_STRAY_QUOTE:
		what =
		    "a quote inside an unquoted field; quote the whole field and double the quote";
		break;
	case READER_AFTER_QUOTE:
		what = "text after a closing quote; a quote inside a quoted field is written twice";
		break;
	case READER_OPEN_QUOTE:
		fault_at(fault, reader->name, reader->opened.line, reader->opened.column,
		    "the quote that opens here is still open at the end of the input");
		return;
	case READER_LONE_CR:
		what = "a carriage return without a line feed; save the file with CRLF or LF line "
		       "ends";
		break;
	case READER_NUL:
		what = "a NUL byte; the file is no text or was cut by a broken transfer";
		break;
	case READER_ENCODING:
		what = reader->encoding == TRANSCODE_UTF8
		    ? "not UTF-8; save the file as UTF-8, or convert it with validate --encoding "
		      "windows-1252"
		    : "half a character of UTF-16; the file was cut or put together wrongly";
		break;
	case READER_RAGGED:
		fault_at(fault, reader->name, place->line, place->column,
		    "record %llu has %zu fields where the header has %zu; validate takes such "
		    "records out",
		    (unsigned long long)reader->number, reader->count, reader->columns);
		return;
	case READER_RUNAWAY:
		fault_at(fault, reader->name, reader->opened.line, reader->opened.column,
		    "the quote that opens here is still open at line %llu",
		    (unsigned long long)place->line);
		return;
	case READER_BLANK:
		what = "a blank line; take it out";
		break;
	}
	fault_at(fault, reader->name, place->line, place->column, "%s", what);
}
