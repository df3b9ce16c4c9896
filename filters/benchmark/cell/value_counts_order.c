/* SPDX-License-Identifier: GPL-3.0-or-later */
/* value_counts: the values of some ranks, without putting all in order. */
#include "value_counts.h"

#include <stdlib.h>

/* So few are sorted at once. */
#define SORTED_AT_ONCE 32
/* Of a list from so many on, so many values say where the ranks may be, give or take
 * so many: six times what chance makes of a half. */
#define SAMPLE_FROM   65536
#define SAMPLE        2048
#define SAMPLE_MARGIN 136

struct value_window {
	uint64_t first; /* ranks */
	uint64_t last;
	uint64_t before; /* how many values are before those of items */
	struct value_count *items;
	size_t length;
	struct value_count *all; /* owned; items is a part of it */
};

/* A part of the values, and how many values are before it. */
struct part {
	struct value_count *items;
	size_t length;
	uint64_t before;
};

void
value_window_free(struct value_window *window)
{
	if (window != NULL)
		free(window->all);
	free(window);
}

static inline int
compare(const struct value_count *left, const struct value_count *right)
{
	if (left->scale == right->scale)
		return (left->digits > right->digits) - (left->digits < right->digits);
	return decimal_compare((struct decimal){ left->digits, (unsigned)left->scale },
	    (struct decimal){ right->digits, (unsigned)right->scale });
}

static int
compare_items(const void *a, const void *b)
{
	return compare(a, b);
}

static void
swap(struct value_count *a, struct value_count *b)
{
	struct value_count other = *a;

	*a = *b;
	*b = other;
}

/* The middle one of three that are far apart. */
static struct value_count
pivot_of(const struct part *part)
{
	const struct value_count *a = &part->items[part->length / 4];
	const struct value_count *b = &part->items[part->length / 2];
	const struct value_count *c = &part->items[part->length - 1 - part->length / 4];

	if (compare(a, b) > 0) {
		const struct value_count *other = a;

		a = b;
		b = other;
	}
	if (compare(c, a) < 0)
		return *a;
	return compare(c, b) < 0 ? *c : *b;
}

/* Leaves of the part the values that are all below, equal to or above a pivot, whichever
 * the rank is among (Hoare 1961; three parts as Dijkstra 1976). */
static void
narrow(struct part *part, uint64_t rank)
{
	struct value_count pivot = pivot_of(part), *items = part->items;
	size_t below = 0, at = 0, above = part->length;
	uint64_t count_below = 0, count_equal = 0;

	while (at < above) {
		int order = compare(&items[at], &pivot);

		if (order < 0) {
			count_below += items[at].count;
			swap(&items[below++], &items[at++]);
		} else if (order > 0) {
			swap(&items[at], &items[--above]);
		} else {
			count_equal += items[at++].count;
		}
	}
	if (rank <= part->before + count_below) {
		part->length = below;
	} else if (rank <= part->before + count_below + count_equal) {
		part->items += below;
		part->length = above - below;
		part->before += count_below;
	} else {
		part->items += above;
		part->length -= above;
		part->before += count_below + count_equal;
	}
}

/* Where the values of the rank begin, once what is before is smaller and what is behind
 * larger or the same. */
static struct part
seek(struct part part, uint64_t rank)
{
	while (part.length > SORTED_AT_ONCE) {
		size_t length = part.length;

		narrow(&part, rank);
		if (part.length == length)
			break; /* all the same */
	}
	qsort(part.items, part.length, sizeof(*part.items), compare_items);
	return part;
}

static int
compare_numbers(const void *a, const void *b)
{
	int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;

	return (left > right) - (left < right);
}

/* Between which numbers of the list's decimals the ranks may well be, by every so manieth
 * value of the list: that is for the reader of the values to find out. */
