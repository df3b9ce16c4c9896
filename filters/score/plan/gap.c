/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gap: how far an answer is from where it ought to be. */
#include "gap.h"

#include <stdlib.h>

/* digits / 10^scale without zeros at its end; false where it is too long. */
static bool
settle(decimal_wide digits, unsigned scale, struct decimal *out)
{
	const decimal_wide limit = decimal_powers[GAP_DIGITS_MAX];

	for (; scale != 0 && digits % 10 == 0; scale--)
		digits /= 10;
	if (digits >= limit || digits <= -limit || scale > DECIMAL_SCALE_MAX)
		return false;
	*out = (struct decimal){ (int64_t)digits, scale };
	return true;
}

/* The numbers of a gap whose answer is known. */
static bool
measure(struct gap *gap, struct decimal answer, struct decimal target)
{
	unsigned scale = answer.scale > target.scale ? answer.scale : target.scale;
	decimal_wide distance = number_digits(target, scale) - number_digits(answer, scale);

	return settle(answer.digits, answer.scale, &gap->answer)
	    && settle(distance, scale, &gap->distance)
	    && settle((decimal_wide)gap->distance.digits * gap->importance.digits,
	        gap->distance.scale + gap->importance.scale, &gap->priority);
}

/* False where there is none, and items at their target are not wanted either. */
static bool
find_gap(const struct item *item, struct answer answer, bool every, struct gap *gap)
{
	struct decimal value = { answer.digits, answer.scale };

	gap->importance = item->importance;
	switch (answer.kind) {
	case ANSWER_GIVEN:
		if (decimal_compare(value, item->target) >= 0) {
			gap->state = settle(value.digits, value.scale, &gap->answer) ? GAP_MET
			                                                             : GAP_TOO_LONG;
			return every;
		}
		gap->state = measure(gap, value, item->target) ? GAP_KNOWN : GAP_TOO_LONG;
		return true;
	case ANSWER_MISSING:
		gap->state = GAP_NOT_ANSWERED;
		return true;
	case ANSWER_DONT_KNOW:
		gap->state = GAP_DONT_KNOW;
		return true;
	case ANSWER_NOT_APPLICABLE:
		return false;
	default:
		gap->state = GAP_REFUSED;
		return true;
	}
}

static int
compare(const void *left, const void *right)
{
	const struct gap *a = left;
	const struct gap *b = right;
	int order = (a->state > b->state) - (a->state < b->state);

	if (order == 0 && a->state == GAP_KNOWN)
		order = decimal_compare(b->priority, a->priority);
	if (order == 0)
		order = decimal_compare(b->importance, a->importance);
	return order != 0 ? order : (a->item > b->item) - (a->item < b->item);
}

size_t
gaps_find(
    const struct instrument *instrument, const struct answer *answers, bool every, struct gap *gaps)
{
	size_t count = 0;

	for (size_t i = 0; i < instrument->item_count; i++) {
		gaps[count] = (struct gap){ .item = i };
		count += find_gap(&instrument->items[i], answers[i], every, &gaps[count]);
	}
	qsort(gaps, count, sizeof gaps[0], compare);
	for (size_t i = 0; i < count && gaps[i].state == GAP_KNOWN; i++)
		gaps[i].rank =
		    i != 0 && decimal_compare(gaps[i].priority, gaps[i - 1].priority) == 0
		    ? gaps[i - 1].rank
		    : i + 1;
	return count;
}

const char *
gap_state_name(enum gap_state state)
{
	static const char *const names[GAP_STATES] = { [GAP_KNOWN] = "gap",
		[GAP_DONT_KNOW] = "don't know",
		[GAP_NOT_ANSWERED] = "not answered",
		[GAP_REFUSED] = "refused",
		[GAP_TOO_LONG] = "too long",
		[GAP_MET] = "met" };

	return names[state];
}
