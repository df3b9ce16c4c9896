/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * literals: gathers the texts, and keeps the best of a sequence's parts.
 */
#include "literals.h"

#include <stdlib.h>

void
literals_release(struct literals *literals)
{
	for (size_t i = 0; i < literals->count; i++)
		free(literals->texts[i]);
	free(literals->texts);
	*literals = (struct literals){ 0 };
}

void
literals_add(struct literals *literals, const char *text, size_t length)
{
	literals->texts = xreallocarray(literals->texts, literals->count + 1, sizeof(char *));
	literals->texts[literals->count++] = xstrndup(text, length);
	if (literals->count == 1 || length < literals->shortest)
		literals->shortest = length;
}

/* The longer the shortest text, the rarer a false alarm; among equals the later
 * part wins, because English puts the weightier word last. */
void
sequence_offer(struct sequence *sequence, struct literals *offer)
{
	if (offer->count != 0 && offer->shortest >= sequence->best.shortest) {
		literals_release(&sequence->best);
		sequence->best = *offer;
		*offer = (struct literals){ 0 };
	} else {
		literals_release(offer);
	}
}

void
sequence_break(struct sequence *sequence)
{
	struct literals run = { 0 };

	if (sequence->run.length != 0) {
		literals_add(&run, sequence->run.data, sequence->run.length);
		sequence_offer(sequence, &run);
	}
	buffer_clear(&sequence->run);
}
