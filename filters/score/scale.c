/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scale: the arithmetic of scores.  The configuration is read in scale_load.c.
 */
#include "scale.h"

size_t
scale_write_digits(uint64_t digits, bool negative, unsigned decimals, char out[SCALE_TEXT_MAX])
{
	uint64_t power = 10;
	size_t length = 1, point;

	negative = negative && digits != 0;
	while (length < 19 && digits >= power) {
		length++;
		power *= 10;
	}
	if (length <= decimals)
		length = decimals + 1;
	length += (size_t)negative + (decimals != 0 ? 1 : 0);
	point = length - decimals - 1;
	for (size_t i = length; i > negative; i--) {
		if (decimals != 0 && i - 1 == point) {
			out[point] = '.';
			continue;
		}
		out[i - 1] = (char)('0' + digits % 10);
		digits /= 10;
	}
	if (negative)
		out[0] = '-';
	return length;
}

/* Half away from zero: the rest is compared with what is left of the divisor, so
 * that nothing is doubled and nothing overflows. */
static size_t
write_narrow(int64_t numerator, int64_t divisor, unsigned decimals, char *out)
{
	uint64_t by = (uint64_t)divisor;
	uint64_t size = (uint64_t)(numerator < 0 ? -numerator : numerator);
	uint64_t quotient = size / by, rest = size % by;

	return scale_write_digits(quotient + (rest >= by - rest), numerator < 0, decimals, out);
}

size_t
scale_write_ratio(
    decimal_wide numerator, decimal_wide divisor, unsigned decimals, char out[SCALE_TEXT_MAX])
{
	decimal_wide size = (numerator < 0 ? -numerator : numerator) * item_powers[decimals];
	decimal_wide quotient = size / divisor, rest = size % divisor;

	quotient += rest >= divisor - rest;
	return scale_write_digits((uint64_t)quotient, numerator < 0, decimals, out);
}

/* Answers with decimals, or sums past 64 bits. */
static size_t
score_wide(const struct scale *scale, const struct answer *answers, size_t answered, char *out)
{
	unsigned places = scale->places;
	decimal_wide sum = 0, divisor;

	for (size_t i = 0; i < scale->count; i++)
		if (answers[scale->parts[i].item].scale > places)
			places = answers[scale->parts[i].item].scale;
	for (size_t i = 0; i < scale->count; i++) {
		const struct scale_part *part = &scale->parts[i];
		const struct answer *answer = &answers[part->item];

		if (answer->kind != ANSWER_GIVEN)
			continue;
		sum += (decimal_wide)(answer->digits * item_powers[places - answer->scale]
		           - part->offset * item_powers[places - scale->places])
		    * part->factor;
	}
	divisor = (decimal_wide)scale->divisor * item_powers[places];
	sum *= scale->multiplier;
	if (scale->method != SCALE_SUM) {
		divisor *= (int64_t)answered;
	} else if (scale->prorate && answered != scale->count) {
		sum *= (int64_t)scale->count;
		divisor *= (int64_t)answered;
	}
	return scale_write_ratio(sum, divisor, scale->decimals, out);
}

struct score
scale_score(const struct scale *scale, const struct answer *answers, char out[SCALE_TEXT_MAX])
{
	unsigned kinds = 0, scales = 0;
	uint64_t sum = 0;
	struct score score = { .outcome = SCORE_GIVEN };

	for (size_t i = 0; i < scale->count; i++) {
		const struct scale_part *part = &scale->parts[i];
		const struct answer *answer = &answers[part->item];
		bool given = answer->kind == ANSWER_GIVEN;

		kinds |= answer->kind;
		scales |= answer->scale;
		score.answered += given;
		/* wraps, and is not used, where the scale is not narrow */
		sum += (uint64_t)answer->digits * (uint64_t)part->factor
		    - (uint64_t)(given ? part->start : 0);
	}
	if ((kinds & ~(unsigned)ANSWER_GIVEN) != 0) {
		score.outcome = SCORE_REFUSED;
	} else if (score.answered < scale->minimum) {
		score.outcome = SCORE_TOO_FEW;
	} else if (scales != 0 || !scale->narrow) {
		score.length = score_wide(scale, answers, score.answered, out);
	} else {
		int64_t lifted = (int64_t)sum * scale->lift, divisor = scale->divisor;

		if (scale->method != SCALE_SUM) {
			divisor *= (int64_t)score.answered;
		} else if (scale->prorate && score.answered != scale->count) {
			lifted *= (int64_t)scale->count;
			divisor *= (int64_t)score.answered;
		}
		score.length = write_narrow(lifted, divisor, scale->decimals, out);
	}
	return score;
}
