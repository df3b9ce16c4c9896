/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ratio_words: what a chart of ratios says. */
#include "ratio.h"

#include "../words/sentence.h"

#include <math.h>
#include <stdlib.h>

#define ALT_ITEMS ((size_t)8) /* of each side */

static bool
counts_for(const struct selection *selection, const struct ratio_item *item)
{
	return !item->reference
	    && (selection->highlight == NAMES_NONE || selection_own(selection, item->row->unit));
}

/* How many items lie on that side, of the own unit where there is one. */
static size_t
count_side(const struct selection *selection, const struct ratio_list *list, enum ratio_side side)
{
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++)
		count += counts_for(selection, &list->items[i])
		    && ratio_side(list->items[i].row) == side;
	return count;
}

/* The item furthest from 1 of those whose interval does not include it; 0 is only chosen
 * where there is no other. */
static const struct ratio_item *
furthest(const struct selection *selection, const struct ratio_list *list)
{
	const struct ratio_item *found = NULL;
	double distance = -1;

	for (size_t i = 0; i < list->count; i++) {
		const struct ratio_item *item = &list->items[i];
		enum ratio_side side = ratio_side(item->row);
		double ratio = series_number(item->row, SERIES_RATIO);
		double own = ratio > 0 ? fabs(log(ratio)) : 0;

		if (counts_for(selection, item) && (side == RATIO_LOWER || side == RATIO_HIGHER)
		    && own > distance) {
			found = item;
			distance = own;
		}
	}
	return found;
}

/* ": higher for Black than for White in 12 of 40 units, lower in 3 of 40". */
static void
say_counts(const struct selection *selection, const struct ratio_list *list, struct buffer *out)
{
	size_t higher = count_side(selection, list, RATIO_HIGHER);
	size_t lower = count_side(selection, list, RATIO_LOWER);
	size_t all = higher + lower + count_side(selection, list, RATIO_SIMILAR);
	const char *what = list->groups == 1 ? "units" : "comparisons";

	if (all == 0) {
		buffer_append_text(out, ": no ratio can be judged");
		return;
	}
	buffer_append_text(out, ":");
	if (higher == 0 && lower == 0)
		buffer_append_text(out, " no clear difference");
	for (int side = 0; side < 2; side++) {
		size_t count = side == 0 ? higher : lower;

		if (count == 0)
			continue;
		buffer_format(out, "%s%s", side == 1 && higher != 0 ? ", " : " ",
		    side == 0 ? "higher" : "lower");
		if (list->groups == 1 && (side == 0 || higher == 0))
			buffer_format(out, " for %s", list->items[0].group);
		if (side == 0 || higher == 0)
			buffer_format(out, " than for %s", ratio_reference(list));
		buffer_format(out, " in %zu", count);
		if (side == 0 || higher == 0)
			buffer_format(out, " of %zu %s", all, what);
	}
	if (higher == 0 && lower == 0)
		buffer_format(out, " from %s in %zu %s", ratio_reference(list), all, what);
}

/* "detentions in England: 3.5 times as high for Black as for White, 2024/25". */
static void
say_finding(const struct selection *selection, const struct ratio_list *list, struct buffer *out)
{
	const struct ratio_item *item = furthest(selection, list);
	const char *context = "";

	for (size_t i = 0; i < list->count && context[0] == '\0'; i++)
		if (counts_for(selection, &list->items[i]))
			context = list->items[i].context;
	if (context[0] != '\0')
		buffer_format(out, " in %s", context);
	if (item != NULL) {
		buffer_append_text(out, ": ");
		ratio_spoken(out, item->row);
		buffer_format(out, " times as high for %s as for %s",
		    item->group[0] == '\0' ? item->context : item->group, ratio_reference(list));
	} else if (count_side(selection, list, RATIO_SIMILAR) != 0) {
		buffer_format(out, ": no clear difference from %s", ratio_reference(list));
	} else {
		buffer_append_text(out, ": no ratio can be judged");
	}
}

void
ratio_title(const struct selection *selection, struct buffer *out)
{
	struct ratio_list list;

	ratio_list_make(&list, selection);
	if (list.count == 0)
		buffer_append_text(out, ": no ratio can be shown");
	else if (list.contexts > 1 && selection->highlight == NAMES_NONE)
		say_counts(selection, &list, out);
	else
		say_finding(selection, &list, out);
	sentence_when(selection, out);
	ratio_list_release(&list);
}

void
ratio_subtitle(const struct selection *selection, struct buffer *out)
{
	const char *kind = sentence_kind(selection);
	struct ratio_list list;

	ratio_list_make(&list, selection);
	buffer_format(out, "%s as ratios to ", kind);
	if (list.reference[0] == '\0')
		buffer_append_text(out, "the group of reference");
	else
		buffer_format(out, "that of %s", list.reference);
	if (sentence_any(selection, SERIES_RATIO_LOWER))
		buffer_append_text(out, ", with 95% intervals");
	buffer_append_text(out,
	    "; equal distances are equal ratios; an interval that includes 1 shows no clear "
	    "difference");
	ratio_list_release(&list);
}

static void
say_item(const struct ratio_list *list, const struct ratio_item *item, struct buffer *out)
{
	char *figures = ratio_figures(item);

	if (list->contexts > 1)
		buffer_format(out, "%s, %s %s", item->context, item->group, figures);
	else
		buffer_format(out, "%s %s", ratio_name(list, item), figures);
	free(figures);
}

static void
say_side(const struct ratio_list *list, enum ratio_side side, const char *words, struct buffer *out)
{
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++) {
		const struct ratio_item *item = &list->items[i];

		if (item->reference || ratio_side(item->row) != side
		    || !series_shown(item->row, SERIES_RATIO))
			continue;
		if (count < ALT_ITEMS) {
			buffer_append_text(out, count == 0 ? words : "; ");
			say_item(list, item, out);
		}
		count++;
	}
	if (count > ALT_ITEMS)
		buffer_format(out, "; and %zu more", count - ALT_ITEMS);
	if (count != 0)
		buffer_append_text(out, ".");
}

void
ratio_alternative(const struct selection *selection, struct buffer *out)
{
	struct ratio_list list;

	ratio_list_make(&list, selection);
	say_side(&list, RATIO_HIGHER, " Higher: ", out);
	say_side(&list, RATIO_LOWER, " Lower: ", out);
	say_side(&list, RATIO_SIMILAR, " No clear difference, as the interval includes 1: ", out);
	say_side(&list, RATIO_UNKNOWN, " Without an interval: ", out);
	ratio_list_release(&list);
}
