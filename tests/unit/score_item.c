/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items: what an answer is worth, codes of all kinds, and what no item can be. */
#include "score_test.h"

#include <stdlib.h>

#define ITEM(keys)                                                                                 \
	BEGIN "\"missing_codes\":[\"-9\"],\"dont_know_codes\":[\"dk\"],"                           \
	      "\"not_applicable_codes\":[\"n.a.\"],\"items\":[{\"column\":\"a\"," keys "}],"       \
	      "\"scales\":[{\"name\":\"s\",\"method\":\"mean\",\"items\":[\"a\"]}]}"

static struct instrument instrument;

/* Loads an instrument of one item, in the place of the one before. */
static const struct item *
item_of(const char *text)
{
	struct fault fault = { 0 };

	instrument_release(&instrument);
	CHECK(load(&instrument, text, &fault));
	CHECK_TEXT(fault.message, "");
	return instrument.items;
}

static bool
is_kind(const struct item *item, const char *value, enum answer_kind kind)
{
	struct answer answer = item_answer(item, field_of(value));

	/* by the table for one byte and without it alike */
	return answer.kind == kind && item_judge(item, field_of(value)).kind == kind
	    && (kind == ANSWER_GIVEN || (answer.digits == 0 && answer.scale == 0));
}

static bool
is_worth(const struct item *item, const char *value, int64_t digits, unsigned scale)
{
	struct answer answer = item_answer(item, field_of(value));
	struct answer judged = item_judge(item, field_of(value));

	return answer.kind == ANSWER_GIVEN && answer.digits == digits && answer.scale == scale
	    && judged.kind == ANSWER_GIVEN && judged.digits == digits && judged.scale == scale;
}

static void
check_range(void)
{
	const struct item *item = item_of(ITEM("\"minimum\":-1.5,\"maximum\":5"));

	CHECK(is_worth(item, "5", 5, 0) && is_worth(item, "+05", 5, 0));
	CHECK(is_worth(item, "-1.5", -15, 1) && is_worth(item, "-1.50", -150, 2));
	CHECK(is_worth(item, "4.999999999999999", 4999999999999999, 15));
	CHECK(is_kind(item, "5.000000000000001", ANSWER_OUT_OF_RANGE));
	CHECK(is_kind(item, "-1.51", ANSWER_OUT_OF_RANGE));
	CHECK(is_kind(item, "6", ANSWER_OUT_OF_RANGE));
	CHECK(is_kind(item, "1.0000000000000000", ANSWER_TOO_LONG));
	CHECK(is_kind(item, "1234567890123456789", ANSWER_TOO_LONG));
	CHECK(is_kind(item, "", ANSWER_MISSING) && is_kind(item, "-9", ANSWER_MISSING));
	CHECK(is_kind(item, "-9.0", ANSWER_OUT_OF_RANGE));
	CHECK(is_kind(item, "dk", ANSWER_DONT_KNOW));
	CHECK(is_kind(item, "n.a.", ANSWER_NOT_APPLICABLE));
	CHECK(is_kind(item, "DK", ANSWER_NOT_A_NUMBER) && is_kind(item, " 5", ANSWER_NOT_A_NUMBER));
	CHECK(is_kind(item, "x", ANSWER_NOT_A_NUMBER) && is_kind(item, "*", ANSWER_NOT_A_NUMBER));
	CHECK(
	    is_kind(item, "\xC2", ANSWER_NOT_A_NUMBER) && is_kind(item, "-", ANSWER_NOT_A_NUMBER));
	CHECK(
	    is_kind(item, "1,5", ANSWER_NOT_A_NUMBER) && is_kind(item, "5.", ANSWER_NOT_A_NUMBER));
	CHECK(item_may_not_apply(item));
	CHECK_TEXT(item->range, "-1.5 to 5");
}

static void
check_allowed(void)
{
	const struct item *item = item_of(ITEM("\"allowed\":[1,2,2.5,8]"));

	CHECK(is_worth(item, "2.5", 25, 1) && is_worth(item, "2.50", 250, 2));
	CHECK(is_worth(item, "8", 8, 0) && is_worth(item, "1.0", 10, 1));
	CHECK(is_kind(item, "3", ANSWER_NOT_ALLOWED) && is_kind(item, "9", ANSWER_OUT_OF_RANGE));
	item = item_of(ITEM("\"allowed\":[8,1,2],\"reverse\":true"));
	CHECK(is_worth(item, "8", 1, 0) && is_worth(item, "2", 7, 0) && is_worth(item, "1", 8, 0));
	CHECK(is_kind(item, "7", ANSWER_NOT_ALLOWED));
	CHECK_TEXT(item->range, "1 to 8");
}

