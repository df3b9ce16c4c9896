/* SPDX-License-Identifier: GPL-3.0-or-later */
/* field and diag: numbers as a whole, order, nearest names. */
#include "../../filters/lib/diag.h"
#include "unit.h"

static void
check_integer(const char *text, bool good, int64_t expected)
{
	int64_t value = 0;

	CHECK(field_to_integer(field_of(text), &value) == good);
	CHECK(value == expected);
}

static void
check_integers(void)
{
	check_integer("0", true, 0);
	check_integer("-12", true, -12);
	check_integer("+7", true, 7);
	check_integer("007", true, 7);
	check_integer("9223372036854775807", true, INT64_MAX);
	check_integer("-9223372036854775808", true, INT64_MIN);
	check_integer("9223372036854775808", false, 0);
	check_integer("-9223372036854775809", false, 0);
	check_integer("", false, 0);
	check_integer("-", false, 0);
	check_integer("12x", false, 0);
	check_integer(" 1", false, 0);
	check_integer("1.0", false, 0);
}

static void
check_order(void)
{
	CHECK(field_compare(field_of("a"), field_of("b")) < 0);
	CHECK(field_compare(field_of("a"), field_of("ab")) < 0);
	CHECK(field_compare(field_of("ab"), field_of("ab")) == 0);
	CHECK(field_compare(field_of("\xc3\xa9"), field_of("z")) > 0);
	CHECK(field_compare(field_of(""), field_of("")) == 0);
	CHECK_FIELD(field_trim(field_of(" \t a b ")), "a b");
	CHECK_FIELD(field_trim(field_of("  ")), "");
}

static void
check_symbols(void)
{
	CHECK(field_is_suppressed(field_of("*")));
	CHECK(!field_is_suppressed(field_of("**")));
	CHECK(field_is_symbol(field_of("[c]")) && field_is_symbol(field_of("[low]")));
	CHECK(!field_is_symbol(field_of("[]")) && !field_is_symbol(field_of("[C]")));
	CHECK(!field_is_symbol(field_of("c")));
}

static const char *
nearest(const char *typed)
{
	static const char *const names[] = { "team", "date", "comment", "record_id" };

	return diag_nearest(typed, strlen(typed), names, sizeof names / sizeof *names);
}

int
main(void)
{
	check_integers();
	check_order();
	check_symbols();
	CHECK_TEXT(nearest("taem"), "team");
	CHECK_TEXT(nearest("coment"), "comment");
	CHECK_TEXT(nearest("recordid"), "record_id");
	CHECK(nearest("organisation") == NULL);
	CHECK(nearest("") == NULL);
	return unit_done();
}
