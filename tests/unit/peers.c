/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quartiles of type 7 against R's quantile, and ranks with ties. */
#include "../../filters/benchmark/compare/peers.h"
#include "unit.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void
check_quartiles(const double *values, size_t count, double q1, double median, double q3)
{
	double ascending[16];
	struct peers peers;

	memcpy(ascending, values, count * sizeof *values);
	peers_sort(ascending, count);
	peers = peers_summarise(ascending, count);

	CHECK(peers.units == count);
	CHECK_NUMBER(peers.q1, q1, 1e-14);
	CHECK_NUMBER(peers.median, median, 1e-14);
	CHECK_NUMBER(peers.q3, q3, 1e-14);
}

int
main(void)
{
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
	peers_sort(scratch, COUNT(eleven));
	peers = peers_summarise(scratch, COUNT(eleven));
	CHECK_NUMBER(peers_quantile(scratch, COUNT(eleven), 0.05), 0.75, 1e-14);
	CHECK_NUMBER(peers_quantile(scratch, COUNT(eleven), 0.95), 9.35, 1e-14);
	CHECK_NUMBER(peers_quantile(scratch, COUNT(eleven), 0), 0.3, 0);
	CHECK_NUMBER(peers_quantile(scratch, COUNT(eleven), 1), 9.9, 0);
	CHECK(peers_quartile(&peers, 2.9) == 1);
	CHECK(peers_quartile(&peers, 3) == 2);
	CHECK(peers_quartile(&peers, 7.1) == 3);
	CHECK(peers_quartile(&peers, 7.2) == 4);
	CHECK(peers_summarise(one, 0).units == 0);

	CHECK_NUMBER(peers_rank(tied, 5, 5, true, PEERS_TIES_BEST), 1, 0);
	CHECK_NUMBER(peers_rank(tied, 5, 2, true, PEERS_TIES_BEST), 2, 0);
	CHECK_NUMBER(peers_rank(tied, 5, 1, true, PEERS_TIES_BEST), 5, 0);
	CHECK_NUMBER(peers_rank(tied, 5, 1, false, PEERS_TIES_BEST), 1, 0);
	CHECK_NUMBER(peers_rank(tied, 5, 2, false, PEERS_TIES_BEST), 2, 0);
	CHECK_NUMBER(peers_rank(tied, 5, 2, false, PEERS_TIES_AVERAGE), 3, 0);
	CHECK_NUMBER(peers_rank(tied, 5, 5, true, PEERS_TIES_AVERAGE), 1, 0);
	return unit_done();
}
