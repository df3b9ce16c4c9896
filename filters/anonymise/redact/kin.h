/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * kin: names beside a word that says who somebody is: my son Jason, social worker Zainab,
 * called Mary, her name is Grace; and before it: Zainab, my social worker.
 */
#ifndef ANONYMISE_KIN_H
#define ANONYMISE_KIN_H

#include "people.h"

/* Takes the name behind a word of kin or of a role. */
void kin_find(struct people *people, size_t index);
/* Takes the name before it, with a comma between the two. */
void kin_find_before(struct people *people, size_t index);
/* Takes the name behind "called" and "named". */
void kin_find_called(struct people *people, size_t index);
/* Takes the name behind "name is"; nothing where the word is another. */
void kin_find_name_is(struct people *people, size_t index);

#endif
