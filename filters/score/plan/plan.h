/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan: the plan of action: the gaps of each record, those that matter most first. */
#ifndef SCORE_PLAN_H
#define SCORE_PLAN_H

#include "../way.h"

/* One line for each gap: rank, item, label, scale, state, answer, target, distance,
 * importance, priority, and the columns of the answer's line that --with names. */
extern const struct way plan_way;

#endif
