/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of the classes: tables whose answer was worked out by hand, and random
 * ones against an oracle. */
#include "anonymise_classes_oracle.h"

static struct oracle oracle;

/* Two look alike, one does not, k is 2. */
static void
test_records(void)
{
	oracle_init(&oracle, 2, 2, PRIVACY_SUPPRESS_RECORDS);
	oracle_add(&oracle, "a x", "p1", "");
	oracle_add(&oracle, "a y", "p2", "");
	oracle_add(&oracle, "a x", "p3", "");
	CHECK(oracle_run(&oracle));
	oracle_left(&oracle, 0, "a x");
	oracle_left(&oracle, 1, "out");
	oracle_left(&oracle, 2, "a x");
	CHECK(oracle.before.records == 3 && oracle.before.classes == 2);
	CHECK(oracle.before.smallest == 1 && oracle.before.failing == 1);
	CHECK(oracle.before.short_of_k == 1 && oracle.before.people_in_failing == 1);
	CHECK(oracle.after.records == 2 && oracle.after.classes == 1);
	CHECK(oracle.after.smallest == 2 && oracle.after.failing == 0);
	CHECK_NUMBER(oracle.before.prosecutor_average, 2.0 / 3, 1e-12);
	CHECK_NUMBER(oracle.after.prosecutor_greatest, 0.5, 1e-12);
}

/* Five records of one person are one person; a record of nobody adds none
 * to a class that has one. */
static void
test_people(void)
{
	oracle_init(&oracle, 1, 2, PRIVACY_SUPPRESS_RECORDS);
	for (int i = 0; i < 5; i++)
		oracle_add(&oracle, "a", "p1", "");
	for (int i = 0; i < 5; i++)
		oracle_add(&oracle, "b", "", "");
	oracle_add(&oracle, "c", "", "");
	oracle_add(&oracle, "c", "p1", "");
	CHECK(oracle_run(&oracle));
	oracle_left(&oracle, 0, "out");
	oracle_left(&oracle, 5, "out");
	oracle_left(&oracle, 10, "out");
	CHECK(oracle.before.people == 3 && oracle.before.classes == 3);
	/* where each record is a person, all three classes are great enough */
	oracle.privacy.one_record_per_person = true;
	CHECK(oracle_run(&oracle));
	CHECK(oracle.before.people == 12 && oracle.out == 0);
}

/* The last column goes first.  (a x) has 2; (a y) and (a z) become (a *); (b x) and
 * (c x) share nothing but x: the round over single cells suppresses the first column,
 * where (* x) finds two of them.  (d w) finds nobody with one cell left: out. */
static void
test_cells(void)
{
	oracle_init(&oracle, 2, 2, PRIVACY_SUPPRESS_CELLS);
	oracle_add(&oracle, "a x", "p1", "");
	oracle_add(&oracle, "a x", "p2", "");
	oracle_add(&oracle, "a y", "p3", "");
	oracle_add(&oracle, "a z", "p4", "");
	oracle_add(&oracle, "b x", "p5", "");
	oracle_add(&oracle, "c x", "p6", "");
	oracle_add(&oracle, "d w", "p7", "");
	CHECK(oracle_run(&oracle));
	oracle_left(&oracle, 0, "a x");
	oracle_left(&oracle, 2, "a *");
	oracle_left(&oracle, 3, "a *");
	oracle_left(&oracle, 4, "* x");
	oracle_left(&oracle, 5, "* x");
	oracle_left(&oracle, 6, "out");
	CHECK(oracle.suppressed[0] == 2 && oracle.suppressed[1] == 2);
	CHECK(oracle.after.classes == 3 && oracle.after.records == 6);
}

/* A form is tried before a star: 21 and 22 become 20-29, 35 has nobody but a star, which
 * nobody shares. */
static void
test_generalise(void)
{
	static const char *const ages[] = { "21", "22", "35", "61", "62" };
	static const char *const bands[] = { "20-29", "20-29", "30-39", "60-69", "60-69" };

	oracle_init(&oracle, 1, 2, PRIVACY_GENERALISE);
	oracle.settings.forms[0] = 2;
	for (int i = 0; i < 5; i++) {
		oracle_add(&oracle, ages[i], ages[i], "");
		strcpy(oracle.rows[i].cells[0][1], bands[i]);
	}
	CHECK(oracle_run(&oracle));
	oracle_left(&oracle, 0, "20-29");
	oracle_left(&oracle, 1, "20-29");
	oracle_left(&oracle, 2, "out");
	oracle_left(&oracle, 4, "60-69");
	CHECK(oracle.coarser[0] == 4 && oracle.suppressed[0] == 0);
}

