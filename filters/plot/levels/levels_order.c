/* SPDX-License-Identifier: GPL-3.0-or-later */
/* levels_order: the levels in order, and on which side of the centre each stands. */
#include "levels_source.h"

#include "../canvas/label.h"

#include <stdlib.h>

#define NO_LEVEL ((size_t)-1)

static size_t
find(const struct level *list, size_t count, struct field name)
{
	for (size_t i = 0; i < count; i++)
		if (field_is(name, list[i].name) || field_is(name, list[i].code))
			return i;
	return NO_LEVEL;
}

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

/* The next of the names in the list's values, which are levels or have commas between
 * levels: each value as a whole first, for a level whose name has a comma. */
struct typed {
	const struct filter_list *list;
	size_t value;
	const char *at; /* NULL: at the value's begin */
};

static bool
next_typed(struct typed *typed, const struct levels *levels, struct field *name)
{
	const char *comma;

	if (typed->value == typed->list->count)
		return false;
	if (typed->at == NULL)
		typed->at = typed->list->values[typed->value];
	comma = find(levels->list, levels->count, field_of(typed->at)) != NO_LEVEL
	    ? NULL
	    : strchr(typed->at, ',');
	*name = field_trim((struct field){
	    typed->at, comma == NULL ? strlen(typed->at) : (size_t)(comma - typed->at) });
	typed->at = comma == NULL ? NULL : comma + 1;
	typed->value += comma == NULL;
	return true;
}

static bool
fault_unknown(
    const struct levels *levels, struct field name, const char *option, struct fault *fault)
{
	const char **names = xcalloc(levels->count + 1, sizeof(names[0]));
	const char *nearest;
	struct buffer list = { 0 };

	for (size_t i = 0; i < levels->count; i++) {
		names[i] = levels->list[i].name;
		names_list(&list, i, names[i]);
	}
	nearest = diag_nearest(name.data, name.length, names, levels->count);
	fault_set(fault, "%s: no level '%.*s' in the input: there are %.*s%s%s%s", option,
	    (int)name.length, name.data, (int)list.length, list.data == NULL ? "" : list.data,
	    nearest == NULL ? "" : "; did you mean '", nearest == NULL ? "" : nearest,
	    nearest == NULL ? "" : "'?");
	buffer_release(&list);
	free(names);
	return false;
}

static void
move(struct level *list, size_t from, size_t to)
{
	struct level moved = list[from];

	memmove(&list[to + 1], &list[to], (from - to) * sizeof(list[0]));
	list[to] = moved;
}

/* Puts the levels of --levels in front, in that order; centre is how many stand before an
 * empty name, or NO_LEVEL. */
static bool
order_typed(struct levels *levels, const struct selection *selection, size_t *placed,
    size_t *centre, struct fault *fault)
{
	struct typed typed = { .list = &selection->wish->levels };
	struct field name;

	*placed = 0;
	*centre = NO_LEVEL;
	while (next_typed(&typed, levels, &name)) {
		size_t at = find(levels->list, levels->count, name);

		if (name.length == 0) {
			*centre = *placed;
			continue;
		}
		if (at == NO_LEVEL)
			return fault_unknown(levels, name, "--levels", fault);
		if (at < *placed)
			return fault_set(
			    fault, "--levels: '%.*s' is there twice", (int)name.length, name.data);
		move(levels->list, at, (*placed)++);
	}
	return true;
}

/* Puts the levels of --apart behind those that stand in front already. */
static bool
mark_apart(
    struct levels *levels, const struct selection *selection, size_t *placed, struct fault *fault)
{
	struct typed typed = { .list = &selection->wish->apart };
	struct field name;

	while (next_typed(&typed, levels, &name)) {
		size_t at = find(levels->list, levels->count, name);

		if (at == NO_LEVEL && field_is(name, "none"))
			continue;
		if (at == NO_LEVEL)
			return fault_unknown(levels, name, "--apart", fault);
		levels->list[at].side = LEVELS_APART;
		if (at >= *placed && selection->wish->levels.count != 0)
			move(levels->list, at, (*placed)++);
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
			move(levels->list, j, j - 1);
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
	bool known = centre == NO_LEVEL;
	const struct level *before = NULL;

	for (size_t i = 0; i < levels->count; i++) {
		const struct level *level = &levels->list[i];

		if (level->side == LEVELS_APART) {
			if (centre != NO_LEVEL && scale < centre)
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
		else if (centre != NO_LEVEL)
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
	size_t centre = NO_LEVEL;
	bool known;

	if (!gather(levels, source, use == LEVELS_SERIES ? SELECT_UNITS_MAX : LEVELS_MAX, fault)
	    || (typed && !order_typed(levels, selection, &placed, &centre, fault))
	    || !mark_apart(levels, selection, &placed, fault))
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
