/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the search: any bytes as a policy and a small table, whose levels may be of any
 * kind, nested or not.  What comes out has to be the best of all nodes, counted one by
 * one.
 */
#include "../../filters/anonymise/search/search.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define COLUMNS 4
#define LEVELS  4
#define RECORDS 64

struct source {
	const uint8_t *data;
	size_t size;
};

static void
require(bool good)
{
	if (!good)
		abort();
}

static unsigned
next(struct source *source, unsigned below)
{
	if (source->size == 0)
		return 0;
	source->size--;
	return *source->data++ % below;
}

static struct privacy
next_privacy(struct source *source)
{
	static const char *const names[COLUMNS] = { "a", "b", "c", "d" };
	struct privacy privacy = { .k = 2 + next(source, 4),
		.suppression_limit = next(source, 32) / 32.0,
		.quasi_count = 1 + next(source, COLUMNS),
		.sensitive_count = next(source, 3) };

	if (next(source, 2) == 0)
		privacy.one_record_per_person = true;
	else
		privacy.person = "person";
	for (size_t i = 0; i < privacy.quasi_count; i++)
		privacy.quasi[i] = names[i];
	for (size_t i = 0; i < privacy.sensitive_count; i++)
		privacy.sensitive[i] = (struct privacy_sensitive){ .column = "s",
			.l = next(source, 4),
			.diversity = (enum privacy_diversity)next(source, 2),
			.t = next(source, 12) / 10.0 - 0.1,
			.distance = (enum privacy_distance)next(source, 2) };
	return privacy;
}

static bool
next_record(
    struct search *search, struct source *source, const struct privacy *privacy, size_t cells)
{
	static const char *const texts[] = { "", "*", "1", "2", "2.0", "-1", "x", "\xFF" };
	struct field values[COLUMNS * LEVELS];
	struct field sensitive[2];
	struct field person = field_of(texts[next(source, 8)]);
	struct fault fault;

	for (size_t i = 0; i < cells; i++)
		values[i] = field_of(texts[next(source, 8)]);
	for (size_t i = 0; i < privacy->sensitive_count; i++)
		sensitive[i] = field_of(texts[next(source, 8)]);
	return search_add(search, values, person, sensitive, &fault);
}

/* No node is better than the answer. */
static void
compare_all(struct search *search, const struct privacy *privacy, const unsigned *counts,
    bool found, const struct search_answer *best)
{
	unsigned levels[COLUMNS] = { 0 };
	size_t column;

	do {
		struct search_answer answer;

		if (search_at(search, levels, &answer))
			require(found && answer.loss >= best->loss);
		for (column = privacy->quasi_count; column > 0; column--) {
			if (++levels[column - 1] < counts[column - 1])
				break;
			levels[column - 1] = 0;
		}
	} while (column > 0);
	if (found) {
		struct search_answer again;

		require(search_at(search, best->levels, &again));
		require(again.suppressed == best->suppressed && again.classes == best->classes);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct source source = { data, size };
	struct privacy privacy = next_privacy(&source);
	unsigned levels[COLUMNS];
	size_t cells = 0;
	struct search_answer answer;
	struct buffer text = { 0 };
	struct search *search;
	struct fault fault;
	unsigned records = 0;
	bool found;

	for (size_t i = 0; i < privacy.quasi_count; i++)
		cells += levels[i] = 1 + next(&source, LEVELS);
	search = search_new(&privacy, levels, 0, &fault);
	require(search != NULL);
	for (; records < RECORDS && source.size != 0; records++)
		require(next_record(search, &source, &privacy, cells));
	found = search_best(search, &answer, &fault);
	if (found)
		search_tell(&answer, &privacy, &text);
	if (records != 0)
		compare_all(search, &privacy, levels, found, &answer);
	buffer_release(&text);
	search_free(search);
	return 0;
}
