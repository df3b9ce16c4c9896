/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The values of a median by their ranks, against the same values sorted: few and many
 * different ones, short and long, in several partitions.
 */
#include "../../filters/benchmark/cell/value_counts.h"
#include "unit.h"

#include "draw.h"

#include <stdlib.h>

#define VALUES 90000

static struct decimal values[VALUES];

static int
compare(const void *a, const void *b)
{
	return decimal_compare(*(const struct decimal *)a, *(const struct decimal *)b);
}

static struct decimal
draw_value(unsigned form)
{
	switch (form) {
	case 0: /* whole numbers of one place each */
		return (struct decimal){ (int64_t)draw(40), 0 };
	case 1: /* hundredths, some of them with zeros behind */
		return (struct decimal){ (int64_t)draw(70000), draw(3) };
	case 2: /* hardly one twice, of either sign */
		return (struct decimal){ (int64_t)draw(2000000000) - 1000000000, 6 };
	default: /* from the shortest to the longest */
		return (struct decimal){ (int64_t)draw(1000) * 1000000000000 + (int64_t)draw(1000),
			draw(16) };
	}
}

/* Ranks at both ends, in the middle, and those that a wider window holds. */
static bool
agrees(struct value_counts *counts)
{
	static const uint64_t windows[][2] = { { VALUES / 2, VALUES / 2 + 1 },
		{ VALUES / 2 - 300, VALUES / 2 + 300 }, { 1, 1 }, { 1, VALUES } };

	for (size_t w = 0; w < sizeof(windows) / sizeof(windows[0]); w++) {
		value_counts_order(counts, windows[w][0], windows[w][1]);
		for (uint64_t rank = windows[w][0]; rank <= windows[w][1]; rank += w == 3 ? 997 : 1)
			if (decimal_compare(value_counts_at(counts, rank), values[rank - 1]) != 0)
				return false;
	}
	return true;
}

static void
check_form(unsigned form)
{
	struct value_counts whole = { 0 }, merged = { 0 }, parts[3] = { { 0 } };
	struct buffer text = { 0 }, other = { 0 };

	for (size_t i = 0; i < VALUES; i++) {
		values[i] = draw_value(form);
		value_counts_add(&whole, values[i]);
		value_counts_add(&parts[i % 3], values[i]);
	}
	qsort(values, VALUES, sizeof(values[0]), compare);
	for (size_t i = 0; i < 3; i++) {
		value_counts_merge(&merged, &parts[i]);
		value_counts_release(&parts[i]);
	}
	CHECK(whole.total == VALUES && merged.total == VALUES);
	CHECK(!whole.lost && !merged.lost);
	CHECK(agrees(&whole));
	CHECK(agrees(&merged));
	value_counts_save(&whole, &text);
	value_counts_save(&merged, &other);
	CHECK(text.length == other.length && memcmp(text.data, other.data, text.length) == 0);
	value_counts_release(&merged);
	CHECK(value_counts_load(&merged, (struct field){ text.data, text.length }));
	CHECK(agrees(&merged));
	value_counts_release(&whole);
	value_counts_release(&merged);
	buffer_release(&text);
	buffer_release(&other);
}

int
main(void)
{
	for (unsigned form = 0; form < 4; form++)
		check_form(form);
	return unit_done();
}
