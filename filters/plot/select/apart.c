/* SPDX-License-Identifier: GPL-3.0-or-later */
/* apart: the units that are none among the others. */
#include "apart.h"

#include "../../lib/memory.h"

#include <stdlib.h>

/* By the column units: in all rows of the base "[z]", while another one has a number. */
static void
compared_with_none(struct selection *selection)
{
	const struct series *series = selection->series;
	bool *compared = xcalloc(series->bases.count + 1, sizeof(bool));
	bool *alone = xcalloc(series->bases.count + 1, sizeof(bool));
	bool any = false;

	for (size_t i = 0; i < series->count; i++) {
		const struct series_figure *units = &series->rows[i].figures[SERIES_UNITS];
		size_t base = series->base[series->rows[i].unit];

		if (strcmp(units->text, "[z]") == 0)
			alone[base] = true;
		else if (units->state != SERIES_EMPTY)
			compared[base] = any = true;
	}
	for (size_t i = 0; i < series->bases.count; i++)
		selection->aparts[i] = any && alone[i] && !compared[i];
	free(compared);
	free(alone);
}

bool
apart_find(struct selection *selection, struct fault *fault)
{
	const struct series *series = selection->series;

	selection->aparts = xcalloc(series->bases.count + 1, sizeof(bool));
	compared_with_none(selection);
	for (size_t i = 0; i < selection->wish->totals.count; i++) {
		size_t base;

		if (!select_unit(selection, selection->wish->totals.values[i], &base, fault))
			return false;
		selection->aparts[base] = true;
	}
	return true;
}

bool
select_unit(const struct selection *selection, const char *typed, size_t *base, struct fault *fault)
{
	const struct names *bases = &selection->series->bases;
	size_t named = 0;

	*base = names_find(bases, field_of(typed));
	if (*base != NAMES_NONE)
		return true;
	for (size_t i = 0; i < bases->count; i++) {
		const char *name = labels_find(selection->wish->labels, bases->texts[i]);

		if (name != NULL && strcmp(name, typed) == 0) {
			*base = i;
			named++;
		}
	}
	if (named > 1)
		return fault_set(
		    fault, "several units are called '%s': name one by its code", typed);
	return named == 1 || names_require(bases, typed, "unit", base, fault);
}

bool
selection_apart(const struct selection *selection, size_t unit)
{
	return selection->aparts != NULL && selection->aparts[selection->series->base[unit]];
}
