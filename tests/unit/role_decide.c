/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions: scores, ties, confidence, candidates, places in the original, the limit. */
#include "role_rules.h"

#define LIMIT ((size_t)40)

static struct rules_at_hand hand;
static struct decider *decider;
static struct decision decision;

static const char lines[] = "red,A.i,\\bred\\b,,,1,test,red,blue\n"
                            "redcar,A.i,\\bred car\\b,,,2,test,red car,red\n"
                            "term,A.i,\\bterm of art\\b,,,3,test,term of art,art\n"
                            "van,A.ii,\\bvan\\b,,,2,test,van,car\n"
                            "bus,A.ii,\\bbus\\b,,,3,test,bus,car\n"
                            "warm,A.ii,\\bwarm\\b,,,1,test,warm,cold\n"
                            "mild,A.ii,\\bmild\\b,,,1,test,mild,cold\n"
                            "green,B.i,\\bgreen\\b,,,2,test,green,red\n"
                            "grass,B.i,\\bgrass\\b,,,3,test,grass,hay\n"
                            "who,B.i,\\bcarer's cafe\\b,,,3,test,carer's cafe,cafe\n"
                            "cafe,B.i,\\bcaf\xC3\xA9\\b,,,1,test,caf\xC3\xA9,cave\n"
                            "last,B.i,end$,,,2,test,the end,end it\n";

/* Decides a text. */
static bool
take(const char *text)
{
	struct fault fault = { 0 };

	return decide(decider, field_of(text), &decision, &fault);
}

static bool
is(enum mapping mapping, enum confidence confidence, unsigned score, unsigned margin)
{
	return decision.mapping == mapping && decision.confidence == confidence
	    && decision.score == score && decision.margin == margin;
}

static struct field
function(size_t row)
{
	return row == FRAMEWORK_NONE ? field_of("") : hand.framework.rows[row].code;
}

/* The span of the only find. */
static bool
found(size_t start, size_t end)
{
	return decision.find_count == 1 && decision.finds[0].start == start
	    && decision.finds[0].end == end && decision.candidate_count == 1
	    && decision.candidates[0].evidence.start == start
	    && decision.candidates[0].evidence.end == end;
}

static void
test_scores(void)
{
	CHECK(take("red car") && is(MAPPING_MAPPED, CONFIDENCE_MEDIUM, 2, 2));
	CHECK(decision.find_count == 2);
	CHECK_FIELD(function(decision.function), "A.i");
	CHECK(take("red and a red car") && is(MAPPING_MAPPED, CONFIDENCE_MEDIUM, 3, 3));
	/* a rule counts once, wherever it fires first */
	CHECK(take("red red red") && is(MAPPING_MAPPED, CONFIDENCE_LOW, 1, 1));
	CHECK(take("van, red car") && is(MAPPING_MAPPED, CONFIDENCE_MEDIUM, 4, 4));
	/* among equal functions the one whose words stand first */
	CHECK_FIELD(function(decision.function), "A.ii");
	CHECK(take("red car, van"));
	CHECK_FIELD(function(decision.function), "A.i");
}

static void
test_ties(void)
{
	CHECK(take("red car on the green") && is(MAPPING_AMBIGUOUS, CONFIDENCE_NONE, 2, 0));
	CHECK(decision.role == FRAMEWORK_NONE && decision.function == FRAMEWORK_NONE);
	CHECK(decision.candidate_count == 2);
	/* equals stand in the framework's order */
	CHECK_FIELD(function(decision.candidates[0].function), "A.i");
	CHECK_FIELD(function(decision.candidates[1].function), "B.i");
	CHECK(take("green before a red car") && decision.mapping == MAPPING_AMBIGUOUS);
	CHECK_FIELD(function(decision.candidates[0].function), "A.i");
	/* one more point is a lead */
	CHECK(take("red, van, green") && is(MAPPING_MAPPED, CONFIDENCE_MEDIUM, 3, 1));
	CHECK(take("grass in the van") && is(MAPPING_MAPPED, CONFIDENCE_MEDIUM, 3, 1));
	CHECK_FIELD(function(decision.candidates[0].function), "B.i");
	CHECK(decision.candidates[0].score == 3 && decision.candidates[1].score == 2);
}

static void
test_confidence(void)
{
	CHECK(take("term of art") && is(MAPPING_MAPPED, CONFIDENCE_HIGH, 3, 3));
	CHECK(take("red grass") && is(MAPPING_MAPPED, CONFIDENCE_HIGH, 3, 2));
	/* general words, however many, are low; a phrase is medium */
	CHECK(take("red and warm and mild") && is(MAPPING_MAPPED, CONFIDENCE_LOW, 3, 3));
	CHECK(take("warm and mild van") && is(MAPPING_MAPPED, CONFIDENCE_MEDIUM, 4, 4));
	/* two functions of one category with as much: neither is sure */
	CHECK(take("term of art on a bus") && is(MAPPING_MAPPED, CONFIDENCE_MEDIUM, 6, 6));
	/* the others are as if they were taken, and they do not lead */
	CHECK(take("term of art, grass, red"));
	CHECK(decision.candidate_count == 2
	    && decision.candidates[0].confidence == CONFIDENCE_MEDIUM
	    && decision.candidates[1].confidence == CONFIDENCE_MEDIUM);
}

