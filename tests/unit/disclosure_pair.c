/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How often what is published of a share gives its two counts away: over all with a
 * numerator from 5 and a denominator up to 200, under the national rule.  The numbers were
 * counted by another program, which put all pairs with the same publication together.
 */
#include "../../filters/benchmark/disclosure/disclosure.h"
#include "../../filters/benchmark/disclosure/pair.h"
#include "../../filters/lib/decimal.h"
#include "../../filters/lib/interval.h"
#include "unit.h"

#define N_MAX 200

/* How many limits are there: 0, 2 (at 95%) or 4. */
struct way {
	unsigned decimals;
	size_t limits;
};

/* Pairs that are true and were not found possible. */
static unsigned excluded;

static struct additive_range
range_of(uint64_t count)
{
	const struct disclosure *rule = disclosure_named("mhsds");
	struct disclosure_range range = disclosure_behind(rule, disclosure_count(rule, count));

	return (struct additive_range){ range.lower, range.upper };
}

static bool
is_pinned(int64_t x, int64_t all, const struct way *way)
{
	struct additive_range ranges[2] = { range_of((uint64_t)x), range_of((uint64_t)all) };
	double events = (double)x, n = (double)all;
	struct additive additive = { .ranges = ranges, .count = 2 };
	char value[DECIMAL_TEXT_MAX], texts[PAIR_LIMITS][DECIMAL_TEXT_MAX];
	char *limits[PAIR_LIMITS];
	struct count_pair pair = { .kind = PAIR_SHARE,
		.below = 1,
		.valued = true,
		.decimals = way->decimals,
		.multiplier = 100,
		.limit_count = way->limits,
		.limits = limits };
	struct decimal decimal;

	for (size_t i = 0; i < PAIR_LIMITS; i += 2) {
		struct interval interval = { 0 };

		interval_wilson(events / n, n, i == 0 ? 0.95 : 0.998, &interval);
		decimal_write(100 * interval.lower, way->decimals, texts[i]);
		decimal_write(100 * interval.upper, way->decimals, texts[i + 1]);
		limits[i] = texts[i];
		limits[i + 1] = texts[i + 1];
	}
	if (decimal_parse(
	        (struct field){ value, decimal_write(100 * events / n, way->decimals, value) },
	        &decimal)
	    == DECIMAL_OK)
		pair.value = decimal_value(decimal);
	pair_narrow(&additive, &pair);
	if (ranges[0].lower > x || ranges[0].upper < x || ranges[1].lower > all
	    || ranges[1].upper < all)
		excluded++;
	return ranges[0].lower == ranges[0].upper && ranges[1].lower == ranges[1].upper;
}

static unsigned
count_pinned(unsigned decimals, size_t limits)
{
	const struct way way = { decimals, limits };
	unsigned pinned = 0;

	for (int64_t n = 5; n <= N_MAX; n++)
		for (int64_t events = 5; events <= n; events++)
			pinned += is_pinned(events, n, &way);
	return pinned;
}

static void
check_order(void)
{
	struct additive_range ranges[2] = { { 0, ADDITIVE_MOST }, { 3, 900 } };
	struct additive additive = { .ranges = ranges, .count = 2 };
	const struct count_pair pair = { .kind = PAIR_SHARE, .below = 1 };
	const struct count_pair none = { .kind = PAIR_NONE, .below = 1 };

	CHECK(!pair_narrow(&additive, &none));
	CHECK(pair_narrow(&additive, &pair));
	CHECK(ranges[0].upper == 900);
	ranges[0] = (struct additive_range){ 7, 9 };
	CHECK(pair_narrow(&additive, &pair));
	CHECK(ranges[1].lower == 7);
	CHECK(!pair_narrow(&additive, &pair));
}

static void
check_means(void)
{
	/* 10 / 3 is 3.33; of 4, 5 and 7 answers no whole sum has that mean, of 6 it is 20 */
	struct additive_range ranges[1] = { { 4, 7 } };
	struct additive additive = { .ranges = ranges, .count = 1 };
	struct count_pair pair = {
		.kind = PAIR_MEAN, .valued = true, .value = 3.33, .decimals = 2
	};

	CHECK(pair_narrow(&additive, &pair));
	CHECK(ranges[0].lower == 6 && ranges[0].upper == 6);
	/* a mean that no whole numbers have is left alone */
	ranges[0] = (struct additive_range){ 4, 7 };
	pair.value = 3.01;
	CHECK(!pair_narrow(&additive, &pair));
	CHECK(ranges[0].lower == 4);
}

int
main(void)
{
	/* of 19,306 */
	CHECK_NUMBER(count_pinned(0, 0), 1041, 0);
	CHECK_NUMBER(count_pinned(0, 2), 4394, 0);
	CHECK_NUMBER(count_pinned(0, 4), 7270, 0);
	CHECK_NUMBER(count_pinned(1, 4), 18987, 0);
	CHECK(excluded == 0);
	check_order();
	check_means();
	return unit_done();
}
