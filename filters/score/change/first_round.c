/* SPDX-License-Identifier: GPL-3.0-or-later */
/* first_round: the reliability of each scale. */
#include "first_round.h"

#include "../reliability/account.h"

#include <math.h>

static const char *const problems[] = { [ALPHA_DEFINED] = "alpha of the first round is not within "
	                                                  "0 to 1, and no reliability is given",
	[ALPHA_ONE_ITEM] = "alpha takes two items, and no reliability is given: put it into the "
	                   "instrument",
	[ALPHA_FEW_RECORDS] = "too few answer the same items in the first round for alpha, and no "
	                      "reliability is given",
	[ALPHA_CONSTANT] = "an item has the same answer in all of the first round: there is no "
	                   "alpha, and no reliability is given",
	[ALPHA_NO_TOTAL] = "the sum of the items does not vary in the first round: there is no "
	                   "alpha, and no reliability is given" };

static bool
needs_alpha(const struct scale *scale)
{
	return !(scale->reliability > 0) && !scale->of_scales;
}

bool
first_round_open(struct first_round *first, const struct instrument *instrument,
    uint64_t *const *outcomes, struct fault *fault)
{
	for (size_t i = 0; i < instrument->scale_count; i++)
		first->wanted |= needs_alpha(&instrument->scales[i]);
	return !first->wanted || sums_open(&first->sums, instrument, outcomes, fault);
}

void
first_round_release(struct first_round *first)
{
	if (first->wanted)
		sums_release(&first->sums);
	*first = (struct first_round){ 0 };
}

void
first_round_add(struct first_round *first, const struct answer *answers, const struct score *scores)
{
	if (first->wanted)
		sums_add(&first->sums, answers, scores);
}

void
first_round_settle(struct first_round *first)
{
	if (first->wanted)
		moments_settle(&first->sums.moments);
}

static struct scale_reliability
alpha_of(const struct sums *sums, size_t scale, bool rule)
{
	struct scale_reliability reliability = { NAN, "none", NULL };
	struct account account;
	struct coefficient alpha;

	account_open(&account, sums, scale, rule);
	alpha = alpha_raw(&account.alpha, ALPHA_NONE);
	if (account.statistics[SCALE_ALPHA].state == STATISTIC_HIDDEN)
		reliability.reason = "alpha of the first round rests on fewer than 5 records, and "
		                     "no reliability is given";
	else if (alpha.problem == ALPHA_DEFINED && alpha.value > 0 && alpha.value <= 1)
		reliability = (struct scale_reliability){ alpha.value, "alpha", NULL };
	else
		reliability.reason = problems[alpha.problem];
	account_release(&account);
	return reliability;
}

struct scale_reliability
first_round_reliability(
    const struct first_round *first, const struct instrument *instrument, size_t scale, bool rule)
{
	const struct scale *own = &instrument->scales[scale];

	if (own->reliability > 0)
		return (struct scale_reliability){ own->reliability, "instrument", NULL };
	if (own->of_scales)
		return (struct scale_reliability){ NAN, "none",
			"a scale of scales has no alpha of its own, and no reliability is given: "
			"put it into the instrument" };
	return alpha_of(&first->sums, scale, rule);
}
