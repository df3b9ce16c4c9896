/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of control charts, each at its edge, on points whose sigma is 1. */
#include "../../filters/benchmark/control/control.h"
#include "unit.h"

#include <math.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define POINTS_MAX   32

static unsigned signals[POINTS_MAX];
static struct control_point points[POINTS_MAX];

static const struct control_rules *
dialect(const char *name)
{
	const struct control_rules *rules = control_dialects;

	while (rules->name != NULL && strcmp(rules->name, name) != 0)
		rules++;
	return rules;
}

/* Centre 0, sigma 1. */
static void
judge(const double *values, size_t count, const struct control_rules *rules)
{
	for (size_t i = 0; i < count; i++)
		points[i] = (struct control_point){ values[i], 0, 1 };
	control_mark(points, count, rules, signals);
}

/* The points where a rule fired, the first as the lowest bit. */
static unsigned
fired(size_t count, unsigned signal)
{
	unsigned at = 0;

	for (size_t i = 0; i < count; i++)
		if ((signals[i] & signal) != 0)
			at |= 1U << i;
	return at;
}

static void
check_outside(void)
{
	/* a limit itself is not beyond it, whatever the last bit says */
	static const double values[] = { 3, 3 + 1e-12, -3 - 1e-12, 3.1, -3.1 };

	judge(values, COUNT(values), dialect("making-data-count"));
	CHECK(fired(COUNT(values), CONTROL_OUTSIDE) == 0x18);
}

static void
check_shift(void)
{
	static const double seven[] = { 1, 1, 2, 1, 2, 1, 2, -1, -1, -1, -1, -1, -1 };
	static const double broken[] = { 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1 };
	static const double last[] = { 1, -1, -1, -1, -1, -1, -1, -1 };
	struct control_rules eight = *dialect("making-data-count");

	judge(seven, COUNT(seven), dialect("making-data-count"));
	CHECK(fired(COUNT(seven), CONTROL_SHIFT) == 0x7f);
	/* a point on the centre belongs to no row */
	judge(broken, COUNT(broken), dialect("making-data-count"));
	CHECK(fired(COUNT(broken), CONTROL_SHIFT) == 0);
	judge(last, COUNT(last), dialect("making-data-count"));
	CHECK(fired(COUNT(last), CONTROL_SHIFT) == 0xfe);
	eight.shift = 8;
	judge(last, COUNT(last), &eight);
	CHECK(fired(COUNT(last), CONTROL_SHIFT) == 0);
}

static void
check_trend(void)
{
	static const double rising[] = { 5, 1, 2, 3, 4, 5, 6, 7, 3 };
	static const double six[] = { 5, 2, 3, 4, 5, 6, 7, 3, 9 };
	static const double level[] = { 1, 2, 3, 4, 4, 5, 6, 7, 8 };
	static const double both[] = { 1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1 };
	struct control_rules rules = *dialect("making-data-count");

	judge(rising, COUNT(rising), &rules);
	CHECK(fired(COUNT(rising), CONTROL_TREND) == 0xfe);
	judge(six, COUNT(six), &rules);
	CHECK(fired(COUNT(six), CONTROL_TREND) == 0);
	/* equal neighbours end a trend */
	judge(level, COUNT(level), &rules);
	CHECK(fired(COUNT(level), CONTROL_TREND) == 0);
	judge(both, COUNT(both), &rules);
	CHECK(fired(COUNT(both), CONTROL_TREND) == 0x1fff);
	/* the turning point goes the way of the later trend */
	CHECK(fired(COUNT(both), CONTROL_RISES) == 0x3f);
	rules.trend = 6;
	judge(six, COUNT(six), &rules);
	CHECK(fired(COUNT(six), CONTROL_TREND) == 0x7e);
}

static void
check_two_of_three(void)
{
	static const double between[] = { 1, 2.5, 1, 2.5, 1, 1, -2.5, 2.5 };
	static const double beyond[] = { 1, 2.5, 3.5, 1, 1, 1 };
	static const double apart[] = { -1, 2.5, 2.5, -1, -2.5, 1, -2.5, -1, -2 };
	static const double centre[] = { 2.5, 0, 2.5, -1, -1, -1 };
	const struct control_rules *now = dialect("making-data-count");
	const struct control_rules *before = dialect("making-data-count-2022");

	judge(between, COUNT(between), now);
	CHECK(fired(COUNT(between), CONTROL_TWO_OF_THREE) == 0x0a);
	judge(between, COUNT(between), before);
	CHECK(fired(COUNT(between), CONTROL_TWO_OF_THREE) == 0x0a);
	judge(beyond, COUNT(beyond), now);
	CHECK(fired(COUNT(beyond), CONTROL_TWO_OF_THREE) == 0x06);
	CHECK(fired(COUNT(beyond), CONTROL_OUTSIDE) == 0x04);
	judge(beyond, COUNT(beyond), before);
	CHECK(fired(COUNT(beyond), CONTROL_TWO_OF_THREE) == 0);
	/* the third has to be on their side, which only the factory's rules leave out */
	judge(apart, COUNT(apart), now);
	CHECK(fired(COUNT(apart), CONTROL_TWO_OF_THREE) == 0);
	judge(apart, COUNT(apart), dialect("western-electric"));
	CHECK(fired(COUNT(apart), CONTROL_TWO_OF_THREE) == 0x56);
	judge(centre, COUNT(centre), now);
	CHECK(fired(COUNT(centre), CONTROL_TWO_OF_THREE) == 0);
}

