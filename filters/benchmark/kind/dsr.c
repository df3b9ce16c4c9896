/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dsr: directly standardised rates. */
#include "../../lib/memory.h"
#include "../cell/strata.h"
#include "../group/tally.h"
#include "../measure/measure_list.h"
#include "../measure/standard.h"
#include "content.h"

#include <math.h>
#include <stdlib.h>

/* In this cell: count is of the records that a stratum has, sum of their events; squares is 1
 * where some stratum came with two weights, and none of the records can be used. */

/* Under so many events the method of Dobson is not relied on, and English public health
 * shows no rate (PHEindicatormethods). */
#define DOBSON_FROM 10

/* The interval methods, in the order of their names. */
enum { DSR_DOBSON, DSR_NORMAL };

static bool
read_standard(const struct config_node *node, struct measure *measure, struct fault *fault)
{
	struct config_node weight = config_member(node, "weight");
	struct config_node standard = config_member(node, "standard");
	struct buffer path = { 0 };
	const char *name = NULL;

	if (!config_present(&standard))
		return measure_read_column(node, "weight", measure, MEASURE_WEIGHT, fault);
	if (config_present(&weight))
		return config_fault(
		    &weight, fault, "does not go with a standard, which is a file of weights");
	if (!config_text_required(&standard, &name, fault))
		return false;
	config_beside(&standard, name, &path);
	measure->standard = standard_read(path.data, fault);
	buffer_release(&path);
	return measure->standard != NULL;
}

static bool
read_dsr(const struct config_node *node, struct measure *measure, struct fault *fault)
{
	return measure_read_pair(node, measure, fault)
	    && measure_read_column(node, "stratum", measure, MEASURE_STRATUM, fault)
	    && read_standard(node, measure, fault);
}

/* The stratum's weight, which a file has by its name. */
static enum kind_taken
weigh(const struct measure *measure, const struct measure_values *missing,
    const struct reader *reader, struct field stratum, struct decimal *weight, size_t *column)
{
	*column = measure->fields[MEASURE_STRATUM];
	if (content_is_missing(missing, stratum))
		return KIND_MISSING;
	if (content_is_label(stratum))
		return KIND_LABELLED;
	if (measure->standard != NULL)
		return standard_find(measure->standard, stratum, weight) ? KIND_TAKEN
		                                                         : KIND_NO_WEIGHT;
	*column = measure->fields[MEASURE_WEIGHT];
	return content_amount(reader_value(reader, *column), missing, weight);
}

static enum kind_taken
take(const struct measure *measure, const struct measure_values *missing,
    const struct reader *reader, struct cell *cell, size_t *column)
{
	size_t above = measure->fields[MEASURE_ABOVE], below = measure->fields[MEASURE_BELOW];
	struct field stratum = reader_value(reader, measure->fields[MEASURE_STRATUM]);
	struct decimal people = { 0 }, weight = { 0 };
	uint64_t events = 0;
	size_t weighed;
	enum kind_taken first = content_count(reader_value(reader, above), missing, &events);
	enum kind_taken second = content_amount(reader_value(reader, below), missing, &people);
	enum kind_taken third = weigh(measure, missing, reader, stratum, &weight, &weighed);
	enum kind_taken taken = content_worse(first, above, second, below, column);

	taken = content_worse(taken, *column, third, weighed, column);
	if (taken == KIND_TAKEN && people.digits == 0 && events != 0) {
		*column = below;
		taken = KIND_NO_PEOPLE;
	}
	if (third == KIND_TAKEN && cell->strata == NULL)
		cell->strata = xcalloc(1, sizeof(*cell->strata));
	/* the rate over the other strata would be that of another population */
	if (third == KIND_TAKEN && taken != KIND_TAKEN)
		strata_expect(cell->strata, stratum);
	if (taken != KIND_TAKEN)
		return taken;
	cell->count++;
	content_add(&cell->sum, events);
	if (strata_add(cell->strata, stratum, events, people, weight))
		return KIND_TAKEN;
	*column = weighed;
	return KIND_UNEQUAL;
}

/* So many of the cell's records had counted as taken. */
static void
undo(struct cell *cell, uint64_t taken, struct tally *tally)
{
	if (cell->squares == 0)
		tally->invalid += taken;
	cell->squares = 1;
}

static void
clash(struct cell *cell, struct cell *other, struct tally *tally)
{
	if (other == NULL) {
		undo(cell, cell->count - 1, tally);
	} else if (cell->strata != NULL && other->strata != NULL
	    && strata_clash(cell->strata, other->strata)) {
		undo(cell, cell->count, tally);
		undo(other, other->count, tally);
	}
}

static bool
overflows(const struct cell *cell)
{
	return cell->strata != NULL && strata_overflow(cell->strata);
}

