/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * proportion_of_counts: a proportion whose numerator and denominator are counts, each in a
 * column or, by a predicate, of records.
 */
#include "../cell/cell_text.h"
#include "../measure/measure_list.h"
#include "../measure/predicate.h"
#include "content.h"
#include "label.h"
#include "share.h"

/* In this cell: count is of the records with both, sum their numerators and squares their
 * denominators. */

/* A double holds every count up to it. */
#define COUNT_MAX (UINT64_C(1) << 53)

static bool
read_counts(const struct config_node *node, struct measure *measure, struct fault *fault)
{
	struct config_node above = config_member(node, "numerator");
	struct config_node below = config_member(node, "denominator");

	if (!measure_read_side(node, "numerator", measure, MEASURE_ABOVE, fault))
		return false;
	/* all records of which the numerator is known */
	if (config_is_object(&above) && !config_present(&below))
		return true;
	return measure_read_side(node, "denominator", measure, MEASURE_BELOW, fault);
}

/* What the record adds to one side; a predicate adds 1 or 0. */
static enum kind_taken
take_side(const struct measure *measure, enum measure_column side,
    const struct measure_values *missing, const struct reader *reader, uint64_t *count,
    size_t *column)
{
	struct predicate_answer answer;

	*column = measure->fields[side];
	if (measure->columns[side] != NULL)
		return content_count(reader_value(reader, *column), missing, count);
	*count = 1;
	if (measure->sides[side] == NULL)
		return KIND_TAKEN;
	answer = predicate_ask(measure->sides[side], missing, reader);
	*column = answer.field;
	*count = answer.truth == PREDICATE_TRUE;
	return answer.why;
}

static enum kind_taken
take(const struct measure *measure, const struct measure_values *missing,
    const struct reader *reader, struct cell *cell, size_t *column)
{
	size_t above_column, below_column;
	uint64_t above = 0, below = 0;
	enum kind_taken second =
	    take_side(measure, MEASURE_BELOW, missing, reader, &below, &below_column);
	enum kind_taken first =
	    take_side(measure, MEASURE_ABOVE, missing, reader, &above, &above_column);
	enum kind_taken taken = content_worse(first, above_column, second, below_column, column);

	/* the denominator says who is meant, whatever the numerator would have been */
	if (measure->sides[MEASURE_BELOW] != NULL && second == KIND_TAKEN && below == 0
	    && first <= KIND_LABELLED)
		return KIND_OUTSIDE;
	if (taken == KIND_LABELLED)
		label_note(cell, reader_value(reader, *column));
	if (taken != KIND_TAKEN)
		return taken;
	if (above > below)
		return KIND_BEYOND;
	label_drop(cell);
	content_add(&cell->sum, above);
	content_add(&cell->squares, below);
	cell->count++;
	return KIND_TAKEN;
}

static bool
overflows(const struct cell *cell)
{
	return cell->squares > COUNT_MAX;
}

static void
merge(struct cell *cell, const struct cell *other)
{
	if (!label_merge(cell, other))
		return;
	content_add(&cell->sum, other->sum);
	content_add(&cell->squares, other->squares);
	cell->count += other->count;
}

static bool
load(struct cell *cell, struct field text)
{
	if (cell->count > cell->records || cell->sum > cell->squares)
		return false;
	return cell->count == 0 ? cell->squares == 0 && label_load(cell, text) : text.length == 0;
}

static void
release(struct cell *cell)
{
	label_drop(cell);
}

/* The same counts where a share looks for them. */
static struct cell
share_of(const struct cell *cell)
{
	return (struct cell){ .count = cell->squares, .sum = cell->sum };
}

static void
reckon(const struct measure *measure, const struct cell *cell, struct figure *figure)
{
	struct cell share = share_of(cell);

	if (label_reckon(cell, figure))
		return;
	share_reckon(measure, &share, figure);
	figure->answers = cell->count;
}

static void
publish(const struct measure *measure, const struct cell *cell, const struct disclosure *rule,
    struct figure *figure)
{
	struct cell share = share_of(cell);

	share_publish(measure, &share, rule, figure);
}

static bool
hides(const struct measure *measure, const struct cell *cell, const struct figure *figure,
    const struct disclosure *rule)
{
	(void)measure;
	(void)figure;
	return !disclosure_shows(rule, cell->sum) || !disclosure_shows(rule, cell->squares);
}

static const char *const keys[] = { "numerator", "denominator", NULL };

const struct kind kind_proportion_of_counts = {
	.name = "proportion",
	.option = "NUM/DEN",
	.decimals = 1,
	.multiplier = 100,
	.keys = keys,
	.intervals = share_intervals,
	.record = KIND_RECORD_TABLE,
	.read = read_counts,
	.type = measure_split,
	.take = take,
	.overflows = overflows,
	.merge = merge,
	.release = release,
	.save = label_save,
	.load = load,
	.reckon = reckon,
	.hides = hides,
	.publish = publish,
	.limits = share_limits,
	.method = share_method,
};
