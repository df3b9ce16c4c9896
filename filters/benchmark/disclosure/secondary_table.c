/* SPDX-License-Identifier: GPL-3.0-or-later */
/* secondary_table: the counts of one period and further columns, and which of them add up. */
#include "secondary_table.h"

#include "../../lib/memory.h"
#include "../figure/figure.h"
#include "../group/group_rule.h"
#include "../kind/kind.h"

#include <stdlib.h>
#include <string.h>

static struct figure_part
part_of(const struct figure *figure, size_t part)
{
	if (figure->given)
		return (struct figure_part){ FIGURE_NO_PART, 0, 0 };
	if (part == 0)
		return (struct figure_part){ FIGURE_COUNT, (double)figure->records, 0 };
	return part == 1 ? figure->numerator : figure->denominator;
}

/* Whether two layers have the same counts in every group, as the records of all measures
 * without a condition have. */
static bool
are_same(const struct groups *groups, const struct disclosure *rule, size_t left, size_t right)
{
	const struct measures *measures = groups->measures;

	for (size_t g = 0; g < groups->count; g++) {
		const struct group *group = groups->sorted[g];
		size_t l = left / SECONDARY_PARTS, r = right / SECONDARY_PARTS;
		struct figure first = figure_of(&measures->items[l], &group->cells[l], rule);
		struct figure second = figure_of(&measures->items[r], &group->cells[r], rule);
		struct figure_part one = part_of(&first, left % SECONDARY_PARTS);
		struct figure_part other = part_of(&second, right % SECONDARY_PARTS);

		if (first.given || second.given || one.kind != FIGURE_COUNT
		    || other.kind != FIGURE_COUNT || one.exact < other.exact
		    || one.exact > other.exact)
			return false;
	}
	return true;
}

size_t *
secondary_same(const struct groups *groups, const struct disclosure *rule)
{
	size_t layers = groups->measures->count * SECONDARY_PARTS;
	size_t *same = xcalloc(layers + 1, sizeof(*same));

	for (size_t layer = 0; layer < layers; layer++) {
		same[layer] = layer;
		for (size_t before = 0; before < layer; before++)
			if (same[before] == before && are_same(groups, rule, before, layer)) {
				same[layer] = before;
				break;
			}
	}
	return same;
}

/* The largest count that is published as this one. */
static int64_t
most_of(const struct disclosure *rule, double count)
{
	uint64_t exact = (uint64_t)count;

	return disclosure_shows(rule, exact)
	    ? disclosure_behind(rule, disclosure_count(rule, exact)).upper
	    : ADDITIVE_MOST;
}

static struct secondary_count
count_of(const struct figure *figure, const struct figure_part *part, size_t index,
    const struct disclosure *rule)
{
	struct disclosure_range hidden = disclosure_hidden(rule), shown;
	struct secondary_count count = { .status = ABSENT, .size = figure->answers };

	if (part->kind == FIGURE_SUM) {
		count.sum = true;
		count.status = figure->state == FIGURE_SUPPRESSED ? SUPPRESSED : SHOWN;
		count.narrow = (struct additive_range){ -ADDITIVE_MOST, ADDITIVE_MOST };
		count.wide = count.narrow;
		return count;
	}
	if (part->kind != FIGURE_COUNT)
		return count;
	count.value = (int64_t)part->exact;
	count.size = (uint64_t)part->exact;
	count.status = disclosure_shows(rule, count.size) ? SHOWN : SUPPRESSED;
	shown = disclosure_behind(rule, disclosure_count(rule, count.size));
	count.shown = (struct additive_range){ shown.lower, shown.upper };
	count.narrow = (struct additive_range){ hidden.lower, hidden.upper };
	count.wide = (struct additive_range){ 0, ADDITIVE_MOST };
	/* a numerator is no more than its denominator, this no more than the records */
	if (index == 1 && figure->denominator.kind == FIGURE_COUNT)
		count.wide.upper = most_of(rule, figure->denominator.exact);
	else if (index != 0 && figure->records >= count.size)
		count.wide.upper = most_of(rule, (double)figure->records);
	return count;
}

static void
take_counts(struct secondary_table *table)
{
	for (size_t i = 0; i < table->member_count; i++) {
		const struct group *group = table->members[i];
		const struct disclosure *rule = group_rule(group, table->rule);

		for (size_t layer = 0; layer < table->layers; layer++) {
			const struct measure *measure =
			    &table->groups->measures->items[layer / SECONDARY_PARTS];
			struct figure figure =
			    figure_of(measure, &group->cells[layer / SECONDARY_PARTS], rule);
			struct figure_part part = part_of(&figure, layer % SECONDARY_PARTS);
			struct secondary_count *count = secondary_at(table, i, layer);

			/* what is published already is nobody's secret */
			if (table->same[layer] != layer || figure.given)
				continue;
			*count = count_of(&figure, &part, layer % SECONDARY_PARTS, rule);
			count->national = group->national;
		}
	}
}

