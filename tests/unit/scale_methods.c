/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each method of a scale by figures reckoned by hand: weights, boxes, answers that are
 * missing in each of their ways, and scales of scales. */
#include "score_test.h"

#define HEAD                                                                                       \
	BEGIN "\"missing_codes\":[\"-9\"],\"dont_know_codes\":[\"dk\"],"                           \
	      "\"not_applicable_codes\":[\"na\"],\"items\":["                                      \
	      "{\"column\":\"a\",\"minimum\":1,\"maximum\":5},"                                    \
	      "{\"column\":\"b\",\"minimum\":1,\"maximum\":5,\"reverse\":true},"                   \
	      "{\"column\":\"c\",\"minimum\":0,\"maximum\":2.5}],\"scales\":["
#define ABC       "\"items\":[\"a\",\"b\",\"c\"]"
#define AB        "\"items\":[\"a\",\"b\"]"
#define ANY       "\"minimum_answered\":1,"
#define ENOUGH(n) "\"minimum_answered\":" #n ","

static struct instrument instrument;
static struct score scores[8];

static void
use(const char *scales)
{
	struct fault fault = { 0 };
	char text[4096];

	instrument_release(&instrument);
	snprintf(text, sizeof text, HEAD "%s]}", scales);
	CHECK(load(&instrument, text, &fault));
	CHECK_TEXT(fault.message, "");
}

/* The appended fields of all scales for three answers ("." is an empty one). */
static struct field
line_of(const char *a, const char *b, const char *c)
{
	static struct buffer line;
	const char *values[] = { a, b, c };
	struct answer answers[3];
	uint64_t running[4];

	buffer_clear(&line);
	for (size_t i = 0; i < 3; i++)
		answers[i] = item_answer(
		    &instrument.items[i], field_of(strcmp(values[i], ".") == 0 ? "" : values[i]));
	running_all(answers, 3, running);
	for (size_t i = 0; i < instrument.scale_count; i++) {
		if (i != 0)
			buffer_append_text(&line, " ");
		scale_append(instrument.scales, i, i + 1, answers, running, scores, &line);
	}
	return (struct field){ line.data, line.length };
}

static void
check_weights(void)
{
	use("{\"name\":\"s\",\"method\":\"sum\"," ANY AB ",\"weights\":{\"a\":0.25,\"b\":-2}},"
	    "{\"name\":\"m\",\"method\":\"weighted_mean\"," ANY ABC
	    ",\"weights\":{\"c\":0.5,\"a\":1,\"b\":3}},"
	    "{\"name\":\"p\",\"method\":\"sum\",\"prorate\":true," ANY AB
	    ",\"weights\":{\"a\":1,\"b\":3}}");
	/* 4/4 - 2 (6 - 1); (4 + 15 + 1) / 4.5; 4 + 15 */
	CHECK_FIELD(line_of("4", "1", "2"), "-9.00,2 4.44,3 19.00,2");
	CHECK_FIELD(line_of("4", ".", "2"), "1.00,1 3.33,2 16.00,1");
	CHECK_FIELD(line_of(".", "1", "dk"), "-10.00,1 5.00,1 20.00,1");
	CHECK_FIELD(line_of("3", "5", "2.5"), "-1.25,2 1.61,3 6.00,2");
}

static void
check_percent(void)
{
	use("{\"name\":\"p\",\"method\":\"percent\"," ANY ABC "},"
	    "{\"name\":\"w\",\"method\":\"percent\"," ANY ABC
	    ",\"weights\":{\"a\":2,\"b\":1,\"c\":1}}");
	/* (4 + 2 + 1.25) / 12.5; (8 + 2 + 1.25) / 17.5 */
	CHECK_FIELD(line_of("4", "4", "1.25"), "58.00,3 64.29,3");
	/* of what the answered ones can give */
	CHECK_FIELD(line_of("4", ".", "na"), "80.00,1 80.00,1");
	CHECK_FIELD(line_of("1", "5", "0"), "16.00,3 17.14,3");
	CHECK_FIELD(line_of("5", "1", "2.5"), "100.00,3 100.00,3");
	CHECK(ratio_compare(instrument.scales[0].least, (struct ratio){ 0, 1 }) == 0);
}

