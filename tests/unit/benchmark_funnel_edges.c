/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Funnels of units, and about centres, that have no limits. */
#include "../../filters/benchmark/funnel/funnel.h"
#include "unit.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* What has no size, no error or no events. */
static void
check_edges(void)
{
	struct funnel funnel = { .way = FUNNEL_LOG,
		.model = FIGURE_POISSON,
		.form = OVERDISPERSION_ADDITIVE,
		.outliers = { OUTLIERS_KEEP, 0.1 },
		.centre = 1 };
	struct funnel_unit units[] = { { 1.5, 4, NAN, 0 }, { 0, 9, NAN, 0 }, { NAN, 0, NAN, 0 },
		{ 0.5, 16, NAN, 0 } };
	double scratch[16];
	struct interval limits;

	/* of two units with ln 1.5 * 2 and ln 0.5 * 4; one without events has limits, but no z */
	funnel_fit(&funnel, units, COUNT(units), scratch);
	CHECK_NUMBER(funnel.phi, 4.17242801913194, 1e-12);
	CHECK(!isnan(units[0].z) && isnan(units[1].z) && isnan(units[2].z));
	CHECK(funnel_limits(&funnel, &units[1], 1, &limits));
	CHECK(!funnel_limits(&funnel, &units[2], 1, &limits));
	/* nobody differs */
	for (size_t i = 0; i < COUNT(units); i++)
		units[i] = (struct funnel_unit){ 3, 10, i == 3 ? 0 : 0.5, 0 };
	funnel.way = FUNNEL_NORMAL;
	funnel.model = FIGURE_NORMAL;
	funnel.centre = 3;
	funnel_fit(&funnel, units, COUNT(units), scratch);
	CHECK_NUMBER(funnel.phi, 0, 0);
	CHECK_NUMBER(funnel.tau2, 0, 0);
	CHECK_NUMBER(units[0].z, 0, 0);
	CHECK(isnan(units[3].z));
	CHECK(!funnel_limits(&funnel, &units[3], 1, &limits));
	CHECK_NUMBER(funnel_p(0), 1, 0);
	CHECK_NUMBER(funnel_p(-1.9599639845400542), 0.05, 1e-14);
}

/* A centre that is no share, no rate, or has no logarithm. */
static void
check_impossible(void)
{
	static const struct {
		enum funnel_way way;
		enum figure_model model;
		double centre;
	} impossible[] = { { FUNNEL_ARCSINE, FIGURE_BINOMIAL, -0.05 },
		{ FUNNEL_NORMAL, FIGURE_BINOMIAL, 1.2 }, { FUNNEL_EXACT, FIGURE_BINOMIAL, 1.2 },
		{ FUNNEL_SQRT, FIGURE_POISSON, -1 }, { FUNNEL_LOG, FIGURE_POISSON, 0 },
		{ FUNNEL_COUNTS, FIGURE_POISSON, 0 }, { FUNNEL_CHISQ, FIGURE_POISSON, NAN },
		{ FUNNEL_NORMAL, FIGURE_NORMAL, NAN } };
	struct funnel_unit unit = { 0.5, 10, 0.1, 0 };
	struct interval limits;
	double scratch[4];

	for (size_t i = 0; i < COUNT(impossible); i++) {
		struct funnel funnel = { .way = impossible[i].way,
			.model = impossible[i].model,
			.outliers = { OUTLIERS_KEEP, 0.1 },
			.centre = impossible[i].centre };

		funnel_fit(&funnel, &unit, 1, scratch);
		CHECK(isnan(funnel.phi) && isnan(unit.z));
		CHECK(!funnel_limits(&funnel, &unit, 1, &limits));
	}
}

int
main(void)
{
	check_edges();
	check_impossible();
	return unit_done();
}
