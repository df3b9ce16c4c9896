/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * listed: names that a list knows, wherever they stand; those that are everyday words too
 * (Grace, Will, May) only with a capital and where more speaks for a person.
 */
#ifndef ANONYMISE_LISTED_H
#define ANONYMISE_LISTED_H

#include "people.h"

/* Takes the name at a word that is a listed one, with what belongs to it. */
void listed_find(struct people *people, size_t index);
/* Takes a guarded name where its neighbours say that it is one. */
void listed_find_guarded(struct people *people, size_t index);
/* Takes a listed name whose genitive lacks its apostrophe: Sarahs. */
void listed_find_genitive(struct people *people, size_t index);

#endif