static void
check_boxes(void)
{
	use("{\"name\":\"top\",\"method\":\"top_box\"," ANY ABC "},"
	    "{\"name\":\"two\",\"method\":\"top_box\",\"at_least\":3.5,\"base\":\"responded\"," ANY
	        AB "},"
	    "{\"name\":\"low\",\"method\":\"bottom_box\"," ANY ABC
	    ",\"weights\":{\"a\":1,\"b\":1,\"c\":2}},"
	    "{\"name\":\"n\",\"method\":\"count\",\"at_least\":0.5,\"at_most\":2.25,\"decimals\":"
	    "0," ANY ABC "}");
	CHECK_FIELD(line_of("5", "2", "2.5"), "66.67,3 100.00,2 0.00,3 0,3");
	CHECK_FIELD(line_of("5", "3", "2.50"), "66.67,3 50.00,2 0.00,3 0,3");
	CHECK_FIELD(line_of("3.5", "2.5", "0"), "0.00,3 100.00,2 50.00,3 0,3");
	CHECK_FIELD(line_of("3.49", "2.51", "0.5"), "0.00,3 0.00,2 0.00,3 1,3");
	/* somebody who does not know has responded */
	CHECK_FIELD(line_of("4", "dk", "dk"), "0.00,1 50.00,1 0.00,1 0,1");
	CHECK_FIELD(line_of("dk", "dk", "dk"), ",0 0.00,0 ,0 ,0");
	CHECK_FIELD(line_of("4", ".", "."), "0.00,1 100.00,1 0.00,1 0,1");
	CHECK_FIELD(line_of("2", "4", "2.25"), "0.00,3 0.00,2 0.00,3 3,3");
	CHECK_FIELD(line_of("1", "5", "0"), "0.00,3 0.00,2 100.00,3 2,3");
}

static void
check_minimum(void)
{
	use("{\"name\":\"all\",\"method\":\"mean\"," ABC "},"
	    "{\"name\":\"two\",\"method\":\"mean\"," ENOUGH(2) ABC
	    "},"
	    "{\"name\":\"half\",\"method\":\"mean\",\"minimum_answered\":\"50%\"," ABC "},"
	    "{\"name\":\"most\",\"method\":\"mean\",\"minimum_answered\":\"67%\"," ABC "}");
	CHECK_FIELD(line_of("4", "4", "0"), "2.00,3 2.00,3 2.00,3 2.00,3");
	CHECK_FIELD(line_of("4", "4", "."), ",2 3.00,2 3.00,2 ,2");
	CHECK(scores[0].outcome == SCORE_TOO_FEW && scores[0].applicable == 3);
	/* what is not applicable is not asked of a share, but of a number it is */
	CHECK_FIELD(line_of("4", "4", "na"), "3.00,2 3.00,2 3.00,2 3.00,2");
	CHECK(scores[0].applicable == 2);
	CHECK_FIELD(line_of("4", "na", "na"), "4.00,1 ,1 4.00,1 4.00,1");
	CHECK_FIELD(line_of("4", "na", "."), ",1 ,1 4.00,1 ,1");
	CHECK_FIELD(line_of("4", "dk", "."), ",1 ,1 ,1 ,1");
	CHECK_FIELD(line_of("na", "na", "na"), ",0 ,0 ,0 ,0");
	CHECK(
	    scores[0].outcome == SCORE_NOT_APPLICABLE && scores[1].outcome == SCORE_NOT_APPLICABLE);
	CHECK_FIELD(line_of("na", ".", "na"), ",0 ,0 ,0 ,0");
	CHECK(scores[0].outcome == SCORE_TOO_FEW);
	CHECK_FIELD(line_of("na", "often", "na"), ",0 ,0 ,0 ,0");
	CHECK(scores[0].outcome == SCORE_REFUSED);
}

/* A prorated sum stands for all items, those that are not applicable among them, so that
 * it can be set beside every other one. */
static void
check_prorated(void)
{
	use("{\"name\":\"p\",\"method\":\"sum\",\"prorate\":true," ANY ABC "},"
	    "{\"name\":\"s\",\"method\":\"sum\"," ABC "}");
	CHECK_FIELD(line_of("4", "4", "1"), "7.00,3 7.00,3");
	CHECK_FIELD(line_of("4", "4", "."), "9.00,2 ,2");
	CHECK_FIELD(line_of("4", "4", "na"), "9.00,2 6.00,2");
	CHECK_FIELD(line_of("4", "dk", "na"), "12.00,1 ,1");
}

static void
check_standard(void)
{
	use("{\"name\":\"t\",\"method\":\"mean\"," AB
	    ",\"standardise\":{\"to\":\"T\",\"mean\":3.5,\"deviation\":0.75,\"source\":\"none\"}},"
	    "{\"name\":\"z\",\"method\":\"mean\",\"decimals\":3," AB
	    ",\"standardise\":{\"to\":\"z\",\"mean\":3.5,\"deviation\":0.75,\"source\":\"none\"},"
	    "\"bands\":[{\"label\":\"under\",\"below\":0},{\"label\":\"over\",\"at_least\":0}]}");
	CHECK_FIELD(line_of("5", "1", "0"), "70.00,2 2.000,over,2");
	CHECK_FIELD(line_of("4", "3", "0"), "50.00,2 0.000,over,2");
	CHECK_FIELD(line_of("3", "3", "0"), "43.33,2 -0.667,under,2");
	CHECK_FIELD(line_of(".", "3", "0"), ",1 ,,1");
}

