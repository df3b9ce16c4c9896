/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The XmR chart: limits reckoned by hand, and each rule at its edge. */
#include "../../filters/benchmark/compare/control.h"
#include "unit.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define POINTS_MAX   32

static unsigned char signals[POINTS_MAX];
static struct control_limits limits;

static void
judge(const double *values, size_t count, enum control_zone zone)
{
	limits = control_limits(values, count);
	control_signals(values, count, &limits, zone, signals);
}

/* The points where a rule fired, one bit each. */
static unsigned
fired(size_t count, enum control_signal signal)
{
	unsigned points = 0;

	for (size_t i = 0; i < count; i++)
		if (signals[i] & signal)
			points |= 1U << i;
	return points;
}

static void
check_limits(void)
{
	static const double values[] = { 10, 12, 11, 15 };

	judge(values, COUNT(values), CONTROL_BEYOND);
	/* moving ranges 2, 1, 4 */
	CHECK_NUMBER(limits.centre, 12, 1e-14);
	CHECK_NUMBER(limits.upper, 12 + 2.66 * 7 / 3, 1e-12);
	CHECK_NUMBER(limits.lower, 12 - 2.66 * 7 / 3, 1e-12);
	CHECK_NUMBER(limits.upper_zone, 12 + 1.7733333333333 * 7 / 3, 1e-12);
}

static void
check_constant(void)
{
	double values[24];

	for (size_t i = 0; i < COUNT(values); i++)
		values[i] = 0.1 + 0.2;
	judge(values, COUNT(values), CONTROL_BEYOND);
	CHECK_NUMBER(limits.centre, 0.1 + 0.2, 0);
	for (size_t i = 0; i < COUNT(values); i++)
		CHECK(signals[i] == 0);
	values[0] = 4;
	judge(values, 1, CONTROL_BEYOND);
	CHECK(signals[0] == 0);
}

static void
check_shift(void)
{
	/* seven above the mean, seven below; then the first run broken on the mean */
	static const double seven[] = { 12, 13, 12, 13, 12, 13, 12, 8, 7, 8, 7, 8, 7, 8 };
	static const double broken[] = { 12, 13, 12, 10, 12, 13, 12, 13, 7, 8, 7, 8, 7, 6 };
	static const double six[] = { 12, 13, 12, 13, 12, 13, 8, 7, 8, 7, 8, 7 };

	judge(seven, COUNT(seven), CONTROL_BEYOND);
	CHECK_NUMBER(limits.centre, 10, 1e-12);
	CHECK(fired(COUNT(seven), CONTROL_SHIFT) == 0x3fff);
	judge(broken, COUNT(broken), CONTROL_BEYOND);
	CHECK_NUMBER(limits.centre, 10, 1e-12);
	CHECK(fired(COUNT(broken), CONTROL_SHIFT) == 0);
	judge(six, COUNT(six), CONTROL_BEYOND);
	CHECK(fired(COUNT(six), CONTROL_SHIFT) == 0);
}

static void
check_trend(void)
{
	static const double rising[] = { 5, 1, 2, 3, 4, 5, 6, 7, 3 };
	static const double six[] = { 5, 2, 3, 4, 5, 6, 7, 3, 9 };
	static const double level[] = { 1, 2, 3, 4, 4, 5, 6, 7, 8 };
	static const double both[] = { 1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1 };

	judge(rising, COUNT(rising), CONTROL_BEYOND);
	CHECK(fired(COUNT(rising), CONTROL_TREND) == 0xfe);
	judge(six, COUNT(six), CONTROL_BEYOND);
	CHECK(fired(COUNT(six), CONTROL_TREND) == 0);
	judge(level, COUNT(level), CONTROL_BEYOND);
	CHECK(fired(COUNT(level), CONTROL_TREND) == 0);
	judge(both, COUNT(both), CONTROL_BEYOND);
	CHECK(fired(COUNT(both), CONTROL_TREND) == 0x1fff);
}

static void
check_two_of_three(void)
{
	/* limits given, so that each point's zone is plain: sigma 1 */
	static const double between[] = { 0, 2.5, 0, 2.5, 0, 0, -2.5, 2.5 };
	static const double beyond[] = { 0, 2.5, 3.5, 0, 0, 0 };
	static const struct control_limits given = { 0, -3, 3, -2, 2, 1e-9 };

	control_signals(between, COUNT(between), &given, CONTROL_BEYOND, signals);
	CHECK(fired(COUNT(between), CONTROL_TWO_OF_THREE) == 0x0a);
	control_signals(between, COUNT(between), &given, CONTROL_BETWEEN, signals);
	CHECK(fired(COUNT(between), CONTROL_TWO_OF_THREE) == 0x0a);
	control_signals(beyond, COUNT(beyond), &given, CONTROL_BEYOND, signals);
	CHECK(fired(COUNT(beyond), CONTROL_TWO_OF_THREE) == 0x06);
	CHECK(fired(COUNT(beyond), CONTROL_OUTSIDE) == 0x04);
	control_signals(beyond, COUNT(beyond), &given, CONTROL_BETWEEN, signals);
	CHECK(fired(COUNT(beyond), CONTROL_TWO_OF_THREE) == 0);
}

static void
check_on_the_line(void)
{
	/* a limit itself is not beyond it, whatever the last bit says */
	static const double values[] = { 3, 3 + 1e-12, -3 - 1e-12, 3.1 };
	static const struct control_limits given = { 0, -3, 3, -2, 2, 3.1e-9 };

	control_signals(values, COUNT(values), &given, CONTROL_BEYOND, signals);
	CHECK(fired(COUNT(values), CONTROL_OUTSIDE) == 0x08);
}

int
main(void)
{
	check_limits();
	check_constant();
	check_shift();
	check_trend();
	check_two_of_three();
	check_on_the_line();
	return unit_done();
}
