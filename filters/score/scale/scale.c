/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scale: the arithmetic of scores.  The configuration is read in scale_load.c.
 */
#include "scale.h"

/* What the parts of a score come to. */
struct total {
	struct ratio sum;   /* of (x - offset) factor, before the multiplier */
	decimal_wide bases; /* of the parts that count */
	unsigned answered;
	unsigned counted; /* towards the minimum: answered, and "don't know" where it counts */
	unsigned applicable;
	unsigned kinds; /* all answers' bits */
};

static bool
inside(const struct scale_part *part, struct ratio value)
{
	return ratio_compare(value, ratio_of(part->least)) >= 0
	    && ratio_compare(value, ratio_of(part->most)) <= 0;
}

static inline void
count_part(
    const struct scale *scale, const struct scale_part *part, unsigned kind, struct total *total)
{
	bool given = kind == ANSWER_GIVEN;
	bool counted = given || (kind == ANSWER_DONT_KNOW && scale->responded);

	total->kinds |= kind;
	total->answered += given;
	total->counted += counted;
	total->applicable += kind != ANSWER_NOT_APPLICABLE;
	total->bases += counted ? part->base : 0;
}

/* The sum of whole numbers, as long as 64 bits hold it. */
static bool
sum_whole(const struct scale *scale, const struct answer *answers, struct total *total)
{
	int64_t sum = 0, term;

	for (size_t i = 0; i < scale->count; i++) {
		const struct scale_part *part = &scale->parts[i];
		const struct answer *answer = &answers[part->index];

		if (answer->kind == ANSWER_GIVEN
		    && (__builtin_sub_overflow(answer->digits, part->offset, &term)
		        || __builtin_mul_overflow(term, part->factor, &term)
		        || __builtin_add_overflow(sum, term, &sum)))
			return false;
	}
	total->sum = (struct ratio){ sum, 1 };
	return true;
}

/* The sum over items; false where 128 bits do not hold it. */
static bool
sum_items(const struct scale *scale, const struct answer *answers, struct total *total)
{
	unsigned places = scale->places;
	decimal_wide sum = 0, divisor = 1;

	for (size_t i = 0; i < scale->count; i++) {
		const struct answer *answer = &answers[scale->parts[i].index];

		count_part(scale, &scale->parts[i], answer->kind, total);
		if (answer->scale > places)
			places = answer->scale;
	}
	if ((total->kinds & ANSWER_REFUSED) != 0
	    || (places == 0 && !scale->boxed && sum_whole(scale, answers, total)))
		return true;
	for (size_t i = 0; i < scale->count; i++) {
		const struct scale_part *part = &scale->parts[i];
		const struct answer *answer = &answers[part->index];
		struct decimal value = { answer->digits, answer->scale };
		decimal_wide term;

		if (answer->kind != ANSWER_GIVEN)
			continue;
		if (scale->boxed)
			term = decimal_compare(value, part->least) >= 0
			        && decimal_compare(value, part->most) <= 0
			    ? part->factor
			    : 0;
		else if (__builtin_mul_overflow(number_digits(value, places)
		                 - (decimal_wide)part->offset
		                     * decimal_powers[places - scale->places],
		             part->factor, &term))
			return false;
		if (__builtin_add_overflow(sum, term, &sum))
			return false;
	}
	if (!scale->boxed)
		divisor = decimal_powers[places];
	return ratio_set(&total->sum, sum, divisor);
}

/* Each outcome of a part as an answer. */
static const uint8_t kinds[SCORE_OUTCOMES] = { [SCORE_GIVEN] = ANSWER_GIVEN,
	[SCORE_TOO_FEW] = ANSWER_MISSING,
	[SCORE_NOT_APPLICABLE] = ANSWER_NOT_APPLICABLE,
	[SCORE_REFUSED] = ANSWER_REFUSED,
	[SCORE_TOO_LONG] = ANSWER_TOO_LONG };

/* A fraction of 64 bits, for the scores that are small, as nearly all are. */
struct quick {
	int64_t numerator;
	int64_t divisor;
};

static inline bool
quick_of(struct ratio ratio, struct quick *quick)
{
	*quick = (struct quick){ (int64_t)ratio.numerator, (int64_t)ratio.divisor };
	return quick->numerator == ratio.numerator && quick->divisor == ratio.divisor;
}

/* sum += term factor */
static inline bool
quick_add(struct quick *sum, struct quick term, int64_t factor)
{
	if (__builtin_mul_overflow(term.numerator, factor, &term.numerator))
		return false;
	if (term.divisor != sum->divisor
	    && (__builtin_mul_overflow(sum->numerator, term.divisor, &sum->numerator)
	        || __builtin_mul_overflow(term.numerator, sum->divisor, &term.numerator)
	        || __builtin_mul_overflow(sum->divisor, term.divisor, &sum->divisor)))
		return false;
	return !__builtin_add_overflow(sum->numerator, term.numerator, &sum->numerator);
}

