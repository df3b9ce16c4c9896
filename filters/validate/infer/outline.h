/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outline: the starter schema written down as JSON. */
#ifndef VALIDATE_OUTLINE_H
#define VALIDATE_OUTLINE_H

#include "../../lib/filter.h"
#include "column.h"

/* The name is that of the first input, and the records are those that the filter's
 * record counts as used. */
void outline_write(struct filter *filter, const struct column *columns, size_t count);

#endif
