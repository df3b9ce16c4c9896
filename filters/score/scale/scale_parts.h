/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scale_parts: the items or scales of a scale, and the whole numbers that their sum is
 * worked out with. */
#ifndef SCORE_SCALE_PARTS_H
#define SCORE_SCALE_PARTS_H

#include "scale.h"

/* Reads "items" or "scales", and "weights". */
bool scale_parts_load(struct scale *scale, const struct config_node *node,
    const struct scale_world *world, struct fault *fault);
/* Reads "at_least" and "at_most" of boxes and counts. */
bool scale_parts_load_box(struct scale *scale, const struct config_node *node,
    const struct scale_world *world, struct fault *fault);
/* Works out offsets, factors and bases, once everything is read. */
bool scale_parts_plan(struct scale *scale, const struct config_node *node,
    const struct scale_world *world, struct fault *fault);
/* No box or count asks for what a part can never be. */
bool scale_parts_check_box(const struct scale *scale, const struct config_node *node,
    const struct scale_world *world, struct fault *fault);
/* What the score can be: from least to most. */
bool scale_parts_range(struct scale *scale, const struct config_node *node,
    const struct scale_world *world, struct fault *fault);

#endif
