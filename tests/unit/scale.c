/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The arithmetic of score: quotients written as decimal_write writes them, and
 * scales against figures reckoned by hand.
 */
#include "score_test.h"

#include <stdlib.h>

/* Every quotient that scores commonly are, and some larger ones, at all places. */
static unsigned
disagreements(int64_t limit, int64_t step, int64_t divisor_limit)
{
	unsigned count = 0;

	for (int64_t numerator = -limit; numerator <= limit; numerator += step)
		for (int64_t divisor = 1; divisor <= divisor_limit; divisor++)
			for (unsigned decimals = 0; decimals <= SCALE_DECIMALS_MAX; decimals++) {
				char ours[RATIO_TEXT_MAX], theirs[DECIMAL_TEXT_MAX];
				size_t length = ratio_write(
				    (struct ratio){ numerator, divisor }, decimals, ours);

				decimal_write(
				    (double)numerator / (double)divisor, decimals, theirs);
				count += !field_is((struct field){ ours, length }, theirs);
			}
	return count;
}

static struct field
ratio(decimal_wide numerator, decimal_wide divisor, unsigned decimals)
{
	static char text[RATIO_TEXT_MAX];

	return (struct field){ text,
		ratio_write((struct ratio){ numerator, divisor }, decimals, text) };
}

static void
check_ratios(void)
{
	decimal_wide large = (decimal_wide)INT64_MAX * 1000;

	CHECK(disagreements(600, 1, 40) == 0);
	CHECK(disagreements(2000000, 99991, 300) == 0);
	CHECK_FIELD(ratio(1, 8, 2), "0.13");
	CHECK_FIELD(ratio(-1, 8, 2), "-0.13");
	CHECK_FIELD(ratio(-1, 1000, 2), "0.00");
	CHECK_FIELD(ratio(5, 2, 0), "3");
	CHECK_FIELD(ratio(-5, 2, 0), "-3");
	CHECK_FIELD(ratio(2675, 1000, 2), "2.68");
	CHECK_FIELD(ratio(999995, 1000000, 5), "1.00000");
	CHECK_FIELD(ratio(large, large * 2, 3), "0.500");
	CHECK_FIELD(ratio(large, large * 3, 6), "0.333333");
	CHECK_FIELD(ratio(-large * 2, large * 3, 6), "-0.666667");
}

struct scored {
	struct score score;
	char text[RATIO_TEXT_MAX];
	size_t length;
};

/* Scores "answer answer ..." ("." is an empty one) with a scale. */
static struct scored
score_of(struct instrument *instrument, size_t scale, const char *text)
{
	struct answer answers[8] = { 0 };
	uint64_t running[9];
	struct score scores[8];
	struct scored scored;
	struct buffer line = { 0 };

	for (size_t i = 0; i < instrument->item_count; i++) {
		size_t length = strcspn(text, " ");
		struct field value = { text, length == 1 && *text == '.' ? 0 : length };

		answers[i] = item_answer(&instrument->items[i], value);
		text += length + (text[length] == ' ');
	}
	running_all(answers, instrument->item_count, running);
	scale_append(instrument->scales, scale, scale + 1, answers, running, scores, &line);
	scored.score = scores[scale];
	scored.length = line.length;
	memcpy(scored.text, line.data, line.length);
	buffer_release(&line);
	return scored;
}

/* The score alone; the count behind its comma is checked on the way. */
static struct field
text_of(const struct scored *scored)
{
	struct field text = { scored->text, scored->length };
	struct field count = text;
	int64_t answered = -1;

	while (count.length > 0 && *count.data != ',') {
		count.data++;
		count.length--;
	}
	text.length -= count.length;
	if (count.length > 0) {
		count.data++;
		count.length--;
	}
	CHECK(field_to_integer(count, &answered) && (size_t)answered == scored->score.answered);
	return text;
}

