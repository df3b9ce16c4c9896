/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tests of the search against the plainest one that there is: every node, every class,
 * every person, on small tables at random.
 */
#include "../../filters/anonymise/search/search.h"

#include "draw.h"
#include "unit.h"

#include <stdlib.h>

#define COLUMNS 4
#define LEVELS  4
#define RECORDS 60
#define VALUES  5

/* Levels are made of numbers: value / 1, / 2, / 4 ...; at the last all are one. */
struct table {
	struct privacy privacy;
	unsigned levels[COLUMNS];
	unsigned records;
	unsigned cells[RECORDS][COLUMNS];
	unsigned sensitive[RECORDS];
	unsigned person[RECORDS];
};

struct plain {
	bool found;
	unsigned levels[COLUMNS];
	double loss;
	unsigned suppressed;
};

static unsigned
at_level(const struct table *table, unsigned column, unsigned value, unsigned level)
{
	return level == 0 ? value : level + 1 == table->levels[column] ? 0 : value >> level;
}

static double
plain_loss(const struct table *table, const unsigned *levels)
{
	double loss = 0;

	for (unsigned column = 0; column < table->privacy.quasi_count; column++)
		for (unsigned i = 0; i < table->records; i++) {
			double same = 0, like = 0;

			for (unsigned j = 0; j < table->records; j++) {
				unsigned a = table->cells[i][column];
				unsigned b = table->cells[j][column];

				same += a == b;
				like += at_level(table, column, a, levels[column])
				    == at_level(table, column, b, levels[column]);
			}
			loss -= log2(same / like);
		}
	return loss;
}

/* People with each value among the records chosen. */
static double
count_people(const struct table *table, const bool *chosen, double *with)
{
	bool seen[RECORDS] = { false };
	bool had[RECORDS][VALUES] = { { false } };
	double people = 0;

	for (unsigned i = 0; i < VALUES; i++)
		with[i] = 0;
	for (unsigned i = 0; i < table->records; i++) {
		unsigned person = table->person[i];
		unsigned value = table->sensitive[i];

		if (!chosen[i])
			continue;
		people += !seen[person];
		seen[person] = true;
		with[value] += !had[person][value];
		had[person][value] = true;
	}
	return people;
}

static double
plain_distance(const double *with, const double *whole, enum privacy_distance distance)
{
	double people = 0, all = 0, sum = 0, shift = 0;
	unsigned first = VALUES, last = 0, different = 0;

	for (unsigned i = 0; i < VALUES; i++) {
		people += with[i];
		all += whole[i];
		different += whole[i] > 0;
		if (whole[i] > 0 && first == VALUES)
			first = i;
		if (whole[i] > 0)
			last = i;
	}
	for (unsigned i = 0; i < VALUES; i++) {
		double difference = with[i] / people - whole[i] / all;

		shift += difference;
		if (distance == PRIVACY_EQUAL)
			sum += fabs(difference) / 2;
		else if (whole[i] > 0 && different > 1)
			sum += fabs(shift) / (different - 1);
	}
	return first == last ? 0 : sum;
}

static bool
plain_holds(const struct table *table, const bool *chosen)
{
	const struct privacy_sensitive *sensitive = &table->privacy.sensitive[0];
	bool everybody[RECORDS];
	double with[VALUES], whole[VALUES], entropy = 0, different = 0, sum = 0;

	for (unsigned i = 0; i < RECORDS; i++)
		everybody[i] = true;
	count_people(table, everybody, whole);
	if (count_people(table, chosen, with) < table->privacy.k)
		return false;
	if (table->privacy.sensitive_count == 0)
		return true;
	for (unsigned i = 0; i < VALUES; i++)
		sum += with[i];
	for (unsigned i = 0; i < VALUES; i++) {
		different += with[i] > 0;
		if (with[i] > 0)
			entropy -= with[i] / sum * log(with[i] / sum);
	}
	if (sensitive->l > 0
	    && (sensitive->diversity == PRIVACY_DISTINCT ? different : exp(entropy))
	        < sensitive->l - 1e-9)
		return false;
	return sensitive->t < 0
	    || plain_distance(with, whole, sensitive->distance) <= sensitive->t + 1e-9;
}

static unsigned
plain_suppressed(const struct table *table, const unsigned *levels)
{
	unsigned suppressed = 0;

	for (unsigned i = 0; i < table->records; i++) {
		bool chosen[RECORDS] = { false };

		for (unsigned j = 0; j < table->records; j++) {
			chosen[j] = true;
			for (unsigned column = 0; column < table->privacy.quasi_count; column++)
				if (at_level(table, column, table->cells[i][column], levels[column])
				    != at_level(
				        table, column, table->cells[j][column], levels[column]))
					chosen[j] = false;
		}
		suppressed += !plain_holds(table, chosen);
	}
	return suppressed;
}

