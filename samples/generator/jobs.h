/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * jobs: one invented task of a job description, or duty of a team.
 *
 * A description is 8 to 14 lines; every tenth is a team's statement of duties.
 */
#ifndef GENERATE_JOBS_H
#define GENERATE_JOBS_H

#include "record.h"

/* The columns are those of activities.h; number counts from 0. */
void jobs_compose(struct record *record, const struct world *world, uint64_t number);

#endif
