/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quantiles of type 7 against R's, from sets too small for the filter to compare. */
#include "../../filters/benchmark/peers/peers.h"
#include "../../filters/lib/quantile.h"
#include "../../filters/lib/table.h"

#include "unit.h"

#include <stdlib.h>

#define VALUES_MAX 64

static double
number(struct field field)
{
	char text[64];

	/* a cell does not end in a null */
	snprintf(text, sizeof text, "%.*s", (int)field.length, field.data);
	return strtod(text, NULL);
}

/* Values with semicolons between. */
static size_t
parse_values(struct field field, double values[VALUES_MAX])
{
	size_t count = 0, start = 0;

	for (size_t i = 0; i <= field.length && count < VALUES_MAX; i++)
		if (i == field.length || field.data[i] == ';') {
			values[count++] = number((struct field){ field.data + start, i - start });
			start = i + 1;
		}
	return count;
}

static void
check_row(const struct table *table, size_t row)
{
	static const struct {
		const char *column;
		double p;
	} quantiles[] = { { "min", 0 }, { "p5", 0.05 }, { "p10", 0.1 }, { "q1", 0.25 },
		{ "med", 0.5 }, { "q3", 0.75 }, { "p90", 0.9 }, { "p95", 0.95 }, { "max", 1 } };
	double values[VALUES_MAX];
	size_t count = parse_values(table_cell(table, row, table_column(table, "values")), values);

	quantile_sort(values, count);
	for (size_t i = 0; i < sizeof quantiles / sizeof *quantiles; i++) {
		size_t column = table_column(table, quantiles[i].column);

		CHECK_NUMBER(quantile_type7(values, count, quantiles[i].p),
		    number(table_cell(table, row, column)), 1e-15);
	}
}

int
main(void)
{
	const char *folder = getenv("MHSW_SHARED_DATA");
	char path[4096];
	struct fault fault;
	struct table *table;

	snprintf(path, sizeof path, "%s/statistics/base/quantile7_out.csv",
	    folder != NULL ? folder : ".");
	table = table_load(path, &fault);
	if (table == NULL) {
		unit_skip("the quantiles of R are not beside this checkout");
		return unit_done();
	}
	for (size_t row = 0; row < table_rows(table); row++)
		check_row(table, row);
	table_free(table);
	return unit_done();
}