static void
check_texts(void)
{
	const struct item *item =
	    item_of(ITEM("\"minimum\":1,\"maximum\":5,\"reverse\":true,"
	                 "\"answers\":{\"Strongly agree\":5,\"N\":1,\"1\":1}"));

	CHECK(is_worth(item, "Strongly agree", 1, 0) && is_worth(item, "N", 5, 0));
	CHECK(
	    is_worth(item, "2", 4, 0) && is_worth(item, "1", 5, 0) && is_worth(item, "1.5", 45, 1));
	CHECK(is_kind(item, "n", ANSWER_NOT_A_NUMBER));
	CHECK(is_kind(item, "strongly agree", ANSWER_NOT_A_NUMBER));
	/* without a range, the worths are the answers */
	item = item_of(ITEM("\"answers\":{\"no\":0,\"sometimes\":1,\"often\":1,\"yes\":2.5}"));
	CHECK(is_worth(item, "yes", 25, 1) && is_worth(item, "sometimes", 1, 0));
	CHECK(is_worth(item, "1", 1, 0) && is_kind(item, "2", ANSWER_NOT_ALLOWED));
}

/* Codes that are worth another number: a code that nobody named is no worth. */
static void
check_coded(void)
{
	const struct item *item = item_of(ITEM("\"answers\":{\"1\":10,\"2\":5,\"3\":0},"
	                                       "\"dont_know_codes\":[\"5\"]"));

	CHECK(is_worth(item, "1", 10, 0) && is_worth(item, "2", 5, 0) && is_worth(item, "3", 0, 0));
	CHECK(is_kind(item, "5", ANSWER_DONT_KNOW));
	CHECK(is_kind(item, "10", ANSWER_NOT_ALLOWED) && is_kind(item, "0", ANSWER_NOT_ALLOWED));
	CHECK(is_kind(item, "1.0", ANSWER_NOT_ALLOWED) && is_kind(item, "4", ANSWER_NOT_ALLOWED));
	item = item_of(ITEM("\"minimum\":0,\"maximum\":4,\"answers\":{\"1\":4,\"2\":3}"));
	CHECK(is_kind(item, "3", ANSWER_NOT_ALLOWED) && is_worth(item, "2", 3, 0));
}

static void
check_reverse(void)
{
	const struct item *item =
	    item_of(ITEM("\"minimum\":0.5,\"maximum\":1000000000,\"reverse\":true"));

	CHECK(is_worth(item, "0.5", 10000000000, 1) && is_worth(item, "1000000000", 5, 1));
	CHECK(is_worth(item, "1000", 9999990005, 1));
	CHECK(is_worth(item, "1.000000000", 999999999500000000, 9));
	CHECK(is_kind(item, "0.60000000000", ANSWER_TOO_LONG));
}

static void
check_when(void)
{
	const struct item *item = item_of(
	    BEGIN "\"items\":[{\"column\":\"a\",\"minimum\":0,\"maximum\":1,"
	          "\"when\":{\"b\":[\"yes\",\"\"],\"c\":\"1\"}}],\"scales\":[{\"name\":\"s\","
	          "\"method\":\"mean\",\"items\":[\"a\"]}]}");

	CHECK(item_may_not_apply(item) && item->when.count == 2);
	CHECK(when_holds(&item->when.columns[0], field_of("yes")));
	CHECK(when_holds(&item->when.columns[0], field_of("")));
	CHECK(!when_holds(&item->when.columns[0], field_of("ye")));
	CHECK(when_holds(&item->when.columns[1], field_of("1")));
	CHECK(!when_holds(&item->when.columns[1], field_of("1.0")));
	item =
	    item_of(BEGIN "\"items\":[{\"column\":\"a\",\"minimum\":0,\"maximum\":1}],\"scales\":"
	                  "[{\"name\":\"s\",\"method\":\"mean\",\"items\":[\"a\"]}]}");
	CHECK(!item_may_not_apply(item));
	refuse(ITEM("\"minimum\":0,\"maximum\":1,\"when\":{}"), "/items/0/when");
	refuse(ITEM("\"minimum\":0,\"maximum\":1,\"when\":\"b\""), "/items/0/when");
	refuse(ITEM("\"minimum\":0,\"maximum\":1,\"when\":{\"b\":[]}"), "/items/0/when/b");
	refuse(ITEM("\"minimum\":0,\"maximum\":1,\"when\":{\"b\":1}"), "/items/0/when/b");
	refuse(ITEM("\"minimum\":0,\"maximum\":1,\"when\":{\"b\":[\"x\",\"x\"]}"), "second time");
}

