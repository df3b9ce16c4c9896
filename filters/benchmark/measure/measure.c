/* SPDX-License-Identifier: GPL-3.0-or-later */
/* measure: the list of measures; its configuration is read in measure_read.c. */
#include "measure.h"

#include "../../lib/memory.h"
#include "../kind/kind.h"
#include "measure_list.h"
#include "predicate.h"
#include "standard.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
measure_values_add(struct measure_values *values, const char *text, size_t length)
{
	values->items = xreallocarray(values->items, values->count + 1, sizeof(*values->items));
	values->items[values->count++] = (struct field){ xstrndup(text, length), length };
}

void
measure_values_release(struct measure_values *values)
{
	for (size_t i = 0; i < values->count; i++)
		free((char *)values->items[i].data);
	free(values->items);
	*values = (struct measure_values){ 0 };
}

void
measure_release(struct measure *measure)
{
	free(measure->id);
	free(measure->part_of);
	for (size_t i = 0; i < MEASURE_COLUMNS; i++)
		free(measure->columns[i]);
	measure_values_release(&measure->values);
	for (size_t i = 0; i < MEASURE_SIDES; i++)
		predicate_release(measure->sides[i]);
	predicate_release(measure->where);
	standard_free(measure->standard);
	*measure = (struct measure){ 0 };
}

/* The mean and the median of a column, both options, have its name; their kinds tell them
 * apart. */
static bool
differ(const struct measure *one, const struct measure *other)
{
	return one->typed && other->typed && strcmp(one->kind->name, other->kind->name) != 0;
}

bool
measures_add(struct measures *measures, struct measure *measure, struct fault *fault)
{
	if (measures->count == MEASURES_MAX)
		return fault_set(fault, "more than %d measures", MEASURES_MAX);
	if (measure_values_have(&measure->values, field_of("")))
		return fault_set(fault,
		    "the measure '%s': an empty value is no answer, so no proportion counts it",
		    measure->id);
	for (size_t i = 0; i < measures->count; i++)
		if (strcmp(measures->items[i].id, measure->id) == 0
		    && !differ(&measures->items[i], measure))
			return fault_set(fault,
			    "there are two measures '%s': give each an id of its own", measure->id);
	measures->items =
	    xreallocarray(measures->items, measures->count + 1, sizeof(*measures->items));
	measures->items[measures->count++] = *measure;
	return true;
}

bool
measures_add_typed(
    struct measures *measures, const struct kind *kind, const char *text, struct fault *fault)
{
	struct measure measure = { .id = xstrdup(text),
		.kind = kind,
		.decimals = kind->decimals,
		.multiplier = kind->multiplier,
		.typed = true };

	if (text[0] == '\0') {
		measure_release(&measure);
		return fault_set(fault, "--%s names no column: write %s", kind->name, kind->option);
	}
	if (kind->type(&measure, text, fault) && measures_add(measures, &measure, fault))
		return true;
	measure_release(&measure);
	return false;
}

bool
measure_type_one(struct measure *measure, const char *text, struct fault *fault)
{
	(void)fault;
	measure->columns[MEASURE_ABOVE] = xstrdup(text);
	return true;
}

bool
measure_split(struct measure *measure, const char *text, struct fault *fault)
{
	size_t above = strcspn(text, "/");
	const char *below = text[above] != '\0' ? text + above + 1 : "";

	if (above == 0 || below[0] == '\0')
		return fault_set(fault,
		    "--%s '%s' has no two columns: write NUM/DEN, as in minutes/hours",
		    measure->kind->name, text);
	if (strchr(below, '/') != NULL)
		return fault_set(fault,
		    "--%s '%s' has more than one /: write it as a measure in a FILE of --measures",
		    measure->kind->name, text);
	measure->columns[MEASURE_ABOVE] = xstrndup(text, above);
	measure->columns[MEASURE_BELOW] = xstrdup(below);
	return true;
}

bool
measure_split_per(struct measure *measure, const char *text, struct fault *fault)
{
	const char *colon = strrchr(text, ':');
	int64_t per = 0;
	char *columns;
	bool good;

	if (colon == NULL)
		return measure_split(measure, text, fault);
	if (!field_to_integer(field_of(colon + 1), &per) || per < 1 || per > MEASURE_MULTIPLIER_MAX)
		return fault_set(fault,
		    "--%s '%s': after the colon stands a whole number from 1 to %d, as in "
		    "events/people:1000; a column with a colon goes into a FILE of --measures",
		    measure->kind->name, text, MEASURE_MULTIPLIER_MAX);
	measure->multiplier = (double)per;
	columns = xstrndup(text, (size_t)(colon - text));
	good = measure_split(measure, columns, fault);
	free(columns);
	return good;
}

void
measures_add_missing(struct measures *measures, const char *code)
{
	measure_values_add(&measures->missing, code, strlen(code));
}

/* The configuration names the column, so the fault says which part, and who makes
 * columns. */
static bool
explain(const struct measure *measure, struct fault *fault)
{
	size_t used = strlen(fault->message);

	snprintf(fault->message + used, sizeof fault->message - used,
	    " (for the measure '%s'; score and map-to-role append columns)", measure->id);
	return false;
}

static bool
bind_columns(struct measure *measure, const struct reader *reader, struct fault *fault)
{
	for (size_t i = 0; i < MEASURE_COLUMNS; i++) {
		measure->fields[i] = READER_NONE;
		if (measure->columns[i] != NULL
		    && !reader_require(reader, measure->columns[i], &measure->fields[i], fault))
			return explain(measure, fault);
	}
	for (size_t i = 0; i < MEASURE_SIDES; i++)
		if (measure->sides[i] != NULL && !predicate_bind(measure->sides[i], reader, fault))
			return explain(measure, fault);
	return true;
}

bool
measures_bind(struct measures *measures, const struct reader *reader, struct fault *fault)
{
	measures->conditional = true;
	measures->column_field = READER_NONE;
	if (measures->column != NULL
	    && !reader_require(reader, measures->column, &measures->column_field, fault))
		return false;
	for (size_t i = 0; i < measures->count; i++) {
		struct measure *measure = &measures->items[i];

		if (!bind_columns(measure, reader, fault))
			return false;
		if (measure->where == NULL)
			measures->conditional = measures->conditional && measures->column != NULL;
		else if (!predicate_bind(measure->where, reader, fault))
			return false;
	}
	return true;
}

void
measures_release(struct measures *measures)
{
	for (size_t i = 0; i < measures->count; i++)
		measure_release(&measures->items[i]);
	free(measures->items);
	measure_values_release(&measures->missing);
	*measures = (struct measures){ 0 };
}
