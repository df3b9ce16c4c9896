/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Decimals: what is a number, what is written, and sums that keep their bits in
 * any order and partition.
 */
#include "unit.h"

#include "../../filters/lib/decimal.h"

#include <stdlib.h>

static enum decimal_status
parse(const char *text, struct decimal *decimal)
{
	return decimal_parse(field_of(text), decimal);
}

static bool
parses_as(const char *text, int64_t digits, unsigned scale)
{
	struct decimal decimal = { 0 };

	return parse(text, &decimal) == DECIMAL_OK && decimal.digits == digits
	    && decimal.scale == scale;
}

static struct decimal
of(const char *text)
{
	struct decimal decimal = { 0 };

	CHECK(parse(text, &decimal) == DECIMAL_OK);
	return decimal;
}

static void
test_parse(void)
{
	static const char *const refused[] = { "", "+", "-", ".", "5.", ".5", "-.5", "12x", "x12",
		" 5", "5 ", "1e5", "1,5", "1.2.3", "--5", "0x10", "inf", "nan", "\xD9\xA3", "*",
		"12345678901234567890x", "12345678901234567890.", "1.2345678901234567890.1" };
	struct decimal decimal;

	CHECK(parses_as("5", 5, 0));
	CHECK(parses_as("12.5", 125, 1));
	CHECK(parses_as("-12.50", -1250, 2));
	CHECK(parses_as("+7", 7, 0));
	CHECK(parses_as("0", 0, 0));
	CHECK(parses_as("-0", 0, 0));
	CHECK(parses_as("000835", 835, 0));
	CHECK(parses_as("999999999999999999", 999999999999999999, 0));
	CHECK(parses_as("-999999999.999999999", -999999999999999999, 9));
	CHECK(parses_as("00000000000000000000000042.5", 425, 1));
	CHECK(parses_as("9.87654321012345", 987654321012345, 14));
	CHECK(parses_as("-999.999999999999999", -999999999999999999, 15));
	CHECK(parses_as("0000000000000.123456789012345", 123456789012345, 15));
	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
		if (parse(refused[i], &decimal) != DECIMAL_NOT_A_NUMBER)
			CHECK_TEXT("taken as a number", refused[i]);
	}
	CHECK(decimal_parse((struct field){ "5\0", 2 }, &decimal) == DECIMAL_NOT_A_NUMBER);
	CHECK(parse("1000000000000000000", &decimal) == DECIMAL_TOO_LONG);
	CHECK(parse("9999999999999999999", &decimal) == DECIMAL_TOO_LONG);
	CHECK(parse("99999999999999999999999", &decimal) == DECIMAL_TOO_LONG);
	CHECK(parse("0.1234567890123456", &decimal) == DECIMAL_TOO_LONG);
	CHECK(parse("1000.000000000000000", &decimal) == DECIMAL_TOO_LONG);
	CHECK(parse("0.00000000000000000000000001", &decimal) == DECIMAL_TOO_LONG);
}

static void
test_compare(void)
{
	CHECK(decimal_compare(of("1.50"), of("1.5")) == 0);
	CHECK(decimal_compare(of("-2"), of("1.5")) == -1);
	CHECK(decimal_compare(of("0.000000001"), of("0")) == 1);
	CHECK(decimal_compare(of("999999999999999999"), of("999999999.999999999")) == 1);
	CHECK(decimal_compare(of("0"), of("-0.0")) == 0);
	CHECK(decimal_compare(of("999999999999999999"), of("999.999999999999999")) == 1);
	CHECK(decimal_compare(of("-999999999999999999"), of("0.000000000000001")) == -1);
	CHECK(decimal_compare(of("0.300000000000000"), of("0.3")) == 0);
	CHECK(decimal_compare(of("0.300000000000001"), of("0.3")) == 1);
	CHECK_NUMBER(decimal_value(of("9.87654321012345")), 9.87654321012345, 0);
	CHECK_NUMBER(decimal_value(of("-999.999999999999999")), -999.999999999999999, 0);
	CHECK_NUMBER(decimal_value(of("12.5")), 12.5, 0);
	CHECK_NUMBER(decimal_value(of("-0.1")), -0.1, 0);
	CHECK_NUMBER(decimal_value(of("999999999999999999")), 999999999999999999.0, 0);
	CHECK_NUMBER(decimal_value(of("123456789.123456789")), 123456789.123456789, 0);
}

