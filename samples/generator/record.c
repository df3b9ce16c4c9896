/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record: one invented record of any type. */
#include "record.h"

void
record_clear(struct record *record, size_t count)
{
	record->count = count;
	for (size_t column = 0; column < count; column++)
		record->fields[column].length = 0;
}

static void
write_field(const struct draft *field, struct draft *line)
{
	const char *from = field->data;
	const char *end = field->data + field->length;
	bool quoted = memchr(from, ',', field->length) != NULL
	    || memchr(from, '"', field->length) != NULL
	    || memchr(from, '\n', field->length) != NULL;

	if (quoted)
		draft_char(line, '"');
	while (quoted && from < end) {
		const char *quote = memchr(from, '"', (size_t)(end - from));

		if (quote == NULL)
			break;
		draft_bytes(line, from, (size_t)(quote + 1 - from));
		draft_char(line, '"');
		from = quote + 1;
	}
	draft_bytes(line, from, (size_t)(end - from));
	if (quoted)
		draft_char(line, '"');
}

void
record_write(const struct record *record, struct draft *line)
{
	for (size_t column = 0; column < record->count; column++) {
		if (column > 0)
			draft_char(line, ',');
		write_field(&record->fields[column], line);
	}
	draft_char(line, '\n');
}
