/* SPDX-License-Identifier: GPL-3.0-or-later */
/* levels_order: the levels in order, and on which side of the centre each stands. */
#include "levels_source.h"
#include "levels_typed.h"

#include "../canvas/label.h"

#include <stdlib.h>

/* The levels as they come in the stream. */
static bool
gather(struct levels *levels, const struct levels_source *source, size_t most, struct fault *fault)
{
	const struct selection *selection = source->selection;

	levels->list = xcalloc(most + 1, sizeof(levels->list[0]));
	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];
		const char *code;

		if (!source->by_part && levels_source_measure(source, row)->sum != NAMES_NONE)
			continue;
		code = levels_source_code(source, row);
		if (levels_find(levels, code) != NAMES_NONE)
			continue;
		if (levels->count == most)
			return fault_set(fault,
			    "more than the %zu levels that a chart holds: choose measures with "
			    "--measure, or another type",
			    most);
		levels->list[levels->count++] =
		    (struct level){ .name = levels_source_name(source, row), .code = code };
	}
	return true;
}

static int
number_order(const struct level *a, const struct level *b)
{
	int64_t one;
	int64_t two;

	if (!field_to_integer(field_of(a->code), &one)
	    || !field_to_integer(field_of(b->code), &two))
		return 0;
	return one < two ? -1 : one > two;
}

static int
known_order(const struct level *a, const struct level *b)
{
	int one = levels_known(a->name);
	int two = levels_known(b->name);

	one = one == LEVELS_NEUTRAL ? 0 : one;
	two = two == LEVELS_NEUTRAL ? 0 : two;
	return one < two ? -1 : one > two;
}

/* Stable, as equal places keep the order of the stream. */
static void
sort(struct levels *levels, int (*order)(const struct level *, const struct level *))
{
	for (size_t i = 1; i < levels->count; i++)
		for (size_t j = i; j > 0 && order(&levels->list[j], &levels->list[j - 1]) < 0; j--)
			levels_move(levels->list, j, j - 1);
}

static bool
all_known(const struct levels *levels)
{
	for (size_t i = 0; i < levels->count; i++)
		if (levels_known(levels->list[i].name) == LEVELS_UNKNOWN)
			return false;
	return true;
}

static bool
all_numbers(const struct levels *levels)
{
	int64_t number;

	for (size_t i = 0; i < levels->count; i++)
		if (!field_to_integer(field_of(levels->list[i].code), &number))
			return false;
	return true;
}

/* The sides of the levels that are not apart: by what is known of the words, unless that
 * runs against the order; else half and half about the typed centre or the middle. */
static void
set_sides(struct levels *levels, size_t centre)
{
	size_t scale = 0;
	bool known = centre == LEVELS_NONE;
	const struct level *before = NULL;

	for (size_t i = 0; i < levels->count; i++) {
		const struct level *level = &levels->list[i];

		if (level->side == LEVELS_APART) {
			if (centre != LEVELS_NONE && scale < centre)
				centre--;
			continue;
		}
		scale++;
		known = known && levels_known(level->name) < LEVELS_NEUTRAL + 1
		    && (before == NULL || known_order(before, level) <= 0);
		before = level;
	}
	for (size_t i = 0, at = 0; i < levels->count; i++) {
		struct level *level = &levels->list[i];
		int place = levels_known(level->name);

		if (level->side == LEVELS_APART)
			continue;
		if (known)
			level->side = place < 0                     ? LEVELS_NEGATIVE
			    : place == LEVELS_NEUTRAL || place == 0 ? LEVELS_MIDDLE
			                                            : LEVELS_POSITIVE;
		else if (centre != LEVELS_NONE)
			level->side = at < centre ? LEVELS_NEGATIVE : LEVELS_POSITIVE;
		else
			level->side = at < scale / 2 ? LEVELS_NEGATIVE
			    : at * 2 + 1 == scale    ? LEVELS_MIDDLE
			                             : LEVELS_POSITIVE;
		at++;
	}
}

static int
side_order(const struct level *a, const struct level *b)
{
	return a->side < b->side ? -1 : a->side > b->side;
}

static void
set_places(struct levels *levels)
{
	for (size_t i = 0; i < levels->count; i++) {
		struct level *level = &levels->list[i];
		size_t from = level->side == LEVELS_NEGATIVE ? i + 1 : 0;
		size_t to = level->side == LEVELS_NEGATIVE ? levels->count : i;

		for (size_t j = from; j < to; j++)
			level->place += levels->list[j].side == level->side;
	}
}

static bool
check_all_placed(const struct levels *levels, const struct levels_source *source, size_t placed,
    struct fault *fault)
{
	/* measures that say no item may be of anything else */
	if (placed == levels->count || (!source->by_part && !source->split))
		return true;
	return fault_set(fault,
	    "the level '%s' of the input is not in --levels: name it there, or in --apart",
	    levels->list[placed].name);
}

bool
levels_order(struct levels *levels, const struct levels_source *source, enum levels_use use,
    struct fault *fault)
{
	const struct selection *selection = source->selection;
	bool typed = selection->wish->levels.count != 0;
	bool apart = selection->wish->apart.count != 0;
	size_t placed = 0;
	size_t centre = LEVELS_NONE;
	bool known;

	if (!gather(levels, source, use == LEVELS_SERIES ? SELECT_UNITS_MAX : LEVELS_MAX, fault)
	    || (typed && !levels_typed_order(levels, selection, &placed, &centre, fault))
	    || !levels_typed_apart(levels, selection, &placed, fault))
		return false;
	if (typed && !check_all_placed(levels, source, placed, fault))
		return false;
	while (typed && levels->count > placed)
		free(levels->list[--levels->count].name);
	known = all_known(levels);
	levels->ordered = typed || (use != LEVELS_SERIES && (known || all_numbers(levels)));
	for (size_t i = 0; !typed && use != LEVELS_SERIES && i < levels->count; i++) {
		struct level *level = &levels->list[i];
		int place = levels_known(level->name);

		if (place == LEVELS_ASIDE
		    || (place == LEVELS_NEUTRAL && known && !apart && use == LEVELS_SCALE))
			level->side = LEVELS_APART;
	}
	if (!typed && levels->ordered)
		sort(levels, known ? known_order : number_order);
	set_sides(levels, centre);
	if (use != LEVELS_SERIES)
		sort(levels, side_order);
	set_places(levels);
	return true;
}
