/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the instrument of score: any bytes as scales.json, and answers cut from
 * the same bytes.  A score that is given has a text; one that is
 * not has none.
 */
#include "../../filters/lib/memory.h"
#include "../../filters/score/instrument/instrument.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
score_pieces(struct instrument *instrument, const char *data, size_t size)
{
	struct answer *answers = xcalloc(instrument->item_count, sizeof answers[0]);
	struct score *scores;
	struct buffer text = { 0 };
	size_t at = 0;

	for (size_t i = 0; i < instrument->item_count; i++) {
		size_t length = size - at < i % 5 ? size - at : i % 5;

		answers[i] =
		    item_answer(&instrument->items[i], (struct field){ data + at, length });
		at += length;
	}
	scores = xcalloc(instrument->scale_count, sizeof scores[0]);
	for (size_t i = 0; i < instrument->scale_count; i++) {
		const struct scale *scale = &instrument->scales[i];
		char value[RATIO_TEXT_MAX];

		buffer_clear(&text);
		scale_append(&instrument->scales[i], answers, scores, &scores[i], &text);
		if ((scores[i].outcome == SCORE_GIVEN) != (text.data[0] != ',')
		    || (scores[i].outcome == SCORE_GIVEN)
		        != (scale_write_value(scale, &scores[i], value) != 0)
		    || scores[i].answered > scale->count)
			abort();
	}
	buffer_release(&text);
	free(scores);
	free(answers);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct instrument instrument = { 0 };
	struct fault fault = { 0 };
	int descriptor = memfd_create("instrument", MFD_CLOEXEC);
	char path[64];

	if (descriptor < 0)
		abort();
	if (write(descriptor, data, size) != (ssize_t)size)
		abort();
	snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
	if (instrument_load(&instrument, path, &fault))
		score_pieces(&instrument, (const char *)data, size);
	else if (fault.message[0] == '\0')
		abort();
	instrument_release(&instrument);
	close(descriptor);
	return 0;
}
