/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plot: the limits of a funnel at any size, its axis of sizes, and its layout. */
#include "../../filters/plot/funnel/funnel_formula.h"
#include "../../filters/plot/funnel/funnel_sizes.h"
#include "plot_layout.h"

#define FUNNEL                                                                                     \
	LAYOUT_HEADER ",method,centre,limit_lower95,limit_upper95,limit_lower998,limit_upper998,"  \
	              "phi,tau2,band"
/* no formula gives these limits: the lines join them */
#define PATTERN                                                                                    \
	LAYOUT_PATTERN ",wilson funnel_arcsine additive "                                          \
	               "winsorise10,48.0,%l,%h,11.0,86.0,1.5,0.01,"

/* The goldens of benchmark's own funnel: centre and tau2 at ten decimals, from the steps of
 * FunnelPlotR (tests/benchmark-funnel.bats). */
static void
test_goldens(void)
{
	struct funnel_formula shares = { .scale = FUNNEL_SCALE_ARCSINE,
		.shares = true,
		.multiplier = 100,
		.centre = 33.1610680448,
		.widening = 1,
		.between = 0.0032449471,
		.z95 = 1.959964,
		.z998 = 3.090232 };
	struct funnel_formula rates = { .scale = FUNNEL_SCALE_LOG,
		.multiplier = 1,
		.centre = 1,
		.widening = 1,
		.between = 0.0167590489,
		.z95 = 1.959964,
		.z998 = 3.090232 };

	CHECK_NUMBER(funnel_formula_limit(&shares, 12, FUNNEL_LOWER95), 9.2782222526, 1e-7);
	CHECK_NUMBER(funnel_formula_limit(&shares, 12, FUNNEL_UPPER95), 63.0842976531, 1e-7);
	CHECK_NUMBER(funnel_formula_limit(&shares, 600, FUNNEL_LOWER998), 17.1255492816, 1e-7);
	CHECK_NUMBER(funnel_formula_limit(&shares, 600, FUNNEL_UPPER998), 51.5244710470, 1e-7);
	CHECK_NUMBER(funnel_formula_limit(&rates, 4.25, FUNNEL_LOWER95), 0.3738136364, 1e-7);
	CHECK_NUMBER(funnel_formula_limit(&rates, 203.14, FUNNEL_UPPER998), 1.5762179353, 1e-7);
	rates = (struct funnel_formula){ .scale = FUNNEL_SCALE_ROOT,
		.multiplier = 100,
		.centre = 100,
		.widening = 1,
		.between = 0.0041206937,
		.z95 = 1.959964,
		.z998 = 3.090232 };
	CHECK_NUMBER(funnel_formula_limit(&rates, 4.25, FUNNEL_LOWER95), 25.8339166238, 1e-7);
	CHECK_NUMBER(funnel_formula_limit(&rates, 4.25, FUNNEL_UPPER998), 315.1685273509, 1e-7);
	shares = (struct funnel_formula){ .scale = FUNNEL_SCALE_NORMAL,
		.shares = true,
		.multiplier = 100,
		.centre = 33.1610680448,
		.widening = sqrt(2.9530335244),
		.z95 = 1.959964,
		.z998 = 3.090232 };
	CHECK_NUMBER(funnel_formula_limit(&shares, 25, FUNNEL_LOWER95), 1.4477793551, 1e-5);
	CHECK_NUMBER(funnel_formula_limit(&shares, 600, FUNNEL_UPPER998), 43.3676117026, 1e-6);
	/* a share has an end at both sides */
	CHECK_NUMBER(funnel_formula_limit(&shares, 12, FUNNEL_LOWER998), 0, 0);
	CHECK_NUMBER(funnel_formula_limit(&shares, 0.5, FUNNEL_UPPER998), 100, 0);
	CHECK(isnan(funnel_formula_limit(&shares, 0, FUNNEL_UPPER998)));
}

