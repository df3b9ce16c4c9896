/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kinds: all kinds of measures. */
#include "kind.h"

#include <string.h>

const struct kind *const kinds[] = { &kind_mean, &kind_proportion, &kind_rate, &kind_ratio,
	&kind_dsr, &kind_median, &kind_given, NULL };

const struct kind *
kind_named(const char *name)
{
	for (size_t i = 0; kinds[i] != NULL; i++)
		if (strcmp(kinds[i]->name, name) == 0)
			return kinds[i];
	return NULL;
}
