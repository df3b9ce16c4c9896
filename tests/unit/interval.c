/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Intervals against the figures of R's prop.test and of a public-health
 * package for R, and where there is none.
 */
#include "../../filters/lib/interval.h"
#include "unit.h"

static void
check_wilson(double x, double n, double confidence, double lower, double upper)
{
	struct interval interval = { -1, -1 };

	CHECK(interval_wilson(x / n, n, confidence, &interval));
	CHECK_NUMBER(interval.lower, lower, 1e-12);
	CHECK_NUMBER(interval.upper, upper, 1e-12);
}

static void
check_student(
    double mean, double deviation, double n, double confidence, double lower, double upper)
{
	struct interval interval = { 0, 0 };

	CHECK(interval_student(mean, deviation, n, confidence, &interval));
	CHECK_NUMBER(interval.lower, lower, 1e-11);
	CHECK_NUMBER(interval.upper, upper, 1e-11);
}

int
main(void)
{
	struct interval interval;

	check_wilson(0, 1, 0.95, 0, 0.79345068562276255);
	check_wilson(1, 1, 0.95, 0.2065493143772375, 1);
	check_wilson(10, 50, 0.95, 0.11243750015776113, 0.33037105932225413);
	check_wilson(500, 1000, 0.95, 0.46906960036810419, 0.53093039963189581);
	check_wilson(3, 10, 0.998, 0.062845015506294342, 0.73254654467509056);
	check_wilson(100, 1000, 0.998, 0.074361841844226948, 0.13320552191026522);
	CHECK(!interval_wilson(0.5, 0, 0.95, &interval));

	check_student(3.63, 0.67882250993908588, 2, 0.95, -2.4689782733638559, 9.7289782733638557);
	check_student(3.63, 0.67882250993908588, 2, 0.998, -149.15824271306411, 156.4182427130641);
	check_student(
	    64.43 / 15, 0.421254362701727, 15, 0.998, 3.8833887112700931, 4.7072779553965747);
	check_student(
	    117.07 / 40, 1.0553438800354153, 40, 0.95, 2.5892346529842141, 3.2642653470157863);
	check_student(4, 0, 5, 0.95, 4, 4);
	CHECK(!interval_student(4, 0, 1, 0.95, &interval));
	return unit_done();
}
