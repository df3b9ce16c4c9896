/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The table adult (30,162 records) and its hierarchies, which are not part of this
 * project: where they are not there, adult_open says so.
 */
#ifndef TEST_ANONYMISE_SEARCH_ADULT_H
#define TEST_ANONYMISE_SEARCH_ADULT_H

#include "../../filters/anonymise/search/search.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ADULT_COLUMNS 9
#define ADULT_LEVELS  5
#define ADULT_VALUES  128

static const char *const adult_names[ADULT_COLUMNS] = { "sex", "age", "race", "marital-status",
	"education", "native-country", "workclass", "occupation", "salary-class" };

struct adult {
	struct field *cells; /* [record][column] */
	size_t records;
	unsigned levels[ADULT_COLUMNS];
	struct field values[ADULT_COLUMNS][ADULT_VALUES][ADULT_LEVELS];
	size_t value_count[ADULT_COLUMNS];
	char *texts[ADULT_COLUMNS + 1];
};

static inline char *
adult_read(const char *name)
{
	const char *folder = getenv("MHSW_SHARED_DATA");
	char path[512];
	char *text = NULL;
	size_t room = 0;
	FILE *file;

	snprintf(path, sizeof path, "%s/deidentify/arx/%s",
	    folder != NULL ? folder : "../shared/data", name);
	file = fopen(path, "r");
	if (file == NULL)
		return NULL;
	if (getdelim(&text, &room, '\0', file) < 0) {
		free(text);
		text = NULL;
	}
	fclose(file);
	return text;
}

/* The fields of a line, which loses its end; the next line, or NULL. */
static inline char *
adult_split(char *line, struct field *fields, unsigned *count)
{
	char *end = strchr(line, '\n');

	if (end != NULL)
		*end++ = '\0';
	line[strcspn(line, "\r")] = '\0';
	for (*count = 0;; (*count)++) {
		size_t length = strcspn(line, ";");

		fields[*count] = (struct field){ line, length };
		if (line[length] == '\0')
			break;
		line += length + 1;
	}
	(*count)++;
	return end;
}

static inline bool
adult_hierarchy(struct adult *adult, size_t column)
{
	char name[64];
	char *line;

	snprintf(name, sizeof name, "adult_hierarchy_%s.csv", adult_names[column]);
	line = adult->texts[column] = adult_read(name);
	while (line != NULL && *line != '\0')
		line = adult_split(line, adult->values[column][adult->value_count[column]++],
		    &adult->levels[column]);
	return adult->texts[column] != NULL;
}

static inline void
adult_close(struct adult *adult)
{
	for (size_t i = 0; i <= ADULT_COLUMNS; i++)
		free(adult->texts[i]);
	free(adult->cells);
	free(adult);
}

/* NULL: the data is not there. */
static inline struct adult *
adult_open(void)
{
	struct adult *adult = calloc(1, sizeof *adult);
	char *line;

	for (size_t i = 0; i < ADULT_COLUMNS; i++)
		if (!adult_hierarchy(adult, i)) {
			adult_close(adult);
			return NULL;
		}
	line = adult->texts[ADULT_COLUMNS] = adult_read("adult.csv");
	if (line == NULL) {
		adult_close(adult);
		return NULL;
	}
	adult->cells = calloc((size_t)40000 * ADULT_COLUMNS, sizeof *adult->cells);
	line = strchr(line, '\n') + 1;
	while (line != NULL && *line != '\0') {
		unsigned count;

		line = adult_split(line, &adult->cells[adult->records++ * ADULT_COLUMNS], &count);
	}
	return adult;
}

/* The values of a cell at all levels. */
static inline const struct field *
adult_values(const struct adult *adult, size_t record, size_t column)
{
	struct field cell = adult->cells[record * ADULT_COLUMNS + column];

	for (size_t i = 0; i < adult->value_count[column]; i++)
		if (field_equals(adult->values[column][i][0], cell))
			return adult->values[column][i];
	abort();
}

/* All records in a search over the columns chosen, in the order of the file or backwards. */
static inline struct search *
adult_search(
    const struct adult *adult, const struct privacy *privacy, const size_t *columns, bool backwards)
{
	unsigned levels[ADULT_COLUMNS];
	struct search *search;
	struct fault fault;

	for (size_t i = 0; i < privacy->quasi_count; i++)
		levels[i] = adult->levels[columns[i]];
	search = search_new(privacy, levels, 0, &fault);
	for (size_t at = 0; at < adult->records; at++) {
		size_t record = backwards ? adult->records - 1 - at : at;
		struct field cells[ADULT_COLUMNS * ADULT_LEVELS];
		size_t count = 0;

		for (size_t i = 0; i < privacy->quasi_count; i++) {
			const struct field *values = adult_values(adult, record, columns[i]);

			for (unsigned level = 0; level < levels[i]; level++)
				cells[count++] = values[level];
		}
		if (!search_add(search, cells, (struct field){ "", 0 }, NULL, &fault))
			abort();
	}
	return search;
}

#endif
