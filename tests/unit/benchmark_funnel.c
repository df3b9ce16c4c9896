/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Funnels on the scale where errors are stable, against the formulas of Spiegelhalter (2005)
 * worked out apart from the program at 40 digits.
 */
#include "benchmark_funnel.h"

/* A unit's z and its limits. */
struct expected_unit {
	size_t unit;
	double z;
	double limits[4]; /* lower and upper at 95%, at 99.8% */
};

struct expected {
	enum funnel_way way;
	enum figure_model model;
	enum overdispersion_form form;
	struct outliers outliers;
	double centre;
	double phi;
	double tau2;
	struct expected_unit units[PICKED];
};

static const struct expected cases[] = {
	/* shares */
	{ FUNNEL_ARCSINE, FIGURE_BINOMIAL, OVERDISPERSION_NONE, { OUTLIERS_WINSORISE, 0.1 },
	    0.33161068044789, 3.04311323343033, NAN,
	    {
	        { 0, -0.623902699192819,
	            { 0.10546720070069, 0.610236456331925, 0.0278325871624643, 0.76073790816045 } },
	        { 4, -1.97679442701763,
	            { 0.236068910992997, 0.434733957417138, 0.186118386393265, 0.49584463510381 } },
	        { 11, 2.72912097060928,
	            { 0.294519120177928, 0.369779766696431, 0.273712099517415,
	                0.392185774992222 } },
	    } },
	/* shares */
	{ FUNNEL_ARCSINE, FIGURE_BINOMIAL, OVERDISPERSION_MULTIPLICATIVE,
	    { OUTLIERS_WINSORISE, 0.1 }, 0.33161068044789, 3.04311323343033, NAN,
	    {
	        { 0, -0.357649653153292,
	            { 0.0143671866257774, 0.800001553295913, 0.0, 0.968280323237009 } },
	        { 4, -1.13318926507756,
	            { 0.172439384614464, 0.513676248434157, 0.0997275755992415,
	                0.619442133698679 } },
	        { 11, 1.56445735819798,
	            { 0.267747194888096, 0.398749626359068, 0.232896022160688,
	                0.438448219403074 } },
	    } },
	/* shares */
	{ FUNNEL_ARCSINE, FIGURE_BINOMIAL, OVERDISPERSION_ADDITIVE, { OUTLIERS_WINSORISE, 0.1 },
	    0.33161068044789, 3.04311323343033, 0.00324494714748344,
	    {
	        { 0, -0.580341344149662,
	            { 0.0927822239176592, 0.630842974215544, 0.0178844268660688,
	                0.788699788197926 } },
	        { 4, -1.36305302946393,
	            { 0.196689453461986, 0.482411758572421, 0.131169672642997,
	                0.571064437430838 } },
	        { 11, 0.920621041430013,
	            { 0.225698095812846, 0.44695314244097, 0.171255478856641, 0.515244728988275 } },
	    } },
	/* shares */
	{ FUNNEL_NORMAL, FIGURE_BINOMIAL, OVERDISPERSION_NONE, { OUTLIERS_WINSORISE, 0.1 },
	    0.33161068044789, 2.95303352440856, NAN,
	    {
	        { 0, -0.600493922420177,
	            { 0.0652399671740454, 0.597981393721734, 0, 0.751591552580582 } },
	        { 4, -1.88617260562282,
	            { 0.231525993796434, 0.431695367099345, 0.173809346095519, 0.48941201480026 } },
	        { 11, 2.77780020323136,
	            { 0.293940172914803, 0.369281187980976, 0.272216415917156,
	                0.391004944978623 } },
	    } },
	/* shares */
	{ FUNNEL_NORMAL, FIGURE_BINOMIAL, OVERDISPERSION_ADDITIVE, { OUTLIERS_KEEP, 0.1 },
	    0.33161068044789, 3.55935624776156, 0.00357533967650351,
	    {
	        { 0, -0.549647765692914,
	            { 0.0405988644896736, 0.622622496406106, 0, 0.790442639730896 } },
	        { 4, -1.22490912216987,
	            { 0.17749557852922, 0.48572578236656, 0.0886207731975371, 0.574600587698242 } },
	        { 11, 0.850050543811546,
	            { 0.208510772750595, 0.454710588145184, 0.137521750930276,
	                0.525699609965503 } },
	    } },
	/* shares to a target */
	{ FUNNEL_ARCSINE, FIGURE_BINOMIAL, OVERDISPERSION_ADDITIVE, { OUTLIERS_TRIM, 0.2 }, 0.3,
	    2.49162470435798, 0.0039612899811177,
	    {
	        { 0, -0.355899063997622,
	            { 0.0716698163927991, 0.602139494122416, 0.00863190431226193,
	                0.766303648767836 } },
	        { 4, -0.881007971741949,
	            { 0.163895399974689, 0.457130207748037, 0.100690658615314,
	                0.550893134027638 } },
	        { 11, 1.35597446524072,
	            { 0.189160950323189, 0.424217987708851, 0.134272167957742, 0.49871028829528 } },
	    } },
	/* shares */
	{ FUNNEL_ARCSINE, FIGURE_BINOMIAL, OVERDISPERSION_ADDITIVE, { OUTLIERS_WINSORISE, 0.05 },
	    0.33161068044789, 3.31928333615881, 0.00366638138480495,
	    {
	        { 0, -0.575328293337284,
	            { 0.0912502726551461, 0.633398788012014, 0.0167937846199489,
	                0.79210101692332 } },
	        { 4, -1.31886870233678,
	            { 0.192600014107313, 0.487573858741177, 0.125721120376165,
	                0.579114669806115 } },
	        { 11, 0.871816170812755,
	            { 0.220171435041685, 0.453559458457089, 0.163440802757557,
	                0.525703803501175 } },
	    } },
	/* rates */
	{ FUNNEL_SQRT, FIGURE_POISSON, OVERDISPERSION_MULTIPLICATIVE, { OUTLIERS_WINSORISE, 0.1 },
	    0.999739079086502, 1.75398510576286, NAN,
	    {
	        { 0, 0.882627363012719,
	            { 0.137129734739385, 2.65503801824525, 5.26685344158505e-5,
	                3.96998353615866 } },
	        { 4, 1.26174871266883,
	            { 0.526559993098496, 1.62331686051868, 0.322061908354622, 2.05129445060902 } },
	        { 11, -0.704949315254316,
	            { 0.82593260055704, 1.19012983829899, 0.733241719846188, 1.30746353145328 } },
	    } },
	/* rates */
	{ FUNNEL_SQRT, FIGURE_POISSON, OVERDISPERSION_ADDITIVE, { OUTLIERS_WINSORISE, 0.1 },
	    0.999739079086502, 1.75398510576286, 0.00412127786200478,
	    {
	        { 0, 1.13001946138173,
	            { 0.258204240986708, 2.22487368742372, 0.0504304330887422, 3.15123509423104 } },
	        { 4, 1.42804479279566,
	            { 0.573924558895511, 1.54296388634476, 0.381743462250302, 1.90960655527216 } },
	        { 11, -0.447699746147281,
	            { 0.733565386490514, 1.30703141047892, 0.598762113283437, 1.50293343877565 } },
	    } },
	/* rates to 1 */
	{ FUNNEL_SQRT, FIGURE_POISSON, OVERDISPERSION_ADDITIVE, { OUTLIERS_WINSORISE, 0.1 }, 1.0,
	    1.75386641279484, 0.00412069365571168,
	    {
	        { 0, 1.12950467434785,
	            { 0.258339170180944, 2.22525611164765, 0.0504906651058556, 3.15168554624321 } },
	        { 4, 1.4270166689809,
	            { 0.574129275081193, 1.54327652357724, 0.381913725889027, 1.90994697566272 } },
	        { 11, -0.449507689377224,
	            { 0.733802300560157, 1.30731184982744, 0.598983142620914, 1.50322309346746 } },
	    } },
	/* rates to 1 */
	{ FUNNEL_LOG, FIGURE_POISSON, OVERDISPERSION_ADDITIVE, { OUTLIERS_TRIM, 0.1 }, 1.0,
	    1.59409509785636, 0.0167590489395846,
	    {
	        { 0, 0.993909354685545,
	            { 0.373813639308789, 2.67512978351747, 0.211940873633044, 4.71829705548638 } },
	        { 4, 1.31127525575168,
	            { 0.615286373013102, 1.6252594626839, 0.464989120106304, 2.15058795305014 } },
	        { 11, -0.454143010359436,
	            { 0.749312341213629, 1.33455695975905, 0.634430006473229, 1.57621800639437 } },
	    } },
	/* rates */
	{ FUNNEL_LOG, FIGURE_POISSON, OVERDISPERSION_NONE, { OUTLIERS_WINSORISE, 0.1 },
	    0.999739079086502, 1.78347591887586, NAN,
	    {
	        { 0, 1.02910033133188,
	            { 0.386313064247733, 2.58722346912862, 0.223255282209799, 4.47684021788784 } },
	        { 4, 1.53886593802675,
	            { 0.66071482180129, 1.51272257451085, 0.52033788546083, 1.92082539861104 } },
	        { 11, -0.949255015528829,
	            { 0.871278163721122, 1.14714022211239, 0.80484442332402, 1.24182785801617 } },
	    } },
	/* rates */
	{ FUNNEL_NORMAL, FIGURE_POISSON, OVERDISPERSION_NONE, { OUTLIERS_KEEP, 0.1 },
	    0.999739079086502, 2.13921219256566, NAN,
	    {
	        { 0, 1.3346579713909,
	            { 0.0491409387497776, 1.95033721942323, 0, 2.49852635610933 } },
	        { 4, 1.81855381565864,
	            { 0.585675133469108, 1.4138030247039, 0.346893520872606, 1.6525846373004 } },
	        { 11, -0.918330331194647,
	            { 0.862241927509868, 1.13723623066314, 0.782950330334123, 1.21652782783888 } },
	    } },
	/* rates of counts */
	{ FUNNEL_COUNTS, FIGURE_POISSON, OVERDISPERSION_ADDITIVE, { OUTLIERS_KEEP, 0.1 },
	    0.999739079086502, 1.05527581501744, 0.00539473096533388,
	    {
	        { 0, 0.81017943302447,
	            { 0.330922947379692, 3.02027476234809, 0.174915883317916, 5.71405070422415 } },
	        { 4, 1.13283049970281,
	            { 0.57558341894079, 1.73646111643036, 0.41863286895067, 2.38748149125983 } },
	        { 11, -0.533167335064957,
	            { 0.783094722022197, 1.27631843012779, 0.680212615419125, 1.46936149609175 } },
	    } },
	/* means */
	{ FUNNEL_NORMAL, FIGURE_NORMAL, OVERDISPERSION_ADDITIVE, { OUTLIERS_WINSORISE, 0.1 },
	    4.00238095238095, 3.26733890890769, 0.0546339172539757,
	    {
	        { 0, -1.58234408322022,
	            { 3.00851508892909, 4.99624681583282, 2.43537440355549, 5.56938750120642 } },
	        { 4, -1.70289903539527,
	            { 3.42416195482479, 4.58059994993711, 3.09071571751832, 4.91404618724358 } },
	        { 11, -0.212025339919235,
	            { 3.51817099812887, 4.48659090663303, 3.23893771801511, 4.76582418674679 } },
	    } },
	/* means */
	{ FUNNEL_NORMAL, FIGURE_NORMAL, OVERDISPERSION_MULTIPLICATIVE, { OUTLIERS_KEEP, 0.1 },
	    4.00238095238095, 5.27736552420402, NAN,
	    {
	        { 0, -0.776174747221162,
	            { 1.97624215544389, 6.02851974931802, 0.807812268230244, 7.19694963653166 } },
	        { 4, -1.2149322823714,
	            { 3.19192543360613, 4.81283647115578, 2.72455347872067, 5.28020842604124 } },
	        { 11, -0.28501965866059,
	            { 3.64217849959214, 4.36258340516976, 3.43445763075416, 4.57030427400775 } },
	    } },
	/* means */
	{ FUNNEL_NORMAL, FIGURE_NORMAL, OVERDISPERSION_NONE, { OUTLIERS_TRIM, 0.1 },
	    4.00238095238095, 2.69943443403348, NAN,
	    {
	        { 0, -1.78306878306878,
	            { 3.12039715933793, 4.88436474542398, 2.61177641460544, 5.39298549015647 } },
	        { 4, -2.79100529100529,
	            { 3.64958743516374, 4.35517446959816, 3.44613913727075, 4.55862276749116 } },
	        { 11, -0.654761904761905,
	            { 3.84558383361775, 4.15917807114416, 3.75516236788753, 4.24959953687438 } },
	    } },
};

static void
check_case(const struct expected *expected)
{
	struct funnel funnel = { .way = expected->way,
		.model = expected->model,
		.form = expected->form,
		.outliers = expected->outliers,
		.centre = expected->centre };
	struct funnel_unit units[UNITS];
	double scratch[4 * UNITS];

	set_units(units, funnel.model);
	funnel_fit(&funnel, units, UNITS, scratch);
	CHECK_NUMBER(funnel.phi, expected->phi, 1e-12);
	if (isnan(expected->tau2))
		CHECK(isnan(funnel.tau2));
	else
		CHECK_NUMBER(funnel.tau2, expected->tau2, 1e-12);
	for (size_t i = 0; i < PICKED; i++) {
		const struct expected_unit *unit = &expected->units[i];

		CHECK_NUMBER(units[unit->unit].z, unit->z, 1e-12);
		check_limits(&funnel, &units[unit->unit], unit->limits);
	}
}

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
	CHECK_NUMBER(funnel_p(-z95), 0.05, 1e-14);
}

int
main(void)
{
	for (size_t i = 0; i < COUNT(cases); i++)
		check_case(&cases[i]);
	check_edges();
	return unit_done();
}