/* In the order of the levels, so that the first of equals stays. */
static struct plain
plain_best(const struct table *table)
{
	struct plain best = { false, { 0 }, 0, 0 };
	unsigned levels[COLUMNS] = { 0 };
	size_t column;

	do {
		double loss = plain_loss(table, levels);
		unsigned suppressed = plain_suppressed(table, levels);

		if (suppressed <= table->privacy.suppression_limit * table->records + 1e-9
		    && (!best.found || loss < best.loss - 1e-6)) {
			best =
			    (struct plain){ .found = true, .loss = loss, .suppressed = suppressed };
			memcpy(best.levels, levels, sizeof levels);
		}
		for (column = table->privacy.quasi_count; column > 0; column--) {
			if (++levels[column - 1] < table->levels[column - 1])
				break;
			levels[column - 1] = 0;
		}
	} while (column > 0);
	return best;
}

static struct search *
fill(const struct table *table, bool backwards)
{
	struct fault fault;
	struct search *search = search_new(&table->privacy, table->levels, 0, &fault);

	for (unsigned at = 0; at < table->records; at++) {
		unsigned i = backwards ? table->records - 1 - at : at;
		char texts[COLUMNS * LEVELS][16], person[16], value[16];
		struct field cells[COLUMNS * LEVELS], sensitive;
		unsigned count = 0;

		for (unsigned column = 0; column < table->privacy.quasi_count; column++)
			for (unsigned level = 0; level < table->levels[column]; level++) {
				snprintf(texts[count], sizeof *texts, "%u",
				    at_level(table, column, table->cells[i][column], level));
				cells[count] = field_of(texts[count]);
				count++;
			}
		snprintf(person, sizeof person, "%u", table->person[i]);
		/* as numbers in another order than as texts */
		snprintf(value, sizeof value, "%u", 8 + table->sensitive[i]);
		sensitive = field_of(value);
		if (!search_add(search, cells, field_of(person), &sensitive, &fault))
			abort();
	}
	return search;
}

static void
draw_table(struct table *table)
{
	static const char *const names[COLUMNS] = { "a", "b", "c", "d" };
	static const double limits[] = { 0, 0.02, 0.05, 0.1, 0.3 };
	unsigned people;

	*table = (struct table){ .records = 1 + draw(RECORDS) };
	table->privacy.k = 2 + draw(4);
	table->privacy.suppression_limit = limits[draw(5)];
	table->privacy.quasi_count = 1 + draw(COLUMNS);
	for (unsigned i = 0; i < table->privacy.quasi_count; i++) {
		table->privacy.quasi[i] = names[i];
		table->levels[i] = 1 + draw(i < 2 ? LEVELS : 3);
	}
	if (draw(3) == 0)
		table->privacy.one_record_per_person = true;
	else
		table->privacy.person = "person";
	if (draw(3) != 0) {
		table->privacy.sensitive_count = 1;
		table->privacy.sensitive[0] = (struct privacy_sensitive){ .column = "s",
			.l = draw(2) == 0 ? 0 : 1.5 + draw(3) / 2.0,
			.diversity = (enum privacy_diversity)draw(2),
			.t = draw(2) == 0 ? -1 : draw(8) / 10.0,
			.distance = (enum privacy_distance)draw(2) };
	}
	people = 1 + draw(table->records);
	for (unsigned i = 0; i < table->records; i++) {
		table->person[i] = table->privacy.person == NULL ? i : draw(people);
		table->sensitive[i] = draw(VALUES);
		for (unsigned column = 0; column < table->privacy.quasi_count; column++)
			table->cells[i][column] = draw(2) * draw(8);
	}
}

static bool
agrees(const struct table *table, const struct plain *best, bool backwards, double *loss)
{
	struct search *search = fill(table, backwards);
	struct search_answer answer = { 0 };
	struct fault fault = { "" };
	bool found = search_best(search, &answer, &fault);
	bool good = found == best->found && (found || fault.message[0] != '\0');

	if (found && good)
		good = memcmp(answer.levels, best->levels,
		           table->privacy.quasi_count * sizeof *best->levels)
		        == 0
		    && fabs(answer.loss - best->loss) < 1e-6
		    && answer.suppressed == best->suppressed && answer.records == table->records
		    && answer.counted <= answer.nodes;
	*loss = answer.loss;
	search_free(search);
	return good;
}

static void
test_random(void)
{
	unsigned good = 0, found = 0, same = 0;
	enum { TABLES = 400 };

	for (unsigned i = 0; i < TABLES; i++) {
		struct table table;
		struct plain best;
		double forwards, backwards;

		draw_table(&table);
		best = plain_best(&table);
		good += agrees(&table, &best, false, &forwards)
		    && agrees(&table, &best, true, &backwards);
		same += memcmp(&forwards, &backwards, sizeof forwards) == 0;
		found += best.found;
	}
	CHECK(good == TABLES);
	CHECK(same == TABLES);
	/* neither outcome is rare */
	CHECK(found > TABLES / 4 && found < TABLES * 3 / 4);
	if (good != TABLES)
		printf("# %u of %u tables agree, %u found\n", good, (unsigned)TABLES, found);
}

int
main(void)
{
	test_random();
	return unit_done();
}
