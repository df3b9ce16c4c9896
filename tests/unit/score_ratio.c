/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact fractions: against each other, at their bounds, and past them. */
#include "../../filters/score/scale/ratio.h"
#include "draw.h"
#include "unit.h"

#define E18 ((decimal_wide)1000000000000000000)
static const decimal_wide largest = E18 * E18;

static bool
same(struct ratio a, decimal_wide numerator, decimal_wide divisor)
{
	return ratio_compare(a, (struct ratio){ numerator, divisor }) == 0;
}

static struct ratio
of(decimal_wide numerator, decimal_wide divisor)
{
	return (struct ratio){ numerator, divisor };
}

static void
check_bounds(void)
{
	struct ratio ratio;

	CHECK(ratio_set(&ratio, largest, largest));
	CHECK(ratio_set(&ratio, -largest, 1));
	CHECK(!ratio_set(&ratio, largest + 1, 1));
	CHECK(!ratio_set(&ratio, -largest - 1, 1));
	CHECK(!ratio_set(&ratio, 1, largest + 1));
	CHECK(!ratio_set(&ratio, 1, 0));
	CHECK(!ratio_set(&ratio, 1, -1));
	CHECK(same(ratio_of((struct decimal){ -25, 1 }), -5, 2));
	CHECK(same(ratio_of((struct decimal){ 999999999999999999, 15 }), 999999999999999999,
	    1000000000000000));
	CHECK(same(ratio_of((struct decimal){ 0, 9 }), 0, 1));

	ratio = of(largest, 1);
	CHECK(!ratio_add(&ratio, of(1, 1)));
	ratio = of(largest, 1);
	CHECK(ratio_add(&ratio, of(-1, 1)) && same(ratio, largest - 1, 1));
	ratio = of(largest, 1);
	CHECK(!ratio_multiply(&ratio, of(2, 1)));
	ratio = of(1, largest);
	CHECK(!ratio_multiply(&ratio, of(1, 2)));
	ratio = of(1, largest);
	CHECK(!ratio_add(&ratio, of(1, largest - 1)));
	ratio = of(1, largest);
	CHECK(!ratio_divide(&ratio, of(3, 2)));
	/* what is common goes first, within each and across */
	ratio = of(largest, largest - 1);
	CHECK(ratio_multiply(&ratio, of(largest - 1, largest)) && same(ratio, 1, 1));
	ratio = of(largest, largest);
	CHECK(ratio_multiply(&ratio, of(largest, 1)) && same(ratio, largest, 1));
	ratio = of(-largest, 1);
	CHECK(ratio_divide(&ratio, of(-largest, 1)) && same(ratio, 1, 1));
	ratio = of(largest / 2, largest);
	CHECK(ratio_add(&ratio, of(largest / 2, largest)) && same(ratio, 1, 1));
}

static void
check_signs(void)
{
	struct ratio ratio = of(1, 3);

	CHECK(ratio_divide(&ratio, of(-2, 5)) && same(ratio, -5, 6) && ratio.divisor > 0);
	CHECK(ratio_divide(&ratio, of(-5, 6)) && same(ratio, 1, 1) && ratio.divisor > 0);
	CHECK(ratio_subtract(&ratio, of(3, 2)) && same(ratio, -1, 2));
	CHECK(ratio_subtract(&ratio, of(-1, 2)) && same(ratio, 0, 1));
	CHECK(ratio_divide(&ratio, of(-7, 3)) && same(ratio, 0, 5));
	ratio_reduce(&ratio);
	CHECK(ratio.numerator == 0 && ratio.divisor == 1);
	ratio = of(-12, 18);
	ratio_reduce(&ratio);
	CHECK(ratio.numerator == -2 && ratio.divisor == 3);
	ratio = of(-largest, largest / 4);
	ratio_reduce(&ratio);
	CHECK(ratio.numerator == -4 && ratio.divisor == 1);
}

/* Small, up to 31, 32 and 63 bits, and large: so that every road is taken. */
static decimal_wide
draw_number(void)
{
	static const decimal_wide sizes[] = { 7, 100, (decimal_wide)1 << 31, (decimal_wide)1 << 33,
		(decimal_wide)INT64_MAX, E18 * 1000000 };
	decimal_wide size = sizes[draw(6)];
	decimal_wide number = ((decimal_wide)draw(1u << 30) << 60)
	    ^ ((decimal_wide)draw(1u << 30) << 30) ^ (decimal_wide)draw(1u << 30);

	return draw(8) == 0 ? size - 1 : number % size;
}

static struct ratio
draw_ratio(void)
{
	decimal_wide numerator = draw_number(), divisor = draw_number() + 1;

	return of(draw(2) == 0 ? numerator : -numerator, divisor);
}

