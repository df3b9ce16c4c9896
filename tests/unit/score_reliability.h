/* SPDX-License-Identifier: GPL-3.0-or-later */
/* score_reliability: an instrument and records out of a test's own texts. */
#ifndef SCORE_RELIABILITY_TEST_H
#define SCORE_RELIABILITY_TEST_H

#include "../../filters/lib/memory.h"
#include "../../filters/score/reliability/account.h"
#include "unit.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

struct fixture {
	struct instrument instrument;
	uint64_t *outcomes[SCORE_OUTCOMES];
	struct answer *answers;
	struct score *scores;
	struct sums sums;
};

/* json: the instrument. */
static inline void
fixture_open(struct fixture *fixture, const char *json)
{
	struct fault fault = { 0 };
	int descriptor = memfd_create("instrument", MFD_CLOEXEC);
	static char path[64]; /* the configuration borrows it */

	*fixture = (struct fixture){ 0 };
	if (descriptor < 0 || write(descriptor, json, strlen(json)) != (ssize_t)strlen(json))
		abort();
	snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
	if (!CHECK(instrument_load(&fixture->instrument, path, &fault))) {
		printf("# %s\n", fault.message);
		abort();
	}
	close(descriptor);
	for (size_t i = 0; i < SCORE_OUTCOMES; i++)
		fixture->outcomes[i] =
		    xcalloc(fixture->instrument.scale_count, sizeof *fixture->outcomes[i]);
	fixture->answers = xcalloc(fixture->instrument.item_count, sizeof *fixture->answers);
	fixture->scores = xcalloc(fixture->instrument.scale_count, sizeof *fixture->scores);
	if (!sums_open(&fixture->sums, &fixture->instrument, fixture->outcomes, &fault))
		abort();
}

/* One record: "1,2,,dk", an answer to each item. */
static inline void
fixture_add(struct fixture *fixture, const char *line)
{
	for (size_t i = 0; i < fixture->instrument.item_count; i++) {
		size_t length = strcspn(line, ",");

		fixture->answers[i] =
		    item_answer(&fixture->instrument.items[i], (struct field){ line, length });
		line += length + (line[length] == ',');
	}
	for (size_t i = 0; i < fixture->instrument.scale_count; i++) {
		fixture->scores[i] =
		    scale_score(&fixture->instrument.scales[i], fixture->answers, fixture->scores);
		fixture->outcomes[fixture->scores[i].outcome][i]++;
	}
	sums_add(&fixture->sums, fixture->answers, fixture->scores);
}

static inline void
fixture_close(struct fixture *fixture)
{
	sums_release(&fixture->sums);
	for (size_t i = 0; i < SCORE_OUTCOMES; i++)
		free(fixture->outcomes[i]);
	free(fixture->answers);
	free(fixture->scores);
	instrument_release(&fixture->instrument);
}

#endif
