/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tests that the search and the classes judge alike: each counts people and computes l
 * and t in its own layout, and a level that the search finds has to hold in a run.  Small
 * tables at random are given to both, each at the same levels and before anything is
 * left out; then what a run leaves in is given to the search again.
 */
#include "../../filters/anonymise/classes/classes.h"
#include "../../filters/anonymise/search/search.h"

#include "draw.h"
#include "unit.h"

#include <stdlib.h>

#define TABLES    3000
#define RECORDS   40
#define QUASI     2
#define SENSITIVE 2

struct row {
	unsigned cells[QUASI];
	const char *person;
	const char *sensitive[SENSITIVE];
	bool out; /* a run left it out */
};

struct table {
	struct privacy privacy;
	unsigned levels[QUASI]; /* at which it is judged: 0, or 1, which halves */
	struct row rows[RECORDS];
	unsigned count;
};

/* What either has to say of a table. */
struct verdict {
	uint64_t kept; /* classes */
	uint64_t suppressed;
	uint64_t smallest; /* of those kept */
};

static void
fail(const struct fault *fault)
{
	printf("# %s\n", fault->message);
	exit(1);
}

static const char *
cell_at(unsigned value, unsigned level)
{
	static const char *const cells[2][4] = { { "a", "b", "c", "d" },
		{ "ab", "ab", "cd", "cd" } };

	return cells[level][value];
}

/* Of the records that are not out. */
static struct verdict
search(const struct table *table, const struct privacy *privacy)
{
	static const unsigned levels[QUASI] = { 2, 2 };
	struct search_answer answer;
	struct fault fault = { { 0 } };
	struct search *search = search_new(privacy, levels, 0, &fault);
	bool holds;

	if (search == NULL)
		fail(&fault);
	for (unsigned r = 0; r < table->count; r++) {
		const struct row *row = &table->rows[r];
		struct field cells[2 * QUASI], sensitive[SENSITIVE];

		for (unsigned i = 0; i < 2 * QUASI; i++)
			cells[i] = field_of(cell_at(row->cells[i / 2], i % 2));
		for (unsigned i = 0; i < SENSITIVE; i++)
			sensitive[i] = field_of(row->sensitive[i]);
		if (!row->out
		    && !search_add(search, cells, field_of(row->person), sensitive, &fault))
			fail(&fault);
	}
	holds = search_at(search, table->levels, &answer);
	if (holds != (answer.suppressed == 0))
		answer.suppressed = UINT64_MAX;
	search_free(search);
	return (struct verdict){ answer.classes, answer.suppressed, answer.smallest };
}

/* Leaves the records out that a run leaves out, where it is one. */
static struct classes_picture
run(struct table *table, bool only_check, struct classes_picture *after)
{
	const struct classes_settings settings = { .privacy = &table->privacy,
		.forms = { 1, 1 },
		.memory = 1 << 16,
		.only_check = only_check };
	struct fault fault = { { 0 } };
	struct classes *classes = classes_new(&settings, &fault);
	struct classes_picture before;
	struct classes_record record;

	if (classes == NULL)
		fail(&fault);
	for (unsigned r = 0; r < table->count; r++) {
		const struct row *row = &table->rows[r];
		struct field cells[QUASI], sensitive[SENSITIVE];

		for (unsigned i = 0; i < QUASI; i++)
			cells[i] = field_of(cell_at(row->cells[i], table->levels[i]));
		for (unsigned i = 0; i < SENSITIVE; i++)
			sensitive[i] = field_of(row->sensitive[i]);
		if (!classes_add(
		        classes, cells, field_of(row->person), sensitive, field_of("r"), &fault))
			fail(&fault);
	}
	if (!classes_settle(classes, &fault))
		fail(&fault);
	before = *classes_before(classes);
	*after = *classes_after(classes);
	for (unsigned r = 0; !only_check && r < table->count; r++)
		table->rows[r].out = classes_next(classes, &record, &fault) == CLASSES_SUPPRESSED;

	classes_free(classes);
	return before;
}

static const char *
draw_value(unsigned kind)
{
	/* numbers of which some are the same, what looks like one, and what is empty */
	static const char *const values[] = { "1", "1.0", "01", "+1", "2", "2.00", "-3", "10", "9",
		"0.5", "-0", "0", "1000000000000000000000", "1e1", " 1", "", "flu", "Flu" };

	switch (kind) {
	case 0:
		return values[draw(sizeof values / sizeof *values)];
	case 1:
		return values[draw(9)];
	case 2:
		return values[15 + draw(3)];
	default:
		return values[draw(2) == 0 ? 0 : 3 + draw(3)];
	}
}

static struct privacy_sensitive
draw_wish(void)
{
	/* some where the figures of small tables fall exactly */
	static const double l[] = { 0, 0, 1.5, 2, 3,
		1.7547653506033232 }; /* of 3 to 1: 4 / 3^(3/4) */
	static const double t[] = { -1, -1, 0, 0.1, 0.25, 1.0 / 3, 0.4, 0.5 };

	return (struct privacy_sensitive){ "s", l[draw(6)], (enum privacy_diversity)draw(2),
		t[draw(8)], (enum privacy_distance)draw(2) };
}

