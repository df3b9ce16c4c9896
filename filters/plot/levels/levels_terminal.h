/* SPDX-License-Identifier: GPL-3.0-or-later */
/* levels_terminal: rows and their levels for a terminal, a line and a bar for each level. */
#ifndef MHSW_PLOT_LEVELS_TERMINAL_H
#define MHSW_PLOT_LEVELS_TERMINAL_H

#include "../../lib/memory.h"
#include "levels.h"

/* In so many cells; all bars are on one scale from zero. */
void levels_terminal(const struct levels *levels, size_t columns, struct buffer *text);

#endif
