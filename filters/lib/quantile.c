/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quantile: quantiles of a list of numbers. */
#include "quantile.h"

#include <math.h>
#include <stdlib.h>

static int
compare_values(const void *a, const void *b)
{
	double left = *(const double *)a;
	double right = *(const double *)b;

	return (left > right) - (left < right);
}

void
quantile_sort(double *values, size_t count)
{
	if (count != 0)
		qsort(values, count, sizeof(*values), compare_values);
}

double
quantile_type7(const double *ascending, size_t count, double p)
{
	double h = (double)(count - 1) * p;
	size_t below = (size_t)floor(h);

	if (below + 1 >= count)
		return ascending[count - 1];
	return ascending[below] + (h - (double)below) * (ascending[below + 1] - ascending[below]);
}
