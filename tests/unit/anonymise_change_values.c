/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of ages, numbers, bands, limits and masks, each at its edges. */
#include "../../filters/anonymise/change/change.h"

#include "anonymise_change.h"
#include "unit.h"

static bool
settled(const struct one_change *one, const char *value)
{
	return change_settled(one->change, field_of(value));
}

static void
test_age(void)
{
	struct one_change one;

	open_change(&one, "{\"action\":\"generalise\",\"to\":\"age\",\"at\":\"seen\"}");
	CHECK_TEXT(change_kind(one.change), "age");
	CHECK_TEXT(change_reference(one.change), "seen");
	CHECK(change_levels(one.change) == 5 && change_level(one.change) == 1);
	/* the birthday, and the day before it */
	CHECK_TEXT(change_at(&one, 1, "2008-03-15", "2026-03-15"), "18");
	CHECK_TEXT(change_at(&one, 1, "2008-03-15", "2026-03-14"), "17");
	CHECK_TEXT(change_at(&one, 1, "2026-03-14", "2026-03-14"), "0");
	/* 29 February: a year older on 1 March where there is none */
	CHECK_TEXT(change_at(&one, 1, "2008-02-29", "2026-02-28"), "17");
	CHECK_TEXT(change_at(&one, 1, "2008-02-29", "2026-03-01"), "18");
	CHECK_TEXT(change_at(&one, 1, "2008-02-29", "2028-02-28"), "19");
	CHECK_TEXT(change_at(&one, 1, "2008-02-29", "2028-02-29"), "20");
	/* a month is its first day; who was born in it is 0 */
	CHECK_TEXT(change_at(&one, 1, "2008-03-15", "2026-03"), "17");
	CHECK_TEXT(change_at(&one, 1, "2008-03-01", "2026-03"), "18");
	CHECK_TEXT(change_at(&one, 1, "2026-03-31", "2026-03"), "0");
	CHECK_TEXT(change_at(&one, 1, "2026-04-01", "2026-03"), "FAILED");
	/* born after it, no reference, or one too long; too old; no day */
	CHECK_TEXT(change_at(&one, 1, "2026-03-15", "2026-03-14"), "FAILED");
	CHECK_TEXT(change_at(&one, 1, "2008-03-15", ""), "FAILED");
	CHECK_TEXT(change_at(&one, 1, "2008-03-15", "*"), "FAILED");
	CHECK_TEXT(change_at(&one, 1, "2008-03-15", "2026-Q1"), "FAILED");
	CHECK_TEXT(change_at(&one, 1, "2008-03-15", "2026"), "FAILED");
	CHECK_TEXT(change_at(&one, 1, "2008-03-15", "2025/26"), "FAILED");
	CHECK_TEXT(change_at(&one, 1, "1900-03-15", "2026-03-14"), "90+");
	CHECK_TEXT(change_at(&one, 1, "1900-03-15", "2026-03-15"), "FAILED");
	CHECK_TEXT(change_at(&one, 1, "2008-03", "2026-03-15"), "FAILED");
	CHECK_TEXT(change_at(&one, 1, "34", "2026-03-15"), "FAILED");
	CHECK_TEXT(change_at(&one, 1, "1936-03-16", "2026-03-15"), "89");
	CHECK_TEXT(change_at(&one, 1, "1936-03-15", "2026-03-15"), "90+");
	/* the levels */
	CHECK_TEXT(change_at(&one, 0, "1936-03-16", ""), "1936-03-16");
	CHECK_TEXT(change_at(&one, 2, "1936-03-16", "2026-03-15"), "85-89");
	CHECK_TEXT(change_at(&one, 3, "1936-03-16", "2026-03-15"), "80-89");
	CHECK_TEXT(change_at(&one, 4, "1936-03-16", "2026-03-15"), "80+");
	CHECK_TEXT(change_at(&one, 3, "1936-03-15", "2026-03-15"), "90+");
	CHECK_TEXT(change_at(&one, 4, "1966-03-15", "2026-03-15"), "60-79");
	CHECK(settled(&one, "0") && settled(&one, "89") && settled(&one, "90+"));
	CHECK(!settled(&one, "90") && !settled(&one, "91+") && !settled(&one, "007"));
	CHECK(!settled(&one, "18-24") && !settled(&one, "2008-03-15") && !settled(&one, ""));
	CHECK(!settled(&one, "999999999999999999999"));
	close_change(&one);
}

