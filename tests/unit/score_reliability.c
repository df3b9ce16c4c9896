/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Cronbach's alpha and what goes with it, against
 *
 *	- an example reckoned by hand,
 *	- published figures of a published data set: 30 departments and 7 questions (S.
 *	  Chatterjee and B. Price, Regression Analysis by Example, Wiley 1977; the data set
 *	  "attitude" of R), for which R's psych::alpha prints raw 0.843, standardised 0.839,
 *	  average r 0.427, and if dropped 0.810 0.797 0.828 0.803 0.795 0.864 0.840,
 *	- figures with 17 digits from exact fractions, worked out by another program.
 */
#include "score_reliability.h"

#define CLOSE 1e-12

static const char by_hand[] =
    "{ \"name\": \"hand\", \"version\": \"1\", \"source\": \"this test\", \"official\": false,"
    "\"items\": [ { \"column\": \"a\", \"minimum\": 1, \"maximum\": 3 },"
    " { \"column\": \"b\", \"minimum\": 1, \"maximum\": 3, \"reverse\": true } ],"
    "\"scales\": [ { \"name\": \"both\", \"method\": \"sum\", \"items\": [\"a\", \"b\"] } ] }";

/* a is 1 2 3, b (turned round) 1 3 2: both variances are 1, the covariance is 1/2. */
static void
check_by_hand(void)
{
	struct fixture fixture;
	struct account account;
	struct statistic r;

	fixture_open(&fixture, by_hand);
	fixture_add(&fixture, "1,3");
	fixture_add(&fixture, "2,1");
	fixture_add(&fixture, "3,2");
	moments_settle(&fixture.sums.moments);
	account_open(&account, &fixture.sums, 0, false);
	CHECK_NUMBER(account.statistics[SCALE_ALPHA].value, 2 * (1 - 2 / 3.0), CLOSE);
	CHECK_NUMBER(account.statistics[SCALE_ALPHA_STANDARDISED].value, 2 / 3.0, CLOSE);
	CHECK_NUMBER(account.statistics[SCALE_AVERAGE_CORRELATION].value, 0.5, CLOSE);
	CHECK_NUMBER(account.statistics[SCALE_SCORE_MEAN].value, 4, 0);
	CHECK_NUMBER(account.statistics[SCALE_SCORE_DEVIATION].value, sqrt(3), CLOSE);
	CHECK_NUMBER(account.items[0].statistics[ITEM_REST].value, 0.5, CLOSE);
	CHECK_NUMBER(account.items[1].statistics[ITEM_TOTAL].value, 1.5 / sqrt(3), CLOSE);
	CHECK_NUMBER(account.items[1].statistics[ITEM_MEAN].value, 2, 0);
	CHECK_NUMBER(account.items[1].statistics[ITEM_AT_MINIMUM].value, 1, 0);
	CHECK(account.items[0].statistics[ITEM_ALPHA_DROPPED].state == STATISTIC_UNDEFINED);
	r = account_correlation(&account, 1, 0);
	CHECK_NUMBER(r.value, 0.5, CLOSE);
	CHECK(r.records == 3);
	account_release(&account);
	/* three records are too few to be told of */
	account_open(&account, &fixture.sums, 0, true);
	for (size_t i = 0; i < SCALE_STATISTICS; i++)
		CHECK(account.statistics[i].state == STATISTIC_HIDDEN
		    || (account.statistics[i].state == STATISTIC_GIVEN
		        && fpclassify(account.statistics[i].value) == FP_ZERO));
	account_release(&account);
	fixture_close(&fixture);
}

static const char attitude[] =
    "{ \"name\": \"attitude\", \"version\": \"1\", \"source\": \"Chatterjee and Price 1977\","
    "\"official\": false, \"items\": ["
    "{ \"column\": \"rating\", \"minimum\": 0, \"maximum\": 100 },"
    "{ \"column\": \"complaints\", \"minimum\": 0, \"maximum\": 100 },"
    "{ \"column\": \"privileges\", \"minimum\": 0, \"maximum\": 100 },"
    "{ \"column\": \"learning\", \"minimum\": 0, \"maximum\": 100 },"
    "{ \"column\": \"raises\", \"minimum\": 0, \"maximum\": 100 },"
    "{ \"column\": \"critical\", \"minimum\": 0, \"maximum\": 100 },"
    "{ \"column\": \"advance\", \"minimum\": 0, \"maximum\": 100 } ],"
    "\"scales\": [ { \"name\": \"all\", \"method\": \"mean\", \"items\": [\"rating\","
    "\"complaints\", \"privileges\", \"learning\", \"raises\", \"critical\", \"advance\"] } ] }";