/* A class that the least memory does not hold, of 120 people who come twice, and one
 * of a person who comes often. */
static void
test_giant(enum privacy_act act)
{
	char person[16];

	for (unsigned k = 120; k <= 121; k++) {
		oracle_init(&oracle, 1, k, act);
		oracle_sensitive(&oracle, 3, PRIVACY_DISTINCT, 0.5, PRIVACY_EQUAL);
		oracle.settings.memory = 0;
		for (int i = 0; i < 240; i++) {
			snprintf(person, sizeof person, "p%d", i % 120);
			oracle_add(&oracle, "a", person, i % 4 == 0 ? "s" : i % 4 == 1 ? "t" : "u");
		}
		for (int i = 0; i < 10; i++)
			oracle_add(&oracle, "b", "p1", "s");
		CHECK(oracle_run(&oracle));
		CHECK(oracle.before.people == 121 && oracle.before.classes == 2);
		CHECK(oracle.before.short_of_k == (k == 120 ? 1 : 2));
		CHECK(oracle.before.short_of_l == 1);
		oracle_left(&oracle, 17, k == 120 ? "a" : "out");
		oracle_left(&oracle, 239, k == 120 ? "a" : "out");
		oracle_left(&oracle, 240, "out");
		CHECK(oracle.out == (k == 120 ? 10 : 250));
	}
}

/* What is suppressed already is a class of its own kind, and one that a record may join:
 * (a *) has two, and (a y) makes it three. */
static void
test_stars(void)
{
	oracle_init(&oracle, 2, 2, PRIVACY_SUPPRESS_CELLS);
	oracle_add(&oracle, "a *", "p1", "");
	oracle_add(&oracle, "a *", "p2", "");
	oracle_add(&oracle, "a y", "p3", "");
	CHECK(oracle_run(&oracle));
	oracle_left(&oracle, 0, "a *");
	oracle_left(&oracle, 2, "a *");
	CHECK(oracle.suppressed[1] == 1 && oracle.after.classes == 1);
	CHECK(oracle.after.smallest == 3);
}

/* The values of one column are not those of the other, and "ab","c" is not "a","bc". */
static void
test_apart(void)
{
	oracle_init(&oracle, 2, 2, PRIVACY_SUPPRESS_RECORDS);
	oracle_add(&oracle, "a b", "p1", "");
	oracle_add(&oracle, "b a", "p2", "");
	oracle_add(&oracle, "ab c", "p3", "");
	oracle_add(&oracle, "a bc", "p4", "");
	oracle_add(&oracle, "a a", "p5", "");
	oracle_add(&oracle, "b b", "p6", "");
	CHECK(oracle_run(&oracle));
	CHECK(oracle.before.classes == 6 && oracle.out == 6);
	CHECK(oracle.after.classes == 0 && oracle.after.smallest == 0);
}

static void
test_nothing(void)
{
	oracle_init(&oracle, 2, 2, PRIVACY_SUPPRESS_CELLS);
	CHECK(oracle_run(&oracle));
	CHECK(oracle.before.records == 0 && oracle.before.classes == 0);
	CHECK(oracle.after.failing == 0);
	oracle.settings.only_check = true;
	oracle_add(&oracle, "a b", "p1", "");
	oracle_add(&oracle, "a b", "p2", "");
	oracle_add(&oracle, "c d", "p3", "");
	CHECK(!oracle_run(&oracle)); /* no record comes back */
	CHECK(oracle.before.records == 3 && oracle.before.failing == 1);
}

static unsigned
draw(uint32_t *state, unsigned below)
{
	*state = *state * 1664525u + 1013904223u;
	return (*state >> 16) % below;
}

