/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sequence: what is known of a pattern's matches, put together from its parts.
 */
#ifndef ROLE_SEQUENCE_H
#define ROLE_SEQUENCE_H

#include "literals.h"

#define SEQUENCE_NEEDS 2

/* What a match holds: one of each set, the rarest first; {0}: nothing is known. */
struct needs {
	struct literals sets[SEQUENCE_NEEDS];
};

void needs_release(struct needs *needs);

/* A part of a pattern: what its matches are like. */
struct part {
	size_t minimum;        /* characters that a match takes at least */
	size_t maximum;        /* bytes that it takes at most, where all are ASCII */
	bool exact;            /* a match is one of first, which is one of last too */
	struct literals first; /* a match begins with one of these; never {0} */
	struct literals last;  /* a match ends with one of these; never {0} */
	struct needs needs;
};

void part_release(struct part *part);
/* A part of which nothing is known but how many characters it takes. */
struct part part_unknown(size_t minimum, size_t maximum);
/* A part that matches these texts alone; they are taken. */
struct part part_exact(struct literals texts, size_t minimum);
/* The same part so many times. */
void part_repeat(struct part *part, size_t minimum, size_t maximum);

/* A sequence as far as it is read.  run: it ends with one of these. */
struct sequence {
	struct part whole; /* its last is not known before sequence_end */
	struct literals run;
};

void sequence_begin(struct sequence *sequence);
/* The part follows; it is taken. */
void sequence_add(struct sequence *sequence, struct part *part);
/* What the sequence is as a part; the sequence is gone. */
struct part sequence_end(struct sequence *sequence);

/* An alternation as far as it is read; {0} has no branch yet. */
struct alternation {
	struct part whole;
	size_t branches;
};

/* One more branch, which is taken. */
void alternation_add(struct alternation *alternation, struct part *branch);
/* What the alternation is as a part. */
struct part alternation_end(struct alternation *alternation);

#endif
