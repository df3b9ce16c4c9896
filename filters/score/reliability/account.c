/* SPDX-License-Identifier: GPL-3.0-or-later */
/* account: the statistics of one scale. */
#include "account.h"

#include "../../lib/interval.h"
#include "../../lib/memory.h"
#include "ends.h"

#include <math.h>
#include <stdlib.h>

/* Both have the figures of struct ends in their order. */
_Static_assert(SCALE_SCORE_MEAN + (int)ENDS_HIGH_PERCENT == (int)SCALE_AT_MOST_PERCENT, "scores");
_Static_assert(ITEM_MEAN + (int)ENDS_HIGH_PERCENT == (int)ITEM_AT_MAXIMUM_PERCENT, "answers");

static const char no_records[] = "there are no records";
static const char no_answers[] = "nobody has answered it";
static const char one_answer[] = "fewer than two records have answered it";
static const char no_scores[] = "there are no scores";
static const char one_score[] = "there are fewer than two scores";
static const char long_scores[] = "the scores are too long for exact sums";
static const char of_scales[] = "it is made of scales: look at them";

static const char *const problems[] = { [ALPHA_DEFINED] = "it is too large for a number",
	[ALPHA_ONE_ITEM] = "it takes two items",
	[ALPHA_FEW_RECORDS] = "some two items have fewer than two records together",
	[ALPHA_CONSTANT] = "an item scores the same in every record",
	[ALPHA_NO_TOTAL] = "the sum of the items does not vary" };

static const struct moment *
moment_of(const struct account *account, size_t i, size_t j)
{
	const struct components *components = &account->sums->components;
	const size_t *parts = components->scales[account->index];

	return &account->sums->moments.pairs[components_pair(components, parts[i], parts[j])];
}

/* Who answered two items, one of them, or none: whether the first would tell of few. */
static bool
hides_pair(const struct account *account, size_t i, size_t j)
{
	uint64_t both = moment_of(account, i, j)->records;
	uint64_t one = moment_of(account, i, i)->records, other = moment_of(account, j, j)->records;
	uint64_t records = account->sums->records;

	return statistic_hides(account->rule, both, records)
	    || statistic_hides(account->rule, both, one)
	    || statistic_hides(account->rule, both, other)
	    || statistic_hides(account->rule, one - both, records - other);
}

static struct statistic
coefficient(const struct account *account, struct coefficient coefficient, uint64_t records,
    bool records_hidden)
{
	double value = coefficient.problem == ALPHA_DEFINED ? coefficient.value : NAN;
	struct statistic statistic =
	    statistic_number(account->rule, value, records, problems[coefficient.problem]);

	statistic.records_hidden = records_hidden;
	return statistic;
}

/* A coefficient of all items, which rests on the fewest records of two of them at least. */
static struct statistic
of_all(const struct account *account, struct coefficient value)
{
	return coefficient(account, value, account->fewest, account->fewest_hidden);
}

/* The covariances of the parts as the scale scores them. */
static void
load_alpha(struct account *account)
{
	const struct scale *scale = account->scale;

	alpha_open(&account->alpha, scale->count);
	account->fewest = account->sums->records;
	for (size_t i = 0; i < scale->count; i++)
		for (size_t j = i; j < scale->count; j++) {
			const struct moment *moment = moment_of(account, i, j);
			double factors =
			    (double)scale->parts[i].factor * (double)scale->parts[j].factor;

			if (moment->records < account->fewest) {
				account->fewest = moment->records;
				account->fewest_hidden = false;
			}
			if (moment->records == account->fewest)
				account->fewest_hidden |= hides_pair(account, i, j);
			alpha_set(&account->alpha, i, j, moment_covariance(moment) * factors);
		}
	alpha_settle(&account->alpha);
}

static void
fill_alpha(struct account *account)
{
	struct statistic *statistics = account->statistics;
	struct coefficient raw = alpha_raw(&account->alpha, ALPHA_NONE);
	struct interval interval = { NAN, NAN };

	if (raw.problem == ALPHA_DEFINED)
		(void)interval_alpha(raw.value, (double)account->scale->count,
		    (double)account->fewest, ACCOUNT_CONFIDENCE, &interval);
	statistics[SCALE_ALPHA] = of_all(account, raw);
	statistics[SCALE_ALPHA_LOWER] =
	    of_all(account, (struct coefficient){ interval.lower, raw.problem });
	statistics[SCALE_ALPHA_UPPER] =
	    of_all(account, (struct coefficient){ interval.upper, raw.problem });
	/* alpha and its interval tell how many records they are of */
	for (size_t i = SCALE_ALPHA_LOWER; account->fewest_hidden && i <= SCALE_ALPHA_UPPER; i++)
		statistic_hide_records(&statistics[i], FORM_AMOUNT, 1);
	statistics[SCALE_ALPHA_STANDARDISED] =
	    of_all(account, alpha_standardised(&account->alpha, ALPHA_NONE));
	statistics[SCALE_AVERAGE_CORRELATION] =
	    of_all(account, alpha_average_correlation(&account->alpha));
	statistics[SCALE_PAIR_RECORDS] =
	    statistic_count(account->fewest, account->sums->records, account->fewest_hidden);
}

/* Where scores can be: a scale of one item, or of few boxes, has few values. */
static void
find_places(struct ends *ends, const struct account *account)
{
	const struct scale *scale = account->scale;

	if (!scale->boxed && !scale->of_scales && scale->count == 1) {
		const struct item *item = &account->sums->instrument->items[scale->parts[0].index];

		ends_set_item(ends, item, item->reverse != (scale->parts[0].factor < 0));
		return;
	}
	ends_set_steps(ends, scale->count);
	/* scores that are no boxes lie between these steps too */
	if (!scale->boxed)
		ends->count = 0;
}

