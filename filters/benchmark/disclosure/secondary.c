/* SPDX-License-Identifier: GPL-3.0-or-later */
/* secondary: hides further counts where suppressed ones could be worked out. */
#include "secondary.h"

#include "../../lib/memory.h"
#include "../figure/figure.h"
#include "../group/group_rule.h"
#include "../kind/kind.h"
#include "additive.h"
#include "pair.h"

#include <stdlib.h>
#include <string.h>

/* Records, numerator and denominator of each measure. */
#define PARTS 3
/* Unknown counts of one table whose bounds are worked out exactly. */
#define EXACT_MAX 5000
/* Sums and figures narrow each other; past so many turns little is left to find. */
#define TURNS_MAX 10

enum showing { ABSENT, SHOWN, SUPPRESSED, HIDDEN };

/* One count of one group. */
struct count {
	enum showing status;
	bool sum;      /* no count but a sum of answers, of which any may be any */
	bool given_up; /* nothing is left that could be hidden for it */
	bool national;
	int64_t value;
	uint64_t size; /* what the smallest is chosen by */
	struct additive_range shown;
	struct additive_range narrow; /* where it is hidden: as a count that the rule hides */
	struct additive_range wide;   /* and as any */
};

/* The groups of one period and further columns. */
struct table {
	const struct groups *groups;
	const struct disclosure *rule;
	const size_t *same; /* of each layer, the first that has the same counts everywhere */
	size_t layers;      /* PARTS of each measure */
	struct group **members;
	size_t member_count;
	struct count *counts; /* of each member, of each layer; also the variables */
	struct additive additive;
	struct additive_range *wide;
	uint64_t *sure;           /* of each variable: how far its bounds are apart for sure */
	struct count_pair *pairs; /* of each member, of each measure */
};

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
		size_t l = left / PARTS, r = right / PARTS;
		struct figure first = figure_of(&measures->items[l], &group->cells[l], rule);
		struct figure second = figure_of(&measures->items[r], &group->cells[r], rule);
		struct figure_part one = part_of(&first, left % PARTS);
		struct figure_part other = part_of(&second, right % PARTS);

		if (first.given || second.given || one.kind != FIGURE_COUNT
		    || other.kind != FIGURE_COUNT || one.exact < other.exact
		    || one.exact > other.exact)
			return false;
	}
	return true;
}

