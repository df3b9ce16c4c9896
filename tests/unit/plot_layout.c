/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plot_layout: the look at drawings itself, and the first charts through it. */
#include "plot_layout.h"

#define QUARTILES                                                                                  \
	"unit,period,measure,kind,records,denominator,value,lower95,upper95,q1,median,q3,rank"
#define CONTROL                                                                                    \
	"unit,period,measure,kind,records,denominator,value,lower95,upper95,centre,"               \
	"limit_lower998,limit_upper998,signal"

static void
check_faults_are_found(void)
{
	struct canvas canvas = { .theme = &theme_default, .width = 400, .height = 100 };

	canvas_word(&canvas, 10, 50, CANVAS_LEFT, 16, false, 0, "first");
	canvas_line(&canvas, 0, 0, 400, 100, 1, 0);
	CHECK(layout_faults(&canvas) == 0);
	canvas_word(&canvas, 40, 60, CANVAS_LEFT, 16, false, 0, "second");
	CHECK(layout_faults(&canvas) == 1); /* overlap */
	canvas_word(&canvas, 398, 20, CANVAS_CENTRE, 16, false, 0, "third");
	CHECK(layout_faults(&canvas) == 2); /* leaves at the right */
	canvas_word(&canvas, 300, 5, CANVAS_RIGHT, 16, false, 0, "fourth");
	CHECK(layout_faults(&canvas) == 3); /* leaves at the top */
	canvas_word(&canvas, 300, 60, CANVAS_LEFT, 15, false, 0, "fifth");
	CHECK(layout_faults(&canvas) == 4); /* too small */
	canvas_box(&canvas, 10, 10, 20, 102, 0);
	CHECK(layout_faults(&canvas) == 5);
	canvas_circle(&canvas, 3, 20, 5, 0);
	CHECK(layout_faults(&canvas) == 6);
	canvas_line(&canvas, 0, 0, NAN, 5, 1, 0);
	CHECK(layout_faults(&canvas) == 7);
	canvas_release(&canvas);
}

static void
check_stream(void)
{
	struct layout_stream stream = { .header = "unit,period,measure,value",
		.pattern = "%u,%p,%m,%v",
		.units = 2,
		.periods = 2,
		.name_length = 12,
		.suppressed = 3,
		.negative = true };
	char *csv = layout_stream(&stream);

	CHECK_TEXT(csv,
	    "unit,period,measure,value\n"
	    "Unit 1 commu,2022-01,measure_1,0.0\nUnit 1 commu,2022-02,measure_1,13.0\n"
	    "Unit 2 commu,2022-01,measure_1,*\nUnit 2 commu,2022-02,measure_1,-50.0\n");
	free(csv);
}

/* The widths at which the type holds, for the usual numbers of units. */
static void
check_type(const char *type, struct layout_stream stream, const double *widths, size_t count)
{
	static const size_t units[] = { 0, 1, 5, 50, 300 };
	static const size_t lengths[] = { 12, 80 };

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		for (size_t j = 0; j < 2; j++)
			for (size_t k = 0; k < count; k++) {
				struct select_wish wish = { .type = type };
				char *csv;

				stream.units = units[i];
				stream.name_length = lengths[j];
				csv = layout_stream(&stream);
				if (!layout_check(&wish, csv, widths[k]))
					printf(
					    "# %zu units of %zu letters\n", units[i], lengths[j]);
				free(csv);
			}
}

int
main(void)
{
	/* each chart is held to the widths from the first on that it was made for */
	static const double widths[] = { 960, 640, 320 };

	layout_silent = true;
	check_faults_are_found();
	layout_silent = false;
	check_stream();
	check_type("ranked",
	    (struct layout_stream){
	        .header = QUARTILES, .pattern = LAYOUT_PATTERN ",1.0,1.5,2.5,%i", .suppressed = 7 },
	    widths, 1);
	check_type("control",
	    (struct layout_stream){ .header = CONTROL,
	        .pattern = LAYOUT_PATTERN ",48.0,11.0,86.0,",
	        .periods = 24,
	        .suppressed = 11 },
	    widths, 2);
	check_type("heatmap",
	    (struct layout_stream){ .header = LAYOUT_HEADER,
	        .pattern = LAYOUT_PATTERN,
	        .measures = 6,
	        .suppressed = 5 },
	    widths, 3);
	return unit_done();
}
