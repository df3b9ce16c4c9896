/* SPDX-License-Identifier: GPL-3.0-or-later */
/* theme_judge: whether what a theme draws can be seen and read (WCAG 2.2, 1.4.3 and
 * 1.4.11). */
#include "theme_colours.h"
#include "theme_file.h"

#include <stdio.h>

#define TEXT       4.5
#define SHAPE      3.0
#define RAMP_STEPS 256

const struct theme_colour_key theme_colours[THEME_COLOURS] = {
	{ "paper", offsetof(struct theme, paper), 1 },
	{ "ink", offsetof(struct theme, ink), 1 },
	{ "ink_dark", offsetof(struct theme, ink_dark), 1 },
	{ "figure", offsetof(struct theme, figure), 1 },
	{ "own", offsetof(struct theme, own), 1 },
	{ "bar", offsetof(struct theme, bar), 1 },
	{ "centre", offsetof(struct theme, centre), 1 },
	{ "band", offsetof(struct theme, band), 1 },
	{ "edge", offsetof(struct theme, edge), 1 },
	{ "grid", offsetof(struct theme, grid), 1 },
	{ "ramp_low", offsetof(struct theme, ramp_low), 1 },
	{ "ramp_high", offsetof(struct theme, ramp_high), 1 },
	{ "negative", offsetof(struct theme, negative), 2 },
	{ "neutral", offsetof(struct theme, neutral), 1 },
	{ "positive", offsetof(struct theme, positive), 2 },
	{ "series", offsetof(struct theme, series), THEME_SERIES },
};

static bool
enough(uint32_t colour, uint32_t ground, double least, const char *key, const char *what,
    struct theme_weakness *weakness)
{
	double contrast = theme_contrast(colour, ground);

	if (contrast >= least)
		return true;
	*weakness = (struct theme_weakness){ .what = what, .contrast = contrast, .least = least };
	snprintf(weakness->key, sizeof(weakness->key), "%s", key);
	return false;
}

/* Words on a colour are paper or dark ink, whichever is the better. */
static bool
bears_words(
    const struct theme *theme, uint32_t colour, const char *key, struct theme_weakness *weakness)
{
	return enough(theme_ink_on(theme, colour), colour, TEXT, key,
	    "under its words, paper or ink_dark", weakness);
}

static bool
ramp_readable(const struct theme *theme, struct theme_weakness *weakness)
{
	if (!enough(
	        theme->ramp_low, theme->ramp_high, SHAPE, "ramp_high", "with ramp_low", weakness))
		return false;
	for (size_t i = 0; i <= RAMP_STEPS; i++)
		if (!enough(theme_ink_on(theme, theme_ramp(theme, (double)i / RAMP_STEPS)),
		        theme_ramp(theme, (double)i / RAMP_STEPS), TEXT, "ink_dark",
		        "or paper has, on a step of the ramp", weakness))
			return false;
	return true;
}

bool
theme_readable(const struct theme *theme, struct theme_weakness *weakness)
{
	const struct {
		uint32_t colour;
		double least;
		const char *key;
	} alone[] = {
		{ theme->ink, TEXT, "ink" },
		{ theme->ink_dark, TEXT, "ink_dark" },
		{ theme->own, TEXT, "own" },
		{ theme->figure, SHAPE, "figure" },
		{ theme->bar, SHAPE, "bar" },
		{ theme->centre, SHAPE, "centre" },
		{ theme->edge, SHAPE, "edge" },
		{ theme->negative[0], SHAPE, "negative/0" },
		{ theme->positive[0], SHAPE, "positive/0" },
	};

	for (size_t i = 0; i < sizeof(alone) / sizeof(alone[0]); i++)
		if (!enough(alone[i].colour, theme->paper, alone[i].least, alone[i].key,
		        alone[i].least < TEXT ? "on paper" : "on paper, as text", weakness))
			return false;
	for (size_t i = 0; i < THEME_SERIES; i++) {
		char key[24];

		snprintf(key, sizeof(key), "series/%zu", i);
		if (!enough(theme->series[i], theme->paper, SHAPE, key, "on paper", weakness))
			return false;
	}
	return enough(theme->ink, theme->band, TEXT, "ink", "on band, as text", weakness)
	    && bears_words(theme, theme->negative[0], "negative/0", weakness)
	    && bears_words(theme, theme->negative[1], "negative/1", weakness)
	    && bears_words(theme, theme->neutral, "neutral", weakness)
	    && bears_words(theme, theme->positive[0], "positive/0", weakness)
	    && bears_words(theme, theme->positive[1], "positive/1", weakness)
	    && ramp_readable(theme, weakness);
}
