/* SPDX-License-Identifier: GPL-3.0-or-later */
/* given: a figure that somebody else has published, one record for each. */
#include "../../lib/memory.h"
#include "../cell/given_figure.h"
#include "../group/tally.h"
#include "../measure/measure_list.h"
#include "content.h"

#include <math.h>

/* In this cell: count is of the records with a figure or its counts; of a single one, sum is
 * 1 where its figure is a number, and squares where it is a symbol.  Where there is more than
 * one, nobody knows which is right, and there is none. */

/* The limits that are published. */
#define GIVEN_CONFIDENCE 0.95

/* In the order of enum given_part. */
static const struct {
	const char *key;
	enum measure_column column;
} members[GIVEN_PARTS] = {
	[GIVEN_VALUE] = { "column", MEASURE_ABOVE },
	[GIVEN_NUMERATOR] = { "numerator", MEASURE_NUMERATOR },
	[GIVEN_DENOMINATOR] = { "denominator", MEASURE_BELOW },
	[GIVEN_LOWER] = { "lower", MEASURE_LOWER_LIMIT },
	[GIVEN_UPPER] = { "upper", MEASURE_UPPER_LIMIT },
};

static bool
read_given(const struct config_node *node, struct measure *measure, struct fault *fault)
{
	for (size_t i = 0; i < GIVEN_PARTS; i++) {
		struct config_node member = config_member(node, members[i].key);

		if ((i == GIVEN_VALUE || config_present(&member))
		    && !measure_read_column(
		        node, members[i].key, measure, members[i].column, fault))
			return false;
	}
	return true;
}

static enum kind_taken
take_part(struct field value, const struct measure_values *missing, struct given_entry *entry)
{
	enum kind_taken taken = content_number(value, missing, &entry->number);

	entry->content = GIVEN_NOTHING;
	if (taken == KIND_TAKEN)
		entry->content = GIVEN_NUMBER;
	if (taken == KIND_LABELLED) {
		entry->content = GIVEN_SYMBOL;
		entry->symbol = xstrndup(value.data, value.length);
	}
	return taken;
}

/* What stands in the columns; *column is the one of a value that cannot be used. */
static enum kind_taken
take_all(const struct measure *measure, const struct measure_values *missing,
    const struct reader *reader, struct given_figure *figure, size_t *column)
{
	enum kind_taken value = KIND_MISSING;

	for (size_t i = 0; i < GIVEN_PARTS; i++) {
		size_t at = measure->fields[members[i].column];
		enum kind_taken taken = at != READER_NONE
		    ? take_part(reader_value(reader, at), missing, &figure->parts[i])
		    : KIND_MISSING;

		if (taken > KIND_LABELLED) {
			*column = at;
			return taken;
		}
		if (i == GIVEN_VALUE)
			value = taken;
	}
	return value;
}

static enum kind_taken
take(const struct measure *measure, const struct measure_values *missing,
    const struct reader *reader, struct cell *cell, size_t *column)
{
	struct given_figure figure = { 0 };
	enum kind_taken taken = take_all(measure, missing, reader, &figure, column);

	/* counts may be published where the figure is not */
	if (taken <= KIND_LABELLED && given_figure_has(&figure)) {
		if (cell->count++ != 0) {
			*column = measure->fields[MEASURE_ABOVE];
			taken = KIND_TWICE;
		} else {
			cell->sum = taken == KIND_TAKEN;
			cell->squares = taken == KIND_LABELLED;
			cell->given = given_figure_copy(&figure);
		}
	}
	given_figure_clear(&figure);
	return taken;
}

/* The record counts as unusable, whatever it counted as. */
static void
undo(struct cell *cell, struct tally *tally)
{
	if (cell->given == NULL)
		return;
	if (cell->squares != 0 && tally->labelled != 0)
		tally->labelled--;
	if (cell->sum == 0 && cell->squares == 0 && tally->missing != 0)
		tally->missing--;
	tally->invalid++;
	cell->sum = 0;
	cell->squares = 0;
	given_figure_free(cell->given);
	cell->given = NULL;
}

static void
clash(struct cell *cell, struct cell *other, struct tally *tally)
{
	if (other != NULL && (cell->count == 0 || other->count == 0))
		return;
	undo(cell, tally);
	if (other != NULL)
		undo(other, tally);
}

static bool
overflows(const struct cell *cell)
{
	(void)cell;
	return false;
}

static void
merge(struct cell *cell, const struct cell *other)
{
	cell->count += other->count;
	cell->sum += other->sum;
	cell->squares += other->squares;
	if (cell->given == NULL && other->given != NULL)
		cell->given = given_figure_copy(other->given);
}

static void
release(struct cell *cell)
{
	given_figure_free(cell->given);
}

static void
save(const struct cell *cell, struct buffer *text)
{
	if (cell->given != NULL)
		given_figure_save(cell->given, text);
}

