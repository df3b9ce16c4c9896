/* SPDX-License-Identifier: GPL-3.0-or-later */
/* column: what has been seen of one column of the file. */
#include "column.h"

#include "heading.h"

#include <stdlib.h>

#define DIGITS_MAX 15 /* what a spreadsheet keeps: a longer one is a name, not a number */

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
		.identifier = heading_is_identifier(name),
		.possible = COLUMN_MAYBE,
		.mixed = COLUMN_MAYBE };
	tally_init(&column->tally, most, room);
}

void
column_release(struct column *column)
{
	free(column->name);
	buffer_release(&column->minimum);
	buffer_release(&column->maximum);
	tally_release(&column->tally);
}

static bool
note_missing(struct column *column, struct field value)
{
	if (value.length > 5)
		return false;
	for (size_t i = 0; i < COLUMN_SYMBOLS; i++)
		if (field_is(value, column_symbols[i].text)) {
			column->symbols |= (uint32_t)1 << i;
			column->missing++;
			return true;
		}
	return false;
}

/* A number that counts or measures: digits with a point perhaps, but without
 * zeros in front, a plus sign, or more digits than numbers have. */
static bool
is_number(struct field value, bool *whole)
{
	size_t start = value.length != 0 && value.data[0] == '-';
	size_t points = 0;

	if (start == value.length || value.length - start > DIGITS_MAX)
		return false;
	for (size_t i = start; i < value.length; i++) {
		if (value.data[i] == '.' && i > start && i + 1 < value.length)
			points++;
		else if (value.data[i] < '0' || value.data[i] > '9')
			return false;
	}
	*whole = points == 0;
	return points <= 1
	    && !(value.data[start] == '0' && value.length > start + 1
	        && value.data[start + 1] != '.');
}

static bool
is_truth(struct field value)
{
	static const char *const words[] = { "true", "True", "TRUE", "false", "False", "FALSE" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (field_is(value, words[i]))
			return true;
	return false;
}

static uint64_t
still_possible(uint64_t possible, struct field value)
{
	uint64_t rest = possible;
	bool whole = false;

	if ((possible & (COLUMN_INTEGER | COLUMN_NUMBER)) != 0) {
		bool number = is_number(field_trim(value), &whole);

		if (!number)
			rest &= ~(COLUMN_INTEGER | COLUMN_NUMBER);
		else if (!whole)
			rest &= ~COLUMN_INTEGER;
	}
	if ((possible & COLUMN_BOOLEAN) != 0 && !is_truth(value))
		rest &= ~COLUMN_BOOLEAN;
	for (size_t i = 0; i < FORMS; i++)
		if ((possible >> i & 1) != 0 && !form_fits(&forms[i], value))
			rest &= ~((uint64_t)1 << i);
	return rest;
}

/* A file that was put together from two sources: each value is a date, but there
 * is no order of day and month that all of them have. */
static uint64_t
still_mixed(uint64_t mixed, struct field value)
{
	uint64_t rest = 0;

	for (size_t i = 0; i + 1 < FORMS; i++)
		if (forms[i].day_first && (mixed >> i & 1) != 0
		    && (form_fits(&forms[i], value) || form_fits(&forms[i + 1], value)))
			rest |= (uint64_t)1 << i;
	return rest;
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
	if (column->possible != 0) {
		column->possible = still_possible(column->possible, value);
		if ((column->possible & COLUMN_NUMBER) != 0 && !column->personal)
			widen(column, field_trim(value));
	}
	if (column->mixed != 0)
		column->mixed = still_mixed(column->mixed, value);
	if (column->possible == 0 && !column->broken)
		column->broken = has_break(value);
	tally_add(&column->tally, value);
}
