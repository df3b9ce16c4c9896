/* SPDX-License-Identifier: GPL-3.0-or-later */
/* trend: no word of its panels is clipped or stands on another. */
#include "plot_layout.h"

int
main(void)
{
	static const double widths[] = { 320, 360, 640, 960 };
	static const size_t units[] = { 1, 2, 5, 50, 300 };
	static const size_t periods[] = { 1, 2, 3, 24, 120 };
	static const size_t suppressed[] = { 0, 7, 1 };
	static const size_t lengths[] = { 8, 80 };

	for (size_t i = 0; i < 5 * 5 * 3 * 2; i++) {
		struct layout_stream stream = { .header = LAYOUT_HEADER ",median",
			.pattern = LAYOUT_PATTERN ",44.4",
			.units = units[i % 5],
			.periods = periods[i / 5 % 5],
			.suppressed = suppressed[i / 25 % 3],
			.name_length = lengths[i / 75],
			.negative = i % 2 == 1 };
		struct select_wish wish = { .type = "trend" };
		char *csv;

		/* the largest say nothing that others do not */
		if (stream.units == 300 && (stream.periods > 24 || stream.name_length > 8))
			continue;
		csv = layout_stream(&stream);
		if (!layout_check(&wish, csv, widths[i % 4]) || !layout_check(&wish, csv, 320))
			printf("# %zu units, %zu periods, each %zu-th held back, %zu letters\n",
			    stream.units, stream.periods, stream.suppressed, stream.name_length);
		free(csv);
	}
	for (size_t i = 0; i < 4; i++) {
		struct layout_stream stream = { .header = LAYOUT_HEADER,
			.pattern = "%u,%p,%m,k%v,%n,%n,%v,%l,%h",
			.units = 1,
			.periods = 12,
			.measures = 7,
			.name_length = 80 };
		struct select_wish wish = { .type = "trend" };
		char *csv = layout_stream(&stream);

		layout_check(&wish, csv, widths[i]);
		free(csv);
	}
	return unit_done();
}