/* The sum of scores, as long as 64 bits hold it. */
static bool
sum_quickly(const struct scale *scale, const struct score *scores, struct total *total)
{
	struct quick sum = { 0, 1 }, term;

	for (size_t i = 0; i < scale->count; i++) {
		const struct scale_part *part = &scale->parts[i];
		const struct score *score = &scores[part->index];

		if (score->outcome == SCORE_GIVEN
		    && !(quick_of(score->value, &term) && quick_add(&sum, term, part->factor)))
			return false;
	}
	total->sum = (struct ratio){ sum.numerator, sum.divisor };
	return true;
}

/* The sum over scales. */
static bool
sum_scales(const struct scale *scale, const struct score *scores, struct total *total)
{
	for (size_t i = 0; i < scale->count; i++)
		count_part(
		    scale, &scale->parts[i], kinds[scores[scale->parts[i].index].outcome], total);
	if (!scale->boxed && sum_quickly(scale, scores, total))
		return true;
	for (size_t i = 0; i < scale->count; i++) {
		const struct scale_part *part = &scale->parts[i];
		const struct score *score = &scores[part->index];
		struct ratio term = score->value;

		if (score->outcome != SCORE_GIVEN)
			continue;
		if (scale->boxed)
			term = (struct ratio){ inside(part, term) ? part->factor : 0, 1 };
		else if (!ratio_multiply(&term, (struct ratio){ part->factor, 1 }))
			return false;
		if (!ratio_add(&total->sum, term))
			return false;
	}
	return true;
}

static bool
enough(const struct scale *scale, const struct total *total)
{
	if (total->counted == 0)
		return false;
	switch (scale->minimum_kind) {
	case MINIMUM_NUMBER:
		return total->counted >= scale->minimum;
	case MINIMUM_PERCENT:
		return (uint64_t)total->counted * 100
		    >= (uint64_t)total->applicable * scale->minimum;
	case MINIMUM_ALL:
	default:
		return total->counted == total->applicable;
	}
}

/* The value where 64 bits hold every step of it. */
static bool
set_value_quickly(const struct scale *scale, const struct total *total, struct ratio *value)
{
	decimal_wide prorated = scale->prorate ? scale->bases : 1;
	decimal_wide bases = scale->prorate || scale->averaged ? total->bases : 1;
	struct quick sum;
	int64_t numerator, divisor;

	if (!quick_of(total->sum, &sum)
	    || __builtin_mul_overflow(sum.numerator, scale->multiplier, &numerator)
	    || __builtin_mul_overflow(numerator, prorated, &numerator)
	    || __builtin_mul_overflow(sum.divisor, scale->divisor, &divisor)
	    || __builtin_mul_overflow(divisor, bases, &divisor))
		return false;
	*value = (struct ratio){ numerator, divisor };
	return true;
}

/* multiplier / (divisor bases), and all bases over those answered where a sum stands for
 * what is missing too. */
static bool
set_value(const struct scale *scale, const struct total *total, struct ratio *value)
{
	struct ratio factor = { scale->multiplier, scale->divisor };

	if (!set_value_quickly(scale, total, value)) {
		*value = total->sum;
		if (scale->averaged && !ratio_divide(&factor, (struct ratio){ total->bases, 1 }))
			return false;
		if (scale->prorate
		    && !ratio_multiply(&factor, (struct ratio){ scale->bases, total->bases }))
			return false;
		if (!ratio_multiply(value, factor))
			return false;
	}
	return !scale->standardised
	    || (ratio_subtract(value, scale->mean) && ratio_multiply(value, scale->slope)
	        && ratio_add(value, scale->center));
}

struct score
scale_score(const struct scale *scale, const struct answer *answers, const struct score *scores)
{
	struct total total = { .sum = { 0, 1 } };
	struct score score = { .band = BAND_NONE };
	bool fits = scale->of_scales ? sum_scales(scale, scores, &total)
	                             : sum_items(scale, answers, &total);

	score.answered = total.answered;
	score.applicable = total.applicable;
	if ((total.kinds & ANSWER_REFUSED) != 0)
		score.outcome =
		    total.kinds & ANSWER_TOO_LONG & ~(unsigned)ANSWER_REFUSED && scale->of_scales
		    ? SCORE_TOO_LONG
		    : SCORE_REFUSED;
	else if (total.applicable == 0)
		score.outcome = SCORE_NOT_APPLICABLE;
	else if (!enough(scale, &total))
		score.outcome = SCORE_TOO_FEW;
	else if (!fits || !set_value(scale, &total, &score.value))
		score.outcome = SCORE_TOO_LONG;
	else
		score.band = bands_find(&scale->bands, score.value);
	return score;
}

size_t
scale_write_value(const struct scale *scale, const struct score *score, char out[RATIO_TEXT_MAX])
{
	return score->outcome == SCORE_GIVEN ? ratio_write(score->value, scale->decimals, out) : 0;
}

void
scale_write(const struct scale *scale, const struct score *score, struct buffer *out)
{
	char text[RATIO_TEXT_MAX];

	buffer_append(out, text, scale_write_value(scale, score, text));
	if (scale->bands.count != 0) {
		buffer_append(out, ",", 1);
		if (score->band != BAND_NONE)
			buffer_append_text(out, scale->bands.list[score->band].label);
	}
	buffer_append(out, ",", 1);
	buffer_append(out, text, ratio_write_count(score->answered, text));
}
