/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plot: diverging charts of answers can be read at every width, whatever they hold. */
#include "../../filters/plot/likert/likert.h"
#include "plot_layout.h"

static const char *const fft[] = { "Very poor", "Poor", "Neither good nor poor", "Good",
	"Very good", "Don't know" };

/* A stream of units by levels: shares of each row that make up 100; every held-th figure is
 * held back, 1: all. */
static char *
make(size_t units, size_t items, size_t level_count, size_t name_length, size_t held, bool zeros)
{
	struct buffer out = { 0 };
	size_t rows = 0;

	buffer_format(&out, "unit,period,measure,kind,records,denominator,value\n");
	for (size_t unit = 0; unit < units; unit++)
		for (size_t item = 0; item < items; item++)
			for (size_t level = 0; level < level_count; level++) {
				size_t share = level + 1 < level_count
				    ? (unit * 7 + level * 5) % (100 / level_count)
				    : 0;
				struct buffer name = { 0 };

				layout_name(&name, level + 1, name_length);
				layout_name(&out, unit + 1, name_length);
				buffer_format(&out, ",all,item %zu=%.*s,proportion,200,200,", item,
				    level_count == 6 ? (int)strlen(fft[level]) : (int)name.length,
				    level_count == 6 ? fft[level] : name.data);
				if (++rows, held != 0 && rows % held == 0)
					buffer_append_text(&out, "*\n");
				else
					buffer_format(&out, "%zu\n", zeros ? 0 : share);
				buffer_release(&name);
			}
	buffer_append(&out, "", 1);
	return out.data;
}

static void
check(const char *type, size_t units, size_t items, size_t levels, size_t length, size_t held,
    bool zeros)
{
	static const double widths[] = { 320, 360, 640, 960 };
	const struct select_wish wish = { .type = type };
	char *csv = make(units, items, levels, length, held, zeros);

	for (size_t i = 0; i < 4; i++)
		layout_check(&wish, csv, widths[i]);
	free(csv);
}

static void
check_all(const char *type)
{
	static const size_t units[] = { 1, 5, 50, 300 };

	for (size_t i = 0; i < 4; i++) {
		check(type, units[i], 1, 6, 12, 0, false);
		check(type, units[i], 1, 6, 80, 5, false);
	}
	for (size_t levels = 2; levels <= LEVELS_MAX; levels++)
		check(type, 4, 1, levels, levels % 2 == 0 ? 12 : 80, 3, false);
	check(type, 1, 6, 6, 30, 4, false); /* the items of one unit */
	check(type, 5, 3, 6, 80, 4, false); /* a group for each item */
	check(type, 5, 1, 6, 20, 1, false); /* all held back */
	check(type, 5, 1, 6, 20, 0, true);  /* all shares are zero */
}

/* The lightness of neighbours, or strokes on one of them, tells levels apart. */
static void
check_inks(void)
{
	static const enum levels_side sides[] = { LEVELS_NEGATIVE, LEVELS_POSITIVE };

	for (size_t count = 2; count <= 5; count++)
		for (size_t side = 0; side < 2; side++) {
			struct level list[LEVELS_MAX] = { { 0 } };
			struct levels levels = { .list = list, .count = count };
			struct levels_ink inks[LEVELS_MAX];
			bool told = true;

			for (size_t i = 0; i < count; i++)
				list[i] = (struct level){ .side = sides[side], .place = i };
			levels_inks(&levels, &theme_default, true, inks);
			for (size_t i = 1; i < count; i++)
				told = told
				    && (inks[i].strokes != inks[i - 1].strokes
				        || theme_contrast(inks[i].fill, inks[i - 1].fill) >= 3)
				    && theme_contrast(inks[i].fill, theme_default.paper)
				        > theme_contrast(inks[i - 1].fill, theme_default.paper);
			CHECK(told);
		}
}

/* What is left of 100 is drawn for several levels together, and never for one, whose figure
 * it would be. */
static void
check_held(void)
{
	struct series_row rows[3] = { { .kind = "proportion" }, { .kind = "proportion" },
		{ .kind = "proportion" } };
	const struct series_row *cells[3] = { &rows[0], &rows[1], &rows[2] };
	struct levels_row row = { .cells = cells };
	struct level list[3] = { { .side = LEVELS_NEGATIVE, .place = 1 },
		{ .side = LEVELS_NEGATIVE }, { .side = LEVELS_POSITIVE } };
	struct likert likert = { .levels = { .list = list,
		                     .count = 3,
		                     .rows = &row,
		                     .row_count = 1,
		                     .percent = true } };

	rows[0].figures[SERIES_VALUE].state = SERIES_SUPPRESSED;
	rows[1].figures[SERIES_VALUE] = (struct series_figure){ SERIES_NUMBER, 25, "25" };
	rows[2].figures[SERIES_VALUE] = (struct series_figure){ SERIES_NUMBER, 60, "60" };
	CHECK(likert_held_on(&likert, &row, LEVELS_NEGATIVE));
	CHECK_NUMBER(likert_held_length(&likert, &row), 0, 0);
	rows[1].figures[SERIES_VALUE].state = SERIES_SUPPRESSED;
	CHECK(likert_held_on(&likert, &row, LEVELS_NEGATIVE));
	CHECK_NUMBER(likert_held_length(&likert, &row), 40, 0);
	list[1].side = LEVELS_MIDDLE;
	CHECK(!likert_held_on(&likert, &row, LEVELS_NEGATIVE));
	CHECK(likert_held_apart(&likert, &row));
}

int
main(void)
{
	check_held();
	check_all("likert");
	check_inks();
	return unit_done();
}
