/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ratio_list: the rows of ratios in blocks, and the group that they are held against. */
#include "ratio.h"

#include <stdlib.h>

static bool
last_part(const struct selection *selection, size_t *part)
{
	*part = selection->series->part_count - 1;
	return selection->series->part_count != 0;
}

/* benchmark gives the group of reference the ratio 1 and no limits. */
static bool
is_reference(const struct series_row *row)
{
	double ratio = series_number(row, SERIES_RATIO);

	return series_shown(row, SERIES_RATIO) && ratio >= 1 && ratio <= 1
	    && !series_shown(row, SERIES_RATIO_LOWER) && !series_shown(row, SERIES_RATIO_UPPER)
	    && strcmp(row->figures[SERIES_REFERENCE].text, row->figures[SERIES_VALUE].text) == 0;
}

/* The code of the group of reference, where all rows agree on it; else NULL. */
static const char *
find_reference(const struct selection *selection)
{
	const char *found = NULL;
	size_t part;

	if (!last_part(selection, &part))
		return NULL;
	for (size_t i = 0; i < selection->count; i++) {
		const char *group = series_part(selection->series, selection->rows[i], part);

		if (!is_reference(selection->rows[i]))
			continue;
		if (found != NULL && strcmp(found, group) != 0)
			return NULL;
		found = group;
	}
	return found;
}

/* Two rows of the same unit and further columns but the last. */
static bool
same_context(
    const struct selection *selection, const struct series_row *a, const struct series_row *b)
{
	const struct series *series = selection->series;

	if (series->base[a->unit] != series->base[b->unit])
		return false;
	for (size_t i = 0; i + 1 < series->part_count; i++)
		if (strcmp(series_part(series, a, i), series_part(series, b, i)) != 0)
			return false;
	return series->part_count != 0 || a->unit == b->unit;
}

/* The context has a ratio besides that of the reference, or a figure that has none. */
static bool
context_speaks(const struct selection *selection, const struct series_row *row)
{
	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *other = selection->rows[i];

		if (same_context(selection, row, other) && !is_reference(other)
		    && (series_shown(other, SERIES_RATIO) || series_shown(other, SERIES_VALUE)
		        || other->figures[SERIES_RATIO].state == SERIES_SUPPRESSED))
			return true;
	}
	return false;
}

/* The part has not the same value in all items. */
static bool
part_differs(const struct ratio_list *list, const struct selection *selection, size_t part)
{
	for (size_t i = 1; i < list->count; i++)
		if (strcmp(series_part(selection->series, list->items[i].row, part),
		        series_part(selection->series, list->items[0].row, part))
		    != 0)
			return true;
	return false;
}

static void
name_items(struct ratio_list *list, const struct selection *selection)
{
	const struct series *series = selection->series;
	size_t last;
	bool parts = last_part(selection, &last);

	for (size_t i = 0; i < list->count; i++) {
		struct ratio_item *item = &list->items[i];
		size_t base = series->base[item->row->unit];
		char *unit = words_base(selection, item->row->unit);
		struct buffer context = { 0 };

		if (strcmp(series->bases.texts[base], "all") != 0 || !parts)
			buffer_append_text(&context, unit);
		for (size_t part = 0; parts && part < last; part++) {
			char *text = words_part(selection, item->row, part);

			if (text[0] != '\0' && part_differs(list, selection, part))
				buffer_format(
				    &context, "%s%s", context.length == 0 ? "" : " / ", text);
			free(text);
		}
		item->context = words_take(&context);
		item->group = parts ? words_part(selection, item->row, last) : xstrdup("");
		if (parts && item->group[0] == '\0') {
			free(item->group);
			item->group = xstrdup("(no name)");
		}
		free(unit);
	}
}

/* --- order ---------------------------------------------------------------------- */

/* What an item is sorted by. */
struct sorted {
	struct ratio_item item;
	size_t head; /* of its block: blocks in the order of first sight, the own unit first */
};

static int
compare_items(const void *left, const void *right)
{
	const struct sorted *a = left;
	const struct sorted *b = right;
	bool shown = series_shown(a->item.row, SERIES_RATIO);
	double one = series_number(a->item.row, SERIES_RATIO);
	double other = series_number(b->item.row, SERIES_RATIO);

	if (a->head != b->head)
		return a->head < b->head ? -1 : 1;
	if (a->item.reference != b->item.reference)
		return a->item.reference ? -1 : 1;
	if (shown != series_shown(b->item.row, SERIES_RATIO))
		return shown ? -1 : 1;
	if (shown && (one > other || one < other))
		return one > other ? -1 : 1;
	return a->item.row->line < b->item.row->line ? -1 : a->item.row->line > b->item.row->line;
}