static void
fill(uint32_t seed)
{
	oracle.count = 40 + draw(&seed, ORACLE_ROWS - 40);
	for (size_t r = 0; r < oracle.count; r++) {
		struct oracle_row *row = &oracle.rows[r];

		memset(row, 0, sizeof *row);
		for (size_t i = 0; i < oracle.privacy.quasi_count; i++) {
			unsigned value = draw(&seed, 12) * draw(&seed, 3) / 2;

			snprintf(row->cells[i][0], ORACLE_TEXT, "v%u", value);
			snprintf(row->cells[i][1], ORACLE_TEXT, "w%u", value / 3);
			snprintf(row->cells[i][2], ORACLE_TEXT, value < 3 ? "*" : "u%u", value / 6);
		}
		if (draw(&seed, 10) > 0)
			snprintf(
			    row->person, ORACLE_TEXT, "p%u", draw(&seed, (unsigned)oracle.count));
		for (int i = 0; i < 2; i++)
			snprintf(
			    row->sensitive[i], ORACLE_TEXT, "%u", draw(&seed, 4) * draw(&seed, 2));
	}
}

static bool
same_answer(const struct oracle_row *rows)
{
	for (size_t r = 0; r < oracle.count; r++)
		if (rows[r].out != oracle.rows[r].out
		    || (!rows[r].out
		        && memcmp(rows[r].form, oracle.rows[r].form, sizeof rows[r].form) != 0))
			return false;
	return true;
}

/* An entropy of 1 asks for nothing, but every step goes over all records then: the
 * short way has to come to the same. */
static bool
same_the_long_way(const struct oracle_row *rows)
{
	bool same;

	if (oracle.privacy.sensitive_count > 0)
		return true;
	oracle_sensitive(&oracle, 1, PRIVACY_ENTROPY, -1, PRIVACY_EQUAL);
	same = oracle_run(&oracle) && same_answer(rows);
	oracle.privacy.sensitive_count = 0;
	return same;
}

/* The records turned round, and as they were: the same answer for each. */
static void
turn_round(void)
{
	for (size_t r = 0; r < oracle.count / 2; r++) {
		struct oracle_row row = oracle.rows[r];

		oracle.rows[r] = oracle.rows[oracle.count - 1 - r];
		oracle.rows[oracle.count - 1 - r] = row;
	}
}

static void
test_random(enum privacy_act act, int wish)
{
	static struct oracle_row rows[ORACLE_ROWS];
	bool held = true;
	bool same = true;
	uint64_t kept = 0;

	for (uint32_t seed = 1; seed <= 8; seed++) {
		oracle_init(&oracle, 3, 2 + seed % 4, act);
		for (int i = 0; i < 3; i++)
			oracle.settings.forms[i] = act == PRIVACY_GENERALISE ? 3 : 1;
		if (wish == 1)
			oracle_sensitive(&oracle, 2, PRIVACY_DISTINCT, -1, PRIVACY_EQUAL);
		if (wish == 2)
			oracle_sensitive(&oracle, 1.6, PRIVACY_ENTROPY, -1, PRIVACY_EQUAL);
		if (wish == 3)
			oracle_sensitive(&oracle, 0, PRIVACY_DISTINCT, 0.3, PRIVACY_EQUAL);
		if (wish == 4)
			oracle_sensitive(&oracle, 0, PRIVACY_DISTINCT, 0.3, PRIVACY_ORDERED);
		fill(seed);
		held = oracle_run(&oracle) && oracle_holds(&oracle) && held;
		kept += oracle.count - oracle.out;
		memcpy(rows, oracle.rows, sizeof rows);
		oracle.settings.memory = 0; /* the least there is */
		same = oracle_run(&oracle) && same_answer(rows) && same;
		same = same_the_long_way(rows) && same;
		turn_round();
		same = oracle_run(&oracle) && same;
		turn_round();
		same = same_answer(rows) && same;
	}
	CHECK(held);
	CHECK(same);
	CHECK(kept > 0);
	printf("# act %d, wish %d: %lu records kept\n", (int)act, wish, (unsigned long)kept);
}

int
main(void)
{
	test_records();
	test_people();
	test_cells();
	test_generalise();
	test_giant(PRIVACY_SUPPRESS_RECORDS);
	test_giant(PRIVACY_SUPPRESS_CELLS);
	test_stars();
	test_apart();
	test_nothing();
	for (int wish = 0; wish < 5; wish++) {
		test_random(PRIVACY_SUPPRESS_RECORDS, wish);
		test_random(PRIVACY_SUPPRESS_CELLS, wish);
		test_random(PRIVACY_GENERALISE, wish);
	}
	return unit_done();
}