static const char *const departments[] = { "43,51,30,39,61,92,45", "63,64,51,54,63,73,47",
	"71,70,68,69,76,86,48", "61,63,45,47,54,84,35", "81,78,56,66,71,83,47",
	"43,55,49,44,54,49,34", "58,67,42,56,66,68,35", "71,75,50,55,70,66,41",
	"72,82,72,67,71,83,31", "67,61,45,47,62,80,41", "64,53,53,58,58,67,34",
	"67,60,47,39,59,74,41", "69,62,57,42,55,63,25", "68,83,83,45,59,77,35",
	"77,77,54,72,79,77,46", "81,90,50,72,60,54,36", "74,85,64,69,79,79,63",
	"65,60,65,75,55,80,60", "65,70,46,57,75,85,46", "50,58,68,54,64,78,52",
	"50,40,33,34,43,64,33", "64,61,52,62,66,80,41", "53,66,52,50,63,80,37",
	"40,37,42,58,50,57,49", "63,54,42,48,66,75,33", "66,77,66,63,88,76,72",
	"78,75,58,74,80,78,49", "48,57,44,45,51,83,38", "85,85,71,71,77,74,55",
	"82,82,39,59,64,78,39" };

struct expected_item {
	double published; /* alpha if dropped, 3 digits */
	double rest, total, dropped, standardised, mean, deviation;
};

static void
check_published(void)
{
	static const struct expected_item items[] = {
		{ 0.810, 0.67126205722366443, 0.77882570186016974, 0.80976020630892143,
		    0.8081915178392043, 64.633333333333333, 12.172561947585894 },
		{ 0.797, 0.74210971022223854, 0.8367805505645684, 0.7969174572741397,
		    0.7956467606285842, 66.6, 13.314757174679892 },
		{ 0.828, 0.56071111148025556, 0.697276803370625, 0.82784776593865897,
		    0.82308791522904701, 53.133333333333333, 12.235429993524412 },
		{ 0.803, 0.7144454981336762, 0.80668592255172631, 0.80303097502257433,
		    0.79836647397113666, 56.366666666666667, 11.737012876552867 },
		{ 0.795, 0.78627559383439997, 0.8501304438595412, 0.79538657419820514,
		    0.78471960004235928, 64.633333333333333, 10.397225536198333 },
		{ 0.864, 0.26503433919667604, 0.42070098853400535, 0.86387231144643685,
		    0.86347156446512302, 74.766666666666667, 9.8949075489515742 },
		{ 0.840, 0.4608105494684965, 0.59534498570599792, 0.84046486826545734,
		    0.83462649325566223, 42.933333333333333, 10.288706005342354 },
	};
	struct fixture fixture;
	struct account account;

	fixture_open(&fixture, attitude);
	for (size_t i = 0; i < sizeof departments / sizeof departments[0]; i++)
		fixture_add(&fixture, departments[i]);
	moments_settle(&fixture.sums.moments);
	account_open(&account, &fixture.sums, 0, true);
	CHECK(fabs(account.statistics[SCALE_ALPHA].value - 0.843) < 0.0005);
	CHECK(fabs(account.statistics[SCALE_ALPHA_STANDARDISED].value - 0.839) < 0.0005);
	CHECK(fabs(account.statistics[SCALE_AVERAGE_CORRELATION].value - 0.427) < 0.0005);
	CHECK_NUMBER(account.statistics[SCALE_ALPHA].value, 0.84314276956475983, CLOSE);
	CHECK_NUMBER(account.statistics[SCALE_ALPHA_LOWER].value, 0.73937568564310736, CLOSE);
	CHECK_NUMBER(account.statistics[SCALE_ALPHA_UPPER].value, 0.91577307215998165, CLOSE);
	CHECK_NUMBER(
	    account.statistics[SCALE_ALPHA_STANDARDISED].value, 0.83908380302951052, CLOSE);
	CHECK_NUMBER(
	    account.statistics[SCALE_AVERAGE_CORRELATION].value, 0.42690664264971708, CLOSE);
	CHECK_NUMBER(account_correlation(&account, 0, 1).value, 0.82541756954214597, CLOSE);
	CHECK_NUMBER(account_correlation(&account, 6, 5).value, 0.2833431740353168, CLOSE);
	for (size_t i = 0; i < sizeof items / sizeof items[0]; i++) {
		const struct statistic *got = account.items[i].statistics;

		CHECK(fabs(got[ITEM_ALPHA_DROPPED].value - items[i].published) < 0.0005);
		CHECK_NUMBER(got[ITEM_REST].value, items[i].rest, CLOSE);
		CHECK_NUMBER(got[ITEM_TOTAL].value, items[i].total, CLOSE);
		CHECK_NUMBER(got[ITEM_ALPHA_DROPPED].value, items[i].dropped, CLOSE);
		CHECK_NUMBER(
		    got[ITEM_ALPHA_STANDARDISED_DROPPED].value, items[i].standardised, CLOSE);
		CHECK_NUMBER(got[ITEM_MEAN].value, items[i].mean, CLOSE);
		CHECK_NUMBER(got[ITEM_DEVIATION].value, items[i].deviation, CLOSE);
	}
	account_release(&account);
	fixture_close(&fixture);
}

