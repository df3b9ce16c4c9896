/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what all changes share: what a policy may say, levels that are written down,
 * and those that never tell apart what was one. */
#include "../../filters/anonymise/change/change.h"

#include "anonymise_change.h"
#include "unit.h"

/* What is wrong with a column's object. */
static const char *
fault_of(const char *text)
{
	static struct one_change one;
	const char *place;

	open_change(&one, text);
	close_change(&one);
	if (one.change != NULL)
		return "nothing";
	place = strstr(one.fault.message, ": ");
	return place != NULL ? place + 2 : one.fault.message;
}

static void
test_faults(void)
{
	CHECK_TEXT(fault_of("{\"action\":\"generalise\",\"to\":\"munth\"}"),
	    "at /to: is not known here, did you mean 'month'?");
	CHECK(strstr(fault_of("{\"action\":\"generalise\"}"), "at /to: is missing: one of day")
	    != NULL);
	CHECK_TEXT(fault_of("{\"action\":\"generalise\",\"to\":\"month\",\"width\":3}"),
	    "at /width: unknown key");
	CHECK_TEXT(fault_of("{\"action\":\"generalise\",\"to\":\"year\",\"years\":\"financial\"}"),
	    "at /years: belongs to \"day\" and \"month\"");
	CHECK_TEXT(fault_of("{\"action\":\"generalise\",\"to\":7}"),
	    "at /to: a text is expected, not a number");

	CHECK_TEXT(fault_of("{\"action\":\"generalise\",\"to\":\"age\"}"),
	    "at /at: is missing: the column with the date at which the age is reckoned");
	CHECK_TEXT(fault_of("{\"action\":\"generalise\",\"to\":\"age\",\"at\":\"d\",\"width\":5}"),
	    "at /width: belongs to \"age-band\"");
	CHECK_TEXT(
	    fault_of("{\"action\":\"generalise\",\"to\":\"age-band\",\"at\":\"d\",\"width\":7}"),
	    "at /width: is none of 5, 10 and 20; give other bands as \"bands\"");
	CHECK_TEXT(fault_of("{\"action\":\"generalise\",\"to\":\"age-band\",\"at\":\"d\",\"width\":"
	                    "5,\"bands\":[9]}"),
	    "at /width: stands beside \"bands\"; give one of them");
	CHECK_TEXT(
	    fault_of(
	        "{\"action\":\"generalise\",\"to\":\"age-band\",\"at\":\"d\",\"bands\":[0,18,18]}"),
	    "at /bands/2: is not above the one before it");
	CHECK_TEXT(
	    fault_of(
	        "{\"action\":\"generalise\",\"to\":\"age-band\",\"at\":\"d\",\"bands\":[18,95]}"),
	    "at /bands/1: is above the top age, from which no age is told from another: 90");
	CHECK_TEXT(
	    fault_of("{\"action\":\"generalise\",\"to\":\"age-band\",\"at\":\"d\",\"bands\":[]}"),
	    "at /bands: a list of the youngest age in each band is expected, such as [0, 18, 65]");
	CHECK_TEXT(fault_of("{\"action\":\"generalise\",\"to\":\"age\",\"at\":\"d\",\"top\":126}"),
	    "at /top: is too large: the most is 125");

	CHECK(
	    strstr(fault_of("{\"action\":\"generalise\",\"to\":\"band\"}"), "at /width: is missing")
	    != NULL);
	CHECK_TEXT(fault_of("{\"action\":\"generalise\",\"to\":\"band\",\"width\":0}"),
	    "at /width: is not above 0");
	CHECK_TEXT(fault_of("{\"action\":\"generalise\",\"to\":\"band\",\"width\":1e16}"),
	    "at /width: is out of range: at most 10^15 either way");
	CHECK_TEXT(fault_of("{\"action\":\"generalise\",\"to\":\"band\",\"width\":0.00000000001}"),
	    "at /width: has more than 9 decimals or 18 digits; round it");
	CHECK_TEXT(
	    fault_of("{\"action\":\"generalise\",\"to\":\"band\",\"bands\":[1,2],\"from\":1}"),
	    "at /from: belongs to \"width\"");
	CHECK_TEXT(
	    fault_of("{\"action\":\"generalise\",\"to\":\"band\",\"bands\":[1,2],\"level\":2}"),
	    "at /level: is too large: the most is 1");
	CHECK_TEXT(fault_of("{\"action\":\"generalise\",\"to\":\"band\",\"bands\":[1,\"2\"]}"),
	    "at /bands/1: a number is expected, not a text");

	CHECK_TEXT(fault_of("{\"action\":\"shift-date\"}"),
	    "at /window: is missing: the most days that a date moves either way");
	CHECK_TEXT(fault_of("{\"action\":\"shift-date\",\"window\":0}"),
	    "at /window: is too small: the least is 1");
	CHECK_TEXT(fault_of("{\"action\":\"shift-date\",\"window\":6,\"weeks\":true}"),
	    "at /window: is less than a whole week");
	CHECK_TEXT(fault_of("{\"action\":\"shift-date\",\"window\":6,\"to\":\"month\"}"),
	    "at /to: unknown key");

	CHECK(strstr(fault_of("{\"action\":\"top-bottom-code\"}"), "at /top: is missing") != NULL);
	CHECK_TEXT(fault_of("{\"action\":\"top-bottom-code\",\"top\":1,\"bottom\":1}"),
	    "at /bottom: is not below \"top\"");
	CHECK_TEXT(fault_of("{\"action\":\"mask\",\"first\":-1}"),
	    "at /first: is too small: the least is 0");
	CHECK_TEXT(fault_of("{\"action\":\"generalise\",\"hierarchy\":\"\",\"level\":1}"),
	    "at /hierarchy: a file is expected");
	CHECK(strstr(fault_of("{\"action\":\"generalise\",\"hierarchy\":\"none.csv\",\"level\":1}"),
	          "cannot open the hierarchy")
	    != NULL);
	CHECK_TEXT(fault_of("{\"action\":\"generalise\",\"hierarchy\":\"x\",\"columns\":[\"a\"]}"),
	    "at /columns: a list of at least two columns is expected: the values, then their "
	    "groups");
	CHECK_TEXT(
	    fault_of("{\"action\":\"generalise\",\"hierarchy\":\"x\",\"columns\":[\"a\",\"a\"]}"),
	    "at /columns/1: is there twice");
	CHECK_TEXT(fault_of("{\"action\":\"generalise\",\"hierarchy\":\"x\",\"header\":false,"
	                    "\"columns\":[\"a\",\"b\"]}"),
	    "at /columns: needs a header with names");
}

