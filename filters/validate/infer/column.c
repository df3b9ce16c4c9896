/* SPDX-License-Identifier: GPL-3.0-or-later */
/* column: what has been seen of one column of the file. */
#include "column.h"

#include "heading.h"

#include <stdlib.h>

/* The published symbols are those of the Government Analysis Function (2022). */
const struct column_symbol column_symbols[COLUMN_SYMBOLS] = {
	{ "", NULL },
	{ "-", NULL },
	{ "N/A", NULL },
	{ "n/a", NULL },
	{ "#N/A", NULL },
	{ "NA", NULL },
	{ "NULL", NULL },
	{ "Null", NULL },
	{ "null", NULL },
	{ "*", "suppressed" },
	{ "[c]", "confidential" },
	{ "[x]", "not available" },
	{ "[z]", "not applicable" },
	{ "[low]", "too low to be shown, but not 0" },
	{ "[u]", "of low reliability" },
	{ "[w]", "none recorded" },
	{ "..", "not available" },
	{ ":", "not available" },
};

void
column_init(struct column *column, struct field name, size_t most, size_t *room)
{
	*column = (struct column){ .name = xstrndup(name.data, name.length),
		.personal = heading_is_personal(name),
		.identifier = heading_is_identifier(name) };
	kinds_init(&column->kinds);
	census_init(&column->census, most, room);
}

void
column_release(struct column *column)
{
	free(column->name);
	buffer_release(&column->minimum);
	buffer_release(&column->maximum);
	census_release(&column->census);
}

static bool
note_missing(struct column *column, struct field value)
{
	static const char starts[] = { '-', 'N', 'n', '#', '*', '[', '.', ':' };

	/* nearly all values are told by their first byte */
	if (value.length > 5
	    || (value.length != 0 && memchr(starts, value.data[0], sizeof starts) == NULL))
		return false;
	for (size_t i = 0; i < COLUMN_SYMBOLS; i++)
		if (field_is(value, column_symbols[i].text)) {
			column->symbols |= (uint32_t)1 << i;
			column->missing++;
			return true;
		}
	return false;
}

static void
keep(struct buffer *bound, struct field value)
{
	buffer_clear(bound);
	buffer_append(bound, value.data, value.length);
}

static void
widen(struct column *column, struct field value)
{
	static const struct type number = { .kind = TYPE_NUMBER };
	struct field minimum = { column->minimum.data, column->minimum.length };
	struct field maximum = { column->maximum.data, column->maximum.length };

	if (minimum.length == 0 || type_compare(&number, value, minimum) < 0)
		keep(&column->minimum, value);
	if (maximum.length == 0 || type_compare(&number, value, maximum) > 0)
		keep(&column->maximum, value);
}

static bool
has_break(struct field value)
{
	return memchr(value.data, '\n', value.length) != NULL
	    || memchr(value.data, '\r', value.length) != NULL;
}

void
column_add(struct column *column, struct field value)
{
	if (note_missing(column, value))
		return;
	column->present++;
	if (value.length > column->longest)
		column->longest = value.length;
	if (kinds_add(&column->kinds, value) && !column->personal)
		widen(column, field_trim(value));
	if (column->personal)
		return; /* nothing of it is shown */
	if (value.length <= CENSUS_SHORT && !column->broken)
		column->broken = has_break(value);
	census_add(&column->census, value);
}