static const char mixed[] =
    "{ \"name\": \"small\", \"version\": \"1\", \"source\": \"this test\", \"official\": false,"
    "\"missing_codes\": [\"-9\"], \"dont_know_codes\": [\"dk\"],"
    "\"not_applicable_codes\": [\"na\"], \"items\": ["
    "{ \"column\": \"a\", \"minimum\": 1, \"maximum\": 5 },"
    "{ \"column\": \"b\", \"minimum\": 1, \"maximum\": 5, \"reverse\": true },"
    "{ \"column\": \"c\", \"minimum\": 0, \"maximum\": 10 },"
    "{ \"column\": \"d\", \"minimum\": 0.5, \"maximum\": 4.5 } ], \"scales\": ["
    "{ \"name\": \"total\", \"method\": \"sum\", \"items\": [\"a\", \"b\", \"c\"],"
    " \"minimum_answered\": 2 },"
    "{ \"name\": \"weighted\", \"method\": \"sum\", \"items\": [\"a\", \"b\", \"c\"],"
    " \"weights\": { \"a\": 1.5, \"b\": 2, \"c\": 0.25 } },"
    "{ \"name\": \"even\", \"method\": \"linear\", \"items\": [\"a\", \"b\", \"c\", \"d\"],"
    " \"minimum_answered\": 1 },"
    "{ \"name\": \"high\", \"method\": \"top_box\", \"items\": [\"a\", \"b\", \"c\"],"
    " \"at_least\": 4, \"minimum_answered\": 1 },"
    "{ \"name\": \"scales\", \"method\": \"mean\", \"scales\": [\"total\", \"even\"] } ] }";

static const char *const answers[] = { "1,4,2,0.5", "2,4,6,1.25", "3,3,1,2.125",
	"4,dk,6,3.000000000000001", "5,2,9,4.5", "2,5,5,", ",2,7,3.75", "4,3,3,na", "3,4,-9,2",
	"5,1,4,4.25", "1,3,8,2.5", "4,2,10,1.75", "2,3,0,3.5", "3,5,5,0.75" };

