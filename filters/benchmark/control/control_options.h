/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control_options: which control chart is drawn, from which points, and by which rules. */
#ifndef BENCHMARK_CONTROL_OPTIONS_H
#define BENCHMARK_CONTROL_OPTIONS_H

#include "../../lib/diag.h"
#include "../../lib/field.h"
#include "../../lib/filter.h"
#include "../../lib/memory.h"
#include "control_chart.h"

#include <stdint.h>

/* Limits begin anew with the first period that begins on that day or later. */
struct control_rebase {
	struct field unit; /* of length 0: of every unit */
	int64_t day;
};

struct control_options {
	enum control_chart chart;
	struct control_rules rules;
	size_t baseline; /* limits are of the first so many points; 0: of all */
	bool has_baseline_end;
	int64_t baseline_end; /* or of those that begin before that day */
	struct control_rebase rebases[FILTER_LIST_MAX];
	size_t rebase_count;
	bool screen;
};

/* As they are typed; NULL: not. */
struct control_texts {
	const char *chart;
	const char *rules;
	const char *shift;
	const char *trend;
	const char *two_of_three;
	const char *baseline;
	const struct filter_list *rebase;
	bool screen;
};

/* What they may be, for a shell's completion. */
extern const char *const control_chart_names[];
extern const char *const control_rule_names[];
extern const char *const control_zone_names[];

/* The texts are borrowed.  asked: --compare names control, which all of them need. */
bool control_configure(struct control_options *options, const struct control_texts *texts,
    bool asked, struct fault *fault);
/* Appends the rules' name, and what is other than in their dialect; nothing for the default. */
void control_name_rules(const struct control_options *options, struct buffer *text);

#endif
