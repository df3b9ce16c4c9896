/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rate of false discoveries (Benjamini and Hochberg 1995): their own example, ties, and
 * whatever order the tests come in. */
#include "../../filters/benchmark/peers/discovery.h"
#include "unit.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void
check(const double *p, const double *expected, size_t count)
{
	struct discovery_test tests[16];
	double q[16];

	for (size_t turn = 0; turn < count; turn++) {
		for (size_t i = 0; i < count; i++)
			tests[(i + turn) % count] = (struct discovery_test){ p[i], &q[i] };
		discovery_rates(tests, count);
		for (size_t i = 0; i < count; i++)
			CHECK_NUMBER(q[i], expected[i], 1e-14);
	}
}

int
main(void)
{
	/* section 4.1: at a rate of 0.05 the four smallest are discoveries */
	static const double heart[] = { 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298,
		0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000 };
	static const double tied[] = { 0.01, 0.04, 0.03, 0.03, 0.2, 0.5, 0.005 };
	static const double tied_rates[] = { 0.035, 0.056, 0.0525, 0.0525, 0.7 / 3, 0.5, 0.035 };
	static const double same[] = { 0.2, 0.2, 0.2 };
	static const double one[] = { 0.03 };
	struct discovery_test tests[COUNT(heart)];
	double q[COUNT(heart)];
	size_t found = 0;

	for (size_t i = 0; i < COUNT(heart); i++)
		tests[i] = (struct discovery_test){ heart[i], &q[i] };
	discovery_rates(tests, COUNT(heart));
	for (size_t i = 0; i < COUNT(heart); i++)
		found += q[i] <= 0.05;
	CHECK(found == 4);
	CHECK_NUMBER(q[3], 15 * 0.0095 / 4, 1e-14);
	CHECK_NUMBER(q[14], 1, 0);
	check(tied, tied_rates, COUNT(tied));
	check(same, same, COUNT(same));
	check(one, one, COUNT(one));
	discovery_rates(tests, 0);
	return unit_done();
}
