/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * reader_split: the fast tiers, a walk over the bytes that matter.
 *
 * Unquoted fields and plainly well-formed quotes are split here; the rest is
 * declined, and libcsv judges it.
 */
#include "reader_state.h"

#include "memory.h"
#include "scan.h"

/* Fields past the widest header are counted, not kept: a record of commas alone
 * takes no more memory than another.  Not inlined, so that add_field can be. */
static __attribute__((noinline)) bool
make_room(struct reader_state *state)
{
	if (state->field_capacity > READER_COLUMNS_MAX)
		return false;
	state->field_capacity = state->field_capacity ? 2 * state->field_capacity : 64;
	state->fields = xreallocarray(state->fields, state->field_capacity, sizeof *state->fields);
	return true;
}

static inline __attribute__((always_inline)) void
add_field(struct reader_state *state, size_t start, size_t end)
{
	if (state->count < state->field_capacity || make_room(state))
		state->fields[state->count] = (struct field){ state->data + start, end - start };
	state->count++;
}

/* The fields of one block that end in delimiters, up to another mark; the bits that are
 * left.  Most of what is read goes through here, so there is room beforehand, and all of it
 * stands in registers: the pointers in the state might be changed by each store. */
static inline __attribute__((always_inline)) uint64_t
add_fields(struct reader_state *state, size_t block, uint64_t bits, size_t *start, char delimiter)
{
	const char *data = state->data + block * SCAN_BLOCK;
	const char *from = state->data + *start;
	struct field *field;

	if (state->count + SCAN_BLOCK > state->field_capacity && !make_room(state))
		return bits; /* there are more than are kept */
	field = state->fields + state->count;
	while (bits != 0) {
		const char *at = data + __builtin_ctzll(bits);

		if (*at != delimiter)
			break;
		*field++ = (struct field){ from, (size_t)(at - from) };
		from = at + 1;
		bits &= bits - 1;
	}
	state->count = (size_t)(field - state->fields);
	*start = (size_t)(from - state->data);
	return bits;
}

/* The guard's slow half: says whether the quote at hand is open over too many line
 * breaks, or from how many of the record's to ask again. */
static bool
too_many_lines(const struct reader *reader, struct split *split, size_t at)
{
	const char *data = reader->state->data;
	size_t lines;

	if (reader->state->long_record == reader->number + 1) {
		split->guard = SIZE_MAX;
		return false;
	}
	lines = reader_line_ends(reader, data + split->quote, data + at + 1);
	split->guard = split->line_ends + READER_LONG_QUOTE - lines;
	return lines > READER_LONG_QUOTE;
}

/*
 * The fast tiers: one walk over the set bits.  Outside quotes a bit ends a
 * field or the record; a quote has to be the field's first byte, and behind the
 * one that closes it stands a delimiter, a line's end or the end of the input.
 */
static inline __attribute__((always_inline)) enum outcome
split_record(struct reader *reader, struct split *split, const char delimiter, const bool carriage)
{
	struct reader_state *state = reader->state;
	const char *data = state->data;
	const size_t filled = state->filled;
	const size_t blocks = (filled + SCAN_BLOCK - 1) / SCAN_BLOCK;
	size_t start = state->position;
	size_t block = start / SCAN_BLOCK;
	uint64_t bits =
	    block < blocks ? state->masks[block] & (~(uint64_t)0 << start % SCAN_BLOCK) : 0;
	bool open = false;

	*split = (struct split){ .nul = SPLIT_NONE, .quote = start, .guard = state->guard };
	state->count = 0;
	reader->quoted = false;
	reader->broken = false;
	for (;;) {
		size_t at;

		while (bits == 0) {
			if (++block >= blocks)
				goto end_of_buffer;
			bits = state->masks[block];
		}
		if (!open) {
			bits = add_fields(state, block, bits, &start, delimiter);
			if (bits == 0)
				continue;
		}
		at = block * SCAN_BLOCK + (size_t)__builtin_ctzll(bits);
		bits &= bits - 1;
		if (data[at] == delimiter && !open) {
			add_field(state, start, at);
			start = at + 1;
		} else if (data[at] == '\0') {
			if (split->nul == SPLIT_NONE)
				split->nul = at;
		} else if (open) {
			if (data[at] == '"') {
				if (at + 1 < filled && data[at + 1] == '"') {
					/* a doubled quote: its second half has the next bit */
					if (bits == 0)
						bits = state->masks[++block];
					bits &= bits - 1;
				} else if (at + 1 == filled ? state->at_end
				                            : data[at + 1] == delimiter
				            || data[at + 1] == '\n' || data[at + 1] == '\r') {
					open = false;
				} else {
					return at + 1 == filled ? OUTCOME_MORE : OUTCOME_DECLINED;
				}
			} else if (data[at] != delimiter) {
				reader->broken = true;
				split->line_ends +=
				    data[at] == '\n' || (carriage && data[at + 1] != '\n');
				if (split->line_ends > split->guard) {
					/* a CR alone or half a CRLF */
					if (at + 1 == filled && data[at] == '\r')
						continue;
					split->end = at + 1;
					if (too_many_lines(reader, split, at))
						return OUTCOME_LONG;
				}
			}
		} else if (data[at] == '\n') {
			add_field(state, start, at);
			split->end = at;
			split->ending = 1;
			return OUTCOME_RECORD;
		} else if (data[at] == '"') {
			if (at != start)
				return OUTCOME_DECLINED;
			open = true;
			reader->quoted = true;
			split->quote = at;
		} else { /* CR */
			if (at + 1 == filled && !state->at_end)
				return OUTCOME_MORE;
			split->ending = at + 1 < filled && data[at + 1] == '\n' ? 2 : 1;
			if (split->ending == 1 && !carriage)
				return OUTCOME_DECLINED;
			add_field(state, start, at);
			split->end = at;
			return OUTCOME_RECORD;
		}
	}
end_of_buffer:
	split->open = open;
	if (!state->at_end)
		return OUTCOME_MORE;
	if (open)
		return OUTCOME_DECLINED;
	add_field(state, start, filled);
	split->end = filled;
	return OUTCOME_RECORD;
}

/* The stream has a walk of its own, with its delimiter known beforehand; two functions,
 * as each takes all registers there are. */
static __attribute__((noinline)) enum outcome
split_stream(struct reader *reader, struct split *split)
{
	return split_record(reader, split, ',', false);
}

static __attribute__((noinline)) enum outcome
split_dialect(struct reader *reader, struct split *split)
{
	return split_record(reader, split, reader->delimiter, reader->carriage);
}

enum outcome
reader_split(struct reader *reader, struct split *split)
{
	if (reader->delimiter == ',' && !reader->carriage)
		return split_stream(reader, split);
	return split_dialect(reader, split);
}
