/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rows: the records as numbers. */
#include "rows.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>

void
rows_init(struct rows *rows, size_t columns, size_t sensitive_count)
{
	*rows = (struct rows){ .columns = columns, .sensitive_count = sensitive_count };
}

/* Each array of the rows, one after the other; NULL after the last. */
static uint32_t **
array(struct rows *rows, size_t index)
{
	if (index < rows->columns)
		return &rows->cells[index];
	index -= rows->columns;
	if (index < rows->sensitive_count)
		return &rows->sensitive[index];
	index -= rows->sensitive_count;
	return index == 0 ? &rows->person
	    : index == 1  ? &rows->people
	    : index == 2  ? &rows->records
	                  : NULL;
}

static size_t
arrays(const struct rows *rows)
{
	return rows->columns + rows->sensitive_count + 3;
}

void
rows_release(struct rows *rows)
{
	for (size_t i = 0; i < arrays(rows); i++) {
		uint32_t **at = array(rows, i);

		if (*at != NULL)
			explicit_bzero(*at, rows->room * sizeof **at);
		free(*at);
		*at = NULL;
	}
	rows->count = rows->room = 0;
}

size_t
rows_size(const struct rows *rows)
{
	return rows->room * arrays(rows) * sizeof(uint32_t);
}

size_t
rows_add(struct rows *rows)
{
	if (rows->count == rows->room) {
		rows->room += rows->room / 2 + 256;
		for (size_t i = 0; i < arrays(rows); i++) {
			uint32_t **at = array(rows, i);

			*at = xreallocarray(*at, rows->room, sizeof **at);
		}
	}
	return rows->count++;
}

/* Records of nobody stand behind those of people. */
static size_t
place_of(const struct rows *rows, size_t row, uint32_t people)
{
	return rows->person[row] == ROWS_NOBODY ? people : rows->person[row];
}

void
rows_sort(struct rows *rows, uint32_t people)
{
	size_t *starts = xcalloc((size_t)people + 2, sizeof *starts);
	uint32_t *order = xcalloc(rows->count, sizeof *order);
	uint32_t *moved = xcalloc(rows->room, sizeof *moved);

	for (size_t row = 0; row < rows->count; row++)
		starts[place_of(rows, row, people) + 1]++;
	for (size_t person = 0; person < people; person++)
		starts[person + 1] += starts[person];
	for (size_t row = 0; row < rows->count; row++)
		order[starts[place_of(rows, row, people)]++] = (uint32_t)row;
	for (size_t i = 0; i < arrays(rows); i++) {
		uint32_t **at = array(rows, i);
		uint32_t *old = *at;

		for (size_t row = 0; row < rows->count; row++)
			moved[row] = old[order[row]];
		*at = moved;
		moved = old;
	}
	free(starts);
	free(order);
	free(moved);
}

void
rows_by(const struct rows *rows, const struct domain *domains, const unsigned *levels,
    struct grouping_by *by)
{
	for (size_t i = 0; i < rows->columns; i++) {
		const struct domain *domain = &domains[i];

		by[i].values = rows->cells[i];
		by[i].map = levels == NULL ? NULL : domain->codes[levels[i]];
		by[i].size = levels == NULL ? domain->cells.count : domain->values[levels[i]].count;
	}
}

/* Where each row goes, in groups; and of each that comes of it the first in first. */
static size_t
assign(const struct rows *from, struct grouping *grouping, uint32_t *first)
{
	/* Of each group its row of nobody, and the last one of somebody. */
	uint32_t *nobody = xmalloc(grouping->count * sizeof *nobody);
	uint32_t *somebody = xmalloc(grouping->count * sizeof *somebody);
	size_t count = 0;

	memset(nobody, 0xFF, grouping->count * sizeof *nobody);
	memset(somebody, 0xFF, grouping->count * sizeof *somebody);
	for (size_t row = 0; row < from->count; row++) {
		uint32_t person = from->person[row];
		uint32_t *at = &(person == ROWS_NOBODY ? nobody : somebody)[grouping->groups[row]];

		if (*at == UINT32_MAX || from->person[first[*at]] != person) {
			*at = (uint32_t)count;
			first[count++] = (uint32_t)row;
		}
		grouping->groups[row] = *at;
	}
	free(nobody);
	free(somebody);
	return count;
}

/* One row for those of the same person and group, and of the same group and nobody. */
static void
merge(struct rows *rows, struct rows *from, struct grouping *grouping)
{
	uint32_t *first = xmalloc(from->count * sizeof *first);

	rows->count = rows->room = assign(from, grouping, first);
	for (size_t i = 0; i < arrays(rows); i++) {
		uint32_t *to = xcalloc(rows->count, sizeof *to);
		const uint32_t *values = *array(from, i);

		*array(rows, i) = to;
		if (to == rows->people || to == rows->records)
			continue;
		for (size_t row = 0; row < rows->count; row++)
			to[row] = values[first[row]];
	}
	for (size_t row = 0; row < from->count; row++) {
		uint32_t at = grouping->groups[row];

		rows->records[at] += from->records[row];
		if (from->person[row] == ROWS_NOBODY)
			rows->people[at] += from->people[row];
		else
			rows->people[at] = 1;
	}
	free(first);
}

/* A person with one row is nobody in particular; whether there was one. */
static bool
forget_single(struct rows *rows)
{
	bool any = false;

	for (size_t row = 0; row < rows->count;) {
		size_t next = row + 1;

		if (rows->person[row] != ROWS_NOBODY) {
			while (next < rows->count && rows->person[next] == rows->person[row])
				next++;
			if (next == row + 1) {
				rows->person[row] = ROWS_NOBODY;
				any = true;
			}
		}
		row = next;
	}
	return any;
}

void
rows_roll(struct rows *rows, const struct rows *from, const struct domain *domains,
    const unsigned *levels, const uint32_t *sensitive, struct grouping *grouping)
{
	struct grouping_by by[2 * PRIVACY_COLUMNS_MAX];
	struct rows before = *from;

	rows_init(rows, from->columns, from->sensitive_count);
	for (bool again = false;; again = true) {
		rows_by(&before, domains, levels, by);
		for (size_t i = 0; i < before.sensitive_count; i++)
			by[before.columns + i] =
			    (struct grouping_by){ before.sensitive[i], NULL, sensitive[i] };
		grouping_run(grouping, before.count, by, before.columns + before.sensitive_count);
		merge(rows, &before, grouping);
		if (again) {
			rows_release(&before);
			return;
		}
		if (!forget_single(rows))
			return;
		before = *rows;
		rows_init(rows, from->columns, from->sensitive_count);
	}
}