static void
check_codes(void)
{
	refuse(ITEM("\"minimum\":-10,\"maximum\":10"), "of which the code -9 would be one");
	refuse(ITEM("\"minimum\":1,\"maximum\":10,\"dont_know_codes\":[\"8.0\"]"), "the code 8.0");
	refuse(ITEM("\"minimum\":1,\"maximum\":5,\"missing_codes\":[\"-9\"]"), "is a code already");
	refuse(ITEM("\"minimum\":1,\"maximum\":5,\"missing_codes\":[\"dk\"]"), "is a code already");
	refuse(ITEM("\"minimum\":1,\"maximum\":5,\"dont_know_codes\":[\"\"]"), "is always missing");
	refuse(
	    ITEM("\"minimum\":1,\"maximum\":5,\"missing_codes\":[-8]"), "/items/0/missing_codes/0");
	refuse(ITEM("\"minimum\":1,\"maximum\":5,\"missing_codes\":\"-8\""), "a list of texts");
	refuse(
	    ITEM("\"minimum\":1,\"maximum\":5,\"answers\":{\"dk\":3}"), "a code for no answer too");
	refuse(ITEM("\"minimum\":1,\"maximum\":5,\"answers\":{\"\":3}"), "always missing");
	/* in the range, but none of the allowed */
	item_of(ITEM("\"allowed\":[1,2,4],\"missing_codes\":[\"3\"]"));
}

static void
check_refusals(void)
{
	refuse(ITEM("\"minimum\":5,\"maximum\":5"), "/items/0/maximum: is not above");
	refuse(ITEM("\"minimum\":1"), "/items/0/maximum: is missing");
	refuse(ITEM("\"maximum\":1"), "/items/0/minimum: is missing");
	refuse(ITEM("\"label\":\"x\""), "/items/0/minimum: is missing");
	refuse(ITEM("\"minimum\":1,\"maximum\":5,\"label\":\"\""), "/items/0/label: is empty");
	refuse(ITEM("\"minimum\":1,\"maximum\":5,\"name\":\"\\t\""), "a control character");
	refuse(ITEM("\"minimum\":1,\"maximum\":5e9"), "/items/0/maximum: lies outside");
	refuse(ITEM("\"minimum\":1,\"maximum\":5.12345678901"), "more than 9 decimals");
	refuse(ITEM("\"allowed\":[1,2],\"minimum\":1"), "/items/0/allowed: is the range already");
	refuse(ITEM("\"allowed\":[1]"), "two different answers");
	refuse(ITEM("\"allowed\":[]"), "two different answers");
	refuse(ITEM("\"allowed\":[1,2,1.0]"), "/items/0/allowed/2: stands a second time");
	refuse(ITEM("\"allowed\":{\"a\":1}"), "a list of numbers");
	refuse(ITEM("\"answers\":{\"a\":1,\"b\":1}"), "two different answers");
	refuse(ITEM("\"answers\":[1,2]"), "/items/0/answers: must be an object");
	refuse(ITEM("\"answers\":{\"a\":\"1\",\"b\":2}"), "/items/0/answers/a");
	refuse(ITEM("\"minimum\":1,\"maximum\":5,\"answers\":{\"a\":6}"), "lies outside 1 to 5");
	refuse(ITEM("\"allowed\":[1,3],\"answers\":{\"a\":2}"), "none of the allowed numbers");
	refuse(ITEM("\"minimum\":1,\"maximum\":5,\"importance\":-1"), "must not be under 0");
	refuse(ITEM("\"minimum\":1,\"maximum\":5,\"target\":6"), "/items/0/target: lies outside");
	refuse(ITEM("\"minimum\":1,\"maximum\":5,\"reverse\":1"), "/items/0/reverse");
}

static void
check_plan(void)
{
	const struct item *item = item_of(ITEM("\"minimum\":1,\"maximum\":5"));

	CHECK(item->importance.digits == 1 && item->target.digits == 5);
	CHECK_TEXT(item->name, "a");
	CHECK_TEXT(item->label, "a");
	item = item_of(BEGIN "\"items\":[{\"name\":\"first\",\"column\":\"a\",\"minimum\":1,"
	                     "\"maximum\":5,\"importance\":2.5,\"target\":4}],\"scales\":[{"
	                     "\"name\":\"s\",\"method\":\"mean\",\"items\":[\"first\"]}]}");
	CHECK(item->importance.digits == 25 && item->importance.scale == 1);
	CHECK(item->target.digits == 4);
	CHECK_TEXT(item->name, "first");
	CHECK_TEXT(item->label, "first");
	CHECK_TEXT(item->column, "a");
}

int
main(void)
{
	check_range();
	check_allowed();
	check_texts();
	check_coded();
	check_reverse();
	check_when();
	check_codes();
	check_refusals();
	check_plan();
	instrument_release(&instrument);
	return unit_done();
}
