/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ratio_sum: two columns added up over the same records. */
#include "ratio_sum.h"

#include "../../lib/memory.h"
#include "huge.h"

#include <math.h>
#include <stdlib.h>

/* Squares of whole numbers up to this need 10^11 records to overflow 64 bits. */
#define SHORT_MAX 9999

static decimal_unsigned
magnitude(decimal_wide value)
{
	return value < 0 ? -(decimal_unsigned)value : (decimal_unsigned)value;
}

static bool
is_short(struct decimal number)
{
	return number.scale == 0 && number.digits >= 0 && number.digits <= SHORT_MAX;
}

/* The sums of the products with that many decimals more.  Where they do not fit, the
 * squares of a column do not either (Cauchy 1821), which is asked for in the end. */
static void
raise(struct ratio_wide *wide, unsigned places)
{
	decimal_unsigned power = (decimal_unsigned)decimal_powers[places];

	wide_multiply(&wide->above, power);
	wide_multiply(&wide->below, power);
}

static void
add_product(struct ratio_wide *wide, struct decimal y, struct decimal x)
{
	decimal_wide left = (decimal_wide)y.digits * decimal_powers[wide->y.scale - y.scale];
	decimal_wide right = (decimal_wide)x.digits * decimal_powers[wide->x.scale - x.scale];

	wide_add((left < 0) == (right < 0) ? &wide->above : &wide->below,
	    wide_product(magnitude(left), magnitude(right)));
}

static void
add_wide(struct ratio_wide *wide, struct decimal y, struct decimal x)
{
	unsigned before_y = wide->y.scale, before_x = wide->x.scale;

	decimal_sum_add(&wide->y, y);
	decimal_sum_add(&wide->x, x);
	if (wide->y.scale != before_y)
		raise(wide, wide->y.scale - before_y);
	if (wide->x.scale != before_x)
		raise(wide, wide->x.scale - before_x);
	add_product(wide, y, x);
}

void
ratio_sum_add(struct ratio_sum *sum, struct decimal y, struct decimal x)
{
	int order = decimal_compare(y, x);

	sum->count++;
	sum->base += x.digits != 0;
	sum->some += y.digits != 0;
	sum->apart += order != 0;
	sum->beyond += y.digits < 0 || order > 0;
	if (is_short(y) && is_short(x)) {
		uint64_t above = (uint64_t)y.digits, below = (uint64_t)x.digits;

		sum->few++;
		sum->y += above;
		sum->x += below;
		sum->yy += above * above;
		sum->xx += below * below;
		sum->xy += above * below;
		return;
	}
	if (sum->wide == NULL)
		sum->wide = xcalloc(1, sizeof(*sum->wide));
	add_wide(sum->wide, y, x);
}

/* Both with the decimals of the finer one. */
static void
merge_wide(struct ratio_wide *wide, const struct ratio_wide *other)
{
	struct ratio_wide more = *other;
	unsigned before_y = wide->y.scale, before_x = wide->x.scale;

	decimal_sum_merge(&wide->y, &other->y);
	decimal_sum_merge(&wide->x, &other->x);
	raise(wide, wide->y.scale - before_y);
	raise(wide, wide->x.scale - before_x);
	raise(&more, wide->y.scale - other->y.scale);
	raise(&more, wide->x.scale - other->x.scale);
	wide_add(&wide->above, more.above);
	wide_add(&wide->below, more.below);
}

void
ratio_sum_merge(struct ratio_sum *sum, const struct ratio_sum *other)
{
	sum->count += other->count;
	sum->base += other->base;
	sum->some += other->some;
	sum->apart += other->apart;
	sum->beyond += other->beyond;
	sum->y += other->y;
	sum->x += other->x;
	sum->yy += other->yy;
	sum->xx += other->xx;
	sum->xy += other->xy;
	sum->few += other->few;
	if (other->wide == NULL)
		return;
	if (sum->wide == NULL)
		sum->wide = xcalloc(1, sizeof(*sum->wide));
	merge_wide(sum->wide, other->wide);
}

void
ratio_sum_release(struct ratio_sum *sum)
{
	free(sum->wide);
	*sum = (struct ratio_sum){ 0 };
}

struct ratio_wide
ratio_sum_all(const struct ratio_sum *sum)
{
	struct ratio_wide all = sum->wide != NULL ? *sum->wide : (struct ratio_wide){ 0 };
	struct decimal_sum y = {
		.count = sum->few, .sum = (decimal_wide)sum->y, .squares = { .low = sum->yy }
	};
	struct decimal_sum x = {
		.count = sum->few, .sum = (decimal_wide)sum->x, .squares = { .low = sum->xx }
	};
	struct decimal_squares product = { .low = sum->xy };

	decimal_sum_merge(&all.y, &y);
	decimal_sum_merge(&all.x, &x);
	wide_multiply(&product, (decimal_unsigned)decimal_powers[all.y.scale]);
	wide_multiply(&product, (decimal_unsigned)decimal_powers[all.x.scale]);
	wide_add(&all.above, product);
	return all;
}

bool
ratio_wide_overflows(const struct ratio_wide *all)
{
	return decimal_sum_overflows(&all->y) || decimal_sum_overflows(&all->x);
}

double
ratio_wide_value(const struct ratio_wide *all, uint64_t multiplier)
{
	struct decimal_squares y = { .low = magnitude(all->y.sum) };
	struct decimal_squares x = { .low = magnitude(all->x.sum) };
	double size;

	if (all->x.sum == 0)
		return NAN;
	/* under 2^127, 2^64 and 2^50 */
	wide_multiply(&y, multiplier);
	wide_multiply(&y, (decimal_unsigned)decimal_powers[all->x.scale]);
	wide_multiply(&x, (decimal_unsigned)decimal_powers[all->y.scale]);
	size = huge_quotient(y, x);
	return (all->y.sum < 0) != (all->x.sum < 0) ? -size : size;
}

double
ratio_wide_deviation(const struct ratio_wide *all, uint64_t multiplier)
{
	decimal_unsigned y = magnitude(all->y.sum), x = magnitude(all->x.sum);
	double n = (double)all->x.count;
	struct decimal_squares products, twice;
	struct huge squares, middle;
	bool above = wide_compare(all->above, all->below) >= 0;

	if (all->x.count < 2 || x == 0)
		return NAN;
	products = above ? wide_difference(all->above, all->below)
	                 : wide_difference(all->below, all->above);
	/* X^2 times the residuals' squares is X^2 yy - 2 X Y xy + Y^2 xx, whole numbers all
	 * (X and Y the sums, under 2^127; yy, xx and xy the sums of squares and products,
	 * under 2^254): exact, so that residuals that are 0 are 0 */
	squares = huge_product(wide_product(x, x), all->y.squares);
	middle = huge_product(wide_product(y, y), all->x.squares);
	huge_add(&squares, &middle);
	twice = wide_product(x, y);
	wide_add(&twice, twice);
	middle = huge_product(twice, products);
	if (((all->y.sum < 0) == (all->x.sum < 0)) == above)
		huge_subtract(&squares, &middle);
	else
		huge_add(&squares, &middle);
	return (double)multiplier * sqrt(huge_value(&squares) / (n - 1)) * n
	    / wide_value(wide_product(x, x)) * (double)decimal_powers[all->x.scale]
	    / (double)decimal_powers[all->y.scale];
}
