/* SPDX-License-Identifier: GPL-3.0-or-later */
/* world: the invented services. */
#include "world.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { KIND_TEAM = 1, KIND_TEAM_MONTH };

static const char *const places[] = { "Riverside", "Oakfield", "Harbour", "Northgate", "Elmwood",
	"Lakeside", "Hillcrest", "Meadow Lane", "Kingfisher", "Old Mill", "Beacon", "Willow",
	"Orchard", "Castle Street", "Foxglove", "Springfield", "Westbrook", "Lighthouse", "Quarry",
	"Larkfield", "Abbey", "Heathside", "Canal Street", "Juniper" };
static const char *const kinds[WORLD_KINDS] = { "community team", "recovery team", "crisis team",
	"older people's team", "early intervention team" };

/* The sixth is small on purpose: some of its figures have to be suppressed. */
static const unsigned sizes[] = { 240, 190, 150, 210, 110, 9, 130, 80, 170, 60, 100, 140 };
static const int differences[] = { 150, -450, 350, 250, -150, 0, 500, -700, 50, -250, 200, -50 };

/* Of a thousand comments on a role, by category A to E. */
static const unsigned roles[][WORLD_ROLES] = {
	{ 420, 270, 160, 110, 40 },
	{ 330, 380, 140, 120, 30 },
	{ 390, 130, 290, 60, 130 },
	{ 480, 180, 190, 110, 40 },
	{ 260, 360, 120, 220, 40 },
	{ 400, 250, 180, 120, 50 },
};

void
world_init(struct world *world)
{
	unsigned share = 0;

	for (unsigned team = 0; team < world->teams; team++) {
		struct random random = random_of(world->seed, KIND_TEAM, team);

		share += sizes[team % COUNT(sizes)];
		world->shares[team] = share;
		world->levels[team] =
		    differences[team % COUNT(differences)] + random_normal(&random) / 20;
	}
}

unsigned
world_team(const struct world *world, struct random *random)
{
	unsigned at = random_below(random, world->shares[world->teams - 1]);
	unsigned team = 0;

	while (world->shares[team] <= at)
		team++;
	return team;
}

int
world_level(const struct world *world, unsigned team, unsigned month)
{
	struct random random =
	    random_of(world->seed, KIND_TEAM_MONTH, (uint64_t)team * WORLD_MONTHS_MAX + month);
	int level = world->levels[team] + random_normal(&random) / 16;

	if (team % 12 == 1 && world->months > 1)
		level += (int)(900 * month / (world->months - 1));
	if (team % 12 == 3 && month >= world->months * 2 / 3)
		level -= 650;
	return level;
}

unsigned
world_team_kind(unsigned team)
{
	return (team + 2 * (unsigned)(team / COUNT(places))) % WORLD_KINDS;
}

void
world_team_name(unsigned team, struct draft *draft)
{
	draft_text(draft, places[team % COUNT(places)]);
	draft_char(draft, ' ');
	draft_text(draft, kinds[world_team_kind(team)]);
}

void
world_organisation(unsigned team, struct draft *draft)
{
	draft_text(draft, "ORG");
	draft_number(draft, team / 3 + 1, 2);
}

unsigned
world_role(unsigned team, struct random *random)
{
	const unsigned *shares = roles[team % COUNT(roles)];
	unsigned at = random_below(random, 1000);
	unsigned role = 0;

	while (role + 1 < WORLD_ROLES && at >= shares[role])
		at -= shares[role++];
	return role;
}

static unsigned
month_days(unsigned year, unsigned month)
{
	static const unsigned days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && leap ? 29 : days[month - 1];
}

struct world_day
world_day(const struct world *world, unsigned month, struct random *random)
{
	unsigned at = world->last_year * 12 + world->last_month - world->months + month;
	struct world_day day = { .year = at / 12, .month = at % 12 + 1 };

	day.day = random_below(random, month_days(day.year, day.month)) + 1;
	return day;
}

struct world_day
world_day_after(struct world_day day, unsigned days)
{
	day.day += days;
	while (day.day > month_days(day.year, day.month)) {
		day.day -= month_days(day.year, day.month);
		day.year += day.month == 12;
		day.month = day.month % 12 + 1;
	}
	return day;
}

void
world_day_write(struct world_day day, struct draft *draft)
{
	draft_number(draft, day.year, 4);
	draft_char(draft, '-');
	draft_number(draft, day.month, 2);
	draft_char(draft, '-');
	draft_number(draft, day.day, 2);
}
