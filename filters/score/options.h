/* SPDX-License-Identifier: GPL-3.0-or-later */
/* options: what the command line asks of score. */
#ifndef SCORE_OPTIONS_H
#define SCORE_OPTIONS_H

#include "../lib/filter.h"

#include <stdbool.h>

extern struct options {
	const char *config;
	bool describe;
	const char *prefix;
	const char *rejects;
	bool long_form;
	/* one line for each answer */
	struct filter_list record;
	const char *item;
	const char *answer;
	struct filter_list keep;
	/* the plan of action */
	bool action_plan;
	bool every_item;
	struct filter_list with;
	/* figures over all records */
	bool reliability;
	const char *partial;
	bool merge;
	const char *change;
	const char *from;
	const char *to;
	struct filter_list pair;
	const char *format;
	const char *disclosure;
} options;

extern const struct filter_option option_table[];

/* What --help shows. */
extern const char options_synopsis[];
extern const char options_examples[];
extern const char options_notes[];

/* No two options contradict one another. */
bool options_check(const struct filter *filter, struct fault *fault);

#endif
