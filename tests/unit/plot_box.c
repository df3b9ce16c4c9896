/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plot_box: quartiles and whiskers against values worked by hand, as R's boxplot with
 * quantile type 7 has them; and whether the plots can be read at all widths. */
#include "../../filters/plot/box/box.h"
#include "plot_layout.h"

#define MEANS "%u,%p,%m,mean,%n,%n,%v,%l,%h"

static void
test_figures(void)
{
	/* places 5p: q1 at 1.25, median at 2.5, q3 at 3.75; the box is 6 long, so that 30 is
	 * beyond 8.5 + 9 */
	double six[] = { 1, 2, 4, 7, 9, 30 };
	/* places 4p: 10, 20, 30; 1.5 times 20 from 30 is 60, which a whisker still reaches */
	double five[] = { 0, 10, 20, 30, 60 };
	double four[] = { 1, 2, 3, 100 };
	double equal[] = { 5, 5, 5, 5, 5, 6 };
	struct box box = { .values = six, .count = 6 };

	box_measure(&box);
	CHECK_NUMBER(box.q1, 2.5, 1e-15);
	CHECK_NUMBER(box.median, 5.5, 1e-15);
	CHECK_NUMBER(box.q3, 8.5, 1e-15);
	CHECK(box.first == 0 && box.last == 4);
	CHECK(box_outliers(&box) == 1);
	box = (struct box){ .values = five, .count = 5 };
	box_measure(&box);
	CHECK_NUMBER(box.q1, 10, 1e-15);
	CHECK_NUMBER(box.q3, 30, 1e-15);
	CHECK(box.first == 0 && box.last == 4);
	CHECK(box_outliers(&box) == 0);
	box = (struct box){ .values = equal, .count = 6 };
	box_measure(&box);
	CHECK(box.last == 4 && box_outliers(&box) == 1);
	/* too few for a box: a median, and no outlier */
	box = (struct box){ .values = four, .count = 4 };
	box_measure(&box);
	CHECK_NUMBER(box.median, 2.5, 1e-15);
	CHECK(box_outliers(&box) == 0);
	box = (struct box){ 0 };
	box_measure(&box);
	CHECK(box_outliers(&box) == 0);
}

static void
test_layout(struct layout_stream stream, const char *own)
{
	static const double widths[] = { 320, 360, 640, 960 };
	struct select_wish wish = { .type = "box", .highlight = own };
	char *csv;

	stream.header = LAYOUT_HEADER;
	stream.pattern = MEANS;
	csv = layout_stream(&stream);
	for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++)
		layout_check(&wish, csv, widths[i]);
	free(csv);
}

int
main(void)
{
	test_figures();
	test_layout((struct layout_stream){ .units = 1 }, "Unit 1");
	test_layout((struct layout_stream){ .units = 5, .measures = 4 }, "Unit 2");
	test_layout((struct layout_stream){ .units = 4, .periods = 3, .name_length = 80 },
	    "Unit 2 community mental health team for adults and older people community mental");
	test_layout(
	    (struct layout_stream){ .units = 50, .periods = 24, .suppressed = 5 }, "Unit 7");
	test_layout(
	    (struct layout_stream){
	        .units = 300, .measures = 30, .name_length = 80, .negative = true },
	    NULL);
	test_layout((struct layout_stream){ .units = 300, .periods = 6, .name_length = 80 }, NULL);
	test_layout((struct layout_stream){ .units = 5, .measures = 3, .suppressed = 1 }, NULL);
	return unit_done();
}
