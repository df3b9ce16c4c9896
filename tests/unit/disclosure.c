/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rule of the national mental health statistics, and that figures come from
 * what is published.
 */
#include "../../filters/benchmark/kind/kind.h"
#include "unit.h"

static const struct disclosure *rule;
static const struct measure share = { .kind = &kind_proportion, .decimals = 1, .multiplier = 100 };
static const struct measure mean = { .kind = &kind_mean, .decimals = 2 };

static struct figure
share_of(uint64_t numerator, uint64_t denominator)
{
	struct cell cell = { .records = denominator, .count = denominator, .sum = numerator };

	return figure_of(&share, &cell, rule);
}

static void
check_counts(void)
{
	for (uint64_t count = 0; count < 5; count++)
		CHECK(!disclosure_shows(rule, count));
	for (uint64_t count = 5; count <= 200; count++) {
		uint64_t published = disclosure_count(rule, count);
		uint64_t distance = published > count ? published - count : count - published;

		if (!disclosure_shows(rule, count) || published % 5 != 0 || distance > 2)
			CHECK(count == 0);
	}
	CHECK(disclosure_count(rule, 5) == 5);
	CHECK(disclosure_count(rule, 7) == 5);
	CHECK(disclosure_count(rule, 8) == 10);
	CHECK(disclosure_count(rule, 254) == 255);
}

static void
check_percentages(void)
{
	struct figure figure = share_of(7, 30);
	struct interval limits, again;

	CHECK(share_of(4, 100).state == FIGURE_SUPPRESSED);
	CHECK(share_of(0, 100).state == FIGURE_SUPPRESSED);
	CHECK(share_of(4, 4).state == FIGURE_SUPPRESSED);
	CHECK(share_of(5, 100).state == FIGURE_SHOWN);
	CHECK(figure.decimals == 0);
	CHECK_NUMBER(figure.exact, 700.0 / 30, 1e-12);
	CHECK_NUMBER(figure.published, 23, 0);

	/* 7 of 30 and 7 of 31 publish 23% of 30, so they have the same limits */
	CHECK(figure_limits(&figure, &share, 0.95, &limits));
	figure = share_of(7, 31);
	CHECK_NUMBER(figure.published, 23, 0);
	CHECK(figure_limits(&figure, &share, 0.95, &again));
	CHECK_NUMBER(limits.lower, again.lower, 0);
	CHECK_NUMBER(limits.upper, again.upper, 0);
	CHECK(interval_wilson(0.23, 30, 0.95, &again));
	CHECK_NUMBER(limits.lower, 100 * again.lower, 1e-12);
	/* rounded apart, 7 of 8 would be 5 of 10, and 88 beyond its own limits */
	figure = share_of(7, 8);
	CHECK(figure_limits(&figure, &share, 0.95, &limits));
	CHECK(limits.lower < figure.published && figure.published < limits.upper);
}

static void
check_means(void)
{
	struct cell cell = { .records = 9, .count = 7, .sum = 24, .squares = 90 };
	struct figure figure = figure_of(&mean, &cell, rule);
	struct interval limits, expected;

	/* 24 / 7 = 3.428571, deviation 1.133893, 7 answers: 3.43, 1.13, 5 */
	CHECK(figure.state == FIGURE_SHOWN);
	CHECK_NUMBER(figure.published, 3.43, 0);
	CHECK(figure_limits(&figure, &mean, 0.95, &limits));
	CHECK(interval_student(3.43, 1.13, 5, 0.95, &expected));
	CHECK_NUMBER(limits.lower, expected.lower, 1e-12);
	CHECK_NUMBER(limits.upper, expected.upper, 1e-12);
	cell.count = 4;
	CHECK(figure_of(&mean, &cell, rule).state == FIGURE_SUPPRESSED);
}

static void
check_none(void)
{
	struct cell cell = { .records = 3, .count = 2, .sum = 5, .squares = 13 };
	struct measure demanding = { .kind = &kind_mean, .minimum_base = 3 };
	struct figure figure;

	rule = disclosure_named("none");
	figure = figure_of(&mean, &cell, rule);
	CHECK(figure.state == FIGURE_SHOWN);
	CHECK_NUMBER(figure.published, 2.5, 0);
	CHECK(disclosure_count(rule, 3) == 3);
	CHECK(figure_of(&demanding, &cell, rule).state == FIGURE_LOW_BASE);
	CHECK(share_of(0, 0).state == FIGURE_NONE);
	CHECK(share_of(0, 3).state == FIGURE_SHOWN);
	CHECK(share_of(1, 8).decimals == 1);
	CHECK(disclosure_named("unknown") == NULL);
}

int
main(void)
{
	rule = disclosure_named("mhsds");
	check_counts();
	check_percentages();
	check_means();
	check_none();
	return unit_done();
}
