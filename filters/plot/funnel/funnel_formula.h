/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * funnel_formula: the limits at any size, from the centre, phi, tau2 and method that
 * benchmark published (Spiegelhalter 2005, Statistics in Medicine 24, 1185-1202).
 */
#ifndef MHSW_PLOT_FUNNEL_FORMULA_H
#define MHSW_PLOT_FUNNEL_FORMULA_H

#include "../select/select.h"

enum funnel_level {
	FUNNEL_LOWER998,
	FUNNEL_LOWER95,
	FUNNEL_UPPER95,
	FUNNEL_UPPER998,
	FUNNEL_LEVELS
};

/* The column of a level's limit. */
enum series_column funnel_level_column(enum funnel_level level);

enum funnel_scale {
	FUNNEL_SCALE_NORMAL,
	FUNNEL_SCALE_ARCSINE,
	FUNNEL_SCALE_ROOT,
	FUNNEL_SCALE_LOG,
	FUNNEL_SCALE_EXACT, /* quantiles of the count, drawn between whole numbers */
	FUNNEL_SCALE_CHISQ, /* exact limits of the expected count */
	FUNNEL_SCALES
};

struct funnel_formula {
	enum funnel_scale scale;
	bool shares;       /* of a whole, else counts by what they are of */
	double multiplier; /* between a share or rate and its figure */
	double centre;     /* the figure's */
	double widening;   /* errors times this: the root of phi, or 1 */
	double between;    /* a variance beside theirs: tau2, or 0 */
	double z95;
	double z998;
};

/* Reads it from the rows, and looks whether it gives each row its own published limits, as
 * near as rounding lets it; false where it does not, as where errors are the units' own. */
bool funnel_formula_read(struct funnel_formula *formula, const struct selection *selection);
/* The figure of a limit at a size above 0; NaN where there is none. */
double
funnel_formula_limit(const struct funnel_formula *formula, double size, enum funnel_level level);

#endif
