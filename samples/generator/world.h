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
#define WORLD_KINDS      5

struct world {
	uint64_t seed;
	unsigned teams;     /* 1 .. WORLD_TEAMS_MAX */
	unsigned months;    /* 1 .. WORLD_MONTHS_MAX */
	unsigned last_year; /* the last month */
	unsigned last_month;
	unsigned shares[WORLD_TEAMS_MAX]; /* running sums of the teams' sizes */
	int levels[WORLD_TEAMS_MAX];      /* thousandths of a standard deviation */
};

struct world_day {
	unsigned year;
	unsigned month; /* 1 .. 12 */
	unsigned day;
};

void world_init(struct world *world);
/* A team, the bigger ones more often. */
unsigned world_team(const struct world *world, struct random *random);
/* How good the team is in a month (0 is the first), in thousandths. */
int world_level(const struct world *world, unsigned team, unsigned month);
/* Community, recovery, crisis, older people's or early intervention: 0 to 4. */
unsigned world_team_kind(unsigned team);
void world_team_name(unsigned team, struct draft *draft);
void world_organisation(unsigned team, struct draft *draft);
/* Which of the five role categories a team's comments speak of. */
unsigned world_role(unsigned team, struct random *random);
/* A day of a month (0 is the first). */
struct world_day world_day(const struct world *world, unsigned month, struct random *random);
struct world_day world_day_after(struct world_day day, unsigned days);
/* As YYYY-MM-DD. */
void world_day_write(struct world_day day, struct draft *draft);

#endif
