/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of ratios: what can be read at all widths, and figures, sides and axes. */
#include "../../filters/plot/ratio/ratio.h"
#include "plot_layout.h"

#define HEADER                                                                                     \
	"unit,period,group,measure,kind,records,value,lower95,upper95,reference,ratio,"            \
	"ratio_lower95,ratio_upper95"

static const double widths[] = { 320, 360, 560, 640, 960 };

/* A stream of so many units with some groups each, the first of reference. */
static char *
make_stream(size_t units, size_t groups, size_t name_length, bool held)
{
	struct buffer out = { 0 };

	buffer_append_text(&out, HEADER "\n");
	for (size_t i = 0; i < units; i++)
		for (size_t j = 0; j <= groups; j++) {
			double ratio = exp((double)((i * 7 + j * 13) % 23) / 6 - 1.5);

			layout_name(&out, i + 1, name_length);
			buffer_append_text(&out, ",2024/25,");
			if (j == 0) {
				buffer_append_text(
				    &out, "White,m,rate,9,87.6,,,87.6,1.0000,[z],[z]\n");
				continue;
			}
			buffer_format(&out, "Group %zu of people who are asked,m,", j);
			if (held || (i + j) % 11 == 10)
				buffer_append_text(&out, "rate,*,*,*,*,*,*,*,*\n");
			else if ((i + j) % 7 == 6)
				buffer_append_text(&out, "rate,9,0.0,0,9,87.6,0.0000,0.0000,3.1\n");
			else
				buffer_format(&out, "rate,9,%.1f,1,9,87.6,%.4f,%.4f,%.4f\n",
				    ratio * 87.6, ratio, ratio / (1 + (double)j),
				    ratio * (j == 2 ? 4000 : 2));
		}
	buffer_append(&out, "", 1);
	return out.data;
}

static void
check_layouts(void)
{
	static const size_t shapes[][2] = { { 1, 4 }, { 5, 4 }, { 3, 9 }, { 50, 1 }, { 60, 4 } };
	static const size_t lengths[] = { 12, 80 };

	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++)
		for (size_t j = 0; j < 4; j++) {
			char *csv =
			    make_stream(shapes[i][0], shapes[i][1], lengths[j % 2], j / 2 == 1);
			struct select_wish wish = { .type = "ratio" };

			for (size_t k = 0; k < sizeof(widths) / sizeof(widths[0]); k++)
				if (!layout_check(&wish, csv, widths[k]))
					printf("# %zu units of %zu groups, names of %zu letters\n",
					    shapes[i][0], shapes[i][1], lengths[j % 2]);
			free(csv);
		}
}

static struct series_row
row_for(double ratio, double lower, double upper)
{
	struct series_row row = { .kind = "rate", .signal = "" };

	for (size_t i = 0; i < SERIES_COLUMNS; i++)
		row.figures[i].text = "";
	row.figures[SERIES_RATIO] = (struct series_figure){ SERIES_NUMBER, ratio, "" };
	if (lower >= 0)
		row.figures[SERIES_RATIO_LOWER] =
		    (struct series_figure){ SERIES_NUMBER, lower, "" };
	if (upper >= 0)
		row.figures[SERIES_RATIO_UPPER] =
		    (struct series_figure){ SERIES_NUMBER, upper, "" };
	return row;
}

static void
check_figure(double ratio, double lower, double upper, const char *expected)
{
	struct series_row row = row_for(ratio, lower, upper);
	struct ratio_item item = { .row = &row };
	char *got = ratio_figures(&item);

	CHECK_TEXT(got, expected);
	free(got);
}

static void
check_figures(void)
{
	check_figure(2.672, 2.464, 2.8976, "2.67 (2.46 to 2.90)");
	/* which side of 1 is not rounded away */
	check_figure(1.2, 1.0031, 1.4, "1.20 (1.003 to 1.40)");
	check_figure(0.8, 0.7, 0.9996, "0.80 (0.70 to 0.9996)");
	check_figure(1.0, 0.9, 1.1, "1.00 (0.90 to 1.10)");
	check_figure(0.0123, 0.001, 12.34, "0.012 (0.001 to 12.3)");
	check_figure(0, 0, 0.81, "0 (0 to 0.81)");
	check_figure(150.4, 12.04, 1650.2, "150 (12.0 to 1650)");
	check_figure(3, -1, -1, "3.00");
	check_figure(3, 1.5, -1, "3.00 (1.50 and more)");
}

static enum ratio_side
side_for(double lower, double upper)
{
	struct series_row row = row_for(1.5, lower, upper);

	return ratio_side(&row);
}

static void
check_sides(void)
{
	CHECK(side_for(1.01, 2) == RATIO_HIGHER);
	CHECK(side_for(1, 2) == RATIO_SIMILAR);
	CHECK(side_for(0.5, 1) == RATIO_SIMILAR);
	CHECK(side_for(0.5, 0.99) == RATIO_LOWER);
	CHECK(side_for(-1, -1) == RATIO_UNKNOWN);
	CHECK(side_for(1.5, -1) == RATIO_HIGHER);
}

static struct axis
axis_for(const struct series_row *rows, size_t count, double width)
{
	struct ratio_item items[4];
	struct ratio_list list = { .items = items, .count = count };
	struct axis axis = { .from = 0, .to = width };

	for (size_t i = 0; i < count; i++)
		items[i] = (struct ratio_item){ .row = &rows[i] };
	ratio_axis(&axis, &list);
	return axis;
}

static bool
has_tick(const struct axis *axis, double tick)
{
	for (size_t i = 0; i < axis->tick_count; i++)
		if (fabs(axis->ticks[i] - tick) < 1e-12)
			return true;
	return false;
}

static void
check_axes(void)
{
	struct series_row rows[2] = { row_for(3.5, 2, 6), row_for(0.4, 0.25, 0.7) };
	struct axis axis = axis_for(rows, 2, 400);

	CHECK(has_tick(&axis, 0.25));
	CHECK(has_tick(&axis, 0.5));
	CHECK(has_tick(&axis, 1));
	CHECK(has_tick(&axis, 2));
	CHECK(has_tick(&axis, 4));
	/* one huge interval does not squeeze the rest, nor does one of 0 */
	rows[1] = row_for(2, 0, 90000);
	axis = axis_for(rows, 2, 400);
	CHECK(axis.high < 3.5 * 3.2);
	CHECK(axis.low > 0.3);
	CHECK(has_tick(&axis, 1));
	/* half and double are as far from 1 */
	CHECK_NUMBER(axis_pixel(&axis, 2) - axis_pixel(&axis, 1),
	    axis_pixel(&axis, 1) - axis_pixel(&axis, 0.5), 1e-9);
	/* all near 1: finer ticks */
	rows[0] = row_for(1.05, 0.95, 1.12);
	axis = axis_for(rows, 1, 400);
	CHECK(has_tick(&axis, 0.9));
	CHECK(has_tick(&axis, 1.1));
	CHECK(!has_tick(&axis, 2));
	/* zeros alone, and ratios over all bounds */
	rows[0] = row_for(0, 0, 0.4);
	axis = axis_for(rows, 1, 400);
	CHECK(axis.low > 0 && has_tick(&axis, 1));
	rows[0] = row_for(1e9, 1e-9, 1e15);
	axis = axis_for(rows, 1, 400);
	CHECK(isfinite(axis.high) && has_tick(&axis, 1));
}

int
main(void)
{
	check_figures();
	check_sides();
	check_axes();
	check_layouts();
	return unit_done();
}
