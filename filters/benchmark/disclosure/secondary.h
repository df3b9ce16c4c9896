/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * secondary: hides further counts where the suppressed ones could be worked out from those
 * that they add up with.
 *
 * Counts add up over the units to a total or to the nation, and over measures that are
 * parts of one whole (part_of) to their denominator.  While a suppressed count cannot be as
 * many values as the rule hides (or two, where the rule rounds, which hides much already),
 * the smallest count that is still shown in one of its sums is hidden too, and what all
 * hidden counts can be is worked out again (additive.h, pair.h), taking hidden counts for
 * small ones wherever they could be that.  It is the usual way of hiding little,
 * smallest first, not the least that could be hidden, which would be a problem of integer
 * programming (Fischetti and Salazar 2001).
 */
#ifndef BENCHMARK_SECONDARY_H
#define BENCHMARK_SECONDARY_H

#include "../group/group.h"
#include "disclosure.h"

/* Sets the cells' hidden parts; groups are sorted. */
void secondary_hide(const struct groups *groups, const struct disclosure *rule);

#endif
