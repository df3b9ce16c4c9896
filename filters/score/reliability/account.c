/* SPDX-License-Identifier: GPL-3.0-or-later */
/* account: the statistics of one scale. */
#include "account.h"

#include "../../lib/interval.h"
#include "../../lib/memory.h"

#include <math.h>
#include <stdlib.h>

const struct statistic_name account_scale_names[SCALE_STATISTICS] = {
	[SCALE_ALPHA] = { "alpha", FORM_COEFFICIENT },
	[SCALE_ALPHA_LOWER] = { "alpha_lower", FORM_COEFFICIENT },
	[SCALE_ALPHA_UPPER] = { "alpha_upper", FORM_COEFFICIENT },
	[SCALE_ALPHA_STANDARDISED] = { "alpha_standardised", FORM_COEFFICIENT },
	[SCALE_AVERAGE_CORRELATION] = { "average_correlation", FORM_COEFFICIENT },
	[SCALE_PAIR_RECORDS] = { "fewest_pair_records", FORM_COUNT },
	[SCALE_COMPLETE] = { "complete_records", FORM_COUNT },
	[SCALE_SCORED] = { "scored", FORM_COUNT },
	[SCALE_UNSCORED_FEW] = { "too_few_answers", FORM_COUNT },
	[SCALE_UNSCORED_NOT_APPLICABLE] = { "not_applicable", FORM_COUNT },
	[SCALE_UNSCORED_REFUSED] = { "answers_refused", FORM_COUNT },
	[SCALE_UNSCORED_LONG] = { "too_long", FORM_COUNT },
	[SCALE_SCORE_MEAN] = { "score_mean", FORM_AMOUNT },
	[SCALE_SCORE_DEVIATION] = { "score_standard_deviation", FORM_AMOUNT },
	[SCALE_AT_LEAST] = { "scores_at_least_possible", FORM_COUNT },
	[SCALE_AT_LEAST_PERCENT] = { "scores_at_least_possible_percent", FORM_PERCENT },
	[SCALE_AT_MOST] = { "scores_at_most_possible", FORM_COUNT },
	[SCALE_AT_MOST_PERCENT] = { "scores_at_most_possible_percent", FORM_PERCENT },
};

const struct statistic_name account_item_names[ITEM_STATISTICS] = {
	[ITEM_ANSWERED] = { "answered", FORM_COUNT },
	[ITEM_MISSING] = { "missing", FORM_COUNT },
	[ITEM_DONT_KNOW] = { "dont_know", FORM_COUNT },
	[ITEM_NOT_APPLICABLE] = { "not_applicable", FORM_COUNT },
	[ITEM_REFUSED] = { "refused", FORM_COUNT },
	[ITEM_MISSING_PERCENT] = { "missing_percent", FORM_PERCENT },
	[ITEM_DONT_KNOW_PERCENT] = { "dont_know_percent", FORM_PERCENT },
	[ITEM_NOT_APPLICABLE_PERCENT] = { "not_applicable_percent", FORM_PERCENT },
	[ITEM_REFUSED_PERCENT] = { "refused_percent", FORM_PERCENT },
	[ITEM_MEAN] = { "mean", FORM_AMOUNT },
	[ITEM_DEVIATION] = { "standard_deviation", FORM_AMOUNT },
	[ITEM_AT_MINIMUM] = { "at_minimum", FORM_COUNT },
	[ITEM_AT_MINIMUM_PERCENT] = { "at_minimum_percent", FORM_PERCENT },
	[ITEM_AT_MAXIMUM] = { "at_maximum", FORM_COUNT },
	[ITEM_AT_MAXIMUM_PERCENT] = { "at_maximum_percent", FORM_PERCENT },
	[ITEM_REST] = { "item_rest_correlation", FORM_COEFFICIENT },
	[ITEM_TOTAL] = { "item_total_correlation", FORM_COEFFICIENT },
	[ITEM_ALPHA_DROPPED] = { "alpha_if_dropped", FORM_COEFFICIENT },
	[ITEM_ALPHA_STANDARDISED_DROPPED] = { "alpha_standardised_if_dropped", FORM_COEFFICIENT },
};

const struct statistic_name account_correlation_name = { "correlation", FORM_COEFFICIENT };

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

