/* SPDX-License-Identifier: GPL-3.0-or-later */
/* domain: the values of a quasi-identifier at each level. */
#include "domain.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void
domain_init(struct domain *domain, unsigned levels)
{
	*domain = (struct domain){ .levels = levels };
	intern_init(&domain->cells);
	domain->values = xcalloc(levels, sizeof *domain->values);
	domain->codes = xcalloc(levels, sizeof *domain->codes);
	for (unsigned level = 0; level < levels; level++)
		intern_init(&domain->values[level]);
}

void
domain_release(struct domain *domain)
{
	buffer_release(&domain->joined);
	intern_release(&domain->cells);
	for (unsigned level = 0; level < domain->levels; level++) {
		intern_release(&domain->values[level]);
		free(domain->codes[level]);
	}
	free(domain->values);
	free(domain->codes);
	free(domain->loss);
	free(domain->order);
	free(domain->coarser);
	*domain = (struct domain){ 0 };
}

static uint32_t
add_new(struct domain *domain, const struct field *values, uint32_t cell)
{
	if (cell >= domain->room) {
		domain->room = 2 * domain->room + 64;
		for (unsigned level = 0; level < domain->levels; level++)
			domain->codes[level] = xreallocarray(
			    domain->codes[level], domain->room, sizeof *domain->codes[level]);
	}
	for (unsigned level = 0; level < domain->levels; level++)
		domain->codes[level][cell] = intern_add(&domain->values[level], values[level]);
	return cell;
}

uint32_t
domain_add(struct domain *domain, const struct field *values)
{
	struct buffer *joined = &domain->joined;
	uint32_t known = domain->cells.count;
	uint32_t cell;

	buffer_clear(joined);
	for (unsigned level = 0; level < domain->levels; level++) {
		buffer_append(joined, (const char *)&values[level].length, sizeof values->length);
		buffer_append(joined, values[level].data, values[level].length);
	}
	cell = intern_add(&domain->cells, (struct field){ joined->data, joined->length });
	return cell == known && cell != INTERN_NONE ? add_new(domain, values, cell) : cell;
}

static int
compare_counts(const void *a, const void *b)
{
	const uint64_t *left = a;
	const uint64_t *right = b;

	return (*left > *right) - (*left < *right);
}

/* The sum of n * log2(n) over the values of a level.  In the order of n, so that it
 * does not hang on the order of the records. */
static double
information(const struct domain *domain, unsigned level, const uint64_t *records)
{
	uint32_t count = domain->values[level].count;
	uint64_t *counts = xcalloc(count, sizeof *counts);
	double sum = 0;

	for (uint32_t cell = 0; cell < domain->cells.count; cell++)
		counts[domain->codes[level][cell]] += records[cell];
	qsort(counts, count, sizeof *counts, compare_counts);
	for (uint32_t i = 0; i < count; i++)
		sum += counts[i] == 0 ? 0 : (double)counts[i] * log2((double)counts[i]);
	free(counts);
	return sum;
}

/* Whether the value at level a says which it is at level b. */
static bool
follows(const struct domain *domain, unsigned a, unsigned b)
{
	uint32_t *found = xmalloc(domain->values[a].count * sizeof *found);
	bool good = true;

	memset(found, 0xFF, domain->values[a].count * sizeof *found);
	for (uint32_t cell = 0; good && cell < domain->cells.count; cell++) {
		uint32_t *place = &found[domain->codes[a][cell]];

		good = *place == INTERN_NONE || *place == domain->codes[b][cell];
		*place = domain->codes[b][cell];
	}
	free(found);
	return good;
}

/* Insertion: stable, and there are few levels. */
static void
sort_levels(struct domain *domain)
{
	for (unsigned level = 0; level < domain->levels; level++) {
		unsigned at = level;

		for (; at > 0 && domain->loss[domain->order[at - 1]] > domain->loss[level]; at--)
			domain->order[at] = domain->order[at - 1];
		domain->order[at] = level;
	}
}

void
domain_close(struct domain *domain, const uint64_t *records)
{
	unsigned levels = domain->levels;
	double values = information(domain, 0, records);

	domain->loss = xcalloc(levels, sizeof *domain->loss);
	domain->order = xcalloc(levels, sizeof *domain->order);
	domain->coarser = xcalloc((size_t)levels * levels, sizeof *domain->coarser);
	for (unsigned a = 0; a < levels; a++) {
		domain->loss[a] = information(domain, a, records) - values;
		for (unsigned b = 0; b < levels; b++)
			domain->coarser[a * levels + b] = a == b || follows(domain, a, b);
	}
	sort_levels(domain);
}

size_t
domain_size(const struct domain *domain)
{
	size_t size = intern_size(&domain->cells);

	for (unsigned level = 0; level < domain->levels; level++)
		size += intern_size(&domain->values[level])
		    + domain->room * sizeof *domain->codes[level];
	return size;
}