static void
writes(double value, unsigned decimals, const char *expected)
{
	char text[DECIMAL_TEXT_MAX];
	size_t length = decimal_write(value, decimals, text);

	CHECK_TEXT(text, expected);
	CHECK(length == strlen(expected));
}

static void
writes_short(double value, unsigned decimals, const char *expected)
{
	char text[DECIMAL_TEXT_MAX];
	size_t length = decimal_write_short(value, decimals, text);

	CHECK_TEXT(text, expected);
	CHECK(length == strlen(expected));
}

static void
test_write_short(void)
{
	writes_short(0.5, 3, "0.5");
	writes_short(3, 9, "3");
	writes_short(0, 6, "0");
	writes_short(-0.0004, 3, "0");
	writes_short(120, 0, "120");
	writes_short(100.25, 2, "100.25");
	writes_short(1e300, 2, "");
	writes_short(NAN, 2, "");
}

static void
test_write(void)
{
	writes(0.125, 2, "0.13");
	writes(2.675, 2, "2.68");
	writes(1.005, 2, "1.01");
	writes(-2.675, 2, "-2.68");
	writes(0.285, 2, "0.29");
	writes(0.5, 0, "1");
	writes(2.5, 0, "3");
	writes(1.4999999999999998, 0, "1");
	writes(-0.0, 0, "0");
	writes(-0.004, 2, "0.00");
	writes(-0.005, 2, "-0.01");
	writes(9.995, 2, "10.00");
	writes(99.95, 1, "100.0");
	writes(0, 3, "0.000");
	writes(3, 0, "3");
	writes(1.0 / 3, 6, "0.333333");
	writes(1234567.891, 1, "1234567.9");
	writes(99999999999999.5, 0, "100000000000000");
	writes(999999999999999.5, 0, "1000000000000000");
	writes(1e15, 2, "1000000000000000.00");
	writes(123456789012345680.0, 0, "123456789012345680");
	writes(1e22, 0, "10000000000000000000000");
	writes(0.1, 20, "0.10000000000000000000");
	writes(0.1, 30, "0.100000000000000000000000000000");
	writes(5e-324, 3, "0.000");
	writes(1e300, 0, "");
	writes(NAN, 2, "");
	writes(INFINITY, 2, "");
	writes(0.9999999999999999, 16, "0.9999999999999999");
	writes(0.9999999999999999, 15, "1.000000000000000");
}

/* All thousandths, as an exact integer rounds them. */
static void
test_write_ties(void)
{
	char text[DECIMAL_TEXT_MAX];
	char expected[DECIMAL_TEXT_MAX];
	unsigned wrong = 0;

	for (int i = 0; i < 200000; i++) {
		int rounded = (i + 5) / 10;

		decimal_write(i / 1000.0, 2, text);
		snprintf(expected, sizeof expected, "%d.%02d", rounded / 100, rounded % 100);
		wrong += strcmp(text, expected) != 0;
	}
	CHECK(wrong == 0);
}

static bool
same(const struct decimal_sum *a, const struct decimal_sum *b)
{
	return a->count == b->count && a->scale == b->scale && a->sum == b->sum
	    && a->squares.high == b->squares.high && a->squares.low == b->squares.low;
}

static struct decimal
random_decimal(void)
{
	static const int64_t limits[] = { 5, 1000, 100000000 };
	unsigned scale = (unsigned)(rand() % 5);

	return (struct decimal){ rand() % limits[rand() % 3] - limits[0], scale };
}

