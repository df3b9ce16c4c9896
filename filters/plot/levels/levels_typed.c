/* SPDX-License-Identifier: GPL-3.0-or-later */
/* levels_typed: the levels that --levels and --apart name. */
#include "levels_typed.h"

#include <stdlib.h>

static size_t
find(const struct level *list, size_t count, struct field name)
{
	for (size_t i = 0; i < count; i++)
		if (field_is(name, list[i].name) || field_is(name, list[i].code))
			return i;
	return LEVELS_NONE;
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
	comma = find(levels->list, levels->count, field_of(typed->at)) != LEVELS_NONE
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

void
levels_move(struct level *list, size_t from, size_t to)
{
	struct level moved = list[from];

	memmove(&list[to + 1], &list[to], (from - to) * sizeof(list[0]));
	list[to] = moved;
}

bool
levels_typed_order(struct levels *levels, const struct selection *selection, size_t *placed,
    size_t *centre, struct fault *fault)
{
	struct typed typed = { .list = &selection->wish->levels };
	struct field name;

	*placed = 0;
	*centre = LEVELS_NONE;
	while (next_typed(&typed, levels, &name)) {
		size_t at = find(levels->list, levels->count, name);

		if (name.length == 0) {
			*centre = *placed;
			continue;
		}
		if (at == LEVELS_NONE)
			return fault_unknown(levels, name, "--levels", fault);
		if (at < *placed)
			return fault_set(
			    fault, "--levels: '%.*s' is there twice", (int)name.length, name.data);
		levels_move(levels->list, at, (*placed)++);
	}
	return true;
}

bool
levels_typed_apart(
    struct levels *levels, const struct selection *selection, size_t *placed, struct fault *fault)
{
	struct typed typed = { .list = &selection->wish->apart };
	struct field name;

	while (next_typed(&typed, levels, &name)) {
		size_t at = find(levels->list, levels->count, name);

		if (at == LEVELS_NONE && field_is(name, "none"))
			continue;
		if (at == LEVELS_NONE)
			return fault_unknown(levels, name, "--apart", fault);
		levels->list[at].side = LEVELS_APART;
		if (at >= *placed && selection->wish->levels.count != 0)
			levels_move(levels->list, at, (*placed)++);
	}
	return true;
}
