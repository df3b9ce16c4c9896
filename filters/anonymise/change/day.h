/* SPDX-License-Identifier: GPL-3.0-or-later */
/* day: the day of a date and time, whose hour no change of a date passes on. */
#ifndef ANONYMISE_DAY_H
#define ANONYMISE_DAY_H

#include "../../lib/field.h"

/* Of 2026-03-14T09:15:00, with or without seconds, their decimals and a zone (Z or
 * +hh:mm), the first ten bytes; any other value as it is.  The day itself is for the
 * caller to read. */
struct field day_of(struct field value);

#endif
