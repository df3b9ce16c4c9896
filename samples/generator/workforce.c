/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workforce: one invented post on the day of a count. */
#include "workforce.h"

const char workforce_header[] =
    "record_id,organisation,sector,region,team,team_type,as_of,received,post_status,"
    "vacant_since,person_id,employer,contract,start_date,end_date,contracted_hours,"
    "standard_week,fte,profession,registration,level,role,caseload,amhp,amhp_from,amhp_to,"
    "refresher_hours,supervised,age_band,gender,ethnic_group\n";

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { KIND_POST = 7000, KIND_POST_YEAR, KIND_WORKER };
enum { SOCIAL_WORKER, NURSE, THERAPIST, SUPPORT_WORKER };

static void
put_date(struct draft *field, unsigned year, unsigned month, unsigned day)
{
	world_day_write((struct world_day){ year, month, day }, field);
}

/* Who the organisation is: councils, NHS bodies, and the two together. */
static bool
put_organisation(struct draft *fields, unsigned team)
{
	static const char *const sectors[] = { "council", "nhs", "integrated", "council" };
	static const char *const types[WORLD_KINDS] = { "community", "community", "crisis",
		"older_adults", "early_intervention" };
	unsigned organisation = team / 3;

	world_organisation(team, &fields[WORKFORCE_ORGANISATION]);
	draft_text(&fields[WORKFORCE_SECTOR], sectors[organisation % COUNT(sectors)]);
	draft_text(&fields[WORKFORCE_REGION], "E1200000");
	draft_number(&fields[WORKFORCE_REGION], organisation % 9 + 1, 1);
	world_team_name(team, &fields[WORKFORCE_TEAM]);
	draft_text(&fields[WORKFORCE_TEAM_TYPE], types[world_team_kind(team)]);
	return organisation % COUNT(sectors) == 1;
}

/* Full time is two in three; the others work half, three fifths or four fifths. */
static void
put_hours(struct draft *fields, bool nhs, struct random *random)
{
	static const char *const weeks[][4] = { { "37", "18.5", "22.2", "29.6" },
		{ "37.5", "18.75", "22.5", "30" } };
	static const char *const parts[] = { "1", "0.5", "0.6", "0.8" };
	static const unsigned shares[] = { 660, 90, 130, 120 };
	size_t part = random_choose(random, shares, COUNT(shares));

	draft_text(&fields[WORKFORCE_HOURS], weeks[nhs][part]);
	draft_text(&fields[WORKFORCE_FTE], parts[part]);
}

/* Approval lasts five years, and covers the day of the count. */
static void
put_amhp(struct draft *fields, unsigned year, struct random *random)
{
	static const char *const kinds[] = { "combined", "only", "inactive" };
	static const unsigned shares[] = { 720, 180, 100 };
	size_t kind = random_choose(random, shares, COUNT(shares));
	unsigned since = 1 + random_below(random, 4);

	draft_text(&fields[WORKFORCE_AMHP], kinds[kind]);
	put_date(&fields[WORKFORCE_AMHP_FROM], year - since, 6, 1);
	put_date(&fields[WORKFORCE_AMHP_TO], year - since + 5, 5, 31);
	draft_number(&fields[WORKFORCE_REFRESHER],
	    random_chance(random, 930) ? 18 + 3 * random_below(random, 5) : 12, 1);
}

static void
put_person(struct draft *fields, unsigned profession, struct random *own, struct random *random)
{
	static const char *const ages[] = { "under_25", "25_to_34", "35_to_44", "45_to_54",
		"55_to_64", "65_and_over" };
	static const unsigned age_shares[] = { 30, 210, 270, 280, 190, 20 };
	static const char *const groups[] = { "A", "N", "M", "J", "H", "D", "Z" };
	static const unsigned group_shares[] = { 680, 110, 60, 40, 40, 40, 30 };
	static const char *const levels[] = { "newly_qualified", "social_worker", "experienced",
		"advanced", "strategic" };
	static const unsigned level_shares[] = { 110, 300, 390, 160, 40 };

	if (profession == SOCIAL_WORKER)
		draft_text(&fields[WORKFORCE_LEVEL],
		    levels[random_choose(own, level_shares, COUNT(level_shares))]);
	if (profession != SUPPORT_WORKER)
		draft_number(&fields[WORKFORCE_CASELOAD], 8 + random_below(random, 24), 1);
	draft_text(&fields[WORKFORCE_SUPERVISED], random_chance(random, 870) ? "true" : "false");
	draft_text(&fields[WORKFORCE_AGE], ages[random_choose(own, age_shares, COUNT(age_shares))]);
	draft_text(&fields[WORKFORCE_GENDER], random_chance(own, 770) ? "female" : "male");
	draft_text(&fields[WORKFORCE_ETHNIC_GROUP],
	    groups[random_choose(own, group_shares, COUNT(group_shares))]);
}

