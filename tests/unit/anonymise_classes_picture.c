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

int
main(void)
{
	test_population();
	test_bins();
	test_columns_l();
	test_columns_t();
	return unit_done();
}
