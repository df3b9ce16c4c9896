/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memory: allocation that does not fail quietly, and one growable buffer. */
#include "memory.h"

#include "diag.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
out_of_memory(void)
{
	diag_error("out of memory");
	exit(STATUS_FAILED);
}

void *
xmalloc(size_t size)
{
	void *memory = malloc(size ? size : 1);

	if (memory == NULL)
		out_of_memory();
	return memory;
}

void *
xcalloc(size_t count, size_t size)
{
	void *memory = calloc(count ? count : 1, size ? size : 1);

	if (memory == NULL)
		out_of_memory();
	return memory;
}

void *
xreallocarray(void *old, size_t count, size_t size)
{
	void *memory = reallocarray(old, count ? count : 1, size ? size : 1);

	if (memory == NULL)
		out_of_memory();
	return memory;
}

void *
xgrow(void *old, size_t count, size_t size)
{
	bool full = (count & (count - 1)) == 0;

	return full ? xreallocarray(old, count == 0 ? 1 : count * 2, size) : old;
}

void *
xwiden(void *old, size_t old_size, size_t size)
{
	void *memory = xmalloc(size);

	if (old != NULL) {
		memcpy(memory, old, old_size);
		explicit_bzero(old, old_size);
		free(old);
	}
	return memory;
}

char *
xstrndup(const char *text, size_t length)
{
	char *copy = xmalloc(length + 1);

	if (length != 0)
		memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

char *
xstrdup(const char *text)
{
	return xstrndup(text, strlen(text));
}

void
buffer_reserve(struct buffer *buffer, size_t more)
{
	size_t capacity = buffer->capacity ? buffer->capacity : 256;

	if (more > SIZE_MAX / 4 - buffer->length)
		out_of_memory();
	while (capacity < buffer->length + more)
		capacity *= 2;
	if (capacity != buffer->capacity) {
		buffer->data = xwiden(buffer->data, buffer->capacity, capacity);
		buffer->capacity = capacity;
	}
}

void
buffer_append(struct buffer *buffer, const char *data, size_t length)
{
	if (length == 0)
		return;
	buffer_reserve(buffer, length);
	memcpy(buffer->data + buffer->length, data, length);
	buffer->length += length;
}

void
buffer_append_text(struct buffer *buffer, const char *text)
{
	buffer_append(buffer, text, strlen(text));
}

void
buffer_format(struct buffer *buffer, const char *format, ...)
{
	size_t room = 128;

	for (;;) {
		va_list arguments;
		int length;

		buffer_reserve(buffer, room);
		va_start(arguments, format);
		length = vsnprintf(buffer->data + buffer->length, room, format, arguments);
		va_end(arguments);
		if (length < 0)
			return;
		if ((size_t)length < room) {
			buffer->length += (size_t)length;
			return;
		}
		room = (size_t)length + 1;
	}
}

void
buffer_clear(struct buffer *buffer)
{
	buffer->length = 0;
}

void
buffer_release(struct buffer *buffer)
{
	if (buffer->data != NULL)
		explicit_bzero(buffer->data, buffer->capacity);
	free(buffer->data);
	*buffer = (struct buffer){ 0 };
}
