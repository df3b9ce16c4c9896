/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * trigger: which rules are worth trying on a text, found in one pass over it.
 *
 * An automaton (Aho and Corasick, 1975) over the literals of which every match
 * of a rule's pattern holds at least one.  A rule without such literals is
 * tried on every text, so leaving out the others never changes a result.
 */
#ifndef ROLE_TRIGGER_H
#define ROLE_TRIGGER_H

#include "../../lib/field.h"

#include <stddef.h>
#include <stdint.h>

/* Literals past this many bytes in all are not kept: their rules are tried on
 * every text, so that a huge file of rules does not eat the memory. */
#define TRIGGER_BYTES_MAX ((size_t)1 << 18)

struct trigger;

/* For rules numbered from 0 to rules - 1. */
struct trigger *trigger_new(size_t rules);
void trigger_free(struct trigger *trigger);

/* The rule is worth trying where this literal (not empty) stands. */
void trigger_add(struct trigger *trigger, struct field literal, size_t rule);
/* The rule is worth trying always. */
void trigger_always(struct trigger *trigger, size_t rule);
/* After the last literal, before the first scan. */
void trigger_build(struct trigger *trigger);

/* Sets one bit for each rule worth trying: trigger_words() words of 64. */
size_t trigger_words(const struct trigger *trigger);
void trigger_scan(const struct trigger *trigger, struct field text, uint64_t *rules);

#endif
