/* SPDX-License-Identifier: GPL-3.0-or-later */
/* levels: answers or parts in rows. */
#include "levels.h"

#include "../canvas/label.h"
#include "../words/words.h"
#include "levels_source.h"

#include <stdlib.h>

/* A row's unit, without the level where that is a part of it. */
static char *
unit_name(const struct levels_source *source, const struct series_row *row)
{
	const struct selection *selection = source->selection;
	const struct series *series = selection->series;
	struct buffer name = { 0 };
	char *text;

	if (!source->by_part) {
		text = words_unit(selection, row->unit);
	} else {
		char *base = words_base(selection, row->unit);

		if (series->part_count == 1 || strcmp(base, "all") != 0)
			buffer_append_text(&name, base);
		free(base);
		for (size_t i = 0; i + 1 < series->part_count; i++) {
			char *part = words_part(selection, row, i);

			buffer_format(&name, "%s%s", name.length == 0 ? "" : " / ", part);
			free(part);
		}
		text = words_take(&name);
	}
	if (strcmp(text, "all") != 0)
		return text;
	free(text);
	return xstrdup("All");
}

/* The item: what the measure is about. */
static char *
item_name(const struct levels_source *source, const struct series_row *row)
{
	const struct selection *selection = source->selection;
	const struct series *series = selection->series;

	if (!source->by_part)
		return label_clean(field_of(levels_source_measure(source, row)->item));
	/* counts are of what the column says, whatever the measure */
	if (levels_kind_counts(row->kind) && selection->measure_count == 1)
		return label_clean(field_of(series->part_names.texts[series->part_count - 1]));
	return words_measure_short(selection, row->measure);
}

/* Units and items, each once, and which pair of them a row is of. */
struct sorting {
	struct names units;
	struct names items;
	struct names pairs;
	size_t *unit; /* of each pair */
	size_t *item;
};

static size_t
sort_row(struct sorting *sorting, const struct levels_source *source, const struct series_row *row,
    bool sum)
{
	char *unit = unit_name(source, row);
	char *item = item_name(source, row);
	struct buffer pair = { 0 };
	size_t number = NAMES_NONE;
	size_t before = sorting->pairs.count;

	/* a sum that names no item is one of the only item */
	if (sum && item[0] == '\0' && sorting->items.count == 1) {
		free(item);
		item = xstrdup(sorting->items.texts[0]);
	}
	buffer_format(&pair, "%s\n%s", unit, item);
	if (sum)
		number = names_find(&sorting->pairs, (struct field){ pair.data, pair.length });
	else
		number = names_add(&sorting->pairs, (struct field){ pair.data, pair.length });
	if (sorting->pairs.count != before) {
		sorting->unit = xreallocarray(sorting->unit, number + 1, sizeof(size_t));
		sorting->item = xreallocarray(sorting->item, number + 1, sizeof(size_t));
		sorting->unit[number] = names_add(&sorting->units, field_of(unit));
		sorting->item[number] = names_add(&sorting->items, field_of(item));
	}
	free(unit);
	free(item);
	buffer_release(&pair);
	return number;
}

size_t
levels_find(const struct levels *levels, const char *code)
{
	for (size_t i = 0; i < levels->count; i++)
		if (strcmp(levels->list[i].code, code) == 0)
			return i;
	return NAMES_NONE;
}

/* All members of a union are levels of one side, and all of that side's. */
static size_t
union_side(const struct levels *levels, const char *level)
{
	size_t of_side[4] = { 0 };
	size_t members[4] = { 0 };
	struct field rest = field_of(level);

	for (size_t i = 0; i < levels->count; i++)
		of_side[levels->list[i].side]++;
	while (rest.length != 0) {
		const char *bar = memchr(rest.data, '|', rest.length);
		size_t length = bar == NULL ? rest.length : (size_t)(bar - rest.data);

		for (size_t i = 0; i < levels->count; i++)
			if (field_is((struct field){ rest.data, length }, levels->list[i].code))
				members[levels->list[i].side]++;
		length += bar != NULL;
		rest.data += length;
		rest.length -= length;
	}
	for (size_t sum = 0; sum < 2; sum++) {
		enum levels_side side = sum == 0 ? LEVELS_NEGATIVE : LEVELS_POSITIVE;
		enum levels_side other = sum == 0 ? LEVELS_POSITIVE : LEVELS_NEGATIVE;

		if (members[side] == of_side[side] && members[side] != 0
		    && members[other] + members[LEVELS_MIDDLE] + members[LEVELS_APART] == 0)
			return sum;
	}
	return NAMES_NONE;
}

