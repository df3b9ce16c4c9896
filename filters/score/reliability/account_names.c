/* SPDX-License-Identifier: GPL-3.0-or-later */
/* account_names: what the statistics are called, and how they are written. */
#include "account.h"

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
