/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the options of funnels say, and what they may not. */
#include "../../filters/benchmark/funnel/funnel_options.h"
#include "unit.h"

static struct funnel_options options;

static bool
configure(struct funnel_texts texts)
{
	struct fault fault = { 0 };

	return funnel_configure(&options, &texts, true, &fault);
}

static void
check_defaults(void)
{
	CHECK(configure((struct funnel_texts){ 0 }));
	CHECK(options.ways[FIGURE_NORMAL] == FUNNEL_NORMAL);
	CHECK(options.ways[FIGURE_BINOMIAL] == FUNNEL_ARCSINE);
	CHECK(options.ways[FIGURE_POISSON] == FUNNEL_SQRT);
	CHECK(options.form == OVERDISPERSION_ADDITIVE && !options.to_target && !options.own_z);
	CHECK(options.outliers.way == OUTLIERS_WINSORISE);
	CHECK_NUMBER(options.outliers.share, 0.1, 0);
	CHECK_NUMBER(options.z95, 1.9599639845400542, 1e-14);
	CHECK_NUMBER(options.z998, 3.0902323061678135, 1e-14);
}

/* Each way stands for the measures that it suits. */
static void
check_ways(void)
{
	CHECK(configure((struct funnel_texts){ .funnel = "log" }));
	CHECK(options.ways[FIGURE_BINOMIAL] == FUNNEL_ARCSINE);
	CHECK(options.ways[FIGURE_POISSON] == FUNNEL_LOG);
	CHECK(configure((struct funnel_texts){ .funnel = "normal,counts" }));
	CHECK(options.ways[FIGURE_BINOMIAL] == FUNNEL_NORMAL);
	CHECK(options.ways[FIGURE_POISSON] == FUNNEL_COUNTS);
	CHECK(configure((struct funnel_texts){ .funnel = "exact" }));
	CHECK(options.ways[FIGURE_NORMAL] == FUNNEL_NORMAL);
	CHECK(options.ways[FIGURE_BINOMIAL] == FUNNEL_EXACT);
	CHECK(options.ways[FIGURE_POISSON] == FUNNEL_EXACT);
	CHECK(configure((struct funnel_texts){ .funnel = "events", .overdispersion = "none" }));
	CHECK(!configure((struct funnel_texts){ .funnel = "exact", .overdispersion = "additive" }));
	CHECK(!configure((struct funnel_texts){ .funnel = "wilson" }));
	CHECK(!configure((struct funnel_texts){ .funnel = "log," }));
	CHECK(!configure((struct funnel_texts){ .funnel = "" }));
	for (size_t way = 0; way < FUNNEL_WAYS; way++)
		CHECK(configure(
		    (struct funnel_texts){ .funnel = funnel_way_name((enum funnel_way)way) }));
}

static void
check_outliers(void)
{
	static const char *const wrong[] = { "trim:", "trim:0", "trim:50", "trim:-5", "trim:x",
		"keep:10", "winsorize", "" };

	CHECK(configure((struct funnel_texts){ .outliers = "trim" }));
	CHECK(options.outliers.way == OUTLIERS_TRIM);
	CHECK_NUMBER(options.outliers.share, 0.1, 0);
	CHECK(configure((struct funnel_texts){ .outliers = "winsorise:2.5" }));
	CHECK(options.outliers.way == OUTLIERS_WINSORISE);
	CHECK_NUMBER(options.outliers.share, 0.025, 1e-17);
	CHECK(configure((struct funnel_texts){ .outliers = "keep" }));
	CHECK(options.outliers.way == OUTLIERS_KEEP);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		CHECK(!configure((struct funnel_texts){ .outliers = wrong[i] }));
}

static void
check_others(void)
{
	static const char *const wrong[] = { "1.96", "1.96,", "3.09,1.96", "1.96,1.96", "0,3",
		"1.96,10", "1.96,3.09,4", "" };

	CHECK(configure((struct funnel_texts){ .centre = "target", .z = "1.959964,3.090232" }));
	CHECK(options.to_target && options.own_z);
	CHECK_NUMBER(options.z95, 1.959964, 0);
	CHECK_NUMBER(options.z998, 3.090232, 0);
	CHECK(configure((struct funnel_texts){ .centre = "units", .overdispersion = "none" }));
	CHECK(!options.to_target && options.form == OVERDISPERSION_NONE);
	CHECK(configure((struct funnel_texts){ .overdispersion = "multiplicative" }));
	CHECK(options.form == OVERDISPERSION_MULTIPLICATIVE);
	CHECK(!configure((struct funnel_texts){ .overdispersion = "both" }));
	CHECK(!configure((struct funnel_texts){ .centre = "mean" }));
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		CHECK(!configure((struct funnel_texts){ .z = wrong[i] }));
}

/* Without a funnel. */
static void
check_unasked(void)
{
	const struct funnel_texts some[] = { { .funnel = "log" }, { .centre = "target" },
		{ .z = "1.96,3.09" }, { .overdispersion = "none" }, { .outliers = "keep" } };
	const struct funnel_texts none = { 0 };
	struct fault fault = { 0 };

	CHECK(funnel_configure(&options, &none, false, &fault));
	for (size_t i = 0; i < sizeof(some) / sizeof(some[0]); i++)
		CHECK(!funnel_configure(&options, &some[i], false, &fault));
}

int
main(void)
{
	check_defaults();
	check_ways();
	check_outliers();
	check_others();
	check_unasked();
	return unit_done();
}
