/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of what is told of the classes: of the table as it is settled, of its
 * sensitive columns one by one, and of a population. */
#include "anonymise_classes_oracle.h"

static struct oracle oracle;

static bool
tell_population(struct classes *classes, const char *first, const char *second, uint64_t people)
{
	const struct field cells[2] = { field_of(first), field_of(second) };
	struct fault fault;

	return classes_population(classes, cells, people, &fault);
}

/* (a x) has 2 of 10 people, (a y) and (a z) leave as (a *), of which the population has
 * 10 + 4 + 6, (b x) is not in it: 2 of 2.  Before: 2/10 + 1/4 + 1/6 + 2/2, of 6. */
static void
test_population(void)
{
	struct fault fault;
	struct classes *classes;

	oracle_init(&oracle, 2, 2, PRIVACY_SUPPRESS_CELLS);
	oracle_add(&oracle, "a x", "p1", "");
	oracle_add(&oracle, "a x", "p2", "");
	oracle_add(&oracle, "a y", "p3", "");
	oracle_add(&oracle, "a z", "p4", "");
	oracle_add(&oracle, "b x", "p5", "");
	oracle_add(&oracle, "b x", "p6", "");
	classes = classes_new(&oracle.settings, &fault);
	CHECK(tell_population(classes, "a", "x", 7) && tell_population(classes, "a", "x", 3));
	CHECK(tell_population(classes, "a", "y", 4) && tell_population(classes, "a", "z", 6));
	CHECK(tell_population(classes, "q", "q", 1));
	CHECK(oracle_give(&oracle, classes, &fault) && classes_settle(classes, &fault));
	CHECK_NUMBER(classes_before(classes)->journalist_greatest, 0.5, 1e-12);
	CHECK_NUMBER(
	    classes_before(classes)->journalist_average, (0.2 + 0.25 + 1.0 / 6 + 1) / 6, 1e-12);
	CHECK_NUMBER(classes_after(classes)->journalist_average, (0.2 + 2.0 / 20 + 1) / 6, 1e-12);
	CHECK(classes_after(classes)->classes == 3);
	classes_free(classes);
	CHECK(oracle_run(&oracle));
	CHECK_NUMBER(oracle.before.journalist_greatest, -1, 0);
}

static void
test_bins(void)
{
	CHECK(classes_bin(1) == 1 && classes_bin(31) == 31 && classes_bin(32) == 32);
	CHECK(classes_bin(63) == 32 && classes_bin(64) == 33);
	CHECK(classes_bin(UINT64_MAX) == CLASSES_BINS - 1);
	for (unsigned bin = 1; bin < CLASSES_BINS; bin++)
		CHECK(classes_bin(classes_bin_least(bin)) == bin
		    && classes_bin(classes_bin_least(bin) - 1) == bin - 1);
}

/* Class a has one value of the first column and two of the second, class b the other way
 * round and more of them; class c lacks people alone. */
static void
add_two_columns(void)
{
	oracle_init(&oracle, 1, 2, PRIVACY_SUPPRESS_RECORDS);
	oracle_add(&oracle, "a", "p1", "s x");
	oracle_add(&oracle, "a", "p2", "s y");
	oracle_add(&oracle, "b", "p3", "s x");
	oracle_add(&oracle, "b", "p4", "t x");
	oracle_add(&oracle, "b", "p5", "u x");
	oracle_add(&oracle, "c", "p6", "s x");
	oracle_add(&oracle, "c", "p6", "t y");
}

static void
test_columns_l(void)
{
	add_two_columns();
	oracle_sensitive(&oracle, 1, PRIVACY_DISTINCT, -1, PRIVACY_EQUAL);
	oracle_sensitive(&oracle, 2, PRIVACY_DISTINCT, -1, PRIVACY_EQUAL);
	CHECK(oracle_run(&oracle));
	CHECK(oracle.before.short_of_k == 1 && oracle.before.short_of_l == 1);
	CHECK(oracle.before.sensitive_short_of_l[0] == 0);
	CHECK(oracle.before.sensitive_short_of_l[1] == 1);
	CHECK(oracle.before.sensitive_short_of_t[0] == 0);
	CHECK(oracle.before.sensitive_short_of_t[1] == 0);
	oracle_left(&oracle, 0, "a");
	oracle_left(&oracle, 2, "out");
	CHECK(oracle.after.sensitive_short_of_l[1] == 0);
	/* both, each by a class of its own: a column counts for itself */
	oracle.privacy.sensitive[0].l = 2;
	CHECK(oracle_run(&oracle));
	CHECK(oracle.before.short_of_l == 2 && oracle.before.failing == 3);
	CHECK(oracle.before.sensitive_short_of_l[0] == 1);
	CHECK(oracle.before.sensitive_short_of_l[1] == 1);
	CHECK(oracle.before.sensitive_short_of_l[2] == 0);
	/* one class by both columns is one class */
	oracle.privacy.sensitive[0].l = 4;
	CHECK(oracle_run(&oracle));
	CHECK(oracle.before.short_of_l == 3);
	CHECK(oracle.before.sensitive_short_of_l[0] == 3);
	CHECK(oracle.before.sensitive_short_of_l[1] == 1);
}

/* People with a value are s 4, t 2, u 1 and x 5, y 2.  So class a is 3/7 and 3/14 away,
 * class b 5/21 and 2/7, class c 3/14 and 3/14. */
