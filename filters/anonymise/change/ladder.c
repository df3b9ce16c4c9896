/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ladder: a hierarchy's file. */
#include "ladder.h"

#include "../../lib/memory.h"
#include "../../lib/reader.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define uthash_malloc(size) xmalloc(size)
#include <uthash.h>

/* A text of the file, on the lowest step on which it stands. */
struct rung {
	size_t row;
	size_t step;
	struct rung *before; /* the one that was added before it */
	UT_hash_handle hh;
};

struct ladder {
	const char *path; /* the caller's; only while the file is read */
	char *names[LADDER_STEPS_MAX];
	size_t columns[LADDER_STEPS_MAX]; /* of the file, in the order of the steps */
	size_t steps;
	size_t width; /* the file's columns */
	size_t rows;
	size_t room;
	struct buffer texts;
	size_t *starts; /* of the cells in texts, row by row, and the end of the last */
	size_t *lines;
	struct rung *rungs; /* by text */
	struct rung *last;
};

static struct field
cell(const struct ladder *ladder, size_t row, size_t step)
{
	const size_t *start = ladder->starts + row * ladder->steps + step;

	return (struct field){ ladder->texts.data + start[0], start[1] - start[0] };
}

static const struct rung *
find(const struct ladder *ladder, struct field text)
{
	struct rung *rung;

	HASH_FIND(hh, ladder->rungs, text.data, text.length, rung);
	return rung;
}

static bool
set_width(struct ladder *ladder, size_t width, size_t line, struct fault *fault)
{
	ladder->width = width;
	if (ladder->steps != 0)
		return true;
	if (width > LADDER_STEPS_MAX)
		return fault_at(fault, ladder->path, line, 0,
		    "has more columns than a hierarchy has levels (%d)", LADDER_STEPS_MAX);
	for (size_t i = 0; i < width; i++)
		ladder->columns[i] = i;
	ladder->steps = width;
	return true;
}

static bool
read_header(struct ladder *ladder, struct reader *reader, const char *const *names, size_t count,
    struct fault *fault)
{
	if (!reader_header(reader, fault))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!reader_require(reader, names[i], &ladder->columns[i], fault))
			return false;
	ladder->steps = count;
	if (reader->columns != 0 && !set_width(ladder, reader->columns, 1, fault))
		return false;
	for (size_t i = 0; i < ladder->steps; i++) {
		struct field name = reader_column_name(reader, ladder->columns[i]);

		ladder->names[i] = xstrndup(name.data, name.length);
	}
	return true;
}

static void
make_room(struct ladder *ladder)
{
	if (ladder->rows < ladder->room)
		return;
	ladder->room = ladder->room == 0 ? 64 : ladder->room * 2;
	ladder->starts =
	    xreallocarray(ladder->starts, ladder->room * ladder->steps + 1, sizeof *ladder->starts);
	ladder->lines = xreallocarray(ladder->lines, ladder->room, sizeof *ladder->lines);
	ladder->starts[0] = 0;
}

static bool
add_row(struct ladder *ladder, const struct reader *reader, struct fault *fault)
{
	size_t line = (size_t)reader->line;

	if (ladder->width == 0 && !set_width(ladder, reader->count, line, fault))
		return false;
	if (reader->count != ladder->width)
		return fault_at(fault, ladder->path, line, 0,
		    "has %zu columns where the rows above have %zu", reader->count, ladder->width);
	if (ladder->rows == LADDER_ROWS_MAX)
		return fault_at(fault, ladder->path, line, 0, "a hierarchy has at most %d rows",
		    LADDER_ROWS_MAX);
	make_room(ladder);
	for (size_t i = 0; i < ladder->steps; i++) {
		struct field value = reader_value(reader, ladder->columns[i]);

		if (value.length == 0)
			return fault_at(fault, ladder->path, line, 0,
			    "column %zu is empty; write * where nothing is left of a value",
			    ladder->columns[i] + 1);
		buffer_append(&ladder->texts, value.data, value.length);
		ladder->starts[ladder->rows * ladder->steps + i + 1] = ladder->texts.length;
	}
	ladder->lines[ladder->rows++] = line;
	return true;
}

