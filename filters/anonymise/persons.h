/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * persons: what is known of each person besides their records: names, former names,
 * numbers, of a table of its own, to be looked for in the texts of that person.
 *
 * A text's own row seldom names whom it is about, and the records of a trust keep names
 * in another table: to scrub with that is what finds most (Cardinal, 2017).
 *
 * The table is CSV with the person's column, by its name in the data, and any others; a
 * person may have several rows.  It is held in memory, some 100 bytes a row and its
 * values, and wiped.
 */
#ifndef ANONYMISE_PERSONS_H
#define ANONYMISE_PERSONS_H

#include "../lib/diag.h"
#include "../lib/field.h"

#include <stddef.h>

struct persons;

/* NULL with the fault. */
struct persons *persons_load(const char *path, const char *column, struct fault *fault);
/* Wipes and frees; good for NULL. */
void persons_free(struct persons *persons);
/* Different people. */
size_t persons_count(const struct persons *persons);
/* The values of one person at the most. */
size_t persons_most(const struct persons *persons);
/* The person's values, none of them empty, into values, which has room for
 * persons_most; returns how many.  They live as long as persons.  person is settled
 * (identity.h); nothing is known of who is empty. */
size_t persons_values(const struct persons *persons, struct field person, struct field *values);

#endif
