/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * attack: reads published outputs and tries to undo them.
 *
 * For each count that is suppressed or rounded it works out what it can be: from the rule;
 * from the other counts that it adds up with, rounded or not; from percentages and means,
 * which only some pairs of counts give; and from another edition of the same figure.
 */
#ifndef BENCHMARK_ATTACK_H
#define BENCHMARK_ATTACK_H

#include "../../lib/filter.h"
#include "../disclosure/disclosure.h"
#include "../measure/measure.h"

#include <stdbool.h>

struct attack_options {
	const struct disclosure *rule;
	const char *total;               /* the unit that is a total; NULL: none */
	const char *national;            /* likewise the nation */
	const struct measures *measures; /* what is known of them, such as part_of */
};

/* Reads the filter's inputs, writes what each count can be, and sets the status to
 * STATUS_DATA_FAILED where a suppressed one is known.  False with the fault. */
bool attack_run(struct filter *filter, const struct attack_options *options, struct fault *fault);

#endif
