/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quantile: type 7 against values worked by hand, which R's quantile(x, p) gives as well. */
#include "../../filters/lib/quantile.h"
#include "unit.h"

static void
test_type7(void)
{
	double values[] = { 9, 1, 4, 7, 2, 30 };
	const double one[] = { 4 };
	const double two[] = { 1, 2 };

	quantile_sort(values, 6);
	CHECK_NUMBER(values[0], 1, 0);
	CHECK_NUMBER(values[3], 7, 0);
	CHECK_NUMBER(values[5], 30, 0);
	/* places 5p from the first: 1.25 is 2 + 0.25 * 2, 2.5 is 4 + 0.5 * 3, 3.75 is 7 + 0.75 * 2
	 */
	CHECK_NUMBER(quantile_type7(values, 6, 0.25), 2.5, 1e-15);
	CHECK_NUMBER(quantile_type7(values, 6, 0.5), 5.5, 1e-15);
	CHECK_NUMBER(quantile_type7(values, 6, 0.75), 8.5, 1e-15);
	CHECK_NUMBER(quantile_type7(values, 6, 0.95), 24.75, 1e-15);
	CHECK_NUMBER(quantile_type7(values, 6, 0), 1, 0);
	CHECK_NUMBER(quantile_type7(values, 6, 1), 30, 0);
	CHECK_NUMBER(quantile_type7(one, 1, 0.25), 4, 0);
	CHECK_NUMBER(quantile_type7(two, 2, 0.25), 1.25, 1e-15);
}

int
main(void)
{
	test_type7();
	quantile_sort(NULL, 0);
	return unit_done();
}
