/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scale_memo: results that are worked out once.  Of whole-number answers there are few
 * sums, so a score hangs on how many were answered and their sum, and on how many apply
 * where that differs from record to record.
 */
#include "scale.h"

#include "../../lib/memory.h"

#include <stdlib.h>

/* Cells of one scale. */
#define MEMO_MAX 8192

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

static int32_t
clamp(int64_t number)
{
	return (int32_t)(number < INT32_MIN ? INT32_MIN : number > INT32_MAX ? INT32_MAX : number);
}

/* How the parts add up, the simplest way that holds for all of them. */
static enum memo_kind
kind_of(const struct scale *scale)
{
	const struct scale_part *parts = scale->parts;

	if (scale->boxed)
		return MEMO_BOXES;
	for (size_t i = 1; i < scale->count; i++)
		if (parts[i].factor != parts[0].factor || parts[i].offset != parts[0].offset)
			return MEMO_FACTORS;
	for (size_t i = 1; i < scale->count; i++)
		if (parts[i].index != parts[i - 1].index + 1)
			return MEMO_PLAIN;
	return MEMO_RUN;
}

/* Of so many that apply, so many answered; no two of them share a row. */
static size_t
row_of(size_t applicable, size_t answered)
{
	return applicable * (applicable + 1) / 2 + answered;
}

void
scale_memo_plan(struct scale *scale, const struct item *items, size_t *room)
{
	decimal_wide least = 0, most = 0, cells, width;
	size_t rows;
	struct memo *memo = &scale->memo;

	if (scale->of_scales || scale->places != 0 || text_size(scale) > SCALE_MEMO_TEXT)
		return;
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
	if (width * (decimal_wide)row_of(scale->count + 1, 0) > MEMO_MAX)
		memo->skips = false;
	rows = memo->skips ? row_of(scale->count + 1, 0) : scale->count + 1;
	cells = width * (decimal_wide)rows;
	if (cells > MEMO_MAX || cells > (decimal_wide)*room)
		return;
	*room -= (size_t)cells;
	memo->kind = kind_of(scale);
	memo->whole = !uniform(scale);
	memo->ignored = ANSWER_GIVEN | (scale->responded ? 0U : ANSWER_DONT_KNOW)
	    | (memo->skips ? ANSWER_NOT_APPLICABLE : 0U);
	memo->smallest = (int64_t)least;
	memo->width = (size_t)width;
	memo->cells = xcalloc((size_t)cells, sizeof memo->cells[0]);
	memo->parts = xcalloc(scale->count, sizeof memo->parts[0]);
	for (size_t i = 0; i < scale->count; i++) {
		const struct scale_part *part = &scale->parts[i];

		/* the cells are few, so the factors and the offsets are small */
		memo->parts[i] = (struct memo_part){ .index = (uint32_t)part->index,
			.factor = (int32_t)part->factor,
			.offset = (int32_t)part->offset,
			.least = clamp(part->whole_least),
			.most = clamp(part->whole_most) };
	}
}

void
scale_memo_release(struct scale *scale)
{
	free(scale->memo.cells);
	free(scale->memo.parts);
	scale->memo = (struct memo){ 0 };
}

static size_t
count_applicable(const struct scale *scale, const struct answer *answers)
{
	size_t count = 0;

	for (size_t i = 0; i < scale->count; i++)
		count += answers[scale->memo.parts[i].index].kind != ANSWER_NOT_APPLICABLE;
	return count;
}

/* Whole-number answers to all items, or none: the place of the result, or NULL. */
static struct memo_cell *
find_cell(const struct scale *scale, const struct answer *answers)
{
	const struct memo *memo = &scale->memo;
	const struct memo_part *part = memo->parts, *end = part + scale->count;
	const struct answer *first = &answers[part->index];
	unsigned kinds = 0, places = 0;
	size_t answered = 0, row;
	uint64_t sum = 0; /* wraps, and is not used, where some answer is no whole number */

	switch (memo->kind) {
	case MEMO_RUN:
		for (size_t i = 0; i < scale->count; i++) {
			kinds |= first[i].kind;
			places |= first[i].scale;
			answered += first[i].kind & ANSWER_GIVEN;
			sum += (uint64_t)first[i].digits;
		}
		sum = (sum - answered * (uint64_t)part->offset) * (uint64_t)part->factor;
		break;
	case MEMO_PLAIN:
		for (; part < end; part++) {
			const struct answer *answer = &answers[part->index];

			kinds |= answer->kind;
			places |= answer->scale;
			answered += answer->kind & ANSWER_GIVEN;
			sum += (uint64_t)answer->digits;
		}
		sum = (sum - answered * (uint64_t)memo->parts->offset)
		    * (uint64_t)memo->parts->factor;
		break;
	case MEMO_FACTORS:
		for (; part < end; part++) {
			const struct answer *answer = &answers[part->index];
			uint64_t given = answer->kind & ANSWER_GIVEN;

			kinds |= answer->kind;
			places |= answer->scale;
			answered += given;
			sum += ((uint64_t)answer->digits - given * (uint64_t)part->offset)
			    * (uint64_t)part->factor;
		}
		break;
	case MEMO_BOXES:
	default:
		for (; part < end; part++) {
			const struct answer *answer = &answers[part->index];
			unsigned given = answer->kind & ANSWER_GIVEN;

			kinds |= answer->kind;
			places |= answer->scale;
			answered += given;
			sum += (given & (unsigned)(answer->digits >= part->least)
			           & (unsigned)(answer->digits <= part->most))
			    * (uint64_t)part->factor;
		}
		break;
	}
	if (((kinds & ~memo->ignored) | places) != 0
	    || (memo->whole && answered != scale->count && answered != 0))
		return NULL;
	row = answered;
	if (memo->skips)
		row = row_of((kinds & ANSWER_NOT_APPLICABLE) != 0 ? count_applicable(scale, answers)
		                                                  : scale->count,
		    answered);
	return &memo->cells[row * memo->width + (sum - (uint64_t)memo->smallest)];
}

/* Works the result out, and remembers it where there is a cell. */
static void
append_anew(const struct scale *scale, struct memo_cell *cell, const struct answer *answers,
    const struct score *scores, struct score *score, struct buffer *out)
{
	size_t start = out->length;

	*score = scale_score(scale, answers, scores);
	scale_write(scale, score, out);
	if (cell == NULL || out->length - start > sizeof cell->text)
		return;
	if (score->outcome == SCORE_GIVEN)
		ratio_reduce(&score->value);
	cell->score = *score;
	cell->length = (uint8_t)(out->length - start);
	memcpy(cell->text, out->data + start, cell->length);
}

void
scale_append(struct scale *scale, const struct answer *answers, const struct score *scores,
    struct score *score, struct buffer *out)
{
	struct memo_cell *cell = scale->memo.cells != NULL ? find_cell(scale, answers) : NULL;

	if (out->capacity - out->length < sizeof cell->text)
		buffer_reserve(out, sizeof cell->text);
	if (cell == NULL || cell->length == 0) {
		append_anew(scale, cell, answers, scores, score, out);
		return;
	}
	memcpy(out->data + out->length, cell->text, sizeof cell->text);
	out->length += cell->length;
	*score = cell->score;
}
