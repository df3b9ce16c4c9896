/* SPDX-License-Identifier: GPL-3.0-or-later */
/* comment: free text as people write it. */
#include "comment.h"
#include "identifier.h"
#include "phrase.h"
#include "world.h"

#define COUNT(array) (unsigned)(sizeof(array) / sizeof *(array))

#define SENTENCES_MAX 5

/* The words that stand for the people in one comment, and what it said so far. */
struct cast {
	const char *staff; /* all as at the start of a sentence */
	const char *person;
	const char *object;
	const char *owner;
	const char *pronoun; /* for staff who have been named already */
	const char *said[SENTENCES_MAX];
	unsigned sentences;
	bool named;
};

static const char *const staff[] = { "My social worker", "The social worker", "Our social worker",
	"My worker", "The duty worker", "Our worker", "My support worker", "The team manager",
	"The student social worker", "My care coordinator" };
static const struct cast relations[] = {
	{ .person = "My husband", .object = "My husband", .owner = "My husband's" },
	{ .person = "My wife", .object = "My wife", .owner = "My wife's" },
	{ .person = "My son", .object = "My son", .owner = "My son's" },
	{ .person = "My daughter", .object = "My daughter", .owner = "My daughter's" },
	{ .person = "My mum", .object = "My mum", .owner = "My mum's" },
	{ .person = "My dad", .object = "My dad", .owner = "My dad's" },
	{ .person = "My brother", .object = "My brother", .owner = "My brother's" },
	{ .person = "My partner", .object = "My partner", .owner = "My partner's" },
};
static const struct cast self = { .person = "I", .object = "Me", .owner = "My" };
static const char *const lengths[] = { "two weeks", "six weeks", "three months", "nearly a year",
	"ten days", "four months", "over a month", "eight weeks", "half a year", "fourteen weeks" };
static const char *const times[] = { "Tuesday afternoons", "Fridays", "Monday evenings",
	"Saturdays", "Wednesday mornings" };
static const char *const sites[] = { "the library", "the church hall", "the leisure centre",
	"the community cafe", "the market square", "the old mill", "the park", "the sports club" };

static const char *
pick(struct random *random, const char *const *texts, unsigned count)
{
	return texts[random_below(random, count)];
}

/* A text that begins with a capital, inside a sentence. */
static void
put_inside(struct draft *draft, const char *text)
{
	if (strcmp(text, "I") == 0) {
		draft_char(draft, 'I');
		return;
	}
	draft_char(draft, (char)(text[0] - 'A' + 'a'));
	draft_text(draft, text + 1);
}

static const char *
staff_named(struct cast *cast, struct random *random)
{
	if (cast->named && random_chance(random, 600))
		return cast->pronoun;
	cast->named = true;
	return cast->staff;
}

static void
put_slot(char slot, struct cast *cast, struct random *random, struct draft *draft)
{
	switch (slot) {
	case 'S':
		draft_text(draft, staff_named(cast, random));
		break;
	case 's':
		put_inside(draft, staff_named(cast, random));
		break;
	case 'I':
		draft_text(draft, cast->person);
		break;
	case 'i':
		put_inside(draft, cast->person);
		break;
	case 'm':
		put_inside(draft, cast->object);
		break;
	case 'y':
		put_inside(draft, cast->owner);
		break;
	case 'w':
		draft_text(draft, pick(random, lengths, COUNT(lengths)));
		break;
	case 'd':
		draft_text(draft, pick(random, times, COUNT(times)));
		break;
	case 'p':
		draft_text(draft, pick(random, sites, COUNT(sites)));
		break;
	default:
		identifier_name(random, draft);
		break;
	}
}

static bool
was_said(const struct cast *cast, const char *text)
{
	for (unsigned sentence = 0; sentence < cast->sentences; sentence++)
		if (cast->said[sentence] == text)
			return true;
	return false;
}

static void
put_phrase(
    const struct phrases *phrases, struct cast *cast, struct random *random, struct draft *draft)
{
	const char *text;
	const char *slot;

	do
		text = pick(random, phrases->texts, (unsigned)phrases->count);
	while (was_said(cast, text));
	cast->said[cast->sentences++] = text;
	while ((slot = strchr(text, '%')) != NULL) {
		draft_bytes(draft, text, (size_t)(slot - text));
		put_slot(slot[1], cast, random, draft);
		text = slot + 2;
	}
	draft_text(draft, text);
}

/* What somebody leaves in the box although nobody asked for it. */
static void
put_identifier(struct random *random, struct draft *draft)
{
	unsigned kind = random_below(random, 100);

	if (kind < 30) {
		draft_text(draft, "You can write to me at ");
		identifier_email(random, draft);
	} else if (kind < 65) {
		draft_text(
		    draft, random_chance(random, 500) ? "Please call me on " : "My number is ");
		identifier_phone(random, draft);
	} else if (kind < 85) {
		draft_text(draft, "We live at ");
		identifier_postcode(random, draft);
		draft_text(draft, " and the bus does not run");
	} else {
		draft_text(draft, random_chance(random, 500) ? "NHS number " : "My NHS number is ");
		identifier_nhs_number(random, draft);
	}
}

static void
put_sentence(const struct comment_about *about, struct cast *cast, bool role, struct random *random,
    struct draft *draft)
{
	int feeling = about->mood + random_normal(random) / 2;

	if (role) {
		unsigned category = world_role(about->team, random);

		put_phrase(
		    feeling > -100 ? &phrases_role_good[category] : &phrases_role_bad[category],
		    cast, random, draft);
	} else if (feeling > 50) {
		put_phrase(&phrases_good, cast, random, draft);
	} else if (feeling > -250) {
		put_phrase(&phrases_mixed, cast, random, draft);
	} else {
		put_phrase(&phrases_bad, cast, random, draft);
	}
}

/* People type in capitals, without capitals, with other quotes. */
static void
put_habits(struct random *random, struct draft *draft)
{
	unsigned habit = random_below(random, 100);

	for (size_t at = 0; at < draft->length && habit < 9; at++) {
		char c = draft->data[at];

		if (habit < 2 && c >= 'a' && c <= 'z')
			draft->data[at] = (char)(c - 'a' + 'A');
		else if (habit >= 2 && c >= 'A' && c <= 'Z')
			draft->data[at] = (char)(c - 'A' + 'a');
	}
	if (habit == 10)
		draft_text(draft, " \xf0\x9f\x98\x8a");
	else if (habit == 11)
		draft_text(draft, " \xe2\x80\x93 merci, diolch, dzi\xc4\x99kuj\xc4\x99");
}

void
comment_compose(const struct comment_about *about, struct random *random, struct draft *draft)
{
	struct cast cast =
	    about->respondent == 0 ? self : relations[random_below(random, COUNT(relations))];
	unsigned sentences = 1 + random_below(random, SENTENCES_MAX);
	/* Two comments in seven speak of a role, most of them once. */
	unsigned role = random_chance(random, 300) ? random_below(random, sentences) : sentences;
	bool breaks = random_chance(random, 18);

	cast.staff = pick(random, staff, COUNT(staff));
	cast.pronoun = random_chance(random, 600) ? "She" : "He";
	for (unsigned sentence = 0; sentence < sentences; sentence++) {
		if (sentence > 0)
			draft_text(draft, breaks ? "\n" : " ");
		put_sentence(about, &cast, sentence == role, random, draft);
		draft_char(draft, random_chance(random, 60) ? '!' : '.');
	}
	if (random_chance(random, 40)) {
		draft_char(draft, ' ');
		put_identifier(random, draft);
	}
	put_habits(random, draft);
}
