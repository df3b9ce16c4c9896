/* SPDX-License-Identifier: GPL-3.0-or-later */
/* writer: records to a descriptor through one buffer, every write checked. */
#include "writer.h"

#include "digest.h"
#include "memory.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* 64 KiB a write: bigger ones into a pipe make the two ends wait for each other. */
#define WRITER_CHUNK ((size_t)64 << 10)

void
writer_open(struct writer *writer, int descriptor, const char *name)
{
	*writer = (struct writer){
		.descriptor = descriptor,
		.name = name,
		.capacity = 2 * WRITER_CHUNK,
	};
	writer->data = xmalloc(writer->capacity);
}

/* A descriptor that another process has made non-blocking is waited for. */
static bool
may_go_on(int descriptor)
{
	struct pollfd wanted = { .fd = descriptor, .events = POLLOUT };

	if (errno == EAGAIN)
		return poll(&wanted, 1, -1) > 0 || errno == EINTR;
	return errno == EINTR;
}

static void
write_all(struct writer *writer, const char *data, size_t length)
{
	while (length != 0 && writer->error == 0) {
		ssize_t written = write(writer->descriptor, data, length);

		if (written < 0) {
			if (!may_go_on(writer->descriptor))
				writer->error = errno;
			continue;
		}
		if (writer->digest != NULL)
			digest_stream_add(writer->digest, data, (size_t)written);
		data += written;
		length -= (size_t)written;
	}
}

/* Empties the buffer, in chunks. */
static void
drain(struct writer *writer)
{
	size_t done = 0;

	while (done < writer->used) {
		size_t length = writer->used - done;

		if (length > WRITER_CHUNK)
			length = WRITER_CHUNK;
		write_all(writer, writer->data + done, length);
		done += length;
	}
	writer->used = 0;
}

/* Room for length more bytes.  The record at hand is kept whole in the buffer,
 * so that what a reader at the other end sees are whole lines for as long as a
 * record fits. */
static char *
room(struct writer *writer, size_t length)
{
	if (writer->used + length > writer->capacity) {
		drain(writer);
		if (length > writer->capacity) {
			explicit_bzero(writer->data, writer->capacity);
			free(writer->data);
			writer->capacity = length;
			writer->data = xmalloc(length);
		}
	}
	return writer->data + writer->used;
}

bool
writer_flush(struct writer *writer, struct fault *fault)
{
	drain(writer);
	if (writer->error == 0)
		return true;
	errno = writer->error;
	return fault_system(fault, writer->name, "cannot write");
}

void
writer_close(struct writer *writer)
{
	if (writer->data != NULL)
		explicit_bzero(writer->data, writer->capacity);
	free(writer->data);
	*writer = (struct writer){ .descriptor = -1 };
}

void
writer_bytes(struct writer *writer, const char *data, size_t length)
{
	if (length == 0)
		return;
	memcpy(room(writer, length), data, length);
	writer->used += length;
}

/* The comma before every field but the first. */
static void
separate(struct writer *writer)
{
	if (writer->fields++ != 0)
		writer_bytes(writer, ",", 1);
}

/* Appends with each line break (CRLF, LF or CR) made one blank. */
static void
write_folded(struct writer *writer, const char *data, size_t length)
{
	char *out = room(writer, length);
	char *start = out;

	for (size_t i = 0; i < length; i++) {
		char c = data[i];

		if (c == '\r' && i + 1 < length && data[i + 1] == '\n')
			continue;
		if (c == '\r' || c == '\n') {
			c = ' ';
			writer->folded++;
		}
		*out++ = c;
	}
	writer->used += (size_t)(out - start);
}

static bool
has_break(struct field field)
{
	return memchr(field.data, '\n', field.length) != NULL
	    || memchr(field.data, '\r', field.length) != NULL;
}

void
writer_raw(struct writer *writer, struct field raw)
{
	writer->lone_empty = writer->fields == 0 && raw.length == 0;
	separate(writer);
	if (raw.length == 0)
		return;
	/* only a quoted field can hold a line break */
	if (raw.data[0] == '"' && has_break(raw))
		write_folded(writer, raw.data, raw.length);
	else
		writer_bytes(writer, raw.data, raw.length);
}

void
writer_record(struct writer *writer, const struct reader *reader)
{
	writer->lone_empty = reader->count == 1 && reader->record.length == 0;
	separate(writer);
	writer->fields += reader->count - 1;
	if (reader->broken)
		write_folded(writer, reader->record.data, reader->record.length);
	else
		writer_bytes(writer, reader->record.data, reader->record.length);
}

static bool
needs_quotes(struct field value)
{
	for (size_t i = 0; i < value.length; i++)
		if (value.data[i] == ',' || value.data[i] == '"')
			return true;
	return false;
}

static void
write_quoted(struct writer *writer, struct field value)
{
	const char *data = value.data;
	size_t length = value.length;

	writer_bytes(writer, "\"", 1);
	for (;;) {
		const char *quote = length ? memchr(data, '"', length) : NULL;
		size_t part = quote ? (size_t)(quote - data) + 1 : length;

		write_folded(writer, data, part);
		if (quote == NULL)
			break;
		writer_bytes(writer, "\"", 1);
		data += part;
		length -= part;
	}
	writer_bytes(writer, "\"", 1);
}

/* Nothing in it asks for quotes or is folded: one look at each byte of a short value, which
 * most are. */
static bool
is_plain(struct field value)
{
	for (size_t i = 0; i < value.length; i++)
		if (value.data[i] == ',' || value.data[i] == '"' || value.data[i] == '\n'
		    || value.data[i] == '\r')
			return false;
	return true;
}

void
writer_value(struct writer *writer, struct field value)
{
	writer->lone_empty = writer->fields == 0 && value.length == 0;
	separate(writer);
	if (value.length == 0)
		return;
	if (is_plain(value))
		writer_bytes(writer, value.data, value.length);
	else if (needs_quotes(value))
		write_quoted(writer, value);
	else
		write_folded(writer, value.data, value.length);
}

void
writer_header(struct writer *writer, const struct reader *reader)
{
	for (size_t i = 0; i < reader->columns; i++)
		writer_value(writer, reader_column_name(reader, i));
}

bool
writer_end(struct writer *writer)
{
	if (writer->lone_empty)
		writer_bytes(writer, "\"\"", 2); /* a blank line would be no record */
	writer_bytes(writer, "\n", 1);
	writer->fields = 0;
	writer->lone_empty = false;
	writer->records++;
	return writer->error == 0;
}
