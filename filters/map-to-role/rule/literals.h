/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * literals: texts of which every match of a pattern holds at least one.
 *
 * {0} is empty and says that no such texts are known.
 */
#ifndef ROLE_LITERALS_H
#define ROLE_LITERALS_H

#include "../../lib/memory.h"

#include <stddef.h>

struct literals {
	char **texts; /* NUL-terminated, owned */
	size_t count;
	size_t shortest; /* bytes of the shortest text */
};

void literals_release(struct literals *literals);
void literals_add(struct literals *literals, const char *text, size_t length);

/* A sequence as far as it is read: the best of its parts' literals, and the run of
 * plain characters at hand. */
struct sequence {
	size_t minimum; /* characters that a match takes at least */
	struct literals best;
	struct buffer run;
};

/* Takes a part's literals (offer is empty afterwards) if they are the best so far. */
void sequence_offer(struct sequence *sequence, struct literals *offer);
/* Ends the run of plain characters: what follows does not adjoin it for sure. */
void sequence_break(struct sequence *sequence);

#endif