static void
test_edges(void)
{
	struct funnel_formula rates = { .scale = FUNNEL_SCALE_CHISQ,
		.multiplier = 1000,
		.centre = 4,
		.widening = 1,
		.z95 = 1.959964,
		.z998 = 3.090232 };
	double before = INFINITY;

	/* Garwood's limits of 4 of 1,000: 1.0899 and 10.2416 */
	CHECK_NUMBER(funnel_formula_limit(&rates, 1000, FUNNEL_LOWER95), 1.0899, 1e-4);
	CHECK_NUMBER(funnel_formula_limit(&rates, 1000, FUNNEL_UPPER95), 10.2416, 1e-4);
	rates.centre = 0;
	CHECK_NUMBER(funnel_formula_limit(&rates, 1000, FUNNEL_LOWER95), 0, 0);
	/* no wider at a larger size, whatever the scale */
	for (enum funnel_scale scale = 0; scale < FUNNEL_SCALES; scale++) {
		size_t wider = 0;

		rates = (struct funnel_formula){ .scale = scale,
			.shares = scale <= FUNNEL_SCALE_ARCSINE,
			.multiplier = 100,
			.centre = 30,
			.widening = 1,
			.z95 = 1.96,
			.z998 = 3.09 };
		before = INFINITY;
		for (double size = 1; size < 5000; size *= 1.1) {
			double limit = funnel_formula_limit(&rates, size, FUNNEL_UPPER998);

			/* a count's quantiles go in steps */
			wider += limit > before * (scale == FUNNEL_SCALE_EXACT ? 1.05 : 1 + 1e-12);
			before = limit;
		}
		CHECK(wider == 0);
		CHECK_NUMBER(before, 32.4, 0.02);
	}
}

static void
check_axis(double least, double most, enum funnel_stretch stretch)
{
	struct funnel_point points[2] = { { .size = least }, { .size = most } };
	struct funnel_sizes sizes = { .from = 60, .to = 760 };
	struct funnel_tick ticks[FUNNEL_TICKS_MAX];
	size_t wrong = 0;
	size_t count;

	funnel_sizes_make(&sizes, points, 2);
	CHECK(sizes.stretch == stretch);
	count = funnel_sizes_ticks(&sizes, ticks);
	CHECK(count >= 2 && count < FUNNEL_TICKS_MAX);
	for (size_t i = 0; i < 2; i++) {
		double pixel = funnel_sizes_pixel(&sizes, points[i].size);

		wrong += !(pixel >= sizes.from && pixel <= sizes.to);
		wrong += !(
		    fabs(funnel_sizes_at(&sizes, pixel) - points[i].size) <= 1e-9 * points[i].size);
	}
	for (size_t i = 0; i < count; i++) {
		wrong += ticks[i].text[0] == '-';
		for (size_t j = 0; j < i; j++)
			wrong += fabs(ticks[i].pixel - ticks[j].pixel) < 20;
	}
	CHECK(wrong == 0);
}

static void
test_axis(void)
{
	check_axis(20, 500, FUNNEL_LINEAR);
	check_axis(100, 100, FUNNEL_LINEAR);
	check_axis(0.2, 3, FUNNEL_LINEAR);
	check_axis(20, 50000, FUNNEL_ROOT);
	check_axis(900, 60000000, FUNNEL_LOG);
}

static void
test_layout(void)
{
	static const size_t units[] = { 0, 1, 5, 50, 300 };
	static const double widths[] = { 320, 360, 640, 960 };

	for (size_t i = 0; i < 5; i++)
		for (size_t j = 0; j < 4; j++)
			for (size_t k = 0; k < 4; k++) {
				struct layout_stream stream = { .header = FUNNEL,
					.pattern = PATTERN,
					.units = units[i],
					.name_length = k % 2 == 0 ? 12 : 80,
					.suppressed = k < 2 ? 7 : 0,
					.negative = k == 2 };
				struct select_wish wish = { .type = "funnel",
					.highlight = k % 2 == 0 && i > 1 ? "Unit 3 commu" : NULL };
				char *csv = layout_stream(&stream);

				if (!layout_check(&wish, csv, widths[j]))
					printf("# %zu units, case %zu\n", units[i], k);
				free(csv);
			}
}

static void
test_held_back(void)
{
	struct layout_stream stream = { .header = FUNNEL,
		.pattern = PATTERN,
		.units = 20,
		.name_length = 80,
		.suppressed = 1 };
	struct select_wish wish = { .type = "funnel" };
	char *csv = layout_stream(&stream);

	layout_check(&wish, csv, 320);
	layout_check(&wish, csv, 960);
	free(csv);
}

int
main(void)
{
	test_goldens();
	test_edges();
	test_axis();
	test_layout();
	test_held_back();
	return unit_done();
}
