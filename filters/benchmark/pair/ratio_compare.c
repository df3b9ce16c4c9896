/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ratio_compare: each group beside the group of reference: ratio and difference. */
#include "../../lib/diag.h"
#include "../compare/comparer.h"
#include "../compare/comparers.h"
#include "pair_put.h"

#include <string.h>

static const enum compare_column written[] = { COLUMN_REFERENCE, COLUMN_RATIO, COLUMN_RATIO_LOWER95,
	COLUMN_RATIO_UPPER95, COLUMN_RATIO_LOWER998, COLUMN_RATIO_UPPER998, COLUMN_DIFFERENCE,
	COLUMN_DIFFERENCE_LOWER95, COLUMN_DIFFERENCE_UPPER95, COLUMN_DIFFERENCE_LOWER998,
	COLUMN_DIFFERENCE_UPPER998, COLUMN_METHOD, COMPARE_COLUMNS };

/* Lower and upper, at 95% and at 99.8%. */
static const enum compare_column ratio_limits[] = { COLUMN_RATIO_LOWER95, COLUMN_RATIO_UPPER95,
	COLUMN_RATIO_LOWER998, COLUMN_RATIO_UPPER998 };
static const enum compare_column difference_limits[] = { COLUMN_DIFFERENCE_LOWER95,
	COLUMN_DIFFERENCE_UPPER95, COLUMN_DIFFERENCE_LOWER998, COLUMN_DIFFERENCE_UPPER998 };

/* The value of the last of the further columns. */
static struct field
part_of(const struct group *group)
{
	struct field part = group->by;
	const char *end = part.length != 0 ? memrchr(part.data, '\0', part.length) : NULL;

	if (end != NULL) {
		part.length -= (size_t)(end + 1 - part.data);
		part.data = end + 1;
	}
	return part;
}

static bool
is_shown(const struct compare_set *set, size_t member)
{
	return set->members[member].figure.state == FIGURE_SHOWN;
}

static void
put_member(struct compare_set *set, size_t member, size_t reference)
{
	const struct figure *beside = &set->members[reference].figure;
	struct pair pair = pair_of(set->measure, &set->members[member].figure, beside);

	compare_put(set, member, COLUMN_REFERENCE, beside->published);
	compare_put(set, member, COLUMN_DIFFERENCE, pair_difference(&pair));
	if (member == reference) {
		compare_put(set, member, COLUMN_RATIO, 1);
		return;
	}
	compare_put(set, member, COLUMN_RATIO, pair_ratio(&pair));
	compare_put(set, member, COLUMN_METHOD,
	    pair_note(pair_put(set, member, &pair, pair_ratio_limits, ratio_limits),
	        pair_put(set, member, &pair, pair_difference_limits, difference_limits)));
}

static void
run(struct compare_set *set)
{
	struct field name = field_of(set->options->reference);
	size_t reference = set->count;
	size_t shown = 0;

	for (size_t i = 0; i < set->count; i++) {
		if (!is_shown(set, i))
			continue;
		shown++;
		if (field_equals(part_of(set->members[i].group), name))
			reference = i;
	}
	if (shown == 0)
		return;
	compare_count(set, reference == set->count);
	for (size_t i = 0; reference != set->count && i < set->count; i++)
		if (is_shown(set, i))
			put_member(set, i, reference);
}

static void
word(const struct compare_options *options, enum compare_column column, double put,
    struct buffer *text)
{
	(void)options;
	(void)column;
	pair_words(put, text);
}

static void
report(const struct compare_options *options, size_t sets, size_t lacking)
{
	if (lacking != 0)
		diag_warning("--reference '%s': %zu of %zu sets of groups have no such group whose "
		             "figure shows: their ratios are [z]%s",
		    options->reference, lacking, sets,
		    lacking == sets ? "; is it written as in the data?" : "");
}

const struct comparer ratio_comparer = { .name = "ratio",
	.over = COMPARE_PARTS,
	.columns = written,
	.run = run,
	.word = word,
	.report = report };