static struct statistic
coefficient(const struct account *account, struct coefficient coefficient, uint64_t records)
{
	double value = coefficient.problem == ALPHA_DEFINED ? coefficient.value : NAN;
	struct statistic statistic =
	    statistic_number(account->rule, value, records, problems[coefficient.problem]);

	statistic.records_hidden = statistic_hides(account->rule, records, account->sums->records);
	return statistic;
}

/* The covariances of the parts as the scale scores them; returns the fewest records of
 * two of them. */
static uint64_t
load_alpha(struct account *account)
{
	const struct scale *scale = account->scale;
	uint64_t fewest = account->sums->records;

	alpha_open(&account->alpha, scale->count);
	for (size_t i = 0; i < scale->count; i++)
		for (size_t j = i; j < scale->count; j++) {
			const struct moment *moment = moment_of(account, i, j);
			double factors =
			    (double)scale->parts[i].factor * (double)scale->parts[j].factor;

			if (moment->records < fewest)
				fewest = moment->records;
			alpha_set(&account->alpha, i, j, moment_covariance(moment) * factors);
		}
	alpha_settle(&account->alpha);
	return fewest;
}

static void
fill_alpha(struct account *account, uint64_t fewest)
{
	struct statistic *statistics = account->statistics;
	struct coefficient raw = alpha_raw(&account->alpha, ALPHA_NONE);
	struct interval interval = { NAN, NAN };

	if (raw.problem == ALPHA_DEFINED)
		(void)interval_alpha(raw.value, (double)account->scale->count, (double)fewest,
		    ACCOUNT_CONFIDENCE, &interval);
	statistics[SCALE_ALPHA] = coefficient(account, raw, fewest);
	statistics[SCALE_ALPHA_LOWER] =
	    coefficient(account, (struct coefficient){ interval.lower, raw.problem }, fewest);
	statistics[SCALE_ALPHA_UPPER] =
	    coefficient(account, (struct coefficient){ interval.upper, raw.problem }, fewest);
	statistics[SCALE_ALPHA_STANDARDISED] =
	    coefficient(account, alpha_standardised(&account->alpha, ALPHA_NONE), fewest);
	statistics[SCALE_AVERAGE_CORRELATION] =
	    coefficient(account, alpha_average_correlation(&account->alpha), fewest);
	statistics[SCALE_PAIR_RECORDS] = statistic_count(fewest, account->sums->records,
	    statistic_hides(account->rule, fewest, account->sums->records));
}

static void
fill_scores(struct account *account)
{
	const struct standing *standing = &account->sums->scales[account->index];
	uint64_t records = account->sums->records, scored = standing->scored;
	uint64_t outcomes[SCORE_OUTCOMES];
	bool hidden[SCORE_OUTCOMES], low, high;
	struct statistic *statistics = account->statistics;

	for (size_t i = 0; i < SCORE_OUTCOMES; i++)
		outcomes[i] = account->sums->outcomes[i][account->index];
	statistic_hide_parts(account->rule, outcomes, SCORE_OUTCOMES, hidden);
	for (size_t i = 0; i < SCORE_OUTCOMES; i++)
		statistics[SCALE_SCORED + i] = statistic_count(outcomes[i], records, hidden[i]);
	statistics[SCALE_COMPLETE] = statistic_count(standing->complete, records,
	    statistic_hides(account->rule, standing->complete, records));
	low = statistic_hides(account->rule, standing->at_least, scored);
	high = statistic_hides(account->rule, standing->at_most, scored);
	statistics[SCALE_AT_LEAST] =
	    statistic_count(standing->at_least, scored, low || hidden[SCORE_GIVEN]);
	statistics[SCALE_AT_LEAST_PERCENT] =
	    statistic_percent(standing->at_least, scored, low, no_scores);
	statistics[SCALE_AT_MOST] =
	    statistic_count(standing->at_most, scored, high || hidden[SCORE_GIVEN]);
	statistics[SCALE_AT_MOST_PERCENT] =
	    statistic_percent(standing->at_most, scored, high, no_scores);
	statistics[SCALE_SCORE_MEAN] = statistic_number(account->rule, standing_mean(standing),
	    scored, standing->fits ? no_scores : long_scores);
	statistics[SCALE_SCORE_DEVIATION] = statistic_number(account->rule,
	    standing_deviation(standing), scored, standing->fits ? one_score : long_scores);
	for (size_t i = SCALE_SCORE_MEAN; hidden[SCORE_GIVEN] && i < SCALE_STATISTICS; i++)
		statistic_hide_records(&statistics[i], account_scale_names[i].form);
}