/* Of scales: theirs are missing, not applicable or refused as answers are. */
static void
check_scales(void)
{
	use("{\"name\":\"a1\",\"method\":\"mean\",\"items\":[\"a\"]},"
	    "{\"name\":\"b1\",\"method\":\"linear\",\"items\":[\"b\"]},"
	    "{\"name\":\"c1\",\"method\":\"mean\",\"items\":[\"c\"]},"
	    "{\"name\":\"m\",\"method\":\"mean\"," ENOUGH(
	        2) "\"scales\":[\"a1\",\"b1\",\"c1\"]},"
	           "{\"name\":\"s\",\"method\":\"sum\",\"scales\":[\"a1\",\"c1\"],\"weights\":{"
	           "\"c1\":0.5,"
	           "\"a1\":-1}},"
	           "{\"name\":\"t\",\"method\":\"top_box\"," ANY
	           "\"at_least\":2.5,\"scales\":[\"a1\",\"c1\"]},"
	           "{\"name\":\"n\",\"method\":\"count\"," ANY "\"at_most\":3,\"decimals\":0,"
	           "\"scales\":[\"m\",\"a1\"]}");
	CHECK_FIELD(line_of("3", "2", "1"), "3.00,1 75.00,1 1.00,1 26.33,3 -2.50,2 50.00,2 1,2");
	CHECK_FIELD(line_of("3", ".", "1"), "3.00,1 ,0 1.00,1 2.00,2 -2.50,2 50.00,2 2,2");
	CHECK_FIELD(line_of(".", ".", "1"), ",0 ,0 1.00,1 ,1 ,1 0.00,1 ,0");
	CHECK(scores[3].outcome == SCORE_TOO_FEW && scores[4].outcome == SCORE_TOO_FEW
	    && scores[6].outcome == SCORE_TOO_FEW);
	CHECK_FIELD(line_of("na", ".", "1"), ",0 ,0 1.00,1 ,1 0.50,1 0.00,1 ,0");
	CHECK(scores[0].outcome == SCORE_NOT_APPLICABLE && scores[4].applicable == 1);
	CHECK_FIELD(line_of("na", ".", "na"), ",0 ,0 ,0 ,0 ,0 ,0 ,0");
	CHECK(scores[3].outcome == SCORE_TOO_FEW && scores[4].outcome == SCORE_NOT_APPLICABLE
	    && scores[6].outcome == SCORE_TOO_FEW);
	CHECK_FIELD(line_of("7", "2", "1"), ",0 75.00,1 1.00,1 ,2 ,1 ,1 ,0");
	CHECK(scores[3].outcome == SCORE_REFUSED && scores[6].outcome == SCORE_REFUSED);
}

/* Digits past what is exact: said, never rounded in silence. */
static void
check_too_long(void)
{
	struct fault fault = { 0 };
	struct answer answers[2];
	uint64_t running[3];
	struct buffer line = { 0 };

	use("{\"name\":\"z\",\"method\":\"mean\",\"items\":[\"a\",\"c\"],\"standardise\":{\"to\":"
	    "\"T\","
	    "\"mean\":1.123456789,\"deviation\":0.000000007,\"source\":\"none\"}}");
	CHECK_FIELD(line_of("2", "1", "1"), "537918922.86,2");
	instrument_release(&instrument);
	CHECK(load(&instrument,
	    BEGIN "\"items\":[{\"column\":\"x\",\"minimum\":0,\"maximum\":1000000000},"
	          "{\"column\":\"y\",\"minimum\":0,\"maximum\":1}],\"scales\":["
	          "{\"name\":\"s\",\"method\":\"sum\",\"items\":[\"x\",\"y\"],"
	          "\"weights\":{\"x\":1000000,\"y\":0.000000001}},"
	          "{\"name\":\"p\",\"method\":\"mean\",\"scales\":[\"s\"]}]}",
	    &fault));
	answers[0] = item_answer(&instrument.items[0], field_of("1000000000"));
	answers[1] = item_answer(&instrument.items[1], field_of("0.000000000000001"));
	running_all(answers, 2, running);
	for (size_t i = 0; i < 2; i++) {
		scale_append(instrument.scales, i, i + 1, answers, running, scores, &line);
		CHECK(scores[i].outcome == SCORE_TOO_LONG && scores[i].band == BAND_NONE);
	}
	CHECK_FIELD(((struct field){ line.data, line.length }), ",2,0");
	answers[1] = item_answer(&instrument.items[1], field_of("0.01"));
	running_all(answers, 2, running);
	buffer_clear(&line);
	for (size_t i = 0; i < 2; i++)
		scale_append(instrument.scales, i, i + 1, answers, running, scores, &line);
	CHECK_FIELD(((struct field){ line.data, line.length }),
	    "1000000000000000.00,21000000000000000.00,1");
	buffer_release(&line);
}

int
main(void)
{
	check_weights();
	check_percent();
	check_boxes();
	check_minimum();
	check_prorated();
	check_standard();
	check_scales();
	check_too_long();
	instrument_release(&instrument);
	return unit_done();
}
