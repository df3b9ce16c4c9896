/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * trigger: which of some numbered signs are given in a text, found in one pass over it.
 *
 * A sign is given where one of its literals stands; one without literals always is.
 * Each literal is looked for by four of its bytes, the rarest (after Wu and Manber, 1994),
 * and compared whole where they stand.
 */
#ifndef ROLE_TRIGGER_H
#define ROLE_TRIGGER_H

#include "../../lib/field.h"

#include <stddef.h>
#include <stdint.h>

/* Literals past this many bytes in all are not kept: their signs are always given, so that
 * a huge file of rules does not eat the memory. */
#define TRIGGER_BYTES_MAX ((size_t)1 << 20)

struct trigger;

/* For signs numbered from 0 to signs - 1. */
struct trigger *trigger_new(size_t signs);
void trigger_free(struct trigger *trigger);

/* The sign is given where this literal stands, for something that begins at most so many
 * bytes before it; LITERALS_FAR and more: anywhere before it. */
void trigger_add(struct trigger *trigger, struct field literal, size_t before, size_t sign);
/* The sign is given always. */
void trigger_always(struct trigger *trigger, size_t sign);
/* A text such as those to come: which bytes are rare is told by these, and by English. */
void trigger_learn(struct trigger *trigger, struct field text);
/* After the last literal, before the first scan. */
void trigger_build(struct trigger *trigger);

/* Where that for which a sign is given begins, first and last, if no literal of it was missed:
 * of a sign that is always given anywhere. */
struct sighting {
	size_t first;
	size_t last;
};

#define SIGHTING_ANYWHERE ((struct sighting){ 0, SIZE_MAX })

/* Sets one bit for each sign that is given: trigger_words() words of 64; and their
 * sightings, 64 for each word, which are SIGHTING_ANYWHERE before the first scan. */
size_t trigger_words(const struct trigger *trigger);
void trigger_scan(
    const struct trigger *trigger, struct field text, uint64_t *signs, struct sighting *sightings);

#endif
