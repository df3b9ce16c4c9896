/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control: no word of its panels is clipped or stands on another. */
#include "plot_layout.h"

#define CONTROL                                                                                    \
	LAYOUT_HEADER ",target_centre,centre,limit_lower95,limit_upper95,limit_lower998,"          \
	              "limit_upper998,signal,variation,assurance"

int
main(void)
{
	static const double widths[] = { 320, 360, 640, 960 };
	static const size_t units[] = { 1, 2, 5, 50, 300 };
	static const size_t periods[] = { 1, 3, 24, 120 };
	static const size_t suppressed[] = { 0, 7, 1 };
	static const size_t lengths[] = { 8, 80 };
	static const char *const patterns[] = { LAYOUT_PATTERN
		",50,48.0,23.0,73.0,11.0,86.0,outside two_of_three,concern,fail",
		LAYOUT_PATTERN ",47,48.0,47.0,48.5,-4.5,104.5,,common,hit_or_miss",
		LAYOUT_PATTERN ",[z],,,,,,too_few,,",
		/* limits that step at each figure */
		LAYOUT_PATTERN ",50,48.0,-1,101,%l,%h,shift,neutral_high," };

	for (size_t i = 0; i < 5 * 4 * 3 * 2 * 4; i++) {
		struct layout_stream stream = { .header = CONTROL,
			.pattern = patterns[i / 120],
			.units = units[i % 5],
			.periods = periods[i / 5 % 4],
			.suppressed = suppressed[i / 20 % 3],
			.name_length = lengths[i / 60 % 2],
			.negative = i % 2 == 1 };
		struct select_wish wish = { .type = "control",
			.limits = i % 3 == 0 ? "both" : NULL };
		char *csv;

		/* the largest say nothing that others do not */
		if (stream.units == 300
		    && (stream.periods > 24 || stream.name_length > 8 || i >= 240))
			continue;
		csv = layout_stream(&stream);
		if (!layout_check(&wish, csv, widths[i % 4]) || !layout_check(&wish, csv, 320))
			printf("# %zu units, %zu periods, each %zu-th held back, %zu letters\n",
			    stream.units, stream.periods, stream.suppressed, stream.name_length);
		free(csv);
	}
	return unit_done();
}
