/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * flaw: the faults that real exports have, one for each that validate can find, in
 * feedback.
 *
 * Every FLAW_EVERY-th record has one, and they take turns, so a file of
 * FLAW_EVERY * flaw_kinds records has each of them.
 */
#ifndef GENERATE_FLAW_H
#define GENERATE_FLAW_H

#include "record.h"

#include <stdint.h>

#define FLAW_EVERY 20

/* Whether that record is to have a flaw. */
bool flaw_due(uint64_t number);
/* The line of a record that has one, in place of record_write. */
void flaw_write(struct record *record, uint64_t number, struct draft *line);
/* A last record whose quote never closes. */
void flaw_unclosed(struct record *record, struct draft *line);

#endif