static void
check_western_electric(void)
{
	static const double four[] = { 1.5, 1.5, 0.5, 1.5, 1.5, -1.5, 0, -1.5, -1.5, -1.5 };
	static const double three[] = { 1.5, 1.5, 0.5, -0.5, 1.5, 1.5 };
	static const double eight[] = { -1, 1, 1, 1, 1, 1, 1, 1, 1, -1 };
	const struct control_rules *rules = dialect("western-electric");

	judge(four, COUNT(four), rules);
	CHECK(fired(COUNT(four), CONTROL_FOUR_OF_FIVE) == 0x3bb);
	judge(three, COUNT(three), rules);
	CHECK(fired(COUNT(three), CONTROL_FOUR_OF_FIVE) == 0);
	judge(eight, COUNT(eight), rules);
	CHECK(fired(COUNT(eight), CONTROL_SHIFT) == 0x1fe);
	CHECK(fired(COUNT(eight), CONTROL_TREND) == 0);
}

static void
check_alternating(void)
{
	double values[20];
	const struct control_rules *rules = dialect("nelson");

	for (size_t i = 0; i < COUNT(values); i++)
		values[i] = i % 2 == 0 ? 0.5 : -0.5;
	judge(values, 13, rules);
	CHECK(fired(13, CONTROL_ALTERNATING) == 0);
	judge(values, 14, rules);
	CHECK(fired(14, CONTROL_ALTERNATING) == 0x3fff);
	/* equal points end the row, and so do two steps of one direction */
	for (int other = 0; other < 2; other++) {
		values[4] = other == 0 ? values[3] : -0.7;
		judge(values, 18, rules);
		CHECK(fired(18, CONTROL_ALTERNATING) == 0);
		judge(values, 19, rules);
		CHECK(fired(19, CONTROL_ALTERNATING) == 0x7ffe0);
	}
}

static void
check_nelson(void)
{
	double values[16];
	const struct control_rules *rules = dialect("nelson");

	for (size_t i = 0; i < COUNT(values); i++)
		values[i] = i % 4 < 2 ? 1 : -0.25;
	judge(values, 14, rules);
	CHECK(fired(14, CONTROL_WITHIN) == 0);
	judge(values, 15, rules);
	CHECK(fired(15, CONTROL_WITHIN) == 0x7fff);
	for (size_t i = 0; i < COUNT(values); i++)
		values[i] = i % 2 == 0 ? 1.2 : -1.2;
	values[8] = 1;
	judge(values, 16, rules);
	CHECK(fired(16, CONTROL_BEYOND) == 0xff);
	for (size_t i = 0; i < COUNT(values); i++)
		values[i] = i < 9 ? 0.5 : -0.5;
	judge(values, 16, rules);
	CHECK(fired(16, CONTROL_SHIFT) == 0x1ff);
}

/* No value but one: nothing fires, by whatever rules. */
static void
check_constant(void)
{
	for (const struct control_rules *rules = control_dialects; rules->name != NULL; rules++) {
		for (size_t i = 0; i < 24; i++)
			points[i] = (struct control_point){ 0.1 + 0.2, 0.3, 0 };
		control_mark(points, 24, rules, signals);
		CHECK(fired(24, ~0U) == 0);
		control_mark(points, 1, rules, signals);
		CHECK(signals[0] == 0);
	}
}

/* A chart without limits has the rules that need none. */
static void
check_run_chart(void)
{
	for (size_t i = 0; i < 10; i++)
		points[i] = (struct control_point){ i < 8 ? 9 : -9, 0, NAN };
	control_mark(points, 10, dialect("western-electric"), signals);
	CHECK(fired(10, ~0U) == 0xff);
	CHECK(fired(10, CONTROL_SHIFT) == 0xff);
}

/* Sixteen points off the centre: a run of 7 is usual (log2 16 + 3), and so are 4
 * crossings, which is the 5% quantile of 15 throws. */
static void
check_anhoej(void)
{
	static const double usual[] = { 1, 1, 1, 0, 1, 1, 1, 1, -1, -1, 1, 1, 1, -1, -1, 1, 1 };
	static const double longer[] = { 1, 1, 1, 0, 1, 1, 1, 1, 1, -1, 1, 1, -1, -1, -1, 1, 1 };
	static const double few[] = { 1, 1, 1, 0, 1, 1, -1, -1, -1, -1, -1, -1, 1, 1, 1, -1, -1 };
	const struct control_rules *rules = dialect("anhoej");

	judge(usual, COUNT(usual), rules);
	CHECK(fired(COUNT(usual), ~0U) == 0);
	judge(longer, COUNT(longer), rules);
	CHECK(fired(COUNT(longer), CONTROL_LONG_RUN) == 0x1f7);
	CHECK(fired(COUNT(longer), CONTROL_FEW_CROSSINGS) == 0);
	judge(few, COUNT(few), rules);
	CHECK(fired(COUNT(few), CONTROL_LONG_RUN) == 0);
	CHECK(fired(COUNT(few), CONTROL_FEW_CROSSINGS) == 0x1ffff);
}

int
main(void)
{
	check_outside();
	check_shift();
	check_trend();
	check_two_of_three();
	check_western_electric();
	check_alternating();
	check_nelson();
	check_constant();
	check_run_chart();
	check_anhoej();
	return unit_done();
}