/* (a + b) - b = a, (a b) / b = a, and the order of sums is the order of their parts. */
static void
check_laws(void)
{
	unsigned wrong = 0, done = 0;

	for (unsigned i = 0; i < 200000; i++) {
		struct ratio a = draw_ratio(), b = draw_ratio(), sum = a, product = a;
		bool added = ratio_add(&sum, b), multiplied = ratio_multiply(&product, b);
		int sign = b.numerator > 0 ? 1 : b.numerator < 0 ? -1 : 0;

		wrong += ratio_compare(a, b) != -ratio_compare(b, a);
		wrong += ratio_compare(a, a) != 0;
		if (added) {
			wrong += ratio_compare(sum, a) != sign;
			wrong += sum.divisor <= 0 || sum.divisor > largest;
			if (ratio_subtract(&sum, b)) {
				wrong += ratio_compare(sum, a) != 0;
				done++;
			}
		}
		if (multiplied && b.numerator != 0 && ratio_divide(&product, b)) {
			wrong += ratio_compare(product, a) != 0;
			done++;
		}
	}
	CHECK(wrong == 0);
	CHECK(done > 200000);
}

static void
check_order(void)
{
	CHECK(ratio_compare(of(largest, largest - 1), of(largest - 1, largest - 2)) == -1);
	CHECK(ratio_compare(of(-largest, largest - 1), of(-(largest - 1), largest - 2)) == 1);
	CHECK(ratio_compare(of(largest, 3), of(largest, 3)) == 0);
	CHECK(ratio_compare(of(largest, 3), of(largest - 1, 3)) == 1);
	CHECK(ratio_compare(of(-1, largest), of(0, 1)) == -1);
	CHECK(ratio_compare(of(1, largest), of(0, largest)) == 1);
	CHECK(ratio_compare(of(-largest, 1), of(largest, 1)) == -1);
	CHECK(ratio_compare(of(1, 3), of(333333333, 1000000000)) == 1);
	CHECK(ratio_compare(of(7, 1), of(13, 2)) == 1);
	CHECK(ratio_compare(of(6 * E18, 2 * E18), of(3, 1)) == 0);
}

static struct field
text(decimal_wide numerator, decimal_wide divisor, unsigned decimals)
{
	static char out[RATIO_TEXT_MAX];

	return (struct field){ out, ratio_write(of(numerator, divisor), decimals, out) };
}

static void
check_text(void)
{
	struct decimal decimal = { 0, 0 };
	char out[RATIO_TEXT_MAX];

	CHECK_FIELD(text(5, 1000, 2), "0.01");
	CHECK_FIELD(text(-5, 1000, 2), "-0.01");
	CHECK_FIELD(text(-49, 10000, 2), "0.00");
	CHECK_FIELD(text(0, 7, 6), "0.000000");
	CHECK_FIELD(text(-1, 2, 0), "-1");
	CHECK_FIELD(text(999999, 1000000, 2), "1.00");
	CHECK_FIELD(text(largest, 1, 0), "1000000000000000000000000000000000000");
	CHECK_FIELD(text(-largest, 1, 0), "-1000000000000000000000000000000000000");
	CHECK_FIELD(text(1, largest, 6), "0.000000");
	CHECK_FIELD(text(largest - 1, largest, 6), "1.000000");
	CHECK_FIELD(text(largest / 2, largest, 0), "1");
	CHECK_FIELD(text(largest / 2 - 1, largest, 0), "0");
	CHECK_FIELD(text(E18 * 123456789, 8, 3), "15432098625000000000000000.000");
	/* the same by either road */
	CHECK_FIELD(text(((decimal_wide)1 << 40) - 1, 3, 6), "366503875925.000000");
	CHECK_FIELD(text((decimal_wide)1 << 40, 3, 6), "366503875925.333333");
	CHECK_FIELD(text(((decimal_wide)1 << 40) + 1, 3, 6), "366503875925.666667");
	CHECK((out[0] = 0, ratio_write_count(0, out)) == 1 && out[0] == '0');
	CHECK(ratio_write_count(UINT64_MAX, out) == 20
	    && memcmp(out, "18446744073709551615", 20) == 0);

	CHECK(ratio_round(of(2, 3), 3, &decimal) && decimal.digits == 667 && decimal.scale == 3);
	CHECK(ratio_round(of(-5, 2), 0, &decimal) && decimal.digits == -3 && decimal.scale == 0);
	CHECK(ratio_round(of(999999999999999999, 1), 0, &decimal)
	    && decimal.digits == 999999999999999999);
	CHECK(!ratio_round(of(E18, 1), 0, &decimal));
	CHECK(!ratio_round(of(1000, 1), 15, &decimal));
	CHECK(ratio_round(of(999, 1), 15, &decimal));
	CHECK(!ratio_round(of(largest, 1), 15, &decimal));
}

int
main(void)
{
	check_bounds();
	check_signs();
	check_laws();
	check_order();
	check_text();
	return unit_done();
}
