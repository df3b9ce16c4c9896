/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ratio of two columns as it is published: what the rule of small numbers leaves. */
#include "../../filters/benchmark/cell/ratio_sum.h"
#include "../../filters/benchmark/kind/kind.h"
#include "unit.h"

static const struct measure share = {
	.kind = &kind_ratio, .multiplier = 100, .decimals = 2, .part = true
};
static const struct measure visits = { .kind = &kind_ratio, .multiplier = 1, .decimals = 2 };

/* A group of records all of one denominator: so many with the numerator full, half and 0. */
static struct figure
figure_for(const struct measure *measure, const char *rule, struct ratio_sum *sum, size_t full,
    size_t half, size_t none)
{
	struct cell cell = { .ratio = sum };

	*sum = (struct ratio_sum){ 0 };
	for (size_t i = 0; i < full + half + none; i++)
		ratio_sum_add(sum,
		    (struct decimal){ i < full ? 60
		            : i < full + half  ? 30
		                               : 0,
		        0 },
		    (struct decimal){ 60, 0 });
	cell.records = sum->count;
	return figure_of(measure, &cell, disclosure_named(rule));
}

static enum figure_state
state_for(size_t full, size_t half, size_t none)
{
	struct ratio_sum sum;
	enum figure_state state = figure_for(&share, "mhsds", &sum, full, half, none).state;

	/* the same numbers in columns that are not one a part of the other */
	CHECK(figure_for(&visits, "mhsds", &sum, full, half, none).state == state);
	return state;
}

static void
check_suppression(void)
{
	CHECK(state_for(0, 0, 4) == FIGURE_SUPPRESSED);
	/* few have something of it, in whatever share */
	CHECK(state_for(0, 0, 40) == FIGURE_SUPPRESSED);
	CHECK(state_for(4, 0, 40) == FIGURE_SUPPRESSED);
	CHECK(state_for(2, 2, 40) == FIGURE_SUPPRESSED);
	CHECK(state_for(5, 0, 40) == FIGURE_SHOWN);
	CHECK(state_for(0, 5, 40) == FIGURE_SHOWN);
	/* few have something else */
	CHECK(state_for(40, 0, 0) == FIGURE_SUPPRESSED);
	CHECK(state_for(40, 2, 2) == FIGURE_SUPPRESSED);
	CHECK(state_for(40, 3, 2) == FIGURE_SHOWN);
}

/* Records of no minutes at all are no base. */
static void
check_base(void)
{
	const struct disclosure *rule = disclosure_named("mhsds");
	struct ratio_sum sum = { 0 };
	struct cell cell = { .ratio = &sum, .records = 30 };
	struct measure demanding = share;

	for (unsigned i = 0; i < 30; i++)
		ratio_sum_add(
		    &sum, (struct decimal){ 0, 0 }, (struct decimal){ i < 4 ? 60 : 0, 0 });
	CHECK(figure_of(&share, &cell, rule).state == FIGURE_SUPPRESSED);
	CHECK(figure_of(&share, &cell, disclosure_named("none")).state == FIGURE_SHOWN);
	demanding.minimum_base = 5;
	CHECK(figure_of(&demanding, &cell, disclosure_named("none")).state == FIGURE_LOW_BASE);
	demanding.minimum_base = 4;
	CHECK(figure_of(&demanding, &cell, disclosure_named("none")).state == FIGURE_SHOWN);
	cell.ratio = NULL;
	CHECK(figure_of(&share, &cell, disclosure_named("none")).state == FIGURE_NONE);
	/* visits that took no time are many, and those that took some few */
	sum = (struct ratio_sum){ 0 };
	cell.ratio = &sum;
	for (unsigned i = 0; i < 30; i++)
		ratio_sum_add(
		    &sum, (struct decimal){ 2, 0 }, (struct decimal){ i < 4 ? 60 : 0, 0 });
	CHECK(figure_of(&visits, &cell, rule).state == FIGURE_SUPPRESSED);
	ratio_sum_add(&sum, (struct decimal){ 2, 0 }, (struct decimal){ 60, 0 });
	CHECK(figure_of(&visits, &cell, rule).state == FIGURE_SHOWN);
}

