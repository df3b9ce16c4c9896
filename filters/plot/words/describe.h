/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * describe: what a chart shows in words: subtitle, notes, the text alternative,
 * and the SVG's own title and description.
 */
#ifndef MHSW_PLOT_DESCRIBE_H
#define MHSW_PLOT_DESCRIBE_H

#include "../canvas/theme.h"
#include "words.h"

/* Cleaned texts; the caller frees them; "" where there is nothing to say. */
char *describe_title(const struct selection *selection);
char *describe_subtitle(const struct selection *selection);
char *describe_suppressed(const struct selection *selection);
char *describe_absent(const struct selection *selection);
/* Appends the chart in words: kind, title, what is drawn, the ends and the own unit. */
void describe_alt(const struct selection *selection, const struct words *words, struct buffer *alt);

/* Turns what gnuplot drew into an SVG for people: its own title and description
 * instead of gnuplot's with its version, role and labels, fonts with fallbacks,
 * smooth edges, no definitions that nothing uses. */
void describe_svg(const struct buffer *drawn, const struct words *words, const struct theme *theme,
    struct buffer *svg);

#endif
