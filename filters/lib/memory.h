/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * memory: allocation that does not fail quietly, and one growable buffer.
 *
 * The x functions end the program with exit 2 and a message when memory is
 * exhausted; they never return NULL.  Who allocates, frees.
 */
#ifndef MHSW_MEMORY_H
#define MHSW_MEMORY_H

#include <stddef.h>

void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
/* Room for count elements of size bytes; the product is checked for overflow. */
void *xreallocarray(void *old, size_t count, size_t size);
/* Room for one element behind count of them.  The room doubles when it is full, so that many
 * are moved seldom; old has grown by this alone, or is NULL. */
void *xgrow(void *old, size_t count, size_t size);
/* More room for what may be a secret: old_size bytes are moved to size, which is no less,
 * and the old room is wiped. */
void *xwiden(void *old, size_t old_size, size_t size);
/* A NUL-terminated copy of length bytes; the caller frees it. */
char *xstrndup(const char *text, size_t length);
char *xstrdup(const char *text);

/* A growable run of bytes.  {0} is an empty buffer; data is not NUL-terminated
 * and moves when the buffer grows; where it stood is wiped. */
struct buffer {
	char *data;
	size_t length;
	size_t capacity;
};

/* Makes room for at least more further bytes after length. */
void buffer_reserve(struct buffer *buffer, size_t more);
void buffer_append(struct buffer *buffer, const char *data, size_t length);
void buffer_append_text(struct buffer *buffer, const char *text);
/* Appends as printf does. */
void
buffer_format(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Forgets the content, keeps the room. */
void buffer_clear(struct buffer *buffer);
/* Wipes and frees the room; the buffer is empty and usable again. */
void buffer_release(struct buffer *buffer);

#endif
