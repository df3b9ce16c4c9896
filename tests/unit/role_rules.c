/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The normal form that patterns meet, lists of examples, and which rules fire on a text. */
#include "role_rules.h"

/* Blanks from a place on, in a text of 40 letters: one is left, and each byte keeps its
 * origin. */
static bool
folds(size_t place, size_t blanks)
{
	struct text text = { 0 };
	struct fault fault = { 0 };
	char original[60];
	bool good;

	memset(original, 'a', sizeof original);
	memset(original + place, ' ', blanks);
	good = rules_normalise(&text, (struct field){ original, 40 + blanks }, &fault)
	    && text.length == 40 + (blanks > 0) && text.origin[text.length] == 40 + blanks;
	for (size_t i = 0; good && i < text.length; i++)
		good = text.origin[i] == i + (i > place ? blanks - (blanks > 0) : 0)
		    && text.data[i] == original[text.origin[i]];
	text_release(&text);
	return good;
}

static void
test_form(void)
{
	struct text text = { 0 };
	struct fault fault = { 0 };
	bool good = true;

	for (size_t place = 0; place <= 40; place++)
		for (size_t blanks = 0; blanks < 20; blanks++)
			good = good && folds(place, blanks);
	CHECK(good);
	CHECK(rules_normalise(&text, field_of("A\t\r\nB \xE2\x80\x9C"), &fault));
	CHECK_FIELD(((struct field){ text.data, text.length }), "a b \"");
	CHECK(rules_normalise(&text, field_of(""), &fault) && text.length == 0);
	CHECK(rules_normalise(&text, field_of(" "), &fault) && text.length == 1);
	CHECK(!rules_normalise(&text, field_of("a\xFF"), &fault));
	text_release(&text);
}

static void
test_examples(void)
{
	struct field rest = field_of("one | two words|three |"), example;

	CHECK(rules_example(&rest, &example));
	CHECK_FIELD(example, "one");
	CHECK(rules_example(&rest, &example));
	CHECK_FIELD(example, "two words");
	CHECK(rules_example(&rest, &example));
	CHECK_FIELD(example, "three");
	CHECK(rules_example(&rest, &example));
	CHECK_FIELD(example, "");
	CHECK(!rules_example(&rest, &example));
	rest = field_of("");
	CHECK(rules_example(&rest, &example) && !rules_example(&rest, &example));
}

/* The ids of the rules that fire. */
static void
check_fires(const struct rules *rules, const char *text, const char *expected, int line)
{
	struct match *match = match_new(rules, false);
	struct find finds[8];
	struct buffer got = { 0 };
	size_t count;

	CHECK(match_run(match, field_of(text), finds, &count));
	for (size_t i = 0; i < count; i++) {
		struct field id = rules->rules[finds[i].rule].id;

		buffer_format(&got, i == 0 ? "%.*s" : " %.*s", (int)id.length, id.data);
	}
	buffer_append(&got, "", 1);
	unit_text(got.data, expected, __FILE__, line, text);
	buffer_release(&got);
	match_free(match);
}

#define CHECK_FIRES(text, expected) check_fires(&hand.rules, (text), (expected), __LINE__)

static void
test_match(void)
{
	struct rules_at_hand hand;

	CHECK(rules_of(&hand,
	    "one,A.i,\\bplan\\b,,,1,test,plan,plane\n"
	    "two,A.i,\\bplan\\b,care,,1,test,care plan,plan\n"
	    "three,A.i,\\bplan\\b,,care,1,test,plan,care plan\n"
	    "four,A.ii,\\bplan\\b,care,home|cab,1,test,care plan,care home plan\n"
	    "five,A.ii,\\d\\d,\\d\\D,\\D\\d,1,test,12 days,day 12 or so\n"));
	CHECK_FIRES("", "");
	CHECK_FIRES("plane", "");
	CHECK_FIRES("plan", "one three");
	CHECK_FIRES("care plan", "one two four");
	CHECK_FIRES("a plan for care at home", "one two");
	CHECK_FIRES("care home", "");
	CHECK_FIRES("12 plans", "five");
	CHECK_FIRES("12", "");
	CHECK_FIRES("12 plan for a cab to care", "one two five");
	rules_gone(&hand);
}

int
main(void)
{
	test_form();
	test_examples();
	test_match();
	return unit_done();
}