static void
merge(struct cell *cell, const struct cell *other)
{
	cell->count += other->count;
	content_add(&cell->sum, other->sum);
	cell->squares |= other->squares;
	if (other->strata == NULL)
		return;
	if (cell->strata == NULL)
		cell->strata = xcalloc(1, sizeof(*cell->strata));
	strata_merge(cell->strata, other->strata);
}

static void
release(struct cell *cell)
{
	if (cell->strata != NULL)
		strata_release(cell->strata);
	free(cell->strata);
}

static void
save(const struct cell *cell, struct buffer *text)
{
	if (cell->strata != NULL)
		strata_save(cell->strata, text);
}

static bool
load(struct cell *cell, struct field text)
{
	if (cell->count > cell->records || cell->squares > 1)
		return false;
	if (text.length == 0)
		return cell->count == 0 && cell->squares == 0;
	cell->strata = xcalloc(1, sizeof(*cell->strata));
	return strata_load(cell->strata, text)
	    && (cell->count != 0 || strata_events(cell->strata) == 0)
	    && cell->strata->unequal == (cell->squares == 1)
	    && (cell->strata->unequal || strata_events(cell->strata) == cell->sum);
}

/* A rate over all strata: of a file's, one that the data do not have has no rate. */
static struct strata_rate
rate_of(const struct measure *measure, const struct cell *cell)
{
	if (cell->strata == NULL
	    || (measure->standard != NULL
	        && cell->strata->count < standard_count(measure->standard)))
		return (struct strata_rate){ NAN, NAN };
	return strata_rate(cell->strata);
}

static void
reckon(const struct measure *measure, const struct cell *cell, struct figure *figure)
{
	struct decimal_sum people;
	double total;

	figure->answers = cell->squares == 0 ? cell->count : 0;
	figure->exact = measure->multiplier * rate_of(measure, cell).value;
	if (cell->count == 0 || cell->strata->unequal)
		return;
	people = strata_people(cell->strata);
	total = decimal_sum_total(&people);
	figure->numerator = (struct figure_part){ FIGURE_COUNT, (double)cell->sum, 0 };
	figure->denominator = (struct figure_part){ FIGURE_PUBLIC, total, people.scale };
	figure->base = total < (double)UINT64_MAX ? (uint64_t)total : UINT64_MAX;
	if (measure->interval == DSR_DOBSON && cell->sum < DOBSON_FROM)
		figure->state = FIGURE_LOW_BASE;
}

static bool
hides(const struct measure *measure, const struct cell *cell, const struct figure *figure,
    const struct disclosure *rule)
{
	(void)measure;
	(void)figure;
	return !disclosure_shows(rule, cell->sum);
}

/* Everybody knows the people and the weights, so the exact rate would give the events away:
 * it is taken in the measure of the published ones. */
static void
publish(const struct measure *measure, const struct cell *cell, const struct disclosure *rule,
    struct figure *figure)
{
	double part = 1;

	figure->model = FIGURE_NORMAL;
	figure->n = figure->denominator.exact;
	figure->events = (double)disclosure_count(rule, cell->sum);
	figure->published = figure->exact;
	if (disclosure_rounds(rule) && cell->sum != 0)
		part = figure->events / (double)cell->sum;
	figure->deviation = measure->multiplier * sqrt(part * rate_of(measure, cell).variance);
	if (disclosure_rounds(rule)) {
		figure->published = figure_rounded(part * figure->exact, figure->decimals);
		figure->deviation = figure_rounded(figure->deviation, figure->decimals);
	}
	figure->error = figure->deviation;
}

static bool
limits(const struct measure *measure, const struct figure *figure, double confidence,
    struct interval *interval)
{
	if (measure->interval == DSR_NORMAL)
		return interval_normal(figure->published, figure->error, confidence, interval);
	return interval_dobson(
	    figure->published, figure->error * figure->error, figure->events, confidence, interval);
}

static const char *
method(const struct measure *measure)
{
	return measure->interval == DSR_NORMAL ? "normal" : "dobson";
}

static const char *const keys[] = { "numerator", "denominator", "stratum", "weight", "standard",
	NULL };
static const char *const intervals[] = { "dobson", "normal", NULL };

const struct kind kind_dsr = {
	.name = "dsr",
	.option = "NUM/DEN[:PER]",
	.decimals = 1,
	.multiplier = 100000,
	.takes_multiplier = true,
	.keys = keys,
	.intervals = intervals,
	.record = KIND_RECORD_TABLE,
	.read = read_dsr,
	.type = measure_split_per,
	.take = take,
	.clash = clash,
	.overflows = overflows,
	.merge = merge,
	.release = release,
	.save = save,
	.load = load,
	.reckon = reckon,
	.hides = hides,
	.publish = publish,
	.limits = limits,
	.method = method,
};
