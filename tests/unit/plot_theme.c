/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plot_theme: contrasts of the built-in theme, and themes that are refused. */
#include "../../filters/plot/canvas/theme_file.h"
#include "unit.h"

static void
check_weak(struct theme theme, const char *key)
{
	struct theme_weakness weakness = { .key = "" };

	CHECK(!theme_readable(&theme, &weakness));
	CHECK_TEXT(weakness.key, key);
	CHECK(weakness.contrast < weakness.least);
}

int
main(void)
{
	struct theme_weakness weakness = { .key = "" };
	struct theme theme = theme_default;

	CHECK(theme_readable(&theme_default, &weakness));
	CHECK_TEXT(weakness.key, "");
	CHECK_NUMBER(theme_contrast(0x000000, 0xFFFFFF), 21, 1e-12);
	/* the WCAG's own example of a grey that just passes */
	CHECK_NUMBER(theme_contrast(0x767676, 0xFFFFFF), 4.54, 1e-3);
	theme.ink = 0x808080;
	check_weak(theme, "ink");
	theme = theme_default;
	theme.own = 0x999999;
	check_weak(theme, "own");
	theme = theme_default;
	theme.series[4] = 0xEEEEEE;
	check_weak(theme, "series/4");
	theme = theme_default;
	theme.negative[1] = 0x808080; /* neither white nor this ink can be read on it */
	theme.ink_dark = 0x303030;
	check_weak(theme, "negative/1");
	theme = theme_default;
	theme.ramp_high = theme.ramp_low;
	check_weak(theme, "ramp_high");
	theme = theme_default;
	theme.ink_dark = 0x1A1A1A; /* a step in the middle bears neither */
	check_weak(theme, "ink_dark");
	theme = theme_default;
	theme.paper = 0x101010;
	check_weak(theme, "ink");
	return unit_done();
}
