/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control_units: limits that begin anew for a unit that the data has not. */
#include "control_units.h"

/* A period of the unit, of any where it is empty, begins before that day, or from it on. */
static bool
has_period(const struct groups *groups, const struct control_rebase *rebase, bool before)
{
	for (size_t i = 0; i < groups->count; i++) {
		const struct group *group = groups->sorted[i];

		if ((rebase->unit.length == 0 || field_equals(group->unit, rebase->unit))
		    && (group->day < rebase->day) == before)
			return true;
	}
	return false;
}

static bool
has_unit(const struct groups *groups, struct field unit)
{
	for (size_t i = 0; i < groups->count; i++)
		if (field_equals(groups->sorted[i]->unit, unit))
			return true;
	return false;
}

void
control_warn_units(const struct control_options *options, const struct groups *groups)
{
	for (size_t i = 0; i < options->rebase_count; i++) {
		struct field unit = options->rebases[i].unit;

		if (unit.length != 0 && groups->count != 0 && !has_unit(groups, unit))
			diag_warning("--rebase: no unit '%.*s'; is it written as in the data?",
			    (int)unit.length, unit.data);
		else if (groups->count != 0
		    && !(has_period(groups, &options->rebases[i], true)
		        && has_period(groups, &options->rebases[i], false)))
			diag_warning(
			    "--rebase: all periods are before that one, or all from it on, so "
			    "nothing begins anew");
	}
}
