/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control_units: limits that begin anew for a unit that the data has not. */
#ifndef BENCHMARK_CONTROL_UNITS_H
#define BENCHMARK_CONTROL_UNITS_H

#include "../group/group.h"
#include "control_options.h"

/* Says which; groups are sorted. */
void control_warn_units(const struct control_options *options, const struct groups *groups);

#endif
