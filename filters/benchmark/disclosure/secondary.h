/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * secondary: hides further counts where the suppressed ones could be worked out from those
 * that they add up with.
 *
 * Needed where a rule suppresses but does not round.  Counts add up over the units to a
 * total or to the nation, and over measures that are parts of one whole (part_of) to their
 * denominator.  While a suppressed count cannot be as many values as the rule hides, the
 * smallest count that is still shown in one of its sums is hidden too, and what all hidden
 * counts can be is worked out again (additive.h).  It is the usual way of hiding little,
 * smallest first, not the least that could be hidden, which would be a problem of integer
 * programming (Fischetti and Salazar 2001).
 */
#ifndef BENCHMARK_SECONDARY_H
#define BENCHMARK_SECONDARY_H

#include "../group/group.h"
#include "disclosure.h"

/* Sets the cells' hidden parts; groups are sorted.  Nothing where the rule has no need. */
void secondary_hide(const struct groups *groups, const struct disclosure *rule);

#endif
