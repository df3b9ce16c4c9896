/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plot: the scales of a radar's spokes, and its layout. */
#include "../../filters/plot/radar/radar.h"
#include "plot_layout.h"

#define QUARTILES LAYOUT_HEADER ",units,q1,median,q3"
#define PATTERN   LAYOUT_PATTERN ",50,20.0,48.0,71.0"
#define MEANS     "%u,%p,%m,mean,%n,%n,%v,%l,%h,50,20.0,48.0,71.0"

static void
test_share(void)
{
	struct radar radar = { .common = true };
	struct radar_spoke spoke = { .centre = 0, .rim = 80 };

	CHECK_NUMBER(radar_share(&radar, &spoke, 0), 0, 0);
	CHECK_NUMBER(radar_share(&radar, &spoke, 20), 0.25, 1e-12);
	CHECK_NUMBER(radar_share(&radar, &spoke, 80), 1, 1e-12);
	CHECK_NUMBER(radar_share(&radar, &spoke, 90), 1, 1e-12);
	/* a scale of its own begins off the centre; one that is turned goes down outwards */
	radar.common = false;
	spoke = (struct radar_spoke){ .centre = 10, .rim = 2 };
	CHECK_NUMBER(radar_share(&radar, &spoke, 10), 0.15, 1e-12);
	CHECK_NUMBER(radar_share(&radar, &spoke, 6), 0.575, 1e-12);
	CHECK_NUMBER(radar_share(&radar, &spoke, 2), 1, 1e-12);
}

static void
test_side(void)
{
	struct series_row row = { 0 };
	struct radar_spoke spoke = { .row = &row };
	int side = 5;

	CHECK(!radar_side(&(struct radar_spoke){ 0 }, &side));
	CHECK(!radar_side(&spoke, &side));
	row.figures[SERIES_VALUE] = (struct series_figure){ SERIES_NUMBER, 3, "3" };
	CHECK(!radar_side(&spoke, &side));
	row.figures[SERIES_MEDIAN] = (struct series_figure){ SERIES_NUMBER, 2, "2" };
	CHECK(radar_side(&spoke, &side) && side == 1);
	row.figures[SERIES_MEDIAN].number = 3;
	CHECK(radar_side(&spoke, &side) && side == 0);
	row.figures[SERIES_MEDIAN].number = 4;
	CHECK(radar_side(&spoke, &side) && side == -1);
}

static void
check_layout(struct layout_stream *stream)
{
	static const double widths[] = { 320, 360, 560, 640, 800, 960 };
	struct buffer name = { 0 };
	struct select_wish wish = { .type = "radar" };
	char *csv = layout_stream(stream);

	layout_name(&name, stream->units > 1 ? 2 : 1, stream->name_length);
	buffer_append(&name, "", 1);
	wish.highlight = name.data;
	for (size_t i = 0; i < 6; i++)
		if (!layout_check(&wish, csv, widths[i]))
			printf("# %zu measures, %zu units\n", stream->measures, stream->units);
	buffer_release(&name);
	free(csv);
}

static void
test_layout(void)
{
	static const char long_names[] =
	    "%u,%p,%m of the integrated mental health and social care services of the whole "
	    "locality,proportion,%n,%n,%v,%l,%h,50,20.0,48.0,71.0";
	static const char *const patterns[] = { PATTERN, MEANS, long_names };

	for (size_t measures = RADAR_SPOKES_MIN; measures <= RADAR_SPOKES_MAX; measures++)
		for (size_t i = 0; i < 3; i++) {
			struct layout_stream stream = { .header = QUARTILES,
				.pattern = patterns[i],
				.units = measures % 2 == 0 ? 50 : 300,
				.measures = measures,
				.name_length = i == 0 ? 80 : 12,
				.suppressed = i == 2 ? 7 : 0,
				.negative = i == 1 };

			check_layout(&stream);
		}
	check_layout(&(struct layout_stream){ .header = QUARTILES,
	    .pattern = PATTERN,
	    .units = 1,
	    .measures = 5,
	    .name_length = 12 });
	check_layout(&(struct layout_stream){ .header = QUARTILES,
	    .pattern = PATTERN,
	    .units = 5,
	    .measures = 5,
	    .name_length = 80,
	    .suppressed = 1 });
}

int
main(void)
{
	test_share();
	test_side();
	test_layout();
	return unit_done();
}
