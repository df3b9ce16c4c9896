/* SPDX-License-Identifier: GPL-3.0-or-later */
/* people: one invented contact with a person. */
#include "people.h"

const char people_header[] =
    "record_id,person_id,organisation,team,date,birth_date,gender,ethnic_group,postcode,"
    "marital_status,employment,accommodation,outcome\n";

enum { KIND_SOMEBODY = 3000, KIND_CONTACT };
enum { AGE_LEAST = 16, AGE_MOST = 102, OLDER_PEOPLE = 3, EARLY = 4 };

/* A word and how many of a thousand have it; the last one is whoever is left. */
struct share {
	const char *word;
	unsigned of_thousand;
};

static const struct share genders[] = { { "female", 520 }, { "male", 462 }, { "other", 8 },
	{ "not_stated", 0 } };
static const struct share ethnic_groups[] = { { "A", 700 }, { "C", 55 }, { "H", 32 }, { "J", 28 },
	{ "N", 26 }, { "M", 24 }, { "L", 18 }, { "B", 14 }, { "K", 12 }, { "S", 12 }, { "P", 10 },
	{ "D", 9 }, { "G", 8 }, { "F", 6 }, { "R", 6 }, { "E", 4 }, { "Z", 24 }, { "99", 0 } };
static const struct share young[] = { { "single", 900 }, { "married", 45 }, { "civil_partner", 5 },
	{ "not_known", 0 } };
static const struct share middle[] = { { "single", 420 }, { "married", 330 }, { "divorced", 120 },
	{ "separated", 50 }, { "civil_partner", 12 }, { "widowed", 13 }, { "not_known", 0 } };
static const struct share old[] = { { "widowed", 340 }, { "married", 400 }, { "single", 120 },
	{ "divorced", 90 }, { "separated", 15 }, { "not_known", 0 } };
static const struct share working_age[] = { { "long_term_sick", 330 }, { "unemployed", 230 },
	{ "employed", 210 }, { "not_known", 110 }, { "home", 60 }, { "student", 40 },
	{ "volunteer", 0 } };
static const struct share accommodations[] = { { "tenant", 430 }, { "owner", 240 },
	{ "with_family", 120 }, { "supported", 90 }, { "care_home", 40 }, { "homeless", 35 },
	{ "not_known", 40 }, { "prison", 0 } };
static const struct share outcomes[] = { { "community", 420 }, { "no_action", 190 },
	{ "informal", 140 }, { "section_2", 110 }, { "section_3", 70 }, { "cto", 40 },
	{ "guardianship", 4 }, { "not_recorded", 0 } };

static const char *
draw(const struct share *shares, struct random *random)
{
	unsigned at = random_below(random, 1000);

	while (shares->of_thousand != 0 && at >= shares->of_thousand) {
		at -= shares->of_thousand;
		shares++;
	}
	return shares->word;
}

/* Two in five records are of somebody new. */
static uint64_t
person_number(uint64_t number, struct random *random)
{
	uint64_t newest = number * 2 / 5 + 1;

	return random_chance(random, 400) ? newest : 1 + random_next(random) % newest;
}

static unsigned
age_of(unsigned kind, struct random *random)
{
	const int mean = kind == OLDER_PEOPLE ? 77 : kind == EARLY ? 22 : 43;
	const int spread = kind == OLDER_PEOPLE ? 8 : kind == EARLY ? 4 : 13;
	int age = mean + random_normal(random) * spread / 1000;

	if (age < AGE_LEAST || age > AGE_MOST)
		age = AGE_LEAST + (int)random_below(random, 60);
	return (unsigned)age;
}

/* Areas that do not exist, one to a place, whose districts differ in size. */
static void
put_postcode(unsigned team, struct random *random, struct draft *field)
{
	static const char *const areas[] = { "AA", "EF", "GD", "HK", "KB", "LC", "MB", "OA", "RB",
		"TB", "UA", "YA" };
	static const char inward[] = "ABDEFGHJLNPQRSTUWXYZ";
	const unsigned letters = sizeof inward - 1;
	unsigned district = random_below(random, 1 + random_below(random, 20));

	draft_text(field, areas[team % (sizeof areas / sizeof *areas)]);
	draft_number(field, 1 + district, 1);
	draft_char(field, ' ');
	draft_number(field, random_below(random, 10), 1);
	draft_char(field, inward[random_below(random, letters)]);
	draft_char(field, inward[random_below(random, letters)]);
}

/* What does not change from contact to contact; gives the team. */
static unsigned
put_person(struct record *record, const struct world *world, uint64_t person)
{
	struct random random = random_of(world->seed, KIND_SOMEBODY, person);
	unsigned team = world_team(world, &random);
	unsigned age = age_of(world_team_kind(team), &random);
	struct world_day birth = { world->last_year > age ? world->last_year - age : 1,
		1 + random_below(&random, 12), 1 + random_below(&random, 28) };
	const struct share *status = age < 25 ? young : age < 70 ? middle : old;

	draft_char(&record->fields[PEOPLE_PERSON], 'P');
	draft_number(&record->fields[PEOPLE_PERSON], person, 7);
	world_day_write(birth, &record->fields[PEOPLE_BIRTH]);
	draft_text(&record->fields[PEOPLE_GENDER], draw(genders, &random));
	draft_text(&record->fields[PEOPLE_ETHNIC_GROUP], draw(ethnic_groups, &random));
	put_postcode(team, &random, &record->fields[PEOPLE_POSTCODE]);
	draft_text(&record->fields[PEOPLE_MARITAL], draw(status, &random));
	draft_text(
	    &record->fields[PEOPLE_EMPLOYMENT], age < 67 ? draw(working_age, &random) : "retired");
	draft_text(&record->fields[PEOPLE_ACCOMMODATION], draw(accommodations, &random));
	return team;
}

void
people_compose(struct record *record, const struct world *world, uint64_t number)
{
	struct random random = random_of(world->seed, KIND_CONTACT, number);
	uint64_t person = person_number(number, &random);
	unsigned month = random_below(&random, world->months);
	unsigned team;

	record_clear(record, PEOPLE_COLUMNS);
	draft_char(&record->fields[PEOPLE_ID], 'C');
	draft_number(&record->fields[PEOPLE_ID], number + 1, 8);
	team = put_person(record, world, person);
	world_organisation(team, &record->fields[PEOPLE_ORGANISATION]);
	world_team_name(team, &record->fields[PEOPLE_TEAM]);
	world_day_write(world_day(world, month, &random), &record->fields[PEOPLE_DATE]);
	draft_text(&record->fields[PEOPLE_OUTCOME], draw(outcomes, &random));
}
