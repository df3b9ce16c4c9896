/* SPDX-License-Identifier: GPL-3.0-or-later */
/* secondary: hides further counts where suppressed ones could be worked out. */
#include "secondary.h"

#include "../../lib/memory.h"
#include "secondary_table.h"

#include <stdlib.h>
#include <string.h>

/* Unknown counts of one table whose bounds are worked out exactly. */
#define EXACT_MAX 5000
/* Sums and figures narrow each other; past so many turns little is left to find. */
#define TURNS_MAX 10

static int
compare_place(const void *a, const void *b)
{
	const struct group *left = *(struct group *const *)a;
	const struct group *right = *(struct group *const *)b;
	int order = (left->day > right->day) - (left->day < right->day);

	if (order == 0)
		order = field_compare(left->period, right->period);
	if (order == 0)
		order = field_compare(left->by, right->by);
	return order != 0 ? order : field_compare(left->unit, right->unit);
}

static bool
same_place(const struct group *left, const struct group *right)
{
	return field_equals(left->period, right->period) && field_equals(left->by, right->by);
}

/* How many values a suppressed count has to keep: as many as the rule hides, or where it
 * rounds, which blurs the rest, two. */
static uint64_t
width_of(const struct disclosure *rule)
{
	uint64_t width = disclosure_width(rule);

	return disclosure_rounds(rule) && width > 2 ? 2 : width;
}

/* A figure of which a count is hidden does not show. */
static bool
narrow_pair(struct secondary_table *table, struct count_pair *pair)
{
	if (table->counts[pair->above].status == HIDDEN
	    || table->counts[pair->below].status == HIDDEN)
		pair->valued = false;
	return pair_narrow(&table->additive, pair);
}

/* Narrows the ranges as far as sums and figures do. */
static void
narrow(struct secondary_table *table)
{
	size_t pairs = table->member_count * table->groups->measures->count;
	int64_t enough = (int64_t)width_of(table->rule);
	bool changed = true;

	for (size_t turn = 0; changed && turn < TURNS_MAX; turn++) {
		additive_solve(&table->additive, table->wide, EXACT_MAX, enough);
		changed = false;
		for (size_t i = 0; i < pairs; i++)
			if (narrow_pair(table, &table->pairs[i]))
				changed = true;
	}
}

/* What the hidden counts can be as things stand: for sure, and by the guess that they are
 * small ones. */
static void
audit(struct secondary_table *table)
{
	size_t variables = table->member_count * table->layers;
	struct additive_range *ranges = table->additive.ranges;

	for (size_t i = 0; i < variables; i++) {
		const struct secondary_count *count = &table->counts[i];
		bool shown = count->status == SHOWN || count->status == ABSENT;

		table->wide[i] = shown ? count->shown : count->wide;
		ranges[i] = table->wide[i];
	}
	narrow(table);
	for (size_t i = 0; i < variables; i++) {
		table->sure[i] = (uint64_t)(ranges[i].upper - ranges[i].lower);
		if (table->counts[i].status == SUPPRESSED || table->counts[i].status == HIDDEN)
			ranges[i] = table->counts[i].narrow;
		else
			ranges[i] = table->wide[i];
	}
	narrow(table);
}

/* A count that is hidden for the sake of others is no secret, but hides nothing either once
 * it is known. */
static bool
is_unsafe(const struct secondary_table *table, size_t i)
{
	const struct secondary_count *count = &table->counts[i];
	struct additive_range range = table->additive.ranges[i];
	uint64_t width = width_of(table->rule);

	/* a rule that hides one number alone says it with every "*" */
	if (count->given_up || width <= 1)
		return false;
	if (count->status == SUPPRESSED && (uint64_t)(range.upper - range.lower) + 1 < width)
		return true;
	return (count->status == SUPPRESSED || count->status == HIDDEN)
	    && table->sure[i] + 1 < width;
}

static bool
is_in(
    const struct secondary_table *table, const struct additive_relation *relation, size_t variable)
{
	for (size_t i = 0; i < relation->count; i++)
		if (table->additive.terms[relation->first + i].variable == variable)
			return true;
	return false;
}

