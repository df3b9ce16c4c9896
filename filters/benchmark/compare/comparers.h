/* SPDX-License-Identifier: GPL-3.0-or-later */
/* comparers: all ways to set figures beside each other, one file for each. */
#ifndef BENCHMARK_COMPARERS_H
#define BENCHMARK_COMPARERS_H

struct comparer;

extern const struct comparer quartile_comparer, mad_comparer, rank_comparer, target_comparer;
extern const struct comparer funnel_comparer, control_comparer;
extern const struct comparer ratio_comparer, change_comparer;

#endif
