/* SPDX-License-Identifier: GPL-3.0-or-later */
/* theme_colours: the colours of a theme by their keys in a file. */
#ifndef MHSW_PLOT_THEME_COLOURS_H
#define MHSW_PLOT_THEME_COLOURS_H

#include "theme.h"

#include <stddef.h>

#define THEME_COLOURS 16

extern const struct theme_colour_key {
	const char *key;
	size_t offset;
	size_t count;
} theme_colours[THEME_COLOURS];

static inline uint32_t *
theme_colour(struct theme *theme, size_t which, size_t index)
{
	return (uint32_t *)(void *)((char *)theme + theme_colours[which].offset) + index;
}

#endif
