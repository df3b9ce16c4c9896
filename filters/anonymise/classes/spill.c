/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spill: records that wait on disk, in files that nobody else can read. */
#include "spill.h"

#include "../../lib/memory.h"

#include <errno.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CHUNK ((size_t)256 * 1024)
#define TAG   crypto_aead_xchacha20poly1305_ietf_ABYTES
#define NONCE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES

_Static_assert(NONCE == 3 * sizeof(uint64_t), "a nonce holds file, filling and chunk");

bool
spill_open(struct spill *spill, struct spill_room *room, size_t item, struct fault *fault)
{
	*spill = (struct spill){ .room = room, .item = item, .number = room->files++ };
	spill->descriptor = spill_room_file(room, fault);
	if (spill->descriptor < 0)
		return false;
	spill->open = true;
	spill->capacity = item > CHUNK ? item : CHUNK / item * item;
	spill->tail = xmalloc(spill->capacity + TAG);
	return true;
}

void
spill_release(struct spill *spill)
{
	if (!spill->open)
		return;
	close(spill->descriptor);
	explicit_bzero(spill->tail, spill->capacity + TAG);
	free(spill->tail);
	*spill = (struct spill){ 0 };
}

void
spill_restart(struct spill *spill)
{
	spill->filling++;
	spill->chunks = 0;
	spill->tail_length = 0;
}

uint64_t
spill_length(const struct spill *spill)
{
	return spill->chunks * spill->capacity + spill->tail_length;
}

static void
make_nonce(const struct spill *spill, uint64_t chunk, unsigned char nonce[NONCE])
{
	const uint64_t place[] = { spill->number, spill->filling, chunk };

	memcpy(nonce, place, NONCE);
}

static off_t
chunk_place(const struct spill *spill, uint64_t chunk)
{
	return (off_t)(chunk * (spill->capacity + TAG));
}

static bool
write_whole(const struct spill *spill, const unsigned char *data, size_t length, off_t place,
    struct fault *fault)
{
	while (length > 0) {
		ssize_t written = pwrite(spill->descriptor, data, length, place);

		if (written < 0 && errno == EINTR)
			continue;
		if (written == 0)
			errno = ENOSPC;
		if (written <= 0)
			return fault_system(
			    fault, spill->room->folder, "cannot write the temporary file in it");
		data += written;
		length -= (size_t)written;
		place += written;
	}
	return true;
}

/* Seals the full tail where it stands and writes it out. */
static bool
write_tail(struct spill *spill, struct fault *fault)
{
	unsigned char nonce[NONCE];
	unsigned long long sealed;

	make_nonce(spill, spill->chunks, nonce);
	crypto_aead_xchacha20poly1305_ietf_encrypt(spill->tail, &sealed, spill->tail,
	    spill->capacity, NULL, 0, NULL, nonce, spill->room->key);
	if (!write_whole(
	        spill, spill->tail, (size_t)sealed, chunk_place(spill, spill->chunks), fault))
		return false;
	spill->chunks++;
	spill->tail_length = 0;
	return true;
}

bool
spill_append(struct spill *spill, const void *data, size_t length, struct fault *fault)
{
	const unsigned char *from = data;

	while (length > 0) {
		size_t part = spill->capacity - spill->tail_length;

		if (part > length)
			part = length;
		memcpy(spill->tail + spill->tail_length, from, part);
		spill->tail_length += part;
		from += part;
		length -= part;
		if (spill->tail_length == spill->capacity && !write_tail(spill, fault))
			return false;
	}
	return true;
}

void
spill_cursor_init(struct spill_cursor *cursor, const struct spill *spill)
{
	*cursor = (struct spill_cursor){ .spill = spill };
	cursor->data = xmalloc(spill->capacity + TAG);
}

void
spill_cursor_release(struct spill_cursor *cursor)
{
	if (cursor->data != NULL) {
		explicit_bzero(cursor->data, cursor->spill->capacity + TAG);
		free(cursor->data);
	}
	*cursor = (struct spill_cursor){ 0 };
}

static bool
read_whole(
    const struct spill *spill, unsigned char *data, size_t length, off_t place, struct fault *fault)
{
	while (length > 0) {
		ssize_t got = pread(spill->descriptor, data, length, place);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return fault_system(fault, spill->room->folder,
			    "cannot read the temporary file in it back");
		if (got == 0)
			return fault_at(fault, spill->room->folder, 0, 0,
			    "the temporary file in it was cut off by somebody else");
		data += got;
		length -= (size_t)got;
		place += got;
	}
	return true;
}

/* The next chunk is opened; length is 0 at the end. */
static bool
read_chunk(struct spill_cursor *cursor, struct fault *fault)
{
	const struct spill *spill = cursor->spill;
	unsigned char nonce[NONCE];

	cursor->at = 0;
	cursor->length = 0;
	if (cursor->chunk > spill->chunks)
		return true;
	if (cursor->chunk == spill->chunks) {
		memcpy(cursor->data, spill->tail, spill->tail_length);
		cursor->length = spill->tail_length;
		cursor->chunk++;
		return true;
	}
	if (!read_whole(spill, cursor->data, spill->capacity + TAG,
	        chunk_place(spill, cursor->chunk), fault))
		return false;
	make_nonce(spill, cursor->chunk, nonce);
	if (crypto_aead_xchacha20poly1305_ietf_decrypt(cursor->data, NULL, NULL, cursor->data,
	        spill->capacity + TAG, NULL, 0, nonce, spill->room->key)
	    != 0)
		return fault_at(fault, spill->room->folder, 0, 0,
		    "the temporary file in it was changed by somebody else");
	cursor->length = spill->capacity;
	cursor->chunk++;
	return true;
}

bool
spill_next(struct spill_cursor *cursor, const unsigned char **item, struct fault *fault)
{
	*item = NULL;
	if (cursor->at == cursor->length && !read_chunk(cursor, fault))
		return false;
	if (cursor->length == 0)
		return true;
	*item = cursor->data + cursor->at;
	cursor->at += cursor->spill->item;
	return true;
}

bool
spill_read(struct spill_cursor *cursor, void *out, size_t length, struct fault *fault)
{
	unsigned char *to = out;

	while (length > 0) {
		size_t part;

		if (cursor->at == cursor->length && !read_chunk(cursor, fault))
			return false;
		if (cursor->length == 0)
			return fault_at(fault, cursor->spill->room->folder, 0, 0,
			    "the temporary file in it ends too early");
		part = cursor->length - cursor->at;
		if (part > length)
			part = length;
		memcpy(to, cursor->data + cursor->at, part);
		cursor->at += part;
		to += part;
		length -= part;
	}
	return true;
}
