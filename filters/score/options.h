/* SPDX-License-Identifier: GPL-3.0-or-later */
/* options: what the command line asks of score. */
#ifndef SCORE_OPTIONS_H
#define SCORE_OPTIONS_H

#include "../lib/filter.h"

#include <stdbool.h>

extern struct options {
	const char *config;
	const char *prefix;
	const char *rejects;
	bool long_form;
} options;

extern const struct filter_option option_table[];

/* What --help shows. */
extern const char options_synopsis[];
extern const char options_examples[];
extern const char options_notes[];

/* No two options contradict one another. */
bool options_check(struct fault *fault);

#endif
