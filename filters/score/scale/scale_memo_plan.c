/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scale_memo_plan: which results of a scale are remembered, and where. */
#include "scale.h"

#include "../../lib/memory.h"

#include <stdlib.h>

/* Cells of one scale. */
#define MEMO_MAX 8192
_Static_assert(MEMO_MAX <= RUNNING_ITEMS_MAX, "running totals are right for its items");

/* An average, or a prorated sum, hangs on how many were answered and not on which. */
static bool
uniform(const struct scale *scale)
{
	for (size_t i = 1; i < scale->count; i++)
		if (scale->parts[i].base != scale->parts[0].base)
			return !scale->averaged && !scale->prorate;
	return true;
}

/* Bytes of "value,band,answered" at most, where the value has at most 10 digits. */
static size_t
text_size(const struct scale *scale)
{
	size_t label = 0;

	for (size_t i = 0; i < scale->bands.count; i++)
		if (strlen(scale->bands.list[i].label) > label)
			label = strlen(scale->bands.list[i].label);
	return 1 + 10 + 1 + scale->decimals + 1 + label + 1 + 4;
}

/* The whole numbers around a range, whose ends may be none. */
static void
whole_range(const struct item *item, decimal_wide *low, decimal_wide *high)
{
	int64_t below = decimal_powers[item->minimum.scale];
	int64_t above = decimal_powers[item->maximum.scale];

	*low = item->minimum.digits / below - (item->minimum.digits % below < 0);
	*high = item->maximum.digits / above + (item->maximum.digits % above > 0);
}

/* What is needed of the parts, close together. */
static void
plan_parts(struct scale *scale)
{
	struct memo *memo = &scale->memo;

	memo->parts = xcalloc(scale->count, sizeof memo->parts[0]);
	for (size_t i = 0; i < scale->count; i++) {
		const struct scale_part *part = &scale->parts[i];

		memo->parts[i] = (struct memo_part){ .index = part->index,
			.factor = part->factor,
			.offset = part->offset,
			.least = part->whole_least,
			.most = part->whole_most };
	}
}

/* Parts that follow one another and add up alike become one run. */
static void
plan_runs(struct scale *scale)
{
	struct memo *memo = &scale->memo;
	struct memo_run *run = NULL;

	memo->runs = xcalloc(scale->count, sizeof memo->runs[0]);
	for (size_t i = 0; i < scale->count; i++) {
		const struct memo_part *part = &memo->parts[i];

		if (run == NULL || part->index != run->end || part->factor != run->factor
		    || part->offset != run->offset) {
			run = &memo->runs[memo->run_count++];
			*run = (struct memo_run){
				.first = part->index, .factor = part->factor, .offset = part->offset
			};
		}
		run->end = part->index + 1;
	}
}

static void
plan_items(struct scale *scale, const struct item *items, size_t *room)
{
	decimal_wide least = 0, most = 0, cells, width;
	size_t rows;
	struct memo *memo = &scale->memo;

	for (size_t i = 0; i < scale->count; i++) {
		const struct scale_part *part = &scale->parts[i];
		decimal_wide low, high;

		memo->skips = memo->skips || item_may_not_apply(&items[part->index]);
		whole_range(&items[part->index], &low, &high);
		low = scale->boxed ? 0 : (low - part->offset) * part->factor;
		high = scale->boxed ? part->factor : (high - part->offset) * part->factor;
		/* nothing is added where there is no answer */
		least += low < high ? (low < 0 ? low : 0) : (high < 0 ? high : 0);
		most += low < high ? (high > 0 ? high : 0) : (low > 0 ? low : 0);
	}
	width = most - least + 1;
	/* a long scale remembers the records to which all of it applies */
	if (width * (decimal_wide)memo_row(scale->count + 1, 0) > MEMO_MAX)
		memo->skips = false;
	rows = memo->skips ? memo_row(scale->count + 1, 0) : scale->count + 1;
	cells = width * (decimal_wide)rows;
	if (cells > MEMO_MAX || cells > (decimal_wide)*room)
		return;
	*room -= (size_t)cells;
	memo->whole = !uniform(scale);
	memo->ignored = ANSWER_GIVEN | (scale->responded ? 0U : ANSWER_DONT_KNOW)
	    | (memo->skips ? ANSWER_NOT_APPLICABLE : 0U);
	memo->smallest = (int64_t)least;
	memo->width = (size_t)width;
	memo->first_row = memo->skips ? memo_row(scale->count, 0) : 0;
	memo->count = (size_t)cells;
	memo->cells = xcalloc(memo->count, sizeof memo->cells[0]);
	plan_parts(scale);
	plan_runs(scale);
}

/* Where each combination of the parts' results is a number of 64 bits. */
static void
plan_scales(struct scale *scale, const struct scale *scales, size_t *room)
{
	uint64_t combinations = 1;
	size_t count = MEMO_MAX;
	struct memo *memo = &scale->memo;

	/* the scales that follow need room, too */
	while (count > *room / 4)
		count /= 2;
	for (size_t i = 0; i < scale->count; i++) {
		const struct memo *part = &scales[scale->parts[i].index].memo;

		/* a result of a scale of scales may lose its place to another one */
		if (part->cells == NULL || part->keys != NULL
		    || __builtin_mul_overflow(combinations, part->count + 1, &combinations))
			return;
	}
	if (count < 2)
		return;
	*room -= count;
	memo->count = count;
	memo->shift = 64 - (unsigned)__builtin_ctzll(count);
	memo->cells = xcalloc(count, sizeof memo->cells[0]);
	memo->keys = xcalloc(count, sizeof memo->keys[0]);
	plan_parts(scale);
	for (size_t i = 0; i < scale->count; i++)
		memo->parts[i].factor = (int64_t)scales[scale->parts[i].index].memo.count + 1;
}

void
scale_memo_plan(
    struct scale *scale, const struct item *items, const struct scale *scales, size_t *room)
{
	if (text_size(scale) > SCALE_MEMO_TEXT)
		return;
	if (scale->of_scales)
		plan_scales(scale, scales, room);
	else if (scale->places == 0)
		plan_items(scale, items, room);
}

void
scale_memo_release(struct scale *scale)
{
	free(scale->memo.cells);
	free(scale->memo.parts);
	free(scale->memo.runs);
	free(scale->memo.keys);
	scale->memo = (struct memo){ 0 };
}