static void
add_cells(struct levels *levels, const struct levels_source *source, struct sorting *sorting)
{
	const struct selection *selection = source->selection;

	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];
		const struct levels_measure *measure = levels_source_measure(source, row);
		bool is_sum = !source->by_part && measure->sum != NAMES_NONE;
		size_t sum = measure->sum == LEVELS_SUM_UNION ? union_side(levels, measure->level)
		                                              : measure->sum;
		size_t level =
		    is_sum ? NAMES_NONE : levels_find(levels, levels_source_code(source, row));
		size_t at;

		if (level == NAMES_NONE && (!is_sum || sum == NAMES_NONE))
			continue;
		at = sort_row(sorting, source, row, true);
		if (at == NAMES_NONE)
			continue;
		if (is_sum)
			levels->rows[at].sums[sum] = row;
		else
			levels->rows[at].cells[level] = row;
		levels->rows[at].own = selection_own(selection, row->unit);
		levels->rows[at].total = selection_apart(selection, row->unit);
	}
}

/* Units stand in rows; so do the items of one unit; several of both make groups of items. */
static void
name_rows(struct levels *levels, const struct sorting *sorting)
{
	bool groups = sorting->units.count > 1 && sorting->items.count > 1;

	levels->by_item = sorting->items.count > 1 && !groups;
	levels->subject = xstrdup(groups || sorting->pairs.count == 0 ? ""
	        : levels->by_item                                     ? sorting->units.texts[0]
	                                                              : sorting->items.texts[0]);
	levels->group_count = groups ? sorting->items.count : 1;
	levels->groups = xcalloc(levels->group_count, sizeof(levels->groups[0]));
	for (size_t i = 0; i < levels->group_count; i++)
		levels->groups[i] = xstrdup(groups ? sorting->items.texts[i] : "");
	for (size_t i = 0; i < levels->row_count; i++) {
		levels->rows[i].name =
		    xstrdup(levels->by_item ? sorting->items.texts[sorting->item[i]]
		                            : sorting->units.texts[sorting->unit[i]]);
		levels->rows[i].group = groups ? sorting->item[i] : 0;
	}
}

static void
add_rows(struct levels *levels, const struct levels_source *source)
{
	const struct selection *selection = source->selection;
	struct sorting sorting = { 0 };

	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];

		if ((source->by_part || levels_source_measure(source, row)->sum == NAMES_NONE)
		    && levels_find(levels, levels_source_code(source, row)) != NAMES_NONE)
			sort_row(&sorting, source, row, false);
	}
	levels->row_count = sorting.pairs.count;
	levels->rows = xcalloc(levels->row_count + 1, sizeof(levels->rows[0]));
	for (size_t i = 0; i < levels->row_count; i++)
		levels->rows[i].cells =
		    xcalloc(levels->count + 1, sizeof(const struct series_row *));
	name_rows(levels, &sorting);
	add_cells(levels, source, &sorting);
	names_release(&sorting.units);
	names_release(&sorting.items);
	names_release(&sorting.pairs);
	free(sorting.unit);
	free(sorting.item);
}

bool
levels_make(struct levels *levels, const struct selection *selection, enum levels_use use,
    struct fault *fault)
{
	struct levels_source source;
	bool good;

	*levels = (struct levels){ 0 };
	levels_source_make(&source, selection, use);
	good = levels_order(levels, &source, use, fault)
	    && levels_check_kind(levels, &source, use, fault);
	if (good) {
		add_rows(levels, &source);
		good = levels_check_rows(levels, &source, use, fault);
	}
	/* codes are views of the source's */
	for (size_t i = 0; i < levels->count; i++)
		levels->list[i].code = NULL;
	levels_source_release(&source);
	return good;
}

void
levels_release(struct levels *levels)
{
	for (size_t i = 0; i < levels->count; i++)
		free(levels->list[i].name);
	for (size_t i = 0; i < levels->row_count; i++) {
		free(levels->rows[i].name);
		free(levels->rows[i].cells);
	}
	for (size_t i = 0; i < levels->group_count; i++)
		free(levels->groups[i]);
	free(levels->list);
	free(levels->rows);
	free(levels->groups);
	free(levels->subject);
	*levels = (struct levels){ 0 };
}
