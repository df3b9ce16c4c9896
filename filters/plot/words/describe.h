/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * describe: what a chart shows in words: subtitle, notes, the text
 * alternative.
 */
#ifndef MHSW_PLOT_DESCRIBE_H
#define MHSW_PLOT_DESCRIBE_H

#include "words.h"

/* Cleaned texts; the caller frees them; "" where there is nothing to say. */
char *describe_title(const struct selection *selection);
char *describe_subtitle(const struct selection *selection);
/* text: of a terminal, where nothing is drawn. */
char *describe_suppressed(const struct selection *selection, bool text);
char *describe_absent(const struct selection *selection);
/* Appends the chart in words: kind, title, what is drawn, the ends and the own unit. */
void describe_alt(const struct selection *selection, const struct words *words, struct buffer *alt);

#endif