/* Under the rule what is published is a whole percentage, and the limits are made of it. */
static void
check_published(void)
{
	struct ratio_sum sum, other;
	struct figure figure = figure_for(&share, "mhsds", &sum, 7, 0, 23), again;
	struct interval limits, expected;

	CHECK(figure.decimals == 0);
	CHECK_NUMBER(figure.exact, 700.0 / 30, 1e-15);
	CHECK_NUMBER(figure.published, 23, 0);
	CHECK(figure_limits(&figure, &share, 0.95, &limits));
	/* the deviation is 43.018 */
	CHECK(interval_student(23, 43, 30, 0.95, &expected));
	CHECK_NUMBER(limits.lower, expected.lower, 1e-12);
	CHECK_NUMBER(limits.upper, expected.upper, 1e-12);
	again = figure_for(&share, "mhsds", &other, 7, 0, 24);
	CHECK(figure_limits(&again, &share, 0.95, &expected));
	CHECK_NUMBER(limits.upper, expected.upper, 0);

	figure = figure_for(&visits, "mhsds", &sum, 7, 0, 23);
	CHECK(figure.decimals == 2);
	CHECK_NUMBER(figure.published, 0.23, 0);
	CHECK(figure_limits(&figure, &visits, 0.95, &limits));
	CHECK(interval_student(0.23, 0.43, 30, 0.95, &expected));
	CHECK_NUMBER(limits.lower, expected.lower, 1e-12);
}

/* A share is a hundredth of the multiplier at the finest, with the decimals for that. */
static void
check_percent_steps(void)
{
	static const struct {
		double multiplier;
		unsigned decimals, shown;
		double published;
	} steps[] = { { 1, 4, 2, 0.23 }, { 1, 1, 1, 0.2 }, { 60, 4, 1, 13.8 }, { 7, 4, 2, 1.61 },
		{ 1000, 4, 0, 230 }, { 50, 0, 0, 12 } };

	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		struct measure measure = share;
		struct ratio_sum sum;
		struct figure figure;

		measure.multiplier = steps[i].multiplier;
		measure.decimals = steps[i].decimals;
		figure = figure_for(&measure, "mhsds", &sum, 7, 0, 23);
		CHECK(figure.decimals == steps[i].shown);
		CHECK_NUMBER(figure.published, steps[i].published, 1e-15);
	}

	/* 29 of 200 is 14.5%, though 100 times the double next to 0.145 is less */
	struct measure plain = share;
	struct ratio_sum half;

	plain.multiplier = 1;
	CHECK_NUMBER(figure_for(&plain, "mhsds", &half, 29, 0, 171).published, 0.15, 0);
}

/* Limits of a part stay within the whole; those of other ratios are left as they are. */
static void
check_ends(void)
{
	struct ratio_sum sum;
	struct figure figure = figure_for(&share, "none", &sum, 1, 0, 3);
	struct interval limits;

	CHECK(figure_limits(&figure, &share, 0.95, &limits));
	/* 25, the deviation 50, t 3.1824 */
	CHECK_NUMBER(limits.lower, 0, 0);
	CHECK_NUMBER(limits.upper, 100, 0);
	CHECK(figure_limits(&figure, &share, 0.5, &limits));
	CHECK_NUMBER(limits.lower, 25 - 25 * 0.76489232840434507, 1e-12);
	figure = figure_for(&visits, "none", &sum, 1, 0, 3);
	CHECK(figure_limits(&figure, &visits, 0.95, &limits));
	CHECK_NUMBER(limits.lower, 0.25 - 0.25 * 3.182446305284263, 1e-12);
	figure = figure_for(&share, "none", &sum, 0, 1, 0);
	CHECK(figure.state == FIGURE_SHOWN && !figure_limits(&figure, &share, 0.95, &limits));
}

int
main(void)
{
	check_suppression();
	check_base();
	check_published();
	check_percent_steps();
	check_ends();
	return unit_done();
}
