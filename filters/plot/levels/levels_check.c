/* SPDX-License-Identifier: GPL-3.0-or-later */
/* levels_check: figures that can stand side by side, and make up a whole. */
#include "levels_source.h"

#include <string.h>

/* Kinds whose figures can be parts of one whole. */
static bool
is_part(const char *kind)
{
	return levels_kind_counts(kind) || strcmp(kind, "proportion") == 0
	    || strcmp(kind, "given") == 0 || kind[0] == '\0';
}

bool
levels_check_kind(struct levels *levels, const struct levels_source *source, enum levels_use use,
    struct fault *fault)
{
	const struct selection *selection = source->selection;
	const char *kind = NULL;

	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];

		if ((!source->by_part && levels_source_measure(source, row)->sum != NAMES_NONE)
		    || levels_find(levels, levels_source_code(source, row)) == NAMES_NONE)
			continue;
		if (kind != NULL && strcmp(kind, row->kind) != 0)
			return fault_set(fault,
			    "figures of the kinds %s and %s do not stand on one scale: choose with "
			    "--measure",
			    kind, row->kind);
		kind = row->kind;
	}
	kind = kind == NULL ? "" : kind;
	levels->percent = strcmp(kind, "proportion") == 0;
	return use == LEVELS_SERIES || is_part(kind)
	    || fault_set(fault,
	        "the kind %s is no share of answers: give benchmark a --proportion for each level, "
	        "or draw --figure records",
	        kind);
}

/* The value of a part of its own, such as the share of men who agree, is no part of what
 * the parts make up: that has one denominator for all. */
static bool
check_whole(const struct levels *levels, const struct levels_source *source, struct fault *fault)
{
	for (size_t i = 0; source->by_part && levels->percent && i < levels->row_count; i++)
		if (levels_records(levels, &levels->rows[i]) == NULL)
			return fault_set(fault,
			    "the values are shares within each part and make up no whole: draw how "
			    "many there are with --figure records");
	return true;
}

/* Shares of one whole make up 100, but for their rounding to whole numbers. */
static bool
check_shares(const struct levels *levels, struct fault *fault)
{
	for (size_t i = 0; levels->percent && i < levels->row_count; i++) {
		const struct levels_row *row = &levels->rows[i];
		double sum = 0;

		for (size_t side = 0; side < 4; side++)
			sum += levels_side(levels, row, (enum levels_side)side);
		if (sum > 100 + (double)levels->count)
			return fault_set(fault,
			    "the shares of a row add up to more than 100: these are not the levels "
			    "of one question, name its levels with --levels");
	}
	return true;
}

static bool
few_rows(const struct levels *levels, struct fault *fault)
{
	if (levels->row_count <= SELECT_UNITS_MAX)
		return true;
	return fault_set(fault,
	    "%zu rows are more than the %d that a chart holds: choose a larger --unit in benchmark",
	    levels->row_count, SELECT_UNITS_MAX);
}

bool
levels_check_rows(const struct levels *levels, const struct levels_source *source,
    enum levels_use use, struct fault *fault)
{
	return few_rows(levels, fault)
	    && (use == LEVELS_SERIES
	        || (check_whole(levels, source, fault) && check_shares(levels, fault)));
}
