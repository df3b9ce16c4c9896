/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of the order in which levels are tried. */
#include "../../filters/anonymise/classes/steps.h"
#include "unit.h"

static struct steps steps;

static bool
make(size_t quasi, const unsigned *forms, enum privacy_act act)
{
	struct privacy privacy = { .quasi_count = quasi, .act = act };
	struct fault fault = { { 0 } };
	bool good;

	for (size_t i = 0; i < quasi; i++)
		privacy.quasi[i] = "column";
	steps_release(&steps);
	good = steps_init(&steps, &privacy, forms, &fault);
	if (!good)
		printf("# %s\n", fault.message);
	return good;
}

/* A digit a column, the steps with a blank between. */
static void
check_steps(const char *expected)
{
	char text[512];
	size_t length = 0;

	for (size_t step = 0; step < steps.count; step++) {
		if (step > 0)
			text[length++] = ' ';
		for (size_t i = 0; i < steps.quasi; i++)
			text[length++] = (char)('0' + steps_levels(&steps, step)[i]);
	}
	text[length] = '\0';
	CHECK_TEXT(text, expected);
}

/* No levels are tried twice, and the last ones are all suppressed. */
static bool
is_sound(void)
{
	for (size_t a = 0; a < steps.count; a++)
		for (size_t b = 0; b < a; b++)
			if (memcmp(steps_levels(&steps, a), steps_levels(&steps, b), steps.quasi)
			    == 0)
				return false;
	for (size_t i = 0; i < steps.quasi; i++)
		if (steps_levels(&steps, steps.count - 1)[i] != steps.forms[i])
			return false;
	return true;
}

int
main(void)
{
	static const unsigned ones[] = { 1, 1, 1 };
	static const unsigned forms[] = { 1, 3, 2 };
	static const unsigned many[] = { 4, 1, 7, 3, 2, 5, 1, 6 };
	static const unsigned most[] = { 200, 200, 200 };

	CHECK(make(3, ones, PRIVACY_SUPPRESS_RECORDS));
	check_steps("000");
	CHECK(make(3, forms, PRIVACY_SUPPRESS_CELLS)); /* levels are not asked for */
	check_steps("000 001 010 100 011 101 111");
	CHECK(is_sound());
	CHECK(make(3, forms, PRIVACY_GENERALISE));
	check_steps("000 001 010 020 002 030 100 " /* the record as it came; round of 000 */
	            "011 021 031 101 "             /* 001: the last column raised */
	            "012 111 "                     /* 011: now the one that was raised the least */
	            "022 121 "                     /* 021 */
	            "032 122 "                     /* 022: the last column suppressed */
	            "132");                        /* 032, and in the end all */
	CHECK(is_sound());
	CHECK(make(8, many, PRIVACY_GENERALISE));
	CHECK(is_sound());
	CHECK(!make(3, most, PRIVACY_GENERALISE));
	steps_release(&steps);
	return unit_done();
}
