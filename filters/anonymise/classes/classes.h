/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * classes: records held back until it is known whether enough people look alike.
 *
 * A class is all records with the same quasi-identifiers, of which a cell that is
 * suppressed (*) is a value of its own.  What counts in a class is people, not records:
 * a record of nobody adds none to a class that has people, since it may be one of theirs,
 * and its sensitive values add none either.
 *
 * The way: classes_new; classes_add for each record, finished but for its
 * quasi-identifiers; classes_settle; classes_next for each record again, in the order
 * in which it came.  Records lie in unlinked files that are encrypted with a key of
 * this run alone; counting takes no more memory than it is given (beside some 3 MB, and
 * 2 bytes a record where these are more than half of it), and goes through ranges of
 * the classes' digests where that is too little.  What comes out hangs neither on the
 * memory nor on the order of the records.
 *
 * Which forms a record is tried at, in which order: steps.h.  After each step a class
 * that keeps k, and l and t as well, is settled; in the end all is counted again, and
 * what falls short is left out.  For t the whole table is what stays in it: that is
 * what a reader sees and what --check looks at; so classes are left out until all that
 * are left keep the policy among themselves.  l and t count people with a value
 * (diversity.h).
 */
#ifndef ANONYMISE_CLASSES_H
#define ANONYMISE_CLASSES_H

#include "../policy/privacy.h"

#include "../../lib/field.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Classes by size: up to 31 one by one (bin 0 stays empty), then 32 to 63, 64 to 127
 * and so on; the last bin has no end. */
#define CLASSES_BINS 64

/* What the classes of a table are like.  Sizes are people. */
struct classes_picture {
	uint64_t records;
	uint64_t people; /* the sum over classes: who is in two classes counts in both */
	uint64_t classes;
	uint64_t smallest; /* 0: no class */
	uint64_t failing;  /* classes that fall short of k, l or t */
	uint64_t short_of_k;
	uint64_t short_of_l;
	uint64_t short_of_t;
	uint64_t sensitive_short_of_l[PRIVACY_COLUMNS_MAX]; /* by sensitive column */
	uint64_t sensitive_short_of_t[PRIVACY_COLUMNS_MAX];
	uint64_t people_in_failing;
	uint64_t bins[CLASSES_BINS]; /* classes by size; classes_bin */
	/* Risks of being found again (El Emam and Arbuckle, 2013), of whom an attacker
	 * knows to be in the table: the greatest, and the average over people. */
	double prosecutor_greatest; /* 1 / smallest */
	double prosecutor_average;  /* classes / people */
	/* Of whom the attacker knows only to be in the population; negative: no population
	 * was given.  A class counts as the population's people with the same cells, where a
	 * suppressed cell is any; as itself where they are fewer, and where a cell was made
	 * coarser, of which the population says nothing.  The average is over people. */
	double journalist_greatest;
	double journalist_average;
};

/* The bin of a size, and the least size in a bin. */
unsigned classes_bin(uint64_t size);
uint64_t classes_bin_least(unsigned bin);

struct classes_settings {
	const struct privacy *privacy; /* borrowed */
	/* Of each quasi-identifier how many forms a record brings, each coarser than the
	 * one before it: 1 where it has no coarser ones.  Suppression comes after the last.
	 * Forms after the first are looked at only where the policy generalises. */
	unsigned forms[PRIVACY_COLUMNS_MAX];
	size_t memory;      /* bytes for counting, a quarter of it for sensitive values */
	const char *folder; /* for the unlinked files; NULL: TMPDIR, else /var/tmp, else /tmp */
	bool only_check;    /* nothing is suppressed, no record comes back */
	bool input;         /* a picture of the input too: classes_add_input */
};

struct classes;

/* Opens the unlinked files, so before the sandbox. */
struct classes *classes_new(const struct classes_settings *settings, struct fault *fault);
/* Wipes and frees; good for NULL. */
void classes_free(struct classes *classes);
/* How the files are kept (without O_TMPFILE a weaker way is taken): words for the run
 * record. */
const char *classes_storage(const struct classes *classes);

/* One record (4,294,967,279 of them at most): the forms of its quasi-identifiers one after the
 * other (forms[0] of the first, then forms[1] ...), who it is about, its sensitive values in the
 * policy's order as they will leave, and all that it takes to write it again; everything is copied.
 */
bool classes_add(struct classes *classes, const struct field *forms, struct field person,
    const struct field *sensitive, struct field record, struct fault *fault);
/* Where settings.input: beside classes_add, the quasi-identifiers of the same record as
 * they stand in the input, before anything was done to them. */
bool classes_add_input(
    struct classes *classes, const struct field *cells, struct field person, struct fault *fault);
/* How many people of the population look so (journalist risk), by the cells as form 0
 * has them; before or between the records. */
bool classes_population(
    struct classes *classes, const struct field *cells, uint64_t people, struct fault *fault);

/* Counts, acts as the policy says, and counts again: what does not hold then is left
 * out, so the table that comes back meets the policy. */
bool classes_settle(struct classes *classes, struct fault *fault);
/* The input as it came, of which only k is looked at and no population is known; NULL:
 * settings.input was not set. */
const struct classes_picture *classes_input(const struct classes *classes);
/* The records at the policy's levels, before anything was suppressed. */
const struct classes_picture *classes_before(const struct classes *classes);
const struct classes_picture *classes_after(const struct classes *classes);
/* Of a quasi-identifier: cells suppressed, and cells made coarser, in records that stay;
 * a cell that is the same afterwards is neither. */
uint64_t classes_suppressed_cells(const struct classes *classes, size_t quasi);
uint64_t classes_coarser_cells(const struct classes *classes, size_t quasi);

enum classes_result {
	CLASSES_RECORD,     /* to be written */
	CLASSES_SUPPRESSED, /* left out: to be counted */
	CLASSES_END,
	CLASSES_FAILED
};

/* A record as it came, and for each quasi-identifier the form that it leaves in;
 * forms[i] itself: suppressed.  It lives until the next call. */
struct classes_record {
	struct field record;
	unsigned form[PRIVACY_COLUMNS_MAX];
};

enum classes_result
classes_next(struct classes *classes, struct classes_record *record, struct fault *fault);

#endif
