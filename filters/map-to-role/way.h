/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * way: what is made of decided records.  A way loads what it needs, begins once the input is
 * open, is told of each record in turn, and ends when there are no more.
 */
#ifndef ROLE_WAY_H
#define ROLE_WAY_H

#include "../lib/filter.h"

#include "crosswalk/crosswalk.h"
#include "decide/decide.h"
#include "framework/framework.h"
#include "language/language.h"
#include "rule/rules.h"

#define COLUMN_NONE ((size_t)-1)

struct work {
	struct filter *filter;
	struct framework framework;
	struct rules rules;          /* count 0: none were given */
	struct crosswalk crosswalk;  /* count 0: none was given */
	struct languages *languages; /* NULL: every text is in the rules' language */
	struct decider *decider;     /* NULL without rules */
	size_t text;                 /* columns of the input, or COLUMN_NONE */
	size_t code;
	struct decision decision; /* of the record at hand */
	uint64_t counts[MAPPINGS];
	uint64_t cut;
	uint64_t coded;   /* records with a code */
	uint64_t by_code; /* of these, decided by it */
	void *state;      /* the way's own; its release frees it */
};

struct way {
	bool decides; /* the records are decided; else their columns are read as they are */
	/* Before the input and the outputs open: further configuration, which no output may
	 * take the place of; NULL: there is none. */
	bool (*load)(struct work *work, struct fault *fault);
	/* Before the sandbox closes: room, columns of the data.  The input may be empty,
	 * without columns. */
	bool (*begin)(struct work *work, struct fault *fault);
	/* One record: work->decision says what it is. */
	bool (*record)(struct work *work, struct fault *fault);
	/* After the last one; NULL: there is nothing to do. */
	bool (*end)(struct work *work, struct fault *fault);
	void (*release)(struct work *work); /* NULL: there is nothing to free */
};

/* The framework, the rules and the crosswalks that the options name. */
bool work_load(struct work *work, struct fault *fault);
/* The columns of the data that decide.  The input is open. */
bool work_bind(struct work *work, struct fault *fault);
/* Decides the record at hand and counts it. */
bool work_decide(struct work *work, struct fault *fault);
/* The counts, to the run record and, where something is wrong, to standard error. */
void work_report(struct work *work);
/* After a fault, too. */
void work_release(struct work *work);

/* Fills the fault with the place and number of the record at hand, the column, by the name that
 * its option gives, and what is wrong there. */
void work_fault(const struct work *work, size_t column, const char *name, const char *what,
    struct fault *fault);
/* The code of a row of the framework; empty for FRAMEWORK_NONE. */
struct field work_code(const struct work *work, size_t row);
/* A file beside the rules or, where it is not there, beside the framework that --roles
 * names; the caller frees it. */
char *work_beside(const char *name);

#endif
