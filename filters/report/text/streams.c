/* SPDX-License-Identifier: GPL-3.0-or-later */
/* streams: the CSV files of the report's folder. */
#include "streams.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A page that is copied together with the folder has to find it there. */
static bool
stays_inside(const char *name)
{
	if (*name == '/' || *name == '\0')
		return false;
	while (name != NULL) {
		if (strncmp(name, "..", 2) == 0 && (name[2] == '/' || name[2] == '\0'))
			return false;
		name = strchr(name, '/');
		name = name == NULL ? NULL : name + 1;
	}
	return true;
}

static char *
path_of(const struct streams *streams, const char *name)
{
	struct buffer path = { 0 };
	char *result;

	if (*streams->folder != '\0') {
		buffer_append_text(&path, streams->folder);
		if (path.data[path.length - 1] != '/')
			buffer_append(&path, "/", 1);
	}
	buffer_append_text(&path, name);
	result = xstrndup(path.data, path.length);
	buffer_release(&path);
	return result;
}

static void
stream_free(struct stream *stream)
{
	table_free(stream->table);
	free(stream->path);
	free(stream->name);
	free(stream);
}

static bool
load(struct stream *stream, struct fault *fault)
{
	struct stat status;

	if (stat(stream->path, &status) != 0)
		return fault_system(fault, stream->path, "cannot open the stream");
	/* it is read three times: here, for its digest, and by plot */
	if (!S_ISREG(status.st_mode))
		return fault_at(fault, stream->path, 0, 0, "is no file; a stream has to be one");
	stream->bytes = (uint64_t)status.st_size;
	stream->table = table_load(stream->path, fault);
	return stream->table != NULL && digest_file(stream->path, stream->sha256, fault);
}

struct stream *
streams_get(struct streams *streams, const char *name, struct fault *fault)
{
	struct stream *stream;

	for (size_t i = 0; i < streams->count; i++)
		if (strcmp(streams->items[i]->name, name) == 0)
			return streams->items[i];
	if (!stays_inside(name)) {
		fault_set(
		    fault, "'%s' is no file of the folder: name it relative to the folder", name);
		return NULL;
	}
	stream = xcalloc(1, sizeof *stream);
	stream->name = xstrdup(name);
	stream->path = path_of(streams, name);
	if (!load(stream, fault)) {
		stream_free(stream);
		return NULL;
	}
	streams->items = xgrow(streams->items, streams->count, sizeof(struct stream *));
	streams->items[streams->count++] = stream;
	return stream;
}

void
streams_release(struct streams *streams)
{
	for (size_t i = 0; i < streams->count; i++)
		stream_free(streams->items[i]);
	free(streams->items);
	*streams = (struct streams){ 0 };
}

bool
streams_meets(
    const struct table *table, size_t row, const struct condition *conditions, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct field cell = table_cell(table, row, conditions[i].column);
		size_t v = 0;

		while (v < conditions[i].count && !field_equals(cell, conditions[i].values[v]))
			v++;
		if (v == conditions[i].count)
			return false;
	}
	return true;
}
