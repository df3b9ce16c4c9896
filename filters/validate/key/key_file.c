/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key_file: a CSV file that the schema refers to. */
#include "key_file.h"

#include "key_part.h"

#include <fcntl.h>
#include <unistd.h>

bool
key_file_open(struct key_file *file, const char *path, struct fault *fault)
{
	*file = (struct key_file){ .descriptor = open(path, O_RDONLY | O_CLOEXEC) };
	if (file->descriptor < 0)
		return fault_system(fault, path, "cannot open the table that the schema refers to");
	reader_open(&file->reader, file->descriptor, path);
	if (reader_header(&file->reader, fault))
		return true;
	key_file_close(file);
	return false;
}

void
key_file_close(struct key_file *file)
{
	reader_close(&file->reader);
	close(file->descriptor);
	buffer_release(&file->cast);
}

bool
key_file_next(struct key_file *file, bool *more, struct fault *fault)
{
	switch (reader_next(&file->reader, fault)) {
	case READER_RECORD:
		*more = true;
		return true;
	case READER_END:
		*more = false;
		return true;
	case READER_FAULTY:
		reader_describe(&file->reader, fault);
		return false;
	case READER_FAILED:
		break;
	}
	return false;
}

enum cell_state
key_file_part(struct key_file *file, size_t column, const struct schema_field *field, size_t count,
    struct buffer *out)
{
	struct field value = reader_value(&file->reader, column);
	struct type_cast cast;

	if (texts_hold(&field->missing, value))
		return CELL_MISSING;
	buffer_clear(&file->cast);
	if (!type_cast(&field->type, value, &file->cast, &cast))
		return CELL_BAD;
	key_part(out, count, &field->type, cast.canonical);
	return CELL_VALUE;
}
