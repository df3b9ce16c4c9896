/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of score --reliability: whole numbers of 256 bits, Feldt's interval, what is
 * hidden, and what is not defined. */
#include "../../filters/lib/interval.h"
#include "../../filters/lib/wide.h"
#include "../../filters/score/reliability/alpha.h"
#include "../../filters/score/reliability/statistic.h"
#include "unit.h"

static const struct decimal_squares largest = { ~(decimal_unsigned)0, ~(decimal_unsigned)0 };

static void
check_text(struct decimal_squares number, unsigned places, const char *expected)
{
	char text[WIDE_TEXT_MAX];
	struct field field = { text, wide_write(number, places, text) };
	struct decimal_squares again;

	CHECK_FIELD(field, expected);
	CHECK(wide_read(field, places, &again));
	CHECK(wide_compare(number, again) == 0);
}

static void
check_wide(void)
{
	decimal_unsigned power = (decimal_unsigned)1000000000000000;
	struct decimal_squares number = wide_product(power * power, power * power);
	struct decimal_squares other = largest, again;

	check_text((struct decimal_squares){ 0 }, 0, "0");
	check_text((struct decimal_squares){ 0 }, 30, "0");
	check_text((struct decimal_squares){ .low = 1 }, 15, "0.000000000000001");
	check_text((struct decimal_squares){ .low = power }, 15, "1");
	check_text((struct decimal_squares){ .low = 120 * power + power / 4 }, 15, "120.25");
	check_text(number, 30, "1000000000000000000000000000000");
	check_text(largest, 0,
	    "115792089237316195423570985008687907853269984665640564039457584007913129639935");
	CHECK(!wide_add(&other, (struct decimal_squares){ .low = 1 }));
	other = largest;
	CHECK(!wide_multiply(&other, 2));
	number = wide_product(~(decimal_unsigned)0, ~(decimal_unsigned)0);
	other = wide_difference(largest, number);
	CHECK(wide_add(&other, number));
	CHECK(wide_compare(other, largest) == 0);
	CHECK_NUMBER(wide_value(largest), ldexp(1, 256), 0);
	CHECK_NUMBER(wide_value((struct decimal_squares){ .high = 1 }), ldexp(1, 128), 0);
	for (const char *const *text = (const char *const[]){ "", ".", "1.", ".5", "-1", "+1", "01",
	         "1.50", "1e3", "0.0000000000000001", "1 ", "NaN", "1.2.3",
	         "115792089237316195423570985008687907853269984665640564039457584007913129639936",
	         NULL };
	     *text != NULL; text++)
		CHECK(!wide_read(field_of(*text), 15, &again));
	CHECK(!wide_read(field_of("1.5"), 0, &again));
}

static void
check_interval(double alpha, double items, double n, double confidence, double lower, double upper)
{
	struct interval interval = { 0, 0 };

	CHECK(interval_alpha(alpha, items, n, confidence, &interval));
	CHECK_NUMBER(interval.lower, lower, 1e-12);
	CHECK_NUMBER(interval.upper, upper, 1e-12);
}

/* Feldt, Woodruff and Salih 1987: alpha 0.79 of 26 items and 41 people, 90%; the digits
 * are from the incomplete beta function with 40 digits. */
static void
check_intervals(void)
{
	struct interval interval;

	check_interval(0.79, 26, 41, 0.9, 0.70467596148623767764, 0.86161445258485877604);
	check_interval(0.843, 7, 30, 0.95, 0.73913846852647641388, 0.91569640982318396964);
	check_interval(0.5, 2, 2, 0.95, -322.89450573892265433, 0.99922814374566293452);
	check_interval(-0.3, 3, 10, 0.998, -6.2247614937043753721, 0.85574959631684689534);
	CHECK(!interval_alpha(0.5, 1, 30, 0.95, &interval));
	CHECK(!interval_alpha(0.5, 7, 1, 0.95, &interval));
}

static bool
hides(const uint64_t *parts, size_t count, const char *expected)
{
	bool hidden[8];

	statistic_hide_parts(true, parts, count, hidden);
	for (size_t i = 0; i < count; i++)
		if (hidden[i] != (expected[i] == '*'))
			return false;
	return true;
}

