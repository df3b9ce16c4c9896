/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scale: the arithmetic of scores.  The configuration is read in scale_load.c.
 */
#include "scale.h"

/* digits / 10^decimals as a text; returns its length. */
static size_t
write_digits(uint64_t digits, bool negative, unsigned decimals, char *out)
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

size_t
scale_write_ratio(
    decimal_wide numerator, decimal_wide divisor, unsigned decimals, char out[SCALE_TEXT_MAX])
{
	decimal_wide size = (numerator < 0 ? -numerator : numerator) * item_powers[decimals];
	decimal_wide quotient = size / divisor, rest = size % divisor;

	/* half away from zero: the rest is compared with what is left of the divisor,
	 * so that nothing is doubled and nothing overflows */
	quotient += rest >= divisor - rest;
	return write_digits((uint64_t)quotient, numerator < 0, decimals, out);
}

/* The score itself, worked out in 128 bits, where there are answers enough. */
static size_t
write_score(const struct scale *scale, const struct answer *answers, size_t answered, char *out)
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

static size_t
write_result(
    const struct scale *scale, const struct answer *answers, const struct score *score, char *out)
{
	size_t length = 0;

	if (score->outcome == SCORE_GIVEN)
		length = write_score(scale, answers, score->answered, out);
	out[length++] = ',';
	return length + write_digits(score->answered, false, 0, out + length);
}

struct score
scale_score(struct scale *scale, const struct answer *answers, char out[SCALE_TEXT_MAX])
{
	unsigned kinds = 0, scales = 0;
	uint64_t sum = 0; /* wraps, and is not used, where there is no memo */
	struct score score = { .outcome = SCORE_GIVEN };
	struct scale_text *memo;

	for (size_t i = 0; i < scale->count; i++) {
		const struct scale_part *part = &scale->parts[i];
		const struct answer *answer = &answers[part->item];
		unsigned given = answer->kind == ANSWER_GIVEN;

		kinds |= answer->kind;
		scales |= answer->scale;
		score.answered += given;
		sum += (uint64_t)answer->digits * (uint64_t)part->factor
		    - given * (uint64_t)part->start;
	}
	if (kinds > ANSWER_GIVEN)
		score.outcome = SCORE_REFUSED;
	else if (score.answered == 0 || score.answered < scale->minimum)
		score.outcome = SCORE_TOO_FEW;
	if (scale->memo == NULL || scales != 0 || score.outcome == SCORE_REFUSED) {
		score.length = write_result(scale, answers, &score, out);
		return score;
	}
	memo = &scale->memo[score.answered * scale->width + (sum - (uint64_t)scale->least)];
	if (memo->length == 0) {
		char text[SCALE_TEXT_MAX];

		memo->length = (uint8_t)write_result(scale, answers, &score, text);
		memcpy(memo->text, text, memo->length);
	}
	memcpy(out, memo->text, sizeof memo->text);
	score.length = memo->length;
	return score;
}
