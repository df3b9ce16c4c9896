/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * funnel_options: how funnels are asked for.
 */
#ifndef BENCHMARK_FUNNEL_OPTIONS_H
#define BENCHMARK_FUNNEL_OPTIONS_H

#include "../../lib/diag.h"
#include "funnel.h"

#include <stdbool.h>

#define FUNNEL_MODELS 3

struct funnel_options {
	enum funnel_way ways[FUNNEL_MODELS]; /* by enum figure_model */
	bool rates_said;                     /* and that of rates was named */
	enum overdispersion_form form;       /* where the way can be made wider */
	struct outliers outliers;
	bool to_target; /* the centre is the measure's target, where it has one */
	double z95;
	double z998;
	bool own_z; /* they are not the quantiles */
};

/* The texts of the options; NULL: the default. */
struct funnel_texts {
	const char *funnel;         /* names of ways, with commas between */
	const char *centre;         /* units or target */
	const char *z;              /* the two z, with a comma between */
	const char *overdispersion; /* none, multiplicative or additive */
	const char *outliers;       /* winsorise, trim or keep; :PERCENT */
};

/* asked: there are funnels; else there may be no text. */
bool funnel_configure(struct funnel_options *options, const struct funnel_texts *texts, bool asked,
    struct fault *fault);
/* The name of a way, as in the option. */
const char *funnel_way_name(enum funnel_way way);

#endif
