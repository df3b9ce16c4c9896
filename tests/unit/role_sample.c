/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample: its division over strata, its weights, and the draw within a stratum. */
#include "../../filters/map-to-role/sample/share.h"
#include "../../filters/map-to-role/sample/strata.h"

#include "unit.h"

#include <inttypes.h>
#include <stdlib.h>

#define STRATA 4

static bool
shares_are(uint64_t total, const uint64_t available[STRATA], const uint64_t expected[STRATA])
{
	uint64_t shares[STRATA];

	share_out(total, available, STRATA, shares);
	return memcmp(shares, expected, sizeof shares) == 0;
}

static void
test_shares(void)
{
	static const uint64_t plenty[STRATA] = { 100, 100, 100, 100 };
	static const uint64_t some[STRATA] = { 100, 3, 0, 100 };
	static const uint64_t nothing[STRATA] = { 0 };

	CHECK(shares_are(40, plenty, (uint64_t[]){ 10, 10, 10, 10 }));
	/* what is left over goes to the first ones */
	CHECK(shares_are(42, plenty, (uint64_t[]){ 11, 11, 10, 10 }));
	CHECK(shares_are(3, plenty, (uint64_t[]){ 1, 1, 1, 0 }));
	/* what a small stratum has not got goes to the others */
	CHECK(shares_are(30, some, (uint64_t[]){ 14, 3, 0, 13 }));
	CHECK(shares_are(2, some, (uint64_t[]){ 1, 1, 0, 0 }));
	CHECK(shares_are(1000, some, some));
	CHECK(shares_are(203, some, some));
	CHECK(shares_are(5, nothing, nothing));
	CHECK(shares_are(0, plenty, nothing));
}

static bool
weight_is(uint64_t all, uint64_t part, uint64_t drawn, const char *expected)
{
	struct buffer out = { 0 };
	bool good;

	share_weight(&out, all, part, drawn);
	good = field_is((struct field){ out.data, out.length }, expected);
	buffer_release(&out);
	return good;
}

static void
test_weights(void)
{
	CHECK(weight_is(10, 1, 10, "1.000000"));
	CHECK(weight_is(10, 1, 3, "3.333333"));
	CHECK(weight_is(20, 1, 3, "6.666667"));
	CHECK(weight_is(1, 1, 2000000, "0.000001")); /* a half goes up */
	CHECK(weight_is(7, 2, 4, "3.500000"));
	/* exact past what a double or 64 bits hold */
	CHECK(weight_is(UINT64_C(1000000000000007), UINT64_C(3000000), UINT64_C(9000000),
	    "333333333333335.666667"));
}

/* Record i of so many: its text is one of a number of them. */
static void
add(struct stratum *stratum, unsigned i, unsigned texts)
{
	char record[64], text[32];
	int record_length, text_length;

	text_length = snprintf(text, sizeof text, "text %u", i % texts);
	record_length = snprintf(record, sizeof record, "%u,%s", i, text);
	stratum_add(stratum, (struct field){ record, (size_t)record_length },
	    (struct field){ text, (size_t)text_length },
	    (struct field){ record, (size_t)record_length });
}

static bool
same_draw(const struct stratum *a, const struct stratum *b)
{
	bool same = a->drawn_count == b->drawn_count && a->drawn_records == b->drawn_records
	    && a->seen == b->seen;

	for (size_t i = 0; same && i < a->drawn_count; i++)
		same = a->drawn[i]->records == b->drawn[i]->records
		    && field_equals((struct field){ a->drawn[i]->line, a->drawn[i]->length },
		        (struct field){ b->drawn[i]->line, b->drawn[i]->length });
	return same;
}

/* The same draw in any order, whether or not the room is enough for all. */
static void
test_order(unsigned records, unsigned texts, size_t most, size_t wanted)
{
	struct stratum forward, backward;
	uint64_t sum = 0;

	stratum_init(&forward, most);
	stratum_init(&backward, most);
	for (unsigned i = 0; i < records; i++) {
		add(&forward, i, texts);
		add(&backward, records - 1 - i, texts);
	}
	CHECK(stratum_texts(&forward) == stratum_texts(&backward));
	CHECK(forward.count <= most * STRATUM_RECORDS);
	stratum_settle(&forward, wanted);
	stratum_settle(&backward, wanted);
	CHECK(forward.drawn_count == wanted);
	CHECK(same_draw(&forward, &backward));
	for (size_t i = 0; i < forward.drawn_count; i++)
		sum += forward.drawn[i]->records;
	CHECK(sum == forward.drawn_records);
	stratum_release(&forward);
	stratum_release(&backward);
}

/* All are drawn: each text stands for its own records. */
static void
test_all(void)
{
	struct stratum stratum;
	bool good = true;

	stratum_init(&stratum, 50);
	for (unsigned i = 0; i < 60; i++)
		add(&stratum, i, 20);
	CHECK(stratum_texts(&stratum) == 20);
	stratum_settle(&stratum, 20);
	CHECK(stratum.drawn_count == 20 && stratum.drawn_records == 60);
	for (size_t i = 0; i < stratum.drawn_count; i++)
		good = good && stratum.drawn[i]->records == 3;
	CHECK(good);
	stratum_release(&stratum);
}

/* Records that are the same in everything are all counted, and one is kept. */
static void
test_copies(void)
{
	struct stratum stratum;

	stratum_init(&stratum, 1);
	for (unsigned i = 0; i < 100; i++)
		add(&stratum, 7, 10);
	CHECK(stratum.count == 1 && stratum.seen == 100);
	stratum_settle(&stratum, 1);
	CHECK(stratum.drawn_records == 100);
	stratum_release(&stratum);
}

/* A frequent text is drawn as often as its records are: of 90,000 records half have one
 * text, the others one of their own each. */
static void
test_frequent(void)
{
	struct stratum stratum;
	double share = 0;

	stratum_init(&stratum, 400);
	for (unsigned i = 0; i < 90000; i++)
		add(&stratum, i % 2 == 0 ? i : i * 2, i % 2 == 0 ? 1 : 1000000);
	stratum_settle(&stratum, 400);
	CHECK(stratum.drawn_count == 400);
	for (size_t i = 0; i < stratum.drawn_count; i++)
		if (stratum.drawn[i]->records > 1)
			share = (double)stratum.drawn[i]->records / (double)stratum.drawn_records;
	CHECK_NUMBER(share, 0.5, 0.15);
	stratum_release(&stratum);
}

static void
test_empty(void)
{
	struct strata strata;
	struct ticket *tickets;

	strata_init(&strata, 5, 10);
	CHECK(strata.count == 7);
	CHECK(strata_draw(&strata, 10) == 0);
	tickets = strata_mix(&strata, 0);
	CHECK(tickets != NULL);
	free(tickets);
	strata_release(&strata);
}

int
main(void)
{
	test_shares();
	test_weights();
	test_order(1000, 1000, 5, 5);
	test_order(1000, 40, 5, 3);
	test_order(1000, 40, 1000, 40);
	test_order(5000, 5, 10, 5);
	test_all();
	test_copies();
	test_frequent();
	test_empty();
	return unit_done();
}
