/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * said: tables of what people and one system say of records, and what is worked out from
 * them alone, once for the records as they are and once for each draw of the bootstrap.
 *
 * A table has a row for each role and one for none (people), and a column for each role,
 * one for unmapped and one for ambiguous (the system).  A joint table has what the rules
 * say (a column) and what the baseline guesses (a role, or unmapped) below each other.
 */
#ifndef ROLE_SAID_H
#define ROLE_SAID_H

#include "tally.h"

enum system {
	SYSTEM_RULES,    /* the program as it is asked to decide */
	SYSTEM_MAJORITY, /* always what people say most often */
	SYSTEM_BM25,
	SYSTEMS
};

/* What the tables are made of, beside the counts. */
struct said {
	size_t roles;
	size_t majority; /* a role, or outside: of the records as they are */
};

#define SAID_CELLS(roles) (((roles) + 1) * TALLY_OUTCOMES(roles))
#define SAID_JOINT(roles) (SAID_CELLS(roles) * ((roles) + 1))

/* The joint table of all records: in each cell its weight. */
void said_joint(const struct tally *tally, double *joint);
/* What people say most often; among equals the first role, then none. */
size_t said_majority(const double *joint, size_t roles);
/* The table of one system. */
void said_table(const struct said *said, const double *joint, enum system system, double *table);

/* Counts of a role in a table. */
struct said_role {
	double people;
	double mapped;
	double right;
};

struct said_role said_role(const double *table, size_t roles, size_t role);
/* 2 right / (people + mapped), which is the harmonic mean of precision and recall
 * (van Rijsbergen 1979); NaN where neither people nor the system name it. */
double said_f1(struct said_role role);
/* The mean of F1 over the roles that have one; *count of them.  NaN where none has. */
double said_macro_f1(const double *table, size_t roles, size_t *count);
/* The share where both say the same, none and unmapped being the same, and ambiguous
 * like nothing that people say; NaN of no records. */
double said_accuracy(const double *table, size_t roles);

#endif
