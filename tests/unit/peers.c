/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quartiles of type 7 against R's quantile, ranks with ties, and median deviations. */
#include "../../filters/benchmark/peers/peers.h"
#include "../../filters/lib/quantile.h"
#include "unit.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void
check_quartiles(const double *values, size_t count, double q1, double median, double q3)
{
	double ascending[16];
	struct peers peers;

	memcpy(ascending, values, count * sizeof *values);
	quantile_sort(ascending, count);
	peers = peers_summarise(ascending, count);

	CHECK(peers.units == count);
	CHECK_NUMBER(peers.q1, q1, 1e-14);
	CHECK_NUMBER(peers.median, median, 1e-14);
	CHECK_NUMBER(peers.q3, q3, 1e-14);
}

/* Deviations sorted on their own, as the median's are not. */
static void
check_mad(const double *values, size_t count, double mad)
{
	double ascending[16];

	memcpy(ascending, values, count * sizeof *values);
	quantile_sort(ascending, count);
	CHECK_NUMBER(
	    peers_mad(ascending, count, quantile_type7(ascending, count, 0.5)), mad, 1e-14);
}

int
main(void)
{
	static const double eight[] = { 10, 20, 30, 40, 50, 60, 70, 1000 };
	static const double two[] = { 1, 4 };
	static const double three[] = { 3, 1, 2 };
	static const double same[] = { 1, 1, 1, 5 };
	static const double eleven[] = { 2.5, 7.1, 7.1, 9.9, 0.3, 4.4, 8.8, 6, 5.5, 1.2, 3.3 };
	static const double one[] = { 4 };
	static const double tied[] = { 1, 2, 2, 2, 5 };
	struct peers peers;
	double scratch[16];

	check_quartiles(three, COUNT(three), 1.5, 2, 2.5);
	check_quartiles(same, COUNT(same), 1, 1, 2);
	check_quartiles(eleven, COUNT(eleven), 2.9, 5.5, 7.1);
	check_quartiles(one, COUNT(one), 4, 4, 4);
	memcpy(scratch, eleven, sizeof eleven);
	quantile_sort(scratch, COUNT(eleven));
	peers = peers_summarise(scratch, COUNT(eleven));
	CHECK_NUMBER(quantile_type7(scratch, COUNT(eleven), 0.05), 0.75, 1e-14);
	CHECK_NUMBER(quantile_type7(scratch, COUNT(eleven), 0.95), 9.35, 1e-14);
	CHECK_NUMBER(quantile_type7(scratch, COUNT(eleven), 0), 0.3, 0);
	CHECK_NUMBER(quantile_type7(scratch, COUNT(eleven), 1), 9.9, 0);
	CHECK(peers_quartile(&peers, 2.9) == 1);
	CHECK(peers_quartile(&peers, 3) == 2);
	CHECK(peers_quartile(&peers, 7.1) == 3);
	CHECK(peers_quartile(&peers, 7.2) == 4);
	CHECK(peers_summarise(one, 0).units == 0);

	CHECK_NUMBER(peers_rank(tied, 5, 5, true, PEERS_TIES_MINIMUM), 1, 0);
	CHECK_NUMBER(peers_rank(tied, 5, 2, true, PEERS_TIES_MINIMUM), 2, 0);
	CHECK_NUMBER(peers_rank(tied, 5, 1, true, PEERS_TIES_MINIMUM), 5, 0);
	CHECK_NUMBER(peers_rank(tied, 5, 1, false, PEERS_TIES_MINIMUM), 1, 0);
	CHECK_NUMBER(peers_rank(tied, 5, 2, false, PEERS_TIES_MINIMUM), 2, 0);
	CHECK_NUMBER(peers_rank(tied, 5, 2, false, PEERS_TIES_AVERAGE), 3, 0);
	CHECK_NUMBER(peers_rank(tied, 5, 5, true, PEERS_TIES_AVERAGE), 1, 0);

	check_mad(three, COUNT(three), 1);
	check_mad(same, COUNT(same), 0);
	/* about 5.5: 3, 1.6, 1.6, 4.4, 5.2, 1.1, 3.3, 0.5, 0, 4.3, 2.2 */
	check_mad(eleven, COUNT(eleven), 2.2);
	/* about 45: 35, 25, 15, 5, 5, 15, 25, 955 */
	check_mad(eight, COUNT(eight), 20);
	check_mad(two, COUNT(two), 1.5);
	check_mad(one, COUNT(one), 0);
	CHECK(isnan(peers_mad(one, 0, 4)));
	return unit_done();
}
