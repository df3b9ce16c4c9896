/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader: a pull reader of the record stream. */
#include "reader.h"

#include "memory.h"
#include "reader_state.h"
#include "scan.h"
#include "strict.h"
#include "text.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

/* The fuzzers make it small, so that records meet the buffer's end. */
#ifndef READER_FIRST_CAPACITY
#define READER_FIRST_CAPACITY ((size_t)256 << 10)
#endif
#define PIPE_SIZE (1 << 20)

void
reader_open(struct reader *reader, int descriptor, const char *name)
{
	struct reader_state *state = xcalloc(1, sizeof *state);

	*reader = (struct reader){ .name = name, .delimiter = ',', .state = state };
	state->descriptor = descriptor;
	state->next_line = 1;
	reader_take_room(state, READER_FIRST_CAPACITY);
	memset(state->data, 0, READER_FIRST_CAPACITY + SCAN_BLOCK);
	/* fails on what is no pipe and where the system does not allow it */
	(void)fcntl(descriptor, F_SETPIPE_SZ, PIPE_SIZE);
}

void
reader_set_dialect(struct reader *reader, const struct reader_dialect *dialect)
{
	reader->state->dialect = *dialect;
	if (dialect->delimiter != '\0' && dialect->delimiter != READER_DELIMITER_AUTO)
		reader->delimiter = dialect->delimiter;
}

void
reader_close(struct reader *reader)
{
	struct reader_state *state = reader->state;

	if (state == NULL)
		return;
	reader_forget_header(reader);
	free(state->data);
	free(state->masks);
	free(state->high);
	free(state->fields);
	free(state->scratch);
	free(state);
	reader->state = NULL;
}

uint64_t
reader_bytes(const struct reader *reader)
{
	return reader->state->bytes;
}

void
reader_original(const struct reader *reader, struct buffer *out)
{
	buffer_append(out, reader->record.data, reader->record.length + reader->ending);
}

static struct reader_place
place_at(const struct reader *reader, const char *at)
{
	struct reader_place place = { reader->line, 1 };

	for (const char *c = reader->record.data; c < at; c++) {
		if (*c == '\n') {
			place.line++;
			place.column = 0;
		}
		place.column++;
	}
	return place;
}

struct reader_place
reader_place(const struct reader *reader, size_t column)
{
	if (column >= reader->count)
		return place_at(reader, reader->record.data + reader->record.length);
	return place_at(reader, reader->fields[column].data);
}

/* Hands the record [position, end) out and goes past it. */
static void
take_record(struct reader *reader, size_t end, size_t ending, size_t line_feeds)
{
	struct reader_state *state = reader->state;

	reader->record = (struct field){ state->data + state->position, end - state->position };
	reader->ending = ending;
	reader->fields = state->fields;
	reader->count = state->count;
	reader->number++;
	reader->line = state->next_line;
	state->next_line += line_feeds + (ending != 0);
	state->position = end + ending;
}

static enum reader_status
faulty(struct reader *reader, enum reader_error error, const char *at)
{
	reader->error = error;
	reader->fault_place = place_at(reader, at);
	return READER_FAULTY;
}

static bool
has_high(const struct reader_state *state, size_t start, size_t end)
{
	for (size_t block = start / SCAN_BLOCK; block * SCAN_BLOCK < end; block++)
		if (state->high[block])
			return true;
	return false;
}

/* What a record that split well may still have against it. */
static enum reader_status
check_record(struct reader *reader, const struct split *split, size_t start)
{
	const struct reader_state *state = reader->state;
	struct field record = reader->record;

	if (split->nul != SPLIT_NONE)
		return faulty(reader, READER_NUL, state->data + split->nul);
	if (has_high(state, start, split->end)) {
		size_t invalid = text_invalid_at(record.data, record.length);

		if (invalid != record.length)
			return faulty(reader, READER_ENCODING, record.data + invalid);
	}
	if (reader->columns != 0 && reader->count != reader->columns) {
		size_t last = reader->count < reader->columns ? reader->count : reader->columns;
		const char *at =
		    last < reader->count ? reader->fields[last].data : record.data + record.length;

		return faulty(reader, record.length ? READER_RAGGED : READER_BLANK, at);
	}
	return READER_RECORD;
}

