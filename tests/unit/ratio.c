/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sums of two columns: figures worked out with exact fractions beforehand, and the
 * same bits in any order.
 */
#include "../../filters/benchmark/cell/huge.h"
#include "../../filters/benchmark/cell/ratio_sum.h"
#include "unit.h"

#include <stdlib.h>

static struct decimal
of(const char *text)
{
	struct decimal decimal = { 0 };

	CHECK(decimal_parse(field_of(text), &decimal) == DECIMAL_OK);
	return decimal;
}

/* Pairs of numerator and denominator, ended by NULL. */
static struct ratio_wide
sums_of(const char *const *texts)
{
	struct ratio_sum sum = { 0 };
	struct ratio_wide all;

	for (; *texts != NULL; texts += 2)
		ratio_sum_add(&sum, of(texts[0]), of(texts[1]));
	all = ratio_sum_all(&sum);
	ratio_sum_release(&sum);
	return all;
}

static void
check_ratio(const char *const *texts, double value, double deviation)
{
	struct ratio_wide all = sums_of(texts);

	CHECK(!ratio_wide_overflows(&all));
	CHECK_NUMBER(ratio_wide_value(&all, 1), value, 0);
	CHECK_NUMBER(ratio_wide_value(&all, 100), 100 * value, 1e-15);
	CHECK_NUMBER(ratio_wide_deviation(&all, 1), deviation, 1e-14);
	CHECK_NUMBER(ratio_wide_deviation(&all, 1000), 1000 * deviation, 1e-14);
}

static void
check_figures(void)
{
	/* 3/5; the residuals' squares are 1530, so the deviation is sqrt(136/375) */
	static const char *const minutes[] = { "30", "30", "0", "45", "60", "60", "0", "15", NULL };
	/* 22/67, sqrt(10101120/20151121) */
	static const char *const mixed[] = { "0.5", "1.5", "1.25", "2", "3", "4.75", "-2", "0.125",
		NULL };
	/* a third each, which no double holds: no residual is left over */
	static const char *const thirds[] = { "0.1", "0.3", "0.7", "2.1", "123456789.123456789",
		"370370367.370370367", NULL };
	/* all but the last of 33 digits cancel */
	static const char *const far[] = { "999.999999999999999", "999.999999999999998",
		"999.999999999999997", "999.999999999999998", "-999.999999999999999",
		"-999.999999999999999", "999999999999999999", "999999999999999999", NULL };
	/* 109/186, sqrt(216686825/598441608): short whole numbers beside long ones */
	static const char *const beside[] = { "3", "4", "2.5", "1.25", "1", "9", "0.125", "2", "7",
		"7", NULL };
	/* -1, sqrt(27) */
	static const char *const negative[] = { "1", "-2", "3", "-4", "-5", "7", NULL };
	/* 18, sqrt(12483): the denominators nearly cancel */
	static const char *const either[] = { "5", "1", "7", "2", "6", "-2", NULL };

	check_ratio(minutes, 0.6, 0.60221812216726484);
	check_ratio(mixed, 0.32835820895522388, 0.70800310096381502);
	check_ratio(thirds, 1.0 / 3, 0);
	check_ratio(far, 1, 3.2659863237109009e-33);
	check_ratio(beside, 0.58602150537634412, 0.60173512392035156);
	check_ratio(negative, -1, 5.196152422706632);
	check_ratio(either, 18, 111.72734669721643);
}

static void
check_none(void)
{
	static const char *const nothing[] = { NULL };
	static const char *const zeros[] = { "0", "0", "3", "0", NULL };
	static const char *const balanced[] = { "3", "0.5", "3", "-0.5", NULL };
	static const char *const one[] = { "3", "4", NULL };
	struct ratio_wide all = sums_of(nothing);

	CHECK_NUMBER(ratio_wide_value(&all, 1), NAN, 0);
	CHECK_NUMBER(ratio_wide_deviation(&all, 1), NAN, 0);
	all = sums_of(zeros);
	CHECK_NUMBER(ratio_wide_value(&all, 1), NAN, 0);
	CHECK_NUMBER(ratio_wide_deviation(&all, 1), NAN, 0);
	all = sums_of(balanced);
	CHECK_NUMBER(ratio_wide_value(&all, 1), NAN, 0);
	all = sums_of(one);
	CHECK_NUMBER(ratio_wide_value(&all, 100), 75, 0);
	CHECK_NUMBER(ratio_wide_deviation(&all, 100), NAN, 0);
}

static bool
same_squares(struct decimal_squares a, struct decimal_squares b)
{
	return a.high == b.high && a.low == b.low;
}

static bool
same(const struct ratio_wide *a, const struct ratio_wide *b)
{
	return a->y.count == b->y.count && a->y.scale == b->y.scale && a->y.sum == b->y.sum
	    && a->x.scale == b->x.scale && a->x.sum == b->x.sum
	    && same_squares(a->y.squares, b->y.squares) && same_squares(a->x.squares, b->x.squares)
	    && same_squares(a->above, b->above) && same_squares(a->below, b->below);
}

