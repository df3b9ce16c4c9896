/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * trigger: a hash of four bytes of each literal; whether any literal has a hash is a bit in
 * a map that stays in the cache, and most places of a text are past by it.
 */
#include "trigger.h"

#include "../../lib/memory.h"

#include "literals.h"

#include <stdlib.h>

#define HASH_BITS 16
#define HASHES    ((size_t)1 << HASH_BITS)
#define NONE      UINT32_MAX

/* Grams: a literal's bytes that are hashed.  Short literals have a table of their own. */
enum { SHORT_GRAM = 3, LONG_GRAM = 4 };

/* A literal of one sign.  Built, those of the same text follow each other. */
struct literal {
	size_t start; /* in bytes */
	size_t length;
	size_t sign;
};

/* A text that has a hash, and the next one of that hash. */
struct node {
	uint32_t literal; /* the first of that text */
	uint32_t count;   /* of that text's literals */
	uint32_t offset;  /* of the hashed bytes in it */
	uint32_t next;
};

/* Which grams there are. */
struct table {
	uint64_t map[HASHES / 64]; /* a bit for each hash */
	uint32_t heads[HASHES];    /* the first node */
};

struct trigger {
	size_t signs;
	uint64_t *always;
	struct buffer bytes;
	struct literal *literals;
	size_t count;
	uint32_t *seen; /* by hash: how often a gram was learned */
	/* built */
	struct node *nodes;
	size_t node_count;
	struct table shorts, longs;
};

struct trigger *
trigger_new(size_t signs)
{
	struct trigger *trigger = xcalloc(1, sizeof *trigger);

	trigger->signs = signs;
	trigger->always = xcalloc(trigger_words(trigger) + 1, sizeof *trigger->always);
	trigger->seen = xcalloc(HASHES, sizeof *trigger->seen);
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
	free(trigger->nodes);
	free(trigger);
}

void
trigger_add(struct trigger *trigger, struct field literal, size_t sign)
{
	/* a single byte stands in almost every text */
	if (literal.length < 2 || trigger->bytes.length + literal.length > TRIGGER_BYTES_MAX) {
		trigger_always(trigger, sign);
		return;
	}
	trigger->literals =
	    xreallocarray(trigger->literals, trigger->count + 1, sizeof *trigger->literals);
	trigger->literals[trigger->count++] = (struct literal){
		.start = trigger->bytes.length, .length = literal.length, .sign = sign
	};
	buffer_append(&trigger->bytes, literal.data, literal.length);
}

void
trigger_always(struct trigger *trigger, size_t sign)
{
	trigger->always[sign / 64] |= UINT64_C(1) << (sign % 64);
}

static uint32_t
hash(uint32_t gram)
{
	/* Knuth's multiplicative hash: 2^32 divided by the golden ratio */
	return (gram * UINT32_C(2654435769)) >> (32 - HASH_BITS);
}

/* The gram moves on by a byte: the last byte is the highest. */
static uint32_t
next_gram(uint32_t gram, char byte)
{
	return gram >> 8 | (uint32_t)(unsigned char)byte << 24;
}

/* The last three bytes. */
static uint32_t
short_gram(uint32_t gram)
{
	return gram >> 8;
}

static uint32_t
gram_at(const char *bytes)
{
	uint32_t gram = 0;

	for (size_t i = 0; i < LONG_GRAM; i++)
		gram = next_gram(gram, bytes[i]);
	return gram;
}

