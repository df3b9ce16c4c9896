/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quartile: quartiles of the units, and in which of the four parts each lies. */
#include "../compare/comparer.h"
#include "../compare/comparers.h"
#include "peers.h"

static const enum compare_column written[] = { COLUMN_UNITS, COLUMN_Q1, COLUMN_MEDIAN, COLUMN_Q3,
	COLUMN_QUARTILE, COLUMN_METHOD, COMPARE_COLUMNS };

static void
run(struct compare_set *set)
{
	struct peers among;
	double q1;
	double median;
	double q3;
	size_t count;
	const double *ascending = peers_ascending(set, &count);

	if (peers_too_few(set, count))
		return;
	among = peers_summarise(ascending, count);
	q1 = peers_published(set, among.q1);
	median = peers_published(set, among.median);
	q3 = peers_published(set, among.q3);
	for (size_t i = 0; i < set->count; i++) {
		const struct figure *figure = &set->members[i].figure;

		compare_put(set, i, COLUMN_Q1, q1);
		compare_put(set, i, COLUMN_MEDIAN, median);
		compare_put(set, i, COLUMN_Q3, q3);
		if (figure->state == FIGURE_SHOWN)
			compare_put(set, i, COLUMN_QUARTILE, peers_quartile(&among, figure->exact));
	}
}

static void
method(const struct compare_options *options, const struct measure *measure, struct buffer *method)
{
	(void)options;
	(void)measure;
	buffer_append_text(method, "quantile7");
}

static void
word(const struct compare_options *options, enum compare_column column, double put,
    struct buffer *text)
{
	(void)options;
	(void)column;
	(void)put;
	buffer_append_text(text, "quartile_" PEERS_TOO_FEW);
}

const struct comparer quartile_comparer = { .name = "quartile",
	.over = COMPARE_UNITS,
	.columns = written,
	.run = run,
	.method = method,
	.word = word };
