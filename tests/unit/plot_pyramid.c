/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plot_pyramid: the order of bands, and whether pyramids can be read at all widths. */
#include "../../filters/plot/pyramid/pyramid.h"
#include "plot_layout.h"

#define HEADER "unit,period,age_band,gender,measure,kind,records,value,lower95,upper95"

static void
test_order(void)
{
	CHECK(pyramid_band_order("under_18", "18_to_24") < 0);
	CHECK(pyramid_band_order("85 to 89", "90+") < 0);
	CHECK(pyramid_band_order("9 to 10", "10 to 11") < 0);
	CHECK(pyramid_band_order("over 90", "90") > 0);
	CHECK(pyramid_band_order("<1", "1-4") < 0);
	CHECK(pyramid_band_order("unknown", "90+") > 0);
	CHECK(pyramid_band_order("unknown", "refused") == 0);
}

/* Each unit of the stream is a band of both sides. */
static void
test_layout(size_t bands, size_t length, size_t suppressed, bool negative)
{
	static const double widths[] = { 320, 360, 640, 960 };
	struct layout_stream stream = { .header = HEADER,
		.pattern = "Riverside,2026-03,%i to %u,women,%m,proportion,%n,%v,%l,%h\n"
		           "Riverside,2026-03,%i to %u,men,%m,proportion,%n,%v,%l,%h",
		.units = bands,
		.name_length = length,
		.suppressed = suppressed,
		.negative = negative };
	struct select_wish wish = { .type = "pyramid" };
	char *csv = layout_stream(&stream);

	for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++)
		layout_check(&wish, csv, widths[i]);
	free(csv);
}

int
main(void)
{
	test_order();
	test_layout(5, 0, 0, false);
	test_layout(5, 80, 3, false);
	test_layout(50, 0, 7, true);
	test_layout(150, 20, 0, false);
	test_layout(10, 0, 1, false);
	return unit_done();
}