#define HEAD                                                                                       \
	BEGIN "\"missing_codes\":[\"-9\",\"n/a\"],\"items\":["                                     \
	      "{\"column\":\"a\",\"minimum\":1,\"maximum\":5},"                                    \
	      "{\"column\":\"b\",\"minimum\":1,\"maximum\":5,\"reverse\":true,"                    \
	      "\"answers\":{\"never\":1,\"always\":5}},"                                           \
	      "{\"column\":\"c\",\"minimum\":0,\"maximum\":2.5},"                                  \
	      "{\"column\":\"d\",\"minimum\":-3,\"maximum\":3}],\"scales\":["
#define ITEMS "\"items\":[\"a\",\"b\",\"c\",\"d\"]"

/* Every result that is remembered is the one that is worked out. */
static unsigned
memo_disagreements(struct instrument *instrument)
{
	unsigned count = 0;

	for (int a = 0; a <= 5; a++)
		for (int b = 0; b <= 5; b++)
			for (int d = -4; d <= 3; d++)
				for (size_t s = 0; s < instrument->scale_count; s++) {
					char whole[64], exact[64];
					struct scored one, other;

					/* 0, 0 and -4 stand for no answer; "2.0" has a decimal */
					snprintf(whole, sizeof whole, "%d %d 2 %d", a == 0 ? -9 : a,
					    b == 0 ? -9 : b, d == -4 ? -9 : d);
					snprintf(exact, sizeof exact, "%d %d 2.0 %d",
					    a == 0 ? -9 : a, b == 0 ? -9 : b, d == -4 ? -9 : d);
					other = score_of(instrument, s, exact);
					for (int again = 0; again < 2; again++) {
						one = score_of(instrument, s, whole);
						count += one.length != other.length
						    || memcmp(one.text, other.text, one.length)
						        != 0;
					}
				}
	return count;
}

static void
check_scales(void)
{
	static const char text[] =
	    HEAD "{\"name\":\"sum\",\"method\":\"sum\"," ITEMS "},"
	         "{\"name\":\"part\",\"method\":\"sum\",\"minimum_answered\":2," ITEMS "},"
	         "{\"name\":\"prorated\",\"method\":\"sum\",\"minimum_answered\":\"51%\","
	         "\"prorate\":true,\"decimals\":3," ITEMS "},"
	         "{\"name\":\"mean\",\"method\":\"mean\",\"minimum_answered\":1," ITEMS "},"
	         "{\"name\":\"linear\",\"method\":\"linear\",\"minimum_answered\":1,\"decimals\":"
	         "4," ITEMS "},"
	         "{\"name\":\"whole\",\"method\":\"linear\",\"minimum_answered\":1,"
	         "\"items\":[\"a\",\"b\",\"d\"]}]}";
	struct instrument instrument = { 0 };
	struct fault fault = { 0 };
	struct scored scored;

	CHECK(load(&instrument, text, &fault));
	CHECK_TEXT(fault.message, "");
	CHECK(instrument.scales[2].minimum_kind == MINIMUM_PERCENT);
	CHECK(instrument.scales[0].memo.cells != NULL && instrument.scales[5].memo.cells != NULL);
	CHECK(memo_disagreements(&instrument) == 0);

	/* 4 + (6 - 2) + 1.25 + -1 */
	scored = score_of(&instrument, 0, "4 2 1.25 -1");
	CHECK_FIELD(text_of(&scored), "8.25");
	CHECK(scored.score.answered == 4 && scored.score.outcome == SCORE_GIVEN);
	scored = score_of(&instrument, 0, "4 . 1.25 -1");
	CHECK(scored.score.outcome == SCORE_TOO_FEW && text_of(&scored).length == 0
	    && scored.score.answered == 3);

	scored = score_of(&instrument, 1, "4 . n/a -1");
	CHECK_FIELD(text_of(&scored), "3.00");
	CHECK(scored.score.answered == 2);

	/* (4 + 5 + 1) 4 / 3 */
	scored = score_of(&instrument, 2, "4 never -9 1");
	CHECK_FIELD(text_of(&scored), "13.333");
	scored = score_of(&instrument, 2, "4 always . .");
	CHECK(scored.score.outcome == SCORE_TOO_FEW && scored.score.answered == 2);

	/* (5 + 1 + 2.5) / 3 */
	scored = score_of(&instrument, 3, "5 always 2.500 .");
	CHECK_FIELD(text_of(&scored), "2.83");
	scored = score_of(&instrument, 3, ". . . .");
	CHECK(scored.score.outcome == SCORE_TOO_FEW && scored.score.answered == 0);

	/* 75, 100, 40 and 50, whose mean is 66.25; then 75 and 40 alone */
	scored = score_of(&instrument, 4, "4 1 1 0");
	CHECK_FIELD(text_of(&scored), "66.2500");
	scored = score_of(&instrument, 4, "4 . 1 .");
	CHECK_FIELD(text_of(&scored), "57.5000");
	scored = score_of(&instrument, 4, "1 5 0 -3");
	CHECK_FIELD(text_of(&scored), "0.0000");
	scored = score_of(&instrument, 4, "5 1 2.5 3");
	CHECK_FIELD(text_of(&scored), "100.0000");

	/* 25, 75 and 0; then 0 alone */
	scored = score_of(&instrument, 5, "2 2 . -3");
	CHECK_FIELD(text_of(&scored), "33.33");
	scored = score_of(&instrument, 5, ". . . -3");
	CHECK_FIELD(text_of(&scored), "0.00");

	/* refused, and never missing */
	scored = score_of(&instrument, 3, "6 1 1 1");
	CHECK(scored.score.outcome == SCORE_REFUSED && text_of(&scored).length == 0
	    && scored.score.answered == 3);
	scored = score_of(&instrument, 3, "4.0000000000000001 1 1 1");
	CHECK(scored.score.outcome == SCORE_REFUSED);
	scored = score_of(&instrument, 3, "often 1 1 1");
	CHECK(scored.score.outcome == SCORE_REFUSED);
	scored = score_of(&instrument, 3, "* 1 1 1");
	CHECK(scored.score.outcome == SCORE_REFUSED);
	instrument_release(&instrument);
}

