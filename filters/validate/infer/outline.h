/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outline: the starter schema written down as JSON. */
#ifndef VALIDATE_OUTLINE_H
#define VALIDATE_OUTLINE_H

#include "../../lib/filter.h"
#include "column.h"

/* One column for each of the reader's; the records are counted in the filter's
 * record. */
void outline_write(struct filter *filter, const struct column *columns);

#endif
