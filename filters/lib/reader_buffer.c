/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader_buffer: the bytes of the input, with the masks of those that matter. */
#include "reader_state.h"

#include "digest.h"
#include "memory.h"
#include "scan.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

/* scan_masks reads whole blocks, and decoding may write a character more */
static size_t
blocks_of(size_t capacity)
{
	return (capacity + TRANSCODE_LONGEST) / SCAN_BLOCK + 1;
}

void
reader_take_room(struct reader_state *state, size_t capacity)
{
	size_t blocks = blocks_of(capacity);

	state->data = xwiden(
	    state->data, (blocks_of(state->capacity) + 1) * SCAN_BLOCK, (blocks + 1) * SCAN_BLOCK);
	state->masks = xreallocarray(state->masks, blocks, sizeof *state->masks);
	state->high = xreallocarray(state->high, blocks, 1);
	state->capacity = capacity;
}

/* A descriptor that another process has made non-blocking is waited for. */
static bool
may_go_on(int descriptor)
{
	struct pollfd wanted = { .fd = descriptor, .events = POLLIN };

	if (errno == EAGAIN)
		return poll(&wanted, 1, -1) > 0 || errno == EINTR;
	return errno == EINTR;
}

static void
note(struct digest_stream *digest, const char *data, size_t length)
{
	digest_stream_add(digest, data, length);
	digest->ended = length == 0;
}

static size_t
take_memory(struct reader_state *state, char *data, size_t room)
{
	const size_t length = state->memory.length < room ? state->memory.length : room;

	if (length == 0)
		return 0;
	memcpy(data, state->memory.data, length);
	state->memory.data += length;
	state->memory.length -= length;
	return length;
}

static bool
read_into(struct reader_state *state, char *data, size_t room, size_t *got)
{
	ssize_t length;

	if (state->descriptor < 0) {
		*got = take_memory(state, data, room);
		return true;
	}
	do
		length = read(state->descriptor, data, room);
	while (length < 0 && may_go_on(state->descriptor));
	if (length < 0)
		return false;
	*got = (size_t)length;
	state->bytes += *got;
	if (state->digest != NULL)
		note(state->digest, data, *got);
	return true;
}

static bool
read_and_decode(struct reader *reader)
{
	struct reader_state *state = reader->state;
	struct buffer *raw = &state->raw;
	size_t left = raw->length - state->raw_taken;
	size_t got;

	/* what is left may be a part of one character */
	if (left < TRANSCODE_LONGEST && !state->raw_end) {
		memmove(raw->data, raw->data + state->raw_taken, left);
		raw->length = left;
		state->raw_taken = 0;
		if (!read_into(state, raw->data + left, raw->capacity - left, &got))
			return false;
		raw->length += got;
		state->raw_end = got == 0;
	}
	state->filled += transcode_decode(reader->encoding, raw->data + state->raw_taken,
	    raw->length - state->raw_taken, state->raw_end, state->data + state->filled,
	    state->capacity + TRANSCODE_LONGEST - state->filled, &got);
	state->raw_taken += got;
	state->at_end = state->raw_end && state->raw_taken == raw->length;
	return true;
}

static bool
read_some(struct reader *reader)
{
	struct reader_state *state = reader->state;
	size_t got;

	if (reader->encoding != TRANSCODE_UTF8)
		return read_and_decode(reader);
	if (!read_into(state, state->data + state->filled, state->capacity - state->filled, &got))
		return false;
	state->filled += got;
	state->at_end = got == 0;
	return true;
}

bool
reader_gather(struct reader *reader, size_t wanted, struct fault *fault)
{
	struct reader_state *state = reader->state;
	size_t left = state->filled - state->position;
	size_t capacity = state->capacity;

	if (state->position != 0)
		memmove(state->data, state->data + state->position, left);
	state->position = 0;
	state->filled = left;
	while (capacity < wanted)
		capacity *= 2;
	if (capacity != state->capacity)
		reader_take_room(state, capacity);
	while (state->filled < wanted && !state->at_end)
		if (!read_some(reader))
			return fault_system(fault, reader->name, "cannot read");
	return true;
}

void
reader_make_masks(struct reader *reader)
{
	struct reader_state *state = reader->state;

	memset(state->data + state->filled, 0, SCAN_BLOCK);
	scan_masks(state->data, state->filled, reader->delimiter, state->masks, state->high);
}

bool
reader_refill(struct reader *reader, struct fault *fault)
{
	struct reader_state *state = reader->state;
	size_t left = state->filled - state->position;

	if (!state->begun) {
		state->begun = true;
		if (!reader_begin(reader, fault))
			return false;
	} else {
		/* decoding may have filled a little more than the capacity */
		size_t capacity = left >= state->capacity ? 2 * state->capacity : state->capacity;

		if (!reader_gather(reader, left > capacity / 4 ? capacity : left + 1, fault))
			return false;
	}
	reader_make_masks(reader);
	return true;
}
