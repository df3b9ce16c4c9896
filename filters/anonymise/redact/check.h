/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * check: what a rule asks of a candidate besides its shape.
 */
#ifndef ANONYMISE_CHECK_H
#define ANONYMISE_CHECK_H

#include "../../lib/diag.h"
#include "../../lib/field.h"

#include <stdbool.h>

struct check_lists;

/* The lists that checks look into: redact/helplines.csv, built into the program. */
struct check_lists *check_lists_new(struct fault *fault);
void check_lists_free(struct check_lists *lists);

/* A number to call for help, which identifies nobody: 116 123, 0800 1111, 85258. */
bool check_helpline(const struct check_lists *lists, struct field text);
/* A pseudo-postcode (ZZ99 and its kin: no fixed abode, not known), which is kept. */
bool check_pseudo_postcode(struct field text);

typedef bool check_function(const struct check_lists *lists, struct field candidate);

/* nhs-number, not-helpline, not-pseudo-postcode; NULL where there is no check of that
 * name. */
check_function *check_named(struct field name);
/* The names, with commas between them, for messages. */
const char *check_names(void);

#endif