static void
test_places(void)
{
	CHECK(take("the VAN") && found(4, 7));
	/* a curly quote is three bytes */
	CHECK(take("a carer\xE2\x80\x99s cafe!") && found(2, 16));
	/* double blanks, a line break, a no-break space */
	CHECK(take("a red  \n car") && decision.find_count == 2);
	CHECK(decision.finds[1].start == 2 && decision.finds[1].end == 12);
	CHECK(take("term\xC2\xA0of\xC2\xA0 \tart.") && found(0, 15));
	/* e and its accent apart, composed for the match */
	CHECK(take("a cafe\xCC\x81 here") && found(2, 8));
	CHECK(take("a caf\xC3\xA9 here") && found(2, 7));
	/* four bytes before and behind; a soft hyphen within */
	CHECK(take("\xF0\x9F\x98\x80 van \xF0\x9F\x98\x80") && found(5, 8));
	CHECK(take("a v\xC2\xAD"
	           "an")
	    && found(2, 7));
	/* marks that compose with nothing stay the letter's own */
	CHECK(take("x\xCC\xB1\xCC\x88 van") && found(6, 9));
	CHECK(take("the end") && found(4, 7));
	CHECK(take("the end \n") && decision.mapping == MAPPING_UNMAPPED);
}

/* As many blanks, then the word. */
static bool
take_after(size_t blanks, const char *word)
{
	char text[80] = "";

	memset(text, '-', blanks);
	memcpy(text + blanks, word, strlen(word) + 1);
	return take(text);
}

static void
test_limit(void)
{
	CHECK(take_after(LIMIT - 4, "van") && !decision.cut && found(LIMIT - 4, LIMIT - 1));
	CHECK(take_after(LIMIT - 3, "van") && !decision.cut && found(LIMIT - 3, LIMIT));
	CHECK(take_after(LIMIT - 2, "van") && decision.cut && decision.mapping == MAPPING_UNMAPPED);
	CHECK(take_after(LIMIT - 3, "van!") && decision.cut && found(LIMIT - 3, LIMIT));
	/* the limit lies within a character of two, three and four bytes: it stays out whole */
	CHECK(take_after(LIMIT - 5, "caf\xC3\xA9") && !decision.cut && found(LIMIT - 5, LIMIT));
	CHECK(take_after(LIMIT - 4, "caf\xC3\xA9") && decision.cut
	    && decision.mapping == MAPPING_UNMAPPED);
	CHECK(take_after(LIMIT - 4, "van\xE2\x80\x99s") && decision.cut
	    && found(LIMIT - 4, LIMIT - 1));
	CHECK(take_after(LIMIT - 6, "van\xF0\x9F\x98\x80") && decision.cut
	    && found(LIMIT - 6, LIMIT - 3));
	/* the next text is whole again */
	CHECK(take("van") && !decision.cut && found(0, 3));
}

static void
test_nothing(void)
{
	CHECK(take("") && decision.empty && is(MAPPING_UNMAPPED, CONFIDENCE_NONE, 0, 0));
	CHECK(take(" \t\n") && !decision.empty && is(MAPPING_UNMAPPED, CONFIDENCE_NONE, 0, 0));
	/* nothing is left of it */
	CHECK(take("\xC2\xAD\xE2\x80\x8B") && is(MAPPING_UNMAPPED, CONFIDENCE_NONE, 0, 0));
	CHECK(take("blue") && is(MAPPING_UNMAPPED, CONFIDENCE_NONE, 0, 0));
	CHECK(decision.find_count == 0 && decision.candidate_count == 0);
}

/* A rule that runs into the limit of a match is an error of this text alone. */
static void
test_rule_error(void)
{
	char text[3100] = "green ";

	rules_gone(&hand);
	decider_free(decider);
	CHECK(rules_of(&hand,
	    "green,B.i,\\bgreen\\b,,,2,test,green,red\n"
	    "slow,A.i,\"(?:a{0,50}){1,50}(?:a{0,50}){1,50}!\",,,3,test,aa!,b\n"
	    "void,A.ii,\\bvoid\\b,,,2,test,void,red\n"));
	decider = decider_new(&hand.rules, false, sizeof text);
	memset(text + 6, 'a', 3000);
	memcpy(text + 3006, "?!", 3);
	CHECK(take(text) && is(MAPPING_RULE_ERROR, CONFIDENCE_NONE, 0, 0));
	CHECK(decision.find_count == 1 && decision.candidate_count == 0);
	CHECK(decision.find_count == 1
	    && field_is(hand.rules.rules[decision.finds[0].rule].id, "slow"));
	CHECK(take("green") && is(MAPPING_MAPPED, CONFIDENCE_MEDIUM, 2, 2) && found(0, 5));
	/* without what the rule needs it is not tried */
	text[3007] = '\0';
	CHECK(take(text) && is(MAPPING_MAPPED, CONFIDENCE_MEDIUM, 2, 2) && found(0, 5));
}

int
main(void)
{
	if (!CHECK(rules_of(&hand, lines))) {
		printf("# %s\n", hand.fault.message);
		return unit_done();
	}
	decider = decider_new(&hand.rules, false, LIMIT);
	test_scores();
	test_ties();
	test_confidence();
	test_places();
	test_limit();
	test_nothing();
	test_rule_error();
	decider_free(decider);
	rules_gone(&hand);
	return unit_done();
}
