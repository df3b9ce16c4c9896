/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Centre lines and sigmas of each chart, reckoned by hand. */
#include "../../filters/benchmark/control/control_chart.h"
#include "unit.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define POINTS_MAX   32

static struct control_sample samples[POINTS_MAX];
static struct control_point points[POINTS_MAX];

static void
draw(enum control_chart chart, const double *values, size_t count, size_t baseline, bool screen)
{
	for (size_t i = 0; i < count; i++)
		samples[i] = (struct control_sample){ values[i], 10, NAN };
	control_chart_draw(chart, samples, count, baseline, 1, screen, points);
}

static void
check_xmr(void)
{
	static const double values[] = { 10, 12, 11, 15, 99 };

	/* moving ranges 2, 1, 4 */
	draw(CONTROL_XMR, values, COUNT(values), 4, false);
	CHECK_NUMBER(points[0].centre, 12, 1e-14);
	CHECK_NUMBER(points[0].centre + 3 * points[0].sigma, 12 + 2.66 * 7 / 3, 1e-14);
	/* the last is judged by the baseline's limits */
	CHECK_NUMBER(points[4].centre, 12, 1e-14);
	CHECK_NUMBER(points[4].sigma, points[0].sigma, 0);
	CHECK_NUMBER(points[4].value, 99, 0);
	draw(CONTROL_XMR, values, 1, 1, true);
	CHECK_NUMBER(points[0].centre, 10, 0);
	CHECK_NUMBER(points[0].sigma, 0, 0);
}

/* By whatever sums, a constant series is its own centre. */
static void
check_constant(void)
{
	double values[24];

	for (size_t i = 0; i < COUNT(values); i++)
		values[i] = 0.1 + 0.2;
	draw(CONTROL_XMR, values, COUNT(values), COUNT(values), true);
	CHECK_NUMBER(points[7].centre, 0.1 + 0.2, 0);
	CHECK_NUMBER(points[7].sigma, 0, 0);
}

static void
check_screen(void)
{
	/* ranges 1 x 4, 9, 8: mean 3.5, so none is left out; then 1 x 9, 30, 31: mean 70 / 11,
	 * and what is over 20.79 is */
	static const double kept[] = { 1, 2, 1, 2, 1, 10, 2 };
	static const double outlying[] = { 1, 2, 1, 2, 1, 2, 1, 31, 0, 1, 0, 1 };
	/* one step in five ranges is 5 means, in three it is 3 */
	static const double edge[] = { 0, 0, 0, 16, 16, 16 };

	draw(CONTROL_XMR, kept, COUNT(kept), COUNT(kept), true);
	CHECK_NUMBER(points[0].sigma, 2.66 / 3 * 3.5, 1e-14);
	draw(CONTROL_XMR, outlying, COUNT(outlying), COUNT(outlying), false);
	CHECK_NUMBER(points[0].sigma, 2.66 / 3 * 70 / 11, 1e-14);
	draw(CONTROL_XMR, outlying, COUNT(outlying), COUNT(outlying), true);
	CHECK_NUMBER(points[0].sigma, 2.66 / 3, 1e-14);
	draw(CONTROL_XMR, edge, COUNT(edge), COUNT(edge), true);
	CHECK_NUMBER(points[0].sigma, 0, 0);
	draw(CONTROL_XMR, edge, 4, 4, true);
	CHECK_NUMBER(points[0].sigma, 2.66 / 3 * 16 / 3, 1e-14);
}

static void
check_run(void)
{
	static const double odd[] = { 5, 1, 9, 100, -100 };

	draw(CONTROL_RUN, odd, COUNT(odd), 3, false);
	CHECK_NUMBER(points[4].centre, 5, 0);
	draw(CONTROL_RUN, odd, COUNT(odd), 4, false);
	CHECK_NUMBER(points[0].centre, 7, 0);
	CHECK_NUMBER(points[0].value, 5, 0);
	CHECK(isnan(points[0].sigma));
}

/* As percentages; the events are finer than the published values where both are given. */
static void
check_shares(void)
{
	static const struct control_sample shares[] = { { 20, 100, 21 }, { 10, 400, NAN } };

	control_chart_draw(CONTROL_P, shares, 2, 2, 100, false, points);
	CHECK_NUMBER(points[0].centre, 12.2, 1e-14);
	CHECK_NUMBER(points[0].sigma, 100 * sqrt(0.122 * 0.878 / 100), 1e-14);
	CHECK_NUMBER(points[1].sigma, 100 * sqrt(0.122 * 0.878 / 400), 1e-14);
	/* z is 7.8 / 3.2729 and -2.2 / 1.6364 */
	control_chart_draw(CONTROL_P_PRIME, shares, 2, 2, 100, false, points);
	CHECK_NUMBER(points[0].sigma, (7.8 + 2 * 2.2) / 1.128, 1e-13);
}

static void
check_rates(void)
{
	static const struct control_sample rates[] = { { 30, 100, 3 }, { 10, 400, 4 } };
	static const struct control_sample none[] = { { 0, 100, 0 }, { 0, 400, 0 } };

	control_chart_draw(CONTROL_U, rates, 2, 2, 1000, false, points);
	CHECK_NUMBER(points[1].centre, 14, 1e-14);
	CHECK_NUMBER(points[1].sigma, 1000 * sqrt(0.014 / 400), 1e-14);
	control_chart_draw(CONTROL_U_PRIME, rates, 2, 2, 1000, false, points);
	CHECK_NUMBER(points[1].sigma, (16 / 2.0 + 4) / 1.128, 1e-13);
	/* no event at all: limits at 0, and no division by it */
	control_chart_draw(CONTROL_U_PRIME, none, 2, 2, 1000, true, points);
	CHECK_NUMBER(points[1].centre, 0, 0);
	CHECK_NUMBER(points[1].sigma, 0, 0);
}

int
main(void)
{
	check_xmr();
	check_constant();
	check_screen();
	check_run();
	check_shares();
	check_rates();
	return unit_done();
}
