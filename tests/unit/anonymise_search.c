/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the search: what it refuses, empty values, levels of any kind, its words. */
#include "../../filters/anonymise/search/search.h"

#include "unit.h"

static const struct privacy small = { .one_record_per_person = true,
	.k = 2,
	.suppression_limit = 0,
	.quasi = { "age", "\xC3\xA9tat" },
	.quasi_count = 2 };

static bool
add(struct search *search, const char *const *texts, struct fault *fault)
{
	struct field cells[8];

	for (size_t i = 0; texts[i] != NULL; i++)
		cells[i] = field_of(texts[i]);
	return search_add(search, cells, field_of(""), NULL, fault);
}

static void
test_faults(void)
{
	static const unsigned levels[] = { 2, 1 };
	static const unsigned none[] = { 0, 1 };
	static const unsigned many[] = { SEARCH_LEVELS_MAX + 1, 1 };
	struct privacy unlimited = small;
	struct search_answer answer;
	struct search *search;
	struct fault fault;
	unsigned records = 0;

	CHECK(search_new(&small, none, 0, &fault) == NULL);
	CHECK(search_new(&small, many, 0, &fault) == NULL);
	CHECK_TEXT(fault.message, "the column 'age' has 65 levels: 1 to 64 can be searched");
	unlimited.suppression_limit = 1;
	CHECK(search_new(&unlimited, levels, 0, &fault) == NULL);
	CHECK(strstr(fault.message, "suppression_limit") != NULL);
	search_free(NULL);

	search = search_new(&small, levels, 0, &fault);
	CHECK(!search_best(search, &answer, &fault));
	CHECK_TEXT(fault.message, "no records: there is nothing to search among");
	CHECK(add(search, (const char *[]){ "1", "*", "x", NULL }, &fault));
	CHECK(!search_best(search, &answer, &fault));
	CHECK(strncmp(fault.message, "no levels keep the policy", 25) == 0);
	search_free(search);

	search = search_new(&small, levels, 1000000, &fault);
	while (records < 100000 && add(search, (const char *[]){ "1", "*", "x", NULL }, &fault))
		records++;
	CHECK(records > 1000 && records < 100000);
	CHECK(strstr(fault.message, "--memory") != NULL);
	search_free(search);
}

/* Empty values are values, also where nothing else came before them. */
static void
test_empty(void)
{
	static const unsigned levels[] = { 2, 1 };
	struct search_answer answer;
	struct fault fault;
	struct search *search = search_new(&small, levels, 0, &fault);

	for (unsigned i = 0; i < 4; i++)
		CHECK(add(search, (const char *[]){ "", "", "", NULL }, &fault));
	if (CHECK(search_best(search, &answer, &fault)))
		CHECK(answer.classes == 1 && answer.smallest == 4 && answer.levels[0] == 0);
	search_free(search);
}

/* Level 1 is no coarser form of level 0: nothing is concluded from one to the other. */
static void
test_not_nested(void)
{
	static const char *const records[][5] = { { "a", "1", "*", "x" }, { "a", "2", "*", "x" },
		{ "b", "1", "*", "x" }, { "b", "2", "*", "x" }, { "c", "2", "*", "x" },
		{ "d", "1", "*", "x" } };
	static const unsigned levels[] = { 3, 1 };
	struct search_answer answer;
	struct fault fault;
	struct search *search = search_new(&small, levels, 0, &fault);

	for (size_t i = 0; i < sizeof records / sizeof *records; i++)
		CHECK(add(search, records[i], &fault));
	if (CHECK(search_best(search, &answer, &fault)))
		CHECK(answer.levels[0] == 1 && answer.suppressed == 0 && answer.classes == 2);
	search_free(search);
}

static void
test_tell(void)
{
	static const char *const records[][6] = { { "31", "30-39", "*", "x" },
		{ "32", "30-39", "*", "x" }, { "41", "40-49", "*", "x" },
		{ "42", "40-49", "*", "x" } };
	static const unsigned levels[] = { 3, 1 };
	static const unsigned finest[] = { 0, 0 };
	struct search_answer answer;
	struct buffer text = { 0 };
	struct fault fault;
	struct search *search = search_new(&small, levels, 0, &fault);

	for (size_t i = 0; i < sizeof records / sizeof *records; i++)
		CHECK(add(search, records[i], &fault));
	CHECK(search_best(search, &answer, &fault));
	search_tell(&answer, &small, &text);
	CHECK_FIELD(((struct field){ text.data, text.length }),
	    "quasi-identifier  level  of  loss (bits)\n"
	    "age                   1   2          4.0\n"
	    "\xC3\xA9tat                  0   0          0.0\n"
	    "loss: 4.0 bits, 50.0% of the greatest\n"
	    "left out: 0 of 4 records, 0.00% (at most 0%)\n"
	    "classes: 2, of at least 2 people, of 2.0 records on average\n"
	    "discernibility: 8 (8 before records are left out)\n"
	    "counted: 3 of the lattice's 3 nodes\n");
	CHECK(!search_at(search, finest, &answer) && answer.suppressed == 4);
	buffer_release(&text);
	search_free(search);
}

int
main(void)
{
	test_faults();
	test_empty();
	test_not_nested();
	test_tell();
	return unit_done();
}
