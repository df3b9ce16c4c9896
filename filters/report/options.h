/* SPDX-License-Identifier: GPL-3.0-or-later */
/* options: what the command line asks of report. */
#ifndef REPORT_OPTIONS_H
#define REPORT_OPTIONS_H

#include "../lib/filter.h"

struct options {
	const char *report;
	const char *folder; /* NULL: that of the report file */
	const char *strings;
	const char *jobs;
	struct filter_list records;
};

extern struct options options;
extern const struct filter_option options_table[];

/* What goes together and what does not; *at_once: charts to draw at the same time. */
bool options_check(const struct filter *filter, size_t *at_once, struct fault *fault);

#endif