static void
test_columns_t(void)
{
	add_two_columns();
	oracle_sensitive(&oracle, 0, PRIVACY_DISTINCT, 0.5, PRIVACY_EQUAL);
	oracle_sensitive(&oracle, 0, PRIVACY_DISTINCT, 0.25, PRIVACY_EQUAL);
	CHECK(oracle_run(&oracle));
	CHECK(oracle.before.short_of_t == 1 && oracle.before.short_of_l == 0);
	CHECK(oracle.before.sensitive_short_of_t[0] == 0);
	CHECK(oracle.before.sensitive_short_of_t[1] == 1);
	CHECK(oracle.before.sensitive_short_of_l[1] == 0);
	oracle.settings.memory = 0;
	oracle.privacy.sensitive[0].t = 0.3;
	oracle.privacy.sensitive[1].t = 1;
	CHECK(oracle_run(&oracle));
	CHECK(oracle.before.sensitive_short_of_t[0] == 1);
	CHECK(oracle.before.sensitive_short_of_t[1] == 0);
}

/* What came in: (a 1) has p1 twice and p2, (a 2) p3, (b 3) p3 again, (b 4) two of nobody;
 * the records themselves are all alike. */
static void
test_input(size_t memory)
{
	static const char *const rows[][3] = { { "a", "1", "p1" }, { "a", "1", "p1" },
		{ "a", "1", "p2" }, { "a", "2", "p3" }, { "b", "3", "p3" }, { "b", "4", "" },
		{ "b", "4", "" } };
	const struct classes_picture *input;
	struct fault fault;
	struct classes *classes;
	bool good = true;

	oracle_init(&oracle, 2, 2, PRIVACY_SUPPRESS_CELLS);
	oracle_sensitive(&oracle, 2, PRIVACY_DISTINCT, 0.5, PRIVACY_EQUAL);
	for (size_t i = 0; i < 7; i++)
		oracle_add(&oracle, "c d", rows[i][2], "s");
	oracle.settings.input = true;
	oracle.settings.memory = memory;
	classes = classes_new(&oracle.settings, &fault);
	oracle.settings.input = false; /* another one than the records' */
	good = oracle_give(&oracle, classes, &fault);
	for (size_t i = 0; i < 7; i++) {
		const struct field cells[2] = { field_of(rows[i][0]), field_of(rows[i][1]) };

		good = classes_add_input(classes, cells, field_of(rows[i][2]), &fault) && good;
	}
	CHECK(good && classes_settle(classes, &fault));
	input = classes_input(classes);
	CHECK(input->records == 7 && input->people == 5 && input->classes == 4);
	CHECK(input->smallest == 1 && input->short_of_k == 3 && input->failing == 3);
	CHECK(input->people_in_failing == 3 && input->short_of_l == 0);
	CHECK(input->bins[1] == 3 && input->bins[2] == 1);
	CHECK_NUMBER(input->prosecutor_greatest, 1, 0);
	CHECK_NUMBER(input->prosecutor_average, 0.8, 1e-12);
	CHECK_NUMBER(input->journalist_greatest, -1, 0);
	CHECK(classes_before(classes)->classes == 1 && classes_before(classes)->people == 3);
	classes_free(classes);
}

/* Each record a person; and where nobody asks there is no such picture. */
static void
test_input_records(void)
{
	const struct field cell = field_of("x");
	struct fault fault;
	struct classes *classes;
	bool good = true;

	oracle_init(&oracle, 1, 2, PRIVACY_GENERALISE);
	oracle.privacy.person = NULL;
	oracle.privacy.one_record_per_person = true;
	oracle.settings.input = true;
	classes = classes_new(&oracle.settings, &fault);
	for (int i = 0; i < 3; i++)
		good = classes_add(classes, &cell, field_of(""), NULL, cell, &fault)
		    && classes_add_input(classes, &cell, field_of(""), &fault) && good;
	CHECK(good && classes_settle(classes, &fault));
	CHECK(classes_input(classes)->people == 3 && classes_input(classes)->smallest == 3);
	classes_free(classes);
	oracle.settings.input = false;
	classes = classes_new(&oracle.settings, &fault);
	CHECK(classes_input(classes) == NULL);
	CHECK(classes_settle(classes, &fault) && classes_input(classes) == NULL);
	classes_free(classes);
}

/* More records than the memory holds at once. */
static void
test_input_passes(void)
{
	struct fault fault;
	struct classes *classes;
	bool good = true;

	oracle_init(&oracle, 1, 5, PRIVACY_SUPPRESS_RECORDS);
	oracle.settings.input = true;
	oracle.settings.memory = 0;
	classes = classes_new(&oracle.settings, &fault);
	for (unsigned i = 0; i < 3000; i++) {
		char texts[2][16];
		struct field cell;

		snprintf(texts[0], sizeof texts[0], "%u", i % 600 == 0 ? 7000 : i % 600);
		snprintf(texts[1], sizeof texts[1], "p%u", i % 1000);
		cell = field_of(texts[0]);
		good = classes_add(classes, &cell, field_of(texts[1]), NULL, cell, &fault)
		    && classes_add_input(classes, &cell, field_of(texts[1]), &fault) && good;
	}
	CHECK(good && classes_settle(classes, &fault));
	CHECK(
	    memcmp(classes_input(classes), classes_before(classes), sizeof(struct classes_picture))
	    == 0);
	CHECK(classes_input(classes)->classes == 600 && classes_input(classes)->people == 3000);
	classes_free(classes);
}

int
main(void)
{
	test_input(1 << 20);
	test_input(0);
	test_input_records();
	test_input_passes();
	test_population();
	test_bins();
	test_columns_l();
	test_columns_t();
	return unit_done();
}