/* Short whole numbers, long ones and decimals, of either sign. */
static struct decimal
random_decimal(void)
{
	static const int64_t limits[] = { 5, 1000, 100000000 };
	int64_t most = limits[rand() % 3];

	return (struct decimal){ rand() % most - (rand() % 3 == 0 ? most / 2 : 0),
		(unsigned)(rand() % 5) };
}

static void
check_any_order(void)
{
	enum { COUNT = 500 };
	static struct decimal pairs[COUNT][2];
	struct ratio_wide first = { 0 };

	srand(1);
	for (size_t i = 0; i < COUNT; i++)
		for (size_t j = 0; j < 2; j++)
			pairs[i][j] = random_decimal();
	for (unsigned round = 0; round < 10; round++) {
		struct ratio_sum sum = { 0 };
		struct ratio_wide all;

		for (size_t i = 0; i < COUNT; i++) /* steps that leave nobody out */
			ratio_sum_add(&sum, pairs[(i * (2 * round + 1) * 3 + round) % COUNT][0],
			    pairs[(i * (2 * round + 1) * 3 + round) % COUNT][1]);
		all = ratio_sum_all(&sum);
		if (round == 0)
			first = all;
		else if ((2 * round + 1) % 5 != 0)
			CHECK(same(&first, &all));
		ratio_sum_release(&sum);
	}
}

/* A sum that is no longer exact says so, whichever column it is. */
static void
check_overflow(void)
{
	struct decimal most = { 999999999999999999, 0 }, least = { 1, 15 }, one = { 1, 0 };

	for (size_t column = 0; column < 2; column++) {
		struct ratio_sum sum = { 0 };
		struct ratio_wide all;

		ratio_sum_add(&sum, column == 0 ? least : one, column == 0 ? one : least);
		for (unsigned i = 0; i < 170000; i++)
			ratio_sum_add(&sum, column == 0 ? most : one, column == 0 ? one : most);
		all = ratio_sum_all(&sum);
		CHECK(!ratio_wide_overflows(&all));
		CHECK(isfinite(ratio_wide_deviation(&all, 1)));
		for (unsigned i = 0; i < 30000; i++)
			ratio_sum_add(&sum, column == 0 ? most : one, column == 0 ? one : most);
		all = ratio_sum_all(&sum);
		CHECK(ratio_wide_overflows(&all));
		ratio_sum_release(&sum);
	}
}

static struct decimal_squares
wide_of(decimal_unsigned low)
{
	return (struct decimal_squares){ .low = low };
}

static void
check_huge(void)
{
	const decimal_unsigned all = ~(decimal_unsigned)0, two54 = (decimal_unsigned)1 << 54;
	const decimal_unsigned ten20 = (decimal_unsigned)10000000000 * 10000000000;
	struct huge product = huge_product(
	    (struct decimal_squares){ all, all }, (struct decimal_squares){ all, all });
	struct huge other = huge_product(wide_of(3), wide_of(5));
	struct decimal_squares ten40 = wide_product(ten20, ten20);

	/* (2^256 - 1)^2 = 2^512 - 2^257 + 1 */
	CHECK(product.limbs[0] == 1 && product.limbs[3] == 0 && product.limbs[4] == UINT64_MAX - 1
	    && product.limbs[7] == UINT64_MAX);
	CHECK_NUMBER(huge_value(&product), 1.3407807929942597e+154, 0);
	huge_add(&product, &other);
	CHECK(product.limbs[0] == 16);
	huge_subtract(&product, &other);
	CHECK(product.limbs[0] == 1 && product.limbs[7] == UINT64_MAX);
	huge_subtract(&other, &other);
	CHECK_NUMBER(huge_value(&other), 0, 0);

	ten40.low++;
	CHECK_NUMBER(huge_quotient(ten40, wide_of(3 * ten20)), 3.3333333333333332e+19, 0);
	CHECK_NUMBER(
	    huge_quotient((struct decimal_squares){ .high = (decimal_unsigned)1 << 72, .low = 1 },
	        (struct decimal_squares){ .high = (decimal_unsigned)1 << 19, .low = 3 }),
	    9007199254740992, 0);
	/* a tie, and a sixth above it */
	CHECK_NUMBER(huge_quotient(wide_of(two54 + 2), wide_of(2)), 9007199254740992, 0);
	CHECK_NUMBER(huge_quotient(wide_of((two54 + 2) * 3 + 1), wide_of(6)), 9007199254740994, 0);
	/* a 2^61st above it */
	CHECK_NUMBER(
	    huge_quotient(wide_of(((two54 + 2) << 60) + 1), wide_of((decimal_unsigned)1 << 61)),
	    9007199254740994, 0);
	CHECK_NUMBER(huge_quotient(wide_of(0), ten40), 0, 0);
}

int
main(void)
{
	check_figures();
	check_none();
	check_any_order();
	check_overflow();
	check_huge();
	return unit_done();
}