static bool
read_rows(struct ladder *ladder, struct reader *reader, struct fault *fault)
{
	bool end;

	while (reader_next_good(reader, &end, fault)) {
		if (end)
			return ladder->rows != 0
			    || fault_at(fault, ladder->path, 0, 0, "the hierarchy has no values");
		if (!add_row(ladder, reader, fault))
			return false;
	}
	return false;
}

/* The text on this step leads on as it did in the row where it stood first. */
static bool
leads_alike(const struct ladder *ladder, size_t row, size_t step, const struct rung *rung,
    struct fault *fault)
{
	size_t line = ladder->lines[row];
	size_t earlier = ladder->lines[rung->row];

	if (step == 0)
		return fault_at(fault, ladder->path, line, 0,
		    "has the value of line %zu again; take one of them out", earlier);
	if (rung->step < step
	    && !field_equals(cell(ladder, rung->row, step), cell(ladder, row, step)))
		return fault_at(fault, ladder->path, line, 0,
		    "level %zu has a text that line %zu has as level %zu of another; give one of "
		    "them another name",
		    step, earlier, rung->step);
	if (step + 1 == ladder->steps
	    || field_equals(cell(ladder, rung->row, step + 1), cell(ladder, row, step + 1)))
		return true;
	return fault_at(fault, ladder->path, line, 0,
	    "level %zu is that of line %zu, but level %zu is another; a group has one group above "
	    "it, so give one of them another name",
	    step, earlier, step + 1);
}

/* Step by step, so that each text is known by the lowest on which it stands. */
static bool
index_texts(struct ladder *ladder, struct fault *fault)
{
	for (size_t step = 0; step < ladder->steps; step++)
		for (size_t row = 0; row < ladder->rows; row++) {
			struct field text = cell(ladder, row, step);
			const struct rung *known = find(ladder, text);
			struct rung *rung;

			if (known != NULL) {
				if (!leads_alike(ladder, row, step, known, fault))
					return false;
				continue;
			}
			rung = xcalloc(1, sizeof *rung);
			rung->row = row;
			rung->step = step;
			rung->before = ladder->last;
			ladder->last = rung;
			HASH_ADD_KEYPTR(hh, ladder->rungs, text.data, text.length, rung);
		}
	return true;
}

struct ladder *
ladder_load(
    const char *path, bool header, const char *const *names, size_t count, struct fault *fault)
{
	const struct reader_dialect dialect = { .delimiter = READER_DELIMITER_AUTO };
	struct ladder *ladder;
	struct reader reader;
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	bool good;

	if (descriptor < 0) {
		fault_system(fault, path, "cannot open the hierarchy");
		return NULL;
	}
	ladder = xcalloc(1, sizeof *ladder);
	ladder->path = path;
	reader_open(&reader, descriptor, path);
	reader_set_dialect(&reader, &dialect);
	good = (!header || read_header(ladder, &reader, names, count, fault))
	    && read_rows(ladder, &reader, fault) && index_texts(ladder, fault);
	reader_close(&reader);
	close(descriptor);
	if (good)
		return ladder;
	ladder_free(ladder);
	return NULL;
}

void
ladder_free(struct ladder *ladder)
{
	struct rung *before;

	if (ladder == NULL)
		return;
	HASH_CLEAR(hh, ladder->rungs);
	for (struct rung *rung = ladder->last; rung != NULL; rung = before) {
		before = rung->before;
		free(rung);
	}
	for (size_t i = 0; i < ladder->steps; i++)
		free(ladder->names[i]);
	free(ladder->starts);
	free(ladder->lines);
	buffer_release(&ladder->texts);
	free(ladder);
}

size_t
ladder_steps(const struct ladder *ladder)
{
	return ladder->steps;
}

const char *
ladder_step_name(const struct ladder *ladder, size_t step)
{
	return ladder->names[step];
}

bool
ladder_climb(const struct ladder *ladder, struct field value, size_t step, struct field *out)
{
	const struct rung *rung = find(ladder, value);

	if (rung == NULL || rung->step > step)
		return false;
	*out = cell(ladder, rung->row, step);
	return true;
}
