/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader: a pull reader of the record stream. */
#include "reader.h"

#include "memory.h"
#include "reader_state.h"
#include "scan.h"
#include "strict.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The fuzzers make it small, so that records meet the buffer's end. */
#ifndef READER_FIRST_CAPACITY
#define READER_FIRST_CAPACITY ((size_t)256 << 10)
#endif
#define PIPE_SIZE (1 << 20)

static void
take_room(struct reader_state *state, size_t capacity)
{
	/* scan_masks reads whole blocks */
	state->data = xreallocarray(state->data, capacity + SCAN_BLOCK, 1);
	state->masks = xreallocarray(state->masks, capacity / SCAN_BLOCK + 1, sizeof *state->masks);
	state->high = xreallocarray(state->high, capacity / SCAN_BLOCK + 1, 1);
	state->capacity = capacity;
}

void
reader_open(struct reader *reader, int descriptor, const char *name)
{
	struct reader_state *state = xcalloc(1, sizeof *state);

	*reader = (struct reader){ .name = name, .state = state };
	state->descriptor = descriptor;
	state->next_line = 1;
	take_room(state, READER_FIRST_CAPACITY);
	memset(state->data, 0, READER_FIRST_CAPACITY + SCAN_BLOCK);
	/* fails on what is no pipe and where the system does not allow it */
	(void)fcntl(descriptor, F_SETPIPE_SZ, PIPE_SIZE);
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

static bool
read_some(struct reader_state *state)
{
	ssize_t got;

	do
		got = read(state->descriptor, state->data + state->filled,
		    state->capacity - state->filled);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		return false;
	state->at_end = got == 0;
	state->filled += (size_t)got;
	state->bytes += (uint64_t)got;
	return true;
}

/* Brings more input behind what is left of the buffer.  A record that fills a
 * good part of it is read in large steps, so that its beginning is not scanned
 * again for every small write of a pipe. */
static bool
refill(struct reader *reader, struct fault *fault)
{
	struct reader_state *state = reader->state;
	size_t left = state->filled - state->position;
	size_t wanted;

	memmove(state->data, state->data + state->position, left);
	state->position = 0;
	state->filled = left;
	if (left == state->capacity)
		take_room(state, 2 * state->capacity);
	wanted = left > state->capacity / 4 ? state->capacity : left + 1;
	if (state->bytes == 0 && wanted < 3)
		wanted = 3; /* a byte-order mark is seen whole */
	while (state->filled < wanted && !state->at_end)
		if (!read_some(state))
			return fault_system(fault, reader->name, "cannot read");
	if (!state->begun) {
		state->begun = true;
		if (state->filled >= 3 && memcmp(state->data, "\xEF\xBB\xBF", 3) == 0)
			state->position = 3;
	}
	memset(state->data + state->filled, 0, SCAN_BLOCK);
	scan_masks(state->data, state->filled, state->masks, state->high);
	return true;
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
judge_record(struct reader *reader, const struct split *split)
{
	struct reader_state *state = reader->state;
	const char *start = state->data + state->position;
	size_t left = state->filled - state->position;
	struct strict_judgement judgement = strict_judge(start, left, state->at_end);
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

		if (line_feed == NULL && !state->at_end)
			return false;
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
		if (too_long(reader, &split, fault) || !refill(reader, fault))
			return READER_FAILED;
	}
}
