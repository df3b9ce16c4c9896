/* SPDX-License-Identifier: GPL-3.0-or-later */
/* events: events over what they are set against. */
#include "events.h"

#include "../../lib/memory.h"
#include "../cell/cell_text.h"
#include "content.h"
#include "label.h"

#include <math.h>
#include <stdlib.h>

/* In this cell: count is of the records with both, sum of their events; what these are set
 * against is in squares where it is a whole number, else in exact. */

/* A double holds every count up to it. */
#define COUNT_MAX (UINT64_C(1) << 53)

enum kind_taken
events_take(const struct measure *measure, const struct measure_values *missing,
    const struct reader *reader, struct cell *cell, size_t *column)
{
	size_t above = measure->fields[MEASURE_ABOVE], below = measure->fields[MEASURE_BELOW];
	struct decimal exposure = { 0 };
	uint64_t events = 0;
	enum kind_taken first = content_count(reader_value(reader, above), missing, &events);
	enum kind_taken second = content_amount(reader_value(reader, below), missing, &exposure);
	enum kind_taken taken = content_worse(first, above, second, below, column);

	if (taken == KIND_LABELLED)
		label_note(cell, reader_value(reader, *column));
	if (taken != KIND_TAKEN)
		return taken;
	label_drop(cell);
	cell->count++;
	content_add(&cell->sum, events);
	if (exposure.scale == 0) {
		content_add(&cell->squares, (uint64_t)exposure.digits);
		return KIND_TAKEN;
	}
	if (cell->exact == NULL)
		cell->exact = xcalloc(1, sizeof(*cell->exact));
	decimal_sum_add(cell->exact, exposure);
	return KIND_TAKEN;
}

bool
events_overflow(const struct cell *cell)
{
	return cell->sum > COUNT_MAX || cell->squares == UINT64_MAX
	    || (cell->count != 0 && cell->exact != NULL && decimal_sum_overflows(cell->exact));
}

void
events_merge(struct cell *cell, const struct cell *other)
{
	if (!label_merge(cell, other))
		return;
	cell->count += other->count;
	content_add(&cell->sum, other->sum);
	content_add(&cell->squares, other->squares);
	if (other->exact == NULL)
		return;
	if (cell->exact == NULL)
		cell->exact = xcalloc(1, sizeof(*cell->exact));
	decimal_sum_merge(cell->exact, other->exact);
}

void
events_release(struct cell *cell)
{
	free(cell->exact);
}

void
events_save(const struct cell *cell, struct buffer *text)
{
	if (cell->count == 0)
		label_save(cell, text);
	else if (cell->exact != NULL)
		cell_text_sum(text, cell->exact);
}

bool
events_load(struct cell *cell, struct field text)
{
	struct cell_text rest = cell_text_of(text);

	if (cell->count > cell->records)
		return false;
	if (cell->count == 0)
		return cell->sum == 0 && cell->squares == 0 && label_load(cell, text);
	if (text.length == 0)
		return true;
	cell->exact = xcalloc(1, sizeof(*cell->exact));
	*cell->exact = cell_text_read_sum(&rest);
	return cell_text_ends(&rest) && cell->exact->count <= cell->count && cell->exact->sum >= 0;
}

void
events_reckon(const struct measure *measure, const struct cell *cell, struct figure *figure)
{
	struct decimal_sum all = { .sum = (decimal_wide)cell->squares };
	double exposure;

	if (label_reckon(cell, figure))
		return;
	if (cell->exact != NULL)
		decimal_sum_merge(&all, cell->exact);
	exposure = decimal_sum_total(&all);
	figure->answers = cell->count;
	figure->base = exposure < (double)UINT64_MAX ? (uint64_t)exposure : UINT64_MAX;
	figure->numerator = (struct figure_part){ FIGURE_COUNT, (double)cell->sum, 0 };
	figure->denominator = (struct figure_part){ FIGURE_PUBLIC, exposure, all.scale };
	if (cell->count == 0)
		figure->denominator.kind = FIGURE_NO_PART;
	figure->exact = exposure > 0 ? measure->multiplier * (double)cell->sum / exposure : NAN;
}

bool
events_hide(const struct measure *measure, const struct cell *cell, const struct figure *figure,
    const struct disclosure *rule)
{
	(void)measure;
	(void)figure;
	return !disclosure_shows(rule, cell->sum);
}

/* What they are set against is known to all, so a value of the exact events would give them
 * away. */
void
events_publish(const struct measure *measure, const struct cell *cell,
    const struct disclosure *rule, struct figure *figure)
{
	figure->model = FIGURE_POISSON;
	figure->n = figure->denominator.exact;
	figure->events = (double)disclosure_count(rule, cell->sum);
	figure->published = figure->exact;
	if (disclosure_rounds(rule))
		figure->published = figure_rounded(
		    measure->multiplier * figure->events / figure->n, figure->decimals);
}

bool
events_limits(const struct measure *measure, const struct figure *figure, bool exact,
    double confidence, struct interval *interval)
{
	bool good = exact ? interval_poisson_exact(figure->events, confidence, interval)
	                  : interval_count(figure->events, confidence, interval);

	if (!good)
		return false;
	interval->lower *= measure->multiplier / figure->n;
	interval->upper *= measure->multiplier / figure->n;
	return true;
}

const char *
events_method(const struct figure *figure, bool exact)
{
	return exact || figure->events < INTERVAL_BYAR_FROM ? "poisson_exact" : "byar";
}
