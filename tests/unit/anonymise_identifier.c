/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Check digits, and the checks that rules name. */
#include "unit.h"

#include "../../filters/anonymise/redact/check.h"
#include "../../filters/anonymise/redact/identifier.h"

static bool
nhs(const char *digits)
{
	return identifier_nhs_number(digits);
}

static void
test_digits(void)
{
	char digits[IDENTIFIER_NHS_DIGITS];

	CHECK(nhs("9434765919") && nhs("9990000018") && nhs("0000000000"));
	CHECK(!nhs("9434765918"));
	/* a remainder of 1 asks for a digit of 10 */
	CHECK(!nhs("9990000010") && !nhs("1000000010"));
	CHECK(identifier_digits(field_of("94 3-x4"), digits, sizeof digits) == 4
	    && memcmp(digits, "9434", 4) == 0);
	CHECK(identifier_digits(field_of("123456789012"), digits, sizeof digits) == 12);
	CHECK(identifier_ten_digits(field_of("943 476 5918"), digits));
	CHECK(identifier_ten_digits(field_of("94 3476-5919"), digits));
	CHECK(!identifier_ten_digits(field_of("12-34567890"), digits));
	CHECK(!identifier_ten_digits(field_of("943x4765919"), digits));
}

static void
test_checks(void)
{
	struct fault fault;
	struct check_lists *lists = check_lists_new(&fault);

	CHECK(lists != NULL);
	if (lists == NULL)
		return;
	CHECK(check_helpline(lists, field_of("116 123")));
	CHECK(check_helpline(lists, field_of("0800 1111")));
	CHECK(check_helpline(lists, field_of("+44 300 123 3393")));
	CHECK(check_helpline(lists, field_of("+44 (0)300 123 3393")));
	CHECK(!check_helpline(lists, field_of("0300 123 3394")));
	CHECK(!check_helpline(lists, field_of("")));
	CHECK(!check_helpline(lists, field_of("123456789012345678901")));
	CHECK(check_pseudo_postcode(field_of("zz99 3VZ")));
	CHECK(!check_pseudo_postcode(field_of("ZZ9")));
	CHECK(check_named(field_of("nhs-number")) != NULL);
	CHECK(check_named(field_of("nothing")) == NULL);
	CHECK(check_named(field_of("nhs-number"))(lists, field_of("943-476-5919")));
	CHECK(!check_named(field_of("not-helpline"))(lists, field_of("111")));
	check_lists_free(lists);
	check_lists_free(NULL);
}

static void
test_names(void)
{
	for (size_t i = 0; i < ENTITIES; i++)
		CHECK(entity_names[i] != NULL);
	CHECK(entity_names[ENTITIES] == NULL);
	CHECK_TEXT(entity_names[ENTITY_VEHICLE], "vehicle");
	CHECK_TEXT(entity_names[ENTITY_OTHER], "other");
}

int
main(void)
{
	test_digits();
	test_checks();
	test_names();
	return unit_done();
}