static void
test_age_band(void)
{
	struct one_change one;

	open_change(&one,
	    "{\"action\":\"generalise\",\"to\":\"age-band\",\"at\":\"seen\",\"bands\":[16,18,25,26,"
	    "85]}");
	CHECK(change_levels(one.change) == 3 && change_level(one.change) == 2);
	CHECK_TEXT(change_at(&one, 2, "2008-03-15", "2026-03-14"), "16-17");
	CHECK_TEXT(change_at(&one, 2, "2008-03-15", "2026-03-15"), "18-24");
	CHECK_TEXT(change_at(&one, 2, "2026-03-15", "2026-03-15"), "0-15");
	CHECK_TEXT(change_at(&one, 2, "2001-03-15", "2026-03-15"), "25");
	CHECK_TEXT(change_at(&one, 2, "1941-03-16", "2026-03-15"), "26-84");
	CHECK_TEXT(change_at(&one, 2, "1941-03-15", "2026-03-15"), "85+");
	CHECK(settled(&one, "0-15") && settled(&one, "25") && settled(&one, "85+"));
	CHECK(!settled(&one, "18") && !settled(&one, "18-25") && !settled(&one, "90+"));
	close_change(&one);
	open_change(
	    &one, "{\"action\":\"generalise\",\"to\":\"age-band\",\"at\":\"seen\",\"top\":125}");
	CHECK(change_level(one.change) == 3);
	CHECK_TEXT(change_at(&one, 3, "1901-03-15", "2026-03-15"), "120+");
	CHECK_TEXT(change_at(&one, 1, "1901-03-15", "2026-03-15"), "125+");
	CHECK_TEXT(change_at(&one, 1, "1901-03-16", "2026-03-15"), "124");
	close_change(&one);
}

static void
test_band(void)
{
	struct one_change one;

	open_change(&one, "{\"action\":\"generalise\",\"to\":\"band\",\"width\":10}");
	CHECK(change_levels(one.change) == 5 && change_level(one.change) == 1);
	CHECK_TEXT(changed(&one, "0"), "0-9");
	CHECK_TEXT(changed(&one, "-0"), "0-9");
	CHECK_TEXT(changed(&one, "9"), "0-9");
	CHECK_TEXT(changed(&one, "9.999999999"), "0-9");
	CHECK_TEXT(changed(&one, "10"), "10-19");
	CHECK_TEXT(changed(&one, "+10.0"), "10-19");
	CHECK_TEXT(changed(&one, "0010"), "10-19");
	CHECK_TEXT(changed(&one, "-1"), "-10 to -1");
	CHECK_TEXT(changed(&one, "-0.000000001"), "-10 to -1");
	CHECK_TEXT(changed(&one, "-10"), "-10 to -1");
	CHECK_TEXT(changed(&one, "-11"), "-20 to -11");
	CHECK_TEXT(changed(&one, "999999999999999999"), "999999999999999990-999999999999999999");
	CHECK_TEXT(changed(&one, "1000000000000000000"), "FAILED");
	CHECK_TEXT(changed(&one, "1e3"), "FAILED");
	CHECK_TEXT(changed(&one, "1,000"), "FAILED");
	CHECK_TEXT(changed(&one, "ten"), "FAILED");
	CHECK_TEXT(change_at(&one, 2, "-1", ""), "-20 to -1");
	CHECK_TEXT(change_at(&one, 3, "39", ""), "0-39");
	CHECK_TEXT(change_at(&one, 4, "40", ""), "0-79");
	CHECK_TEXT(change_at(&one, 0, "40", ""), "40");
	/* what is a band already */
	CHECK_TEXT(changed(&one, "10-19"), "10-19");
	CHECK_TEXT(change_at(&one, 2, "10-19", ""), "0-19");
	CHECK_TEXT(changed(&one, "0-19"), "FAILED");
	CHECK_TEXT(changed(&one, "10-18"), "FAILED");
	CHECK_TEXT(changed(&one, "10-"), "FAILED");
	CHECK(settled(&one, "10-19") && settled(&one, "-10 to -1"));
	CHECK(!settled(&one, "12") && !settled(&one, "0-19") && !settled(&one, "under 0"));
	close_change(&one);
	open_change(
	    &one, "{\"action\":\"generalise\",\"to\":\"band\",\"width\":0.1,\"from\":0.05}");
	CHECK_TEXT(changed(&one, "0.15"), "0.15 to under 0.25");
	CHECK_TEXT(changed(&one, "0.149999999"), "0.05 to under 0.15");
	CHECK_TEXT(changed(&one, "0"), "-0.05 to under 0.05");
	CHECK_TEXT(changed(&one, "0.15 to under 0.25"), "0.15 to under 0.25");
	/* edges longer than any number that is read */
	CHECK_TEXT(changed(&one, "-999999999999999999"),
	    "-999999999999999999.05 to under -999999999999999998.95");
	CHECK(settled(&one, "-999999999999999999.05 to under -999999999999999998.95"));
	close_change(&one);
	open_change(&one, "{\"action\":\"generalise\",\"to\":\"band\",\"width\":1}");
	CHECK_TEXT(changed(&one, "3.7"), "3");
	CHECK_TEXT(changed(&one, "3"), "3");
	CHECK_TEXT(change_at(&one, 2, "3", ""), "2-3");
	close_change(&one);
}

