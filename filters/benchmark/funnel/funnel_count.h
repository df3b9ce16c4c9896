/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * funnel_count: funnels by the distribution of a count, binomial or Poisson.
 */
#ifndef BENCHMARK_FUNNEL_COUNT_H
#define BENCHMARK_FUNNEL_COUNT_H

#include "funnel.h"

/* A z that has the same probability beyond it as the unit's count has. */
double funnel_count_z(const struct funnel *funnel, const struct funnel_unit *unit);
bool funnel_count_limits(
    const struct funnel *funnel, const struct funnel_unit *unit, double z, struct interval *limits);

#endif