static void
test_any_order(void)
{
	enum { COUNT = 3000 };
	static struct decimal values[COUNT];
	struct decimal_sum all = { 0 };

	srand(1);
	for (size_t i = 0; i < COUNT; i++) {
		values[i] = random_decimal();
		decimal_sum_add(&all, values[i]);
	}
	for (unsigned round = 0; round < 20; round++) {
		struct decimal_sum parts[7] = { { 0 } };
		struct decimal_sum merged = { 0 };

		for (size_t i = COUNT - 1; i > 0; i--) {
			size_t j = (size_t)rand() % (i + 1);
			struct decimal held = values[i];

			values[i] = values[j];
			values[j] = held;
		}
		for (size_t i = 0; i < COUNT; i++)
			decimal_sum_add(&parts[rand() % 7], values[i]);
		for (size_t i = 0; i < 7; i++)
			decimal_sum_merge(&merged, &parts[(i * 3 + round) % 7]);
		CHECK(same(&merged, &all));
	}
}

static struct decimal_sum
sum_of(const char *const *texts)
{
	struct decimal_sum sum = { 0 };

	for (; *texts != NULL; texts++)
		decimal_sum_add(&sum, of(*texts));
	return sum;
}

static void
test_figures(void)
{
	const char *const simple[] = { "2", "4", "4", "4", "5", "5", "7", "9", NULL };
	const char *const mixed[] = { "0.1", "0.2", "0.30", "-0.6", NULL };
	/* Close to each other and far from 0: floating sums of squares lose all here. */
	const char *const far[] = { "100000000000000004", "100000000000000007",
		"100000000000000013", "100000000000000016", NULL };
	const char *const equal[] = { "0.7", "0.7", "0.7", NULL };
	struct decimal_sum sum = { 0 };

	CHECK_NUMBER(decimal_sum_mean(&sum), NAN, 0);
	CHECK_NUMBER(decimal_sum_total(&sum), 0, 0);
	CHECK_NUMBER(decimal_sum_deviation(&sum), NAN, 0);
	decimal_sum_add(&sum, of("3"));
	CHECK_NUMBER(decimal_sum_mean(&sum), 3, 0);
	CHECK_NUMBER(decimal_sum_deviation(&sum), NAN, 0);
	sum = sum_of(simple);
	CHECK_NUMBER(decimal_sum_mean(&sum), 5, 0);
	CHECK_NUMBER(decimal_sum_total(&sum), 40, 0);
	CHECK_NUMBER(decimal_sum_deviation(&sum), sqrt(32.0 / 7), 1e-15);
	sum = sum_of(mixed);
	CHECK_NUMBER(decimal_sum_total(&sum), 0, 0);
	CHECK_NUMBER(decimal_sum_mean(&sum), 0, 0);
	CHECK_NUMBER(decimal_sum_deviation(&sum), sqrt(0.5 / 3), 1e-15);
	sum = sum_of(far);
	CHECK_NUMBER(decimal_sum_deviation(&sum), sqrt(30), 1e-15);
	CHECK_NUMBER(decimal_sum_mean(&sum), 100000000000000010.0, 0);
	sum = sum_of(equal);
	CHECK_NUMBER(decimal_sum_mean(&sum), 0.7, 0);
	CHECK_NUMBER(decimal_sum_deviation(&sum), 0, 0);
}

static struct decimal_sum
many_of(const char *text, size_t count)
{
	struct decimal decimal = of(text);
	struct decimal_sum sum = { 0 };

	for (size_t i = 0; i < count; i++)
		decimal_sum_add(&sum, decimal);
	return sum;
}

