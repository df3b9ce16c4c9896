/* SPDX-License-Identifier: GPL-3.0-or-later */
/* exclude_list: what exclude's own two parts share; nobody else includes it. */
#ifndef ANONYMISE_EXCLUDE_LIST_H
#define ANONYMISE_EXCLUDE_LIST_H

#include "exclude.h"

/* Adds every identifier of the list; false with the fault. */
bool exclude_list_read(
    const char *path, const char *column, struct exclude *exclude, struct fault *fault);
/* In whatever writing; blanks alone are nobody. */
void exclude_add(struct exclude *exclude, struct field value);

#endif
