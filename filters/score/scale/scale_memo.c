/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scale_memo: results that are worked out once.  Of whole-number answers there are few
 * sums, so a score hangs on how many were answered and their sum, and on how many apply
 * where that differs from record to record.  A score of scores hangs on which of their
 * remembered results these have.
 */
#include "scale.h"

/* An answer is in the box: 1, or else 0.  No branches, for nobody can guess what people
 * answer. */
static inline uint64_t
in_box(const struct memo_part *part, const struct answer *answer)
{
	return (unsigned)(answer->digits >= part->least) & (unsigned)(answer->digits <= part->most)
	    & answer->kind & ANSWER_GIVEN;
}

static inline struct memo_cell *
cell_at(const struct memo *memo, size_t row, uint64_t sum)
{
	/* the sum is right modulo 2^16, and a row has not so many cells */
	return &memo->cells[row * memo->width + (uint16_t)(sum - (uint64_t)memo->smallest)];
}

/* A score that hangs on which items are answered is remembered where all or none are. */
static inline bool
is_patchy(const struct scale *scale, size_t answered)
{
	return scale->memo.whole && answered != scale->count && answered != 0;
}

/* The place of the result, part by part, whatever the answers are; NULL: it has none. */
static __attribute__((noinline)) struct memo_cell *
cell_of_parts(const struct scale *scale, const struct answer *answers)
{
	const struct memo *memo = &scale->memo;
	unsigned kinds = 0, places = 0;
	size_t answered = 0, applicable = 0;
	uint64_t sum = 0; /* wraps, and is not used, where some answer is no whole number */

	for (size_t i = 0; i < scale->count; i++) {
		const struct memo_part *part = &memo->parts[i];
		const struct answer *answer = &answers[part->index];
		uint64_t given = answer->kind & ANSWER_GIVEN;
		uint64_t term = scale->boxed
		    ? in_box(part, answer)
		    : given * ((uint64_t)answer->digits - (uint64_t)part->offset);

		kinds |= answer->kind;
		places |= answer->scale;
		answered += given;
		applicable += answer->kind != ANSWER_NOT_APPLICABLE;
		sum += term * (uint64_t)part->factor;
	}
	if (((kinds & ~memo->ignored) | places) != 0 || is_patchy(scale, answered))
		return NULL;
	return cell_at(memo, memo->skips ? memo_row(applicable, answered) : answered, sum);
}

/* The same, run by run, where all answers are whole numbers or missing. */
static inline struct memo_cell *
cell_of_runs(const struct scale *scale, const struct answer *answers, const uint64_t *running)
{
	const struct memo *memo = &scale->memo;
	uint64_t all = 0, sum = 0;

	for (size_t i = 0; i < memo->run_count; i++) {
		const struct memo_run *run = &memo->runs[i];
		uint64_t total = running[run->end] - running[run->first];

		all += total;
		sum += (running_sum(total) - running_given(total) * (uint64_t)run->offset)
		    * (uint64_t)run->factor;
	}
	if (running_others(all) != 0)
		return cell_of_parts(scale, answers);
	if (is_patchy(scale, running_given(all)))
		return NULL;
	if (scale->boxed) {
		const struct memo_part *part = memo->parts, *end = part + scale->count;

		for (sum = 0; part < end; part++)
			sum += in_box(part, &answers[part->index]) * (uint64_t)part->factor;
	}
	return cell_at(memo, memo->first_row + running_given(all), sum);
}

/* Remembered results of all parts: the place of the result, or NULL. */
static inline struct memo_cell *
cell_of_scales(const struct scale *scale, const struct score *scores)
{
	const struct memo *memo = &scale->memo;
	const struct memo_part *part = memo->parts, *end = part + scale->count;
	uint64_t key = 0;
	size_t index;

	for (; part < end; part++) {
		unsigned place = scores[part->index].place;

		if (place == 0)
			return NULL;
		key = key * (uint64_t)part->factor + place;
	}
	/* times 2^64 over the golden ratio: neighbours come to stand far apart (Knuth 1973) */
	index = (size_t)(key * UINT64_C(0x9E3779B97F4A7C15) >> memo->shift);
	if (memo->keys[index] != key) {
		memo->keys[index] = key;
		memo->cells[index].length = 0;
	}
	return &memo->cells[index];
}

/* Works the result out, and remembers it where there is a cell.  Not inlined, for it is
 * seldom gone through. */
static __attribute__((noinline)) void
append_anew(const struct scale *scale, struct memo_cell *cell, const struct answer *answers,
    const struct score *scores, struct score *score, struct buffer *out)
{
	size_t start = out->length;

	*score = scale_score(scale, answers, scores);
	scale_write(scale, score, out);
	if (cell == NULL || out->length - start > sizeof cell->text)
		return;
	if (!scale->of_scales) {
		if (score->outcome == SCORE_GIVEN)
			ratio_reduce(&score->value);
		score->place = (unsigned)(cell - scale->memo.cells) + 1;
	}
	cell->score = *score;
	cell->length = (uint8_t)(out->length - start);
	memcpy(cell->text, out->data + start, cell->length);
}

void
scale_append(struct scale *scales, size_t first, size_t end, const struct answer *answers,
    const uint64_t *running, struct score *scores, struct buffer *out)
{
	for (size_t i = first; i < end; i++) {
		struct scale *scale = &scales[i];
		struct memo_cell *cell = NULL;

		if (scale->memo.cells != NULL)
			cell = scale->of_scales ? cell_of_scales(scale, scores)
			                        : cell_of_runs(scale, answers, running);
		if (out->capacity - out->length < 1 + sizeof cell->text)
			buffer_reserve(out, 1 + sizeof cell->text);
		if (i != first)
			out->data[out->length++] = ',';
		if (cell == NULL || cell->length == 0) {
			append_anew(scale, cell, answers, scores, &scores[i], out);
			continue;
		}
		memcpy(out->data + out->length, cell->text, sizeof cell->text);
		out->length += cell->length;
		scores[i] = cell->score;
	}
}