static bool
load(struct cell *cell, struct field text)
{
	if (cell->count > cell->records)
		return false;
	if (text.length == 0)
		return cell->count != 1 && cell->sum == 0 && cell->squares == 0;
	cell->given = given_figure_load(text);
	if (cell->given == NULL || cell->count != 1)
		return false;
	return cell->sum == (cell->given->parts[GIVEN_VALUE].content == GIVEN_NUMBER)
	    && cell->squares == (cell->given->parts[GIVEN_VALUE].content == GIVEN_SYMBOL);
}

static struct figure_part
part_of(const struct given_entry *entry)
{
	switch (entry->content) {
	case GIVEN_NUMBER:
		return (struct figure_part){
			.kind = FIGURE_PUBLIC,
			.exact = decimal_value(entry->number),
			.decimals = entry->number.scale,
		};
	case GIVEN_SYMBOL:
		return (struct figure_part){ .kind = FIGURE_SYMBOL };
	case GIVEN_NOTHING:
		break;
	}
	return (struct figure_part){ .kind = FIGURE_NO_PART };
}

static double
number_of(const struct given_figure *given, enum given_part part)
{
	const struct given_entry *entry = &given->parts[part];

	return entry->content == GIVEN_NUMBER ? decimal_value(entry->number) : NAN;
}

static void
reckon(const struct measure *measure, const struct cell *cell, struct figure *figure)
{
	const struct given_figure *given = cell->given;
	double base;

	(void)measure;
	figure->given = true;
	figure->answers = cell->sum;
	figure->exact = NAN;
	if (cell->count != 1)
		return;
	figure->numerator = part_of(&given->parts[GIVEN_NUMERATOR]);
	figure->denominator = part_of(&given->parts[GIVEN_DENOMINATOR]);
	figure->symbols[0] = given->parts[GIVEN_NUMERATOR].symbol;
	figure->symbols[1] = given->parts[GIVEN_DENOMINATOR].symbol;
	figure->exact = number_of(given, GIVEN_VALUE);
	base = number_of(given, GIVEN_DENOMINATOR);
	/* a base that nobody gave is no small one */
	figure->base = base < (double)UINT64_MAX ? (uint64_t)fmax(base, 0) : UINT64_MAX;
	if (given->parts[GIVEN_VALUE].content == GIVEN_SYMBOL) {
		figure->state = FIGURE_LABELLED;
		figure->symbol = field_of(given->parts[GIVEN_VALUE].symbol);
	}
}

static bool
hides(const struct measure *measure, const struct cell *cell, const struct figure *figure,
    const struct disclosure *rule)
{
	(void)measure;
	(void)cell;
	(void)figure;
	(void)rule;
	return false;
}

/* As many as the figure and its limits have, unless said. */
static unsigned
decimals_of(const struct given_figure *given, const struct measure *measure)
{
	static const enum given_part shown[] = { GIVEN_VALUE, GIVEN_LOWER, GIVEN_UPPER };
	unsigned most = 0;

	if (measure->decimals_said)
		return measure->decimals;
	for (size_t i = 0; i < sizeof(shown) / sizeof(shown[0]); i++) {
		const struct given_entry *entry = &given->parts[shown[i]];

		if (entry->content == GIVEN_NUMBER && entry->number.scale > most)
			most = entry->number.scale;
	}
	return most;
}

static void
publish(const struct measure *measure, const struct cell *cell, const struct disclosure *rule,
    struct figure *figure)
{
	const struct given_figure *given = cell->given;

	(void)rule;
	figure->decimals = decimals_of(given, measure);
	figure->model = FIGURE_NORMAL;
	figure->published = figure->exact;
	figure->n = number_of(given, GIVEN_DENOMINATOR);
	figure->events = number_of(given, GIVEN_NUMERATOR);
	figure->error = (number_of(given, GIVEN_UPPER) - number_of(given, GIVEN_LOWER))
	    / (2 * interval_z(GIVEN_CONFIDENCE));
}

/* The published limits as they are; of another confidence what their width says.  99.8% ones
 * are not made up: nobody has published them. */
static bool
limits(const struct measure *measure, const struct figure *figure, double confidence,
    struct interval *interval)
{
	const struct given_figure *given = figure->cell->given;

	(void)measure;
	if (confidence == 0.998 || isnan(figure->error))
		return false;
	if (confidence != GIVEN_CONFIDENCE)
		return interval_normal(figure->published, figure->error, confidence, interval);
	interval->lower = number_of(given, GIVEN_LOWER);
	interval->upper = number_of(given, GIVEN_UPPER);
	return true;
}

static const char *
method(const struct measure *measure)
{
	(void)measure;
	return "given";
}

static const char *const keys[] = { "column", "numerator", "denominator", "lower", "upper", NULL };
static const char *const intervals[] = { "given", NULL };

const struct kind kind_given = {
	.name = "given",
	.option = "COLUMN",
	.decimals = 2,
	.multiplier = 1,
	.keys = keys,
	.intervals = intervals,
	.record = KIND_RECORD_FIGURE,
	.read = read_given,
	.type = measure_type_one,
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