static void
guess(const struct value_counts *counts, uint64_t first, uint64_t last, int64_t *low, int64_t *high)
{
	static int64_t sample[SAMPLE];
	double each = (double)SAMPLE / (double)counts->total;
	double below = (double)first * each - SAMPLE_MARGIN;
	double above = (double)last * each + SAMPLE_MARGIN;

	for (size_t i = 0; i < SAMPLE; i++)
		sample[i] = counts->list[i * (counts->length / SAMPLE)];
	qsort(sample, SAMPLE, sizeof(*sample), compare_numbers);
	*low = below >= 0 ? sample[(size_t)below] : INT64_MIN;
	*high = above < SAMPLE ? sample[(size_t)above] : INT64_MAX;
}

/* Leaves of the places and the table what is between two numbers of the list's decimals. */
static void
keep_between(const struct value_counts *counts, struct part *part, int64_t low, int64_t high)
{
	const struct decimal lowest = { low, counts->list_scale };
	const struct decimal highest = { high, counts->list_scale };
	size_t kept = 0;

	for (size_t i = 0; i < part->length; i++) {
		struct decimal value = { part->items[i].digits, (unsigned)part->items[i].scale };

		if (decimal_compare(value, lowest) < 0)
			part->before += part->items[i].count;
		else if (decimal_compare(value, highest) <= 0)
			part->items[kept++] = part->items[i];
	}
	part->length = kept;
}

/* The values about the ranks; false where more of them have to be looked at.  Of millions
 * that are all different these are few, and only they are written down once more. */
static bool
gather_some(const struct value_counts *counts, uint64_t first, uint64_t last, struct part *part)
{
	struct value_counts rest = *counts;
	uint64_t passed;
	size_t room;
	int64_t low, high;

	*part = (struct part){ 0 };
	if (counts->length < SAMPLE_FROM)
		return false;
	guess(counts, first, last, &low, &high);
	rest.length = 0;
	part->items = value_counts_all(&rest, &part->length);
	keep_between(counts, part, low, high);
	room = part->length;
	for (size_t i = 0; i < counts->length; i++)
		room += counts->list[i] >= low && counts->list[i] <= high;
	part->items = xreallocarray(part->items, room + 1, sizeof(*part->items));
	for (size_t i = 0; i < counts->length; i++) {
		part->before += counts->list[i] < low;
		if (counts->list[i] >= low && counts->list[i] <= high)
			part->items[part->length++] =
			    (struct value_count){ counts->list[i], counts->list_scale & 15, 1 };
	}
	passed = part->before;
	for (size_t i = 0; i < part->length; i++)
		passed += part->items[i].count;
	if (part->before < first && passed >= last)
		return true;
	free(part->items);
	return false;
}

void
value_counts_order(struct value_counts *counts, uint64_t first, uint64_t last)
{
	struct value_window *window = counts->window;
	struct part whole, from, to;

	if (window != NULL && window->first <= first && last <= window->last)
		return;
	if (window == NULL) {
		window = xcalloc(1, sizeof(*window));
		counts->window = window;
	} else {
		first = first < window->first ? first : window->first;
		last = last > window->last ? last : window->last;
		free(window->all);
	}
	if (!gather_some(counts, first, last, &whole)) {
		whole = (struct part){ 0 };
		whole.items = value_counts_all(counts, &whole.length);
	}
	window->all = whole.items;
	from = seek(whole, first);
	/* what begins there is no smaller, and holds the last rank, too */
	whole.length -= (size_t)(from.items - whole.items);
	whole.items = from.items;
	whole.before = from.before;
	to = seek(whole, last);
	window->first = first;
	window->last = last;
	window->before = from.before;
	window->items = from.items;
	window->length = (size_t)(to.items - from.items) + to.length;
	qsort(window->items, window->length, sizeof(*window->items), compare_items);
}

struct decimal
value_counts_at(const struct value_counts *counts, uint64_t rank)
{
	const struct value_window *window = counts->window;
	uint64_t passed = window->before;
	size_t i = 0;

	while (i + 1 < window->length && passed + window->items[i].count < rank)
		passed += window->items[i++].count;
	return (struct decimal){ window->items[i].digits, (unsigned)window->items[i].scale };
}
