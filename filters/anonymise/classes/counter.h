/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * counter: how many different people each class has, in as much memory as it is given.
 *
 * All entries (class, person, record) are gone through in the order of their key: a
 * pass takes those of one range of keys, sorts them and judges class by class; where a
 * range does not fit, it is cut in half and the rest is the next pass's.  A class that
 * does not fit alone goes on over several passes, and its records are looked up in one
 * more.  So what comes out is the same whatever the memory.
 */
#ifndef ANONYMISE_COUNTER_H
#define ANONYMISE_COUNTER_H

#include "diversity.h"
#include "sort.h"

#include "../../lib/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Rows that are no records of the table: some people of the population (the mark says
 * how many, the person is their own number), and a class that keeps the policy already. */
#define ROW_POPULATION (UINT32_MAX - 0)
#define ROW_SETTLED    (UINT32_MAX - 1)
#define ROWS_MAX       (UINT32_MAX - 16)

struct class_facts {
	struct class_digest digest;
	uint64_t people;                /* who are known; 1 where nobody is */
	bool nobody;                    /* some record is of nobody */
	uint64_t population;            /* 0: none was told */
	bool settled;                   /* a class of that digest keeps the policy already */
	uint32_t mark;                  /* all its records' marks in common (and) */
	unsigned lacks;                 /* SHORT_OF_K, SHORT_OF_L, SHORT_OF_T */
	struct diversity_lacks columns; /* which sensitive ones */
};

struct counter;

/* What a count is made of; context is passed on. */
struct counter_job {
	void *context;
	/* Offers every entry, always the same ones but for those that row has taken. */
	bool (*feed)(void *context, struct counter *counter, struct fault *fault);
	/* A class is complete; *rows: tell me its records. */
	bool (*judged)(
	    void *context, const struct class_facts *facts, bool *rows, struct fault *fault);
	/* One record of a class that was asked for. */
	bool (*row)(void *context, uint32_t row, struct fault *fault);
	uint64_t expected; /* entries, roughly; 0: unknown */
	bool values;       /* look at the sensitive values */
	bool plain;        /* a class is only counted, not held to the policy */
	bool great;        /* classes of fewer than k records need not be told */
};

struct counter {
	void *entries;
	size_t size; /* bytes of an entry */
	size_t values;
	size_t capacity;
	size_t count;
	unsigned char *sieve; /* records by a part of the class's digest */
	size_t sieve_mask;
	unsigned k;
	struct diversity *diversity; /* borrowed */
	const struct counter_job *job;
	struct class_digest from; /* the range: from, with from_person and from_row ... */
	uint64_t from_person;
	uint32_t from_row;
	struct class_digest until; /* ... to before until, in the same way */
	uint64_t until_person;
	uint32_t until_row;
	bool endless; /* no until */
	bool inside;  /* from stands inside a class: its first part was counted */
	/* the class that is being counted */
	struct class_facts facts;
	uint64_t last_person;
	bool running;
	bool someone; /* last_person is one */
	/* looking up the records of one class */
	bool looking;
	bool failed;
	struct fault fault; /* of a row that was looked up */
};

/* memory: bytes for entries; never more of them than most. */
void counter_init(struct counter *counter, unsigned k, struct diversity *diversity, size_t values,
    size_t memory, uint64_t most);
/* Wipes and frees; good for {0}. */
void counter_release(struct counter *counter);
bool counter_run(struct counter *counter, const struct counter_job *job, struct fault *fault);

/* For feed: one entry; numbers are those of the sensitive values. */
void counter_offer(struct counter *counter, struct class_digest class, uint64_t person,
    uint32_t row, uint32_t mark, const unsigned char *numbers);

#endif
