/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bands: names for stretches of a scale.  Each says of its edges whether they belong to
 * it: at_least and at_most do, above and below do not.
 *
 * Bands stand in ascending order, touch one another, and cover all that the scale can
 * be: no score is without a band or in two, and no band is without a score.
 */
#ifndef SCORE_BAND_H
#define SCORE_BAND_H

#include "../../lib/config.h"
#include "ratio.h"

#include <stddef.h>

struct band_edge {
	bool open; /* there is none */
	bool inclusive;
	struct decimal at;
};

struct band {
	const char *label; /* borrowed from the configuration */
	struct band_edge lower;
	struct band_edge upper;
};

struct bands {
	struct band *list; /* owned */
	size_t count;
};

#define BAND_NONE SIZE_MAX

/* Reads the bands of a scale that runs from least to most; an absent node is no bands.
 * On a fault they may be released. */
bool bands_load(struct bands *bands, const struct config_node *node, struct ratio least,
    struct ratio most, struct fault *fault);
void bands_release(struct bands *bands);
/* The band of a value; BAND_NONE where there are no bands. */
size_t bands_find(const struct bands *bands, struct ratio value);

#endif
