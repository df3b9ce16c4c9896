/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search: the levels of the quasi-identifiers that lose the least. */
#include "search.h"

#include "../key/identity.h"
#include "snapshots.h"
#include "walk.h"

#include <stdlib.h>
#include <string.h>

/* 0.29 of 100 records are 29, not 28.999999999999996. */
#define ROUNDING 1e-12

/* Bytes for a record in tables of classes, measured with as many classes as records. */
#define TABLES_ROW 150

struct search {
	const struct privacy *privacy;
	size_t memory;
	struct domain domains[PRIVACY_COLUMNS_MAX];
	struct intern people;
	struct intern sensitive[PRIVACY_COLUMNS_MAX];
	struct rows rows;
	uint64_t records;
	struct identity identity; /* what nobody can tell apart is one value */
	/* Once the rows are settled. */
	bool settled;
	uint32_t values[PRIVACY_COLUMNS_MAX]; /* of each sensitive column */
	struct spread spreads[PRIVACY_COLUMNS_MAX];
	struct node_counter counter;
};

struct search *
search_new(
    const struct privacy *privacy, const unsigned *levels, size_t memory, struct fault *fault)
{
	struct search *search;

	for (size_t i = 0; i < privacy->quasi_count; i++)
		if (levels[i] == 0 || levels[i] > SEARCH_LEVELS_MAX) {
			fault_set(fault, "the column '%s' has %u levels: 1 to %d can be searched",
			    privacy->quasi[i], levels[i], SEARCH_LEVELS_MAX);
			return NULL;
		}
	if (privacy->suppression_limit >= 1) {
		/* leaving everybody out loses nothing by this measure */
		fault_set(fault,
		    "the policy has no suppression_limit below 1: the search has to know how many "
		    "records may be left out, such as 0.02");
		return NULL;
	}
	search = xcalloc(1, sizeof *search);
	search->privacy = privacy;
	search->memory = memory;
	for (size_t i = 0; i < privacy->quasi_count; i++)
		domain_init(&search->domains[i], levels[i]);
	for (size_t i = 0; i < privacy->sensitive_count; i++)
		intern_init(&search->sensitive[i]);
	intern_init(&search->people);
	rows_init(&search->rows, privacy->quasi_count, privacy->sensitive_count);
	search->counter = (struct node_counter){
		.privacy = privacy, .domains = search->domains, .spreads = search->spreads
	};
	return search;
}

void
search_free(struct search *search)
{
	if (search == NULL)
		return;
	for (size_t i = 0; i < search->privacy->quasi_count; i++)
		domain_release(&search->domains[i]);
	for (size_t i = 0; i < search->privacy->sensitive_count; i++) {
		intern_release(&search->sensitive[i]);
		spread_release(&search->spreads[i]);
	}
	intern_release(&search->people);
	identity_release(&search->identity);
	rows_release(&search->rows);
	node_counter_release(&search->counter);
	free(search);
}

/* What the records take, and what the search will take for them on top: rolled up copies
 * (snapshots.h) and tables of classes, in bytes for each. */
static size_t
need_of(const struct search *search)
{
	const struct privacy *privacy = search->privacy;
	size_t row = (privacy->quasi_count + privacy->sensitive_count + 3) * sizeof(uint32_t);
	size_t size = rows_size(&search->rows) + intern_size(&search->people)
	    + search->rows.count * (SNAPSHOTS_TIMES * row + TABLES_ROW);

	for (size_t i = 0; i < search->privacy->quasi_count; i++)
		size += domain_size(&search->domains[i]);
	for (size_t i = 0; i < search->privacy->sensitive_count; i++)
		size += intern_size(&search->sensitive[i]);
	return size;
}

bool
search_add(struct search *search, const struct field *cells, struct field person,
    const struct field *sensitive, struct fault *fault)
{
	const struct privacy *privacy = search->privacy;
	struct rows *rows = &search->rows;
	size_t row;

	if (search->records == UINT32_MAX - 1)
		return fault_set(
		    fault, "more than %u records: search among a part of them", UINT32_MAX - 1);
	if (search->memory != 0 && search->records % 1024 == 0 && need_of(search) > search->memory)
		return fault_set(fault,
		    "%llu records already need more than the memory given: allow more with "
		    "--memory, or search among a part of the records",
		    (unsigned long long)search->records);
	row = rows_add(rows);
	for (size_t i = 0; i < privacy->quasi_count; i++) {
		rows->cells[i][row] = domain_add(&search->domains[i], cells);
		cells += search->domains[i].levels;
	}
	for (size_t i = 0; i < privacy->sensitive_count; i++)
		rows->sensitive[i][row] = intern_add(
		    &search->sensitive[i], identity_settle(&search->identity, sensitive[i]));
	/* a record of nobody may be one of somebody who is there already: it adds none */
	rows->people[row] = privacy->person == NULL || person.length != 0;
	rows->person[row] = privacy->person == NULL || person.length == 0
	    ? ROWS_NOBODY
	    : intern_add(&search->people, person);
	rows->records[row] = 1;
	search->records++;
	return true;
}

