/* SPDX-License-Identifier: GPL-3.0-or-later */
/* metrics: how coarse a table has become. */
#include "metrics.h"

void
metrics_add(struct metrics *metrics, uint64_t records, bool suppressed)
{
	uint64_t square = records * records;

	metrics->records += records;
	if (suppressed) {
		metrics->suppressed += records;
		metrics->squares_failed += square;
	} else {
		metrics->classes++;
		metrics->squares_kept += square;
	}
}

double
metrics_average_class_size(const struct metrics *metrics)
{
	uint64_t classes = metrics->classes + (metrics->suppressed != 0);

	return classes == 0 ? 0 : (double)metrics->records / (double)classes;
}

double
metrics_discernibility(const struct metrics *metrics)
{
	return (double)metrics->squares_kept
	    + (double)metrics->suppressed * (double)metrics->records;
}

double
metrics_monotonic_discernibility(const struct metrics *metrics)
{
	return (double)(metrics->squares_kept + metrics->squares_failed);
}