static void
check_hiding(void)
{
	struct statistic statistic;

	CHECK(!statistic_hides(true, 0, 10));
	CHECK(statistic_hides(true, 1, 10));
	CHECK(statistic_hides(true, 4, 10));
	CHECK(!statistic_hides(true, 5, 10));
	CHECK(statistic_hides(true, 6, 10));
	CHECK(!statistic_hides(true, 10, 10));
	CHECK(!statistic_hides(false, 1, 10));
	/* what is left alone would be told by the others */
	CHECK(hides((uint64_t[]){ 97, 3, 0, 0 }, 4, "**.."));
	CHECK(hides((uint64_t[]){ 80, 3, 17, 0 }, 4, ".**."));
	/* a rest of 4 is small itself, 1 and 1 leave no choice, and neither do 4 and 4 */
	CHECK(hides((uint64_t[]){ 80, 3, 1, 16 }, 4, ".***"));
	CHECK(hides((uint64_t[]){ 80, 1, 1, 18 }, 4, ".***"));
	CHECK(hides((uint64_t[]){ 80, 4, 4, 12 }, 4, ".***"));
	CHECK(hides((uint64_t[]){ 80, 3, 2, 15 }, 4, ".**."));
	CHECK(hides((uint64_t[]){ 1, 2, 0, 0 }, 4, "**.."));
	CHECK(hides((uint64_t[]){ 80, 5, 0, 15 }, 4, "...."));
	CHECK(hides((uint64_t[]){ 0, 3, 0, 0 }, 4, ".*.."));
	/* those who answered stand in other figures too */
	CHECK(hides((uint64_t[]){ 37, 60, 3, 0 }, 4, ".**."));
	CHECK(hides((uint64_t[]){ 37, 4, 4, 0 }, 4, "***."));
	statistic = statistic_number(true, 0.5, 4, "");
	CHECK(statistic.state == STATISTIC_HIDDEN);
	statistic = statistic_number(true, 0.5, 5, "");
	CHECK(statistic.state == STATISTIC_GIVEN);
	statistic = statistic_number(false, NAN, 4, "why");
	CHECK(statistic.state == STATISTIC_UNDEFINED);
	CHECK_TEXT(statistic.reason, "why");
	/* 76 of 97: 78.3505... percent would tell 97, and so would 78.4 and 78 */
	statistic = statistic_percent(76, 97, false, "none");
	statistic_hide_records(&statistic, FORM_PERCENT, 1);
	CHECK(statistic.records_hidden);
	CHECK(statistic.state == STATISTIC_HIDDEN);
	statistic = statistic_percent(76, 497, false, "none");
	statistic_hide_records(&statistic, FORM_PERCENT, 1);
	CHECK_NUMBER(statistic.value, 15, 0);
	/* of 19: 3.84 would tell 19, and 3.8 not */
	statistic = statistic_number(true, 73.0 / 19, 19, "");
	statistic_hide_records(&statistic, FORM_AMOUNT, 1);
	CHECK_NUMBER(statistic.value, 3.8, 0);
	statistic = statistic_number(true, 73.0 / 19, 104, "");
	statistic_hide_records(&statistic, FORM_AMOUNT, 1);
	CHECK_NUMBER(statistic.value, 3.84, 0);
	statistic = statistic_number(true, 3.6, 13, "");
	statistic_hide_records(&statistic, FORM_AMOUNT, 1);
	CHECK_NUMBER(statistic.value, 4, 0);
	statistic = statistic_percent(76, 9997, false, "none");
	statistic_hide_records(&statistic, FORM_PERCENT, 1);
	CHECK_NUMBER(statistic.value, 0.8, 0);
	statistic = statistic_percent(0, 0, false, "none");
	CHECK(statistic.state == STATISTIC_UNDEFINED);
}

/* Three items: their variances and covariances; NaN: fewer than two records. */
static struct alpha
matrix(double aa, double bb, double cc, double ab, double ac, double bc)
{
	struct alpha alpha;

	alpha_open(&alpha, 3);
	alpha_set(&alpha, 0, 0, aa);
	alpha_set(&alpha, 1, 1, bb);
	alpha_set(&alpha, 2, 2, cc);
	alpha_set(&alpha, 0, 1, ab);
	alpha_set(&alpha, 0, 2, ac);
	alpha_set(&alpha, 1, 2, bc);
	alpha_settle(&alpha);
	return alpha;
}

static void
check_undefined(void)
{
	struct alpha alpha = matrix(1, 1, 0, 0.5, 0, 0);

	/* an item without variance: nothing of the whole, all of the rest */
	CHECK(alpha_raw(&alpha, ALPHA_NONE).problem == ALPHA_CONSTANT);
	CHECK(alpha_standardised(&alpha, ALPHA_NONE).problem == ALPHA_CONSTANT);
	CHECK(alpha_average_correlation(&alpha).problem == ALPHA_CONSTANT);
	CHECK_NUMBER(alpha_raw(&alpha, 2).value, 2 / 3.0, 1e-15);
	CHECK(alpha_raw(&alpha, 0).problem == ALPHA_CONSTANT);
	CHECK(alpha_item_rest(&alpha, 2).problem == ALPHA_CONSTANT);
	CHECK_NUMBER(alpha_item_rest(&alpha, 0).value, 0.5, 1e-15);
	CHECK(alpha_correlation(&alpha, 0, 2).problem == ALPHA_CONSTANT);
	alpha_release(&alpha);

	alpha = matrix(1, 1, 1, 0.5, NAN, 0.5);
	CHECK(alpha_raw(&alpha, ALPHA_NONE).problem == ALPHA_FEW_RECORDS);
	CHECK(alpha_correlation(&alpha, 0, 2).problem == ALPHA_FEW_RECORDS);
	CHECK_NUMBER(alpha_raw(&alpha, 0).value, 2 / 3.0, 1e-15);
	CHECK(alpha_item_rest(&alpha, 1).problem == ALPHA_FEW_RECORDS);
	alpha_release(&alpha);

	/* the sum of the first two does not vary */
	alpha = matrix(0.1, 0.1, 0.3, -0.1, 0, 0);
	CHECK(alpha_raw(&alpha, 2).problem == ALPHA_NO_TOTAL);
	CHECK(alpha_item_rest(&alpha, 2).problem == ALPHA_NO_TOTAL);
	CHECK_NUMBER(alpha_raw(&alpha, ALPHA_NONE).value, 1.5 * (1 - 0.5 / 0.3), 1e-12);
	alpha_release(&alpha);

	/* a variance of 10^18 beside those of 1 takes no digits from them */
	alpha = matrix(1, 1, 1e18, 0.5, 2, 3);
	CHECK_NUMBER(alpha_raw(&alpha, 2).value, 2 / 3.0, 1e-15);
	CHECK_NUMBER(alpha_raw(&alpha, ALPHA_NONE).value, 1.5 * 11 / (1e18 + 13), 1e-15);
	alpha_release(&alpha);
}

int
main(void)
{
	check_wide();
	check_intervals();
	check_hiding();
	check_undefined();
	return unit_done();
}
