/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader_judge: records that are not plainly well formed, and how far they go. */
#include "reader_state.h"

#include "strict.h"

#include <string.h>

/* Hands a faulty record of that length out; the places are offsets in it. */
static enum judgement
take_faulty(struct reader *reader, enum reader_error error, size_t length, size_t ending,
    size_t quote, size_t seen)
{
	struct reader_state *state = reader->state;
	const char *start = state->data + state->position;

	state->count = 0;
	reader_take(reader, state->position + length, ending,
	    reader_line_ends(reader, start, start + length));
	reader->error = error;
	reader->fault_place = reader_place_at(reader, start + seen);
	reader->opened = reader_place_at(reader, start + quote);
	return JUDGED_FAULTY;
}

/* Cuts the record off before the line at next. */
static enum judgement
take_runaway(struct reader *reader, size_t quote, size_t seen, size_t next)
{
	const char *start = reader->state->data + reader->state->position;
	size_t ending = next > 1 && start[next - 1] == '\n' && start[next - 2] == '\r' ? 2 : 1;

	return take_faulty(reader, READER_RUNAWAY, next - ending, ending, quote, seen);
}

enum judgement
reader_judge_long(struct reader *reader, const struct split *split)
{
	struct reader_state *state = reader->state;
	size_t quote = split->quote - state->position;
	size_t seen = split->end - 1 - state->position;
	size_t next;

	if (reader_runs_away(reader, quote, seen, 0, &next))
		return take_runaway(reader, quote, seen, next);
	state->long_record = reader->number + 1;
	return JUDGED_SOUND;
}

/* The fault seems to be in a field that a quote on an earlier line took in. */
static enum judgement
look_for_runaway(struct reader *reader, size_t quote, size_t seen, struct fault *fault)
{
	struct reader_state *state = reader->state;
	const char *start = state->data + state->position;
	size_t next;

	if (state->guard == SIZE_MAX || reader_line_ends(reader, start + quote, start + seen) == 0)
		return JUDGED_SOUND;
	/* one byte more tells the end of what is looked at from the input's end */
	if (!state->at_end && state->filled - state->position <= seen + READER_LOOK_AHEAD) {
		if (!reader_gather(reader, seen + READER_LOOK_AHEAD + 1, fault))
			return JUDGED_FAILED;
		reader_make_masks(reader);
	}
	if (!reader_runs_away(reader, quote, seen, READER_LOOK_AHEAD, &next))
		return JUDGED_SOUND;
	return take_runaway(reader, quote, seen, next);
}

/* Where the line ends that has the byte at offset seen; false: not in the buffer. */
static bool
find_line_end(const struct reader *reader, size_t seen, size_t *end, size_t *ending)
{
	const struct reader_state *state = reader->state;
	const char *start = state->data + state->position;
	size_t left = state->filled - state->position;
	size_t at = seen;

	while (at < left && !reader_ends_line(reader, start + at))
		at++;
	/* a CR alone or half a CRLF */
	if (!state->at_end && (at == left || (at + 1 == left && start[at] == '\r')))
		return false;
	*end = at;
	*ending = at < left;
	if (at < left && at > seen + 1 && start[at] == '\n' && start[at - 1] == '\r') {
		*end = at - 1;
		*ending = 2;
	}
	return true;
}

/* The record goes to the end of the physical line where the fault is seen, so that
 * reading goes on with the next line. */
enum judgement
reader_judge(struct reader *reader, struct split *split, struct fault *fault)
{
	struct reader_state *state = reader->state;
	/* of an empty input there is no buffer to point into */
	const char *start = state->filled == 0 ? "" : state->data + state->position;
	size_t left = state->filled - state->position;
	size_t quote = split->quote - state->position;
	struct strict_judgement judgement =
	    strict_judge(start, left, state->at_end, reader->delimiter);
	enum judgement runaway = JUDGED_SOUND;
	enum reader_error error;
	size_t seen = judgement.consumed;
	size_t end = left;
	size_t ending = 0;

	if (judgement.verdict == STRICT_INCOMPLETE)
		return JUDGED_MORE;
	if (judgement.verdict == STRICT_RECORD) {
		/* libcsv ends a row at any CR; the stream does not know such lines */
		error = READER_LONE_CR;
		seen--;
	} else if (seen == left) {
		error = READER_OPEN_QUOTE;
	} else {
		error = start[seen] == '"' ? READER_STRAY_QUOTE : READER_AFTER_QUOTE;
	}
	if (error != READER_LONE_CR)
		runaway = look_for_runaway(reader, quote, seen, fault);
	if (runaway != JUDGED_SOUND)
		return runaway;
	if (error != READER_OPEN_QUOTE && !find_line_end(reader, seen, &end, &ending)) {
		start = state->data + state->position;
		reader->record = (struct field){ start, state->filled - state->position };
		reader->line = state->next_line;
		reader->error = error;
		reader->fault_place = reader_place_at(reader, start + seen);
		split->judged = true;
		return JUDGED_MORE;
	}
	return take_faulty(reader, error, end, ending, quote, seen);
}
