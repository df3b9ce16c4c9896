/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * titled: names that follow a title: Dr Smith, MRS O'BRIEN, mr jones, Sister Anne,
 * Prof. J. van der Berg.  The title stays, the name goes.
 *
 * Titles that are only ever titles (Mr, Mrs, Mx) take the next word as a name in any
 * writing; words that are also nouns or verbs (doctor, nurse, miss) take a capitalised
 * one, and are kept from the common words that follow them.
 */
#ifndef ANONYMISE_TITLED_H
#define ANONYMISE_TITLED_H

#include "people.h"

/* Takes the name behind the title that a word is; nothing where none follows. */
void titled_find(struct people *people, size_t index);
/* Takes the name of a word that a title runs into: MrSmith. */
void titled_find_within(struct people *people, size_t index);

#endif
