/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leaving out rules by trigger changes no decision: rules of all shapes over invented texts. */
#include "role_rules.h"

#define TEXTS ((size_t)20000)

static const char lines[] =
    "word,A.i,\\bcare\\b,,,1,test,care,car\n"
    "tiny,A.i,\\bgp\\b,,,2,test,gp,gap\n"
    "any,A.ii,\"\\b[0-9]{3}\\b\",,,1,test,123,12\n"
    "gap,A.ii,\"\\bfund\\w{0,3}\\b[^.!?]{0,12}\\bcare\\b\",,,2,test,funded care,fund\n"
    "both,B.i,(?:cat|dog)s? (?:house|home),,,2,test,cats home,cat\n"
    "look,B.i,\"(?<=pre )fix(?!ed)(?:es|ing){1,2}\",,,3,test,pre fixes,fixes\n"
    "needs,B.i,\\bplan\\w?\\b,\\bcare\\b|\\bgp\\b,,2,test,plan for care,a plan\n"
    "not,A.i,\\bplan\\w?\\b,,\\bcats?\\b|[0-9],2,test,plan,plan 1\n"
    "same,A.ii,\\bcare plans?\\b,\\bplan,\\bcare planse\\b,3,test,care plan,plan\n"
    "accent,B.i,caf\xC3\xA9s?,,,1,test,caf\xC3\xA9,cafe\n"
    "ends,A.ii,^care|home$,,,1,test,a home,homes\n"
    "mixed,A.i,\"[a-f]{2}g|x?y{2,4}z|l[aeiou]p\",,,1,test,abg,ag\n";

static const char *const pieces[] = { "care", "car", "gp", "gps", "gap", "123", "12", "fund",
	"funded", "funding", "cat", "cats", "dog", "house", "home", "homes", "pre", "fix", "fixes",
	"fixed", "fixing", "plan", "plans", "planned", "planse", "caf\xC3\xA9s", "cafe\xCC\x81",
	"abg", "xyyz", "yyyyz", "lap", "lip", "a", "", "\xF0\x9F\x98\x80", "Care", "CATS" };
static const char *const between[] = { " ", " ", " ", " ", "  ", "\n", ". ", "-", "", "!",
	"\xC2\xA0" };

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static uint64_t state = 1;

/* Marsaglia (2003), Xorshift RNGs: the same numbers on every machine. */
static size_t
draw(size_t below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (size_t)(state >> 33) % below;
}

static void
invent(struct buffer *text)
{
	buffer_clear(text);
	for (size_t words = draw(9) + 1; words > 0; words--) {
		buffer_append_text(text, pieces[draw(COUNT(pieces))]);
		if (words > 1)
			buffer_append_text(text, between[draw(COUNT(between))]);
	}
	/* room at the end would hide a read past it */
	text->data = xreallocarray(text->data, text->length + 1, 1);
	text->capacity = text->length + 1;
}

static bool
same(const struct decision *a, const struct decision *b)
{
	return a->mapping == b->mapping && a->confidence == b->confidence && a->role == b->role
	    && a->function == b->function && a->score == b->score && a->margin == b->margin
	    && a->candidate_count == b->candidate_count && a->find_count == b->find_count
	    && (a->find_count == 0
	        || memcmp(a->finds, b->finds, a->find_count * sizeof a->finds[0]) == 0);
}

int
main(void)
{
	struct rules_at_hand hand;
	struct decider *some, *all;
	struct buffer text = { 0 };
	size_t differ = 0, finds = 0, mappings[MAPPINGS] = { 0 };

	if (!CHECK(rules_of(&hand, lines))) {
		printf("# %s\n", hand.fault.message);
		return unit_done();
	}
	some = decider_new(&hand.rules, false, 1000);
	all = decider_new(&hand.rules, true, 1000);
	for (size_t i = 0; i < TEXTS; i++) {
		struct decision a, b;
		struct fault fault = { 0 };

		invent(&text);
		struct field view = { text.data, text.length };
		if (!decide(some, view, &a, &fault) || !decide(all, view, &b, &fault)
		    || !same(&a, &b)) {
			differ++;
			printf("# %.*s\n", (int)text.length, text.data);
		}
		finds += a.find_count;
		mappings[a.mapping]++;
	}
	CHECK(differ == 0);
	/* they are no empty words */
	CHECK(finds > TEXTS / 2);
	CHECK(mappings[MAPPING_MAPPED] > TEXTS / 5 && mappings[MAPPING_AMBIGUOUS] > TEXTS / 50
	    && mappings[MAPPING_UNMAPPED] > TEXTS / 50);
	buffer_release(&text);
	decider_free(some);
	decider_free(all);
	rules_gone(&hand);
	return unit_done();
}
