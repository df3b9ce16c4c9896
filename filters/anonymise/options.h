/* SPDX-License-Identifier: GPL-3.0-or-later */
/* options: what the command line of anonymise asks for. */
#ifndef ANONYMISE_OPTIONS_H
#define ANONYMISE_OPTIONS_H

#include "../lib/filter.h"

#include <stdbool.h>
#include <stddef.h>

struct anonymise_options {
	const char *policy;
	const char *key;
	const char *make_key;
	const char *exclude;
	const char *permitted;
	const char *population;
	const char *identifiers;
	const char *audit;
	const char *memory_text;
	const char *evaluate_spans;
	bool check;
	bool search;
	bool explain;
	bool typed;

	size_t memory; /* bytes for counting classes */
};

extern struct anonymise_options options;
extern const struct filter_option options_table[];
extern const char options_synopsis[];

/* Reads the numbers among them and refuses what does not go together. */
bool options_settle(const struct filter *filter, struct fault *fault);

#endif