static void
fill_scores(struct account *account)
{
	const struct standing *standing = &account->sums->scales[account->index];
	const struct scale *scale = account->scale;
	uint64_t records = account->sums->records, outcomes[SCORE_OUTCOMES];
	bool hidden[SCORE_OUTCOMES];
	struct statistic *statistics = account->statistics;
	struct ends ends = { .records = standing->scored,
		.low = standing->at_least,
		.high = standing->at_most,
		.mean = standing_mean(standing),
		.deviation = standing_deviation(standing),
		.least = (double)scale->least.numerator / (double)scale->least.divisor,
		.most = (double)scale->most.numerator / (double)scale->most.divisor,
		.none = standing->fits ? no_scores : long_scores,
		.one = standing->fits ? one_score : long_scores };

	for (size_t i = 0; i < SCORE_OUTCOMES; i++)
		outcomes[i] = account->sums->outcomes[i][account->index];
	statistic_hide_parts(account->rule, outcomes, SCORE_OUTCOMES, hidden);
	for (size_t i = 0; i < SCORE_OUTCOMES; i++)
		statistics[SCALE_SCORED + i] = statistic_count(outcomes[i], records, hidden[i]);
	/* those that are not complete and yet have a score are counted by both */
	statistics[SCALE_COMPLETE] = statistic_count(standing->complete, records,
	    statistic_hides(account->rule, standing->complete, records)
	        || statistic_hides(account->rule, standing->complete, standing->scored));
	find_places(&ends, account);
	ends_fill(&ends, account->rule, hidden[SCORE_GIVEN], statistics + SCALE_SCORE_MEAN);
}

/* The answers to one item, by their kinds. */
static void
fill_answers(struct account *account, size_t part)
{
	struct statistic *statistics = account->items[part].statistics;
	const struct sums *sums = account->sums;
	size_t index = sums->components.scales[account->index][part];
	const struct component *component = &sums->components.list[index];
	const struct item *item = &sums->instrument->items[component->item];
	const struct moment *moment = moment_of(account, part, part);
	uint64_t parts[SUMS_KINDS + 1] = { moment->records };
	bool hidden[SUMS_KINDS + 1];
	struct ends ends = { .records = moment->records,
		.low = sums->moments.at_minimum[index],
		.high = sums->moments.at_maximum[index],
		.mean = moment_mean(moment, component),
		.deviation = moment_deviation(moment),
		.most = 1,
		.none = no_answers,
		.one = one_answer };

	memcpy(parts + 1, sums->items[component->item].kinds, SUMS_KINDS * sizeof parts[0]);
	statistic_hide_parts(account->rule, parts, SUMS_KINDS + 1, hidden);
	for (size_t i = 0; i <= SUMS_KINDS; i++)
		statistics[ITEM_ANSWERED + i] = statistic_count(parts[i], sums->records, hidden[i]);
	for (size_t i = 0; i < SUMS_KINDS; i++)
		statistics[ITEM_MISSING_PERCENT + i] =
		    statistic_percent(parts[i + 1], sums->records, hidden[i + 1], no_records);
	if (component->boxed) {
		ends_set_steps(&ends, 1);
	} else {
		ends.least = decimal_value(item->minimum);
		ends.most = decimal_value(item->maximum);
		ends_set_item(&ends, item, item->reverse);
	}
	ends_fill(&ends, account->rule, hidden[0], statistics + ITEM_MEAN);
}

static void
fill_item(struct account *account, size_t part)
{
	const struct item *item =
	    &account->sums->instrument->items[account->scale->parts[part].index];
	struct account_item *row = &account->items[part];
	const struct alpha *alpha = &account->alpha;

	row->name = item->name;
	row->label = item->label;
	fill_answers(account, part);
	row->statistics[ITEM_REST] = of_all(account, alpha_item_rest(alpha, part));
	row->statistics[ITEM_TOTAL] = of_all(account, alpha_item_total(alpha, part));
	row->statistics[ITEM_ALPHA_DROPPED] = of_all(account, alpha_raw(alpha, part));
	row->statistics[ITEM_ALPHA_STANDARDISED_DROPPED] =
	    of_all(account, alpha_standardised(alpha, part));
}

void
account_open(struct account *account, const struct sums *sums, size_t scale, bool rule)
{
	*account = (struct account){ .sums = sums,
		.scale = &sums->instrument->scales[scale],
		.index = scale,
		.rule = rule };
	fill_scores(account);
	if (account->scale->of_scales) {
		for (size_t i = SCALE_ALPHA; i <= SCALE_PAIR_RECORDS; i++)
			account->statistics[i] = statistic_number(rule, NAN, 0, of_scales);
		return;
	}
	load_alpha(account);
	fill_alpha(account);
	account->items = xcalloc(account->scale->count, sizeof *account->items);
	for (size_t i = 0; i < account->scale->count; i++)
		fill_item(account, i);
}

void
account_release(struct account *account)
{
	for (size_t i = 0; i < account->warning_count; i++)
		free(account->warnings[i]);
	free(account->warnings);
	free(account->items);
	alpha_release(&account->alpha);
	*account = (struct account){ 0 };
}

struct statistic
account_correlation(const struct account *account, size_t i, size_t j)
{
	return coefficient(account, alpha_correlation(&account->alpha, i, j),
	    moment_of(account, i, j)->records, hides_pair(account, i, j));
}
