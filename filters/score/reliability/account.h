/* SPDX-License-Identifier: GPL-3.0-or-later */
/* account: all statistics of one scale, worked out from the sums and ready to be told. */
#ifndef SCORE_ACCOUNT_H
#define SCORE_ACCOUNT_H

#include "alpha.h"
#include "statistic.h"
#include "sums.h"

enum scale_statistic {
	SCALE_ALPHA,
	SCALE_ALPHA_LOWER,
	SCALE_ALPHA_UPPER,
	SCALE_ALPHA_STANDARDISED,
	SCALE_AVERAGE_CORRELATION,
	SCALE_PAIR_RECORDS, /* the fewest that two items have together */
	SCALE_COMPLETE,
	SCALE_SCORED,
	SCALE_UNSCORED_FEW,
	SCALE_UNSCORED_NOT_APPLICABLE,
	SCALE_UNSCORED_REFUSED,
	SCALE_UNSCORED_LONG,
	SCALE_SCORE_MEAN,
	SCALE_SCORE_DEVIATION,
	SCALE_AT_LEAST,
	SCALE_AT_LEAST_PERCENT,
	SCALE_AT_MOST,
	SCALE_AT_MOST_PERCENT,
	SCALE_STATISTICS
};

enum item_statistic {
	ITEM_ANSWERED,
	ITEM_MISSING, /* in the order of enum sums_kind */
	ITEM_DONT_KNOW,
	ITEM_NOT_APPLICABLE,
	ITEM_REFUSED,
	ITEM_MISSING_PERCENT,
	ITEM_DONT_KNOW_PERCENT,
	ITEM_NOT_APPLICABLE_PERCENT,
	ITEM_REFUSED_PERCENT,
	ITEM_MEAN,
	ITEM_DEVIATION,
	ITEM_AT_MINIMUM,
	ITEM_AT_MINIMUM_PERCENT,
	ITEM_AT_MAXIMUM,
	ITEM_AT_MAXIMUM_PERCENT,
	ITEM_REST,
	ITEM_TOTAL,
	ITEM_ALPHA_DROPPED,
	ITEM_ALPHA_STANDARDISED_DROPPED,
	ITEM_STATISTICS
};

extern const struct statistic_name account_scale_names[SCALE_STATISTICS];
extern const struct statistic_name account_item_names[ITEM_STATISTICS];
extern const struct statistic_name account_correlation_name;

#define ACCOUNT_CONFIDENCE 0.95

struct account_item {
	const char *name; /* borrowed */
	const char *label;
	struct statistic statistics[ITEM_STATISTICS];
};

struct account {
	const struct sums *sums; /* borrowed */
	const struct scale *scale;
	size_t index; /* of the scale */
	bool rule;    /* small numbers are hidden */
	struct statistic statistics[SCALE_STATISTICS];
	struct account_item *items; /* of each part; owned; NULL where it is made of scales */
	struct alpha alpha;
	uint64_t fewest; /* records of two items */
	bool fewest_hidden;
	char **warnings; /* in words; owned */
	size_t warning_count;
};

/* The sums are settled. */
void account_open(struct account *account, const struct sums *sums, size_t scale, bool rule);
void account_release(struct account *account);
/* The correlation of two items. */
struct statistic account_correlation(const struct account *account, size_t i, size_t j);
/* What is odd about the scale, in words, once all statistics stand. */
void account_warn(struct account *account);

#endif
