/* SPDX-License-Identifier: GPL-3.0-or-later */
/* persons: what is known of each person besides their records. */
#include "persons.h"

#include "../lib/memory.h"
#include "../lib/table.h"
#include "key/identity.h"

#include <stdlib.h>
#include <string.h>

#define uthash_malloc(size) xmalloc(size)
#include <uthash.h>

#define NO_ROW ((size_t)-1)

struct person {
	char *name; /* settled; owned */
	size_t length;
	size_t rows;
	size_t last; /* row; the ones before it by persons.earlier */
	UT_hash_handle hh;
};

struct persons {
	struct table *table;
	size_t column;
	size_t *earlier;       /* for each row the one before it of the same person, or NO_ROW */
	struct person *people; /* one for each row at the most; owned */
	size_t count;
	struct person *index; /* of people by name */
	size_t most_rows;
};

static struct person *
find(const struct persons *persons, struct field name)
{
	struct person *person;

	HASH_FIND(hh, persons->index, name.data, name.length, person);
	return person;
}

static struct person *
add_person(struct persons *persons, struct field name)
{
	struct person *person = &persons->people[persons->count++];

	person->name = xstrndup(name.data, name.length);
	person->length = name.length;
	person->last = NO_ROW;
	HASH_ADD_KEYPTR(hh, persons->index, person->name, person->length, person);
	return person;
}

static bool
add_rows(struct persons *persons, struct fault *fault)
{
	const struct table *table = persons->table;
	struct identity identity = { 0 };
	bool good = true;

	for (size_t row = 0; good && row < table_rows(table); row++) {
		struct field name =
		    identity_settle(&identity, table_cell(table, row, persons->column));
		struct person *person;

		good = name.length != 0
		    || fault_at(fault, table_path(table), table_line(table, row), 0,
		        "the row names nobody, so that its values would be looked for nowhere; "
		        "fill it in or take it out");
		if (!good)
			break;
		person = find(persons, name);
		if (person == NULL)
			person = add_person(persons, name);
		persons->earlier[row] = person->last;
		person->last = row;
		if (++person->rows > persons->most_rows)
			persons->most_rows = person->rows;
	}
	identity_release(&identity);
	return good;
}

/* Without the nearest name: where the header is missing the first row is a person's. */
static bool
find_column(struct persons *persons, const char *column, struct fault *fault)
{
	persons->column = table_column(persons->table, column);
	return persons->column != TABLE_NONE
	    || fault_at(fault, table_path(persons->table), 1, 0,
	        "no column is called '%s', as the data calls whom a record is about; rename it, or "
	        "put the header line back",
	        column);
}

struct persons *
persons_load(const char *path, const char *column, struct fault *fault)
{
	struct persons *persons = xcalloc(1, sizeof *persons);
	bool good;

	persons->table = table_load(path, fault);
	good = persons->table != NULL && find_column(persons, column, fault);
	if (good && table_columns(persons->table) < 2)
		good = fault_at(fault, path, 1, 0,
		    "there is no column besides '%s': names and numbers are expected, to be looked "
		    "for in the texts",
		    column);
	if (good) {
		const size_t rows = table_rows(persons->table);

		persons->earlier = xcalloc(rows + 1, sizeof *persons->earlier);
		persons->people = xcalloc(rows + 1, sizeof *persons->people);
		good = add_rows(persons, fault);
	}
	if (good)
		return persons;
	persons_free(persons);
	return NULL;
}

void
persons_free(struct persons *persons)
{
	if (persons == NULL)
		return;
	HASH_CLEAR(hh, persons->index);
	for (size_t i = 0; i < persons->count; i++) {
		explicit_bzero(persons->people[i].name, persons->people[i].length);
		free(persons->people[i].name);
	}
	free(persons->people);
	free(persons->earlier);
	table_free(persons->table);
	free(persons);
}

size_t
persons_count(const struct persons *persons)
{
	return persons->count;
}

size_t
persons_most(const struct persons *persons)
{
	return persons->most_rows * (table_columns(persons->table) - 1);
}

size_t
persons_values(const struct persons *persons, struct field person, struct field *values)
{
	const struct person *known = find(persons, person);
	size_t count = 0;

	for (size_t row = known != NULL ? known->last : NO_ROW; row != NO_ROW;
	     row = persons->earlier[row])
		for (size_t i = 0; i < table_columns(persons->table); i++) {
			const struct field value = table_cell(persons->table, row, i);

			if (i != persons->column && value.length != 0)
				values[count++] = value;
		}
	return count;
}
