/* SPDX-License-Identifier: GPL-3.0-or-later */
/* disclosure: which counts may be seen, and how they are rounded. */
#include "disclosure.h"

#include <stddef.h>
#include <string.h>

static const struct disclosure rules[] = {
	{ "mhsds", 5, 5, true },
	{ "none", 0, 1, false },
};

static const char *const names[] = { "mhsds", "none", NULL };

const struct disclosure *
disclosure_named(const char *name)
{
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if (strcmp(rules[i].name, name) == 0)
			return &rules[i];
	return NULL;
}

const char *const *
disclosure_names(void)
{
	return names;
}

uint64_t
disclosure_count(const struct disclosure *rule, uint64_t count)
{
	return (count + rule->base / 2) / rule->base * rule->base;
}
