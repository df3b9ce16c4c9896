/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the search on the table adult, whose optima were published with ARX. */
#include "anonymise_search_adult.h"

#include "unit.h"

static const size_t all_columns[ADULT_COLUMNS] = { 0, 1, 2, 3, 4, 5, 6, 7, 8 };

struct optimum {
	unsigned k;
	double limit;
	const char *levels;
	double loss;
	uint64_t suppressed;
};

/* The first is the published one; the others come from an exhaustive search, written for
 * that alone. */
static const struct optimum optima[] = {
	{ 100, 0.04, "111132211", 379417.3460571, 866 },
	{ 2, 0, "111132211", 379417.3460571054, 0 },
	{ 5, 0, "121132211", 407289.53889253613, 0 },
	{ 5, 0.01, "001132220", 306172.20341276424, 203 },
	{ 5, 0.04, "101132201", 255559.85455730688, 906 },
	{ 10, 0, "111132221", 427068.64057756157, 0 },
	{ 10, 0.04, "001132211", 282939.03354608756, 940 },
	{ 50, 0, "041132210", 428778.76859210478, 0 },
	{ 50, 0.04, "101232211", 340423.89594240108, 936 },
	{ 50, 0.1, "101132211", 310356.67362254608, 2760 },
	{ 100, 0, "041132211", 453196.89324588422, 0 },
	{ 500, 0.1, "121132211", 407289.53889253613, 2932 },
};

static struct privacy
privacy_of(unsigned k, double limit, size_t columns)
{
	struct privacy privacy = { .one_record_per_person = true,
		.k = k,
		.suppression_limit = limit,
		.quasi_count = columns };

	for (size_t i = 0; i < columns; i++)
		privacy.quasi[i] = adult_names[i];
	return privacy;
}

static void
test_optimum(const struct adult *adult, const struct optimum *optimum, bool backwards)
{
	struct privacy privacy = privacy_of(optimum->k, optimum->limit, ADULT_COLUMNS);
	struct search *search = adult_search(adult, &privacy, all_columns, backwards);
	struct search_answer answer;
	char levels[ADULT_COLUMNS + 1] = "";
	struct fault fault;

	if (CHECK(search_best(search, &answer, &fault))) {
		for (size_t i = 0; i < ADULT_COLUMNS; i++)
			levels[i] = (char)('0' + answer.levels[i]);
		CHECK_TEXT(levels, optimum->levels);
		CHECK_NUMBER(answer.loss, optimum->loss, 1e-12);
		CHECK(answer.suppressed == optimum->suppressed);
		CHECK(answer.nodes == 12960);
	}
	search_free(search);
}

/* Every figure of the file that came with the table: metric, limit, k, node, value. */
static void
test_metrics(const struct adult *adult)
{
	static const size_t columns[8] = { 0, 1, 2, 3, 4, 5, 6, 8 };
	struct privacy privacy = privacy_of(5, 0, 8);
	char *text = adult_read("expected_adult_metrics_8qi_k5.csv");
	struct search *search;
	unsigned rows = 0;

	if (text == NULL) {
		unit_skip("the metrics of adult are not there");
		return;
	}
	search = adult_search(adult, &privacy, columns, false);
	for (char *line = strchr(text, '\n'); line != NULL && line[1] != '\0';
	     line = strchr(line + 1, '\n')) {
		struct search_answer answer;
		unsigned levels[8];
		char metric[32], node[9];
		double limit, value, got;

		if (sscanf(line + 1, "%31[^,],%lf,5,%8[0-9],%lf", metric, &limit, node, &value)
		    != 4)
			break;
		for (size_t i = 0; i < 8; i++)
			levels[i] = (unsigned)(node[i] - '0');
		/* the limit decides which nodes are allowed, not what they cost */
		search_at(search, levels, &answer);
		got = strcmp(metric, "AECS") == 0 ? answer.average_class_size
		    : strcmp(metric, "DM") == 0   ? answer.discernibility
		                                  : answer.monotonic_discernibility;
		CHECK_NUMBER(got, value, 1e-12);
		rows++;
	}
	CHECK(rows == 60);
	search_free(search);
	free(text);
}

int
main(void)
{
	struct adult *adult = adult_open();

	if (adult == NULL) {
		unit_skip("the table adult is not there");
		return unit_done();
	}
	for (size_t i = 0; i < sizeof optima / sizeof *optima; i++)
		test_optimum(adult, &optima[i], i % 2 != 0);
	test_metrics(adult);
	adult_close(adult);
	return unit_done();
}