/* Missing answers, weights, unlike ranges, 15 decimals, boxes. */
static void
check_mixed(void)
{
	static const struct {
		double alpha, lower, upper, standardised, first_rest, first_dropped;
		uint64_t fewest, complete;
	} scales[] = {
		{ 0.52111865228457157, -0.26752812146604407, 0.85021132532958471,
		    0.67575275704371952, 0.48479183431844878, 0.31451612903225806, 12, 11 },
		{ 0.66154762133405036, 0.10416659620851619, 0.89413592013705232,
		    0.67575275704371952, 0.66304057763813692, 0.26755279236788509, 12, 11 },
		{ 0.78678762436789002, 0.46458293697099407, 0.93560516390490403,
		    0.78389956836710861, 0.68274874258273552, 0.68624437554775677, 11, 9 },
		{ 0.75483870967741935, 0.3510943133173936, 0.92331631847200226, 0.7554227859271349,
		    0.57060230965679703, 0.68874172185430464, 12, 11 },
	};
	struct fixture fixture;
	struct account account;

	fixture_open(&fixture, mixed);
	for (size_t i = 0; i < sizeof answers / sizeof answers[0]; i++)
		fixture_add(&fixture, answers[i]);
	moments_settle(&fixture.sums.moments);
	for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++) {
		account_open(&account, &fixture.sums, i, false);
		CHECK_NUMBER(account.statistics[SCALE_ALPHA].value, scales[i].alpha, CLOSE);
		CHECK_NUMBER(account.statistics[SCALE_ALPHA_LOWER].value, scales[i].lower, CLOSE);
		CHECK_NUMBER(account.statistics[SCALE_ALPHA_UPPER].value, scales[i].upper, CLOSE);
		CHECK_NUMBER(account.statistics[SCALE_ALPHA_STANDARDISED].value,
		    scales[i].standardised, CLOSE);
		CHECK_NUMBER(
		    account.items[0].statistics[ITEM_REST].value, scales[i].first_rest, CLOSE);
		CHECK_NUMBER(account.items[0].statistics[ITEM_ALPHA_DROPPED].value,
		    scales[i].first_dropped, CLOSE);
		CHECK_NUMBER(
		    account.statistics[SCALE_PAIR_RECORDS].value, (double)scales[i].fewest, 0);
		CHECK_NUMBER(
		    account.statistics[SCALE_COMPLETE].value, (double)scales[i].complete, 0);
		account_release(&account);
	}
	account_open(&account, &fixture.sums, 2, false);
	CHECK_NUMBER(account.items[3].statistics[ITEM_MEAN].value, 2.4895833333333334, CLOSE);
	CHECK_NUMBER(account.items[3].statistics[ITEM_DEVIATION].value, 1.3297922912540845, CLOSE);
	CHECK_NUMBER(account.items[3].statistics[ITEM_AT_MAXIMUM].value, 1, 0);
	CHECK_NUMBER(account.items[3].statistics[ITEM_NOT_APPLICABLE].value, 1, 0);
	CHECK_NUMBER(account.items[1].statistics[ITEM_DONT_KNOW].value, 1, 0);
	account_release(&account);
	account_open(&account, &fixture.sums, 4, false);
	CHECK(account.items == NULL);
	CHECK(account.statistics[SCALE_ALPHA].state == STATISTIC_UNDEFINED);
	CHECK(account.statistics[SCALE_SCORE_MEAN].state == STATISTIC_GIVEN);
	account_release(&account);
	fixture_close(&fixture);
}

static bool
same_moments(const struct sums *a, const struct sums *b)
{
	for (size_t i = 0; i < a->components.pair_count; i++) {
		const struct moment *one = &a->moments.pairs[i], *other = &b->moments.pairs[i];

		if (one->records != other->records || one->first != other->first
		    || one->second != other->second
		    || wide_compare(one->product, other->product) != 0)
			return false;
	}
	return true;
}

/* Any order gives the same bits, and so do answers that are added up one by one because
 * they are written with decimals. */
static void
check_order(void)
{
	struct fixture forwards, backwards, decimals;
	size_t count = sizeof departments / sizeof departments[0];

	fixture_open(&forwards, attitude);
	fixture_open(&backwards, attitude);
	fixture_open(&decimals, attitude);
	for (size_t i = 0; i < 20 * count; i++) {
		char line[256], *at = line;

		fixture_add(&forwards, departments[i % count]);
		fixture_add(&backwards, departments[count - 1 - i % count]);
		for (const char *byte = departments[i % count]; *byte != '\0'; byte++) {
			if (*byte == ',')
				at = stpcpy(at, i % 3 == 0 ? ".0" : "");
			*at++ = *byte;
		}
		*at = '\0';
		fixture_add(&decimals, line);
	}
	moments_settle(&forwards.sums.moments);
	moments_settle(&backwards.sums.moments);
	moments_settle(&decimals.sums.moments);
	CHECK(forwards.sums.moments.pairs[0].records == 20 * count);
	CHECK(same_moments(&forwards.sums, &backwards.sums));
	CHECK(same_moments(&forwards.sums, &decimals.sums));
	fixture_close(&forwards);
	fixture_close(&backwards);
	fixture_close(&decimals);
}

int
main(void)
{
	check_by_hand();
	check_published();
	check_mixed();
	check_order();
	return unit_done();
}
