/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * trigger: the automaton.  Bytes that stand in no literal share one class, so
 * the table stays small enough for the cache.
 */
#include "trigger.h"

#include "../../lib/memory.h"

#include <stdlib.h>

/* A state is the offset of its row in the table; the top bit says that a
 * literal ends there. */
#define HIT      UINT32_C(0x80000000)
#define NO_ENTRY UINT32_MAX

struct literal {
	size_t start; /* in bytes */
	size_t length;
	size_t rule;
};

/* A rule whose literal ends in a state, and the next of that state. */
struct entry {
	uint32_t rule;
	uint32_t next;
};

struct trigger {
	size_t rules;
	uint64_t *always;
	struct buffer bytes;
	struct literal *literals;
	size_t count;
	/* built */
	unsigned char class[256];
	uint32_t classes;
	uint32_t states;
	uint32_t *table;  /* [states][classes] */
	uint32_t *own;    /* by state: its first entry */
	uint32_t *fail;   /* by state: the longest proper suffix that is a state */
	uint32_t *suffix; /* by state: the next suffix where a literal ends; 0: none */
	struct entry *entries;
};

struct trigger *
trigger_new(size_t rules)
{
	struct trigger *trigger = xcalloc(1, sizeof *trigger);

	trigger->rules = rules;
	trigger->always = xcalloc(trigger_words(trigger) + 1, sizeof *trigger->always);
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
	free(trigger->table);
	free(trigger->own);
	free(trigger->fail);
	free(trigger->suffix);
	free(trigger->entries);
	free(trigger);
}

void
trigger_add(struct trigger *trigger, struct field literal, size_t rule)
{
	if (trigger->bytes.length + literal.length > TRIGGER_BYTES_MAX) {
		trigger_always(trigger, rule);
		return;
	}
	trigger->literals =
	    xreallocarray(trigger->literals, trigger->count + 1, sizeof *trigger->literals);
	trigger->literals[trigger->count++] = (struct literal){
		.start = trigger->bytes.length, .length = literal.length, .rule = rule
	};
	buffer_append(&trigger->bytes, literal.data, literal.length);
}

void
trigger_always(struct trigger *trigger, size_t rule)
{
	trigger->always[rule / 64] |= UINT64_C(1) << (rule % 64);
}

static uint32_t *
row(const struct trigger *trigger, uint32_t state)
{
	return trigger->table + (size_t)state * trigger->classes;
}

/* The trie: states are numbered from 0 (the root), 0 in the table is no edge. */
static void
build_trie(struct trigger *trigger)
{
	trigger->states = 1;
	for (size_t i = 0; i < trigger->count; i++) {
		const struct literal *literal = &trigger->literals[i];
		uint32_t state = 0;

		for (size_t j = 0; j < literal->length; j++) {
			unsigned char byte = (unsigned char)trigger->bytes.data[literal->start + j];
			uint32_t *edge = row(trigger, state) + trigger->class[byte];

			if (*edge == 0)
				*edge = trigger->states++;
			state = *edge;
		}
		trigger->entries[i] =
		    (struct entry){ .rule = (uint32_t)literal->rule, .next = trigger->own[state] };
		trigger->own[state] = (uint32_t)i;
	}
}

/* Breadth first: a state's suffix is shorter, so it is complete already. */
static void
build_suffixes(struct trigger *trigger)
{
	uint32_t *queue = xreallocarray(NULL, trigger->states, sizeof *queue);
	size_t head = 0, tail = 0;

	queue[tail++] = 0;
	while (head < tail) {
		uint32_t state = queue[head++];
		uint32_t fail = trigger->fail[state];

		trigger->suffix[state] =
		    trigger->own[fail] != NO_ENTRY ? fail : trigger->suffix[fail];
		for (uint32_t class = 0; class < trigger->classes; class ++) {
			uint32_t *edge = row(trigger, state) + class;
			uint32_t shorter = state == 0 ? 0 : row(trigger, fail)[class];

			if (*edge == 0) {
				*edge = shorter;
			} else {
				trigger->fail[*edge] = shorter;
				queue[tail++] = *edge;
			}
		}
	}
	free(queue);
}

/* Numbers of states become offsets of rows, so that the scan need not multiply. */
static void
build_offsets(struct trigger *trigger)
{
	size_t cells = (size_t)trigger->states * trigger->classes;

	for (size_t i = 0; i < cells; i++) {
		uint32_t state = trigger->table[i];
		bool hit = trigger->own[state] != NO_ENTRY || trigger->suffix[state] != 0;

		trigger->table[i] = state * trigger->classes | (hit ? HIT : 0);
	}
}

void
trigger_build(struct trigger *trigger)
{
	size_t most = trigger->bytes.length + 1;

	trigger->classes = 1;
	for (size_t i = 0; i < trigger->bytes.length; i++) {
		unsigned char byte = (unsigned char)trigger->bytes.data[i];

		if (trigger->class[byte] == 0)
			trigger->class[byte] = (unsigned char)trigger->classes++;
	}
	trigger->table = xcalloc(most, trigger->classes * sizeof *trigger->table);
	trigger->own = xreallocarray(NULL, most, sizeof *trigger->own);
	trigger->fail = xcalloc(most, sizeof *trigger->fail);
	trigger->suffix = xcalloc(most, sizeof *trigger->suffix);
	trigger->entries = xcalloc(trigger->count + 1, sizeof *trigger->entries);
	for (size_t i = 0; i < most; i++)
		trigger->own[i] = NO_ENTRY;
	build_trie(trigger);
	build_suffixes(trigger);
	build_offsets(trigger);
}

size_t
trigger_words(const struct trigger *trigger)
{
	return (trigger->rules + 63) / 64;
}

static void
report(const struct trigger *trigger, uint32_t state, uint64_t *rules)
{
	for (; state != 0; state = trigger->suffix[state])
		for (uint32_t i = trigger->own[state]; i != NO_ENTRY; i = trigger->entries[i].next)
			rules[trigger->entries[i].rule / 64] |= UINT64_C(1)
			    << (trigger->entries[i].rule % 64);
}

void
trigger_scan(const struct trigger *trigger, struct field text, uint64_t *rules)
{
	uint32_t state = 0;

	memcpy(rules, trigger->always, trigger_words(trigger) * sizeof *rules);
	for (size_t i = 0; i < text.length; i++) {
		state =
		    trigger->table[(state & ~HIT) + trigger->class[(unsigned char)text.data[i]]];
		if (state & HIT)
			report(trigger, (state & ~HIT) / trigger->classes, rules);
	}
}