/* How the value of a figure comes from its counts, which gives them away too. */
static struct count_pair
pair_of(const struct secondary_table *table, size_t member, size_t m)
{
	const struct group *group = table->members[member];
	const struct disclosure *rule = group_rule(group, table->rule);
	const struct measure *measure = &table->groups->measures->items[m];
	struct figure figure = figure_of(measure, &group->cells[m], rule);
	const struct secondary_count *above = secondary_at(table, member, m * SECONDARY_PARTS + 1);
	const struct secondary_count *below = secondary_at(table, member, m * SECONDARY_PARTS + 2);
	struct count_pair pair = { .kind = PAIR_NONE,
		.above = (size_t)(above - table->counts),
		.below = (size_t)(below - table->counts),
		.valued = figure.state == FIGURE_SHOWN,
		.decimals = figure.decimals,
		.multiplier = measure->multiplier };

	if (below->status == ABSENT || below->sum || !disclosure_rounds(rule))
		return pair;
	if (pair.valued)
		pair.value = figure_rounded(figure.published, figure.decimals);
	if (figure.model == FIGURE_BINOMIAL && above->status != ABSENT && !above->sum) {
		pair.kind = PAIR_SHARE;
		pair.valued = pair.valued && !disclosure_shares_published(rule);
	} else if (measure->kind == &kind_mean) {
		pair.kind = PAIR_MEAN;
	}
	return pair;
}

static void
take_pairs(struct secondary_table *table)
{
	size_t measures = table->groups->measures->count;

	for (size_t i = 0; i < table->member_count; i++)
		for (size_t m = 0; m < measures; m++)
			table->pairs[i * measures + m] = pair_of(table, i, m);
}

static void
add_term(struct secondary_table *table, const struct secondary_count *count, int sign)
{
	additive_term(&table->additive, (size_t)(count - table->counts), sign);
}

/* The units of one layer and a total, where they add up to it. */
static void
relate_units(struct secondary_table *table, size_t whole, size_t layer)
{
	const struct secondary_count *total = secondary_at(table, whole, layer);
	int64_t sum = 0;

	if (table->same[layer] != layer || total->status == ABSENT)
		return;
	for (size_t i = 0; i < table->member_count; i++)
		if (!table->members[i]->total && !table->members[i]->national)
			sum += secondary_at(table, i, layer)->value;
	if (total->sum ? !table->members[whole]->total : sum != total->value)
		return;
	additive_relation(&table->additive);
	for (size_t i = 0; i < table->member_count; i++)
		if (!table->members[i]->total && !table->members[i]->national)
			add_term(table, secondary_at(table, i, layer), 1);
	add_term(table, total, -1);
}

static bool
is_part(const struct measure *measure, const struct measure *of)
{
	return measure->part_of != NULL && strcmp(measure->part_of, of->part_of) == 0;
}

/* The numerators of one whole's parts and its denominator, where they add up to it. */
static void
relate_parts(struct secondary_table *table, size_t member, size_t first)
{
	const struct measures *measures = table->groups->measures;
	const struct measure *of = &measures->items[first];
	const struct secondary_count *whole =
	    secondary_at(table, member, first * SECONDARY_PARTS + 2);
	int64_t sum = 0;

	if (of->part_of == NULL)
		return;
	for (size_t m = 0; m < first; m++)
		if (is_part(&measures->items[m], of))
			return;
	for (size_t m = first; m < measures->count; m++)
		if (is_part(&measures->items[m], of))
			sum += secondary_at(table, member, m * SECONDARY_PARTS + 1)->value;
	if (whole->sum || whole->status == ABSENT || sum != whole->value)
		return;
	additive_relation(&table->additive);
	for (size_t m = first; m < measures->count; m++)
		if (is_part(&measures->items[m], of))
			add_term(table, secondary_at(table, member, m * SECONDARY_PARTS + 1), 1);
	add_term(table, whole, -1);
}

static void
relate(struct secondary_table *table)
{
	for (size_t i = 0; i < table->member_count; i++)
		if (table->members[i]->total || table->members[i]->national)
			for (size_t layer = 0; layer < table->layers; layer++)
				relate_units(table, i, layer);
	for (size_t i = 0; i < table->member_count; i++)
		for (size_t m = 0; m < table->groups->measures->count; m++)
			relate_parts(table, i, m);
}

void
secondary_fill(struct secondary_table *table)
{
	size_t variables = table->member_count * table->layers;

	table->counts = xcalloc(variables + 1, sizeof(*table->counts));
	table->wide = xcalloc(variables + 1, sizeof(*table->wide));
	table->pairs = xcalloc(variables + 1, sizeof(*table->pairs));
	table->sure = xcalloc(variables + 1, sizeof(*table->sure));
	additive_clear(&table->additive);
	for (size_t i = 0; i < variables; i++)
		additive_variable(&table->additive, 0, 0);
	take_counts(table);
	take_pairs(table);
	relate(table);
}

void
secondary_empty(struct secondary_table *table)
{
	free(table->counts);
	free(table->wide);
	free(table->pairs);
	free(table->sure);
}
