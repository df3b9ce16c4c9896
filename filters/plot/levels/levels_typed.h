/* SPDX-License-Identifier: GPL-3.0-or-later */
/* levels_typed: the levels that --levels and --apart name, by their codes or their names. */
#ifndef MHSW_PLOT_LEVELS_TYPED_H
#define MHSW_PLOT_LEVELS_TYPED_H

#include "levels.h"

#define LEVELS_NONE ((size_t)-1)

/* Puts the levels of --levels in front, in that order: placed is how many they are, centre
 * how many stand before an empty name, or LEVELS_NONE.  A name that is no level is a fault. */
bool levels_typed_order(struct levels *levels, const struct selection *selection, size_t *placed,
    size_t *centre, struct fault *fault);
/* Puts the levels of --apart on no side, and behind those that stand in front already. */
bool levels_typed_apart(
    struct levels *levels, const struct selection *selection, size_t *placed, struct fault *fault);
/* Moves one of the list forward. */
void levels_move(struct level *list, size_t from, size_t to);

#endif
