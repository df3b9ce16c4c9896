/* SPDX-License-Identifier: GPL-3.0-or-later */
/* own: the identifiers of the row itself in its texts. */
#include "own.h"

#include "../../lib/memory.h"

#include <stdlib.h>

struct own {
	const struct field *values; /* borrowed */
	size_t count;
};

struct own *
own_new(void)
{
	return xcalloc(1, sizeof(struct own));
}

void
own_free(struct own *own)
{
	free(own);
}

void
own_set(struct own *own, const struct field *values, size_t count)
{
	own->values = values;
	own->count = count;
}

bool
own_find(
    struct own *own, const struct scan *scan, const struct lexicon *lexicon, struct spans *spans)
{
	(void)own;
	(void)scan;
	(void)lexicon;
	(void)spans;
	return true;
}
