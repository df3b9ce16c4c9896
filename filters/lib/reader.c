/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader: a pull reader of the record stream. */
#include "reader.h"

#include "memory.h"
#include "reader_state.h"
#include "scan.h"
#include "text.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#define PIPE_SIZE (1 << 20)

void
reader_open(struct reader *reader, int descriptor, const char *name)
{
	struct reader_state *state = xcalloc(1, sizeof *state);

	*reader = (struct reader){ .name = name, .delimiter = ',', .state = state };
	state->descriptor = descriptor;
	state->next_line = 1;
	state->header_line = 1;
	state->guard = SIZE_MAX;
	reader_take_room(state, READER_FIRST_CAPACITY);
	memset(state->data, 0, READER_FIRST_CAPACITY + SCAN_BLOCK);
	/* fails on what is no pipe and where the system does not allow it */
	(void)fcntl(descriptor, F_SETPIPE_SZ, PIPE_SIZE);
}

void
reader_open_memory(struct reader *reader, struct field bytes, const char *name)
{
	reader_open(reader, -1, name);
	reader->state->memory = bytes;
}

void
reader_close(struct reader *reader)
{
	struct reader_state *state = reader->state;

	if (state == NULL)
		return;
	reader_forget_header(reader);
	/* what stood in the records is nobody's who gets the memory next */
	explicit_bzero(state->data, state->capacity);
	if (state->scratch != NULL)
		explicit_bzero(state->scratch, state->scratch_capacity);
	free(state->data);
	free(state->masks);
	free(state->high);
	free(state->fields);
	free(state->scratch);
	buffer_release(&state->raw);
	buffer_release(&state->preamble);
	free(state);
	reader->state = NULL;
}

void
reader_set_digest(struct reader *reader, struct digest_stream *digest)
{
	reader->state->digest = digest;
}

uint64_t
reader_bytes(const struct reader *reader)
{
	return reader->state->bytes;
}

void
reader_original(const struct reader *reader, struct buffer *out)
{
	transcode_encode(
	    reader->encoding, reader->record.data, reader->record.length + reader->ending, out);
}

void
reader_take(struct reader *reader, size_t end, size_t ending, size_t line_ends)
{
	struct reader_state *state = reader->state;

	reader->record = (struct field){ state->data + state->position, end - state->position };
	reader->ending = ending;
	reader->fields = state->fields;
	reader->count = state->count;
	reader->number++;
	reader->line = state->next_line;
	state->next_line += line_ends + (ending != 0);
	state->position = end + ending;
}

static enum reader_status
faulty(struct reader *reader, enum reader_error error, const char *at)
{
	reader->error = error;
	reader->fault_place = reader_place_at(reader, at);
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
	opened = reader_place_at(reader, state->data + split->quote);
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
		enum judgement judgement = JUDGED_MORE;

		if (state->position < state->filled)
			outcome = reader_split(reader, &split);
		else if (state->at_end)
			return READER_END;
		if (outcome == OUTCOME_RECORD) {
			size_t start = state->position;

			reader_take(reader, split.end, split.ending, split.line_ends);
			return check_record(reader, &split, start);
		}
		if (outcome == OUTCOME_DECLINED)
			judgement = reader_judge(reader, &split, fault);
		else if (outcome == OUTCOME_LONG)
			judgement = reader_judge_long(reader, &split);
		if (judgement == JUDGED_FAULTY)
			return READER_FAULTY;
		if (judgement == JUDGED_SOUND)
			continue;
		if (judgement == JUDGED_FAILED || too_long(reader, &split, fault)
		    || !reader_refill(reader, fault))
			return READER_FAILED;
	}
}

bool
reader_next_good(struct reader *reader, bool *end, struct fault *fault)
{
	*end = false;
	switch (reader_next(reader, fault)) {
	case READER_RECORD:
		return true;
	case READER_END:
		*end = true;
		return true;
	case READER_FAULTY:
		reader_describe(reader, fault);
		return false;
	case READER_FAILED:
		break;
	}
	return false;
}
