/* SPDX-License-Identifier: GPL-3.0-or-later */
/* guess: what the values of a column come to. */
#include "column.h"

#include <stdlib.h>

#define LIST_MAX     30 /* values of an enumeration */
#define LIST_PERCENT 95 /* of the values present that it has to cover */
#define UNIQUE_LEAST 20 /* records before nothing coming twice says anything */
#define LONG_NUMBER  7  /* digits of the least number from where on all may be somebody's */

static void
choose_type(const struct column *column, struct column_guess *guess)
{
	static const char *const names[] = { "boolean", "integer", "number", "string" };
	enum kind kind = kinds_choose(&column->kinds, &guess->misfits, &guess->doubtful);

	if (kind < FORMS) {
		guess->form = &forms[kind];
		guess->type = forms[kind].type;
	} else {
		guess->type = names[kind - FORMS];
	}
}

struct listed {
	struct field text;
	size_t index;
};

static int
compare_listed(const void *a, const void *b)
{
	return field_compare(((const struct listed *)a)->text, ((const struct listed *)b)->text);
}

/* The values to list, in byte order, so that nothing shows which came first or
 * more often. */
static void
take_list(const struct census *census, struct column_guess *guess)
{
	struct listed *list = xcalloc(guess->list_size, sizeof *list);
	size_t count = 0;

	for (size_t i = 0; i < census->count; i++)
		if (census->values[i].count >= COLUMN_ENOUGH)
			list[count++] =
			    (struct listed){ census_text(census, &census->values[i]), i };
	qsort(list, count, sizeof *list, compare_listed);
	guess->listed = xcalloc(count, sizeof *guess->listed);
	for (size_t i = 0; i < count; i++)
		guess->listed[i] = list[i].index;
	free(list);
}

static void
choose_list(const struct column *column, struct column_guess *guess)
{
	const struct census *census = &column->census;
	uint64_t covered = 0;
	size_t often = 0;

	if (census->many || column->longest > CENSUS_SHORT || column->broken)
		return;
	for (size_t i = 0; i < census->count; i++)
		if (census->values[i].count >= COLUMN_ENOUGH) {
			often++;
			covered += census->values[i].count;
		}
	guess->rarely = column->present - covered;
	if (often == 0 || often > LIST_MAX
	    || guess->rarely > column->present / 100 * (100 - LIST_PERCENT)
	            + column->present % 100 * (100 - LIST_PERCENT) / 100)
		return;
	guess->list_size = often;
	guess->rare = census->count - often;
	take_list(census, guess);
}

/* Long, and mostly different from one another, which is not asked of a personal one. */
static bool
is_text(const struct column *column)
{
	const struct census *census = &column->census;

	return column->longest > CENSUS_SHORT
	    && (column->personal || census->many || census->count > column->present / 2);
}

/* -9, -99 and so on, which forms use for an answer that is not there. */
static bool
is_mark(const struct buffer *minimum)
{
	if (minimum->length < 2 || minimum->data[0] != '-')
		return false;
	for (size_t i = 1; i < minimum->length; i++)
		if (minimum->data[i] != '9')
			return false;
	return true;
}

/* Whole numbers of an identifier's length, as those of the NHS and of telephones,
 * whatever the column is called: the least would be one person's. */
static bool
is_long(const struct column *column, const struct column_guess *guess)
{
	return strcmp(guess->type, "integer") == 0 && column->minimum.length >= LONG_NUMBER;
}

void
column_guess(const struct column *column, struct column_guess *guess)
{
	bool string;
	bool number;

	*guess = (struct column_guess){ 0 };
	choose_type(column, guess);
	string = strcmp(guess->type, "string") == 0;
	number = strcmp(guess->type, "integer") == 0 || strcmp(guess->type, "number") == 0;
	guess->mixed = string && kinds_mixed(&column->kinds);
	guess->text = string && is_text(column);
	guess->sensitive = column->personal || guess->text;
	if (guess->sensitive)
		return;
	/* numbers that count may all differ by chance */
	guess->unique = !column->census.again && column->present >= UNIQUE_LEAST
	    && column->longest <= CENSUS_SHORT
	    && (string || (column->identifier && strcmp(guess->type, "integer") == 0));
	guess->bounded = number && !column->identifier && column->present >= COLUMN_ENOUGH
	    && !is_long(column, guess);
	guess->marked = guess->bounded && is_mark(&column->minimum);
	if (string)
		choose_list(column, guess);
}

void
column_guess_release(struct column_guess *guess)
{
	free(guess->listed);
}
