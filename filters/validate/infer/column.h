/* SPDX-License-Identifier: GPL-3.0-or-later */
/* column: what has been seen of one column of the file, and what it comes to. */
#ifndef VALIDATE_COLUMN_H
#define VALIDATE_COLUMN_H

#include "../type/type.h"
#include "census.h"
#include "kind.h"

/* What fewer than so many records share is not shown. */
#define COLUMN_ENOUGH 10

/* Texts that stand for a missing value, "" first. */
struct column_symbol {
	const char *text;
	const char *label; /* of a published symbol, which is kept apart; else NULL */
};
#define COLUMN_SYMBOLS 18
extern const struct column_symbol column_symbols[COLUMN_SYMBOLS];

struct column {
	char *name;      /* owned: there may be further files */
	bool personal;   /* by its name */
	bool identifier; /* by its name */
	struct kinds kinds;
	uint64_t present;
	uint64_t missing;
	uint32_t symbols; /* which of column_symbols were seen */
	size_t longest;   /* bytes */
	bool broken;      /* a value that might be listed has a line break */
	struct buffer minimum;
	struct buffer maximum;
	struct census census;
};

void column_init(struct column *column, struct field name, size_t most, size_t *room);
void column_release(struct column *column);
void column_add(struct column *column, struct field value);

/* What the values come to (guess.c). */
struct column_guess {
	const char *type;
	const struct form *form; /* of dates and times; else NULL */
	bool doubtful;           /* the month may as well stand first */
	uint64_t misfits;        /* values that are not of the type */
	bool mixed;              /* a text, for some have the day and some the month first */
	bool marked;             /* -9 and the like may stand for a missing value */
	bool text;               /* long and mostly different: somebody wrote it */
	bool sensitive;
	bool unique;
	bool bounded;     /* minimum and maximum are to be shown */
	size_t *listed;   /* indices into the census's values, in byte order; owned */
	size_t list_size; /* 0: there is no enumeration */
	uint64_t rare;    /* different values that are not listed */
	uint64_t rarely;  /* records that have one of them */
};

void column_guess(const struct column *column, struct column_guess *guess);
void column_guess_release(struct column_guess *guess);

#endif
