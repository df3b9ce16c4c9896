/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mean: the mean of a column of numbers. */
#include "../../lib/memory.h"
#include "../cell/cell_text.h"
#include "../measure/measure_list.h"
#include "content.h"

#include <math.h>
#include <stdlib.h>

/* Squares of whole numbers up to this need 10^11 records to overflow 64 bits. */
#define SHORT_MAX 9999

static enum kind_taken
take(const struct measure *measure, const struct measure_values *missing,
    const struct reader *reader, struct cell *cell, size_t *column)
{
	struct field value = reader_value(reader, measure->fields[MEASURE_ABOVE]);
	struct decimal number;
	enum kind_taken taken;

	*column = measure->fields[MEASURE_ABOVE];
	if (value.length == 1 && (unsigned char)(value.data[0] - '0') <= 9
	    && !content_is_missing(missing, value)) {
		unsigned digit = (unsigned)(value.data[0] - '0');

		cell->count++;
		cell->sum += digit;
		cell->squares += (uint64_t)digit * digit;
		return KIND_TAKEN;
	}
	taken = content_short(value, missing, &number);
	if (taken != KIND_TAKEN)
		return taken;
	if (number.scale == 0 && (uint64_t)number.digits <= SHORT_MAX) {
		cell->count++;
		cell->sum += (uint64_t)number.digits;
		cell->squares += (uint64_t)number.digits * (uint64_t)number.digits;
		return KIND_TAKEN;
	}
	if (cell->exact == NULL)
		cell->exact = xcalloc(1, sizeof(*cell->exact));
	decimal_sum_add(cell->exact, number);
	return KIND_TAKEN;
}

/* Over all answers, short ones too. */
static struct decimal_sum
sum_of(const struct cell *cell)
{
	struct decimal_sum sum = {
		.count = cell->count,
		.sum = (decimal_wide)cell->sum,
		.squares = { .low = cell->squares },
	};

	if (cell->exact != NULL)
		decimal_sum_merge(&sum, cell->exact);
	return sum;
}

static bool
overflows(const struct cell *cell)
{
	struct decimal_sum sum = sum_of(cell);

	return decimal_sum_overflows(&sum);
}

static void
merge(struct cell *cell, const struct cell *other)
{
	cell->count += other->count;
	cell->sum += other->sum;
	cell->squares += other->squares;
	if (other->exact == NULL)
		return;
	if (cell->exact == NULL)
		cell->exact = xcalloc(1, sizeof(*cell->exact));
	decimal_sum_merge(cell->exact, other->exact);
}

static void
release(struct cell *cell)
{
	free(cell->exact);
}

static void
save(const struct cell *cell, struct buffer *text)
{
	if (cell->exact != NULL)
		cell_text_sum(text, cell->exact);
}

static bool
load(struct cell *cell, struct field text)
{
	struct cell_text rest = cell_text_of(text);
	struct decimal_sum sum = sum_of(cell);

	if (cell->count > cell->records || !decimal_sum_possible(&sum))
		return false;
	if (text.length == 0)
		return true;
	cell->exact = xcalloc(1, sizeof(*cell->exact));
	*cell->exact = cell_text_read_sum(&rest);
	return cell_text_ends(&rest) && cell->exact->count <= cell->records - cell->count
	    && decimal_sum_possible(cell->exact);
}

static void
reckon(const struct measure *measure, const struct cell *cell, struct figure *figure)
{
	struct decimal_sum sum = sum_of(cell);

	(void)measure;
	figure->answers = sum.count;
	figure->base = sum.count;
	figure->numerator = (struct figure_part){ FIGURE_SUM, decimal_sum_total(&sum), sum.scale };
	figure->denominator = (struct figure_part){ FIGURE_COUNT, (double)sum.count, 0 };
	figure->exact = decimal_sum_mean(&sum);
}

/* A mean of zeros and ones is a share in another dress, and its sum counts the
 * ones.  No square of a whole number is under it, and only of 0 and 1 is it the
 * same; fractions may balance by chance, which hides too much, never too little. */
static bool
hides(const struct measure *measure, const struct cell *cell, const struct figure *figure,
    const struct disclosure *rule)
{
	struct decimal_sum sum = sum_of(cell);
	decimal_wide one = 1;

	(void)measure;
	(void)figure;
	for (unsigned i = 0; i < sum.scale; i++)
		one *= 10;
	return sum.sum >= 0 && sum.sum < (decimal_wide)rule->minimum * one && sum.squares.high == 0
	    && sum.squares.low == (decimal_unsigned)(sum.sum * one);
}

static void
publish(const struct measure *measure, const struct cell *cell, const struct disclosure *rule,
    struct figure *figure)
{
	struct decimal_sum sum = sum_of(cell);
	bool rounds = disclosure_rounds(rule);

	figure->model = FIGURE_NORMAL;
	figure->published =
	    rounds ? figure_rounded(figure->exact, measure->decimals) : figure->exact;
	figure->n = (double)disclosure_count(rule, sum.count);
	figure->deviation = decimal_sum_deviation(&sum);
	if (rounds)
		figure->deviation = figure_rounded(figure->deviation, measure->decimals);
	figure->error = figure->deviation / sqrt(figure->n);
}

static bool
limits(const struct measure *measure, const struct figure *figure, double confidence,
    struct interval *interval)
{
	(void)measure;
	return interval_student(
	    figure->published, figure->deviation, figure->n, confidence, interval);
}

static const char *
method(const struct measure *measure)
{
	(void)measure;
	return "student_t";
}

static const char *const keys[] = { "column", NULL };
static const char *const intervals[] = { "t", NULL };

const struct kind kind_mean = {
	.name = "mean",
	.option = "COLUMN",
	.decimals = 2,
	.multiplier = 1,
	.keys = keys,
	.intervals = intervals,
	.read = measure_read_one,
	.type = measure_type_one,
	.take = take,
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
