/* SPDX-License-Identifier: GPL-3.0-or-later */
/* self_assessment: one invented line of a self-assessment. */
#include "self_assessment.h"

#define COUNT(array) (unsigned)(sizeof(array) / sizeof *(array))

const char self_assessment_header[] = "form_id,organisation,level,team,round,received,respondent,"
                                      "item,rating,evidence,action,action_due\n";

enum { KIND_UNIT = 4000, KIND_FORM, KIND_RATING };
enum { UNITS = 3, NOT_APPLICABLE = 0 };

/* Codes and how hard they are, in thousandths of a standard deviation: those of the five
 * categories, then what organisations provide. */
struct statement {
	const char *code;
	int difficulty;
};

static const struct statement statements[] = { { "A", -300 }, { "A.i", -700 }, { "A.ii", 500 },
	{ "A.iii", 0 }, { "A.iv", -600 }, { "A.v", -300 }, { "A.vi", -100 }, { "A.vii", 450 },
	{ "A.viii", 500 }, { "A.ix", 200 }, { "A.x", 100 }, { "A.xi", -200 }, { "B", 0 },
	{ "B.i", 100 }, { "B.ii", 0 }, { "B.iii", 200 }, { "B.iv", -100 }, { "C", 100 },
	{ "C.i", 300 }, { "C.ii", -100 }, { "C.iii", 100 }, { "C.iv", 300 }, { "C.v", 400 },
	{ "C.vi", 900 }, { "D", 600 }, { "D.i", 500 }, { "D.ii", 800 }, { "D.iii", 900 },
	{ "D.iv", 400 }, { "E", -200 }, { "E.i", -600 }, { "E.ii", 500 }, { "E.iii", 200 },
	{ "E.iv", 400 }, { "E.v", 100 }, { "CON1", -200 }, { "CON2", 300 }, { "CON3", 200 },
	{ "CON4", -100 }, { "CON5", 700 }, { "CON6", 100 }, { "STD1", -100 }, { "STD2", 400 },
	{ "STD3", 700 }, { "STD4", 100 }, { "STD5", -500 }, { "STD6", -200 }, { "STD7", -700 },
	{ "STD8", 200 } };

static const char *const evidence[] = { "Invented audit of case files", "Invented yearly report",
	"Invented supervision log", "Invented survey of people who use the service",
	"Invented minutes of the practice forum", "Invented figures of the last four quarters",
	"Invented peer review" };
static const char *const actions[] = { "Invented step: name a lead", "Invented step: plan training",
	"Invented step: count workloads", "Invented step: ask people and carers",
	"Invented step: agree it with partners", "Invented step: look at ten case files",
	"Invented step: write down how it is done" };

struct form {
	uint64_t number; /* from 0 */
	uint64_t organisation;
	unsigned unit;  /* 0 is the organisation itself */
	unsigned back;  /* rounds before the latest */
	unsigned start; /* the year in which its financial year begins */
};

static struct form
form_of(const struct world *world, uint64_t number)
{
	unsigned rounds = (world->months + 11) / 12;
	unsigned latest = world->last_month >= 4 ? world->last_year : world->last_year - 1;
	struct form form = { .number = number };

	form.organisation = number / (UNITS * rounds);
	form.unit = (unsigned)(number % UNITS);
	form.back = (unsigned)(number / UNITS % rounds);
	form.start = latest - form.back;
	return form;
}

/* Two of an organisation's three teams take part. */
static unsigned
team_of(const struct form *form)
{
	return (unsigned)(form->organisation % (WORLD_TEAMS_MAX / 3)) * 3 + form->unit - 1;
}

/* Units differ, and most are better than a round before. */
static int
level_of(const struct world *world, const struct form *form)
{
	struct random random =
	    random_of(world->seed, KIND_UNIT, form->organisation * UNITS + form->unit);
	int level = random_normal(&random) * 4 / 10;

	return level - (int)form->back * (random_normal(&random) / 5 + 250);
}