static void
draw_rows(struct table *table)
{
	static const char *const people[] = { "", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y",
		"z", "p2", "q2", "r2", "s2", "t2", "u2", "v2", "w2" };
	const unsigned kinds[SENSITIVE] = { draw(4), draw(4) };
	const unsigned persons = 1 + draw(sizeof people / sizeof *people);
	const unsigned spread = 1 + draw(4);

	for (unsigned r = 0; r < table->count; r++) {
		struct row *row = &table->rows[r];

		row->person = people[draw(persons)];
		for (unsigned i = 0; i < QUASI; i++)
			row->cells[i] = draw(spread);
		for (unsigned i = 0; i < SENSITIVE; i++)
			row->sensitive[i] = draw_value(kinds[i]);
	}
}

static void
draw_table(struct table *table)
{
	*table = (struct table){ .count = 1 + draw(RECORDS) };
	table->privacy = (struct privacy){ .k = 1 + draw(4),
		.act = PRIVACY_SUPPRESS_RECORDS,
		.quasi = { "first", "second" },
		.quasi_count = QUASI,
		.sensitive_count = draw(SENSITIVE + 1) };
	if (draw(3) == 0)
		table->privacy.one_record_per_person = true;
	else
		table->privacy.person = "person";
	for (unsigned i = 0; i < table->privacy.sensitive_count; i++)
		table->privacy.sensitive[i] = draw_wish();
	for (unsigned i = 0; i < QUASI; i++)
		table->levels[i] = draw(2);
	draw_rows(table);
}

/* How many classes the search lets go for one measure alone. */
static uint64_t
short_of(const struct table *table, unsigned k, size_t column, bool l, bool t)
{
	struct privacy privacy = table->privacy;
	struct privacy none = privacy;

	none.k = 1;
	none.sensitive_count = 0;
	privacy.k = k;
	for (size_t i = 0; i < privacy.sensitive_count; i++) {
		if (!l || i != column)
			privacy.sensitive[i].l = 0;
		if (!t || i != column)
			privacy.sensitive[i].t = -1;
	}
	return search(table, &none).kept - search(table, &privacy).kept;
}

static bool
agree_by_measure(const struct table *table, const struct classes_picture *before)
{
	bool good = short_of(table, table->privacy.k, 0, false, false) == before->short_of_k;

	for (size_t i = 0; i < table->privacy.sensitive_count; i++)
		good = good && short_of(table, 1, i, true, false) == before->sensitive_short_of_l[i]
		    && short_of(table, 1, i, false, true) == before->sensitive_short_of_t[i];
	return good;
}

static bool
has_t(const struct privacy *privacy)
{
	for (size_t i = 0; i < privacy->sensitive_count; i++)
		if (privacy->sensitive[i].t >= 0)
			return true;
	return false;
}

static bool
agree_before(const struct table *table, const struct classes_picture *before)
{
	const struct verdict found = search(table, &table->privacy);

	return found.kept == before->classes - before->failing
	    && (found.suppressed == 0) == (before->failing == 0)
	    && (before->failing > 0 || found.smallest == before->smallest)
	    && (!table->privacy.one_record_per_person
	        || found.suppressed == before->people_in_failing)
	    && agree_by_measure(table, before);
}

/* What a run leaves in keeps the policy; without t what it leaves out is what failed at
 * first, with t more may have to follow. */
static bool
agree_after(const struct table *all, const struct table *left, const struct classes_picture *after)
{
	const struct verdict found = search(all, &all->privacy);
	const struct verdict stays = search(left, &left->privacy);
	uint64_t out = 0;

	for (unsigned r = 0; r < left->count; r++)
		out += left->rows[r].out;
	return (has_t(&all->privacy) ? out >= found.suppressed : out == found.suppressed)
	    && stays.suppressed == 0 && stays.kept == after->classes
	    && stays.smallest == after->smallest;
}

static void
test_random(void)
{
	unsigned before_agree = 0, after_agree = 0;
	uint64_t classes = 0, short_of_k = 0, short_of_l = 0, short_of_t = 0;

	for (unsigned i = 0; i < TABLES; i++) {
		struct classes_picture before, after;
		struct table table, left;
		bool only_check = i % 4 != 0;

		draw_table(&table);
		left = table;
		before = run(&left, only_check, &after);
		before_agree += agree_before(&table, &before);
		after_agree += only_check || agree_after(&table, &left, &after);
		classes += before.classes;
		short_of_k += before.short_of_k;
		short_of_l += before.short_of_l;
		short_of_t += before.short_of_t;
	}
	CHECK(before_agree == TABLES);
	CHECK(after_agree == TABLES);
	/* each measure is kept by many and missed by many */
	CHECK(short_of_k > classes / 20 && short_of_k < classes * 3 / 4);
	CHECK(short_of_l > classes / 20 && short_of_l < classes * 3 / 4);
	CHECK(short_of_t > classes / 20 && short_of_t < classes * 3 / 4);
}

int
main(void)
{
	test_random();
	return unit_done();
}
