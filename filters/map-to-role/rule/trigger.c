/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * trigger: the literals, sorted by their texts, and the search for their grams.
 */
#include "trigger.h"

#include "../../lib/memory.h"

#include "grams.h"
#include "literals.h"

#include <stdlib.h>

/* A literal of one sign.  Built, those of the same text follow each other. */
struct literal {
	size_t start; /* in bytes */
	size_t length;
	size_t before; /* SIZE_MAX: it may begin anywhere before */
	size_t sign;
};

struct trigger {
	size_t signs;
	uint64_t *always;
	struct buffer bytes;
	struct literal *literals;
	size_t count;
	uint32_t *seen; /* by hash: how often a gram was learned */
	/* built */
	struct grams shorts, longs;
};

/* What is found in the text at hand. */
struct findings {
	struct field text;
	uint64_t *signs;
	struct sighting *sightings;
};

struct trigger *
trigger_new(size_t signs)
{
	struct trigger *trigger = xcalloc(1, sizeof *trigger);

	trigger->signs = signs;
	trigger->always = xcalloc(trigger_words(trigger) + 1, sizeof *trigger->always);
	trigger->seen = xcalloc(GRAM_HASHES, sizeof *trigger->seen);
	return trigger;
}

void
trigger_free(struct trigger *trigger)
{
	if (trigger == NULL)
		return;
	buffer_release(&trigger->bytes);
	free(trigger->always);
	free(trigger->literals);
	free(trigger->seen);
	grams_release(&trigger->shorts);
	grams_release(&trigger->longs);
	free(trigger);
}

void
trigger_add(struct trigger *trigger, struct field literal, size_t before, size_t sign)
{
	/* a single byte stands in almost every text */
	if (literal.length < 2 || trigger->bytes.length + literal.length > TRIGGER_BYTES_MAX) {
		trigger_always(trigger, sign);
		return;
	}
	trigger->literals = xgrow(trigger->literals, trigger->count, sizeof *trigger->literals);
	trigger->literals[trigger->count++] = (struct literal){ .start = trigger->bytes.length,
		.length = literal.length,
		.before = before < LITERALS_FAR ? before : SIZE_MAX,
		.sign = sign };
	buffer_append(&trigger->bytes, literal.data, literal.length);
}

void
trigger_always(struct trigger *trigger, size_t sign)
{
	trigger->always[sign / 64] |= UINT64_C(1) << (sign % 64);
}

static uint32_t
gram_at(const char *bytes)
{
	uint32_t gram = 0;

	for (size_t i = 0; i < GRAM_LONG; i++)
		gram = gram_next(gram, bytes[i]);
	return gram;
}

void
trigger_learn(struct trigger *trigger, struct field text)
{
	for (size_t at = 0; at + GRAM_LONG <= text.length; at++)
		trigger->seen[gram_hash(gram_at(text.data + at))]++;
}

static int
compare_texts(const void *left, const void *right, void *bytes)
{
	const struct literal *a = left, *b = right;
	const char *data = bytes;

	if (a->length != b->length)
		return a->length < b->length ? -1 : 1;
	return memcmp(data + a->start, data + b->start, a->length);
}

/* How many literals of the same text follow each other from this one on. */
static size_t
same_texts(const struct trigger *trigger, size_t first)
{
	const struct literal *literals = trigger->literals;
	size_t end = first + 1;

	while (end < trigger->count
	    && compare_texts(&literals[first], &literals[end], trigger->bytes.data) == 0)
		end++;
	return end - first;
}

static void
add_gram(
    struct trigger *trigger, struct grams *grams, uint32_t bytes, size_t literal, size_t offset)
{
	const char *text = trigger->bytes.data + trigger->literals[literal].start;
	const size_t length = trigger->literals[literal].length;

	grams_add(grams,
	    (struct gram){ .bytes = bytes,
	        .literal = (uint32_t)literal,
	        .count = (uint32_t)same_texts(trigger, literal),
	        .offset = (uint32_t)offset,
	        .length = (uint32_t)length,
	        .ends = { text[0], text[length - 1] } });
}

static size_t
rarest_gram(const struct trigger *trigger, const char *text, size_t length)
{
	size_t best = 0;
	double least = 0;

	for (size_t at = 0; at + GRAM_LONG <= length; at++) {
		/* that of the texts counts more, though it is told by few of them */
		const double seen = 1 + trigger->seen[gram_hash(gram_at(text + at))];
		const double common = seen * seen * literals_text_commonness(text + at, GRAM_LONG);

		if (at == 0 || common < least) {
			least = common;
			best = at;
		}
	}
	return best;
}