static void
put_filled(struct record *record, const struct world *world, uint64_t person, bool nhs,
    unsigned profession, unsigned year, struct random *random)
{
	struct random own = random_of(world->seed, KIND_WORKER, person);
	struct draft *fields = record->fields;
	bool agency = random_chance(random, 80);

	draft_text(&fields[WORKFORCE_STATUS], "filled");
	draft_char(&fields[WORKFORCE_PERSON], 'P');
	draft_number(&fields[WORKFORCE_PERSON], person, 6);
	draft_text(&fields[WORKFORCE_EMPLOYER], agency ? "agency" : nhs ? "nhs" : "council");
	draft_text(&fields[WORKFORCE_CONTRACT],
	    agency                          ? "agency"
	        : random_chance(random, 70) ? "fixed_term"
	                                    : "permanent");
	put_hours(fields, nhs, random);
	if (profession == SOCIAL_WORKER) {
		draft_text(&fields[WORKFORCE_REGISTRATION], "SW");
		/* beyond the numbers in use */
		draft_number(&fields[WORKFORCE_REGISTRATION], 9000000 + person % 1000000, 7);
	}
	put_date(&fields[WORKFORCE_START], world->last_year - 21 + random_below(&own, 8), 9, 2);
	put_person(fields, profession, &own, random);
	if (profession != SUPPORT_WORKER
	    && random_chance(random, profession == SOCIAL_WORKER ? 230 : 40))
		put_amhp(fields, year, random);
	else
		draft_text(&fields[WORKFORCE_AMHP], "no");
}

/* The second organisation finds it hard to fill its posts. */
static bool
is_vacant(unsigned team, unsigned years_ago, struct random *random)
{
	unsigned chance = team / 3 % 4 == 1 ? 210 : 90;

	return random_chance(random, chance + 15 * years_ago);
}

void
workforce_compose(struct record *record, const struct world *world, uint64_t number)
{
	static const char *const professions[] = { "social_worker", "nurse",
		"occupational_therapist", "support_worker" };
	static const unsigned profession_shares[] = { 720, 110, 50, 120 };
	unsigned years = (world->months + 11) / 12;
	unsigned years_ago = (unsigned)(number % years);
	uint64_t post = number / years;
	unsigned last = world->last_month >= 3 ? world->last_year : world->last_year - 1;
	unsigned year = last - years_ago;
	struct random of_post = random_of(world->seed, KIND_POST, post);
	struct random random = random_of(world->seed, KIND_POST_YEAR, number);
	unsigned team = world_team(world, &of_post);
	size_t profession = random_choose(&of_post, profession_shares, COUNT(profession_shares));
	unsigned role = world_role(team, &of_post);
	struct draft *fields = record->fields;
	bool nhs;

	record_clear(record, WORKFORCE_COLUMNS);
	draft_char(&fields[WORKFORCE_ID], 'W');
	draft_number(&fields[WORKFORCE_ID], post + 1, 5);
	nhs = put_organisation(fields, team);
	put_date(&fields[WORKFORCE_AS_OF], year, 3, 31);
	put_date(&fields[WORKFORCE_RECEIVED], year, 4, 20);
	draft_text(&fields[WORKFORCE_WEEK], nhs ? "37.5" : "37");
	draft_text(&fields[WORKFORCE_PROFESSION], professions[profession]);
	draft_char(&fields[WORKFORCE_ROLE], (char)('A' + role));
	if (!is_vacant(team, years_ago, &random)) {
		/* one post in eight has somebody else each year */
		uint64_t person = post * 8 + (random_chance(&random, 125) ? 1 + years_ago % 7 : 0);

		put_filled(record, world, person, nhs, (unsigned)profession, year, &random);
		return;
	}
	draft_text(&fields[WORKFORCE_STATUS], random_chance(&random, 150) ? "frozen" : "vacant");
	put_date(&fields[WORKFORCE_VACANT_SINCE], year - 1, 6 + random_below(&random, 6), 1);
	draft_text(&fields[WORKFORCE_AMHP], "no");
}