/* The answers to one item, by their kinds. */
static void
fill_answers(struct account *account, size_t part)
{
	struct statistic *statistics = account->items[part].statistics;
	const struct sums *sums = account->sums;
	size_t index = sums->components.scales[account->index][part];
	const struct component *component = &sums->components.list[index];
	const struct moment *moment = moment_of(account, part, part);
	uint64_t answered = moment->records, parts[SUMS_KINDS + 1] = { answered };
	uint64_t low = sums->moments.at_minimum[index], high = sums->moments.at_maximum[index];
	bool hidden[SUMS_KINDS + 1], low_hidden, high_hidden;

	memcpy(parts + 1, sums->items[component->item].kinds, SUMS_KINDS * sizeof parts[0]);
	statistic_hide_parts(account->rule, parts, SUMS_KINDS + 1, hidden);
	for (size_t i = 0; i <= SUMS_KINDS; i++)
		statistics[ITEM_ANSWERED + i] = statistic_count(parts[i], sums->records, hidden[i]);
	for (size_t i = 0; i < SUMS_KINDS; i++)
		statistics[ITEM_MISSING_PERCENT + i] =
		    statistic_percent(parts[i + 1], sums->records, hidden[i + 1], no_records);
	low_hidden = statistic_hides(account->rule, low, answered);
	high_hidden = statistic_hides(account->rule, high, answered);
	statistics[ITEM_AT_MINIMUM] = statistic_count(low, answered, low_hidden || hidden[0]);
	statistics[ITEM_AT_MINIMUM_PERCENT] =
	    statistic_percent(low, answered, low_hidden, no_answers);
	statistics[ITEM_AT_MAXIMUM] = statistic_count(high, answered, high_hidden || hidden[0]);
	statistics[ITEM_AT_MAXIMUM_PERCENT] =
	    statistic_percent(high, answered, high_hidden, no_answers);
	statistics[ITEM_MEAN] =
	    statistic_number(account->rule, moment_mean(moment, component), answered, no_answers);
	statistics[ITEM_DEVIATION] =
	    statistic_number(account->rule, moment_deviation(moment), answered, one_answer);
	/* of answers at the two ends alone, the mean counts both */
	if (low + high == answered && low_hidden && answered != 0) {
		statistics[ITEM_MEAN].state = STATISTIC_HIDDEN;
		statistics[ITEM_DEVIATION].state = STATISTIC_HIDDEN;
	}
	for (size_t i = ITEM_MEAN; hidden[0] && i <= ITEM_AT_MAXIMUM_PERCENT; i++)
		statistic_hide_records(&statistics[i], account_item_names[i].form);
}

static void
fill_item(struct account *account, size_t part, uint64_t fewest)
{
	const struct item *item =
	    &account->sums->instrument->items[account->scale->parts[part].index];
	struct account_item *row = &account->items[part];
	const struct alpha *alpha = &account->alpha;

	row->name = item->name;
	row->label = item->label;
	fill_answers(account, part);
	row->statistics[ITEM_REST] = coefficient(account, alpha_item_rest(alpha, part), fewest);
	row->statistics[ITEM_TOTAL] = coefficient(account, alpha_item_total(alpha, part), fewest);
	row->statistics[ITEM_ALPHA_DROPPED] = coefficient(account, alpha_raw(alpha, part), fewest);
	row->statistics[ITEM_ALPHA_STANDARDISED_DROPPED] =
	    coefficient(account, alpha_standardised(alpha, part), fewest);
}

void
account_open(struct account *account, const struct sums *sums, size_t scale, bool rule)
{
	uint64_t fewest;

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
	fewest = load_alpha(account);
	fill_alpha(account, fewest);
	account->items = xcalloc(account->scale->count, sizeof *account->items);
	for (size_t i = 0; i < account->scale->count; i++)
		fill_item(account, i, fewest);
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
	return coefficient(
	    account, alpha_correlation(&account->alpha, i, j), moment_of(account, i, j)->records);
}
