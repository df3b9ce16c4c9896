/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * spill: records that wait on disk, in files that nobody else can read.
 *
 * Each file has no name any more, and its chunks are sealed (XChaCha20-Poly1305, by
 * libsodium) with a key that lives in guarded memory and only as long as the run.  A
 * chunk's nonce is its place (file, filling, number), so a chunk that was changed,
 * moved or brought back from before is found when it is read.
 */
#ifndef ANONYMISE_SPILL_H
#define ANONYMISE_SPILL_H

#include "../../lib/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Where the files of a run lie, and their key. */
struct spill_room {
	char *folder;
	const char *storage; /* how the files are kept, for the run record; NULL: not yet known */
	unsigned char *key;
	uint64_t files;
};

/* folder NULL: TMPDIR where it is set, else /var/tmp, else /tmp. */
bool spill_room_open(struct spill_room *room, const char *folder, struct fault *fault);
/* Wipes the key; good for {0}. */
void spill_room_close(struct spill_room *room);
/* A file that nobody else finds; negative with the fault where none can be made. */
int spill_room_file(struct spill_room *room, struct fault *fault);

/* Items one after the other, all of one length, or bytes (item length 1). */
struct spill {
	const struct spill_room *room; /* borrowed */
	int descriptor;
	uint64_t number;
	uint64_t filling; /* how often it began anew */
	size_t item;
	size_t capacity;     /* bytes in a chunk: whole items */
	unsigned char *tail; /* the chunk that is being filled */
	size_t tail_length;
	uint64_t chunks; /* sealed */
	bool open;
};

/* Opens the file, so before the sandbox. */
bool spill_open(struct spill *spill, struct spill_room *room, size_t item, struct fault *fault);
/* Wipes and closes; good for {0}. */
void spill_release(struct spill *spill);
/* Whole items where the item's length is not 1. */
bool spill_append(struct spill *spill, const void *data, size_t length, struct fault *fault);
/* Empty again. */
void spill_restart(struct spill *spill);
uint64_t spill_length(const struct spill *spill);

/* A place in a spill that goes forward.  What was appended after the cursor came to
 * the last chunk may or may not be seen. */
struct spill_cursor {
	const struct spill *spill;
	unsigned char *data; /* the opened chunk */
	size_t length;
	size_t at;
	uint64_t chunk; /* the next one */
};

void spill_cursor_init(struct spill_cursor *cursor, const struct spill *spill);
void spill_cursor_release(struct spill_cursor *cursor);
/* The next item, until the next call; *item is NULL at the end. */
bool spill_next(struct spill_cursor *cursor, const unsigned char **item, struct fault *fault);
/* The next length bytes, which have to be there. */
bool spill_read(struct spill_cursor *cursor, void *out, size_t length, struct fault *fault);

#endif