/* 1 to 5, or none. */
static unsigned
rating_of(const struct world *world, const struct form *form, unsigned at, struct random *random)
{
	static const int steps[] = { -1500, -750, 150, 1000 };
	int feeling =
	    level_of(world, form) - statements[at].difficulty + random_normal(random) * 7 / 10;
	unsigned rating = 1;

	while (rating < 5 && feeling > steps[rating - 1])
		rating++;
	/* the second team has no approved mental health professionals */
	if ((form->unit == 2 && statements[at].code[0] == 'E') || random_chance(random, 8))
		return NOT_APPLICABLE;
	return rating;
}

static void
put_form(struct record *record, const struct form *form, struct world_day received,
    struct random *random)
{
	static const char *const respondents[] = { "manager", "group", "practitioner" };
	struct draft *round = &record->fields[SELF_ASSESSMENT_ROUND];
	unsigned who = random_below(random, COUNT(respondents));

	draft_char(&record->fields[SELF_ASSESSMENT_FORM], 'F');
	draft_number(&record->fields[SELF_ASSESSMENT_FORM], form->number + 1, 4);
	draft_text(&record->fields[SELF_ASSESSMENT_ORGANISATION], "ORG");
	draft_number(&record->fields[SELF_ASSESSMENT_ORGANISATION], form->organisation + 1, 2);
	draft_text(
	    &record->fields[SELF_ASSESSMENT_LEVEL], form->unit == 0 ? "organisation" : "team");
	if (form->unit != 0)
		world_team_name(team_of(form), &record->fields[SELF_ASSESSMENT_TEAM]);
	draft_number(round, form->start, 4);
	draft_char(round, '/');
	draft_number(round, (form->start + 1) % 100, 2);
	world_day_write(received, &record->fields[SELF_ASSESSMENT_RECEIVED]);
	draft_text(&record->fields[SELF_ASSESSMENT_RESPONDENT],
	    form->unit == 0 ? "lead" : respondents[who]);
}

/* What a high rating rests on; what is to be done about a low one, and by when. */
static void
put_reasons(
    struct record *record, unsigned rating, struct world_day received, struct random *random)
{
	struct world_day due = world_day_after(received, 45 + random_below(random, 200));
	unsigned what = random_below(random, COUNT(evidence));
	unsigned step = random_below(random, COUNT(actions));

	if (rating >= 4 || (rating == 3 && random_chance(random, 300)))
		draft_text(&record->fields[SELF_ASSESSMENT_EVIDENCE], evidence[what]);
	if (rating > 2 || rating == NOT_APPLICABLE)
		return;
	draft_text(&record->fields[SELF_ASSESSMENT_ACTION], actions[step]);
	world_day_write(due, &record->fields[SELF_ASSESSMENT_ACTION_DUE]);
}

void
self_assessment_compose(struct record *record, const struct world *world, uint64_t number)
{
	const unsigned count = COUNT(statements);
	struct form form = form_of(world, number / count);
	unsigned at = (unsigned)(number % count);
	struct random of_form = random_of(world->seed, KIND_FORM, form.number);
	struct random random = random_of(world->seed, KIND_RATING, number);
	/* all forms of an organisation come in on one day of February */
	struct world_day received = { form.start + 1, 2, 3 + (unsigned)(form.organisation % 24) };
	unsigned rating = rating_of(world, &form, at, &random);

	record_clear(record, SELF_ASSESSMENT_COLUMNS);
	put_form(record, &form, received, &of_form);
	draft_text(&record->fields[SELF_ASSESSMENT_ITEM], statements[at].code);
	if (random_chance(&random, 25)) /* not answered */
		return;
	if (rating == NOT_APPLICABLE)
		draft_text(&record->fields[SELF_ASSESSMENT_RATING], "[z]");
	else
		draft_number(&record->fields[SELF_ASSESSMENT_RATING], rating, 1);
	put_reasons(record, rating, received, &random);
}
