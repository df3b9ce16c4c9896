/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plot_heatmap: whether heat maps of all sizes can be read in the width that there is. */
#include "../../filters/plot/heatmap/heatmap_cells.h"
#include "plot_layout.h"

#define PARTS "unit,period,part,measure,kind,records,value"

static void
test_layout(struct layout_stream stream)
{
	static const double widths[] = { 320, 360, 640, 960 };
	struct select_wish wish = { .type = "heatmap" };
	char *csv;

	stream.header = stream.header == NULL ? LAYOUT_HEADER : stream.header;
	stream.pattern = stream.pattern == NULL ? LAYOUT_PATTERN : stream.pattern;
	csv = layout_stream(&stream);
	for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++)
		layout_check(&wish, csv, widths[i]);
	free(csv);
}

/* The picture keeps the width that was asked for, and no part of it is a roll of paper. */
static void
test_size(size_t units, size_t measures, size_t periods, double width, double height)
{
	struct layout_stream stream = { .header = LAYOUT_HEADER,
		.pattern = LAYOUT_PATTERN,
		.units = units,
		.measures = measures,
		.periods = periods,
		.name_length = 80 };
	struct select_wish wish = { .type = "heatmap" };
	struct words_wish said = { 0 };
	struct canvas canvas;
	char *csv = layout_stream(&stream);

	CHECK(layout_draw(&wish, &said, csv, width, &canvas));
	CHECK_NUMBER(canvas.width, width, 0);
	CHECK(canvas.height < height);
	canvas_release(&canvas);
	free(csv);
}

/* Figures can be read on every colour of the ramp (WCAG 2.2 asks 4.5). */
static void
test_contrast(void)
{
	double least = 21;

	for (int i = 0; i <= 100; i++) {
		uint32_t colour = theme_ramp(&theme_default, i / 100.0);

		least = fmin(least, theme_contrast(theme_ink_on(&theme_default, colour), colour));
	}
	CHECK(least >= 4.5);
}

int
main(void)
{
	test_contrast();
	test_layout((struct layout_stream){ .units = 1, .measures = 5 });
	test_layout((struct layout_stream){ .units = 5, .measures = 30, .name_length = 80 });
	test_layout((struct layout_stream){ .units = 50, .periods = 24, .suppressed = 9 });
	test_layout((struct layout_stream){ .units = 300, .periods = 24, .name_length = 80 });
	test_layout((struct layout_stream){ .units = 300, .measures = 30, .negative = true });
	test_layout((struct layout_stream){ .units = 5, .measures = 4, .suppressed = 1 });
	test_layout((struct layout_stream){ .units = 8,
	    .measures = 3,
	    .name_length = 80,
	    .header = PARTS,
	    .pattern = "%u,%p,carer,%m,mean,%n,%v\n%u,%p,person,%m,mean,%n,%v" });
	test_size(300, 30, 1, 360, 16000);
	test_size(300, 1, 24, 960, 12000);
	test_size(8, 30, 1, 960, 4000);
	return unit_done();
}
