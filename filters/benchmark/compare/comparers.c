/* SPDX-License-Identifier: GPL-3.0-or-later */
/* comparers: all ways to set figures beside each other. */
#include "comparers.h"

#include "comparer.h"

const struct comparer *const comparers[] = { &quartile_comparer, &mad_comparer, &rank_comparer,
	&funnel_comparer, &target_comparer, &control_comparer, &ratio_comparer, &change_comparer,
	NULL };