void
trigger_learn(struct trigger *trigger, struct field text)
{
	for (size_t at = 0; at + LONG_GRAM <= text.length; at++)
		trigger->seen[hash(gram_at(text.data + at))]++;
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
add_node(struct trigger *trigger, struct table *table, uint32_t gram, size_t literal, size_t offset)
{
	const uint32_t hashed = hash(gram);

	trigger->nodes =
	    xreallocarray(trigger->nodes, trigger->node_count + 1, sizeof *trigger->nodes);
	trigger->nodes[trigger->node_count] = (struct node){ .literal = (uint32_t)literal,
		.count = (uint32_t)same_texts(trigger, literal),
		.offset = (uint32_t)offset,
		.next = table->heads[hashed] };
	table->heads[hashed] = (uint32_t)trigger->node_count++;
	table->map[hashed / 64] |= UINT64_C(1) << (hashed % 64);
}

static size_t
rarest_gram(const struct trigger *trigger, const char *text, size_t length)
{
	size_t best = 0;
	double least = 0;

	for (size_t at = 0; at + LONG_GRAM <= length; at++) {
		/* that of the texts counts more, though it is told by few of them */
		const double seen = 1 + trigger->seen[hash(gram_at(text + at))];
		const double common = seen * seen * literals_text_commonness(text + at, LONG_GRAM);

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

	if (length >= LONG_GRAM) {
		const size_t offset = rarest_gram(trigger, text, length);

		add_node(trigger, &trigger->longs, gram_at(text + offset), literal, offset);
		return;
	}
	for (unsigned byte = 0; byte < (length == SHORT_GRAM ? 1 : 256); byte++) {
		const char bytes[LONG_GRAM] = { '\0', text[0], text[1],
			length == SHORT_GRAM ? text[2] : (char)byte };

		add_node(trigger, &trigger->shorts, short_gram(gram_at(bytes)), literal, 0);
	}
}

void
trigger_build(struct trigger *trigger)
{
	for (size_t i = 0; i < HASHES; i++)
		trigger->shorts.heads[i] = trigger->longs.heads[i] = NONE;
	if (trigger->count != 0)
		qsort_r(trigger->literals, trigger->count, sizeof *trigger->literals, compare_texts,
		    trigger->bytes.data);
	for (size_t i = 0; i < trigger->count; i += same_texts(trigger, i))
		add_text(trigger, i);
	free(trigger->seen);
	trigger->seen = NULL;
}

size_t
trigger_words(const struct trigger *trigger)
{
	return (trigger->signs + 63) / 64;
}

/* Whether the literal begins at this place. */
static bool
stands(
    const struct trigger *trigger, const struct literal *literal, struct field text, size_t place)
{
	const char *bytes = trigger->bytes.data + literal->start;
	const char *there = text.data + place;
	const size_t length = literal->length;

	/* most differ at an end already */
	return length <= text.length - place && there[0] == bytes[0]
	    && there[length - 1] == bytes[length - 1] && memcmp(there, bytes, length) == 0;
}

/* Some literal may stand where this gram does; place is that of its first byte. */
static void
look(const struct trigger *trigger, const struct table *table, uint32_t hashed, struct field text,
    size_t place, uint64_t *signs)
{
	for (uint32_t i = table->heads[hashed]; i != NONE; i = trigger->nodes[i].next) {
		const struct node *node = &trigger->nodes[i];
		const struct literal *literal = &trigger->literals[node->literal];

		if (node->offset > place || !stands(trigger, literal, text, place - node->offset))
			continue;
		for (uint32_t j = 0; j < node->count; j++)
			signs[literal[j].sign / 64] |= UINT64_C(1) << (literal[j].sign % 64);
	}
}

static bool
has(const struct table *table, uint32_t hashed)
{
	return (table->map[hashed / 64] >> (hashed % 64) & 1) != 0;
}

/* The grams that end with the byte at i are looked for, in both tables. */
static inline void
look_behind(
    const struct trigger *trigger, uint32_t gram, struct field text, size_t i, uint64_t *signs)
{
	const uint32_t of_long = hash(gram), of_short = hash(short_gram(gram));

	if (has(&trigger->longs, of_long) && i >= LONG_GRAM - 1)
		look(trigger, &trigger->longs, of_long, text, i - (LONG_GRAM - 1), signs);
	if (has(&trigger->shorts, of_short) && i >= SHORT_GRAM - 1)
		look(trigger, &trigger->shorts, of_short, text, i - (SHORT_GRAM - 1), signs);
}

void
trigger_scan(const struct trigger *trigger, struct field text, uint64_t *signs)
{
	uint32_t gram = 0;

	memcpy(signs, trigger->always, trigger_words(trigger) * sizeof *signs);
	for (size_t i = 0; i < text.length; i++) {
		gram = next_gram(gram, text.data[i]);
		look_behind(trigger, gram, text, i, signs);
	}
	look_behind(trigger, next_gram(gram, '\0'), text, text.length, signs);
}
