/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * plan: what the options say, checked, and the files that they name, read.
 */
#ifndef BENCHMARK_PLAN_H
#define BENCHMARK_PLAN_H

#include "../lib/filter.h"
#include "compare/compare.h"
#include "disclosure/disclosure.h"
#include "group/group_key.h"
#include "measure/measure.h"
#include "partial/partial.h"

#include <stdbool.h>

struct plan {
	struct measures measures;
	struct group_key key;
	struct filter_list by; /* the further columns, the measures' before them */
	struct compare_options compare;
	struct bands *bands;
	struct peer_list *peers;              /* NULL: all units are compared with each other */
	struct organisation_changes *changes; /* NULL: none is asked for */
	struct disclosure_choice disclosure;
	const struct disclosure *rule;
	struct comparison comparison; /* its columns are laid out */
	struct partial_id partition;  /* of --partial */
	struct settings settings;     /* of --partial and --merge */
};

bool plan_make(struct plan *plan, struct filter *filter, struct fault *fault);
void plan_release(struct plan *plan);

#endif