static const char *const laddered[] = {
	"{\"action\":\"generalise\",\"to\":\"month\"}",
	"{\"action\":\"generalise\",\"to\":\"fyear\"}",
	"{\"action\":\"generalise\",\"to\":\"month\",\"years\":\"financial\"}",
	"{\"action\":\"generalise\",\"to\":\"age\",\"at\":\"d\"}",
	"{\"action\":\"generalise\",\"to\":\"age-band\",\"at\":\"d\",\"width\":20,\"top\":87}",
	"{\"action\":\"generalise\",\"to\":\"age-band\",\"at\":\"d\",\"bands\":[0,18,25,65,80]}",
	"{\"action\":\"generalise\",\"to\":\"sector\"}",
	"{\"action\":\"generalise\",\"to\":\"band\",\"width\":10,\"from\":-3}",
	"{\"action\":\"generalise\",\"to\":\"band\",\"width\":2.5}",
	"{\"action\":\"generalise\",\"to\":\"band\",\"bands\":[-5,0,0.5,18]}",
	"{\"action\":\"generalise\",\"to\":\"band\",\"bands\":[-5,0,18]}",
};

/* Where both ladders end for a value that all levels know. */
static bool
ends_alike(const struct one_change *one, const struct one_change *other)
{
	static const char *const finest[] = { "2026-03-14", "NG1 1AA", "12" };
	unsigned last = change_levels(one->change) - 1;
	bool alike = true;

	for (size_t i = 0; i < sizeof finest / sizeof *finest; i++) {
		char text[64];

		snprintf(text, sizeof text, "%s", change_at(one, last, finest[i], "2026-06-15"));
		alike = alike && strcmp(text, change_at(other, last, finest[i], "2026-06-15")) == 0;
	}
	return alike;
}

