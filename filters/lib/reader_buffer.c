/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader_buffer: the bytes of the input, with the masks of those that matter. */
#include "reader_state.h"

#include "memory.h"
#include "scan.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

void
reader_take_room(struct reader_state *state, size_t capacity)
{
	/* scan_masks reads whole blocks */
	state->data = xreallocarray(state->data, capacity + SCAN_BLOCK, 1);
	state->masks = xreallocarray(state->masks, capacity / SCAN_BLOCK + 1, sizeof *state->masks);
	state->high = xreallocarray(state->high, capacity / SCAN_BLOCK + 1, 1);
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

static bool
read_some(struct reader_state *state)
{
	ssize_t got;

	do
		got = read(state->descriptor, state->data + state->filled,
		    state->capacity - state->filled);
	while (got < 0 && may_go_on(state->descriptor));
	if (got < 0)
		return false;
	state->at_end = got == 0;
	state->filled += (size_t)got;
	state->bytes += (uint64_t)got;
	return true;
}

bool
reader_refill(struct reader *reader, struct fault *fault)
{
	struct reader_state *state = reader->state;
	size_t left = state->filled - state->position;
	size_t wanted;

	memmove(state->data, state->data + state->position, left);
	state->position = 0;
	state->filled = left;
	if (left == state->capacity)
		reader_take_room(state, 2 * state->capacity);
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
	scan_masks(state->data, state->filled, reader->delimiter, state->masks, state->high);
	return true;
}
