/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which z count towards overdispersion, and as what. */
#include "../../filters/benchmark/funnel/overdispersion.h"
#include "unit.h"

#define MANY 20

static struct overdispersion
of(const double *z, size_t count, enum outliers_way way, double share)
{
	const struct outliers outliers = { way, share };
	double errors[MANY];
	double scratch[2 * MANY];

	for (size_t i = 0; i < count; i++)
		errors[i] = i % 2 == 0 ? 0.5 : 0.25;
	return overdispersion_of(z, errors, count, &outliers, scratch);
}

/* Of ten with their ranks in parts of eleven, the first and the last lie in the outer tenths. */
static void
check_trim(void)
{
	static const double z[] = { 9, -1, 1, -2, 2, -3, 3, -4, 4, -9 };
	static const double tied[] = { 5, 5, 5, 5, 5, 0, 0, 0, 0, 0 };
	static const double few[] = { 9, -1, 1, -2, 2, -3, 3, -9 };

	CHECK_NUMBER(of(z, 10, OUTLIERS_TRIM, 0.1).phi, 60.0 / 8, 1e-15);
	CHECK_NUMBER(of(z, 10, OUTLIERS_TRIM, 0.2).phi, 28.0 / 6, 1e-15);
	/* equal ones have one rank, so they stay together */
	CHECK_NUMBER(of(tied, 10, OUTLIERS_TRIM, 0.1).phi, 12.5, 1e-15);
	/* eight are too few for any to be left out */
	CHECK_NUMBER(of(few, 8, OUTLIERS_TRIM, 0.1).phi, (162 + 28) / 8.0, 1e-15);
}

static void
check_winsorise(void)
{
	static const double z[] = { 10, -1, 1, -2, 2, -3, 3, -4, 4, -10, 0 };

	/* the quantiles are the tenth and the second of eleven: 4 and -4 */
	CHECK_NUMBER(of(z, 11, OUTLIERS_WINSORISE, 0.1).phi, (60 + 32) / 11.0, 1e-15);
	CHECK_NUMBER(of(z, 11, OUTLIERS_KEEP, 0.1).phi, 260 / 11.0, 1e-15);
	/* -4 - 0.5 * 6 and 4 + 0.5 * 6 */
	CHECK_NUMBER(of(z, 11, OUTLIERS_WINSORISE, 0.05).phi, (60 + 98) / 11.0, 1e-15);
}

static void
check_tau2(void)
{
	static const double z[] = { 2, -2, 2, -2 };
	static const double near[] = { 0.1, -0.1, 0.1, -0.1 };
	static const double one[] = { 7 };

	/* weights 4, 16, 4, 16: sum 40, of squares 544 */
	CHECK_NUMBER(of(z, 4, OUTLIERS_KEEP, 0.1).tau2, (16 - 3) / (40 - 544.0 / 40), 1e-15);
	CHECK_NUMBER(of(near, 4, OUTLIERS_KEEP, 0.1).tau2, 0, 0);
	CHECK_NUMBER(of(one, 1, OUTLIERS_KEEP, 0.1).phi, 49, 0);
	CHECK_NUMBER(of(one, 1, OUTLIERS_KEEP, 0.1).tau2, 0, 0);
}

/* One unit 10^9 times as exact as the others, and one alone of an error that no double is. */
static void
check_unequal(void)
{
	static const double z[] = { 3, -3, 2, -2, 2.5, -1, 1, 0.1, -0.2 };
	static const double errors[] = { 1e-9, 1, 1, 1, 1, 1, 1, 1, 1 };
	static const double odd[] = { 0.1 };
	const struct outliers keep = { OUTLIERS_KEEP, 0.1 };
	double scratch[2 * MANY];

	CHECK_NUMBER(overdispersion_of(z, errors, 9, &keep, scratch).tau2, 1.64375, 1e-14);
	CHECK_NUMBER(overdispersion_of(z, odd, 1, &keep, scratch).tau2, 0, 0);
}

/* A rate of 0 has no logarithm. */
static void
check_infinite(void)
{
	static const double none[] = { NAN, NAN };
	static const double lowest[] = { -INFINITY, -1, 1, -2, 2, -3, 3, -4, 4, NAN, 9 };
	static const double half[] = { -INFINITY, -INFINITY, 1, 2 };

	CHECK(isnan(of(none, 2, OUTLIERS_WINSORISE, 0.1).phi));
	CHECK(isnan(of(none, 2, OUTLIERS_WINSORISE, 0.1).tau2));
	CHECK_NUMBER(of(lowest, 11, OUTLIERS_TRIM, 0.1).phi, 60.0 / 8, 1e-15);
	CHECK_NUMBER(of(lowest, 11, OUTLIERS_KEEP, 0.1).phi, 141.0 / 9, 1e-15);
	CHECK_NUMBER(of(half, 4, OUTLIERS_KEEP, 0.1).phi, 2.5, 0);
	CHECK_NUMBER(of(half, 4, OUTLIERS_WINSORISE, 0.1).phi, (1 + 1.7 * 1.7) / 2, 1e-15);
}

int
main(void)
{
	check_trim();
	check_winsorise();
	check_tau2();
	check_unequal();
	check_infinite();
	return unit_done();
}
