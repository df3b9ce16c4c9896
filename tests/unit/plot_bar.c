/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plot: bars side by side and bars that make up a whole can be read at every width. */
#include "plot_levels.h"

#define PARTS_HEADER  "unit,period,part,measure,kind,records,denominator,value,lower95,upper95"
#define PARTS_PATTERN "%u,2026-03,%p,%m,mean,%n,%n,%v,%l,%h"

static const double widths[] = { 320, 360, 640, 960 };

static void
check(const char *type, const struct layout_stream *stream, const char *highlight)
{
	const struct select_wish wish = { .type = type, .highlight = highlight };
	char *csv = layout_stream(stream);

	for (size_t i = 0; i < 4; i++)
		layout_check(&wish, csv, widths[i]);
	free(csv);
}

/* One bar for each unit. */
static void
check_single(void)
{
	static const size_t units[] = { 0, 1, 5, 50, 300 };

	for (size_t i = 0; i < 5; i++) {
		struct layout_stream stream = { .header = LAYOUT_HEADER,
			.pattern = LAYOUT_PATTERN,
			.units = units[i],
			.name_length = i % 2 == 0 ? 80 : 12,
			.negative = i == 2,
			.suppressed = i == 3 ? 7 : 0 };

		check("bar", &stream, NULL);
		stream.suppressed = 1;
		check("bar", &stream, NULL);
	}
	check("bar",
	    &(struct layout_stream){
	        .header = LAYOUT_HEADER, .pattern = LAYOUT_PATTERN, .units = 5, .name_length = 6 },
	    "Unit 3");
}

/* Several: parts of units, and units of parts where there are too many of these. */
static void
check_grouped(void)
{
	static const size_t sizes[][2] = { { 1, 12 }, { 5, 6 }, { 6, 12 }, { 60, 4 }, { 300, 2 } };

	for (size_t i = 0; i < 5; i++)
		for (size_t length = 12; length <= 80; length += 68) {
			struct layout_stream stream = { .header = PARTS_HEADER,
				.pattern = PARTS_PATTERN,
				.units = sizes[i][0],
				.periods = sizes[i][1],
				.name_length = length,
				.suppressed = 5,
				.negative = i == 1 };

			check("bar", &stream, NULL);
		}
}

int
main(void)
{
	check_single();
	check_grouped();
	levels_check_all("stacked");
	return unit_done();
}
