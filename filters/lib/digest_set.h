/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * digest_set: texts that stood before, without the texts.
 *
 * What is kept of a text is its SipHash of 128 bits under a key of this run: of 10^7
 * texts two share one with a probability below 10^-24, so that what is found does not
 * depend on the run.  22 to 43 bytes for each text (a million: 34 MB, ten million: 268
 * MB), half as much again while the set grows.
 */
#ifndef MHSW_DIGEST_SET_H
#define MHSW_DIGEST_SET_H

#include "digest.h"
#include "field.h"

#include <stdbool.h>
#include <stddef.h>

struct digest_set_place {
	unsigned char bytes[DIGEST_WIDE_SIZE]; /* all 0: nothing here */
};

struct digest_set {
	struct digest_short keyed;
	struct digest_set_place *places; /* owned */
	size_t room;                     /* a power of 2 */
	size_t count;
};

void digest_set_init(struct digest_set *set);
/* Wipes and frees; a set that was never initialised ({0}), too. */
void digest_set_release(struct digest_set *set);
/* Enters the text; false where it stands in the set already. */
bool digest_set_add(struct digest_set *set, struct field text);
bool digest_set_holds(const struct digest_set *set, struct field text);

#endif
