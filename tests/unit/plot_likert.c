/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plot: diverging charts of answers can be read at every width, whatever they hold. */
#include "../../filters/plot/likert/likert.h"
#include "plot_levels.h"

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
	levels_check_all("likert");
	check_inks();
	return unit_done();
}
