/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * settings: the options that decide what is counted.  Partitions are of one whole only
 * where these are the same; all others are asked for when they are merged.
 */
#ifndef BENCHMARK_SETTINGS_H
#define BENCHMARK_SETTINGS_H

#include "../../lib/filter.h"
#include "../measure/measure.h"

#include <stdbool.h>
#include <stddef.h>

struct setting {
	const char *option; /* without the dashes; borrowed */
	bool file;          /* the value is the SHA-256 of the file that the option names */
	char *value;        /* owned */
};

/* {0} is the empty list. */
struct settings {
	struct setting *items;
	size_t count;
};

/* The options of the table that are given and decide what is counted, in its order, and the
 * files that measures name. */
bool settings_make(struct settings *settings, const struct filter_option *options,
    const struct measures *measures, struct fault *fault);
void settings_release(struct settings *settings);

#endif
