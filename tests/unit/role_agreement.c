/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far two coders agree: worked examples of the papers, and the bounds of it. */
#include "../../filters/map-to-role/agree/agreement.h"
#include "../../filters/map-to-role/agree/bootstrap.h"

#include "../../filters/lib/multinomial.h"
#include "unit.h"

#define EXACT 1e-12

/* Cohen 1960, table 2: 200 people, three diagnoses; kappa .492. */
static void
test_cohen(void)
{
	static const double counts[] = { 88, 14, 18, 10, 40, 10, 2, 6, 12 };
	struct agreement agreement;

	agreement_take(counts, 3, &agreement);
	CHECK_NUMBER(agreement.records, 200, EXACT);
	CHECK_NUMBER(agreement.agreed, 140, EXACT);
	CHECK(agreement.observed.defined && agreement.expected.defined);
	CHECK_NUMBER(agreement.observed.value, 0.7, EXACT);
	CHECK_NUMBER(agreement.expected.value, 0.41, EXACT);
	CHECK(agreement.kappa.defined);
	CHECK_NUMBER(agreement.kappa.value, 0.29 / 0.59, EXACT);
}

/* Krippendorff 2011, section A: ten units, two observers, binary; alpha .095. */
static void
test_krippendorff_binary(void)
{
	static const double counts[] = { 5, 3, 1, 1 };
	struct agreement agreement;

	agreement_take(counts, 2, &agreement);
	CHECK(agreement.alpha.defined);
	CHECK_NUMBER(agreement.alpha.value, 1 - 19 * 4 / (14 * 6.0), EXACT);
}

/* Krippendorff 2011, section B: twelve units, two observers, five values; alpha .692. */
static void
test_krippendorff_nominal(void)
{
	static const double counts[] = {
		1, 1, 0, 1, 0, /* a */
		0, 2, 0, 0, 0, /* b */
		0, 0, 3, 0, 0, /* c */
		0, 1, 0, 2, 0, /* d */
		0, 0, 0, 0, 1, /* e */
	};
	struct agreement agreement;
	struct agreement_value said = agreement_of_value(counts, 5, 3);

	agreement_take(counts, 5, &agreement);
	CHECK_NUMBER(agreement.alpha.value, 310 / 448.0, EXACT);
	CHECK_NUMBER(said.first, 3, EXACT);
	CHECK_NUMBER(said.second, 3, EXACT);
	CHECK_NUMBER(said.both, 2, EXACT);
	CHECK_NUMBER(said.specific.value, 4 / 6.0, EXACT);
}

/* Where it cannot be told, it is said so, and no figure is a NaN. */
static void
test_undefined(void)
{
	static const double nothing[4] = { 0 }, one_value[] = { 9, 0, 0, 0 };
	static const double one_each[] = { 0, 9, 0, 0 };
	struct agreement agreement;
	struct interval interval;

	agreement_take(nothing, 2, &agreement);
	CHECK(!agreement.observed.defined && !agreement.kappa.defined && !agreement.alpha.defined);
	CHECK_NUMBER(agreement.kappa.value, 0, EXACT);
	CHECK(!agreement_of_value(nothing, 2, 0).specific.defined);
	CHECK(!agreement_alpha_interval(nothing, 2, 0.95, &interval));

	agreement_take(one_value, 2, &agreement);
	CHECK(agreement.observed.defined && !agreement.kappa.defined && !agreement.alpha.defined);
	CHECK_NUMBER(agreement.observed.value, 1, EXACT);
	CHECK(!agreement_alpha_interval(one_value, 2, 0.95, &interval));

	/* each keeps to a value of their own: kappa is 0, alpha below */
	agreement_take(one_each, 2, &agreement);
	CHECK(agreement.kappa.defined && agreement.alpha.defined);
	CHECK_NUMBER(agreement.kappa.value, 0, EXACT);
	CHECK_NUMBER(agreement.alpha.value, 1 - 17 * 18 / (18 * 18 - 81 - 81.0), EXACT);

	agreement_take(NULL, 0, &agreement);
	CHECK(!agreement.observed.defined && !agreement.alpha.defined);
}

static void
test_whole(void)
{
	static const double counts[] = { 6, 0, 0, 4 };
	struct agreement agreement;
	struct interval interval = { 0, 0 };

	agreement_take(counts, 2, &agreement);
	CHECK_NUMBER(agreement.kappa.value, 1, EXACT);
	CHECK_NUMBER(agreement.alpha.value, 1, EXACT);
	/* some draws are all one value, but few: those that are left are whole */
	CHECK(agreement_alpha_interval(counts, 2, 0.95, &interval));
	CHECK_NUMBER(interval.lower, 1, EXACT);
	CHECK_NUMBER(interval.upper, 1, EXACT);
}

/* One record in a hundred has another value: a third of the draws are without it. */
static void
test_too_rare(void)
{
	static const double counts[] = { 99, 0, 0, 1 };
	struct interval interval;

	CHECK(!agreement_alpha_interval(counts, 2, 0.95, &interval));
}

/* The same interval in every run; about where the normal approximation has it. */
static void
test_interval(void)
{
	static const double counts[] = { 88, 14, 18, 10, 40, 10, 2, 6, 12 };
	struct agreement agreement;
	struct interval first = { 0, 0 }, second = { 0, 0 };

	agreement_take(counts, 3, &agreement);
	CHECK(agreement_alpha_interval(counts, 3, 0.95, &first));
	CHECK(agreement_alpha_interval(counts, 3, 0.95, &second));
	CHECK(memcmp(&first, &second, sizeof first) == 0);
	CHECK(first.lower < agreement.alpha.value && agreement.alpha.value < first.upper);
	/* Cohen's standard error of kappa here is .055 */
	CHECK_NUMBER((first.upper - first.lower) / (2 * 1.96), 0.055, 0.1);
}

/* Draws: as many as there are, nothing in an empty cell, means and variances right for
 * few things and for many (other algorithms draw them). */
static void
test_draws(double scale)
{
	const double counts[] = { 5 * scale, 0, 30 * scale, 65 * scale };
	double sums[4] = { 0 }, squares[4] = { 0 }, drawn[4];
	bool whole = true;

	multinomial_begin();
	for (int i = 0; i < 20000; i++) {
		double all = 0;

		multinomial_draw(counts, 4, drawn);
		for (size_t cell = 0; cell < 4; cell++) {
			double away = drawn[cell] - counts[cell];

			all += drawn[cell];
			sums[cell] += away;
			squares[cell] += away * away;
		}
		whole = whole && !(fabs(all - 100 * scale) > 0);
	}
	CHECK(whole);
	for (size_t cell = 0; cell < 4; cell++) {
		double variance = counts[cell] * (1 - counts[cell] / (100 * scale));

		CHECK(fabs(sums[cell] / 20000) <= 4 * sqrt(variance / 20000));
		CHECK_NUMBER(squares[cell] / 20000, variance, 0.04);
	}
}

int
main(void)
{
	test_cohen();
	test_krippendorff_binary();
	test_krippendorff_nominal();
	test_undefined();
	test_whole();
	test_too_rare();
	test_interval();
	test_draws(0.2);
	test_draws(1);
	test_draws(100000);
	return unit_done();
}
