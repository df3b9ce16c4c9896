/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * component: what a scale adds up: an item's answer, or (boxes, counts) whether the
 * answer is in the box, 1 or 0.  Scales that score an item alike share its component.
 *
 * A component's value is counted from the least that it can be, so that all sums are of
 * whole numbers from 0 on; covariances do not change by it.
 */
#ifndef SCORE_COMPONENT_H
#define SCORE_COMPONENT_H

#include "../instrument/instrument.h"

/* Values are whole multiples of 10^-15, the finest that answers are. */
#define COMPONENT_PLACES DECIMAL_SCALE_MAX
/* The largest value that is added up by the quick way, 256 values at a time. */
#define COMPONENT_SMALL 1023
/* Two components of one scale, and each with itself. */
#define COMPONENT_PAIRS_MAX 1000000

struct component {
	size_t item;  /* in the instrument */
	size_t scale; /* the first that has it */
	bool boxed;
	struct scale_part part; /* boxes: what is in */
	struct decimal minimum; /* of the value */
	decimal_unsigned range; /* in units of 10^-15 */
	bool whole;             /* whole answers have whole values */
	int64_t whole_minimum;  /* then */
	int16_t small_maximum;  /* the largest value, or -1 where it is not small */
};

struct component_pair {
	uint32_t first;
	uint32_t second; /* not below first */
};

struct components {
	struct component *list; /* owned, as all here */
	size_t count;
	struct component_pair *pairs; /* in order; a component and itself, too */
	size_t pair_count;
	size_t **scales; /* for each scale: the component of each part; NULL: of scales */
	size_t scale_count;
};

/* False where there are more pairs than COMPONENT_PAIRS_MAX; it may be released. */
bool components_make(
    struct components *components, const struct instrument *instrument, struct fault *fault);
void components_release(struct components *components);
/* The index of a pair that stands together in some scale. */
size_t components_pair(const struct components *components, size_t one, size_t other);

/* The value of an answer that is given, in units of 10^-15. */
decimal_unsigned component_value(const struct component *component, const struct answer *answer);
/* The same in units of 1, or -1 where it is not whole or above COMPONENT_SMALL. */
int component_small(const struct component *component, const struct answer *answer);

#endif