/* A 0 that the rule shows goes last: it tells of nobody. */
static bool
is_sooner(const struct secondary_count *count, const struct secondary_count *other)
{
	if (count->size == 0 || other->size == 0)
		return count->size > other->size;
	return count->size < other->size;
}

/* The smallest count that is shown in a sum of this one, of the sum that hides fewest; NULL
 * where none is. */
static struct secondary_count *
choose(struct secondary_table *table, size_t variable)
{
	struct secondary_count *best = NULL;
	size_t fewest = 0;

	for (size_t r = 0; r < table->additive.relation_count; r++) {
		const struct additive_relation *relation = &table->additive.relations[r];
		struct secondary_count *smallest = NULL;
		size_t hidden = 0;

		if (!is_in(table, relation, variable))
			continue;
		for (size_t i = 0; i < relation->count; i++) {
			struct secondary_count *count =
			    &table->counts[table->additive.terms[relation->first + i].variable];

			hidden += count->status == SUPPRESSED || count->status == HIDDEN;
			if (count->status == SHOWN && !count->national
			    && (smallest == NULL || is_sooner(count, smallest)))
				smallest = count;
		}
		if (smallest != NULL && (best == NULL || hidden < fewest)) {
			best = smallest;
			fewest = hidden;
		}
	}
	return best;
}

/* Hides until no suppressed count is known too well. */
static void
protect(struct secondary_table *table)
{
	size_t variables = table->member_count * table->layers;

	audit(table);
	for (size_t i = 0; i < variables; i++) {
		struct secondary_count *further;

		if (!is_unsafe(table, i))
			continue;
		further = choose(table, i);
		if (further != NULL)
			further->status = HIDDEN;
		else
			table->counts[i].given_up = true;
		audit(table);
		i = (size_t)-1; /* what was safe is not any less so, but begin anew */
	}
}

static void
mark_cells(const struct secondary_table *table)
{
	static const unsigned char parts[SECONDARY_PARTS] = { CELL_RECORDS, CELL_NUMERATOR,
		CELL_DENOMINATOR };

	for (size_t i = 0; i < table->member_count; i++)
		for (size_t layer = 0; layer < table->layers; layer++)
			if (secondary_at(table, i, layer)->status == HIDDEN)
				table->members[i]->cells[layer / SECONDARY_PARTS].hidden |=
				    parts[layer % SECONDARY_PARTS];
}

static void
protect_place(struct secondary_table *table)
{
	secondary_fill(table);
	if (table->additive.relation_count != 0) {
		protect(table);
		mark_cells(table);
	}
	secondary_empty(table);
}

/* Whether anything may add up. */
static bool
adds_up(const struct groups *groups)
{
	for (size_t m = 0; m < groups->measures->count; m++)
		if (groups->measures->items[m].part_of != NULL)
			return groups->count != 0;
	for (size_t g = 0; g < groups->count; g++)
		if (groups->sorted[g]->total || groups->sorted[g]->national)
			return true;
	return false;
}

void
secondary_hide(const struct groups *groups, const struct disclosure *rule)
{
	struct secondary_table table = { .groups = groups, .rule = rule };
	struct group **sorted;
	size_t *same;
	size_t end;

	if (rule->minimum == 0 || !adds_up(groups))
		return;
	sorted = xcalloc(groups->count, sizeof(struct group *));
	memcpy(sorted, groups->sorted, groups->count * sizeof(struct group *));
	qsort(sorted, groups->count, sizeof(struct group *), compare_place);
	same = secondary_same(groups, rule);
	table.same = same;
	table.layers = groups->measures->count * SECONDARY_PARTS;
	for (size_t first = 0; first < groups->count; first = end) {
		for (end = first + 1; end < groups->count; end++)
			if (!same_place(sorted[first], sorted[end]))
				break;
		table.members = sorted + first;
		table.member_count = end - first;
		protect_place(&table);
	}
	additive_release(&table.additive);
	free(sorted);
	free(same);
}
