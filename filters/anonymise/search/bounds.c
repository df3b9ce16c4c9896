/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bounds: nodes of which it is known how they come out. */
#include "bounds.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>

void
bounds_init(struct bounds *bounds, const struct domain *domains, size_t columns, bool upper)
{
	*bounds = (struct bounds){ .domains = domains, .columns = columns, .upper = upper };
	for (size_t i = 0; i < columns; i++)
		bounds->starts[i + 1] = bounds->starts[i] + domains[i].levels;
}

void
bounds_release(struct bounds *bounds)
{
	free(bounds->nodes);
	free(bounds->sets);
	*bounds = (struct bounds){ 0 };
}

static void
grow(struct bounds *bounds)
{
	size_t sets = bounds->starts[bounds->columns];
	size_t words = bounds->words == 0 ? 1 : 2 * bounds->words;
	uint64_t *wider = xcalloc(sets * words, sizeof *wider);

	for (size_t i = 0; i < sets && bounds->words != 0; i++)
		memcpy(wider + i * words, bounds->sets + i * bounds->words,
		    bounds->words * sizeof *wider);
	free(bounds->sets);
	bounds->sets = wider;
	bounds->words = words;
	bounds->nodes = xreallocarray(bounds->nodes, 64 * words, sizeof *bounds->nodes);
}

void
bounds_add(struct bounds *bounds, const struct node *node)
{
	if (bounds->count == 64 * bounds->words)
		grow(bounds);
	for (size_t i = 0; i < bounds->columns; i++) {
		const struct domain *domain = &bounds->domains[i];
		unsigned own = node_level(node, bounds->domains, i);

		for (unsigned place = 0; place < domain->levels; place++) {
			unsigned level = domain->order[place];
			bool met = bounds->upper ? domain_is_coarser(domain, own, level)
			                         : domain_is_coarser(domain, level, own);
			size_t set = bounds->starts[i] + place;

			if (met)
				bounds->sets[set * bounds->words + bounds->count / 64] |=
				    (uint64_t)1 << bounds->count % 64;
		}
	}
	bounds->nodes[bounds->count++] = *node;
}

size_t
bounds_find(const struct bounds *bounds, const struct node *node, size_t from)
{
	for (size_t word = from / 64; word < bounds->words; word++) {
		uint64_t met = word == from / 64 ? ~(uint64_t)0 << from % 64 : ~(uint64_t)0;

		for (size_t i = 0; i < bounds->columns && met != 0; i++)
			met &=
			    bounds
			        ->sets[(bounds->starts[i] + node->place[i]) * bounds->words + word];
		if (met != 0)
			return 64 * word + (size_t)__builtin_ctzll(met);
	}
	return BOUNDS_NONE;
}