static void
check_refusals(void)
{
	refuse("[]", "must be an object");
	refuse("{\"name\":\"t\",\"verson\":\"1\"}", "version");
	refuse("{\"name\":\"t\",\"version\":\"1\",\"source\":\"s\"}", "official");
	refuse("{\"name\":\"t\",\"version\":\"1\",\"source\":\"s\",\"official\":false,"
	       "\"missing_codes\":[\"3\"],"
	       "\"items\":[{\"column\":\"a\",\"minimum\":1,\"maximum\":5}],\"scales\":[]}",
	    "/items/0");
	refuse(HEAD "]}", "/scales");
	refuse(HEAD "{\"name\":\"s\",\"method\":\"sum\",\"items\":[\"e\"]}]}", "/scales/0/items/0");
	refuse(HEAD "{\"name\":\"s\",\"method\":\"sum\",\"items\":[\"a\",\"a\"]}]}", "second time");
	refuse(
	    HEAD "{\"name\":\"s\",\"method\":\"median\",\"items\":[\"a\"]}]}", "/scales/0/method");
	refuse(HEAD "{\"name\":\"s\",\"method\":\"mean\",\"prorate\":true,\"items\":[\"a\"]}]}",
	    "/scales/0/prorate");
	refuse(HEAD "{\"name\":\"s\",\"method\":\"sum\",\"minimum_answered\":3,"
	            "\"items\":[\"a\",\"b\"]}]}",
	    "/scales/0/minimum_answered");
	refuse(HEAD "{\"name\":\"s\",\"method\":\"sum\",\"minimum_answered\":\"half\","
	            "\"items\":[\"a\",\"b\"]}]}",
	    "60%");
	refuse(HEAD "{\"name\":\"s\",\"method\":\"sum\",\"items\":[\"a\"]},"
	            "{\"name\":\"s_answered\",\"method\":\"sum\",\"items\":[\"a\"]}]}",
	    "twice");
}

int
main(void)
{
	check_ratios();
	check_scales();
	check_refusals();
	return unit_done();
}
