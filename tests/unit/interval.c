/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Intervals against the figures of R's prop.test, of a public-health package for R, of
 * Newcombe 1998 (table II) and against sums at 40 digits, and where there is none.
 */
#include "../../filters/lib/interval.h"

#include "unit.h"

static void
check_limits(bool defined, struct interval interval, double lower, double upper)
{
	CHECK(defined);
	CHECK_NUMBER(interval.lower, lower, 1e-11);
	CHECK_NUMBER(interval.upper, upper, 1e-11);
}

/* Looks at what FUNCTION puts into interval. */
#define CHECK_LIMITS(call, lower, upper)                                                           \
	do {                                                                                       \
		struct interval interval = { NAN, NAN };                                           \
		bool defined = call;                                                               \
		check_limits(defined, interval, lower, upper);                                     \
	} while (0)

static void
check_none(bool defined, struct interval interval)
{
	CHECK(!defined);
	/* left alone */
	CHECK_NUMBER(interval.lower, 7, 0);
	CHECK_NUMBER(interval.upper, 7, 0);
}

#define CHECK_NONE(call)                                                                           \
	do {                                                                                       \
		struct interval interval = { 7, 7 };                                               \
		bool defined = call;                                                               \
		check_none(defined, interval);                                                     \
	} while (0)

