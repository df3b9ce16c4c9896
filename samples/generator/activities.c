/* SPDX-License-Identifier: GPL-3.0-or-later */
/* activities: one invented line of a log of what practitioners do. */
#include "activities.h"

#include "identifier.h"
#include "work.h"

#define COUNT(array) (unsigned)(sizeof(array) / sizeof *(array))

const char activities_header[] =
    "record_id,kind,organisation,team,person_id,post,date,minutes,level,complexity,text,code,"
    "role,function,in_role\n";

enum { KIND_LINE = 5000, KIND_PERSON, KIND_GAP };
enum { PEOPLE_LEAST = 4, PEOPLE_MAX = 12 };

struct person {
	unsigned number; /* among those of all teams */
	unsigned level;  /* index of levels */
};

static const char *const levels[] = { "newly_qualified", "social_worker", "experienced", "advanced",
	"strategic" };

/* Local codes of each kind of work, as schemas/activities/codes.csv explains them. */
static const char *const codes[WORK_KINDS][2] = { { "CAA", "MHA" }, { "RAS" }, { "SPB", "DPY" },
	{ "SGA", "SGC" }, { "MCA", "DOL" }, { "ADV" }, { "RVW", "AFT" }, { "CAR" }, { "INF" },
	{ "SOC", "TRI" }, { "MAF" }, { "HOU", "BEN" }, { "REC" }, { "STG" }, { "HOP" }, { "FAM" },
	{ "VIO", "MRC" }, { "TAN", "FSS" }, { "GEN" }, { "SUP", "CON" }, { "SPT" },
	{ "LNK", "VOL" }, { "EAR" }, { "COP" }, { "MAP" }, { "AML" }, { "AMR" }, { "AMF" },
	{ "AMD" }, { "JNT" }, { "ADM", "TYP" }, { "TRV" }, { "MED", "PHY" }, { "TEA", "MAN" } };

/* A team has four to twelve practitioners; most are in the middle of their careers. */
static struct person
person_of(const struct world *world, unsigned team, struct random *random)
{
	static const unsigned ladder[] = { 1, 2, 1, 0, 2, 3, 1, 4, 2 };
	struct random of_team = random_of(world->seed, KIND_PERSON, team);
	unsigned people = PEOPLE_LEAST + random_below(&of_team, PEOPLE_MAX - PEOPLE_LEAST + 1);
	unsigned at = random_below(random, people);

	return (struct person){ .number = team * PEOPLE_MAX + at + 1,
		.level = ladder[(at + team) % COUNT(ladder)] };
}

/* Some functions are nobody's in an organisation. */
static bool
is_left_out(const struct world *world, unsigned team, unsigned kind)
{
	struct random gap =
	    random_of(world->seed, KIND_GAP, (uint64_t)(team / 3) * WORK_KINDS + kind);

	return kind != 0 && random_chance(&gap, 160);
}

/* The better the team fares, the less of its work is outside of the framework. */
static unsigned
kind_of(const struct world *world, unsigned team, unsigned month, struct random *random)
{
	int outside = 400 - world_level(world, team, month) / 4;
	unsigned kind = work_of_role(world_role(team, random), random);

	outside = outside < 80 ? 80 : outside > 750 ? 750 : outside;
	if (random_chance(random, (unsigned)outside) || is_left_out(world, team, kind))
		return work_outside(random);
	return kind;
}

static unsigned
minutes_of(unsigned kind, struct random *random)
{
	unsigned most = work_is_outside(kind) ? 18 : kind == 0 || work_role(kind) == 2 ? 40 : 26;

	/* nobody was in: no time at all */
	if (random_chance(random, 4))
		return 0;
	return 5 * (2 + random_below(random, most));
}

/* Work of category C is harder; who is new seldom has the hardest. */
static unsigned
complexity_of(unsigned kind, unsigned level, struct random *random)
{
	unsigned hard = work_is_outside(kind) ? 10 : work_role(kind) == 2 ? 450 : 120;

	if (level < 2)
		hard /= 8;
	if (random_chance(random, hard))
		return 3;
	return 1 + random_chance(random, work_is_outside(kind) ? 50 : 480);
}

static void
put_text(struct draft *text, unsigned kind, struct random *random)
{
	static const char *const ends[] = { " at home", " by phone", " - second visit",
		" with interpreter", " (joint with nurse)", " - follow up", " - short notice",
		" and wrote it up" };
	const struct phrases *phrases =
	    kind < WORK_A ? &phrases_logged_a[kind] : &phrases_logged_others[kind - WORK_A];

	draft_text(text, phrases->texts[random_below(random, (unsigned)phrases->count)]);
	if (kind < WORK_FUNCTIONS && random_chance(random, 220))
		draft_text(text, ends[random_below(random, COUNT(ends))]);
	if (random_chance(random, 60)) {
		draft_text(text, " re ");
		identifier_name(random, text);
	}
	if (random_chance(random, 80) && text->data[0] >= 'A' && text->data[0] <= 'Z')
		text->data[0] = (char)(text->data[0] - 'A' + 'a');
}

/* What people say about the line: a local code, the role, whether it took a social worker. */
static void
put_coding(struct record *record, unsigned kind, struct random *random)
{
	struct draft *fields = record->fields;
	bool outside = work_is_outside(kind);
	unsigned second = codes[kind][1] != NULL && random_chance(random, 400);

	/* meetings of several kinds share one code, whatever they were about */
	if (random_chance(random, 350))
		draft_text(&fields[ACTIVITIES_CODE],
		    random_chance(random, 40) ? "MTG" : codes[kind][second]);
	if (random_chance(random, 250) && !outside) {
		draft_char(&fields[ACTIVITIES_ROLE], work_functions[kind][0]);
		if (random_chance(random, 850))
			draft_text(&fields[ACTIVITIES_FUNCTION], work_functions[kind]);
	}
	if (random_chance(random, 600))
		draft_text(&fields[ACTIVITIES_IN_ROLE],
		    random_chance(random, outside ? 120 : 910) ? "true" : "false");
}

void
activities_compose(struct record *record, const struct world *world, uint64_t number)
{
	struct random random = random_of(world->seed, KIND_LINE, number);
	unsigned team = world_team(world, &random);
	unsigned month = random_below(&random, world->months);
	struct person person = person_of(world, team, &random);
	unsigned kind = kind_of(world, team, month, &random);
	struct draft *fields = record->fields;

	record_clear(record, ACTIVITIES_COLUMNS);
	draft_char(&fields[ACTIVITIES_ID], 'T');
	draft_number(&fields[ACTIVITIES_ID], number + 1, 5);
	draft_text(&fields[ACTIVITIES_KIND], "activity");
	world_organisation(team, &fields[ACTIVITIES_ORGANISATION]);
	world_team_name(team, &fields[ACTIVITIES_TEAM]);
	draft_char(&fields[ACTIVITIES_PERSON], 'K');
	draft_number(&fields[ACTIVITIES_PERSON], person.number, 3);
	world_day_write(world_day(world, month, &random), &fields[ACTIVITIES_DATE]);
	draft_number(&fields[ACTIVITIES_MINUTES], minutes_of(kind, &random), 1);
	draft_text(&fields[ACTIVITIES_LEVEL], levels[person.level]);
	draft_number(&fields[ACTIVITIES_COMPLEXITY], complexity_of(kind, person.level, &random), 1);
	put_text(&fields[ACTIVITIES_TEXT], kind, &random);
	put_coding(record, kind, &random);
}
