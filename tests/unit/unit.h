/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * unit: a tiny TAP harness for the unit tests.
 *
 *	#include "unit.h"
 *
 *	int
 *	main(void)
 *	{
 *		CHECK(1 + 1 == 2);
 *		CHECK_TEXT(name, "score");
 *		CHECK_FIELD(field, "score");
 *		CHECK_NUMBER(mean, 2.5, 1e-12);
 *		return unit_done();
 *	}
 *
 * Each check prints one "ok" or "not ok" line; unit_done prints the plan and
 * gives the exit status: 0 when all is well and something was checked.
 */
#ifndef MHSW_UNIT_H
#define MHSW_UNIT_H

#include "../../filters/lib/field.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static unsigned unit_count;
static unsigned unit_failed;

__attribute__((unused)) static bool
unit_check(bool good, const char *file, int line, const char *what)
{
	unit_count++;
	if (!good)
		unit_failed++;
	printf("%s %u - %s:%d: %s\n", good ? "ok" : "not ok", unit_count, file, line, what);
	return good;
}

__attribute__((unused)) static bool
unit_field(struct field got, const char *expected, const char *file, int line, const char *what)
{
	bool good =
	    got.data != NULL ? field_is(got, expected) : got.length == 0 && expected[0] == '\0';

	unit_check(good, file, line, what);
	if (!good)
		printf("# got \"%.*s\", expected \"%s\"\n", (int)got.length,
		    got.data != NULL ? got.data : "", expected);
	return good;
}

__attribute__((unused)) static bool
unit_text(const char *got, const char *expected, const char *file, int line, const char *what)
{
	bool good = got != NULL && expected != NULL ? strcmp(got, expected) == 0 : got == expected;

	unit_check(good, file, line, what);
	if (!good)
		printf("# got \"%s\", expected \"%s\"\n", got != NULL ? got : "(null)",
		    expected != NULL ? expected : "(null)");
	return good;
}

/* tolerance is relative to expected, and absolute where that is 0; two NaNs agree. */
__attribute__((unused)) static bool
unit_number(
    double got, double expected, double tolerance, const char *file, int line, const char *what)
{
	double scale = fpclassify(expected) == FP_ZERO ? 1.0 : fabs(expected);
	bool good = (isnan(got) && isnan(expected)) || memcmp(&got, &expected, sizeof got) == 0
	    || fabs(got - expected) <= tolerance * scale;

	unit_check(good, file, line, what);
	if (!good)
		printf("# got %.17g, expected %.17g\n", got, expected);
	return good;
}

/* For a test that cannot run here: says why, and does not fail. */
__attribute__((unused)) static void
unit_skip(const char *why)
{
	unit_count++;
	printf("ok %u # SKIP %s\n", unit_count, why);
}

__attribute__((unused)) static int
unit_done(void)
{
	printf("1..%u\n", unit_count);
	return unit_failed != 0 || unit_count == 0;
}

#define CHECK(condition) unit_check((condition), __FILE__, __LINE__, #condition)
#define CHECK_TEXT(got, expected)                                                                  \
	unit_text((got), (expected), __FILE__, __LINE__, #got " is " #expected)
#define CHECK_EQUAL_TEXT(got, expected) CHECK_TEXT(got, expected)
#define CHECK_FIELD(got, expected)                                                                 \
	unit_field((got), (expected), __FILE__, __LINE__, #got " is " #expected)
#define CHECK_NUMBER(got, expected, tolerance)                                                     \
	unit_number((got), (expected), (tolerance), __FILE__, __LINE__, #got " is " #expected)

#endif
