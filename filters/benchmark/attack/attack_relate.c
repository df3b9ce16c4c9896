/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attack_relate: which published counts add up, and which are the same. */
#include "attack_table.h"

#include <stdlib.h>
#include <string.h>

/* What follows the unit in the key: period, further columns, measure. */
static struct field
place_of(const struct attack_row *row)
{
	return (struct field){ row->key.data + row->unit, row->key.length - row->unit };
}

static struct field
group_of(const struct attack_row *row)
{
	return (struct field){ row->key.data, row->group };
}

static int
compare_place(const void *a, const void *b)
{
	const struct attack_row *left = *(const struct attack_row *const *)a;
	const struct attack_row *right = *(const struct attack_row *const *)b;
	int order = (left->input > right->input) - (left->input < right->input);

	if (order == 0)
		order = field_compare(place_of(left), place_of(right));
	return order != 0 ? order : field_compare(attack_unit(left), attack_unit(right));
}

static int
compare_group(const void *a, const void *b)
{
	const struct attack_row *left = *(const struct attack_row *const *)a;
	const struct attack_row *right = *(const struct attack_row *const *)b;
	int order = (left->input > right->input) - (left->input < right->input);

	if (order == 0)
		order = field_compare(group_of(left), group_of(right));
	return order != 0 ? order : field_compare(attack_measure(left), attack_measure(right));
}

/* Of a relation that was just filled: what cannot be is no relation. */
static void
keep_if_true(struct attack_table *table)
{
	struct additive *additive = &table->additive;
	size_t last = additive->relation_count - 1;
	const struct additive_relation *relation = &additive->relations[last];
	int64_t lower = 0, upper = 0;

	for (size_t i = 0; i < relation->count; i++) {
		const struct additive_term *term = &additive->terms[relation->first + i];
		struct additive_range range = table->wide[term->variable];

		lower += term->sign > 0 ? range.lower : -range.upper;
		upper += term->sign > 0 ? range.upper : -range.lower;
	}
	if (lower <= 0 && upper >= 0)
		return;
	table->apart++;
	additive->term_count = relation->first;
	additive->relation_count--;
}

static void
relate_whole(struct attack_table *table, struct attack_row *const *rows, size_t count,
    const struct attack_row *whole, size_t part)
{
	for (size_t i = 0; i < count; i++)
		if (!rows[i]->whole && rows[i]->counts[part].state == ATTACK_NOTHING)
			return;
	additive_relation(&table->additive);
	for (size_t i = 0; i < count; i++)
		if (!rows[i]->whole)
			additive_term(&table->additive, rows[i]->counts[part].variable, 1);
	additive_term(&table->additive, whole->counts[part].variable, -1);
	keep_if_true(table);
}

/* The units of one place and measure, and their total. */
static void
relate_units(struct attack_table *table, struct attack_row *const *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t part = 0; part < ATTACK_PARTS; part++)
			if (rows[i]->whole && rows[i]->counts[part].state != ATTACK_NOTHING)
				relate_whole(table, rows, count, rows[i], part);
}

static void
relate_same(
    struct attack_table *table, const struct attack_count *left, const struct attack_count *right)
{
	if (left->state == ATTACK_NOTHING || right->state == ATTACK_NOTHING
	    || left->variable == right->variable)
		return;
	additive_relation(&table->additive);
	additive_term(&table->additive, left->variable, 1);
	additive_term(&table->additive, right->variable, -1);
	keep_if_true(table);
}

static bool
is_part(const struct attack_row *row, const char *name)
{
	return row->measure != NULL && row->measure->part_of != NULL
	    && strcmp(row->measure->part_of, name) == 0;
}

/* The parts of the whole that this row's measure is the first of. */
static void
relate_parts(struct attack_table *table, struct attack_row *const *rows, size_t count, size_t first)
{
	const char *name = rows[first]->measure->part_of;
	const struct measures *measures = table->options->measures;
	size_t parts = 0, there = 0;

	for (size_t i = 0; i < first; i++)
		if (is_part(rows[i], name))
			return;
	for (size_t i = 0; i < measures->count; i++)
		parts += measures->items[i].part_of != NULL
		    && strcmp(measures->items[i].part_of, name) == 0;
	for (size_t i = first; i < count; i++) {
		if (!is_part(rows[i], name))
			continue;
		there += rows[i]->counts[ATTACK_NUMERATOR].state != ATTACK_NOTHING;
		relate_same(table, &rows[first]->counts[ATTACK_DENOMINATOR],
		    &rows[i]->counts[ATTACK_DENOMINATOR]);
	}
	if (there != parts || rows[first]->counts[ATTACK_DENOMINATOR].state == ATTACK_NOTHING)
		return;
	additive_relation(&table->additive);
	for (size_t i = first; i < count; i++)
		if (is_part(rows[i], name))
			additive_term(
			    &table->additive, rows[i]->counts[ATTACK_NUMERATOR].variable, 1);
	additive_term(&table->additive, rows[first]->counts[ATTACK_DENOMINATOR].variable, -1);
	keep_if_true(table);
}

/* The measures of one group. */
static void
relate_measures(struct attack_table *table, struct attack_row *const *rows, size_t count)
{
	const struct attack_row *all = NULL;

	for (size_t i = 0; i < count; i++) {
		if (rows[i]->measure == NULL)
			continue;
		if (rows[i]->measure->part_of != NULL)
			relate_parts(table, rows, count, i);
		if (rows[i]->measure->where != NULL)
			continue;
		if (all == NULL)
			all = rows[i];
		relate_same(table, &all->counts[ATTACK_RECORDS], &rows[i]->counts[ATTACK_RECORDS]);
	}
}

typedef void (*relate_run)(
    struct attack_table *table, struct attack_row *const *rows, size_t count);

/* Runs of sorted rows that have the same field. */
static void
relate_runs(struct attack_table *table, struct attack_row **rows,
    struct field (*field)(const struct attack_row *), relate_run run)
{
	size_t end;

	for (size_t first = 0; first < table->count; first = end) {
		for (end = first + 1; end < table->count; end++)
			if (rows[first]->input != rows[end]->input
			    || !field_equals(field(rows[first]), field(rows[end])))
				break;
		run(table, rows + first, end - first);
	}
}

void
attack_relate(struct attack_table *table)
{
	struct attack_row **rows = xcalloc(table->count, sizeof(struct attack_row *));

	for (size_t i = 0; i < table->count; i++)
		rows[i] = &table->rows[i];
	if (table->options->total != NULL || table->options->national != NULL) {
		qsort(rows, table->count, sizeof(struct attack_row *), compare_place);
		relate_runs(table, rows, place_of, relate_units);
	}
	if (table->options->measures->count != 0) {
		qsort(rows, table->count, sizeof(struct attack_row *), compare_group);
		relate_runs(table, rows, group_of, relate_measures);
	}
	free(rows);
}
