/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * world: the invented services: teams with sizes, levels, one that gets better
 * month by month and one that drops at a month and stays there.
 */
#ifndef GENERATE_WORLD_H
#define GENERATE_WORLD_H

#include "draft.h"
#include "random.h"

#define WORLD_TEAMS_MAX  120
#define WORLD_MONTHS_MAX 240
#define WORLD_ROLES      5

struct world {
	uint64_t seed;
	unsigned teams;     /* 1 .. WORLD_TEAMS_MAX */
	unsigned months;    /* 1 .. WORLD_MONTHS_MAX */
	unsigned last_year; /* the last month */
	unsigned last_month;
	unsigned shares[WORLD_TEAMS_MAX]; /* running sums of the teams' sizes */
	int levels[WORLD_TEAMS_MAX];      /* thousandths of a standard deviation */
};

void world_init(struct world *world);
/* A team, the bigger ones more often. */
unsigned world_team(const struct world *world, struct random *random);
/* How good the team is in a month (0 is the first), in thousandths. */
int world_level(const struct world *world, unsigned team, unsigned month);
void world_team_name(unsigned team, struct draft *draft);
void world_organisation(unsigned team, struct draft *draft);
/* Which of the five role categories a team's comments speak of. */
unsigned world_role(unsigned team, struct random *random);
/* A day of a month, as YYYY-MM-DD. */
void
world_date(const struct world *world, unsigned month, struct random *random, struct draft *draft);

#endif
