/* SPDX-License-Identifier: GPL-3.0-or-later */
/* apart: the units that are none among the others: totals, the nation, those without peers. */
#ifndef MHSW_PLOT_APART_H
#define MHSW_PLOT_APART_H

#include "select.h"

/* Sets selection->aparts, from the whole stream and from the totals wished for; a fault where
 * one of these is no unit. */
bool apart_find(struct selection *selection, struct fault *fault);

/* The base of a unit by its code, or by the name that --labels have for it alone. */
bool select_unit(
    const struct selection *selection, const char *typed, size_t *base, struct fault *fault);

#endif
