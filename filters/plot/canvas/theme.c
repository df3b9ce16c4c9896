/* SPDX-License-Identifier: GPL-3.0-or-later */
/* theme: the colours of a chart. */
#include "theme.h"

#include <math.h>

const struct theme theme_default = { .font = "DejaVu Sans",
	.fallbacks = "Verdana, Arial, Helvetica, sans-serif",
	.paper = 0xFFFFFF,
	.ink = 0x3D3D3D,
	.ink_dark = 0x000000,
	.figure = 0x12436D,
	.own = 0x801650,
	.bar = 0x4F7CA5,
	.centre = 0x28A197,
	.band = 0xE3E9EF,
	.edge = 0x858585,
	.grid = 0xD5D5D5,
	.ramp_low = 0xEAF1F7,
	.ramp_high = 0x12436D,
	.negative = { 0x801650, 0xC77BA6 },
	.neutral = 0xD5D5D5,
	.positive = { 0x12436D, 0x8FB1CE },
	.series = { 0x12436D, 0x28A197, 0x801650, 0xF46A25, 0x3D3D3D, 0xA285D1 } };

static double
mix(double from, double to, double share)
{
	return from + (to - from) * share;
}

uint32_t
theme_ramp(const struct theme *theme, double share)
{
	uint32_t colour = 0;

	for (unsigned shift = 0; shift <= 16; shift += 8)
		colour |= (uint32_t)lround(mix(theme->ramp_low >> shift & 255,
		              theme->ramp_high >> shift & 255, share))
		    << shift;
	return colour;
}

static double
linear(uint32_t channel)
{
	double value = channel / 255.0;

	return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

/* Relative luminance of WCAG 2.2. */
static double
luminance(uint32_t colour)
{
	return 0.2126 * linear(colour >> 16 & 255) + 0.7152 * linear(colour >> 8 & 255)
	    + 0.0722 * linear(colour & 255);
}

double
theme_contrast(uint32_t one, uint32_t other)
{
	double a = luminance(one) + 0.05;
	double b = luminance(other) + 0.05;

	return a > b ? a / b : b / a;
}

uint32_t
theme_ink_on(const struct theme *theme, uint32_t colour)
{
	return theme_contrast(theme->paper, colour) > theme_contrast(theme->ink_dark, colour)
	    ? theme->paper
	    : theme->ink_dark;
}
