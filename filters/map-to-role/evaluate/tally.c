/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tally.h"

#include "../../lib/memory.h"
#include "../../lib/wide.h"

#include <stdlib.h>

void
tally_init(struct tally *tally, const struct scheme *scheme)
{
	size_t roles = scheme->roles;

	*tally = (struct tally){ .roles = roles, .functions = scheme->functions };
	tally->cells = xcalloc(
	    (roles + 1) * TALLY_OUTCOMES(roles) * CONFIDENCES * (roles + 1), sizeof *tally->cells);
	tally->of_functions = xcalloc(scheme->functions, sizeof *tally->of_functions);
}

void
tally_release(struct tally *tally)
{
	free(tally->cells);
	free(tally->of_functions);
	*tally = (struct tally){ 0 };
}

static size_t
place(const struct tally *tally, size_t people, size_t outcome, size_t confidence, size_t guess)
{
	return ((people * TALLY_OUTCOMES(tally->roles) + outcome) * CONFIDENCES + confidence)
	    * (tally->roles + 1)
	    + guess;
}

/* Where a person gives a category alone, nobody knows which function is right. */
static void
add_function(struct tally *tally, const struct verdict *verdict)
{
	size_t people = verdict->people.function;

	if (people == SCHEME_NONE && verdict->people.role != TALLY_OUTSIDE(tally->roles))
		return;
	decimal_sum_add(&tally->used, verdict->weight);
	if (verdict->function != SCHEME_NONE)
		decimal_sum_add(&tally->of_functions[verdict->function].mapped, verdict->weight);
	if (people == SCHEME_NONE)
		return;
	decimal_sum_add(&tally->coded, verdict->weight);
	decimal_sum_add(&tally->of_functions[people].people, verdict->weight);
	if (people != verdict->function)
		return;
	decimal_sum_add(&tally->exact, verdict->weight);
	decimal_sum_add(&tally->of_functions[people].right, verdict->weight);
}

void
tally_add(struct tally *tally, const struct verdict *verdict)
{
	decimal_sum_add(&tally->cells[place(tally, verdict->people.role, verdict->outcome,
	                    verdict->confidence, verdict->guess)],
	    verdict->weight);
	add_function(tally, verdict);
}

struct decimal_sum
tally_sum(const struct tally *tally, size_t people, size_t outcome, size_t confidence, size_t guess)
{
	const size_t asked[] = { people, outcome, confidence, guess };
	const size_t counts[] = { tally->roles + 1, TALLY_OUTCOMES(tally->roles), CONFIDENCES,
		tally->roles + 1 };
	size_t from[4], to[4];
	struct decimal_sum sum = { 0 };

	for (size_t i = 0; i < 4; i++) {
		from[i] = asked[i] == TALLY_ANY ? 0 : asked[i];
		to[i] = asked[i] == TALLY_ANY ? counts[i] : asked[i] + 1;
	}
	for (size_t p = from[0]; p < to[0]; p++)
		for (size_t o = from[1]; o < to[1]; o++)
			for (size_t c = from[2]; c < to[2]; c++)
				for (size_t g = from[3]; g < to[3]; g++)
					decimal_sum_merge(
					    &sum, &tally->cells[place(tally, p, o, c, g)]);
	return sum;
}

double
tally_effective(const struct decimal_sum *sum)
{
	/* both are whole numbers in the same units, so the scale goes out */
	double total = (double)sum->sum, squares = wide_value(sum->squares);

	return squares > 0 ? total * total / squares : 0;
}