static size_t *
find_same(const struct groups *groups, const struct disclosure *rule)
{
	size_t layers = groups->measures->count * PARTS;
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

static struct count
count_of(const struct figure *figure, const struct figure_part *part, size_t index,
    const struct disclosure *rule)
{
	struct disclosure_range hidden = disclosure_hidden(rule), shown;
	struct count count = { .status = ABSENT, .size = figure->answers };

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

static struct count *
count_at(const struct table *table, size_t member, size_t layer)
{
	return &table->counts[member * table->layers + table->same[layer]];
}

static void
take_counts(struct table *table)
{
	for (size_t i = 0; i < table->member_count; i++) {
		const struct group *group = table->members[i];
		const struct disclosure *rule = group_rule(group, table->rule);

		for (size_t layer = 0; layer < table->layers; layer++) {
			const struct measure *measure =
			    &table->groups->measures->items[layer / PARTS];
			struct figure figure =
			    figure_of(measure, &group->cells[layer / PARTS], rule);
			struct figure_part part = part_of(&figure, layer % PARTS);
			struct count *count = count_at(table, i, layer);

			/* what is published already is nobody's secret */
			if (table->same[layer] != layer || figure.given)
				continue;
			*count = count_of(&figure, &part, layer % PARTS, rule);
			count->national = group->national;
		}
	}
}

/* How the value of a figure comes from its counts, which gives them away too. */
static struct count_pair
pair_of(const struct table *table, size_t member, size_t m)
{
	const struct group *group = table->members[member];
	const struct disclosure *rule = group_rule(group, table->rule);
	const struct measure *measure = &table->groups->measures->items[m];
	struct figure figure = figure_of(measure, &group->cells[m], rule);
	const struct count *above = count_at(table, member, m * PARTS + 1);
	const struct count *below = count_at(table, member, m * PARTS + 2);
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
take_pairs(struct table *table)
{
	size_t measures = table->groups->measures->count;

	for (size_t i = 0; i < table->member_count; i++)
		for (size_t m = 0; m < measures; m++)
			table->pairs[i * measures + m] = pair_of(table, i, m);
}

static void
add_term(struct table *table, const struct count *count, int sign)
{
	additive_term(&table->additive, (size_t)(count - table->counts), sign);
}

/* The units of one layer and a total, where they add up to it. */
static void
relate_units(struct table *table, size_t whole, size_t layer)
{
	const struct count *total = count_at(table, whole, layer);
	int64_t sum = 0;

	if (table->same[layer] != layer || total->status == ABSENT)
		return;
	for (size_t i = 0; i < table->member_count; i++)
		if (!table->members[i]->total && !table->members[i]->national)
			sum += count_at(table, i, layer)->value;
	if (total->sum ? !table->members[whole]->total : sum != total->value)
		return;
	additive_relation(&table->additive);
	for (size_t i = 0; i < table->member_count; i++)
		if (!table->members[i]->total && !table->members[i]->national)
			add_term(table, count_at(table, i, layer), 1);
	add_term(table, total, -1);
}

static bool
is_part(const struct measure *measure, const struct measure *of)
{
	return measure->part_of != NULL && strcmp(measure->part_of, of->part_of) == 0;
}

/* The numerators of one whole's parts and its denominator, where they add up to it. */
static void
relate_parts(struct table *table, size_t member, size_t first)
{
	const struct measures *measures = table->groups->measures;
	const struct measure *of = &measures->items[first];
	const struct count *whole = count_at(table, member, first * PARTS + 2);
	int64_t sum = 0;

	if (of->part_of == NULL)
		return;
	for (size_t m = 0; m < first; m++)
		if (is_part(&measures->items[m], of))
			return;
	for (size_t m = first; m < measures->count; m++)
		if (is_part(&measures->items[m], of))
			sum += count_at(table, member, m * PARTS + 1)->value;
	if (whole->sum || whole->status == ABSENT || sum != whole->value)
		return;
	additive_relation(&table->additive);
	for (size_t m = first; m < measures->count; m++)
		if (is_part(&measures->items[m], of))
			add_term(table, count_at(table, member, m * PARTS + 1), 1);
	add_term(table, whole, -1);
}

static void
relate(struct table *table)
{
	for (size_t i = 0; i < table->member_count; i++)
		if (table->members[i]->total || table->members[i]->national)
			for (size_t layer = 0; layer < table->layers; layer++)
				relate_units(table, i, layer);
	for (size_t i = 0; i < table->member_count; i++)
		for (size_t m = 0; m < table->groups->measures->count; m++)
			relate_parts(table, i, m);
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
narrow_pair(struct table *table, struct count_pair *pair)
{
	if (table->counts[pair->above].status == HIDDEN
	    || table->counts[pair->below].status == HIDDEN)
		pair->valued = false;
	return pair_narrow(&table->additive, pair);
}

/* Narrows the ranges as far as sums and figures do. */
static void
narrow(struct table *table)
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
audit(struct table *table)
{
	size_t variables = table->member_count * table->layers;
	struct additive_range *ranges = table->additive.ranges;

	for (size_t i = 0; i < variables; i++) {
		const struct count *count = &table->counts[i];
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
is_unsafe(const struct table *table, size_t i)
{
	const struct count *count = &table->counts[i];
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
is_in(const struct table *table, const struct additive_relation *relation, size_t variable)
{
	for (size_t i = 0; i < relation->count; i++)
		if (table->additive.terms[relation->first + i].variable == variable)
			return true;
	return false;
}

/* A 0 that the rule shows goes last: it tells of nobody. */
static bool
is_sooner(const struct count *count, const struct count *other)
{
	if (count->size == 0 || other->size == 0)
		return count->size > other->size;
	return count->size < other->size;
}

/* The smallest count that is shown in a sum of this one, of the sum that hides fewest; NULL
 * where none is. */
static struct count *
choose(struct table *table, size_t variable)
{
	struct count *best = NULL;
	size_t fewest = 0;

	for (size_t r = 0; r < table->additive.relation_count; r++) {
		const struct additive_relation *relation = &table->additive.relations[r];
		struct count *smallest = NULL;
		size_t hidden = 0;

		if (!is_in(table, relation, variable))
			continue;
		for (size_t i = 0; i < relation->count; i++) {
			struct count *count =
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
protect(struct table *table)
{
	size_t variables = table->member_count * table->layers;

	audit(table);
	for (size_t i = 0; i < variables; i++) {
		struct count *further;

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
mark_cells(const struct table *table)
{
	static const unsigned char parts[PARTS] = { CELL_RECORDS, CELL_NUMERATOR,
		CELL_DENOMINATOR };

	for (size_t i = 0; i < table->member_count; i++)
		for (size_t layer = 0; layer < table->layers; layer++)
			if (count_at(table, i, layer)->status == HIDDEN)
				table->members[i]->cells[layer / PARTS].hidden |=
				    parts[layer % PARTS];
}

static void
protect_place(struct table *table)
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
	if (table->additive.relation_count != 0) {
		protect(table);
		mark_cells(table);
	}
	free(table->counts);
	free(table->wide);
	free(table->pairs);
	free(table->sure);
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
	struct table table = { .groups = groups, .rule = rule };
	struct group **sorted;
	size_t *same;
	size_t end;

	if (rule->minimum == 0 || !adds_up(groups))
		return;
	sorted = xcalloc(groups->count, sizeof(struct group *));
	memcpy(sorted, groups->sorted, groups->count * sizeof(struct group *));
	qsort(sorted, groups->count, sizeof(struct group *), compare_place);
	same = find_same(groups, rule);
	table.same = same;
	table.layers = groups->measures->count * PARTS;
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
