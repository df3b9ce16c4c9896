/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the instrument of score: any bytes as scales.json, and answers by the same
 * bytes.  A score that is given has a text, lies within what its scale can be, and is
 * the same where it is remembered; one that is not given has no text.
 */
#include "../../filters/lib/memory.h"
#include "../../filters/score/instrument/instrument.h"
#include "fuzz_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define RECORDS 24

/* An answer that is mostly one that there is. */
static struct answer
answer_of(const struct item *item, const uint8_t *data, size_t size, size_t at)
{
	unsigned byte = data[at % size];

	switch (byte % 8) {
	case 0:
		return item_worth(item, item->minimum);
	case 1:
		return item_worth(item, item->maximum);
	case 2:
		return item->text_count == 0
		    ? item_answer(item, field_of(""))
		    : item_answer(item, item->texts[byte % item->text_count].text);
	case 3:
		return item->shared->count == 0
		    ? item_answer(item, field_of(""))
		    : item_answer(item, item->shared->list[byte % item->shared->count].text);
	case 4:
		return item_answer(item,
		    (struct field){ (const char *)data + at % size,
		        size - at % size < byte / 8 ? size - at % size : byte / 8 });
	case 5:
		return (struct answer){ 0, 0,
			item_may_not_apply(item) ? ANSWER_NOT_APPLICABLE : ANSWER_MISSING };
	default:
		return item_answer(item, (struct field){ &"0123456789"[byte % 10], 1 });
	}
}

static void
check_score(const struct scale *scale, const struct score *score, const struct buffer *text)
{
	bool given = score->outcome == SCORE_GIVEN;
	char value[RATIO_TEXT_MAX];

	if (given != (text->data[0] != ',')
	    || given != (scale_write_value(scale, score, value) != 0)
	    || score->answered > scale->count)
		abort();
	if (given
	    && (ratio_compare(score->value, scale->least) < 0
	        || ratio_compare(score->value, scale->most) > 0
	        || (score->band == BAND_NONE) != (scale->bands.count == 0)))
		abort();
}

static void
score_record(struct instrument *instrument, const struct answer *answers, struct score *scores)
{
	struct buffer text = { 0 }, slow = { 0 };
	uint64_t *running = xcalloc(instrument->item_count + 1, sizeof running[0]);

	running_all(answers, instrument->item_count, running);
	for (size_t i = 0; i < instrument->scale_count; i++) {
		struct scale *scale = &instrument->scales[i];
		struct score score;

		buffer_clear(&text);
		buffer_clear(&slow);
		score = scale_score(scale, answers, scores);
		scale_write(scale, &score, &slow);
		scale_append(instrument->scales, i, i + 1, answers, running, scores, &text);
		check_score(scale, &scores[i], &text);
		if (slow.length != text.length || memcmp(slow.data, text.data, text.length) != 0)
			abort();
	}
	free(running);
	buffer_release(&text);
	buffer_release(&slow);
}

static void
score_pieces(struct instrument *instrument, const uint8_t *data, size_t size)
{
	struct answer *answers = xcalloc(instrument->item_count, sizeof answers[0]);
	struct score *scores = xcalloc(instrument->scale_count, sizeof scores[0]);

	for (size_t record = 0; record < RECORDS; record++) {
		for (size_t i = 0; i < instrument->item_count; i++)
			answers[i] =
			    answer_of(&instrument->items[i], data, size, record * 31 + i * 7);
		score_record(instrument, answers, scores);
	}
	free(scores);
	free(answers);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct instrument instrument = { 0 };
	struct fault fault = { 0 };
	char path[64];
	int descriptor = fuzz_file(data, size, path);

	if (instrument_load(&instrument, path, &fault))
		score_pieces(&instrument, data, size);
	else if (fault.message[0] == '\0')
		abort();
	instrument_release(&instrument);
	close(descriptor);
	return 0;
}
