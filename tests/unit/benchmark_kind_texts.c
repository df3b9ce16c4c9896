/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What cells hold as a text of a partition: each kind reads what it writes and writes the
 * same again, and takes no other text.
 */
#include "../../filters/benchmark/cell/given_figure.h"
#include "../../filters/benchmark/cell/ratio_sum.h"
#include "../../filters/benchmark/cell/strata.h"
#include "../../filters/benchmark/cell/value_counts.h"
#include "../../filters/benchmark/kind/kind.h"
#include "unit.h"

#include <stdlib.h>

static struct decimal
of(const char *text)
{
	struct decimal decimal = { 0 };

	CHECK(decimal_parse(field_of(text), &decimal) == DECIMAL_OK);
	return decimal;
}

/* The cell's numbers, and nothing that it points to. */
static struct cell
numbers_of(const struct cell *cell)
{
	return (struct cell){ .records = cell->records,
		.count = cell->count,
		.sum = cell->sum,
		.squares = cell->squares };
}

static bool
loads(const struct kind *kind, const struct cell *cell, const char *text)
{
	struct cell other = numbers_of(cell);
	bool good = kind->load(&other, field_of(text));

	kind->release(&other);
	return good;
}

/* Texts that differ from a good one in a place. */
static void
check_spoilt(const struct kind *kind, const struct cell *cell, const struct buffer *text)
{
	char spoilt[4096];

	CHECK(text->length + 3 < sizeof(spoilt));
	snprintf(spoilt, sizeof(spoilt), "%.*s", (int)text->length, text->data);
	CHECK(loads(kind, cell, spoilt));
	snprintf(spoilt, sizeof(spoilt), "%.*s ", (int)text->length, text->data);
	CHECK(!loads(kind, cell, spoilt));
	snprintf(spoilt, sizeof(spoilt), " %.*s", (int)text->length, text->data);
	CHECK(!loads(kind, cell, spoilt));
	snprintf(spoilt, sizeof(spoilt), "0%.*s", (int)text->length, text->data);
	CHECK(!loads(kind, cell, spoilt));
	snprintf(spoilt, sizeof(spoilt), "%.*sG", (int)text->length, text->data);
	CHECK(!loads(kind, cell, spoilt));
	snprintf(spoilt, sizeof(spoilt), "%.*s", (int)text->length, text->data);
	*strrchr(spoilt, ' ') = '\0';
	CHECK(!loads(kind, cell, spoilt));
}

static void
check_kind(const struct kind *kind, struct cell *cell)
{
	struct buffer text = { 0 }, again = { 0 };
	struct cell other = numbers_of(cell);

	kind->save(cell, &text);
	CHECK(text.length != 0);
	for (size_t i = 0; i < text.length; i++)
		if (text.data[i] < ' ' || text.data[i] > '~' || text.data[i] == ','
		    || text.data[i] == '"')
			CHECK(false);
	CHECK(kind->load(&other, (struct field){ text.data, text.length }));
	kind->save(&other, &again);
	CHECK(again.length == text.length && memcmp(again.data, text.data, text.length) == 0);
	check_spoilt(kind, cell, &text);
	kind->release(&other);
	kind->release(cell);
	buffer_release(&text);
	buffer_release(&again);
}

static void
check_sums(void)
{
	struct cell mean = { .records = 5, .count = 1, .sum = 3, .squares = 9 };
	struct cell rate = { .records = 3, .count = 3, .sum = 4, .squares = 5 };
	struct cell ratio = { .records = 2 };

	mean.exact = xcalloc(1, sizeof(*mean.exact));
	decimal_sum_add(mean.exact, of("-12.75"));
	decimal_sum_add(mean.exact, of("999999999999999999"));
	check_kind(&kind_mean, &mean);
	rate.exact = xcalloc(1, sizeof(*rate.exact));
	decimal_sum_add(rate.exact, of("0.25"));
	check_kind(&kind_rate, &rate);
	ratio.ratio = xcalloc(1, sizeof(*ratio.ratio));
	ratio_sum_add(ratio.ratio, of("3"), of("4"));
	ratio_sum_add(ratio.ratio, of("-3.5"), of("0.125"));
	check_kind(&kind_ratio, &ratio);
}

static void
check_strata(void)
{
	struct cell cell = { .records = 3, .count = 3, .sum = 9 };

	cell.strata = xcalloc(1, sizeof(*cell.strata));
	CHECK(strata_add(cell.strata, field_of("65+, \"old\""), 4, of("120.5"), of("7")));
	CHECK(strata_add(cell.strata, field_of("0-17"), 3, of("100"), of("5.5")));
	strata_expect(cell.strata, field_of("0-17"));
	strata_expect(cell.strata, field_of("18-64"));
	CHECK(strata_add(cell.strata, field_of("0-17"), 2, of("100"), of("5.50")));
	check_kind(&kind_dsr, &cell);
	cell.strata = xcalloc(1, sizeof(*cell.strata));
	CHECK(strata_add(cell.strata, field_of("0-17"), 2, of("100"), of("5.50")));
	CHECK(!strata_add(cell.strata, field_of("0-17"), 2, of("100"), of("6")));
	CHECK(cell.strata->unequal && cell.strata->count == 0);
	cell.squares = 1;
	CHECK(loads(&kind_dsr, &cell, "1"));
	CHECK(!loads(&kind_dsr, &cell, "0"));
	kind_dsr.release(&cell);
}

static void
check_given(void)
{
	struct cell cell = { .records = 1, .count = 1, .squares = 1 };

	cell.given = xcalloc(1, sizeof(*cell.given));
	cell.given->parts[GIVEN_VALUE].content = GIVEN_SYMBOL;
	cell.given->parts[GIVEN_VALUE].symbol = xstrdup("[low]");
	cell.given->parts[GIVEN_LOWER].content = GIVEN_NUMBER;
	cell.given->parts[GIVEN_LOWER].number = of("-0.5");
	cell.given->parts[GIVEN_UPPER].content = GIVEN_NUMBER;
	cell.given->parts[GIVEN_UPPER].number = of("12.50");
	check_kind(&kind_given, &cell);
	CHECK(!loads(&kind_given, &cell, "2 x41 0 0 0 0"));
	CHECK(!loads(&kind_given, &cell, "0 0 0 0 0"));
}

static void
check_values(void)
{
	struct cell cell = { .records = 9 };

	cell.values = xcalloc(1, sizeof(*cell.values));
	value_counts_add(cell.values, of("3.50"));
	value_counts_add(cell.values, of("-3.5"));
	value_counts_add(cell.values, of("3.5"));
	value_counts_add(cell.values, of("0.000000000000001"));
	cell.count = 4;
	check_kind(&kind_median, &cell);
	/* not in order, a value twice, zeros behind the point, a value that nobody has */
	cell.count = 2;
	CHECK(loads(&kind_median, &cell, "1 0 1 2 0 1"));
	CHECK(!loads(&kind_median, &cell, "2 0 1 1 0 1"));
	CHECK(!loads(&kind_median, &cell, "1 0 1 1 0 1"));
	CHECK(!loads(&kind_median, &cell, "1 0 1 14 1 1"));
	CHECK(!loads(&kind_median, &cell, "1 0 2 2 0 0"));
	CHECK(!loads(&kind_median, &cell, "1 0 3"));
}

int
main(void)
{
	check_sums();
	check_strata();
	check_given();
	check_values();
	return unit_done();
}
