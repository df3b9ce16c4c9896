/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spread: how the values of a sensitive column are spread over a class. */
#include "spread.h"

#include "../../lib/decimal.h"
#include "../../lib/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A value in a class. */
struct pair {
	uint32_t group; /* the class */
	uint32_t value;
	uint32_t people;
};

struct pairs {
	struct pair *list;
	size_t count;
};

/* One pass of a counting sort, which keeps the order of equals. */
static void
sort_pass(struct pair *to, const struct pair *from, size_t count, uint32_t below, bool by_group)
{
	size_t *starts = xcalloc((size_t)below + 1, sizeof *starts);

	for (size_t i = 0; i < count; i++)
		starts[(by_group ? from[i].group : from[i].value) + (size_t)1]++;
	for (size_t i = 0; i < below; i++)
		starts[i + 1] += starts[i];
	for (size_t i = 0; i < count; i++)
		to[starts[by_group ? from[i].group : from[i].value]++] = from[i];
	free(starts);
}

static void
sort_pairs(struct pairs *pairs, uint32_t groups, uint32_t values)
{
	struct pair *other = xcalloc(pairs->count, sizeof *other);

	sort_pass(other, pairs->list, pairs->count, values, false);
	sort_pass(pairs->list, other, pairs->count, groups, true);
	free(other);
}

/* Values that only records of nobody have. */
static void
drop_empty(struct pairs *pairs)
{
	size_t kept = 0;

	for (size_t i = 0; i < pairs->count; i++)
		if (pairs->list[i].people != 0)
			pairs->list[kept++] = pairs->list[i];
	pairs->count = kept;
}

/* By class, then by value, so that sums do not hang on the order of the records. */
static struct pairs
count_pairs(const struct rows *rows, size_t column, const struct grouping_by by[2],
    struct grouping *grouping)
{
	struct pairs pairs;
	uint32_t *last;

	grouping_run(grouping, rows->count, by, 2);
	pairs.count = grouping->count;
	pairs.list = xcalloc(pairs.count, sizeof *pairs.list);
	last = xmalloc(pairs.count * sizeof *last);
	memset(last, 0xFF, pairs.count * sizeof *last);
	for (size_t row = 0; row < rows->count; row++) {
		uint32_t group = grouping->groups[row];
		struct pair *pair = &pairs.list[group];
		uint32_t person = rows->person[row];

		pair->group = by[0].values[row];
		pair->value = rows->sensitive[column][row];
		if (person == ROWS_NOBODY)
			pair->people += rows->people[row];
		else if (last[group] != person)
			pair->people++;
		if (person != ROWS_NOBODY)
			last[group] = person;
	}
	free(last);
	drop_empty(&pairs);
	sort_pairs(&pairs, by[0].size, by[1].size);
	return pairs;
}

/* A value and the number that it came with. */
struct ranked {
	struct field text;
	bool is_number;
	struct decimal number;
	uint32_t came;
};

/* What is no number by its bytes, then numbers by their size. */
static int
compare_ranked(const void *a, const void *b)
{
	const struct ranked *left = a;
	const struct ranked *right = b;

	int order = 0;

	if (left->is_number != right->is_number)
		return left->is_number ? 1 : -1;
	if (left->is_number)
		order = decimal_compare(left->number, right->number);
	return order != 0 ? order : field_compare(left->text, right->text);
}

void
spread_init(struct spread *spread, const struct privacy_sensitive *privacy,
    const struct intern *values, uint32_t *column, size_t records)
{
	struct ranked *ranked = xcalloc(values->count, sizeof *ranked);
	uint32_t *place = xcalloc(values->count, sizeof *place);
	uint32_t rank = 0;

	*spread = (struct spread){ .privacy = privacy, .values = values->count };
	spread->ranks = xcalloc(values->count, sizeof *spread->ranks);
	spread->whole = xcalloc(values->count, sizeof *spread->whole);
	for (uint32_t i = 0; i < values->count; i++) {
		ranked[i].text = intern_text(values, i);
		ranked[i].came = i;
		ranked[i].is_number =
		    decimal_parse(ranked[i].text, &ranked[i].number) == DECIMAL_OK;
	}
	qsort(ranked, values->count, sizeof *ranked, compare_ranked);
	for (uint32_t i = 0; i < values->count; i++) {
		/* equal numbers have one rank, however they are written */
		if (ranked[i].is_number
		    && (rank == 0 || decimal_compare(ranked[i - 1].number, ranked[i].number) != 0))
			rank++;
		spread->ranks[i] = rank;
		place[ranked[i].came] = i;
	}
	for (size_t i = 0; i < records; i++)
		column[i] = place[column[i]];
	explicit_bzero(ranked, values->count * sizeof *ranked);
	free(ranked);
	free(place);
}