static void
close_domains(struct search *search)
{
	for (size_t i = 0; i < search->privacy->quasi_count; i++) {
		struct domain *domain = &search->domains[i];
		uint64_t *records = xcalloc(domain->cells.count, sizeof *records);

		for (size_t row = 0; row < search->rows.count; row++)
			records[search->rows.cells[i][row]]++;
		domain_close(domain, records);
		free(records);
	}
}

static void
settle(struct search *search)
{
	const struct privacy *privacy = search->privacy;
	struct rows all = search->rows;

	if (search->settled)
		return;
	search->settled = true;
	close_domains(search);
	for (size_t i = 0; i < privacy->sensitive_count; i++) {
		search->values[i] = search->sensitive[i].count;
		spread_init(&search->spreads[i], &privacy->sensitive[i], &search->sensitive[i],
		    all.sensitive[i], all.count);
	}
	if (privacy->person != NULL)
		rows_sort(&all, search->people.count);
	rows_roll(
	    &search->rows, &all, search->domains, NULL, search->values, &search->counter.classes);
	rows_release(&all);
	for (size_t i = 0; i < privacy->sensitive_count; i++)
		spread_whole(&search->spreads[i], &search->rows, i);
}

static double
limit_of(const struct search *search)
{
	return search->privacy->suppression_limit * (double)search->records * (1 + ROUNDING);
}

static void
answer_of(const struct search *search, const unsigned *levels, const struct count *count,
    struct search_answer *answer)
{
	*answer = (struct search_answer){
		.records = search->records,
		.suppressed = count->suppressed,
		.classes = count->metrics.classes,
		.smallest = count->smallest,
		.average_class_size = metrics_average_class_size(&count->metrics),
		.discernibility = metrics_discernibility(&count->metrics),
		.monotonic_discernibility = metrics_monotonic_discernibility(&count->metrics),
		.nodes = 1,
	};
	for (size_t i = 0; i < search->privacy->quasi_count; i++) {
		const struct domain *domain = &search->domains[i];

		answer->levels[i] = levels[i];
		answer->coarsest[i] = domain->levels - 1;
		answer->column_loss[i] = domain->loss[levels[i]];
		answer->loss += domain->loss[levels[i]];
		answer->greatest_loss += domain->loss[domain->levels - 1];
		answer->nodes = answer->nodes > UINT64_MAX / domain->levels
		    ? UINT64_MAX
		    : answer->nodes * domain->levels;
	}
}

bool
search_at(struct search *search, const unsigned *levels, struct search_answer *answer)
{
	struct count count;

	settle(search);
	node_counter_count(&search->counter, &search->rows, levels, &count);
	answer_of(search, levels, &count, answer);
	answer->counted = 1;
	return (double)count.suppressed <= limit_of(search);
}

bool
search_best(struct search *search, struct search_answer *answer, struct fault *fault)
{
	unsigned levels[PRIVACY_COLUMNS_MAX] = { 0 };
	struct count count;
	struct walk walk;

	if (search->records == 0)
		return fault_set(fault, "no records: there is nothing to search among");
	settle(search);
	walk = (struct walk){
		.counter = &search->counter,
		.domains = search->domains,
		.rows = &search->rows,
		.sensitive = search->values,
		.columns = search->privacy->quasi_count,
		.limit = limit_of(search),
	};
	if (!walk_best(&walk, levels, &count))
		return fault_set(fault,
		    "no levels keep the policy with at most %g%% of the %llu records left out: "
		    "allow more (suppression_limit), add coarser levels, or ask for less than "
		    "k %u",
		    100 * search->privacy->suppression_limit, (unsigned long long)search->records,
		    search->privacy->k);
	answer_of(search, levels, &count, answer);
	answer->counted = walk.counted;
	return true;
}
