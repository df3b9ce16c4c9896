/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * own_number: the row's own numbers (of letters and digits) in its texts, as whole tokens,
 * whatever blanks and hyphens stand in them.
 */
#ifndef ANONYMISE_OWN_NUMBER_H
#define ANONYMISE_OWN_NUMBER_H

#include "../../lib/memory.h"
#include "scan.h"
#include "spans.h"

#include <stddef.h>
#include <stdint.h>

struct own_number {
	size_t start; /* in the letters and digits of all */
	size_t length;
	size_t run; /* of its digits: the most without a letter between them */
};

/* {0} is none; room is reused from record to record. */
struct own_numbers {
	struct buffer all;
	struct own_number *list;
	size_t count;
	size_t capacity;
	uint64_t first[4]; /* a bit for each byte that one begins with */
};

void own_numbers_clear(struct own_numbers *numbers);
/* Wipes and frees. */
void own_numbers_release(struct own_numbers *numbers);
/* A value in small letters; one without a digit, or too short to be told from any other
 * number, is left out. */
void own_numbers_add(struct own_numbers *numbers, struct field value);
void
own_numbers_find(const struct own_numbers *numbers, const struct scan *scan, struct spans *spans);

#endif