/* Two bytes are looked for with each byte that may follow; 0 stands for the text's end. */
static void
add_text(struct trigger *trigger, size_t literal)
{
	const char *text = trigger->bytes.data + trigger->literals[literal].start;
	const size_t length = trigger->literals[literal].length;

	if (length >= GRAM_LONG) {
		const size_t offset = rarest_gram(trigger, text, length);

		add_gram(trigger, &trigger->longs, gram_at(text + offset), literal, offset);
		return;
	}
	for (unsigned byte = 0; byte < (length == GRAM_SHORT ? 1 : 256); byte++) {
		const char bytes[GRAM_LONG] = { '\0', text[0], text[1],
			length == GRAM_SHORT ? text[2] : (char)byte };

		add_gram(trigger, &trigger->shorts, gram_short(gram_at(bytes)), literal, 0);
	}
}

void
trigger_build(struct trigger *trigger)
{
	if (trigger->count != 0)
		qsort_r(trigger->literals, trigger->count, sizeof *trigger->literals, compare_texts,
		    trigger->bytes.data);
	for (size_t i = 0; i < trigger->count; i += same_texts(trigger, i))
		add_text(trigger, i);
	grams_build(&trigger->shorts);
	grams_build(&trigger->longs);
	free(trigger->seen);
	trigger->seen = NULL;
}

size_t
trigger_words(const struct trigger *trigger)
{
	return (trigger->signs + 63) / 64;
}

/* Whether the gram's text begins at this place. */
static bool
stands(const struct trigger *trigger, const struct gram *gram, struct field text, size_t place)
{
	const char *there = text.data + place;

	/* most differ at an end already, and that is at hand */
	return gram->length <= text.length - place && there[0] == gram->ends[0]
	    && there[gram->length - 1] == gram->ends[1]
	    && memcmp(there, trigger->bytes.data + trigger->literals[gram->literal].start,
	           gram->length)
	    == 0;
}

/* Something with this sign begins at the place, or at most so many bytes before. */
static void
give(const struct literal *literal, size_t place, struct findings *findings)
{
	const size_t sign = literal->sign;
	const size_t first = place < literal->before ? 0 : place - literal->before;
	const uint64_t bit = UINT64_C(1) << (sign % 64);
	struct sighting *sighting = &findings->sightings[sign];

	if ((findings->signs[sign / 64] & bit) == 0) {
		findings->signs[sign / 64] |= bit;
		*sighting = (struct sighting){ first, place };
		return;
	}
	if (first < sighting->first)
		sighting->first = first;
	if (place > sighting->last)
		sighting->last = place;
}

/* Some literal may stand where this gram does; place is that of its first byte. */
static void
look(const struct trigger *trigger, const struct grams *grams, uint32_t bytes, size_t place,
    struct findings *findings)
{
	const uint32_t hashed = gram_hash(bytes);

	for (uint32_t i = grams->heads[hashed]; i < grams->heads[hashed + 1]; i++) {
		const struct gram *gram = &grams->grams[i];
		const struct literal *literal = &trigger->literals[gram->literal];

		if (gram->bytes != bytes || gram->offset > place
		    || !stands(trigger, gram, findings->text, place - gram->offset))
			continue;
		for (uint32_t j = 0; j < gram->count; j++)
			give(&literal[j], place - gram->offset, findings);
	}
}

/* The grams that end with the byte at i are looked for, in both tables. */
static inline void
look_behind(const struct trigger *trigger, uint32_t gram, size_t i, struct findings *findings)
{
	if (grams_have(&trigger->longs, gram) && i >= GRAM_LONG - 1)
		look(trigger, &trigger->longs, gram, i - (GRAM_LONG - 1), findings);
	if (grams_have(&trigger->shorts, gram_short(gram)) && i >= GRAM_SHORT - 1)
		look(trigger, &trigger->shorts, gram_short(gram), i - (GRAM_SHORT - 1), findings);
}

void
trigger_scan(
    const struct trigger *trigger, struct field text, uint64_t *signs, struct sighting *sightings)
{
	struct findings findings = { text, signs, sightings };
	uint32_t gram = 0;

	memcpy(signs, trigger->always, trigger_words(trigger) * sizeof *signs);
	for (size_t i = 0; i < text.length; i++) {
		gram = gram_next(gram, text.data[i]);
		look_behind(trigger, gram, i, &findings);
	}
	look_behind(trigger, gram_next(gram, '\0'), text.length, &findings);
}