static const char *
head_of(const struct ratio_list *list, const struct ratio_item *item)
{
	return list->by_group ? item->group : list->contexts > 1 ? item->context : "";
}

/* The first item that stands under the same head. */
static size_t
head_number(const struct ratio_list *list, size_t item)
{
	size_t at = 0;

	while (strcmp(head_of(list, &list->items[at]), head_of(list, &list->items[item])) != 0)
		at++;
	return at + 1;
}

static void
sort_items(struct ratio_list *list, const struct selection *selection)
{
	struct sorted *sorted = xcalloc(list->count + 1, sizeof(sorted[0]));

	for (size_t i = 0; i < list->count; i++) {
		bool own = !list->by_group && selection_own(selection, list->items[i].row->unit);

		sorted[i] = (struct sorted){ list->items[i], own ? 0 : head_number(list, i) };
	}
	qsort(sorted, list->count, sizeof(sorted[0]), compare_items);
	for (size_t i = 0; i < list->count; i++)
		list->items[i] = sorted[i].item;
	free(sorted);
}

static void
lay_blocks(struct ratio_list *list)
{
	list->blocks = xcalloc(list->count + 1, sizeof(list->blocks[0]));
	for (size_t i = 0; i < list->count; i++) {
		const char *head = head_of(list, &list->items[i]);

		if (list->block_count == 0
		    || strcmp(list->blocks[list->block_count - 1].head, head) != 0)
			list->blocks[list->block_count++] =
			    (struct ratio_block){ .head = head, .first = i };
		list->blocks[list->block_count - 1].count++;
	}
}

/* --- the list ------------------------------------------------------------------- */

/* How many contexts and groups there are, and what the heads are: the fewer. */
static void
count_heads(struct ratio_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct ratio_item *item = &list->items[i];
		bool new_context = true;
		bool new_group = !item->reference;

		for (size_t j = 0; j < i; j++) {
			new_context =
			    new_context && strcmp(list->items[j].context, item->context) != 0;
			new_group = new_group && strcmp(list->items[j].group, item->group) != 0;
		}
		list->contexts += new_context;
		list->groups += new_group;
	}
	list->by_group =
	    list->contexts > 1 && list->groups < list->contexts && list->items[0].group[0] != '\0';
}

/* Under groups as heads the reference would be a block of ones. */
static void
drop_references(struct ratio_list *list)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++) {
		if (list->items[i].reference) {
			free(list->items[i].group);
			free(list->items[i].context);
			continue;
		}
		list->items[kept++] = list->items[i];
	}
	list->count = kept;
}

void
ratio_list_make(struct ratio_list *list, const struct selection *selection)
{
	const char *reference = find_reference(selection);
	size_t part;
	bool parts = last_part(selection, &part);

	*list =
	    (struct ratio_list){ .items = xcalloc(selection->count + 1, sizeof(list->items[0])) };
	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];

		if (context_speaks(selection, row))
			list->items[list->count++] = (struct ratio_item){ .row = row,
				.reference = reference != NULL && parts
				    && strcmp(series_part(selection->series, row, part), reference)
				        == 0 };
	}
	name_items(list, selection);
	for (size_t i = 0; i < list->count && list->reference == NULL; i++)
		if (list->items[i].reference)
			list->reference = xstrdup(list->items[i].group);
	if (list->reference == NULL)
		list->reference = xstrdup("");
	if (list->count != 0)
		count_heads(list);
	if (list->by_group)
		drop_references(list);
	sort_items(list, selection);
	lay_blocks(list);
}

void
ratio_list_release(struct ratio_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		free(list->items[i].group);
		free(list->items[i].context);
	}
	free(list->items);
	free(list->blocks);
	free(list->reference);
	*list = (struct ratio_list){ 0 };
}

const char *
ratio_name(const struct ratio_list *list, const struct ratio_item *item)
{
	return list->by_group || item->group[0] == '\0' ? item->context : item->group;
}

const char *
ratio_reference(const struct ratio_list *list)
{
	return list->reference[0] == '\0' ? "the group of reference" : list->reference;
}
