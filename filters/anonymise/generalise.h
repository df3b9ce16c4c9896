/* SPDX-License-Identifier: GPL-3.0-or-later */
/* generalise: a value made coarser: a date becomes its month, quarter or year. */
#ifndef ANONYMISE_GENERALISE_H
#define ANONYMISE_GENERALISE_H

#include "../lib/date.h"

#include <stdbool.h>
#include <stddef.h>

/* The period of that length in which a date (or a shorter period) lies; false
 * for what is no date, so that the caller does not pass it on. */
bool
generalise_date(struct field value, enum date_period to, char out[DATE_TEXT_MAX], size_t *length);

#endif
