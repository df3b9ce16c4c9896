/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for distances: the program's own, their bounds, and the direction by polarity. */
#include "../../filters/benchmark/peers/band.h"
#include "unit.h"

static struct bands *bands;

static const char *
word(const char *comparison, enum measure_polarity polarity, double distance)
{
	size_t index = band_of(bands, comparison, polarity, distance);

	return index == BAND_NONE ? NULL : band_word(bands, index);
}

static void
check_normal(const char *comparison)
{
	CHECK_TEXT(word(comparison, MEASURE_HIGHER, -3.1), "worse_998");
	CHECK_TEXT(word(comparison, MEASURE_HIGHER, -3.09), "worse_95");
	CHECK_TEXT(word(comparison, MEASURE_HIGHER, -1.96), "similar");
	CHECK_TEXT(word(comparison, MEASURE_HIGHER, 0), "similar");
	CHECK_TEXT(word(comparison, MEASURE_HIGHER, 1.96), "similar");
	CHECK_TEXT(word(comparison, MEASURE_HIGHER, 1.97), "better_95");
	CHECK_TEXT(word(comparison, MEASURE_HIGHER, INFINITY), "better_998");
	CHECK_TEXT(word(comparison, MEASURE_LOWER, 2), "worse_95");
	CHECK_TEXT(word(comparison, MEASURE_LOWER, -4), "better_998");
	CHECK_TEXT(word(comparison, MEASURE_NEUTRAL, -INFINITY), "lower_998");
	CHECK_TEXT(word(comparison, MEASURE_NEUTRAL, 2), "higher_95");
	CHECK_TEXT(word(comparison, MEASURE_NEUTRAL, NAN), NULL);
}

int
main(void)
{
	static const struct {
		double bound;
		const char *at;
		const char *past;
	} mad[] = { { 0.5, "near_median", "slightly_above" }, { 1.5, "slightly_above", "above" },
		{ 3, "above", "far_above" }, { 7.5, "far_above", "extremely_above" },
		{ -0.5, "near_median", "slightly_below" }, { -1.5, "slightly_below", "below" },
		{ -3, "below", "far_below" }, { -7.5, "far_below", "extremely_below" } };
	struct fault fault = { 0 };

	bands = bands_load(NULL, &fault);
	if (!CHECK(bands != NULL))
		return unit_done();
	check_normal("funnel");
	check_normal("target");
	for (size_t i = 0; i < sizeof mad / sizeof mad[0]; i++) {
		CHECK_TEXT(word("mad", MEASURE_HIGHER, mad[i].bound), mad[i].at);
		CHECK_TEXT(word("mad", MEASURE_LOWER, 1.001 * mad[i].bound), mad[i].past);
	}
	CHECK_TEXT(word("rank", MEASURE_HIGHER, 0), NULL);
	bands_free(bands);
	CHECK(bands_load("/nowhere/bands.csv", &fault) == NULL);
	return unit_done();
}