/* Each rank is one that somebody has: those of records of nobody alone are taken out. */
static void
rank_again(struct spread *spread, const struct pairs *pairs)
{
	uint32_t before = 0;
	uint32_t rank = 0;

	for (size_t i = 0; i < pairs->count; i++) {
		uint32_t *of = &spread->ranks[pairs->list[i].value];

		if (*of != before)
			rank++;
		before = *of;
		*of = rank;
	}
}

void
spread_whole(struct spread *spread, const struct rows *rows, size_t column)
{
	uint32_t *one_class = xcalloc(rows->count, sizeof *one_class);
	struct grouping_by by[2] = { { one_class, NULL, 1 },
		{ rows->sensitive[column], NULL, spread->values } };
	struct grouping grouping = { 0 };
	struct pairs pairs = count_pairs(rows, column, by, &grouping);
	uint64_t people = 0;

	for (size_t i = 0; i < pairs.count; i++)
		people += pairs.list[i].people;
	rank_again(spread, &pairs);
	measures_scale_init(&spread->scale, spread->values + (size_t)1);
	for (size_t i = 0; i < pairs.count; i++) {
		const struct pair *pair = &pairs.list[i];

		spread->whole[pair->value] = pair->people / (double)people;
		measures_scale_add(&spread->scale, spread->ranks[pair->value], pair->people);
	}
	measures_scale_ready(&spread->scale, people);
	grouping_release(&grouping);
	free(pairs.list);
	free(one_class);
}

void
spread_release(struct spread *spread)
{
	measures_scale_release(&spread->scale);
	free(spread->whole);
	free(spread->ranks);
	*spread = (struct spread){ 0 };
}

static double
diversity(
    const struct privacy_sensitive *privacy, const struct pair *pairs, size_t count, double people)
{
	double entropy = 0;

	if (privacy->diversity == PRIVACY_DISTINCT)
		return (double)count;
	for (size_t i = 0; i < count; i++)
		entropy += measures_entropy(pairs[i].people / people);
	return exp(entropy);
}

static double
equal_distance(const struct spread *spread, const struct pair *pairs, size_t count, double people)
{
	struct measures_equal equal = { 0, 0 };

	for (size_t i = 0; i < count; i++)
		measures_equal_add(&equal, pairs[i].people / people, spread->whole[pairs[i].value]);
	return measures_equal_end(&equal);
}

/* The values are in the order of their ranks. */
static double
ordered_distance(const struct spread *spread, const struct pair *pairs, size_t count, double people)
{
	struct measures_ordered ordered = { .scale = &spread->scale };

	for (size_t i = 0; i < count; i++)
		measures_ordered_add(
		    &ordered, spread->ranks[pairs[i].value], pairs[i].people / people);
	return measures_ordered_end(&ordered);
}

static double
distance(const struct spread *spread, const struct pair *pairs, size_t count, double people)
{
	return spread->privacy->distance == PRIVACY_ORDERED
	    ? ordered_distance(spread, pairs, count, people)
	    : equal_distance(spread, pairs, count, people);
}

static unsigned
judge(const struct spread *spread, const struct pair *pairs, size_t count)
{
	const struct privacy_sensitive *privacy = spread->privacy;
	unsigned flaws = 0;
	double people = 0;

	for (size_t i = 0; i < count; i++)
		people += pairs[i].people;
	if (privacy->l > 0
	    && !measures_is_diverse(diversity(privacy, pairs, count, people), privacy->l))
		flaws |= privacy->diversity == PRIVACY_DISTINCT ? SPREAD_FEW : SPREAD_UNEVEN;
	if (privacy->t >= 0
	    && !measures_is_near(distance(spread, pairs, count, people), privacy->t))
		flaws |= SPREAD_UNEVEN;
	return flaws;
}

void
spread_judge(const struct spread *spread, const struct rows *rows, size_t column,
    const uint32_t *class_of, size_t classes, struct grouping *grouping, unsigned char *flaws)
{
	struct grouping_by by[2] = { { class_of, NULL, (uint32_t)classes },
		{ rows->sensitive[column], NULL, spread->values } };
	struct pairs pairs = count_pairs(rows, column, by, grouping);

	for (size_t first = 0, next; first < pairs.count; first = next) {
		uint32_t group = pairs.list[first].group;

		for (next = first + 1; next < pairs.count && pairs.list[next].group == group;)
			next++;
		flaws[group] |= (unsigned char)judge(spread, &pairs.list[first], next - first);
	}
	free(pairs.list);
}
