/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Funnels by the distribution of a count, against sums of its probabilities at 40 digits.
 */
#include "benchmark_funnel.h"

/* The first three units by the distribution of their counts. */
struct expected_count {
	enum funnel_way way;
	enum figure_model model;
	double centre;
	double z[PICKED];
	double limits[PICKED][4];
};

static const struct expected_count count_cases[] = {
	{ FUNNEL_EXACT, FIGURE_BINOMIAL, 0.33161068044789,
	    { -0.549814774123533, 0.314731618307568, -1.79398063175049 },
	    {
	        { 0.0300202965261945, 0.571080854151074, 0, 0.737407670527544 },
	        { 0.13167488685348, 0.50450502826524, 0.0455631076610348, 0.618924301330343 },
	        { 0.177425359652998, 0.469507571678226, 0.103812174584154, 0.559461051924901 },
	    } },
	{ FUNNEL_EXACT, FIGURE_POISSON, 0.999739079086502,
	    { 1.26593847043901, -0.889275251570568, 0.845287563994726 },
	    {
	        { 0.041571697540857, 1.94504452643817, 0, 2.70472293016407 },
	        { 0.282806015479929, 1.71133392716432, 0.014306091932725, 2.24239384647804 },
	        { 0.409441958749485, 1.58388304442046, 0.175769384054641, 2.00245687295785 },
	    } },
	{ FUNNEL_CHISQ, FIGURE_POISSON, 0.999739079086502,
	    { 1.26593847043901, -0.889275251570568, 0.845287563994726 },
	    {
	        { 0.286516661703822, 2.49425233050875, 0.117603239843111, 3.57959800416013 },
	        { 0.417308955649671, 2.01238420867831, 0.232061368328601, 2.71894861886162 },
	        { 0.502674028162894, 1.77992146630478, 0.32130035180386, 2.31016418229314 },
	    } },
	{ FUNNEL_EVENTS, FIGURE_POISSON, 0.999739079086502,
	    { 1.08851689786041, -0.701003047511444, 0.71509520692957 },
	    {
	        { 0.485220209018106, 2.48659232142286, 0.356573438251474, 4.60304324503171 },
	        { 0.428398451591093, 3.07898817375851, 0.303784430178509, 6.76073371437471 },
	        { 0.595852399432712, 1.82864836782599, 0.46886528422872, 2.69396784452894 },
	    } },
};

static void
check_count(const struct expected_count *expected)
{
	struct funnel funnel = { .way = expected->way,
		.model = expected->model,
		.outliers = { OUTLIERS_WINSORISE, 0.1 },
		.centre = expected->centre };
	struct funnel_unit units[UNITS];
	double scratch[4 * UNITS];

	set_units(units, funnel.model);
	funnel_fit(&funnel, units, UNITS, scratch);
	for (size_t i = 0; i < PICKED; i++) {
		CHECK_NUMBER(units[i].z, expected->z[i], 1e-12);
		check_limits(&funnel, &units[i], expected->limits[i]);
	}
}

/* Where a count can be no higher or lower, and where no tail has a number of its own. */
static void
check_extremes(void)
{
	struct funnel funnel = { .way = FUNNEL_EXACT,
		.model = FIGURE_BINOMIAL,
		.outliers = { OUTLIERS_KEEP, 0.1 },
		.centre = 0.5 };
	struct funnel_unit units[] = { { 1, 5000, NAN, 0 }, { 0, 1, NAN, 0 } };
	double scratch[8];
	struct interval limits;

	funnel_fit(&funnel, units, COUNT(units), scratch);
	CHECK_NUMBER(units[0].z, 83.1996240881695, 1e-8);
	CHECK_NUMBER(units[1].z, -0.6744897501960817, 1e-14);
	CHECK(funnel_limits(&funnel, &units[1], z95, &limits));
	CHECK_NUMBER(limits.lower, 0, 0);
	CHECK_NUMBER(limits.upper, 0.95, 1e-14);
	funnel.way = FUNNEL_EVENTS;
	funnel.model = FIGURE_POISSON;
	CHECK(funnel_limits(&funnel, &units[1], z95, &limits));
	CHECK_NUMBER(limits.lower, 0, 0);
	CHECK(isnan(limits.upper));
}

int
main(void)
{
	for (size_t i = 0; i < COUNT(count_cases); i++)
		check_count(&count_cases[i]);
	check_extremes();
	return unit_done();
}
