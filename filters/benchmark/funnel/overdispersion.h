/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * overdispersion: by how much units differ beyond chance, and what that adds to a limit.
 */
#ifndef BENCHMARK_OVERDISPERSION_H
#define BENCHMARK_OVERDISPERSION_H

#include <stddef.h>

enum overdispersion_form {
	OVERDISPERSION_NONE,
	OVERDISPERSION_MULTIPLICATIVE, /* errors times the root of phi */
	OVERDISPERSION_ADDITIVE        /* a variance between units, tau2, beside their own */
};

/* What is done with the outermost z before phi. */
enum outliers_way {
	OUTLIERS_WINSORISE, /* drawn in to the quantiles (type 7) */
	OUTLIERS_TRIM,      /* left out, by rank */
	OUTLIERS_KEEP
};

struct outliers {
	enum outliers_way way;
	double share; /* at each end, above 0 and under 0.5 */
};

struct overdispersion {
	double phi;  /* NaN where no unit has a z */
	double tau2; /* likewise */
};

/* Of units with that z and standard error.  A z that is NaN is passed over; an infinite one
 * is outermost, and not counted unless it is drawn in.  scratch: room for 2 * count. */
struct overdispersion overdispersion_of(const double *z, const double *errors, size_t count,
    const struct outliers *outliers, double *scratch);

#endif
