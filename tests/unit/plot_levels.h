/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * plot_levels: streams of answers, for the unit tests of the charts that draw them.
 */
#ifndef TEST_PLOT_LEVELS_H
#define TEST_PLOT_LEVELS_H

#include "../../filters/plot/levels/levels.h"
#include "plot_layout.h"

static const char *const fft[] = { "Very poor", "Poor", "Neither good nor poor", "Good",
	"Very good", "Don't know" };

/* A stream of units by levels: shares of each row that make up 100; every held-th figure is
 * held back, 1: all. */
static char *
levels_stream(
    size_t units, size_t items, size_t level_count, size_t name_length, size_t held, bool zeros)
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
levels_check(const char *type, size_t units, size_t items, size_t levels, size_t length,
    size_t held, bool zeros)
{
	static const double widths[] = { 320, 360, 640, 960 };
	const struct select_wish wish = { .type = type };
	char *csv = levels_stream(units, items, levels, length, held, zeros);

	for (size_t i = 0; i < 4; i++)
		layout_check(&wish, csv, widths[i]);
	free(csv);
}

__attribute__((unused)) static void
levels_check_all(const char *type)
{
	static const size_t units[] = { 1, 5, 50, 300 };

	for (size_t i = 0; i < 4; i++) {
		levels_check(type, units[i], 1, 6, 12, 0, false);
		levels_check(type, units[i], 1, 6, 80, 5, false);
	}
	for (size_t levels = 2; levels <= LEVELS_MAX; levels++)
		levels_check(type, 4, 1, levels, levels % 2 == 0 ? 12 : 80, 3, false);
	levels_check(type, 1, 6, 6, 30, 4, false); /* the items of one unit */
	levels_check(type, 5, 3, 6, 80, 4, false); /* a group for each item */
	levels_check(type, 5, 1, 6, 20, 1, false); /* all held back */
	levels_check(type, 5, 1, 6, 20, 0, true);  /* all shares are zero */
}

#endif
