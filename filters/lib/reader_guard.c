/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * reader_guard: a quote that was never closed takes in the records behind it.
 *
 * Where one is suspected, each line behind the quote's own is tried as the begin of a
 * record: where records with the header's number of fields follow on one another,
 * the quote ran away.  The verdict depends on the bytes alone, not on how they
 * were read.
 *
 * The time is linear.  A record that goes over several lines begins with a line of
 * an odd number of quotes and ends with the next such line, so that tries from
 * different lines do not go over the same long record more than a few times, nor does
 * the next suspicion, which needs another such line.
 */
#include "reader_state.h"

#include <string.h>

/*
 * What it takes to believe in the records that follow on: three of them, or all up to
 * the input's end with as many delimiters as three records of two columns have.
 * Prose has a comma in a line, too, but hardly the same number in each of its last
 * lines.  A text that was taken for records would be let through as such,
 * while records that are not seen are rejected with the rest: rather too few.
 */
enum { RECORDS_ENOUGH = 3, DELIMITERS_ENOUGH = 3 };

/* What is looked at. */
struct view {
	const struct reader *reader;
	const char *end;
	const char *blank; /* from here to end are blank lines, as some programs leave them */
	bool final;        /* end is the input's end */
};

/* Behind the quoted field at data, or NULL. */
static const char *
pass_quoted(const struct view *view, const char *data)
{
	const char *quote = data;

	do {
		data = quote + 1;
		quote = data < view->end ? memchr(data, '"', (size_t)(view->end - data)) : NULL;
		if (quote == NULL)
			return NULL;
		quote++;
	} while (quote < view->end && *quote == '"');
	return quote;
}

/* Behind the unquoted field at data. */
static const char *
pass_plain(const struct view *view, const char *data)
{
	char delimiter = view->reader->delimiter;

	while (data < view->end && *data != delimiter && *data != '"' && *data != '\n'
	    && *data != '\r')
		data++;
	return data;
}

/* Behind the well-formed record at data with the header's number of fields, or NULL. */
static const char *
pass_record(const struct view *view, const char *data)
{
	const struct reader *reader = view->reader;

	for (size_t fields = 1;; fields++) {
		if (data < view->end && *data == '"')
			data = pass_quoted(view, data);
		else
			data = pass_plain(view, data);
		if (data == NULL || (data == view->end && !view->final))
			return NULL;
		if (data < view->end && *data == reader->delimiter && fields < reader->columns) {
			data++;
			continue;
		}
		if (fields != reader->columns)
			return NULL;
		if (data == view->end)
			return data;
		if (*data == '\r' && data + 1 < view->end && data[1] == '\n')
			return data + 2;
		if (*data == '\r' && data + 1 == view->end && !view->final)
			return NULL;
		return reader_ends_line(reader, data) ? data + 1 : NULL;
	}
}

static bool
records_follow(const struct view *view, const char *data)
{
	size_t records = 0;

	while (records < RECORDS_ENOUGH) {
		if (view->final && data >= view->blank)
			return records * (view->reader->columns - 1) >= DELIMITERS_ENOUGH;
		data = pass_record(view, data);
		if (data == NULL)
			return false;
		records++;
	}
	return true;
}

bool
reader_runs_away(const struct reader *reader, size_t quote, size_t seen, size_t ahead, size_t *next)
{
	const struct reader_state *state = reader->state;
	const char *start = state->data + state->position;
	size_t left = state->filled - state->position;
	size_t length = ahead != 0 ? seen + ahead : seen + 1;
	struct view view = { .reader = reader };

	view.final = ahead != 0 && left <= length;
	view.end = start + (view.final ? left : length);
	for (view.blank = view.end; view.blank > start + quote; view.blank--)
		if (view.blank[-1] != '\r' && view.blank[-1] != '\n')
			break;
	for (size_t at = quote; at < seen && start + at < view.end; at++) {
		if (!reader_ends_line(reader, start + at) || !records_follow(&view, start + at + 1))
			continue;
		*next = at + 1;
		return true;
	}
	return false;
}