/* The figures of published means, and of such a one among large whole numbers. */
static void
test_many_decimals(void)
{
	const char *const mixed[] = { "10000", "20000", "0.123456789012345", "-40000", "90000",
		"999999999999999999", NULL };
	struct decimal_sum sum = many_of("9.87654321012345", 1000000);
	struct decimal_sum other = many_of("9.87654321012347", 1000000);

	CHECK(!decimal_sum_overflows(&sum));
	CHECK_NUMBER(decimal_sum_mean(&sum), 9.87654321012345, 0);
	CHECK_NUMBER(decimal_sum_total(&sum), 9876543.21012345, 0);
	CHECK_NUMBER(decimal_sum_deviation(&sum), 0, 0);
	decimal_sum_merge(&sum, &other);
	CHECK_NUMBER(decimal_sum_mean(&sum), 9.87654321012346, 0);
	CHECK_NUMBER(decimal_sum_deviation(&sum), 1e-14 * sqrt(2e6 / (2e6 - 1)), 1e-28);

	sum = many_of("30000", 500000);
	other = many_of("50000", 500000);
	decimal_sum_merge(&sum, &other);
	decimal_sum_add(&sum, of("0.123456789012345"));
	CHECK_NUMBER(decimal_sum_mean(&sum), 39999.96000016345662555571944, 0);
	/* 10^6 values 10^4 from their mean, and one 4 10^4 from it: of the squares,
	 * n - 1 parts of 10^8 and one of a^2 n / (n + 1), by Welford's step */
	CHECK_NUMBER(decimal_sum_deviation(&sum),
	    sqrt((1e14 + 39999.876543210987655 * 39999.876543210987655 * 1e6 / 1000001) / 1e6),
	    1e-8);

	sum = sum_of(mixed);
	CHECK(!decimal_sum_overflows(&sum));
	/* all but the fraction adds up to 10^18 + 79999 */
	CHECK_NUMBER(decimal_sum_mean(&sum), 1000000000000079999.123456789012345 / 6, 0);
	CHECK(isfinite(decimal_sum_deviation(&sum)));
}

/* Doubled so often that it overflows, and one value last or first. */
static bool
overflows_either_way(const char *text, unsigned doublings, const char *next)
{
	struct decimal_sum first = { 0 };
	struct decimal_sum last = { 0 };
	struct decimal_sum one = many_of(text, 1);

	decimal_sum_add(&first, of(next));
	for (unsigned i = 0; i < doublings; i++)
		decimal_sum_merge(&one, &one);
	decimal_sum_merge(&first, &one);
	last = one;
	decimal_sum_add(&last, of(next));
	CHECK(same(&first, &last));
	CHECK(isnan(decimal_sum_mean(&last)) == decimal_sum_overflows(&last));
	CHECK(isnan(decimal_sum_total(&last)) == decimal_sum_overflows(&last));
	CHECK(isnan(decimal_sum_deviation(&last)) == decimal_sum_overflows(&last));
	return decimal_sum_overflows(&last);
}

static void
test_overflow(void)
{
	const char *const widest = "999999999999999999";
	struct decimal_sum up = many_of(widest, 1);
	struct decimal_sum down = many_of("-999999999999999999", 1);
	struct decimal_sum fine = { 0 };
	struct decimal_sum balanced;

	/* 2^127 / 10^33 is 170141.18 */
	CHECK(!overflows_either_way(widest, 17, "0.000000000000001"));
	CHECK(overflows_either_way(widest, 18, "0.000000000000001"));
	CHECK(!overflows_either_way(widest, 60, "1"));
	/* the squares are past 256 bits as well */
	CHECK(overflows_either_way(widest, 40, "0.000000000000001"));
	CHECK(!overflows_either_way("9.87654321012345", 60, "9.87654321012345"));
	CHECK(!overflows_either_way("10000", 60, "0.000000000000001"));

	/* Signs that cancel neither hide an overflow nor make one. */
	for (unsigned i = 0; i < 18; i++) {
		decimal_sum_merge(&up, &up);
		decimal_sum_merge(&down, &down);
	}
	balanced = up;
	decimal_sum_merge(&balanced, &down);
	CHECK(!decimal_sum_overflows(&balanced));
	CHECK_NUMBER(decimal_sum_mean(&balanced), 0, 0);
	decimal_sum_add(&balanced, of("0.000000000000001"));
	CHECK(decimal_sum_overflows(&balanced));
	decimal_sum_add(&fine, of("0.000000000000001"));
	decimal_sum_merge(&fine, &up);
	decimal_sum_merge(&fine, &down);
	CHECK(same(&fine, &balanced));
}

int
main(void)
{
	test_parse();
	test_compare();
	test_write();
	test_write_short();
	test_write_ties();
	test_any_order();
	test_figures();
	test_many_decimals();
	test_overflow();
	return unit_done();
}