static void
test_own_bands(void)
{
	struct one_change one;

	open_change(&one, "{\"action\":\"generalise\",\"to\":\"band\",\"bands\":[-5,0,7,8,40]}");
	CHECK(change_levels(one.change) == 2);
	CHECK_TEXT(changed(&one, "-5.5"), "under -5");
	CHECK_TEXT(changed(&one, "-5"), "-5 to -1");
	CHECK_TEXT(changed(&one, "6.9"), "0-6");
	CHECK_TEXT(changed(&one, "7"), "7");
	CHECK_TEXT(changed(&one, "39"), "8-39");
	CHECK_TEXT(changed(&one, "40"), "40+");
	CHECK(settled(&one, "under -5") && settled(&one, "40+") && settled(&one, "7"));
	CHECK(!settled(&one, "under 0") && !settled(&one, "8+") && !settled(&one, "40"));
	close_change(&one);
	open_change(&one, "{\"action\":\"generalise\",\"to\":\"band\",\"bands\":[0,7.5,37.5]}");
	CHECK_TEXT(changed(&one, "7"), "0 to under 7.5");
	CHECK_TEXT(changed(&one, "7.5"), "7.5 to under 37.5");
	CHECK_TEXT(changed(&one, "37.5"), "37.5+");
	close_change(&one);
}

static void
test_limits(void)
{
	struct one_change one;

	open_change(&one, "{\"action\":\"top-bottom-code\",\"bottom\":18,\"top\":90}");
	CHECK(change_levels(one.change) == 1 && change_level(one.change) == 0);
	CHECK_TEXT(changed(&one, "17.999"), "18");
	CHECK_TEXT(changed(&one, "18"), "18");
	CHECK_TEXT(changed(&one, "18.0"), "18.0");
	CHECK_TEXT(changed(&one, "90"), "90");
	CHECK_TEXT(changed(&one, "90.000000001"), "90");
	CHECK_TEXT(changed(&one, "-7"), "18");
	CHECK_TEXT(changed(&one, "90+"), "FAILED");
	CHECK_TEXT(changed(&one, "9999999999999999999"), "FAILED");
	CHECK(settled(&one, "90") && !settled(&one, "91") && !settled(&one, "x"));
	close_change(&one);
	open_change(&one, "{\"action\":\"top-bottom-code\",\"top\":-0.5}");
	CHECK_TEXT(changed(&one, "0"), "-0.5");
	CHECK_TEXT(changed(&one, "-100"), "-100");
	close_change(&one);
}

static void
test_mask(void)
{
	struct one_change one;

	open_change(&one, "{\"action\":\"mask\",\"first\":2,\"last\":1}");
	CHECK(change_wants(one.change) == NULL);
	CHECK_TEXT(changed(&one, "abcdef"), "abXXXXf");
	CHECK_TEXT(changed(&one, "abcdefghijklmnopqrstuvwxyz"), "abXXXXz");
	/* more shown than hidden */
	CHECK_TEXT(changed(&one, "abcde"), "XXXX");
	CHECK_TEXT(changed(&one, "a"), "XXXX");
	CHECK_TEXT(changed(&one, "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80xy\xC3\xA9"),
	    "\xC3\xA9\xE2\x82\xACXXXX\xC3\xA9");
	CHECK_TEXT(changed(&one, "abXXXXf"), "abXXXXf");
	CHECK_TEXT(changed(&one, "XXXX"), "XXXX");
	CHECK_TEXT(changed(&one, "XXXXXX"), "XXXXXXX");
	CHECK(settled(&one, "abXXXXf") && settled(&one, "XXXX") && !settled(&one, "abXXXf"));
	close_change(&one);
	open_change(&one, "{\"action\":\"mask\"}");
	CHECK_TEXT(changed(&one, "abcdefgh"), "XXXX");
	CHECK(settled(&one, "XXXX") && !settled(&one, "aXXXX"));
	close_change(&one);
	open_change(&one, "{\"action\":\"mask\",\"last\":4}");
	CHECK_TEXT(changed(&one, "0115 496 0123"), "XXXX0123");
	close_change(&one);
}

int
main(void)
{
	test_age();
	test_age_band();
	test_band();
	test_own_bands();
	test_limits();
	test_mask();
	return unit_done();
}