static void
test_wilson(void)
{
	struct {
		double x, n, confidence, lower, upper;
	} cases[] = {
		{ 0, 1, 0.95, 0, 0.79345068562276255 },
		{ 1, 1, 0.95, 0.2065493143772375, 1 },
		{ 10, 50, 0.95, 0.11243750015776113, 0.33037105932225413 },
		{ 500, 1000, 0.95, 0.46906960036810419, 0.53093039963189581 },
		{ 3, 10, 0.998, 0.062845015506294342, 0.73254654467509056 },
		{ 100, 1000, 0.998, 0.074361841844226948, 0.13320552191026522 },
		{ 1, 1e15, 0.95, 1.7652455493515294e-16, 5.6649342657589506e-15 },
		{ 1e15 - 1, 1e15, 0.95, 0.99999999999999434, 0.99999999999999982 },
		{ 123456, 1e9, 0.998, 0.00012237503664655595, 0.000124546510531164 },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		CHECK_LIMITS(interval_wilson(cases[i].x / cases[i].n, cases[i].n,
		                 cases[i].confidence, &interval),
		    cases[i].lower, cases[i].upper);
	CHECK_NONE(interval_wilson(0.5, 0, 0.95, &interval));
	CHECK_NONE(interval_wilson(0.5, NAN, 0.95, &interval));
}

static void
test_clopper_pearson(void)
{
	CHECK_LIMITS(interval_clopper_pearson(3, 40, 0.95, &interval), 0.015742179851041531,
	    0.20386474873289898);
	CHECK_LIMITS(interval_clopper_pearson(37, 40, 0.998, &interval), 0.71191505968806392,
	    0.99512532657954646);
	CHECK_LIMITS(interval_clopper_pearson(8, 8, 0.95, &interval), 0.63058335244718071, 1);
	CHECK_LIMITS(interval_clopper_pearson(0, 1e15, 0.95, &interval), 0, 3.6888794541139295e-15);
	CHECK_LIMITS(interval_clopper_pearson(1e15, 1e15, 0.95, &interval), 0.99999999999999631, 1);
	CHECK_NONE(interval_clopper_pearson(0, 0, 0.95, &interval));
	CHECK_NONE(interval_clopper_pearson(5, 4, 0.95, &interval));
	CHECK_NONE(interval_clopper_pearson(-1, 4, 0.95, &interval));
	CHECK_NONE(interval_clopper_pearson(NAN, 4, 0.95, &interval));
}

static void
test_counts(void)
{
	CHECK_LIMITS(interval_byar(10, 0.95, &interval), 4.7874499139675618, 18.391458605756476);
	CHECK_LIMITS(interval_byar(250, 0.998, &interval), 203.96201219765699, 302.83272298724399);
	/* the formula's lower limit is under 0 here */
	CHECK_LIMITS(interval_byar(1, 0.998, &interval), 0, 9.3621802179083668);
	CHECK_LIMITS(interval_byar(1e12, 0.95, &interval), 999998040036.96261, 1000001959965.9317);
	CHECK_LIMITS(interval_poisson_exact(0, 0.95, &interval), 0, 3.6888794541139354);
	CHECK_LIMITS(
	    interval_poisson_exact(1000, 0.998, &interval), 905.12079093497662, 1101.6269438790305);
	CHECK_LIMITS(interval_poisson_exact(2643260872855664, 0.999999, &interval),
	    2643260621363560.8, 2643261124347783.5);
	CHECK_LIMITS(interval_count(9, 0.95, &interval), 4.1153730973783324, 17.08480345141917);
	CHECK_LIMITS(interval_count(10, 0.998, &interval), 2.9163183746956851, 24.193724927880539);
	CHECK_NONE(interval_byar(-1, 0.95, &interval));
	CHECK_NONE(interval_count(-1, 0.95, &interval));
	CHECK_NONE(interval_count(NAN, 0.95, &interval));
	CHECK_NONE(interval_poisson_exact(NAN, 0.95, &interval));
}

static void
test_dobson(void)
{
	CHECK_LIMITS(
	    interval_dobson(100, 25, 50, 0.95, &interval), 90.88405037685199, 111.25725075584993);
	CHECK_LIMITS(
	    interval_dobson(12.5, 9, 7, 0.998, &interval), 6.2866453471815936, 26.816739456102262);
	CHECK_NONE(interval_dobson(0, 0, 0, 0.95, &interval));
	CHECK_NONE(interval_dobson(1, NAN, 5, 0.95, &interval));
	CHECK_NONE(interval_dobson(NAN, 1, 5, 0.95, &interval));
}

static void
test_means(void)
{
	CHECK_LIMITS(interval_student(3.63, 0.67882250993908588, 2, 0.95, &interval),
	    -2.4689782733638559, 9.7289782733638557);
	CHECK_LIMITS(interval_student(3.63, 0.67882250993908588, 2, 0.998, &interval),
	    -149.15824271306411, 156.4182427130641);
	CHECK_LIMITS(interval_student(64.43 / 15, 0.421254362701727, 15, 0.998, &interval),
	    3.8833887112700931, 4.7072779553965747);
	CHECK_LIMITS(interval_student(117.07 / 40, 1.0553438800354153, 40, 0.95, &interval),
	    2.5892346529842141, 3.2642653470157863);
	CHECK_LIMITS(interval_student(4, 0, 5, 0.95, &interval), 4, 4);
	CHECK_NONE(interval_student(4, 0, 1, 0.95, &interval));

	CHECK_LIMITS(
	    interval_normal(5, 0.3, 0.95, &interval), 4.4120108046379837, 5.5879891953620163);
	CHECK_NONE(interval_normal(5, NAN, 0.95, &interval));
	CHECK_NONE(interval_normal(NAN, 1, 0.95, &interval));
	CHECK_NONE(interval_normal(5, -1, 0.95, &interval));
	CHECK_LIMITS(interval_difference(9, 3, 5, 4, 0.998, &interval), -11.451161530839068,
	    19.451161530839068);
	CHECK_NONE(interval_difference(9, 3, 5, NAN, 0.95, &interval));
}

static void
test_two_groups(void)
{
	CHECK_LIMITS(interval_risk_ratio(12, 12, 7, 9, 0.998, &interval), 0.74134800540258744,
	    2.2298046429518679);
	CHECK_LIMITS(interval_risk_ratio(1e15 - 1, 1e15, 5e14, 1e15, 0.95, &interval),
	    1.9999998760409954, 2.0000001239590083);
	CHECK_NONE(interval_risk_ratio(0, 12, 7, 9, 0.95, &interval));
	CHECK_NONE(interval_risk_ratio(3, 12, 0, 9, 0.95, &interval));
	CHECK_NONE(interval_risk_ratio(12, 12, 9, 9, 0.95, &interval));
	CHECK_NONE(interval_risk_ratio(13, 12, 9, 9, 0.95, &interval));

	CHECK_LIMITS(interval_rate_ratio(17, 1234.5, 5, 999, 0.998, &interval), 0.57118760249448542,
	    13.25341659579664);
	CHECK_NONE(interval_rate_ratio(0, 10, 5, 10, 0.95, &interval));
	CHECK_NONE(interval_rate_ratio(5, 10, 5, 0, 0.95, &interval));

	CHECK_LIMITS(interval_rate_ratio_exact(30, 200, 300, 4000, 0.95, &interval),
	    1.3260032025531949, 2.9156238895635135);
	CHECK_LIMITS(
	    interval_rate_ratio_exact(0, 200, 5, 4000, 0.95, &interval), 0, 21.825582103650929);
	CHECK_LIMITS(interval_rate_ratio_exact(5, 200, 0, 4000, 0.998, &interval),
	    6.7089966212036725, INFINITY);
	CHECK_LIMITS(interval_rate_ratio_exact(2, 10, 1, 10, 0.998, &interval),
	    0.018714035440577824, 2997.9997776665967);
	CHECK_NONE(interval_rate_ratio_exact(0, 10, 0, 10, 0.95, &interval));

	CHECK_LIMITS(interval_risk_difference(56, 70, 48, 80, 0.95, &interval),
	    0.052431472402364878, 0.33387265403690598);
	CHECK_LIMITS(interval_risk_difference(9, 10, 3, 10, 0.95, &interval), 0.17052272393450288,
	    0.80901797353548798);
	CHECK_LIMITS(
	    interval_risk_difference(10, 10, 0, 10, 0.95, &interval), 0.60750935043052416, 1);
	CHECK_LIMITS(interval_risk_difference(0, 7, 0, 9, 0.998, &interval), -0.51481265393351666,
	    0.57702740884585935);
	CHECK_NONE(interval_risk_difference(0, 0, 1, 9, 0.95, &interval));
}

/* What lies about the value at 95%, and farther about it at 99.8%. */
typedef bool limits_of(double x, double n, double confidence, struct interval *interval);

static bool
wilson(double x, double n, double confidence, struct interval *interval)
{
	return interval_wilson(x / n, n, confidence, interval);
}

static bool
poisson(double x, double n, double confidence, struct interval *interval)
{
	bool defined = interval_poisson_exact(x, confidence, interval);

	interval->lower /= n;
	interval->upper /= n;
	return defined;
}

static bool
count(double x, double n, double confidence, struct interval *interval)
{
	bool defined = interval_count(x, confidence, interval);

	interval->lower /= n;
	interval->upper /= n;
	return defined;
}

static bool
lies_about(limits_of *limits, double x, double n)
{
	struct interval near, far;
	double share = x / n;

	return limits(x, n, 0.95, &near) && limits(x, n, 0.998, &far) && far.lower >= 0
	    && far.lower <= near.lower && near.lower <= share && share <= near.upper
	    && near.upper <= far.upper;
}

/* From one of one to all of 10^15. */
static void
test_sizes(void)
{
	static limits_of *const all[] = { wilson, interval_clopper_pearson, poisson, count };
	size_t wrong = 0;

	for (int decade = 0; decade <= 15; decade++) {
		const double n = pow(10, decade);
		const double counts[] = { 0, 1, fmin(3, n), floor(n / 2), n - 1, n };

		for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
			for (size_t way = 0; way < sizeof all / sizeof *all; way++)
				wrong += !lies_about(all[way], counts[i], n);
	}
	CHECK(wrong == 0);
}

static void
check_ranks(size_t n, double confidence, size_t lower)
{
	size_t got = 0, upper = 0;

	CHECK(interval_median_ranks(n, confidence, &got, &upper) == (lower > 0));
	CHECK(got == lower);
	CHECK(upper == (lower > 0 ? n + 1 - lower : 0));
}

int
main(void)
{
	CHECK_NUMBER(interval_z(0.95), 1.9599639845400542, 1e-14);
	CHECK_NUMBER(interval_z(0.998), 3.0902323061678135, 1e-14);
	CHECK_NUMBER(interval_z(0.999999), 4.8916384756985904, 1e-11);
	test_wilson();
	test_clopper_pearson();
	test_counts();
	test_dobson();
	test_means();
	test_two_groups();
	test_sizes();
	check_ranks(0, 0.95, 0);
	check_ranks(5, 0.95, 0);
	check_ranks(6, 0.95, 1);
	check_ranks(9, 0.95, 2);
	check_ranks(10, 0.95, 2);
	check_ranks(9, 0.998, 0);
	check_ranks(10, 0.998, 1);
	check_ranks(1000, 0.998, 451);
	return unit_done();
}
