/* SPDX-License-Identifier: GPL-3.0-or-later */
/* levels_source: where the levels of a stream stand. */
#include "levels_source.h"

#include "../canvas/label.h"
#include "../words/words.h"

#include <stdlib.h>
#include <strings.h>

/* Where a measure's name parts into item and level: "rating=Good", "Listened to: agree". */
static const char *
parting(const char *name, const char *separator)
{
	const char *place = strstr(name, separator);
	const char *next = place;

	/* a label may hold a colon of its own, the last one parts it */
	while (separator[0] == ':' && next != NULL) {
		place = next;
		next = strstr(next + 1, separator);
	}
	return place == name || place == NULL || place[strlen(separator)] == '\0' ? NULL : place;
}

static size_t
sum_by_name(const char *name)
{
	return strcasecmp(name, "negative") == 0 ? 0
	    : strcasecmp(name, "positive") == 0  ? 1
	                                         : NAMES_NONE;
}

/* The measure's name as people read it, or as the stream has it. */
static char *
name_of(const struct selection *selection, size_t index, bool codes)
{
	size_t measure = selection->measures[index];

	return codes ? label_clean(field_of(selection->series->measures.texts[measure]))
	             : words_measure_short(selection, measure);
}

/* All measures but sums part by the separator, in the names or in the codes. */
static bool
all_part(const struct levels_source *source, const char *separator, bool codes)
{
	const struct selection *selection = source->selection;
	size_t levels = 0;

	for (size_t i = 0; i < selection->measure_count; i++) {
		char *name = name_of(selection, i, codes);
		bool parts = parting(name, separator) != NULL;

		free(name);
		if (source->measures[i].sum != NAMES_NONE)
			continue;
		if (!parts)
			return false;
		levels++;
	}
	return levels != 0;
}

static void
part_measures(struct levels_source *source, const char *separator, bool codes)
{
	const struct selection *selection = source->selection;

	for (size_t i = 0; i < selection->measure_count; i++) {
		struct levels_measure *measure = &source->measures[i];
		char *name = name_of(selection, i, codes && measure->sum == NAMES_NONE);
		const char *place = measure->sum != NAMES_NONE || separator == NULL
		    ? NULL
		    : parting(name, separator);

		if (place == NULL) {
			measure->item = xstrdup("");
			measure->level = name;
			continue;
		}
		measure->item = xstrndup(name, (size_t)(place - name));
		measure->level = xstrdup(place + strlen(separator));
		free(name);
	}
}

static bool
is_level(const struct levels_source *source, const char *item, struct field level)
{
	for (size_t i = 0; i < source->selection->measure_count; i++)
		if (strcmp(source->measures[i].item, item) == 0
		    && field_is(level, source->measures[i].level))
			return true;
	return false;
}

/* "4|5" beside the levels 4 and 5 is a sum of them; which side it is of shows when the
 * levels stand in order. */
static bool
is_union(const struct levels_source *source, const struct levels_measure *measure)
{
	struct field rest = field_of(measure->level);
	size_t members = 0;

	for (;;) {
		const char *bar = memchr(rest.data, '|', rest.length);
		struct field member = { rest.data,
			bar == NULL ? rest.length : (size_t)(bar - rest.data) };

		if (!is_level(source, measure->item, member))
			return false;
		members++;
		if (bar == NULL)
			return members > 1;
		rest.length -= member.length + 1;
		rest.data = bar + 1;
	}
}

/* The typed levels are values of the column. */
static bool
typed_parts(const struct selection *selection)
{
	const struct filter_list *typed = &selection->wish->levels;
	const struct series *series = selection->series;

	for (size_t i = 0; i < typed->count; i++)
		for (size_t j = 0; j < selection->count; j++) {
			const char *part =
			    series_part(series, selection->rows[j], series->part_count - 1);

			if (part[0] != '\0' && strstr(typed->values[i], part) != NULL)
				return true;
		}
	return false;
}

void
levels_source_make(
    struct levels_source *source, const struct selection *selection, enum levels_use use)
{
	static const char *const separators[] = { "=", ": " };
	size_t count = selection->measure_count;
	const char *separator = NULL;
	bool codes = false;
	size_t sums = 0;

	*source = (struct levels_source){ .selection = selection,
		.measures = xcalloc(count + 1, sizeof(source->measures[0])) };
	for (size_t i = 0; i < count; i++) {
		source->measures[i].sum =
		    sum_by_name(selection->series->measures.texts[selection->measures[i]]);
		sums += source->measures[i].sum != NAMES_NONE;
	}
	/* where there is nothing else, they are the levels */
	for (size_t i = 0; i < count && (sums == count || use == LEVELS_SERIES); i++)
		source->measures[i].sum = NAMES_NONE;
	for (size_t i = 0; i < 4 && separator == NULL; i++) {
		/* names go before codes */
		codes = i >= 2;
		if (all_part(source, separators[i % 2], codes))
			separator = separators[i % 2];
	}
	source->split = separator != NULL;
	part_measures(source, separator, codes && separator != NULL);
	for (size_t i = 0; separator != NULL && use != LEVELS_SERIES && i < count; i++)
		if (source->measures[i].sum == NAMES_NONE) {
			size_t sum = sum_by_name(source->measures[i].level);

			source->measures[i].sum = sum != NAMES_NONE  ? sum
			    : is_union(source, &source->measures[i]) ? LEVELS_SUM_UNION
			                                             : NAMES_NONE;
		}
	source->by_part = selection->series->part_count != 0
	    && (selection->wish->levels.count != 0 ? typed_parts(selection) : count == 1);
}

void
levels_source_release(struct levels_source *source)
{
	for (size_t i = 0; source->measures != NULL && i < source->selection->measure_count; i++) {
		free(source->measures[i].item);
		free(source->measures[i].level);
	}
	free(source->measures);
	*source = (struct levels_source){ 0 };
}

const struct levels_measure *
levels_source_measure(const struct levels_source *source, const struct series_row *row)
{
	size_t at = 0;

	while (source->selection->measures[at] != row->measure)
		at++;
	return &source->measures[at];
}

const char *
levels_source_code(const struct levels_source *source, const struct series_row *row)
{
	const struct series *series = source->selection->series;

	if (source->by_part)
		return series_part(series, row, series->part_count - 1);
	/* a measure that is a level as it stands is known by its own code too */
	return source->split ? levels_source_measure(source, row)->level
	                     : series->measures.texts[row->measure];
}

char *
levels_source_name(const struct levels_source *source, const struct series_row *row)
{
	const struct selection *selection = source->selection;
	char *name = source->by_part
	    ? words_part(selection, row, selection->series->part_count - 1)
	    : label_clean(field_of(levels_source_measure(source, row)->level));

	if (name[0] != '\0')
		return name;
	free(name);
	return xstrdup("(no name)");
}