/* A policy with a level written down means that level, and the same levels above it. */
static void
test_freeze(void)
{
	for (size_t i = 0; i < sizeof laddered / sizeof *laddered; i++) {
		struct one_change one;

		open_change(&one, laddered[i]);
		for (unsigned level = 0; level < change_levels(one.change); level++) {
			struct buffer written = { 0 };
			struct one_change again;

			CHECK(change_freeze(one.change, level, &one.node));
			config_write(&one.file, &written);
			buffer_append(&written, "", 1);
			open_change(&again, written.data);
			if (CHECK(again.change != NULL)) {
				CHECK(change_level(again.change) == level);
				CHECK(change_levels(again.change) == change_levels(one.change));
				CHECK(ends_alike(&again, &one));
			}
			close_change(&again);
			buffer_release(&written);
		}
		close_change(&one);
	}
}

static const char *const values[] = { "2026-03-14", "2026-03-15", "2026-04-01", "2025-12-31",
	"2026-03", "2026-Q1", "1990-02-28", "1935-07-01", "1938-07-01", "1939-01-01", "1920-01-01",
	"NG1 1AA", "ng11aa", "NG1 1AB", "NG1 2AA", "NG11 1AA", "NG1 1", "NG1", "NG", "NG11",
	"BFPO 5", "BFPO 58", "BFPO", "BF", "BF1 3AA", "ZZ99 3CZ", "ZZ99", "ZZ", "GIR 0AA", "GIR",
	"B1 2", "B12", "W1A 1AA", "W1A", "10", "10.0", "9.999999999", "-3", "-4", "-0", "0.5",
	"2.5", "10-19", "7-16", "-23 to -4", "under -5", "18+", "0 to under 2.5", "0-0", "100",
	"" };

#define VALUES (sizeof values / sizeof *values)

static enum change_result
at_level(struct one_change *one, const char *value, unsigned level, char *out)
{
	const struct change_record record = { field_of(""), field_of("2026-06-15") };
	struct field text = { "", 0 };
	enum change_result result =
	    change_value(one->change, field_of(value), &record, level, &text);

	if (result != CHANGE_FAILED && text.length != 0)
		memcpy(out, text.data, text.length);
	out[result == CHANGE_FAILED ? 0 : text.length] = '\0';
	return result;
}

/* Two values that are one on a level are one on the next; what comes out stays as it is,
 * on its own level, and leads on as its value does. */
static void
test_levels(void)
{
	for (size_t i = 0; i < sizeof laddered / sizeof *laddered; i++) {
		struct one_change one;
		bool monotone = true;
		bool settled = true;

		open_change(&one, laddered[i]);
		for (unsigned level = 0; level + 1 < change_levels(one.change); level++)
			for (size_t pair = 0; pair < VALUES * VALUES; pair++) {
				const char *value = values[pair % VALUES];
				const char *other = values[pair / VALUES];
				char a[64], b[64], c[64], d[64];

				if (at_level(&one, value, level, a) == CHANGE_FAILED
				    || at_level(&one, other, level, b) == CHANGE_FAILED
				    || strcmp(a, b) != 0)
					continue;
				monotone = monotone
				    && at_level(&one, value, level + 1, c) != CHANGE_FAILED
				    && at_level(&one, other, level + 1, d) != CHANGE_FAILED
				    && strcmp(c, d) == 0;
				/* an age is no birth date */
				if (strcmp(change_kind(one.change), "age") != 0 || level == 0)
					settled = settled
					    && at_level(&one, a, level, c) == CHANGE_SAME
					    && at_level(&one, a, level + 1, c) != CHANGE_FAILED
					    && strcmp(c, d) == 0;
				if (!monotone || !settled) {
					printf("# %s: level %u of %s and %s\n", laddered[i], level,
					    value, other);
					pair = VALUES * VALUES - 1;
				}
			}
		CHECK(monotone);
		CHECK(settled);
		close_change(&one);
	}
}

int
main(void)
{
	test_faults();
	test_freeze();
	test_levels();
	return unit_done();
}