/* Asks libcsv about the record that the fast tiers declined.  Its extent is up
 * to the end of the physical line where the fault is seen, so that reading goes
 * on with the next line.  False: more input is needed to say. */
static bool
judge_record(struct reader *reader, struct split *split)
{
	struct reader_state *state = reader->state;
	const char *start = state->data + state->position;
	size_t left = state->filled - state->position;
	struct strict_judgement judgement =
	    strict_judge(start, left, state->at_end, reader->delimiter);
	enum reader_error error;
	size_t seen = judgement.consumed;
	size_t end = left;
	size_t ending = 0;
	size_t line_feeds = 0;

	if (judgement.verdict == STRICT_INCOMPLETE)
		return false;
	if (judgement.verdict == STRICT_RECORD) {
		/* libcsv ends a row at any CR; the stream does not know such lines */
		error = READER_LONE_CR;
		seen--;
	} else if (seen == left) {
		error = READER_OPEN_QUOTE;
	} else {
		error = start[seen] == '"' ? READER_STRAY_QUOTE : READER_AFTER_QUOTE;
	}
	if (error != READER_OPEN_QUOTE) {
		const char *line_feed = memchr(start + seen, '\n', left - seen);

		if (line_feed == NULL && !state->at_end) {
			reader->record = (struct field){ start, left };
			reader->line = state->next_line;
			faulty(reader, error, start + seen);
			split->judged = true;
			return false;
		}
		if (line_feed != NULL) {
			end = (size_t)(line_feed - start);
			ending = 1;
			if (end > 0 && start[end - 1] == '\r' && end - 1 > seen) {
				end--;
				ending = 2;
			}
		}
	}
	for (size_t i = 0; i < end; i++)
		line_feeds += start[i] == '\n';
	state->count = 0;
	take_record(reader, state->position + end, ending, line_feeds);
	faulty(reader, error, start + seen);
	reader->opened = place_at(reader, state->data + split->quote);
	return true;
}

static bool
too_long(struct reader *reader, const struct split *split, struct fault *fault)
{
	struct reader_state *state = reader->state;
	struct reader_place opened;

	if (state->filled - state->position < READER_RECORD_MAX)
		return false;
	if (split->judged) {
		reader_describe(reader, fault);
		return true;
	}
	if (!split->open) {
		fault_at(fault, reader->name, state->next_line, 1,
		    "the record is longer than %zu MiB", READER_RECORD_MAX >> 20);
		return true;
	}
	reader->record.data = state->data + state->position;
	reader->line = state->next_line;
	opened = place_at(reader, state->data + split->quote);
	fault_at(fault, reader->name, opened.line, opened.column,
	    "the quote that opens here is still open after %zu MiB; close it or take it out",
	    READER_RECORD_MAX >> 20);
	return true;
}

enum reader_status
reader_next(struct reader *reader, struct fault *fault)
{
	struct reader_state *state = reader->state;
	struct split split = { 0 };

	for (;;) {
		enum outcome outcome = OUTCOME_MORE;

		if (state->position < state->filled)
			outcome = reader_split(reader, &split);
		else if (state->at_end)
			return READER_END;
		if (outcome == OUTCOME_RECORD) {
			size_t start = state->position;

			take_record(reader, split.end, split.ending, split.line_feeds);
			return check_record(reader, &split, start);
		}
		if (outcome == OUTCOME_DECLINED && judge_record(reader, &split))
			return READER_FAULTY;
		if (too_long(reader, &split, fault) || !reader_refill(reader, fault))
			return READER_FAILED;
	}
}
