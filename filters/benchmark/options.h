/* SPDX-License-Identifier: GPL-3.0-or-later */
/* options: what the command line asks of benchmark. */
#ifndef BENCHMARK_OPTIONS_H
#define BENCHMARK_OPTIONS_H

#include "../lib/filter.h"

#include <stdbool.h>

extern struct options {
	/* what is measured */
	struct filter_list files;
	struct filter_list means;
	struct filter_list proportions;
	struct filter_list rates;
	struct filter_list ratios;
	struct filter_list standardised; /* --dsr */
	struct filter_list medians;
	struct filter_list given;
	struct filter_list missing;
	const char *measure_column;
	/* of measures that are typed as options */
	const char *polarity;
	const char *decimals;
	struct filter_list intervals; /* KIND=METHOD */
	struct filter_list targets;   /* NUMBER or MEASURE=NUMBER */
	const char *stratum;
	const char *standard; /* a column, or a file of strata and weights */
	/* the groups */
	const char *unit;
	const char *period;
	const char *period_end;
	struct filter_list by;
	const char *changes; /* organisations that merged */
	const char *total;
	const char *national;
	/* comparisons */
	const char *compare;
	const char *ties;
	const char *peers;      /* a file of units and their peers */
	const char *peer_group; /* a column */
	const char *funnel;
	const char *funnel_centre;
	const char *funnel_z;
	const char *overdispersion;
	const char *outliers;
	const char *bands;
	const char *reference;
	const char *chart;
	const char *rules;
	const char *shift;
	const char *trend;
	const char *two_of_three;
	const char *baseline;
	struct filter_list rebase;
	bool screen;
	/* what is shown */
	const char *disclosure;
	bool attack;
	/* partitions */
	const char *partial;
	bool merge;
} options;

extern const struct filter_option option_table[];

/* What --help shows. */
extern const char options_synopsis[];
extern const char options_examples[];
extern const char options_notes[];

#endif
