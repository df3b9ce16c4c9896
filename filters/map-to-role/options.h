/* SPDX-License-Identifier: GPL-3.0-or-later */
/* options: the command line of map-to-role, and its help. */
#ifndef ROLE_OPTIONS_H
#define ROLE_OPTIONS_H

#include "../lib/filter.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct options {
	/* what decides */
	const char *rules;
	const char *roles;
	const char *text;
	const char *code;
	struct filter_list crosswalk;
	const char *language;
	const char *limit;
	bool every_rule;
	/* what is written */
	const char *evidence;
	const char *prefix;
	bool multi;
	bool indicators;
	bool functions;
	const char *weight;
	bool pcf;
	bool outcomes;
	/* instead of the records */
	const char *evaluate;
	const char *by;
	const char *format;
	const char *sample;
	struct filter_list keep;
	struct filter_list agree;
	/* worked out by options_check */
	size_t limit_bytes;
	uint64_t sample_size;
};

extern struct options options;
extern const struct filter_option option_table[];
extern const char options_synopsis[];
extern const char options_examples[];
extern const char options_notes[];

/* All words and numbers, and what goes with what.  --agree A B takes its second column
 * from the operands. */
bool options_check(struct filter *filter, struct fault *fault);

#endif
