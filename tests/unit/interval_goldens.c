/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Intervals against R's own figures, row by row, where that data is at hand. */
#include "../../filters/lib/interval.h"
#include "../../filters/lib/table.h"

#include "unit.h"

#include <stdlib.h>

static struct table *table;
static size_t row;

static bool
open_table(const char *name)
{
	const char *folder = getenv("MHSW_SHARED_DATA");
	char path[4096];
	struct fault fault;
	FILE *there;

	row = 0;
	snprintf(path, sizeof path, "%s/statistics/base/%s_out.csv", folder != NULL ? folder : ".",
	    name);
	there = fopen(path, "r");
	if (there == NULL) {
		unit_skip("the figures of R are not beside this checkout");
		return false;
	}
	fclose(there);
	table = table_load(path, &fault);
	return CHECK(table != NULL) && CHECK(table_rows(table) > 0);
}

static double
cell(const char *column)
{
	struct field field = table_cell(table, row, table_column(table, column));
	char text[64];

	/* a cell does not end in a null */
	snprintf(text, sizeof text, "%.*s", (int)field.length, field.data);
	return strtod(text, NULL);
}

static void
check(bool defined, struct interval interval, const char *lower, const char *upper)
{
	CHECK(defined);
	CHECK_NUMBER(interval.lower, cell(lower), 1e-9);
	CHECK_NUMBER(interval.upper, cell(upper), 1e-9);
}

static void
test_wilson(void)
{
	struct interval interval;

	if (!open_table("wilson_proptest"))
		return;
	for (; row < table_rows(table); row++) {
		bool defined = interval_wilson(cell("x") / cell("n"), cell("n"), 0.95, &interval);
		check(defined, interval, "1", "2");
	}
	table_free(table);
}

static void
test_clopper_pearson(void)
{
	struct interval interval;

	if (!open_table("clopper_pearson"))
		return;
	for (; row < table_rows(table); row++) {
		bool defined = interval_clopper_pearson(cell("x"), cell("n"), 0.95, &interval);
		check(defined, interval, "lo95", "hi95");
		defined = interval_clopper_pearson(cell("x"), cell("n"), 0.998, &interval);
		check(defined, interval, "lo998", "hi998");
	}
	table_free(table);
}

static void
test_poisson(void)
{
	struct interval interval;

	if (!open_table("poisson_exact"))
		return;
	for (; row < table_rows(table); row++) {
		bool defined = interval_poisson_exact(cell("x"), 0.95, &interval);
		check(defined, interval, "lo95", "hi95");
		defined = interval_poisson_exact(cell("x"), 0.998, &interval);
		check(defined, interval, "lo998", "hi998");
	}
	table_free(table);
}

static void
check_ratio(bool defined, struct interval interval, const char *lower, const char *upper)
{
	/* without events R has a lower limit of 0 and no upper one */
	if (fpclassify(cell("a")) == FP_ZERO)
		CHECK(!defined);
	else
		check(defined, interval, lower, upper);
}

static void
test_ratios(void)
{
	struct interval interval;

	if (!open_table("ratio_log_wald"))
		return;
	for (; row < table_rows(table); row++) {
		double a = cell("a"), n1 = cell("n1"), b = cell("b"), n0 = cell("n0");
		bool defined = interval_risk_ratio(a, n1, b, n0, 0.95, &interval);
		check_ratio(defined, interval, "rr_lo", "rr_hi");
		defined = interval_rate_ratio(a, n1, b, n0, 0.95, &interval);
		check_ratio(defined, interval, "irr_lo", "irr_hi");
	}
	table_free(table);
}

int
main(void)
{
	test_wilson();
	test_clopper_pearson();
	test_poisson();
	test_ratios();
	return unit_done();
}
