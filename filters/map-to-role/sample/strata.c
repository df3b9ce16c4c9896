/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "strata.h"

#include "../../lib/memory.h"
#include "share.h"

#include <stdlib.h>
#include <string.h>

void
strata_init(struct strata *strata, size_t framework_rows, size_t texts)
{
	*strata = (struct strata){ .count = framework_rows + 2,
		.ambiguous = framework_rows,
		.unmapped = framework_rows + 1 };
	strata->list = xcalloc(strata->count, sizeof strata->list[0]);
	for (size_t i = 0; i < strata->count; i++)
		stratum_init(&strata->list[i], texts);
}

void
strata_release(struct strata *strata)
{
	for (size_t i = 0; i < strata->count; i++)
		stratum_release(&strata->list[i]);
	free(strata->list);
	*strata = (struct strata){ 0 };
}

struct stratum *
strata_of(const struct strata *strata, const struct decision *decision)
{
	switch (decision->mapping) {
	case MAPPING_MAPPED:
		return &strata->list[decision->role];
	case MAPPING_AMBIGUOUS:
		return &strata->list[strata->ambiguous];
	case MAPPING_UNMAPPED:
		return &strata->list[strata->unmapped];
	case MAPPING_OTHER_LANGUAGE:
	case MAPPING_RULE_ERROR:
	case MAPPINGS:
	default:
		return NULL;
	}
}

size_t
strata_draw(struct strata *strata, uint64_t texts)
{
	uint64_t *available = xcalloc(strata->count, sizeof available[0]);
	uint64_t *shares = xcalloc(strata->count, sizeof shares[0]);
	size_t drawn = 0;

	for (size_t i = 0; i < strata->count; i++)
		available[i] = stratum_texts(&strata->list[i]);
	share_out(texts, available, strata->count, shares);
	for (size_t i = 0; i < strata->count; i++) {
		stratum_settle(&strata->list[i], shares[i]);
		drawn += strata->list[i].drawn_count;
	}
	free(available);
	free(shares);
	return drawn;
}

static int
compare_tickets(const void *a, const void *b)
{
	const struct ticket *first = a, *second = b;

	return memcmp(first->turn, second->turn, DIGEST_WIDE_SIZE);
}

struct ticket *
strata_mix(const struct strata *strata, size_t drawn)
{
	static const struct digest_short turn_key = { "mhsw the turn" };
	struct ticket *tickets = xcalloc(drawn + 1, sizeof tickets[0]);
	size_t taken = 0;

	for (size_t i = 0; i < strata->count; i++)
		for (size_t j = 0; j < strata->list[i].drawn_count; j++) {
			struct ticket *ticket = &tickets[taken++];
			char what[DIGEST_WIDE_SIZE + 2];

			ticket->stratum = &strata->list[i];
			ticket->drawn = strata->list[i].drawn[j];
			/* by their codes one text may stand in two strata */
			memcpy(what, ticket->drawn->digest, DIGEST_WIDE_SIZE);
			what[DIGEST_WIDE_SIZE] = (char)(i & 0xFF);
			what[DIGEST_WIDE_SIZE + 1] = (char)(i >> 8 & 0xFF);
			digest_wide(&turn_key, what, sizeof what, ticket->turn);
		}
	qsort(tickets, drawn, sizeof tickets[0], compare_tickets);
	return tickets;
}
