/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * seen: the keys of the records that stood before.
 *
 * What is kept of a key is its SipHash of 128 bits under a key of this run: of 10^7
 * keys two share one with a probability below 10^-24, so that what is found does not
 * depend on the run.  22 to 43 bytes for each key (a million: 34 MB, ten million: 268
 * MB), half as much again while the set grows.
 */
#ifndef SCORE_SEEN_H
#define SCORE_SEEN_H

#include "../../lib/digest.h"
#include "../../lib/field.h"

#include <stdbool.h>
#include <stddef.h>

struct seen_place {
	unsigned char bytes[DIGEST_WIDE_SIZE]; /* all 0: nothing here */
};

struct seen {
	struct digest_short keyed;
	struct seen_place *places; /* owned */
	size_t room;               /* a power of 2 */
	size_t count;
};

void seen_init(struct seen *seen);
/* A set that was never initialised ({0}), too. */
void seen_release(struct seen *seen);
/* Enters the key; false where it stands in the set already. */
bool seen_add(struct seen *seen, struct field key);

#endif
