/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * agree: how far two people agree who coded the same records, each in a column.
 *
 * A blank is an answer: it says that the record is outside of the framework, as it does
 * wherever map-to-role reads or writes codes, and counts as the value "none"; so does
 * that word.  How many blanks there are is said, since a record that nobody has coded yet
 * looks the same.
 */
#ifndef ROLE_AGREE_H
#define ROLE_AGREE_H

#include "../way.h"

extern const struct way agree_way;

#endif
